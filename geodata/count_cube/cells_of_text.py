"""Days and numbers from columns of text or of values, in Narwhals.

Each expression is empty where a cell cannot be read, and never stops a query.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals as nw

from geodata.count_cube.periods import EPOCH
from geodata.dates.limits import FIRST_DAY, LAST_DAY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geodata.count_cube.columns import DateOrder

_TIME = r"([T ,].*)?$"
_YEAR_FIRST = r"^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}" + _TIME
_YEAR_LAST = r"^\d{1,2}[-/. ]\d{1,2}[-/. ]\d{4}" + _TIME
_NUMBER = r"^[+-]?(\d+([.]\d*)?|[.]\d+)$"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WITH_NAME = r"^\d{1,2}[- ](" + "|".join(_MONTHS) + r")[a-z]*[- ,]+\d{4}$"
_DAYS_BEFORE_EPOCH = 719_468
"""Days from the first of March of the year 0 to 1970-01-01."""


def parts_of(
    schema: Mapping[str, nw.dtypes.DType], columns: tuple[str, ...], order: DateOrder
) -> tuple[nw.Expr, nw.Expr, nw.Expr]:
    """Return year, month and day of the month of a row, as they stand there."""
    if len(columns) > 1:
        year, month, day = (_whole(schema[name], nw.col(name)) for name in columns)
        return year, month, day
    cells = nw.col(columns[0])
    if schema[columns[0]] in {nw.Date, nw.Datetime}:
        return cells.dt.year().cast(nw.Int64), cells.dt.month().cast(nw.Int64), cells.dt.day().cast(nw.Int64)
    return _parts(cells.cast(nw.String), order)


def _parts(cells: nw.Expr, order: DateOrder) -> tuple[nw.Expr, nw.Expr, nw.Expr]:
    """Return year, month and day of dates that are text."""
    text = cells.str.strip_chars().str.to_lowercase()
    numbers = _only(text, _WITH_NAME)
    for number, name in enumerate(_MONTHS, 1):
        numbers = numbers.str.replace_all(f"{name}[a-z]*[ ,-]+", f"{number}-")
    named = _split(numbers)
    first = _split(_only(text.str.to_uppercase(), _YEAR_FIRST))
    last = _split(_only(text.str.to_uppercase(), _YEAR_LAST))
    day, month = (last[0], last[1]) if order == "day-first" else (last[1], last[0])
    return (
        nw.coalesce(first[0], last[2], named[2]),
        nw.coalesce(first[1], month, named[1]),
        nw.coalesce(first[2], day, named[0]),
    )


def _only(text: nw.Expr, pattern: str) -> nw.Expr:
    return nw.when(text.str.contains(pattern)).then(text)


def _split(text: nw.Expr) -> list[nw.Expr]:
    """Return the first three numbers of a text."""
    marked = text.str.replace_all(r"[/. ]", "-")
    parts = marked.str.split("-")
    return [parts.list.get(place).str.slice(0, 4).str.replace_all(r"[T,].*$", "").cast(nw.Int64) for place in range(3)]


def _whole(kind: nw.dtypes.DType, cells: nw.Expr) -> nw.Expr:
    if kind.is_integer():
        return cells.cast(nw.Int64)
    text = cells.cast(nw.String).str.strip_chars().str.replace_all(r"[.]0+$", "")
    return _only(text, r"^\d{1,4}$").cast(nw.Int64)


def day_of(rows: nw.LazyFrame[Any], year: str, month: str, day: str) -> nw.LazyFrame[Any]:
    """Return rows with their day, counted from 1970-01-01.

    It takes the place of that of the month in the column ``day``, and is worked out as Hinnant's ``days_from_civil``
    does. Days that no calendar has, and those beyond the limits of records, are empty. Each step is a column, since an
    engine would else work out the earlier ones many times.
    """
    months, years, days = nw.col(month), nw.col(year), nw.col(day)
    is_late = months > 2  # noqa: PLR2004 - February ends the year
    rows = rows.with_columns(
        __from_march=nw.when(is_late).then(months - 3).otherwise(months + 9),
        __years=nw.when(is_late).then(years).otherwise(years - 1),
        __february=nw.when((years % 4 == 0) & ((years % 100 != 0) | (years % 400 == 0))).then(29).otherwise(28),
    )
    from_march, years = nw.col("__from_march"), nw.col("__years")
    short = nw.when(months.is_in([4, 6, 9, 11])).then(30).otherwise(31)
    rows = rows.with_columns(
        __length=nw.when(months == 2).then(nw.col("__february")).otherwise(short),  # noqa: PLR2004 - February
        __since=years * 365
        + years // 4
        - years // 100
        + years // 400
        + (from_march * 153 + 2) // 5
        + days
        - 1
        - _DAYS_BEFORE_EPOCH,
    )
    since = nw.col("__since")
    exists = (months >= 1) & (months <= 12) & (days >= 1) & (days <= nw.col("__length"))  # noqa: PLR2004 - of a year
    first, last = ((limit - EPOCH).days for limit in (FIRST_DAY, LAST_DAY))
    found = nw.when(exists & (since >= first) & (since <= last)).then(since)
    return rows.with_columns(found.alias(day)).drop("__from_march", "__years", "__february", "__length", "__since")


def number_of(kind: nw.dtypes.DType, cells: nw.Expr, decimal: str) -> nw.Expr:
    """Return the number of a cell."""
    if kind.is_numeric():
        return cells.cast(nw.Float64)
    text = cells.cast(nw.String).str.strip_chars()
    if decimal != ".":
        text = text.str.replace_all(decimal, ".", literal=True)
    return _only(text, _NUMBER).cast(nw.Float64)


def is_filled(kind: nw.dtypes.DType, cells: nw.Expr) -> nw.Expr:
    """Return whether a cell holds anything."""
    if kind != nw.String:
        return ~cells.is_null()
    return ~cells.is_null() & (cells.str.strip_chars() != "")
