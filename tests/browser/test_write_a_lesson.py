"""A lesson is written from views of the map, walked through on it, kept as a file, loaded again; nothing gets lost."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from geodata.atlas import load
from geodata.dataset import load_dataset
from geodata.lessons.reader import LESSONS, read_lesson
from tests.browser.app_page import at_rest, press_beside_map, settled_map
from tests.browser.map_page import FRAME, await_moment, go_to, map_frame, painted, set_state
from tests.browser.waiting import await_value
from timemap.document.render import render
from timemap.state.initial import initial_state

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Dialog, Frame, Locator, Page

    from geodata.lessons.reader import ReadLesson
    from tests.browser.chromium import Watch
    from tests.browser.conftest import OpenPage

FIRST_GUESS = "/write_a_lesson/_stcore/"
"""Where Streamlit looks first for its server when a page is opened by its own address; the answer sends it on."""

SIEGE = LESSONS / "the-siege-of-kobane.md"
DAYS = {"2014-10-06": "6 October 2014", "2018-01-20": "20 January 2018", "2019-10-13": "13 October 2019"}


def writing(open_page: OpenPage, app_url: str) -> tuple[Page, Frame]:
    """Go the way of a teacher to the page, and return it with its map."""
    page = open_page(app_url)
    settled_map(page)
    to_lessons(page)
    return page, back_to_writing(page)


def to_lessons(page: Page) -> None:
    page.get_by_role("link", name="Lessons", exact=True).click()
    expect(page.get_by_role("link", name="Write your own lesson")).to_be_visible()


def back_to_writing(page: Page) -> Frame:
    page.get_by_role("link", name="Write your own lesson").click()
    expect(page.get_by_role("heading", name="Write a lesson")).to_be_visible()
    frame = settled_map(page)
    expect(page.get_by_role("heading", name="Save and load")).to_be_visible()
    at_rest(page)
    return frame


def scene(page: Page, label: str) -> Locator:
    """Return the scene that is listed under this number and title."""
    return page.get_by_role("radio", name=label)


def to_map(page: Page) -> None:
    """Scroll to the map; before that is painted, the browser still gives the map what is pressed where it was."""
    page.locator(FRAME).scroll_into_view_if_needed()
    painted(page.main_frame)


def add(page: Page, frame: Frame, number: int, day: str) -> None:
    """Set the map to a day and add that as a scene."""
    to_map(page)
    go_to(frame, day)
    frame.get_by_role("button", name="Add this as a scene").click()
    expect(scene(page, f"{number}. {DAYS[day]}")).to_be_visible()
    at_rest(page)


def write(page: Page, label: str, words: str) -> None:
    """Fill a field of the form and leave it."""
    box = page.get_by_role("textbox", name=label, exact=True)
    box.fill(words)
    box.blur()
    at_rest(page)


def choose(page: Page, label: str) -> None:
    press_beside_map(page, page.locator("label").filter(has=scene(page, label)))
    at_rest(page)


def press(page: Page, name: str) -> None:
    press_beside_map(page, page.get_by_role("button", name=name))
    at_rest(page)


def loading(page: Page) -> Locator:
    """Return the field that takes in a lesson."""
    return page.get_by_test_id("stFileUploader").filter(has_text="Load a lesson").locator('input[type="file"]')


def downloaded(page: Page, folder: Path) -> ReadLesson:
    """Download the lesson and return it as geodata reads it."""
    with page.expect_download() as given:
        press_beside_map(page, page.get_by_role("button", name="Download the lesson (Markdown)"))
    path = folder / given.value.suggested_filename
    given.value.save_as(path)
    at_rest(page)
    return read_lesson(path)


def test_scenes_from_views_are_put_into_words_and_order_kept_as_a_file_and_loaded_again(
    open_page: OpenPage, app_url: str, tmp_path: Path
) -> None:
    page, frame = writing(open_page, app_url)
    for number, day in enumerate(DAYS, 1):
        add(page, frame, number, day)
        write(page, "Text for pupils", f"What was reported on {DAYS[day]}.")
    page.get_by_role("textbox", name="Title", exact=True).fill("The last comes first")
    write(page, "Question", "Why?")  # without waiting for the title to arrive
    up = page.get_by_role("button", name="Up", exact=True)
    up.focus()
    for place in (2, 1):
        page.keyboard.press("Enter")
        expect(scene(page, f"{place}. The last comes first")).to_be_visible()
        at_rest(page)
        expect(up).to_be_focused()
    page.get_by_role("textbox", name="Title of the lesson").fill("Of our own")
    read = downloaded(page, tmp_path)
    assert read.file == "of-our-own.md"
    assert read.problems == ()
    assert read.lesson.title == "Of our own"
    assert [each.title for each in read.lesson.scenes] == ["The last comes first", *list(DAYS.values())[:2]]
    assert [each.day.isoformat() for each in read.lesson.scenes] == ["2019-10-13", "2014-10-06", "2018-01-20"]
    assert all(each.text.startswith("What was reported on") for each in read.lesson.scenes)
    expect(page.get_by_text("You have unsaved changes")).to_have_count(0)
    press(page, "Start an empty lesson")
    expect(page.get_by_text("There are no scenes yet")).to_be_visible()
    loading(page).set_input_files(tmp_path / "of-our-own.md")
    press(page, "Open this lesson")
    expect(scene(page, "3. 20 January 2018")).to_be_visible()
    expect(page.get_by_role("textbox", name="Title", exact=True)).to_have_value("The last comes first")
    again = downloaded(page, tmp_path)
    assert again.lesson == read.lesson


def test_a_view_that_compares_becomes_a_scene_of_both_its_days(
    open_page: OpenPage, app_url: str, tmp_path: Path
) -> None:
    page, frame = writing(open_page, app_url)
    frame.get_by_role("button", name="Compare").click()
    for name, day in (("Left date", "2019-10-08"), ("Right date", "2019-10-31")):
        frame.get_by_role("textbox", name=name).fill(day)
        frame.get_by_role("textbox", name=name).press("Enter")
    await_value(frame, "the day that the map compares with", "window.timemap.compare", "2019-10-31")
    frame.get_by_role("button", name="Add this as a scene").click()
    expect(scene(page, "1. 8 October 2019")).to_be_visible()
    at_rest(page)
    write(page, "Text for pupils", "What has changed in between?")
    (read,) = downloaded(page, tmp_path).lesson.scenes
    assert [day.isoformat() for day in read.seen_days] == ["2019-10-08", "2019-10-31"]
    field = page.get_by_test_id("stDateInput").filter(has_text="Compare with")
    expect(field.get_by_role("spinbutton")).to_have_text(["31", "10", "2019"])
    frame.get_by_role("button", name="Stop comparing").click()
    await_value(frame, "the day that the map compares with", "window.timemap.compare", None)
    press(page, "Update date and map view")
    to_map(page)
    frame.get_by_role("button", name="Use this for scene 1").click()
    expect(frame.get_by_role("button", name="Add this as a scene")).to_be_visible()
    expect(scene(page, "1. 8 October 2019")).to_be_visible()
    at_rest(page)
    (read,) = downloaded(page, tmp_path).lesson.scenes
    assert read.compare is None


def test_the_preview_walks_through_the_scenes_and_follows_the_form(open_page: OpenPage, app_url: str) -> None:
    page, frame = writing(open_page, app_url)
    first, second, _ = DAYS
    add(page, frame, 1, first)
    add(page, frame, 2, second)
    choose(page, f"1. {DAYS[first]}")
    press_beside_map(page, page.get_by_text("Preview the lesson"))
    lesson = frame.get_by_role("region", name="Lesson")
    expect(lesson.get_by_text("scene 1 of 2")).to_be_visible()
    await_moment(frame, first)
    expect(lesson.get_by_text("No text yet.")).to_be_visible()
    at_rest(page)
    lesson.get_by_role("button", name="Next").click()
    await_moment(frame, second)
    expect(scene(page, f"2. {DAYS[second]}")).to_be_checked()
    at_rest(page)
    write(page, "Text for pupils", "Now there is one.")
    expect(lesson.get_by_text("Now there is one.")).to_be_visible()
    choose(page, f"1. {DAYS[first]}")
    await_moment(frame, first)
    to_map(page)
    lesson.get_by_role("button", name="Leave the lesson").click()
    expect(frame.get_by_role("button", name="Add this as a scene")).to_be_visible()
    at_rest(page)
    to_lessons(page)  # the press on its link is the first that is done outside the map since it was moved
    expect(page.get_by_role("heading", level=1)).to_have_text("Lessons")


def test_a_draft_outlives_a_visit_to_another_page_and_takes_another_view(open_page: OpenPage, app_url: str) -> None:
    page, frame = writing(open_page, app_url)
    add(page, frame, 1, "2014-10-06")
    write(page, "Text for pupils", "To be kept.")
    to_lessons(page)
    back_to_writing(page)
    expect(scene(page, "1. 6 October 2014")).to_be_visible()
    expect(page.get_by_role("textbox", name="Text for pupils")).to_have_value("To be kept.")
    press(page, "Update date and map view")
    frame = settled_map(page)
    to_map(page)
    go_to(frame, "2018-01-20")
    frame.get_by_role("button", name="Use this for scene 1").click()
    expect(frame.get_by_role("button", name="Add this as a scene")).to_be_visible()
    at_rest(page)
    expect(page.get_by_role("textbox", name="Text for pupils")).to_have_value("To be kept.")
    day = page.get_by_test_id("stDateInput").filter(has_text="Date").first
    expect(day.get_by_role("spinbutton")).to_have_text(["20", "01", "2018"])


def test_a_wrong_file_is_told_and_a_deleted_scene_comes_back(open_page: OpenPage, app_url: str, tmp_path: Path) -> None:
    page, frame = writing(open_page, app_url)
    add(page, frame, 1, "2014-10-06")
    wrong = tmp_path / "notes.md"
    wrong.write_bytes(SIEGE.read_bytes() + "é".encode("latin-1"))
    loading(page).set_input_files(wrong)
    expect(page.get_by_text("expected UTF-8 text")).to_be_visible()
    expect(page.get_by_role("button", name="Open this lesson")).to_be_disabled()
    at_rest(page)
    press(page, "Delete")
    expect(page.get_by_text("There are no scenes yet")).to_be_visible()
    press(page, "Restore: 6 October 2014")
    expect(scene(page, "1. 6 October 2014")).to_be_visible()


def test_a_draft_comes_back_after_a_reload_and_no_other_tab_takes_its_place(
    open_page: OpenPage, app_url: str, watch: Watch
) -> None:
    page, _ = writing(open_page, app_url)
    address, title = page.url, page.get_by_role("textbox", name="Title of the lesson", exact=True)
    write(page, "Title of the lesson", "Ten words that nobody should lose")
    with page.context.expect_page() as opened:
        page.evaluate("address => { open(address); }", address)  # has the storage of the first tab
    other = opened.value
    settled_map(other)
    expect(other.get_by_role("textbox", name="Title of the lesson", exact=True)).to_have_value("")
    write(other, "Title of the lesson", "Another lesson in another tab")
    for tab, words in ((page, "Ten words that nobody should lose"), (other, "Another lesson in another tab")):
        tab.bring_to_front()
        tab.reload()
        settled_map(tab)
        expect(tab.get_by_text("Restored your draft")).to_be_visible()
        expect(tab.get_by_role("textbox", name="Title of the lesson", exact=True)).to_have_value(words)
        at_rest(tab)
    page.bring_to_front()
    page.get_by_role("button", name="Discard it").click()
    expect(title).to_have_value("")
    at_rest(page)
    page.reload()
    settled_map(page)
    expect(page.get_by_role("button", name="Start an empty lesson")).to_be_visible()
    at_rest(page)
    expect(title).to_have_value("")
    asked: list[str] = []

    def accept(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", accept)
    title.press_sequentially("Not sent yet")
    page.reload()
    settled_map(page)
    assert asked == ["beforeunload"]
    watch.forgive(FIRST_GUESS)


ARABIC_LESSON = """---
title: عنوان abc
---
مقدمة abc

## مشهد abc

```scene
moment: 2012-11-09
view: kobane
events: [kobane-demonstration-shots-nov-2012]
```

نص abc

::: question
سؤال abc
:::

::: teacher
ملاحظة abc
:::
"""
"""Texts that begin in Arabic and end in Latin letters: their order on the screen shows which way a text runs."""

RUNS = """() => {
  const runs = {};
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node.data.trim();
    if (!/^[\u0600-\u06ff].* abc$/.test(text) || !node.parentElement.checkVisibility()) continue;
    const [first, last] = [0, text.length - 1].map((at) => {
      const range = document.createRange();
      range.setStart(node, node.data.indexOf(text) + at);
      range.setEnd(node, node.data.indexOf(text) + at + 1);
      return range.getBoundingClientRect().left;
    });
    runs[text] = (runs[text] ?? true) && last < first;
  }
  return runs;
}"""
"""Whether each of those texts runs from right to left, wherever it is seen."""


def arabic_event(folder: Path) -> str:
    """Write Arabic into an event of the tables in a folder; return its id."""
    table = folder / "events.csv"
    header, *rows = csv.reader(table.read_text("utf-8").splitlines())
    event = next(row for row in rows if row[0] in ARABIC_LESSON)
    for column in ("title", "summary", "contested"):
        event[header.index(column)] = f"حدث {column} abc"
    with table.open("w", encoding="utf-8", newline="") as written:
        csv.writer(written, lineterminator="\n").writerows([header, *rows])
    return event[0]


def test_texts_that_begin_in_arabic_run_from_right_to_left(
    open_page: OpenPage, app_url: str, folder: Path, tmp_path: Path, watch: Watch
) -> None:
    event = arabic_event(folder)
    (tmp_path / "arabic.md").write_text(ARABIC_LESSON, "utf-8")
    lesson = read_lesson(tmp_path / "arabic.md").lesson
    atlas = load(folder)
    opening = replace(initial_state(atlas, today=datetime.now(tz=UTC).date()), lessons=(lesson,), lesson=lesson.id)
    (tmp_path / "arabic.html").write_text(render(load_dataset(atlas), view=opening), "utf-8")
    page = open_page((tmp_path / "arabic.html").as_uri())
    frame = map_frame(page)
    assert page.evaluate(RUNS) == dict.fromkeys(("عنوان abc", "مقدمة abc"), True)
    set_state(frame, scene=1)
    scene_texts = ("عنوان abc", "مشهد abc", "نص abc", "سؤال abc", "حدث title abc")
    assert page.evaluate(RUNS) == dict.fromkeys(scene_texts, True)
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Teacher's notes").click()
    expect(opened.value.get_by_role("heading", name="مشهد abc")).to_be_visible()
    assert opened.value.evaluate(RUNS) == dict.fromkeys(("مشهد abc", "ملاحظة abc", "سؤال abc"), True)
    page.get_by_role("button", name="Leave the lesson").click()
    set_state(frame, event=event, moment="2012-11-09")
    event_texts = ("حدث title abc", "حدث summary abc", "حدث contested abc")
    assert page.evaluate(RUNS) == dict.fromkeys(event_texts, True)
    page.evaluate(
        """() => {
          for (const part of document.querySelectorAll(".card *")) {
            part.style.unicodeBidi = "normal";
            part.dir = "ltr";
          }
        }"""
    )
    assert page.evaluate(RUNS) == dict.fromkeys(event_texts, False)  # else this would show nothing
    page.goto(f"{app_url}/write_a_lesson")
    settled_map(page)
    loading(page).set_input_files(tmp_path / "arabic.md")
    press(page, "Open this lesson")
    expect(page.get_by_role("textbox", name="Title of the lesson")).to_have_value("عنوان abc")
    at_rest(page)
    fields = page.evaluate(
        """() => [...document.querySelectorAll(".stApp :is(input, textarea)")]
          .filter(({ value }) => /^[\u0600-\u06ff]/.test(value))
          .map((field) => [field.value.trim(), getComputedStyle(field).unicodeBidi])"""
    )
    assert {text: bidi for text, bidi in fields if bidi != "plaintext"} == {}
    assert {text for text, _ in fields} >= {"عنوان abc", "مشهد abc", "نص abc", "سؤال abc"}
    watch.forgive(FIRST_GUESS)
