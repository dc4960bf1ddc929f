"""The picture of a scene stands beside its words, fills the window when it is pressed, and leaves with its scene."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from geodata.lessons.image import prepare
from geodata.lessons.picture import ScenePicture
from tests import project_data
from tests.browser.map_page import await_moment, box_of, map_frame, painted
from tests.images import drawn, saved
from tests.project_data import atlas, dataset
from timemap.document.render import render
from timemap.state.initial import initial_state

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame, Locator, Page

    from tests.browser.conftest import OpenPage

SIEGE = next(read.lesson for read in project_data.lessons() if read.lesson.id == "the-siege-of-kobane")
ALT = "Red above, blue below"
SCRIPT = "<img src=x onerror=alert(1)>"


@pytest.fixture(scope="session")
def pictured_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file of the map that opens on a lesson whose first scene has a picture, and whose second has none."""
    image = prepare(saved(drawn(1500, 900), "PNG"))
    assert isinstance(image, bytes)
    picture = ScenePicture(
        file="a.png", caption=f"A test {SCRIPT}", credit="Us", licence="CC0 1.0", alt=ALT, image=image
    )
    first, *others = SIEGE.scenes
    lesson = SIEGE.model_copy(update={"scenes": (first.model_copy(update={"picture": picture}), *others)})
    opening = replace(initial_state(atlas(), today=datetime.now(tz=UTC).date()), lessons=(lesson,), lesson=lesson.id)
    path = tmp_path_factory.mktemp("pictured") / "pictured.html"
    path.write_text(render(dataset(), view=opening), encoding="utf-8")
    return path


def with_picture(open_page: OpenPage, file: Path, width: int, height: int) -> tuple[Page, Frame]:
    """Open the file on the scene that has the picture."""
    page = open_page(f"{file.as_uri()}#lesson={SIEGE.id}&scene=1", viewport={"width": width, "height": height})
    frame = map_frame(page)
    await_moment(frame, SIEGE.scenes[0].day.isoformat())
    return page, frame


def small(frame: Frame) -> Locator:
    return frame.locator(".figure-open img")


def large(frame: Frame) -> Locator:
    return frame.get_by_role("dialog", name="Picture")


def enlarge(page: Page, frame: Frame) -> None:
    """Press the picture by its key."""
    frame.get_by_role("button", name=ALT).focus()
    page.keyboard.press("Enter")
    expect(large(frame)).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (360, 640)])
def test_a_picture_is_seen_with_all_its_words_and_enlarged_with_keys(
    open_page: OpenPage, pictured_file: Path, width: int, height: int
) -> None:
    page, frame = with_picture(open_page, pictured_file, width, height)
    lesson = frame.get_by_role("region", name="Lesson")
    picture = lesson.get_by_role("img", name=ALT)
    picture.scroll_into_view_if_needed()
    expect(picture).to_be_in_viewport(ratio=1)
    assert picture.evaluate("image => image.naturalWidth") == 1500
    before, panel = box_of(picture), box_of(lesson)
    assert before["width"] / before["height"] == pytest.approx(1500 / 900, abs=0.05)
    assert panel["x"] <= before["x"]
    assert before["x"] + before["width"] <= panel["x"] + panel["width"]
    for words in (f"A test {SCRIPT}", "Us · CC0 1.0"):
        expect(lesson.locator("figcaption").get_by_text(words)).to_be_visible()
    enlarge(page, frame)
    after, dialog = box_of(large(frame).get_by_role("img")), box_of(large(frame))
    assert after["width"] > 1.3 * before["width"]
    assert after["width"] / after["height"] == pytest.approx(1500 / 900, abs=0.05)
    assert min(dialog["x"], dialog["y"]) >= 0
    assert dialog["x"] + dialog["width"] <= width
    assert dialog["y"] + dialog["height"] <= height
    expect(large(frame).get_by_text("Us · CC0 1.0")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Escape")
    expect(large(frame)).to_have_count(0)
    expect(frame.get_by_role("button", name=ALT)).to_be_focused()
    assert not frame.evaluate("[...document.images].some((image) => image.getAttribute('src') === 'x')")


def presents(frame: Frame) -> bool:
    return bool(frame.evaluate("document.documentElement.classList.contains('presenting')"))


def test_presented_a_picture_ends_with_its_key_and_leaves_those_of_a_clicker_alone(
    open_page: OpenPage, pictured_file: Path
) -> None:
    page, frame = with_picture(open_page, pictured_file, 1920, 1080)
    frame.get_by_role("button", name="Present", exact=True).click()
    painted(frame)
    enlarge(page, frame)
    page.keyboard.press("Escape")
    expect(large(frame)).to_have_count(0)
    assert presents(frame)
    enlarge(page, frame)
    page.keyboard.press("b")
    expect(frame.get_by_role("button", name="Black screen")).to_be_visible()
    page.keyboard.press("b")
    expect(large(frame)).to_have_count(0)
    enlarge(page, frame)
    page.keyboard.press("PageDown")
    expect(large(frame)).to_have_count(0)
    await_moment(frame, SIEGE.scenes[1].day.isoformat())
    expect(small(frame)).to_have_count(0)
    assert presents(frame)


def test_a_picture_that_fills_the_window_leaves_with_its_scene(open_page: OpenPage, pictured_file: Path) -> None:
    page, frame = with_picture(open_page, pictured_file, 1366, 768)
    small(frame).click()
    expect(large(frame)).to_be_visible()
    large(frame).get_by_role("img").click()
    expect(large(frame)).to_have_count(0)
    small(frame).click()
    frame.evaluate("window.timemap.set({ scene: 2 })")
    await_moment(frame, SIEGE.scenes[1].day.isoformat())
    expect(large(frame)).to_have_count(0)
    page.keyboard.press("PageUp")
    expect(small(frame)).to_be_visible()


PRESS = "(event) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...event }))"
VIA_PAGE = "(event) => parent.postMessage({ type: 'timemap:key', ...event }, '*')"
TURNS = [{"key": "ArrowRight"}, {"key": "PageDown"}]
BLACKENS = [{"key": "b"}, {"key": "."}, {"key": "\u0438", "code": "KeyB"}]


@pytest.mark.parametrize("sent", [PRESS, VIA_PAGE], ids=["pressed", "passed-on"])
@pytest.mark.parametrize("event", [*TURNS, *BLACKENS], ids=lambda event: event["key"])
def test_what_turns_scenes_or_blackens_leaves_a_large_picture(
    open_page: OpenPage, pictured_file: Path, event: dict[str, str], sent: str
) -> None:
    page, frame = with_picture(open_page, pictured_file, 1366, 768)
    frame.get_by_role("button", name="Present", exact=True).click()
    painted(frame)
    enlarge(page, frame)
    frame.evaluate(sent, event)
    expect(large(frame)).to_have_count(0)
    if event in TURNS:
        await_moment(frame, SIEGE.scenes[1].day.isoformat())
    else:
        expect(frame.get_by_role("button", name="Black screen")).to_be_visible()


def test_what_turns_no_scene_leaves_a_large_picture_open(open_page: OpenPage, pictured_file: Path) -> None:
    page, frame = with_picture(open_page, pictured_file, 1366, 768)
    enlarge(page, frame)
    for key in ("ArrowRight", "b", "f", "?", "Home", "Shift+ArrowRight"):
        page.keyboard.press(key)
    painted(frame)
    expect(large(frame)).to_be_visible()
    await_moment(frame, SIEGE.scenes[0].day.isoformat())
