"""The page on which a lesson is written: its forms hold what is typed, say what is wrong, and lose nothing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from geodata.lessons.reader import LESSONS, read_lesson_text
from tests import project_data
from tests.pages.app import with_map
from timemap.app.lesson_editor.map_panel import KEY
from timemap.app.lesson_editor.options import MODES
from timemap.app.page_files import page_file
from timemap.lesson_drafts.markdown import draft_markdown
from timemap.text.markdown import escape_markdown

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest
    from streamlit.testing.v1.element_tree import Button

    from geodata.lessons.model import Lesson
    from timemap.lesson_drafts.draft import Draft

PAGE = page_file("write_a_lesson")
OURS = [read.lesson for read in project_data.lessons()]
SIEGE = (LESSONS / "the-siege-of-kobane.md").read_text(encoding="utf-8")
FIELDS = ("text_input", "text_area", "number_input", "date_input", "selectbox", "multiselect")
LOAD = "Load a lesson (Markdown, or zip with its pictures)"
SCRIPT = "<script>alert(1)</script> **b** $x$ :red[r] [l](javascript:alert(1))"


def opened() -> AppTest:
    return sound(with_map("write_a_lesson", KEY))


def sound(app: AppTest) -> AppTest:
    """Return the app, which must show the whole page and no error."""
    assert not app.exception
    assert [row.value for row in app.header] == ["Scenes", "About the lesson", "Save and load"]
    return app


def with_copy(lesson_id: str = "the-siege-of-kobane") -> AppTest:
    """Return the page with a copy of one of our lessons opened."""
    app = opened()
    app.selectbox(key="lesson-copy").set_value(lesson_id).run()
    return press(app, "lesson-open-copy")


def button(app: AppTest, name: str) -> Button:
    """Return the button whose key is this, but for what tells it from those of other scenes, drafts and files."""
    (found,) = (row for row in app.button if row.key and row.key.rpartition("-")[0] == name)
    return found


def press(app: AppTest, name: str) -> AppTest:
    button(app, name).click().run()
    return sound(app)


def press_twice(app: AppTest, name: str) -> AppTest:
    """Press a button a second time before the browser knows what the first time did."""
    pressed = button(app, name)
    pressed.click().run()
    return press_late(app, pressed)


def press_late(app: AppTest, seen: Button) -> AppTest:
    """Press a button that was seen before and that the page may no longer have."""
    app.main.children[max(app.main.children) + 1] = seen
    seen.click()
    return sound(app.run())


def upload(app: AppTest, name: str, content: bytes) -> AppTest:
    field(app, "file_uploader", LOAD).set_value((name, content, "text/markdown")).run()
    return sound(app)


def draft(app: AppTest) -> Draft:
    found: Draft = app.session_state["lesson-draft"]
    return found


def text(app: AppTest) -> str:
    """Return the file that the draft would be kept in."""
    return draft_markdown(draft(app))


def titles(app: AppTest) -> list[str]:
    return [scene.title for scene in draft(app).scenes]


def field(app: AppTest, kind: str, label: str) -> Any:  # noqa: ANN401 # a widget of any kind
    """Return the first widget of a kind with this label."""
    return next(widget for widget in app.get(kind) if getattr(widget, "label", "") == label)


def fill(app: AppTest, kind: str, label: str, value: object) -> AppTest:
    field(app, kind, label).set_value(value).run()
    return sound(app)


def notes(app: AppTest) -> list[str]:
    """Return what the page says beside its fields."""
    return [row.value for row in app.markdown if ":material/edit_note:" in row.value]


def test_who_comes_first_is_told_how_to_begin_and_nothing_is_called_missing() -> None:
    app = opened()
    assert "Add this as a scene" in app.info[0].value
    assert notes(app) == []
    assert not app.warning
    assert app.button(key="lesson-download").disabled


@pytest.mark.parametrize("lesson", OURS, ids=lambda lesson: lesson.id)
def test_each_of_our_lessons_is_opened_and_written_again_unchanged(lesson: Lesson) -> None:
    app = with_copy(lesson.id)
    assert titles(app) == [scene.title for scene in lesson.scenes]
    assert len(app.radio[0].options) == len(lesson.scenes)
    assert notes(app) == []
    written = text(app)
    assert read_lesson_text(written, f"{lesson.id}.md").lesson == lesson


def test_what_is_typed_is_kept_and_what_is_wrong_stands_beside_it() -> None:
    app = with_copy()
    fill(app, "text_input", "Title", "Another beginning")
    fill(app, "text_area", "Question", "Why?")
    assert draft(app).scenes[0].title == "Another beginning"
    assert draft(app).scenes[0].question == "Why?"
    assert app.radio[0].options[0].startswith("1. Another beginning")
    fill(app, "text_area", "Text for pupils", "## A heading")
    fill(app, "multiselect", "Events behind this text", [])
    assert any("no heading inside a text" in note for note in notes(app))
    assert "to do" in app.radio[0].options[0]
    assert draft(app).scenes[0].text == "## A heading"


def test_scenes_change_places_and_one_that_is_deleted_comes_back_to_its_place() -> None:
    app = with_copy()
    before = titles(app)
    press(app, "scene-down")
    assert titles(app)[:3] == [before[1], before[0], before[2]]
    assert field(app, "text_input", "Title").value == before[0]
    press(app, "scene-delete")
    assert titles(app) == [before[1], *before[2:]]
    press(app, "scene-back")
    press(app, "scene-up")
    assert titles(app) == before


def test_a_draft_outlives_a_visit_to_another_page() -> None:
    app = with_copy()
    fill(app, "text_input", "Title of the lesson", "Our own")
    fill(app, "text_area", "Text for pupils", "Our own text.")
    kept = text(app)
    app.switch_page(page_file("lessons")).run()
    assert not app.exception
    app.switch_page(PAGE).run()
    # As in a browser the map comes alone, and asks for the rest when it is there.
    app.run()
    sound(app)
    assert text(app) == kept
    assert field(app, "text_input", "Title of the lesson").value == "Our own"
    assert field(app, "text_area", "Text for pupils").value == "Our own text."


def begins_with(widget: Any) -> object:  # noqa: ANN401 # a widget of any kind
    """Return what a browser that builds a field anew builds it with, and tells as what was typed."""
    proto = widget.proto
    match widget.type:
        case "multiselect":
            return [widget.options[place] for place in proto.default]
        case "selectbox":
            return widget.options[proto.default]
        case "date_input":
            return [date.fromisoformat(day.replace("/", "-")) for day in proto.default]
        case "number_input":
            return int(proto.default) if proto.HasField("default") else None
        case _:
            return proto.default


def test_a_browser_that_builds_a_field_anew_builds_it_with_what_the_draft_holds() -> None:
    app = with_copy()
    fill(app, "text_input", "Title of the lesson", "Our own")
    fill(app, "date_input", "Date", date(2014, 10, 6))
    fill(app, "number_input", "Minutes", 33)
    fill(app, "number_input", "Include events within (days)", 9)
    fill(app, "selectbox", "Events shown", "range")
    events = field(app, "multiselect", "Events behind this text")
    fill(app, "multiselect", "Events behind this text", events.value[:1])
    scene = draft(app).scenes[0]
    assert (scene.window, scene.mode, draft(app).minutes, len(scene.events)) == (9, "range", 33, 1)
    app.run()
    begun = {getattr(each, "label", ""): begins_with(each) for kind in FIELDS for each in app.main.get(kind)}
    assert begun["Title of the lesson"] == "Our own"
    assert begun["Title"] == scene.title != ""
    assert begun["Text for pupils"] == scene.text != ""
    assert begun["Aims, one per line"] == draft(app).aims != ""
    assert begun["Date"] == [date(2014, 10, 6)]
    assert begun["Minutes"] == 33
    assert begun["Include events within (days)"] == 9
    assert begun["Events shown"] == MODES["range"]
    assert begun["Events behind this text"] == [events.options[events.indices[0]]]


def test_a_second_press_of_a_quick_pair_does_nothing_more() -> None:
    app = with_copy()
    before = titles(app)
    press_twice(app, "scene-delete")
    assert titles(app) == before[1:]
    press(app, "scene-delete")
    assert titles(app) == before[2:]
    press_twice(app, "scene-back")
    assert titles(app) == before[1:]
    press_twice(app, "scene-back")
    assert titles(app) == before
    fill(app, "text_input", "Title of the lesson", "Our own")
    for name in ("lesson-new", "lesson-swap"):
        press_twice(app, name)
    assert draft(app).title == "Our own"
    app.selectbox(key="lesson-copy").set_value("reading-a-column").run()
    press_twice(app, "lesson-open-copy")
    press(app, "lesson-swap")
    assert draft(app).title == "Our own"


def test_a_file_is_taken_in_once() -> None:
    app = with_copy("reading-a-column")
    count = len(titles(app))
    upload(app, "siege.md", SIEGE.encode())
    press_twice(app, "lesson-add")
    assert len(titles(app)) == count + SIEGE.count("\n## ")
    before = text(app)
    upload(app, "siege.md", SIEGE.encode())
    press_twice(app, "lesson-open")
    press(app, "lesson-swap")
    assert text(app) == before


@pytest.mark.parametrize("name", ["scene-up", "scene-down", "scene-delete"])
def test_a_press_that_comes_when_another_scene_is_chosen_or_its_own_is_gone_touches_none(name: str) -> None:
    app = with_copy()
    app.radio[0].set_value(draft(app).scenes[2].key).run()
    sound(app)
    late, delete = button(app, name), button(app, "scene-delete")
    app.radio[0].set_value(draft(app).scenes[1].key).run()
    sound(app)
    before = titles(app)
    press_late(app, late)
    assert titles(app) == before
    app.radio[0].set_value(draft(app).scenes[2].key).run()
    press_late(app, delete)
    after = titles(app)
    assert len(after) == len(before) - 1
    press_late(app, late)
    assert titles(app) == after


def test_script_in_every_field_stays_text() -> None:
    app = with_copy()
    for label in [row.label for row in app.text_input]:
        fill(app, "text_input", label, SCRIPT)
    for label in [row.label for row in app.text_area]:
        fill(app, "text_area", label, SCRIPT)
    upload(app, "ours.md", text(app).encode())
    shown = [*app.radio[0].options, *(row.value for rows in (app.markdown, app.caption, app.warning) for row in rows)]
    told = [words for words in shown if "alert" in words]
    assert len(told) >= 3  # beside a field, in the list of the scenes, and of the file
    assert all(escape_markdown(SCRIPT[:25]) in words for words in told)
    assert not any(row.allow_html for row in app.markdown)


def test_the_good_part_of_a_faulty_file_is_opened_and_what_was_open_is_put_aside() -> None:
    app = with_copy("reading-a-column")
    before = text(app)
    faulty = SIEGE.replace("moment: 2014-09-13", "moment: 13th of September", 1)
    upload(app, "faulty.md", faulty.encode())
    said = app.warning[-1].value
    assert escape_markdown("faulty.md") in said
    assert "13th of September" in said
    assert escape_markdown("2018-02-28") in said  # the date that is shown for what was expected
    assert text(app) == before
    press(app, "lesson-open")
    assert len(draft(app).scenes) == SIEGE.count("\n## ")
    assert any("13th of September" in warning.value for warning in app.warning)
    press(app, "lesson-swap")
    assert text(app) == before


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("no-markdown.md", b"\x89PNG\r\n\x1a\n\x00\xff", "UTF-8 text"),
        ("word.md", b"PK\x03\x04\xff", "This is a zip file or a Word document."),
        (
            "latin.md",
            SIEGE.replace("Kobane", "Koban\N{LATIN SMALL LETTER E WITH CIRCUMFLEX}").encode("cp1252", "replace"),
            "UTF-8 text",
        ),
        ("large.md", b"x" * 5_000_000, "1,000,000 bytes"),
        ("front.md", SIEGE.replace("minutes:", "minutes: [", 1).encode(), "a bracket that is closed"),
        ("empty.md", b"", "fields between two lines of ---"),
    ],
    ids=lambda value: value if isinstance(value, str) and value.endswith(".md") else "",
)
def test_a_file_that_is_no_lesson_is_told_and_nothing_is_lost(name: str, content: bytes, said: str) -> None:
    app = with_copy()
    before = text(app)
    upload(app, name, content)
    assert escape_markdown(said) in app.warning[-1].value
    assert escape_markdown(name) in app.warning[-1].value
    assert text(app) == before


def test_of_very_many_faults_the_first_are_told_and_the_others_counted() -> None:
    faults = "nothing: 1\n" * 90
    app = upload(opened(), "many.md", f"---\ntitle: Many\n{faults}---\n".encode())
    told = app.warning[-1].value.splitlines()
    assert len(told) < 30
    assert "more" in told[-1]


def test_names_and_days_that_the_data_do_not_hold_are_told_before_the_form_and_beside_their_fields() -> None:
    wrong = SIEGE.replace("moment: 2014-09-13", "moment: 1914-09-13", 1).replace("- siege-begins", "- siege-beginz", 1)
    app = upload(opened(), "wrong.md", wrong.encode())
    press(app, "lesson-open")
    assert any(escape_markdown("1914-09-13") in note and escape_markdown("2012-07-19") in note for note in notes(app))
    place = next(place for place, scene in enumerate(draft(app).scenes) if "siege-beginz" in scene.events)
    app.radio[0].set_value(draft(app).scenes[place].key).run()
    sound(app)
    assert "Events behind this text" in app.warning[0].value
    assert any(
        escape_markdown("siege-beginz") in note and escape_markdown("siege-begins") in note for note in notes(app)
    )


def test_scenes_of_a_file_are_added_to_those_that_are_there() -> None:
    app = with_copy("reading-a-column")
    before = titles(app)
    upload(app, "siege.md", SIEGE.encode())
    press(app, "lesson-add")
    assert titles(app)[: len(before)] == before
    assert len(titles(app)) == len(before) + SIEGE.count("\n## ")


def test_what_was_typed_is_kept_where_a_link_is_pressed_before_its_run() -> None:
    app = with_copy()
    field(app, "text_area", "Text for pupils").set_value("Typed in a hurry.")
    app.switch_page(page_file("lessons")).run()  # the field and the page arrive together
    assert not app.exception
    app.switch_page(PAGE).run()
    sound(app.run())  # the map comes alone, and asks for the rest when it is there
    assert field(app, "text_area", "Text for pupils").value == "Typed in a hurry."
