"""Hints about dates in other forms than ours."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from geodata.dates.fields import ReadDay, Reason
from geodata.dates.iso import iso_day
from geodata.dates.parts import parts_of
from geodata.dates.read_day import SPREADSHEET_DAYS, is_day, read_day, read_parts, spreadsheet_day

_LONGEST = 40
"""Characters; no longer text is looked at."""

_DAY_NUMBER = re.compile(r"(\d{5})(?:[.,]\d+)?")

_HINTS = {
    Reason.IMPOSSIBLE: "This date does not exist.",
    Reason.CALENDAR: "Is this year of another calendar? Write the date of the Gregorian calendar.",
}

_SAY_MORE = (Reason.UNREADABLE, Reason.NO_DATE)


@lru_cache(maxsize=1024)
def date_hint(text: str) -> str:
    """Return how a date in another form may be meant.

    Both ways where it can be read in two. Digits must be 0-9.

    >>> date_hint("03/04/2018")
    'Is this 2018-04-03 (day first) or 2018-03-04 (month first)?'
    >>> date_hint("41918")
    'As a spreadsheet date number, this is 2014-10-06.'
    >>> date_hint("6 Ekim 2014"), date_hint("October 2014")
    ('Write 2014-10-06.', 'The day is missing.')
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return ""
    number = _DAY_NUMBER.fullmatch(text)
    if number and int(number[1]) in SPREADSHEET_DAYS:
        return f"As a spreadsheet date number, this is {spreadsheet_day(int(number[1]))}."
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) and iso_day(text) is None:
        return _HINTS[Reason.IMPOSSIBLE]
    read = read_day(text)
    if isinstance(read, ReadDay):
        return _hint_for(read, is_sure=not read.approximate)
    if read.reason is Reason.AMBIGUOUS:
        return _both_ways(text)
    # "before 6 October 2014" says more than a day.
    within = read_parts(replace(parts_of(text), words=frozenset())) if read.reason in _SAY_MORE else read
    return _hint_for(within, is_sure=False) if isinstance(within, ReadDay) else _HINTS.get(read.reason, "")


def _both_ways(text: str) -> str:
    """Return the two days that a text may mean; empty where it means more than a day."""
    reads = (read_day(text, "day-first"), read_day(text, "month-first"))
    days = [read.start for read in reads if isinstance(read, ReadDay) and is_day(read)]
    return f"Is this {days[0]} (day first) or {days[1]} (month first)?" if len(days) == len(reads) else ""


def _hint_for(read: ReadDay, *, is_sure: bool) -> str:
    """Return how a date that could be read is written in our tables, which hold single days."""
    if is_day(read):
        return f"Write {read.start}." if is_sure else f"Is this {read.start}?"
    return "The day is missing." if read.precision != "day" else ""
