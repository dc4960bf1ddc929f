"""The numbers and dates of a text, and whether records that it rests on give them too."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

Date = tuple[int | None, int, int | None]
"""Year, month and day; None for what a text leaves out."""

_MONTHS = {
    name: number
    for number, name in enumerate(
        "January February March April May June July August September October November December".split(),  # noqa: SIM905 (a list of names)
        start=1,
    )
}
_MONTH = "|".join(_MONTHS)
_DAYS = r"\d{1,2}(?:(?:, | and | or | to |-)\d{1,2})*"
_DATE = re.compile(rf"\b(?:(?P<days>{_DAYS}) )?(?P<month>{_MONTH})\b(?: (?P<year>\d{{4}}))?")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_UNITS = {
    word: number
    for number, words in enumerate(
        (
            "one", "two", "three third", "four fourth", "five fifth", "six sixth", "seven seventh", "eight eighth",
            "nine ninth", "ten tenth", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
            "eighteen", "nineteen",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
_TENS = {word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy".split(), start=2)}  # noqa: SIM905 (a list of names)
_LARGE = {word: word.removesuffix("s") for word in ("dozens", "hundreds", "thousands", "millions", "half")}
_WORD = re.compile(rf"\b(?:({'|'.join(_TENS)})(?:-(\w+))?|({'|'.join(_UNITS)}))\b", re.IGNORECASE)
_TOO_COMMON = frozenset({"one"})
"""Hardly ever a fact: "one of them", "one day"."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers and dates of one text or record."""

    dates: frozenset[Date] = frozenset()
    numbers: frozenset[str] = frozenset()
    years: frozenset[int] = field(default=frozenset())
    """Years that its dates without a year may be of."""


def figures_of(text: str, days: Iterable[date | None] = ()) -> Figures:
    """Return what a text gives, with days that its record has apart from the text."""
    plain = text.replace("\N{EN DASH}", "-").replace("\N{NO-BREAK SPACE}", " ")
    dates: set[Date] = {(day.year, day.month, day.day) for day in days if day}
    dates |= {(int(year), int(month), int(day)) for year, month, day in _ISO.findall(plain)}
    plain = _ISO.sub(" ", plain)
    for found in _DATE.finditer(plain):
        year = int(found["year"]) if found["year"] else None
        for day in re.findall(r"\d+", found["days"] or "") or [None]:
            dates.add((year, _MONTHS[found["month"]], int(day) if day else None))
    rest = _DATE.sub(" ", plain)
    years = {year for year, _, _ in dates if year} | {int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", rest)}
    numbers = {number.replace(",", "") for number in _NUMBER.findall(rest)}
    return Figures(frozenset(dates), frozenset(numbers | _in_words(rest)), frozenset(years))


def _in_words(text: str) -> set[str]:
    found = {_LARGE[word] for word in _LARGE if re.search(rf"\b{word.removesuffix('s')}s?\b", text, re.IGNORECASE)}
    for tens, unit, small in _WORD.findall(text):
        if small and small.lower() in _TOO_COMMON:
            continue
        found.add(f"{_TENS[tens.lower()] + _UNITS.get(unit.lower(), 0)}" if tens else f"{_UNITS[small.lower()]}")
    return found


def unsupported(text: str, records: Iterable[Figures]) -> list[str]:
    """Return the numbers and dates of a text that no single record gives."""
    found, known = figures_of(text), list(records)
    dates = [day for day in found.dates if not any(_supports(record, day) for record in known)]
    years = {f"{year}" for record in known for year in record.years}
    numbers = found.numbers - years.union(*(record.numbers for record in known))
    return sorted(numbers) + ["-".join(f"{part or '?'}" for part in day) for day in sorted(dates, key=str)]


def _supports(record: Figures, wanted: Date) -> bool:
    year, month, day = wanted
    for known_year, known_month, known_day in record.dates:
        right_year = year is None or known_year == year or (known_year is None and year in record.years)
        if right_year and month == known_month and day in {None, known_day}:
            return True
    return False
