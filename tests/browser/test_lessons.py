"""Every scene of every lesson is walked with keys alone, in the app and in a file, and shows its day and its text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from geodata.lessons.prose import strip_markdown
from tests import project_data
from tests.browser.app_page import await_address, settled_map
from tests.browser.map_page import await_moment, box_of, go_to, map_frame, moment, painted, visible_events
from tests.browser.waiting import await_truth, await_value
from tests.project_data import atlas, dataset
from timemap.document.render import render
from timemap.state.initial import initial_state

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame, Page

    from geodata.lessons.model import Lesson
    from tests.browser.conftest import OpenPage

LESSONS = [read.lesson for read in project_data.lessons()]
SIEGE = next(lesson for lesson in LESSONS if lesson.id == "the-siege-of-kobane")


@pytest.fixture(scope="session")
def lesson_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    opening = replace(
        initial_state(atlas(), today=datetime.now(tz=UTC).date()), lessons=tuple(LESSONS), lesson=SIEGE.id
    )
    path = tmp_path_factory.mktemp("lessons") / "lessons.html"
    path.write_text(render(dataset(), view=opening), encoding="utf-8")
    return path


def panel_text(frame: Frame) -> str:
    return " ".join(frame.get_by_role("region", name="Lesson").inner_text().split())


def walk(page: Page, frame: Frame, lesson: Lesson) -> None:
    """Go through the lesson with the keys of a clicker and look at every scene."""
    for number, scene in enumerate(lesson.scenes, 1):
        page.keyboard.press("PageDown")
        await_moment(frame, scene.day.isoformat())
        expect(frame.locator(".lesson-place")).to_contain_text(f"scene {number} of {len(lesson.scenes)}")
        painted(frame)
        told = panel_text(frame)
        assert scene.title in told
        assert " ".join(strip_markdown(scene.text).split())[:60] in told
        assert set(scene.events) <= set(visible_events(frame))
        assert frame.evaluate("window.timemap.compare") == (scene.compare and scene.compare.isoformat())
    page.keyboard.press("PageDown")
    painted(frame)
    assert moment(frame) == lesson.scenes[-1].day.isoformat()


def step_back(page: Page, frame: Frame, lesson: Lesson) -> None:
    """Go from the last scene to the one before it."""
    page.keyboard.press("PageUp")
    await_moment(frame, lesson.scenes[-2].day.isoformat())


def test_a_lesson_is_walked_with_keys_in_the_app_and_goes_on_after_a_reload(open_page: OpenPage, app_url: str) -> None:
    lesson = next(lesson for lesson in LESSONS if any(scene.compare for scene in lesson.scenes))
    page = open_page(f"{app_url}/?lesson={lesson.id}")
    frame = settled_map(page)
    assert lesson.title in panel_text(frame)
    walk(page, frame, lesson)
    await_address(page, "scene", str(len(lesson.scenes)))  # on the way there the address held the scene before it, too
    step_back(page, frame, lesson)
    await_address(page, "scene", str(len(lesson.scenes) - 1))
    page.reload()
    again = settled_map(page)
    await_moment(again, lesson.scenes[-2].day.isoformat())
    assert lesson.scenes[-2].title in panel_text(again)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_a_lesson_is_walked_with_keys_in_a_file(open_page: OpenPage, lesson_file: Path, lesson: Lesson) -> None:
    page = open_page(f"{lesson_file.as_uri()}#lesson={lesson.id}")
    frame = map_frame(page)
    walk(page, frame, lesson)
    step_back(page, frame, lesson)
    painted(frame)
    assert lesson.scenes[-2].title in panel_text(frame)


def test_exploring_is_free_and_one_click_leads_back(open_page: OpenPage, lesson_file: Path) -> None:
    page = open_page(lesson_file.as_uri())
    frame = map_frame(page)
    page.keyboard.press("PageDown")
    day = SIEGE.scenes[0].day.isoformat()
    await_moment(frame, day)
    back = frame.get_by_role("button", name="Back to the scene")
    expect(back).to_be_hidden()
    go_to(frame, "2019-11-01")
    back.click()
    await_moment(frame, day)
    expect(back).to_be_hidden()
    frame.get_by_role("button", name="Leave the lesson").click()
    expect(frame.get_by_role("region", name="Events shown on the map")).to_be_visible()
    assert moment(frame) == atlas().setting("opening-moment")


def test_two_days_of_a_scene_are_seen_alike_also_when_presented(open_page: OpenPage, lesson_file: Path) -> None:
    lesson, number = next(
        (lesson, number) for lesson in LESSONS for number, scene in enumerate(lesson.scenes, 1) if scene.compare
    )
    page = open_page(f"{lesson_file.as_uri()}#lesson={lesson.id}&scene={number}")
    frame = map_frame(page)
    compared = lesson.scenes[number - 1].compare
    assert compared is not None
    expect(frame.locator(".divider-grip")).to_be_visible()
    frame.get_by_role("button", name="Present", exact=True).click()
    presents = "document.documentElement.classList.contains('presenting')"
    await_value(frame, "whether it presents", presents, value=True)
    painted(frame)
    line, buttons, stage = (
        box_of(frame.locator(part)) for part in (".divider-grip", ".leaflet-control-zoom", ".stage")
    )
    left, right = (box_of(frame.locator(f".divider-{side}")) for side in ("left", "right"))
    assert buttons["x"] + buttons["width"] <= left["x"]
    assert left["x"] + left["width"] < line["x"] + line["width"] / 2 < right["x"]
    assert right["x"] + right["width"] <= stage["x"] + stage["width"]
    page.keyboard.press("Escape")
    frame.get_by_role("button", name="Stop comparing").click()
    back = frame.get_by_role("button", name="Back to the scene")
    back.click()
    await_value(frame, "the day compared with", "window.timemap.compare", compared.isoformat())
    expect(back).to_be_hidden()


def outline_pixels(frame: Frame) -> int:
    """Return how many pixels of the colour of what a scene is about lie where areas are pointed out."""
    painted(frame)
    return int(
        frame.evaluate(
            """() => {
              const canvases = [...document.querySelectorAll(".leaflet-evidence-pane canvas")];
              return canvases.reduce((sum, canvas) => {
                const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
                for (let at = 0; at < pixels.length; at += 4)
                  if (pixels[at] === 0xc2 && pixels[at + 1] === 0x41 && pixels[at + 2] === 0x0c) sum += 1;
                return sum;
              }, 0);
            }"""
        )
    )


def test_areas_that_a_scene_points_out_are_outlined_while_it_is_shown(open_page: OpenPage, lesson_file: Path) -> None:
    page = open_page(lesson_file.as_uri())
    frame = map_frame(page)
    assert outline_pixels(frame) == 0
    for scene in SIEGE.scenes[:3]:
        page.keyboard.press("PageDown")
        await_moment(frame, scene.day.isoformat())
        assert (outline_pixels(frame) > 0) == bool(scene.areas)
        assert ("Outlined on the map" in panel_text(frame)) == bool(scene.areas)
    assert [bool(scene.areas) for scene in SIEGE.scenes[:3]] == [True, True, False]
    page.keyboard.press("PageUp")
    await_moment(frame, SIEGE.scenes[1].day.isoformat())
    assert outline_pixels(frame) > 0
    frame.get_by_role("button", name="Settings").click()
    frame.get_by_role("button", name="Compare").click()
    await_value(frame, "whether days are compared", "window.timemap.compare !== null", value=True)
    assert outline_pixels(frame) == 0


def words_of_axis_apart(frame: Frame) -> bool:
    """Return whether no name on the axis of the slider touches the next."""
    edges = frame.locator(".slider-axis text").evaluate_all(
        "all => all.map(text => text.getBoundingClientRect()).map(({ left, right }) => [left, right])"
    )
    assert len(edges) > 1
    return all(one[1] < other[0] for one, other in pairwise(sorted(edges)))


def test_presenting_fills_the_screen_and_b_makes_it_black(open_page: OpenPage, lesson_file: Path) -> None:
    page = open_page(lesson_file.as_uri(), viewport={"width": 1920, "height": 1080})
    frame = map_frame(page)
    page.keyboard.press("PageDown")
    frame.get_by_role("button", name="Present", exact=True).click()
    painted(frame)
    sizes = frame.evaluate(
        "() => [...document.querySelectorAll('.lesson-prose p, .lesson h2, .plate-day, .flag-date')]"
        ".map((node) => parseFloat(getComputedStyle(node).fontSize))"
    )
    assert min(sizes) >= 18
    assert box_of(frame.locator(".head"))["height"] <= 1  # its heading stays for who hears the page
    page.keyboard.press("ArrowRight")
    await_moment(frame, SIEGE.scenes[1].day.isoformat())
    painted(frame)
    assert words_of_axis_apart(frame)
    page.keyboard.press("b")
    cover = frame.get_by_role("button", name="Black screen")
    expect(cover).to_be_visible()
    page.keyboard.press("b")
    expect(cover).to_be_hidden()
    page.keyboard.press("Escape")
    expect(frame.get_by_role("button", name="Present", exact=True)).to_be_visible()
    await_truth(frame, "the head of the file", "() => document.querySelector('.head').clientHeight > 20")


@pytest.mark.parametrize(("width", "height"), [(360, 640), (740, 360)])
def test_presenting_on_a_phone_leaves_room_for_map_and_words(
    open_page: OpenPage, lesson_file: Path, width: int, height: int
) -> None:
    page = open_page(f"{lesson_file.as_uri()}#lesson={SIEGE.id}&scene=1", viewport={"width": width, "height": height})
    frame = map_frame(page)
    frame.get_by_role("button", name="Present", exact=True).click()
    painted(frame)
    stage, words, steps = (box_of(frame.locator(part).first) for part in (".stage", ".lesson-prose", ".lesson-steps"))
    assert stage["width"] >= width / 2
    assert words["y"] + 24 <= steps["y"]  # a line of it at least
    assert frame.evaluate("document.documentElement.scrollHeight <= innerHeight + 1")  # heights are no whole pixels


def test_the_notes_stand_in_a_second_window_alone_and_steer_the_first(open_page: OpenPage, lesson_file: Path) -> None:
    page = open_page(lesson_file.as_uri())
    frame = map_frame(page)
    page.keyboard.press("PageDown")
    with page.context.expect_page() as opened:
        frame.get_by_role("button", name="Teacher's notes").click()
    notes = opened.value
    note = " ".join(strip_markdown(SIEGE.scenes[0].teacher).split())[:50]
    expect(notes.get_by_text(SIEGE.scenes[1].title)).to_be_visible()
    assert note in " ".join(notes.inner_text("body").split())
    assert note not in panel_text(frame)
    notes.keyboard.press("PageDown")
    await_moment(frame, SIEGE.scenes[1].day.isoformat())
    expect(notes.get_by_role("heading", name=SIEGE.scenes[1].title)).to_be_visible()


def test_an_unknown_lesson_in_the_address_is_said(open_page: OpenPage, app_url: str) -> None:
    page = open_page(f"{app_url}/?lesson=nothing")
    frame = settled_map(page)
    expect(frame.get_by_text('"lesson" is "nothing"')).to_be_visible()


def test_a_lesson_starts_from_the_page_of_lessons(open_page: OpenPage, app_url: str) -> None:
    page = open_page(app_url)
    settled_map(page)
    page.get_by_role("link", name="Lessons").click()
    page.get_by_role("link", name=f"Start: {SIEGE.title}").click()
    frame = settled_map(page)
    lesson = frame.get_by_role("region", name="Lesson")
    expect(lesson.get_by_role("heading", name=SIEGE.title)).to_be_visible()
