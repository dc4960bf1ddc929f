"""Problems with input: where, what was read, what was expected, a hint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geodata.io.signs import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST_SHOWN = 80
"""Characters of a value that are shown; what follows is cut off."""

FEW = 20
"""So many problems of one column of a table are told where not all are asked for."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Problem with input: its place, value, expectation and hint."""

    file: str
    """Name of the file as the person who edits it knows it."""

    row: int | None
    """Row as a spreadsheet counts (the header is row 1); ``None`` when the whole file is meant."""

    column: str
    """Name of the column; empty when the whole row is meant."""

    value: str
    """The value as it was typed."""

    expected: str
    """What would have been right, in words."""

    hint: str = ""
    """What may help, in words; empty when nothing is known."""

    @property
    def shown(self) -> str:
        """The value on one line, cut off where it is long.

        A sign that cannot be seen is shown as its number in Unicode.
        """
        return _cut(self.value)

    def sentence(self) -> str:
        """Return the problem as one line for people.

        >>> Problem("events.csv", 17, "start", "31/02/2018", "a date such as 2018-02-28").sentence()
        'events.csv, row 17, column start: got "31/02/2018", expected a date such as 2018-02-28.'
        >>> Problem("siege.md", 3, "age", "old", "an age such as 12+").sentence()
        'siege.md, line 3, age: got "old", expected an age such as 12+.'
        """
        is_table = not self.file.endswith(".md")
        where = visible(self.file)
        if self.row is not None:
            where += f", {'row' if is_table else 'line'} {self.row}"
        if self.column:
            where += f", {'column ' if is_table else ''}{_cut(self.column)}"
        return f'{where}: got "{self.shown}", expected {self.expected}.' + (f" {self.hint}" if self.hint else "")


def _cut(text: str) -> str:
    line = visible(text[: 100 * LONGEST_SHOWN])
    return line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 1] + "…"


def in_brief(problems: Iterable[Problem], most: int | None = FEW) -> Iterator[str]:
    """Yield the sentences of problems, column by column.

    Of each the first ``most``, then how many more there are.

    >>> bad = [Problem("events.csv", row, "lat", "x", "a number such as 36.89") for row in range(2, 500)]
    >>> list(in_brief(bad, 1))
    ['events.csv, row 2, column lat: got "x", expected a number such as 36.89.', '... and 497 more like this.']

    Args:
        problems: of any number of files.
        most: None for all.
    """
    kinds: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        kinds.setdefault((problem.file, problem.column), []).append(problem)
    for alike in kinds.values():
        yield from (problem.sentence() for problem in alike[:most])
        if most is not None and len(alike) > most:
            yield f"... and {len(alike) - most:,} more like this."
