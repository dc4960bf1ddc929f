"""Tables of a file once it is opened, and what is to be said about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geodata.table_import.faults import CellFault, Fault, FaultKind

if TYPE_CHECKING:
    from geodata.table_import.questions import Question
    from geodata.table_import.sheets import Sheet

MOST_FAULTS = 1000
"""Faults of one kind that are listed one by one; a last one says how many more there are."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Encoding and signs by which a text was read.

    All are empty for a file that keeps cells as they are.
    """

    encoding: str = ""
    """Name of the encoding as Python has it, as in "utf-8" or "cp1254"."""

    delimiter: str = ""
    """What stands between cells."""

    quote: str = ""
    """What stands round a cell that holds a delimiter."""

    decimal: str = ""
    """The sign before decimals, as far as the first rows show it."""


@dataclass(frozen=True, slots=True)
class OpenedTable:
    """Sheets of a file, and what was wrong or open when it was read."""

    sheets: tuple[Sheet, ...] = ()
    """The chosen or only one first; empty when nothing could be read."""

    questions: tuple[Question, ...] = ()
    """What can be read in two ways; the first option of each was used unless it was answered."""

    faults: tuple[CellFault, ...] = ()
    """What is wrong with the file or with rows of the first sheet."""

    kind: str = ""
    """What the file is: csv, tsv, xlsx, xlsb, xls, ods, geojson, kml, gpkg, parquet or geoparquet; empty if none."""

    reading: Reading = Reading()
    """How its text was read."""

    notes: tuple[str, ...] = ()
    """What was done without a question, a sentence each, as rows left out above the header."""

    longitude: str = ""
    """Name of the column with the longitude of each geometry; empty for a file without geometries."""

    latitude: str = ""
    """Name of the column with the latitude of each geometry; empty likewise."""

    crs: str = ""
    """Reference system that a map file names, as in "EPSG:4326"; the two columns are degrees in any case."""


def refusal(file: str, value: str, expected: str, hint: str = "") -> OpenedTable:
    """Return what is said of a file that cannot be read at all."""
    return OpenedTable(faults=(CellFault(file, "", None, "", value, Fault(FaultKind.SOURCE, expected, hint=hint)),))


class FaultList:
    """Faults of a file, of each kind so many as can be read."""

    def __init__(self, file: str, sheet: str = "") -> None:
        self._file, self._sheet = file, sheet
        self._listed: dict[FaultKind, list[CellFault]] = {}
        self._more: dict[FaultKind, int] = {}

    def add(self, row: int | None, column: str, value: str, fault: Fault) -> None:
        """Keep a fault, or count it when there are many of its kind."""
        listed = self._listed.setdefault(fault.kind, [])
        if len(listed) < MOST_FAULTS:
            listed.append(CellFault(self._file, self._sheet, row, column, value, fault))
        else:
            self._more[fault.kind] = self._more.get(fault.kind, 0) + 1

    def drop_after(self, row: int) -> None:
        """Forget the faults of the rows below one."""
        for kind, listed in self._listed.items():
            self._listed[kind] = [one for one in listed if one.row is None or one.row <= row]

    def all(self) -> tuple[CellFault, ...]:
        """Return the faults by row, those of the whole file first.

        The last ones say how many are left out.
        """
        listed = [one for kind in self._listed.values() for one in kind]
        listed.sort(key=lambda one: one.row or 0)
        for kind, count in self._more.items():
            like = self._listed[kind][0].fault
            said = Fault(kind, like.expected, hint=f"{count:,} more rows have this problem.")
            listed.append(CellFault(self._file, self._sheet, None, "", f"{count:,} more", said))
        return tuple(listed)
