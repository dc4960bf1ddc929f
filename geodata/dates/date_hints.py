"""Hints about dates in other forms, with month names of other languages."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from arrow.parser import DateTimeParser, ParserError

from geodata.dates.iso import iso_day

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 40
"""Characters; no longer text is looked at."""

_YEARS = range(1900, 2100)
_OTHER_CALENDARS = range(1300, 1500)

_SPREADSHEET_EPOCH = date(1899, 12, 30)
_SPREADSHEET_DAYS = range(20_000, 80_000)
_DAY_NUMBER = re.compile(r"(\d{5})(?:[.,]\d+)?")

_TIME = re.compile(r"(?<=\d)(?:[T,]? *\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)? *(?:[AaPp][Mm]|Z|UTC|[+-]\d{2}:?\d{2})?)$")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"^[^\d\s,]+,\s+")

_NUMBERS = {"YYYY M D": 3, "YYYYMMDD": 1}
_DAY_FIRST = {"D M YYYY": 3, "D M YY": 3}
_MONTH_FIRST = {"M D YYYY": 3, "M D YY": 3}
_NAMES = {
    form.replace("month", month): 2
    for month in ("MMMM", "MMM")
    for form in ("D month YYYY", "month D YYYY", "YYYY month D", "D month YY")
}
"""Forms as `arrow` writes them, with how many numbers stand in them."""

_MONTH_ONLY = {"MMMM YYYY": 1, "MMM YYYY": 1, "YYYY M": 2, "M YYYY": 2}

_LANGUAGES = ("en", "tr", "ar-sy", "ar", "fa", "de", "fr")
"""Languages whose names of months are known, as `arrow` calls them: Syria and its neighbours, and of many who write.

Kurdish is not among them: `arrow` has none.
"""


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
    if number and int(number[1]) in _SPREADSHEET_DAYS:
        return f"As a spreadsheet date number, this is {_SPREADSHEET_EPOCH + timedelta(days=int(number[1]))}."
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) and iso_day(text) is None:
        return "This date does not exist."
    plain = _plain(text)
    day_first, month_first = _first(plain, _DAY_FIRST), _first(plain, _MONTH_FIRST)
    if day_first and month_first and day_first != month_first:
        return f"Is this {day_first} (day first) or {month_first} (month first)?"
    if meant := day_first or month_first or _first(plain, _NUMBERS) or _first(plain, _NAMES):
        # "before 6 October 2014" says more than a day.
        sure = len(re.findall(r"[^\W\d]+", plain)) <= 1 or not plain.isascii()
        return f"Write {meant}." if sure else f"Is this {meant}?"
    return _hint_for_none(plain)


def _hint_for_none(plain: str) -> str:
    """Return what may help with a text that is no day."""
    year = re.search(r"\b\d{4}\b", plain)
    if year and int(year[0]) in _OTHER_CALENDARS:
        return "Is this year of another calendar? Write the date of the Gregorian calendar."
    if (year and year[0] == plain and int(plain) in _YEARS) or _first(plain, _MONTH_ONLY):
        return "The day is missing."
    if re.fullmatch(r"\d{1,2} \d{1,2} \d{4}|\d{4} \d{1,2} \d{1,2}", plain):
        return "This date does not exist."
    return ""


def _plain(text: str) -> str:
    """Return the day in a text, its parts apart by single spaces."""
    without = _ORDINAL.sub("", _TIME.sub("", _WEEKDAY.sub("", text)))
    return re.sub(
        r"[\s.,/\\\-_\N{ARABIC COMMA}]+", " ", without.replace("\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}", "i")
    ).strip()


def _first(plain: str, forms: dict[str, int]) -> date | None:
    return next(_read(plain, forms), None)


def _read(plain: str, forms: dict[str, int]) -> Iterator[date]:
    """Yield every day that a text is in some form."""
    numbers = len(re.findall(r"\d+", plain))
    fitting = [form for form, wanted in forms.items() if wanted == numbers]
    named = any(letter.isalpha() for letter in plain)
    for form in (form for form in fitting if ("MMM" in form) == named):
        for language in _LANGUAGES if named else _LANGUAGES[:1]:
            try:
                day = _parser(language).parse(plain, form).date()
            except (ParserError, ValueError, TypeError):  # the last where a capital has no small letter of its own
                continue
            if day.year in _YEARS:
                yield day


@cache
def _parser(language: str) -> DateTimeParser:
    return DateTimeParser(language, cache_size=64)
