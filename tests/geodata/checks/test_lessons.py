"""The check of lessons passes on our own, and each of its rules can fail."""

from __future__ import annotations

import re
import zipfile
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from geodata.checks import check_lessons
from geodata.cli.main import main
from geodata.lessons.lesson_file import LONGEST_TEXT
from geodata.lessons.model import GlossaryTerm, Scene
from geodata.lessons.reader import ReadLesson, read_lesson, read_lesson_text
from geodata.lessons.writer import lesson_markdown
from tests import project_data
from tests.paths import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from geodata.atlas import Atlas
    from geodata.io.problems import Problem

SIEGE = next(read for read in project_data.lessons() if read.file == "the-siege-of-kobane.md")

LAST = project_data.atlas().setting("events-known-until")
TOO_LATE = str(date.fromisoformat(LAST) + timedelta(days=1))

BEFORE = {"days": None, "mode": "until", "events": ("ypg-takes-over-kobane-2012",)}


def problems_of(atlas: Atlas, scene: dict[str, Any] | None = None, **lesson: Any) -> list[Problem]:  # noqa: ANN401 - any field
    """Return what is wrong with our lesson of the siege once fields of it, or of its first scene, are changed.

    The first scene has a text without numbers then, unless one is given.
    """
    scenes = SIEGE.lesson.scenes
    if scene:
        whole = {name: getattr(scenes[0], name) for name in Scene.model_fields} | {"text": "A text."} | scene
        lesson["scenes"] = (Scene.model_validate(whole), *scenes[1:])
    changed = SIEGE.lesson.model_copy(update=lesson)
    lines = tuple(range(1, len(changed.scenes) + 1))
    return list(check_lessons([ReadLesson(SIEGE.file, changed, lines, ())], atlas))


def test_our_lessons_have_no_problem(atlas: Atlas) -> None:
    assert [problem.sentence() for problem in check_lessons(project_data.lessons(), atlas)] == []


@pytest.mark.parametrize(
    ("scene", "column", "value", "words"),
    [
        (
            {"events": ("ypg-takes-over-kobane",)},
            "events",
            "ypg-takes-over-kobane",
            '"ypg-takes-over-kobane-2012"',
        ),
        ({"events": ("kobane-city-recaptured",)}, "events", "kobane-city-recaptured", "on the days that the scene"),
        ({"events": ()}, "events", "", "an event or a claim behind the text"),
        ({"areas": ("sna",)}, "areas", "sna", "an id from controllers.csv or zones.csv"),
        ({"terms": ("isis",)}, "terms", "isis", "an id from terms.csv"),
        ({"claims": ("claim-99",)}, "claims", "claim-99", "an id from claims.csv"),
        ({"sources": ("hearsay",)}, "sources", "hearsay", "an id from sources.csv"),
        ({"view": {"place": "kobani"}}, "view", "kobani", 'Did you mean "kobane"?'),
        ({"view": {"lat": 38.36, "lon": 36.89}}, "view", "38.36, 36.89", "a point on the map, 34.3 to 38.3 north"),
        (BEFORE | {"moment": "2013-12-31"}, "moment", "2013-12-31", "a date from 2014-01-01 to"),
        (BEFORE | {"moment": TOO_LATE}, "moment", TOO_LATE, f"to {LAST}"),
        ({"days": None, "compare": TOO_LATE}, "compare", TOO_LATE, f"to {LAST}"),
        ({"text": "word " * 91}, "text", "91 words", "at most 90 words"),
        ({"question": "*what* " * 36}, "question", "36 words", "at most 35 words"),
        ({"title": "The city is retaken"}, "title", "The city is retaken", "See line 1."),
        ({"text": "Two of the 41 parties took part."}, "text", "41", "They give 14, 22."),
        ({"text": "Within 1,206 days."}, "text", "1,206", "term, source or zone of the scene."),
        ({"question": "Why 23 ministers?"}, "question", "23", "of the scene. They give 14, 22."),
        ({"text": "It was 1,5,6 times as much."}, "text", "1,5,6", "They give 14, 22."),
    ],
)
def test_a_scene_that_does_not_agree_with_the_tables_is_told(
    atlas: Atlas, scene: dict[str, Any], column: str, value: str, words: str
) -> None:
    (problem,) = problems_of(atlas, scene)
    assert (problem.file, problem.column, problem.value) == (SIEGE.file, column, value)
    assert words in problem.sentence()


def test_texts_of_just_the_right_length_are_no_fault(atlas: Atlas) -> None:
    assert problems_of(atlas, {"text": "word " * 90, "question": "what " * 35}) == []


@pytest.mark.parametrize(
    "text",
    [
        "Of the 14 parties 2 took part; 22 ministers.",  # in figures, and in words: "two took part"
        "On 6-8 October 2014, at 16:00, in 2014-15 and in the 1990s, on the 24th.",
        "By the M4, with C-130 aircraft, three or thirteen of them.",
    ],
)
def test_numbers_of_the_records_and_times_and_names_are_no_fault(atlas: Atlas, text: str) -> None:
    assert problems_of(atlas, {"text": text, "question": text}) == []


@pytest.mark.parametrize(
    ("scene", "number"),
    [
        ({"claims": ("claim-07",)}, "40-60"),
        ({"terms": ("trial-neutral",)}, "108"),
        (
            {
                "sources": ("deutsche-welle-2014-11-30-more-attacks-in-kobani",),
                "events": ("border-gate-attack-november",),
            },
            "39",
        ),
        ({"areas": ("peace-spring-area",)}, "4,820"),
    ],
)
def test_a_number_may_stand_in_any_record_that_the_scene_names(
    atlas: Atlas, scene: dict[str, Any], number: str
) -> None:
    everything = {"days": None, "moment": "2014-11-29", "mode": "until", "events": ("ypg-takes-over-kobane-2012",)}
    text = {"text": f"It is {number}."}
    assert problems_of(atlas, everything | text | scene) == []
    assert {problem.column for problem in problems_of(atlas, everything | text)} == {"text"}


@pytest.mark.parametrize(
    ("fields", "column", "words"),
    [
        ({"age": None}, "age", "so that teachers can choose"),
        ({"minutes": None}, "minutes", "so that teachers can choose"),
        ({"aims": ()}, "aims", "so that teachers can choose"),
        ({"words": (GlossaryTerm(term="isis"),)}, "words", "an id from terms.csv"),
        ({"sources": ("hearsay",)}, "sources", "an id from sources.csv"),
        ({"scenes": SIEGE.lesson.scenes[:5]}, "scene", "6 to 12 scenes"),
        ({"scenes": SIEGE.lesson.scenes[:6]}, "", ""),
    ],
)
def test_a_lesson_that_lacks_something_is_told(atlas: Atlas, fields: dict[str, Any], column: str, words: str) -> None:
    problems = problems_of(atlas, **fields)
    assert [problem.column for problem in problems] == ([column] if column else [])
    assert all(words in problem.sentence() for problem in problems)


def test_the_command_checks_ours_and_any_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    scenes = sum(len(read.lesson.scenes) for read in project_data.lessons())
    first = capsys.readouterr().out.splitlines()[0]
    assert first.endswith(f"; {len(project_data.lessons())} lessons with {scenes} scenes.")
    mine = tmp_path / "Mine.md"
    text = lesson_markdown(SIEGE.lesson).replace("black-flags-raised", "white-flags-raised")
    mine.write_text(text, "utf-8")
    line = text.split("\n").index("## At the edge of the city") + 1
    assert main(["check", str(mine)]) == 1
    told, last = capsys.readouterr().out.splitlines()
    assert told.startswith(f'Mine.md, line {line}, events: got "white-flags-raised"')
    assert last.startswith("1 problem in Mine.md, checked with the other tables")
    assert last.endswith(f"; 1 lesson with {len(SIEGE.lesson.scenes)} scenes.")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("---\ntitle: \N{LATIN SMALL LETTER E WITH ACUTE}\n---\n".encode("latin-1"), "UTF-8 text"),
        (b"a" * (LONGEST_TEXT + 1), "a file of at most 1,000,000 bytes"),
        (None, "a readable file"),
    ],
)
def test_of_a_file_that_cannot_be_read_nothing_is_told_but_that(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, expected: str
) -> None:
    file = tmp_path / "mine.md"
    if content is not None:
        file.write_bytes(content)
    assert main(["check", str(file)]) == 1
    told, last = capsys.readouterr().out.splitlines()
    assert told.startswith(f'mine.md: got "mine.md", expected {expected}.')
    assert last.startswith("1 problem in mine.md")


def test_a_zip_file_whose_text_cannot_be_read_is_a_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with zipfile.ZipFile(tmp_path / "mine.zip", "w") as archive:
        archive.writestr("lesson.md", "Kobanê".encode("latin-1"))
    assert main(["check", str(tmp_path / "mine.zip")]) == 1
    told, last = capsys.readouterr().out.splitlines()
    assert told.startswith('lesson.md: got "lesson.md", expected UTF-8 text')
    assert last.startswith("1 problem in lesson.md, mine.zip")


@pytest.mark.parametrize(
    ("field", "typed", "expected"),
    [
        ("minutes", "9" * 5000, "a whole number such as 45"),
        ("minutes", "long", "a whole number such as 45"),
        ("minutes", "9" * 50, "a number of at most 600"),
        ("age", "18-14", "the age range of the pupils, such as 14-18"),
    ],
)
def test_a_field_that_cannot_be_read_is_not_told_as_missing_too(
    atlas: Atlas, field: str, typed: str, expected: str
) -> None:
    text = lesson_markdown(SIEGE.lesson)
    (line,) = [line for line in text.split("\n") if line.startswith(f"{field}:")]
    read = read_lesson_text(text.replace(line, f"{field}: {typed}"), "mine.md")
    assert [(problem.column, problem.expected) for problem in check_lessons([read], atlas)] == [(field, expected)]


def test_the_example_of_the_documentation_lacks_nothing_but_scenes(atlas: Atlas, tmp_path: Path) -> None:
    page = (ROOT / "docs" / "teaching" / "write-a-lesson.md").read_text("utf-8")
    example = page.split("````markdown\n")[1].split("````\n")[0]
    (tmp_path / "mine.md").write_text(example, "utf-8")
    (picture,) = re.findall(r"^file: (\S+)$", example, re.MULTILINE)
    Image.new("RGB", (40, 30), "green").save(tmp_path / picture)
    read = read_lesson(tmp_path / "mine.md")
    assert [problem.column for problem in check_lessons([read], atlas)] == ["scene"]
    assert len(read.lesson.scenes) == 1
