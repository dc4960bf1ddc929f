"""A fault in a lesson is told with its line, its field, what was read and what was expected; the rest is kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from geodata.dates.span import DAY, Span
from geodata.lessons.lesson_file import LONGEST_TEXT
from geodata.lessons.model import Scene, SceneViewport
from geodata.lessons.reader import read_lesson, read_lesson_text, read_lessons

if TYPE_CHECKING:
    from pathlib import Path

    from geodata.lessons.reader import ReadLesson

FRONT = "---\ntitle: A lesson\nage: 14-18\nminutes: 45\naims: [see it]\n---\n\n"
GOOD = "## Good\n\n```scene\nmoment: 2014-10-06\nview: {place: kobane, zoom: 12}\nevents: a, b\n```\n\nText.\n"


def read_body(body: str) -> ReadLesson:
    return read_lesson_text(FRONT + body, "mine.md")


def told(read: ReadLesson) -> list[tuple[int | None, str, str]]:
    return [(problem.row, problem.column, problem.value) for problem in read.problems]


def test_a_lesson_in_good_order_is_read_whole() -> None:
    note = "\n::: question\nWho says so?\n:::\n\n::: teacher\nGive them time.\n:::\n"
    read = read_body("For the class.\n\n::: teacher\nBefore you start.\n:::\n\n" + GOOD + note)
    assert read.problems == ()
    lesson = read.lesson
    assert (lesson.id, lesson.title, lesson.age, lesson.minutes, lesson.aims) == (
        "mine",
        "A lesson",
        "14-18",
        45,
        ("see it",),
    )
    assert (lesson.text, lesson.teacher) == ("For the class.", "Before you start.")
    (scene,) = lesson.scenes
    assert (scene.title, scene.day, scene.events) == ("Good", date(2014, 10, 6), ("a", "b"))
    assert (scene.text, scene.question, scene.teacher) == ("Text.", "Who says so?", "Give them time.")
    assert read.lines == (14,)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("2014-10-06", "31/02/2014", (11, "moment", "31/02/2014", "a date such as 2018-02-28")),
        ("2014-10-06", "2014-02-30", (11, "moment", "2014-02-30", "a date such as 2018-02-28")),
        ("zoom: 12", "zoom: near", (12, "view", "near", "a number such as 36.89")),
        ("zoom: 12", "zoom: 40", (12, "view", "40", "a number of at most 17")),
        ("place: kobane", "lat: 91, lon: 38", (12, "view", "91", "a number of at most 90")),
        ("place: kobane", "lat: 36", (12, "view", "lat: 36, zoom: 12", "lat and lon, or the place")),
        ("{place: kobane, zoom: 12}", "[a]", (12, "view", "a", "named fields")),
        ("events: a, b", "events: Kobane!", (13, "events", "Kobane!", "lower-case letters, digits")),
        ("events: a, b", "range: 2014", (13, "range", "2014", "two days, such as")),
        ("events: a, b", "range: [2014-10-07, 2014-10-08]", (11, "moment", "2014-10-06", "a day in the range")),
        ("events: a, b", "range: [2014-10-08, 2014-10-07]", (13, "range", "2014-10-08, 2014-10-07", "a second day")),
        ("events: a, b", "compare: 2014-10-06", (13, "compare", "2014-10-06", "a day other than 2014-10-06")),
        ("events: a, b", "compare: later", (13, "compare", "later", "a date such as")),
        (
            "events: a, b",
            "range: [2014-10-01, 2014-10-07]\ncompare: 2014-10-08",
            (14, "compare", "2014-10-08", "a day in the range, from 2014-10-01 to 2014-10-07"),
        ),
        ("events: a, b", "window: -1", (13, "window", "-1", "a number of at least 0")),
        ("events: a, b", "window: a week", (13, "window", "a week", "a whole number such as 45")),
        ("events: a, b", "mode: night", (13, "mode", "night", 'one of "day", "until" or "range"')),
        ("events: a, b", "events: [a", (13, "events", "events: [a", "a bracket that is closed")),
        ("events: a, b", "events: &a [b]\nterms: *a", (14, "terms", "terms: *a", "no references to other fields")),
        ("Text.", "", (9, "text", "", "a value")),
        ("Text.", "### Under", (16, "text", "### Under", "no heading inside a text")),
        ("Text.", "Under\n---", (16, "text", "Under ---", "no heading inside a text")),
        ("Text.", "![a](b.png)", (16, "text", "![a](b.png)", "no picture inside a text")),
        ("Text.", "[a](javascript-page)", (16, "text", "[a](javascript-page)", "links to web addresses")),
        ("Text.", "::: note\nAh.", (16, "text", "::: note", '"::: question" or "::: teacher"')),
        ("Text.", "Text.\n```python\n1\n```", (17, "text", "```python 1 ```", "paragraphs, lists")),
        ("```scene", "```", (9, "scene", "Bad", "a block that starts with ```scene")),
        ("```\n\nText.", "Text.", (10, "scene", "```scene", "a line with ``` that ends the block")),
    ],
)  # fmt: skip
def test_a_scene_with_a_fault_is_told_and_the_others_stay(
    old: str, new: str, problem: tuple[int, str, str, str]
) -> None:
    row, column, value, expected = problem
    bad = GOOD.replace("Good", "Bad").replace("\n\n```", "\n```", 1).replace(old, new)
    assert bad != GOOD.replace("Good", "Bad")
    read = read_body(f"\n{bad}\n{GOOD}")
    assert [scene.title for scene in read.lesson.scenes] == ["Good"]
    assert (row, column, value) in told(read)
    assert any(found.row == row and found.expected.startswith(expected) for found in read.problems)


@pytest.mark.parametrize(
    ("body", "row", "column", "value"),
    [
        (GOOD.replace("events", "event"), 13, "event", "event"),
        (GOOD.replace("events: a, b", "moment: 2014-10-07"), 13, "moment", "moment"),
        (GOOD + "\n```scene\nmoment: 2014-10-07\n```\n", 18, "scene", "```scene"),
        (GOOD + "\n::: question\nWho?\n", 18, "question", "::: question"),
        ("::: question\nWho?\n:::\n\n" + GOOD, 8, "question", "question"),
    ],
)
def test_a_smaller_fault_costs_no_scene(body: str, row: int, column: str, value: str) -> None:
    read = read_body(body)
    assert [scene.title for scene in read.lesson.scenes] == ["Good"]
    assert told(read) == [(row, column, value)]


@pytest.mark.parametrize(
    ("front", "row", "column", "value"),
    [
        ("", 1, "title", ""),
        ("---\n---\n", 1, "title", ""),
        ("---\ntitle: A\nminutes: long\n---\n", 3, "minutes", "long"),
        ("---\ntitle: A\nage: 18-14\n---\n", 3, "age", "18-14"),
        ("---\ntitle: A\nlanguage: Klingon\n---\n", 3, "language", "Klingon"),
        ("---\ntitle: A\nwords:\n- word: canton\n---\n", 3, "words", "word: canton"),
        ("---\ntitle: A\naims: {a: b}\n---\n", 3, "aims", "a: b"),
        ('---\ntitle: A\naims: ["\\uD800"]\n---\n', 3, "aims", "?"),
        ('---\ntitle: A\naims: "\\UFFFFFFFF"\n---\n', 3, "aims", 'aims: "\\UFFFFFFFF"'),
        ("---\ntitle: A\naims: " + "[" * 5000 + "\n---\n", 3, "aims", "aims: " + "[" * 74 + "\N{HORIZONTAL ELLIPSIS}"),
        ("---\n- A\n---\n", 2, "", "- A"),
    ],
)
def test_a_fault_in_front_costs_no_scene(front: str, row: int, column: str, value: str) -> None:
    read = read_lesson_text(front + "\n" + GOOD, "mine.md")
    assert [scene.title for scene in read.lesson.scenes] == ["Good"]
    assert read.lesson.title in {"A", "mine"}
    assert told(read)[0] == (row, column, value)


def test_line_ends_of_other_systems_are_no_fault() -> None:
    read = read_lesson_text((FRONT + GOOD).replace("\n", "\r\n"), "mine.md")
    assert read.problems == ()
    assert read.lesson == read_body(GOOD).lesson


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (None, "a readable file"),
        (b"\xff\xfea", "UTF-8 text"),
        (b"a" * (LONGEST_TEXT + 1), "a file of at most 1,000,000 bytes"),
    ],
)
def test_a_file_that_is_no_text_is_told(tmp_path: Path, content: bytes | None, expected: str) -> None:
    file = tmp_path / "My lesson.md"
    if content is not None:
        file.write_bytes(content)
    read = read_lesson(file)
    assert [problem.expected for problem in read.problems] == [expected]
    assert (read.lesson.id, read.lesson.scenes) == ("my-lesson", ())


def test_a_folder_gives_its_lessons_by_name(tmp_path: Path) -> None:
    for name in ("b.md", "a.md", "c.txt"):
        (tmp_path / name).write_text("\N{BYTE ORDER MARK}" + FRONT + GOOD, "utf-8")
    assert [(read.lesson.id, read.problems) for read in read_lessons(tmp_path)] == [("a", ()), ("b", ())]


@pytest.mark.parametrize(
    ("more", "day", "shown"),
    [
        ({"moment": "2014-10-06"}, "2014-10-13", True),
        ({"moment": "2014-10-06"}, "2014-10-14", False),
        ({"moment": "2014-10-06", "window": 0}, "2014-10-07", False),
        ({"moment": "2014-10-06", "mode": "until"}, "2012-07-19", True),
        ({"moment": "2014-10-06", "mode": "until"}, "2014-10-07", False),
        ({"moment": "2014-10-06", "mode": "until", "range": ["2014-01-01", "2014-12-31"]}, "2012-07-19", False),
        ({"range": ["2014-01-01", "2014-12-31"]}, "2014-12-31", True),
        ({"range": ["2014-01-01", "2014-12-31"]}, "2015-01-01", False),
        ({"moment": "2014-10-06", "range": ["2014-01-01", "2014-12-31"]}, "2014-12-31", False),
        ({"moment": "2014-10-06", "compare": "2015-01-26"}, "2015-01-20", True),
        ({"moment": "2014-10-06", "compare": "2015-01-26"}, "2014-12-01", False),
        ({"moment": "2014-10-06", "compare": "2015-01-26", "mode": "until"}, "2014-12-01", True),
    ],
)
def test_a_scene_shows_the_events_of_its_mode(more: dict[str, object], day: str, *, shown: bool) -> None:
    scene = Scene.model_validate({"title": "A", "view": SceneViewport(place="kobane"), "text": "x"} | more)
    assert scene.shows(Span(date.fromisoformat(day), date.fromisoformat(day) + DAY)) is shown
