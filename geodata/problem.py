"""What is wrong with input is data: one problem says where, what was read, what was expected and what may help."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong in one place."""

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

    def sentence(self) -> str:
        """Return the problem as one line for people.

        >>> Problem("events.csv", 17, "start", "31/02/2018", "a date such as 2018-02-28").sentence()
        'events.csv, row 17, column start: read "31/02/2018", expected a date such as 2018-02-28.'
        """
        where = self.file
        if self.row is not None:
            where += f", row {self.row}"
        if self.column:
            where += f", column {self.column}"
        return f'{where}: read "{self.value}", expected {self.expected}.' + (f" {self.hint}" if self.hint else "")
