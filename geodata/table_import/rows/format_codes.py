"""Codes in columns of known formats, read as precision and words."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from geodata.dates.precision import DatePrecision
from geodata.table_import.columns.known_formats import FormatCode, known_formats
from geodata.table_import.columns.naming import code_key
from geodata.table_import.distinct import Distinct, read_distinct
from geodata.table_import.faults import Fault, FaultKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from geodata.table_import.columns.matching import Matching
    from geodata.table_import.columns.roles import Role
    from geodata.table_import.sheets import Cell, Sheet

_NUMBER, _ANYTHING = "#", "*"


def read_codes(sheet: Sheet, matching: Matching, role: Role) -> Distinct[FormatCode] | None:
    """Return what the codes in the column of a role mean.

    It is ``None`` where no column has the role. In a sheet of no known format the codes are those of our
    own table of events.
    """
    column = matching.column(role)
    if column is None:
        return None
    codes = codes_of(matching, role)
    return read_distinct(sheet.column(column), lambda cell: read_code(codes, cell))


def codes_of(matching: Matching, role: Role) -> Mapping[str, FormatCode]:
    """Return the codes that the column of a role may have, folded."""
    if matching.format is not None and (codes := matching.format.codes_of(matching.column(role) or "")):
        return codes
    ours = next(known for known in known_formats() if known.id == "events")
    column = next((column.column for column in ours.columns if column.role is role), "")
    return ours.codes_of(column)


def read_code(codes: Mapping[str, FormatCode], cell: Cell) -> FormatCode | Fault | None:
    """Return what a code means; ``None`` for an empty cell."""
    if cell is None or not str(cell).strip():
        return None
    key = code_key(cell)
    if key in codes:
        return codes[key]
    if _NUMBER in codes and key.replace(".", "", 1).isdecimal():
        return codes[_NUMBER]
    if _ANYTHING in codes:
        return codes[_ANYTHING]
    one_of = ", ".join(code.code for code in codes.values())
    return Fault(FaultKind.CONSTRAINT, f"one of {one_of}" if one_of else "an empty cell")


def widen(start: date, end: date | None, code: FormatCode | None) -> tuple[date, date | None, DatePrecision]:
    """Return the days on which it may have been, and the precision.

    Without a code it was from the first to the last of these very days.

    >>> from datetime import date
    >>> week = FormatCode(format="a", column="b", code="2", words="The week is known.", date_precision="day", days=6)
    >>> [str(day) for day in widen(date(2014, 10, 6), None, week)]
    ['2014-09-30', '2014-10-12', 'day']
    """
    if code is None or code.date_precision is None:
        return start, end, DatePrecision.DAY
    if not code.days:
        return start, end, code.date_precision
    margin = timedelta(days=code.days)
    return start - margin, (end or start) + margin, code.date_precision
