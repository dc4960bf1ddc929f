"""Every scene of every lesson shows its question when it is presented, and the keys of a clicker do what they say."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from geodata.lessons.reader import read_lesson_text
from tests import project_data
from tests.browser.app_page import settled_map
from tests.browser.file_server import hosted
from tests.browser.map_page import await_moment, map_frame, painted, set_state
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
WINDOWS = [(1024, 768), (1280, 720), (1366, 768), (1920, 1080)]
WALKED_BESIDE = WINDOWS[:2]
"""The narrowest and the lowest window: type beside the map has one size, so that larger ones show more."""

WALKED_PRESENTED = [size for size in WINDOWS if size != (1366, 768)]
"""Type that is presented grows with the window, and (1366, 768) lies between two windows of its shape."""

LAST_ROW = 24 / 1080
"""Size of type that can be read from the last row, as a part of the height of the window."""

LARGEST = 36 / 1080

LONG = "\n".join(
    f"""
## Scene {number}

```scene
moment: 2014-10-0{number}
view: kobane
events: [mishtenur-hill-arin-mirkan]
```

{"Many words of one long text. " * 60}

::: question
Where does the text end?
:::
"""
    for number in (5, 6)
)


def document(folder: Path, lessons: list[Any], lesson: str) -> Path:
    opening = replace(initial_state(atlas(), today=datetime.now(tz=UTC).date()), lessons=tuple(lessons), lesson=lesson)
    path = folder / "lessons.html"
    path.write_text(render(dataset(), view=opening), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def lesson_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return document(tmp_path_factory.mktemp("lessons"), LESSONS, LESSONS[0].id)


@pytest.fixture(scope="module")
def long_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    lesson = read_lesson_text(f"---\ntitle: A long one\n---\n{LONG}", "long.md").lesson
    assert len(lesson.scenes) == 2
    return document(tmp_path_factory.mktemp("long"), [lesson], lesson.id)


def open_in(open_page: OpenPage, file: Path, size: tuple[int, int], address: str = "") -> tuple[Page, Frame]:
    page = open_page(f"{file.as_uri()}{address}", viewport={"width": size[0], "height": size[1]})
    return page, map_frame(page)


def present(frame: Frame) -> None:
    frame.get_by_role("button", name="Present", exact=True).click()
    await_presenting(frame)


def await_presenting(frame: Frame, *, value: bool = True) -> None:
    shown = "document.documentElement.classList.contains('presenting')"
    await_value(frame, "whether the lesson is presented", shown, value=value)


MEASURE = """() => {
  const box = (part) => document.querySelector(part).getBoundingClientRect();
  const prose = document.querySelector(".lesson-scene > .lesson-prose p");
  const [panel, question, title, foot] = [".panel", ".lesson-question", ".lesson h2", ".lesson-foot"].map(box);
  return {
    day: window.timemap.moment,
    top: panel.top, bottom: Math.min(foot.top, innerHeight), foot: foot.bottom, height: innerHeight,
    title: title.top, start: question.top, end: question.bottom,
    size: parseFloat(getComputedStyle(prose).fontSize),
    asked: parseFloat(getComputedStyle(document.querySelector(".lesson-question p")).fontSize),
  };
}"""
"""Tells the day, where title and question are, from where to where the panel is seen, and the size of the type."""

WALK = f"""async ([lesson, scenes]) => {{
  const drawn = () => new Promise((done) => {{
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
  }});
  const found = [];
  for (const scene of scenes) {{
    window.timemap.set({{ lesson, scene }});
    await drawn();
    found.push(({MEASURE})());
  }}
  return found;
}}"""
"""Goes through scenes of a lesson and measures each as soon as it is painted."""


def measured(frame: Frame) -> dict[str, Any]:
    painted(frame)
    return dict(frame.evaluate(MEASURE))


def is_question_seen(seen: dict[str, Any]) -> bool:
    return bool(seen["top"] <= seen["start"] and seen["end"] <= seen["bottom"] and seen["foot"] <= seen["height"])


def longest(lesson: Lesson) -> int:
    """Return the number of the scene with most to read."""
    lengths = [len(scene.text) + len(scene.question) for scene in lesson.scenes]
    return 1 + lengths.index(max(lengths))


def unseen(page: Page, frame: Frame, limits: tuple[float, float], *, every: bool) -> list[str]:
    """Walk through all lessons and return what of them is not seen, or not in the right size.

    Args:
        page: what hears the keys.
        frame: where the lessons are.
        limits: the least and the greatest size of type, in pixels.
        every: whether every scene is looked at, or of each lesson the one with most to read.
    """
    faults = []
    for lesson in LESSONS:
        numbers = list(range(1, len(lesson.scenes) + 1)) if every else [longest(lesson)]
        for number, seen in zip(numbers, frame.evaluate(WALK, [lesson.id, numbers]), strict=True):
            name = f"{lesson.id} {number}"
            if seen["day"] != lesson.scenes[number - 1].day.isoformat():
                faults.append(f"{name}: day {seen}")
            if seen["title"] < seen["top"]:
                faults.append(f"{name}: title {seen}")
            if not is_question_seen(seen):
                set_state(frame, lesson=lesson.id, scene=number)
                page.keyboard.press("PageDown")
                if not is_question_seen(measured(frame)):
                    faults.append(f"{name}: question {seen}")
            if not limits[0] - 0.01 <= min(seen["size"], seen["asked"]) <= limits[1] + 0.01:
                faults.append(f"{name}: type {seen}")
    return faults


@pytest.mark.parametrize("size", WINDOWS, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_scene_shows_its_title_and_question_beside_the_map_and_presented(
    open_page: OpenPage, lesson_file: Path, size: tuple[int, int]
) -> None:
    page, frame = open_in(open_page, lesson_file, size)
    frame.evaluate("() => window.timemap.set({ scene: 1 })")
    for name in ("Present", "Teacher's notes", "Next"):
        box = frame.get_by_role("button", name=name, exact=True).bounding_box()
        assert box is not None
        assert 0 <= box["y"] <= box["y"] + box["height"] <= size[1]
    assert all(lesson.scenes for lesson in LESSONS)
    assert unseen(page, frame, (14, 18), every=size in WALKED_BESIDE) == []
    present(frame)
    assert unseen(page, frame, (LAST_ROW * size[1], LARGEST * size[1]), every=size in WALKED_PRESENTED) == []


def test_page_down_brings_the_end_of_a_long_text_before_the_next_scene(open_page: OpenPage, long_file: Path) -> None:
    page, frame = open_in(open_page, long_file, (1024, 600))
    scrolled = "document.querySelector('.panel').scrollTop"
    page.keyboard.press("PageDown")
    await_moment(frame, "2014-10-05")
    present(frame)
    seen = measured(frame)
    assert not is_question_seen(seen)  # else this would show nothing
    assert seen["size"] == pytest.approx(16)
    turns = 0
    while not is_question_seen(measured(frame)):
        page.keyboard.press("PageDown")
        turns += 1
        assert turns < 9
        await_moment(frame, "2014-10-05")
    assert frame.evaluate(scrolled) > 0
    page.keyboard.press("PageDown")
    await_moment(frame, "2014-10-06")
    assert frame.evaluate(scrolled) == 0
    page.keyboard.press("PageDown")
    painted(frame)
    for _ in range(turns):
        if frame.evaluate(scrolled) == 0:
            break
        await_moment(frame, "2014-10-06")
        page.keyboard.press("PageUp")
        painted(frame)
    page.keyboard.press("PageUp")
    await_moment(frame, "2014-10-05")


def is_black(frame: Frame) -> bool:
    painted(frame)
    return frame.get_by_role("button", name="Black screen").is_visible()


def test_the_other_keys_of_a_clicker_do_what_presenters_know(open_page: OpenPage, lesson_file: Path) -> None:
    page, frame = open_in(open_page, lesson_file, WINDOWS[1])
    frame.evaluate(
        """() => addEventListener("keydown", ({ key, defaultPrevented }) => {
          if (key === "F5") window.taken = defaultPrevented;
        })"""
    )
    page.keyboard.press("PageDown")
    page.keyboard.press("F5")
    await_presenting(frame)
    for key in (".", "b"):
        page.keyboard.press(key)
        assert is_black(frame)
        page.keyboard.press("Shift")
        assert is_black(frame)
        page.keyboard.press("PageDown")
        assert not is_black(frame)
    assert frame.evaluate("window.timemap.state.scene") == 1
    for key, number in (("ArrowDown", 2), ("Enter", 3), ("ArrowUp", 2)):
        page.keyboard.press(key)
        scene_is(frame, number)
    page.keyboard.press(".")
    page.keyboard.press("Escape")
    assert not is_black(frame)
    await_presenting(frame)
    page.keyboard.press("Escape")
    await_presenting(frame, value=False)
    assert frame.evaluate("window.taken") is True
    frame.get_by_role("button", name="Leave the lesson").click()
    page.keyboard.press("F5")
    assert frame.evaluate("window.taken") is False  # the browser loads the page again


def test_the_notes_take_every_key_that_the_first_window_takes(open_page: OpenPage, lesson_file: Path) -> None:
    page, frame = open_in(open_page, lesson_file, WINDOWS[1])
    page.keyboard.press("PageDown")
    with page.context.expect_page() as opened:
        frame.get_by_role("button", name="Teacher's notes").click()
    keys = opened.value.keyboard
    keys.press("F5")
    await_presenting(frame)
    keys.press(".")
    assert is_black(frame)
    keys.press("x")
    assert not is_black(frame)
    keys.press("ArrowRight")
    await_value(frame, "the scene", "window.timemap.state.scene", 2)
    keys.press("?")
    expect(frame.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    keys.press("Escape")
    expect(frame.get_by_role("dialog", name="Keyboard shortcuts")).to_be_hidden()
    keys.press("Escape")
    await_presenting(frame, value=False)
    keys.press(" ")
    await_value(frame, "whether it plays", "window.timemap.state.playing", value=True)
    keys.press("PageUp")
    await_value(frame, "the scene", "window.timemap.state.scene", 1)
    expect(opened.value.get_by_text(LESSONS[0].scenes[1].title)).to_be_visible()


def test_enter_turns_the_scene_after_present_was_pressed(open_page: OpenPage, lesson_file: Path) -> None:
    page, frame = open_in(open_page, lesson_file, WINDOWS[1], f"#lesson={LESSONS[0].id}&scene=1")
    focused = "document.activeElement.textContent"
    for pressed_by in ("pointer", "key"):
        scene = frame.evaluate("window.timemap.state.scene")
        if pressed_by == "pointer":
            present(frame)
        else:
            page.keyboard.press("Enter")  # on the button, where the focus is again
            await_presenting(frame)
        assert frame.evaluate(focused) == LESSONS[0].scenes[scene - 1].title
        page.keyboard.press("Enter")
        scene_is(frame, scene + 1)
        await_presenting(frame)
        page.keyboard.press("Escape")
        await_presenting(frame, value=False)
        assert frame.evaluate(focused) == "Present"


def test_notes_whose_window_the_browser_blocks_can_be_opened_in_a_tab(open_page: OpenPage, lesson_file: Path) -> None:
    page, frame = open_in(open_page, lesson_file, WINDOWS[1], f"#lesson={LESSONS[0].id}&scene=1")
    page.evaluate(  # as a browser does that lets no window pop up
        "() => { const { open } = window; window.open = (url, name, how) => (how ? null : open(url, name)); }"
    )
    said = frame.get_by_role("alert")
    expect(said).to_be_hidden()
    frame.get_by_role("button", name="Teacher's notes").click()
    expect(said).to_contain_text("The browser blocked the notes window.")
    with page.context.expect_page() as opened:
        said.get_by_role("button", name="open the notes in a tab").click()
    expect(opened.value.get_by_role("heading", name=LESSONS[0].scenes[0].title)).to_be_visible()
    expect(said).to_be_hidden()


def test_an_address_can_open_a_lesson_presented_in_the_app(open_page: OpenPage, app_url: str) -> None:
    page = open_page(f"{app_url}/?lesson={LESSONS[0].id}&scene=1&presenting=yes")
    frame = settled_map(page)
    await_presenting(frame)
    await_value(frame, "width and height of the map", "[innerWidth, innerHeight]", [1280, 720])
    page.keyboard.press("Escape")
    await_presenting(frame, value=False)
    await_value(page, "whether the address says so", "location.search.includes('presenting')", value=False)
    page.evaluate("() => { document.activeElement.blur(); window.samePage = true; }")
    page.keyboard.press("F5")
    await_presenting(frame)
    assert page.evaluate("window.samePage")


def scene_is(frame: Frame, number: int) -> None:
    """Return when a scene is shown.

    Until it is painted the panel is scrolled as the scene before was, and a press would bring that back first.
    """
    await_value(frame, "the scene", "window.timemap.state.scene", number)
    painted(frame)


@pytest.mark.parametrize("way", ["address", "button", "map"])
def test_after_the_black_screen_the_arrow_keys_turn_scenes(open_page: OpenPage, lesson_file: Path, way: str) -> None:
    asked = "&presenting=yes" if way == "address" else ""
    page, frame = open_in(open_page, lesson_file, WINDOWS[1], f"#lesson={LESSONS[0].id}&scene=2{asked}")
    if way == "button":
        present(frame)
    elif way == "map":
        page.keyboard.press("Tab")  # from now on the map takes the arrows that come to it
        frame.evaluate("document.querySelector('.leaflet-container').focus()")
        page.keyboard.press("F5")
    await_presenting(frame)
    painted(frame)
    held = frame.evaluate_handle("document.activeElement")
    page.keyboard.press("b")
    assert is_black(frame)
    page.keyboard.press("b")
    assert not is_black(frame)
    assert frame.evaluate("(held) => document.activeElement === held", held)
    page.keyboard.press("ArrowRight")
    scene_is(frame, 3)
    frame.evaluate("document.querySelector('.leaflet-container').focus()")
    page.keyboard.press("ArrowLeft")
    scene_is(frame, 2)


def test_arrow_keys_move_the_map_again_after_presenting(open_page: OpenPage, lesson_file: Path) -> None:
    page, frame = open_in(open_page, lesson_file, WINDOWS[1], f"#lesson={LESSONS[0].id}&scene=2&presenting=yes")
    await_presenting(frame)
    page.keyboard.press("Escape")
    await_presenting(frame, value=False)
    day = frame.evaluate("window.timemap.state.moment")
    frame.evaluate("document.querySelector('.leaflet-container').focus()")
    page.keyboard.press("ArrowRight")
    expect(frame.get_by_role("button", name="Back to the scene")).to_be_visible()
    assert frame.evaluate("window.timemap.state.moment") == day


def first_scene(home: str) -> str:
    """Return the address of the first scene of the first lesson, in the app or in a file."""
    return f"{home}{'#' if home.startswith('file:') else '/?'}lesson={LESSONS[0].id}&scene=1"


def open_notes(page: Page, frame: Frame) -> Page:
    with page.context.expect_page() as opened:
        frame.get_by_role("button", name="Teacher's notes").click()
    return opened.value


def assert_notes_follow(notes: Page, frame: Frame) -> None:
    for name, number in (("Next", 2), ("Back", 1)):
        notes.get_by_role("button", name=name).click()
        scene_is(frame, number)
        expect(notes.get_by_role("heading", name=LESSONS[0].scenes[number - 1].title)).to_be_visible()


def await_first_scene(page: Page) -> None:
    is_first = "() => location.href.includes('scene=1')"
    await_truth(page, "the first scene in the address", is_first, instead="location.href")


def test_notes_follow_a_map_of_a_server_that_is_loaded_again(open_page: OpenPage, lesson_file: Path) -> None:
    with hosted(lesson_file.parent) as url:
        page = open_page(f"{url}/{lesson_file.name}#lesson={LESSONS[0].id}&scene=1")
        frame = page.main_frame
        await_truth(frame, "the map", "() => window.timemap !== undefined", instead="location.href")
        notes = open_notes(page, frame)
        assert_notes_follow(notes, frame)
        await_first_scene(page)
        page.reload()
        frame = page.main_frame
        await_truth(frame, "the map", "() => window.timemap !== undefined", instead="location.href")
        assert_notes_follow(notes, frame)
        expect(frame.get_by_role("alert")).to_be_hidden()
        assert len(page.context.pages) == 2


def test_a_file_that_is_loaded_again_says_that_its_notes_are_closed(open_page: OpenPage, lesson_file: Path) -> None:
    page = open_page(first_scene(lesson_file.as_uri()))
    frame = map_frame(page)
    for reloaded in ("the map", "the notes"):
        notes = open_notes(page, frame) if reloaded == "the map" else page.context.pages[-1]
        assert_notes_follow(notes, frame)
        await_first_scene(page)
        with notes.expect_event("close"):
            (page if reloaded == "the map" else notes).reload()
        frame = map_frame(page)
        said = frame.get_by_role("alert")
        expect(said).to_contain_text("The notes window is closed.")
        with page.context.expect_page() as opened:
            said.get_by_role("button", name="Open it again").click()
        expect(said).to_be_hidden()
        assert_notes_follow(opened.value, frame)


def test_the_app_and_its_notes_say_that_the_map_was_loaded_again(open_page: OpenPage, app_url: str) -> None:
    page = open_page(first_scene(app_url))
    frame = settled_map(page)
    notes = open_notes(page, frame)
    notes.reload()
    assert_notes_follow(notes, frame)
    await_first_scene(page)
    page.reload()
    expect(notes.get_by_role("alert")).to_contain_text("Open the notes again from the lesson.")
    frame = settled_map(page)
    scene_is(frame, 1)
    said = frame.get_by_role("alert")
    expect(said).to_contain_text("The notes window is closed.")
    with page.context.expect_page() as opened:
        said.get_by_role("button", name="Open it again").click()
    expect(said).to_be_hidden()
    assert_notes_follow(opened.value, frame)
    opened.value.close()
    await_value(page, "whether notes are open", "sessionStorage.getItem('timemap-notes')", None)
    expect(said).to_be_hidden()


@pytest.mark.parametrize("whence", ["here", "notes"])
def test_escape_ends_only_what_lies_on_top(open_page: OpenPage, lesson_file: Path, whence: str) -> None:
    page, frame = open_in(open_page, lesson_file, (360, 640), f"#lesson={LESSONS[0].id}&scene=1")
    keys = page.keyboard if whence == "here" else open_notes(page, frame).keyboard
    present(frame)
    more = frame.get_by_role("button", name="More buttons")
    card = frame.locator("section.start")
    more.click()
    keys.press("Escape")
    expect(more).to_have_attribute("aria-expanded", "false")
    more.click()
    frame.get_by_role("button", name="Start", exact=True).click()
    expect(card).to_be_visible()
    keys.press("Escape")
    expect(card).to_be_hidden()
    await_presenting(frame)
    keys.press("?")
    keys.press("Escape")
    expect(frame.get_by_role("dialog", name="Keyboard shortcuts")).to_be_hidden()
    await_presenting(frame)
    keys.press("Escape")
    await_presenting(frame, value=False)


@pytest.mark.parametrize(("size", "least"), [((1366, 768), 14), ((1920, 1080), 18)])
def test_while_presenting_the_legend_can_be_read_and_covers_little(
    size: tuple[int, int], least: int, open_page: OpenPage, lesson_file: Path
) -> None:
    _, frame = open_in(open_page, lesson_file, size)
    present(frame)
    for is_open in (False, True):
        if frame.locator(".legend.open").count() != int(is_open):
            frame.locator(".legend-button").click()
        expect(frame.locator(".legend.open")).to_have_count(int(is_open))
        expect(frame.locator(".legend:not([aria-busy])")).to_be_visible()
        sizes, covered = frame.evaluate(
            """() => {
              const legend = document.querySelector(".legend");
              const isText = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "";
              const texts = [...legend.querySelectorAll(":not(svg *, .legend-heading)")]
                .filter((part) => part.checkVisibility() && [...part.childNodes].some(isText));
              const boxes = [...legend.querySelectorAll(".legend-body, .legend-button")]
                .map((part) => part.getBoundingClientRect());
              const map = document.querySelector(".folium-map").getBoundingClientRect();
              const area = boxes.reduce((sum, { width, height }) => sum + width * height, 0);
              const sizes = texts.map((part) => parseFloat(getComputedStyle(part).fontSize));
              return [sizes, area / (map.width * map.height)];
            }"""
        )
        assert min(sizes) >= least
        assert covered <= 1 / 5
