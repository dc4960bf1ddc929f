"""Dates in the Extended Date/Time Format (EDTF), levels 0 to 2.

https://www.loc.gov/standards/datetime/ (ISO 8601-2:2019). What has none of its signs, such as 2014-10-06 or
2014-10, is read by ``geodata.dates.read_day``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from geodata.dates.fields import YEARS, Fields, NoDay, ReadDay, Reason, coarsest, days_of, join
from geodata.dates.precision import DatePrecision

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNSURE = "?~%"
_PART = r"-[?~%]?(?:[0-9]{2}|XX)[?~%]?"
_DAY = rf"[?~%]?(?:[0-9]{{4}}|[0-9]{{3}}X|[0-9]{{2}}XX)[?~%]?(?:{_PART}(?:{_PART})?)?"
_ONE = re.compile(_DAY)
_INTERVAL = re.compile(rf"(?P<first>{_DAY}|\.\.)?/(?P<last>{_DAY}|\.\.)?")
_SET = re.compile(r"[\[{](?P<inside>[^\[\]{}]+)[\]}]")
_OPEN = ".."
_PARTS = {1: DatePrecision.YEAR, 2: DatePrecision.MONTH, 3: DatePrecision.DAY}


def read_edtf(text: str) -> ReadDay | NoDay | None:
    """Return the days that a text in EDTF says, or nothing where it is none.

    >>> read_edtf("2014-10-XX").precision, read_edtf("2014-10-06/..").last_day, read_edtf("6 October 2014")
    (<DatePrecision.MONTH: 'month'>, None, None)
    """
    written = text.strip().replace("u", "X").replace("x", "X")
    if _ONE.fullmatch(written):
        return _one(written)
    if found := _INTERVAL.fullmatch(written):
        return _interval(found["first"] or "", found["last"] or "")
    if found := _SET.fullmatch(written):
        return _set(re.split(r"\s*,\s*", found["inside"].strip()))
    return None


@cache
def _one(text: str) -> ReadDay | NoDay:
    """Return the days of one date, whole years or months where a part of it is not known."""
    try:
        parsed: Any = parse_edtf(text)
        first, last = parsed.lower_strict(), parsed.upper_strict()
        start, end = (date(bound.tm_year, bound.tm_mon, bound.tm_mday) for bound in (first, last))
    except (EDTFParseException, ValueError, AttributeError, TypeError):  # a month or a day that does not exist
        return NoDay(Reason.IMPOSSIBLE)
    if not {start.year, end.year} <= set(YEARS):
        return NoDay(Reason.YEAR)
    precision = _precision(text)
    whole = join(_widened(start, precision), _widened(end, precision))
    is_unsure = any(sign in text for sign in _UNSURE) or type(parsed).__name__.endswith("Season")
    return replace(whole, approximate=is_unsure) if isinstance(whole, ReadDay) else whole


def _precision(text: str) -> DatePrecision:
    """Return the precision of a date: of its last part that is known, with all that stand before it."""
    known = 0
    for part in re.sub(f"[{_UNSURE}]", "", text).split("-"):
        if "X" in part:
            break
        known += 1
    return _PARTS[max(known, 1)]


def _widened(day: date, precision: DatePrecision) -> ReadDay:
    month = None if precision is DatePrecision.YEAR else day.month
    read = days_of(Fields(day.year, month, day.day if precision is DatePrecision.DAY else None))
    return read if isinstance(read, ReadDay) else ReadDay(day, day, precision)


def _interval(first: str, last: str) -> ReadDay | NoDay:
    """Return the days of an interval; one without a start is no date."""
    if first in {"", _OPEN}:
        return NoDay(Reason.NO_DATE)
    start = _one(first)
    if isinstance(start, NoDay):
        return start
    if last in {"", _OPEN}:  # ".." is open, nothing is not known
        return replace(start, last_day=None, approximate=start.approximate or not last)
    end = _one(last)
    return end if isinstance(end, NoDay) else join(start, end)


def _set(members: Sequence[str]) -> ReadDay | NoDay | None:
    """Return the days from the first to the last of a set of dates, as approximate as such a set is."""
    bounds = [bound for member in members for bound in (member.split(_OPEN) if _OPEN in member else (member,))]
    if not all(_ONE.fullmatch(bound) for bound in bounds if bound):
        return None
    if not bounds[0]:
        return NoDay(Reason.NO_DATE)
    read = [_one(bound) for bound in bounds if bound]
    days = [day for day in read if isinstance(day, ReadDay)]
    if len(days) < len(read):
        return next(day for day in read if isinstance(day, NoDay))
    first, last = min(days, key=lambda day: day.start), max(days, key=lambda day: day.last_day or day.start)
    precision = coarsest([day.precision for day in days])
    return ReadDay(first.start, last.last_day if bounds[-1] else None, precision, approximate=True)
