"""Validation of a draft: its problems by field.

The reader and the checks are those of a lesson's file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geodata.checks.lessons import check_lessons
from geodata.lessons.reader import Values, id_of, lesson_of

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.io.problems import Problem
    from geodata.lessons.model import Lesson
    from timemap.lesson_drafts.draft import Draft, SceneDraft

_OWN, _FIRST = 1, 2
"""Rows that the problems of the lesson itself and of its first scene have here."""

_ANYTHING = "a value"
"""How the check calls what a field should hold where the field itself says it."""

_NAMED = "an id from "
"""How the check begins to say what a field should hold that offers a list."""


@dataclass(frozen=True, slots=True)
class Checked:
    """Result of a check: the lesson of a draft, and its problems."""

    lesson: Lesson
    """The lesson with all that is right; a scene with a fault that keeps it from being read is not in it."""

    good: tuple[int, ...]
    """Places in the draft, from 0, of the scenes that are in it."""

    problems: tuple[Problem, ...]
    """All that is wrong."""

    def of_lesson(self, *fields: str) -> tuple[Problem, ...]:
        """Return what is wrong with these fields of the lesson itself.

        With any of them where none is named.
        """
        return self._of(_OWN, fields)

    def of_scene(self, place: int, *fields: str) -> tuple[Problem, ...]:
        """Return what is wrong with these fields of a scene.

        With any of them where none is named.
        """
        return self._of(_FIRST + place, fields)

    def _of(self, row: int, fields: tuple[str, ...]) -> tuple[Problem, ...]:
        found = (problem for problem in self.problems if problem.row == row)
        return tuple(problem for problem in found if not fields or problem.column in fields)


def file_name(draft: Draft) -> str:
    """Return the name of the file that a draft is kept in.

    >>> from timemap.lesson_drafts.draft import Draft
    >>> file_name(Draft(title="The siege of Kobanê"))
    'the-siege-of-kobane.md'
    """
    return f"{id_of(draft.title)}.md"


def check(draft: Draft, atlas: Atlas) -> Checked:
    """Return the lesson of a draft, and its problems.

    They are said as `python -m geodata check` would say them.
    """
    scenes = [_values(scene, _FIRST + place) for place, scene in enumerate(draft.scenes)]
    read = lesson_of(Values(draft.values, _OWN), scenes, file_name(draft))
    problems = tuple(check_lessons([read], atlas))
    return Checked(read.lesson, tuple(row - _FIRST for row in read.lines), problems)


def _values(scene: SceneDraft, row: int) -> Values:
    picture = None if scene.picture is None else Values(scene.picture.values, row)
    return Values(scene.values, row, picture=picture)


def in_file(problem: Problem) -> str:
    """Return what is wrong in a file as a sentence for who wrote it.

    >>> from geodata.io.problems import Problem
    >>> in_file(Problem("siege.md", 36, "moment", "autumn", "a date such as 2018-02-28"))
    'siege.md, line 36, moment: got "autumn", expected a date such as 2018-02-28.'
    """
    where = [problem.file, f"line {problem.row}" if problem.row else "", problem.column]
    if not problem.shown and problem.column:
        return f"{', '.join(filter(None, where))} is missing: {problem.expected}. {problem.hint}".strip()
    read = f'got "{problem.shown}", expected' if problem.shown else "missing:"
    return f"{', '.join(filter(None, where))}: {read} {problem.expected}. {problem.hint}".strip()


def in_words(problem: Problem) -> str:
    """Return what is wrong as sentences for who stands before the field."""
    if not problem.shown and problem.expected.startswith(_ANYTHING):
        return "Required."
    if problem.expected.startswith(_NAMED):
        return f'"{problem.shown}" is not in the list. {problem.hint}'.rstrip()
    read = f'Got "{problem.shown}", expected' if problem.shown else "Required:"
    # The hint of a title names a line of a file, which is not seen here.
    hint = f" {problem.hint}" if problem.hint and problem.column != "title" else ""
    return f"{read} {problem.expected}.{hint}"
