"""States of the app, the file and the site, one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.app_page import at_rest, press_beside_map, settled_map
from tests.browser.axe import State
from tests.browser.map_page import go_to, map_frame, set_state
from tests.browser.waiting import await_value
from tests.messy_table import MESSY
from tests.project_data import atlas, lessons
from timemap.app.page_list import PAGES
from timemap.site.pages import NAVIGATION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Frame, Page

LESSON = lessons()[0].lesson
DAY = "2019-11-01"
TITLE = atlas().setting("title")
EVENT = next(event.id for event in atlas().events if "safe zone" in event.title)


def press(frame: Frame, name: str) -> None:
    """Press a button of the map, also where it is folded away."""
    button = frame.get_by_role("button", name=name)
    for opener in ("Settings", "More buttons"):
        if not button.first.is_visible():
            frame.get_by_role("button", name=opener, exact=True).click()
    button.first.click()


def dialogs(frame: Frame, openers: dict[str, str]) -> Iterator[State]:
    """Open dialogs by their buttons, one after another."""
    for opener, name in openers.items():
        if opener == "?":
            frame.page.keyboard.press("?")
        else:
            press(frame, opener)
        dialog = frame.get_by_role("dialog", name=name)
        expect(dialog).to_be_visible()
        yield State(f"{name} (dialog)", [frame])
        frame.page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()


def map_states(frame: Frame) -> Iterator[State]:
    """Walk through the states of a map that has just been opened."""
    page = frame.page
    go_to(frame, DAY)
    yield State("map", [frame])
    areas = frame.locator(".area-list summary")
    areas.click()
    frame.locator(".area-rows button").first.click()
    expect(frame.get_by_role("region", name="Selected area")).to_be_visible()
    yield State("area card and list of areas", [frame])
    areas.click()
    frame.evaluate("(id) => window.timemap.select(id)", EVENT)
    expect(frame.get_by_role("region", name="Selected event")).to_be_visible()
    yield State("event card", [frame])
    frame.locator(".card .contested-word").first.focus()
    page.keyboard.press("Enter")
    expect(frame.get_by_role("dialog", name="Contested terms")).to_be_visible()
    yield State("contested term", [frame])
    page.keyboard.press("Escape")
    frame.evaluate("window.timemap.select(null)")
    page.keyboard.press("w")
    expect(frame.locator(".map-words h2")).to_be_focused()
    yield State("map in words", [frame])
    frame.locator(".map-words summary").click()
    yield from dialogs(
        frame, {"?": "Keyboard shortcuts", "Periods": "Periods", "Share": "Share this view", "Start": TITLE}
    )
    yield from _legend_and_search(frame)
    set_state(frame, compare="2018-03-24")
    expect(frame.get_by_role("region", name="Two days compared")).to_be_visible()
    yield State("comparing", [frame])
    set_state(frame, compare=None, mode="range")
    press(frame, "Put events in order")
    frame.get_by_role("button", name="Check").click()
    expect(frame.get_by_role("region", name="Put events in order")).to_be_visible()
    yield State("exercise, checked", [frame])
    page.keyboard.press("Escape")


def _legend_and_search(frame: Frame) -> Iterator[State]:
    """Walk through the legend, the filters and what a search shows."""
    page = frame.page
    size = page.viewport_size
    page.set_viewport_size({"width": 1280, "height": 1600})  # whole: half a checkbox at an edge is too small to press
    press(frame, "Legend")
    expect(frame.locator(".legend.open:not([aria-busy])")).to_be_visible()
    frame.locator("summary", has_text="Filters").click()
    yield State("legend and filters", [frame])
    page.set_viewport_size(size or {"width": 1280, "height": 720})
    press(frame, "Legend")
    frame.locator("summary", has_text="Filters").click()
    search = frame.get_by_role("combobox", name="Search events, places, parties")
    search.press_sequentially("manb")
    expect(frame.get_by_role("listbox", name="Suggestions")).to_be_visible()
    yield State("suggestions", [frame])
    search.press("Escape")
    search.fill("")
    search.press_sequentially("zzzzzz")
    expect(frame.locator(".list-ways").first).to_be_visible()
    yield State("no event matches", [frame])
    search.fill("")
    search.press("Escape")


def lesson_states(frame: Frame) -> Iterator[State]:
    """Walk through a lesson that runs: beside the map, presented, notes."""
    page = frame.page
    set_state(frame, scene=2)
    expect(frame.get_by_role("heading", name=LESSON.scenes[1].title)).to_be_visible()
    yield State("lesson", [frame])
    with page.context.expect_page() as opened:
        press(frame, "Teacher's notes")
    notes = opened.value
    expect(notes.get_by_role("heading", name=LESSON.scenes[1].title)).to_be_visible()
    yield State("teacher's notes", [notes.main_frame])
    notes.close()
    press(frame, "Present")
    shown = "document.documentElement.classList.contains('presenting')"
    await_value(frame, "whether the lesson is presented", shown, value=True)
    yield State("presenting", [frame])
    page.keyboard.press("b")
    expect(frame.get_by_role("button", name="Black screen")).to_be_visible()
    yield State("black screen", [frame])
    page.keyboard.press("b")
    page.keyboard.press("Escape")
    await_value(frame, "whether the lesson is presented", shown, value=False)


def app_states(page: Page, url: str) -> Iterator[State]:
    """Walk through every page of the app."""
    main = page.main_frame
    page.goto(f"{url}/?moment=never&lesson=nothing")
    frame = settled_map(page)
    expect(frame.get_by_role("alert")).to_be_visible()
    yield State("app, map: wrong address", [main, frame])
    for fold in page.locator(".st-key-take-home details, .st-key-citing details, .st-key-table details").all():
        fold.locator("summary").click()
    yield State("app, map: download, cite, table", [main])
    page.goto(f"{url}/?lesson={LESSON.id}&scene=1&presenting=yes")
    frame = settled_map(page)
    yield State("app, map: presenting", [main, frame])
    for each in PAGES[1:]:
        page.goto(f"{url}/{each.file}")
        walk = PARTS.get(each.file, _whole)
        expect(page.get_by_role("heading", level=1).first).to_be_attached()
        for name in walk(page):
            at_rest(page)
            yield State(f"app, {each.file}: {name}", [main])


def _whole(page: Page) -> Iterator[str]:
    at_rest(page)
    yield "whole"


def _compare(page: Page) -> Iterator[str]:
    settled_map(page)
    expect(page.get_by_role("heading", name="Land that changed hands")).to_be_visible()
    yield "two days"


def _lessons(page: Page) -> Iterator[str]:
    page.locator("summary").first.click()
    yield "scenes and downloads"


def _writing(page: Page) -> Iterator[str]:
    frame = settled_map(page)
    yield "empty"
    frame.get_by_role("button", name="Add this as a scene").click()
    expect(page.get_by_role("textbox", name="Text for pupils")).to_be_visible()
    yield "one scene"
    press_beside_map(page, page.get_by_text("Preview the lesson"))
    yield "preview"


def _tabs(page: Page) -> Iterator[str]:
    expect(page.get_by_role("tab").first).to_be_visible()
    for tab in page.get_by_role("tab").all():
        tab.click()
        name = tab.inner_text()
        expect(page.get_by_role("tabpanel", name=name)).to_be_visible()
        yield name


def _claims(page: Page) -> Iterator[str]:
    yield "record"
    page.locator("label", has_text="Judge first").click()
    expect(page.locator(".st-key-judge-bar")).to_be_visible()
    yield "judge first"


def _your_data(page: Page) -> Iterator[str]:
    page.locator(".st-key-own-ways input[type=file]").first.set_input_files(
        {"name": "olaylar.csv", "mimeType": "text/csv", "buffer": MESSY}
    )
    expect(page.get_by_role("heading", name="3 problems")).to_be_visible()
    map_frame(page)
    for fold in page.locator(".st-key-own-tables-part details").all():
        fold.locator("summary").click()
    page.get_by_role("tab", name="Add an event").click()
    expect(page.get_by_role("textbox", name="What happened")).to_be_visible()
    yield "a messy table, and the form of an event"


PARTS = {
    "compare": _compare,
    "lessons": _lessons,
    "write_a_lesson": _writing,
    "territory": _tabs,
    "claims": _claims,
    "sources_and_words": _tabs,
    "your_data": _your_data,
}
"""How the states of a page of the app are walked, by its file."""


SHORTEN = """(most) => {
  const isLong = (part) => part.children.length > most && !part.contains(document.querySelector("h2"));
  for (const part of [...document.querySelectorAll("main *")].filter(isLong)) {
    for (const row of [...part.children].slice(most)) row.remove();
  }
}"""


def site_states(page: Page, folder: str, most: int = 25) -> Iterator[State]:
    """Walk through the pages of the site.

    Of a long list only the first rows are left.

    Args:
        page: where they are opened.
        folder: address of the site.
        most: rows that are left; checking hundreds that are alike takes long.
    """
    for name in ("index.html", *(name for name, _ in NAVIGATION), "help/research/tables.html"):
        page.goto(f"{folder}/{name}")
        if name != "map.html":
            page.evaluate(SHORTEN, most)
        yield State(f"site, {name}", [page.main_frame])


def small_states(page: Page, url: str, document: str, folder: str) -> Iterator[State]:
    """Walk through what a telephone shows of file, app and site."""
    page.goto(document)
    frame = map_frame(page)
    yield State("file: map", [frame])
    frame.evaluate("(id) => window.timemap.select(id)", EVENT)
    expect(frame.get_by_role("region", name="Selected event")).to_be_visible()
    yield State("file: event card", [frame])
    frame.evaluate("window.timemap.select(null)")
    frame.get_by_role("button", name="Hide events").click()
    press(frame, "Legend")
    expect(frame.locator(".legend.open:not([aria-busy])")).to_be_visible()
    yield State("file: legend", [frame])
    for each in PAGES:
        page.goto(f"{url}/{each.file if each is not PAGES[0] else ''}")
        expect(page.get_by_role("heading", level=1).first).to_be_attached()
        at_rest(page)
        yield State(f"app, {each.file}", [page.main_frame])
    for name in ("index.html", "lessons.html", "numbers.html"):
        page.goto(f"{folder}/{name}")
        yield State(f"site, {name}", [page.main_frame])
