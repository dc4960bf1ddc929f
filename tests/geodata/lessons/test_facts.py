"""No number and no date stands in a lesson that the records of its scene do not give."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from geodata.lessons.prose import strip_markdown
from geodata.lessons.references import texts_behind
from geodata.text.numerals import numbers_in, value_of
from tests import project_data
from tests.geodata.lessons.figures import Figures, figures_of, unsupported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geodata.atlas import Atlas
    from geodata.lessons.model import Scene
    from geodata.lessons.reader import ReadLesson

LESSONS = project_data.lessons()
MINUTES = re.compile(r"\b[\w-]+ minutes\b|\blessons of \w+\b", re.IGNORECASE)


def records_of(atlas: Atlas, scene: Scene) -> Iterator[Figures]:
    """Yield the figures of every record that a scene names."""
    return (figures_of(record.text, record.days) for record in texts_behind(scene, atlas))


def whole_of(atlas: Atlas, read: ReadLesson) -> list[Figures]:
    """Return what all scenes together rest on, with the last days that are known and how many verdicts there are."""
    known = (atlas.setting_day("control-known-until"), atlas.setting_day("events-known-until"))
    table = figures_of(f"{len(atlas.verdicts)}", known)
    return [table, *(figures for scene in read.lesson.scenes for figures in records_of(atlas, scene))]


def test_there_are_lessons() -> None:
    assert LESSONS
    assert all(read.lesson.scenes for read in LESSONS)


@pytest.mark.parametrize("read", LESSONS, ids=lambda read: read.file)
def test_every_figure_of_a_scene_stands_in_its_records(atlas: Atlas, read: ReadLesson) -> None:
    wrong = {}
    for scene in read.lesson.scenes:
        told = f"{scene.title}. {strip_markdown(scene.text)} {strip_markdown(scene.question)}"
        wrong[scene.title] = unsupported(told, records_of(atlas, scene))
    assert {title: faults for title, faults in wrong.items() if faults} == {}


@pytest.mark.parametrize("read", LESSONS, ids=lambda read: read.file)
def test_every_figure_of_a_note_for_teachers_stands_in_the_records_of_its_lesson(
    atlas: Atlas, read: ReadLesson
) -> None:
    whole = whole_of(atlas, read)
    notes = [read.lesson.text, read.lesson.teacher, *(scene.teacher for scene in read.lesson.scenes)]
    wrong = [unsupported(_digits(strip_markdown(note)), whole) for note in notes]
    assert [faults for faults in wrong if faults] == []


def badly_written(text: str) -> list[str]:
    """Return the numbers of a text whose thousands have no comma between them."""
    return [
        number for number in numbers_in(text) if value_of(number).isdigit() and number != f"{int(value_of(number)):,}"
    ]


def test_thousands_are_parted_by_commas_in_lessons_and_claims(atlas: Atlas) -> None:
    scenes = [scene for read in LESSONS for scene in read.lesson.scenes]
    texts = [strip_markdown(text) for scene in scenes for text in (scene.text, scene.question, scene.teacher)]
    assert [number for text in texts for number in badly_written(text)] == []
    assert [number for claim in atlas.claims for number in badly_written(claim.finding)] == []


def test_a_number_without_commas_is_found() -> None:
    assert badly_written("Of 3,200 and 1206 and 180.000 in 2014, 90 or 3.6.") == ["1206", "180.000"]


def _digits(note: str) -> str:
    """Return a note without how long things take, and without numbers in words: notes count what pupils do."""
    return re.sub(
        r"\b[a-z]+\b",
        lambda word: "" if figures_of(word[0]).numbers else word[0],
        MINUTES.sub("", note),
        flags=re.IGNORECASE,
    )


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("979 ISIS", "997 ISIS", "997"),
        ("26 January", "25 January", "?-1-25"),
        ("1,206", "1,260", "1260"),
        ("12 rebel", "thirteen rebel", "13"),
        ("September 2014", "September 2013", "2013-9-10"),
        ("10 September 2014", "10 September 2015", "2015-9-10"),
        ("at least 15 tanks", "dozens of tanks", "dozen"),
    ],
)
def test_a_changed_figure_is_found(atlas: Atlas, old: str, new: str, fault: str) -> None:
    siege = next(read.lesson for read in LESSONS if read.file == "the-siege-of-kobane.md")
    scene = next(scene for scene in siege.scenes if old in strip_markdown(scene.text))
    assert fault not in unsupported(strip_markdown(scene.text), records_of(atlas, scene))
    assert fault in unsupported(strip_markdown(scene.text).replace(old, new), records_of(atlas, scene))
