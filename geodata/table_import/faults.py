"""Faults of cells: what was expected, what would be right, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """Kind of a fault, by the names that Frictionless Data gives them."""

    ENCODING = "encoding-error"
    SOURCE = "source-error"
    BLANK_HEADER = "blank-header"
    BLANK_LABEL = "blank-label"
    DUPLICATE_LABEL = "duplicate-label"
    MISSING_LABEL = "missing-label"
    BLANK_ROW = "blank-row"
    DUPLICATE_ROW = "duplicate-row"
    EXTRA_CELL = "extra-cell"
    MISSING_CELL = "missing-cell"
    TYPE = "type-error"
    CONSTRAINT = "constraint-error"
    PRIMARY_KEY = "primary-key"
    FOREIGN_KEY = "foreign-key"


@dataclass(frozen=True, slots=True)
class Fault:
    """Fault of a value, wherever it stands."""

    kind: FaultKind

    expected: str
    """What would have been right, in words, as in "a date such as 2018-02-28"."""

    suggestion: str = ""
    """A value that could stand there instead; empty where none is known."""

    hint: str = ""
    """What may help, in a sentence; empty when nothing is known."""


@dataclass(frozen=True, slots=True)
class CellFault:
    """A fault with its place in a file."""

    file: str
    sheet: str
    """Name of the sheet; empty where the file has one table."""

    row: int | None
    """Row as a spreadsheet counts; ``None`` when the whole sheet or file is meant."""

    column: str
    """Name of the column as in the file; empty when the whole row is meant."""

    value: str
    """The value as typed."""

    fault: Fault
