"""Places of unprintable signs: lines of lessons, rows of tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodata.io.problems import Problem
from geodata.lessons.lesson_file import Unpacked, read_limited, unpack
from geodata.records.tables import KINDS
from timemap.typst.signs import sign_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from geodata.atlas import Atlas
    from timemap.typst.signs import MissingSignsError

EXPECTED = "text that can be printed"


def sign_sentences(error: MissingSignsError, atlas: Atlas, lessons: Iterable[Path] = ()) -> list[str]:
    """Return a sentence for each place of signs that cannot be printed.

    The error's own where none is found.

    Args:
        error: the signs.
        atlas: the tables that were printed.
        lessons: files of the lessons that were printed.
    """
    problems = [problem for sign in error.signs for problem in _places(sign, atlas, lessons)]
    return [problem.sentence() for problem in problems] or [str(error)]


def _places(sign: str, atlas: Atlas, lessons: Iterable[Path]) -> Iterator[Problem]:
    hint = f"No font here has {sign_in_words(sign)}."
    for path in lessons:
        came = unpack(read_limited(path), path.name) if path.is_file() else None
        if isinstance(came, Unpacked):
            lines = enumerate(came.text.splitlines(), 1)
            yield from (Problem(came.file, number, "", line, EXPECTED, hint) for number, line in lines if sign in line)
    for name, kind in KINDS.items():
        file = f"{name}.csv"
        lost = {problem.row for problem in atlas.problems if problem.file == file}
        records = getattr(atlas, name)
        rows = (row for row in range(2, len(records) + len(lost) + 2) if row not in lost)
        for row, record in zip(rows, records, strict=False):
            for column in kind.model_fields:
                value = getattr(record, column)
                cell = "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)
                if sign in cell:
                    yield Problem(file, row, column, cell, EXPECTED, hint)
