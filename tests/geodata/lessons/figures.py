"""Numbers and dates of a text, and whether its records give them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geodata.dates.wording import MONTHS
from geodata.text.numerals import DATE, ISO_DAY, YEAR, numbers_in, numbers_in_words, value_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

Date = tuple[int | None, int, int | None]
"""Year, month and day; None for what a text leaves out."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers and dates of one text or record."""

    dates: frozenset[Date] = frozenset()
    numbers: frozenset[str] = frozenset()
    years: frozenset[int] = field(default=frozenset())
    """Its years: those of its dates, which its dates without a year may be of, and those that stand alone."""


def figures_of(text: str, days: Iterable[date | None] = ()) -> Figures:
    """Return the numbers of a text, its days apart.

    The days are those that its record has apart from the text.
    """
    plain = text.replace("\N{EN DASH}", "-").replace("\N{NO-BREAK SPACE}", " ")
    dates: set[Date] = {(day.year, day.month, day.day) for day in days if day}
    dates |= {(int(year), int(month), int(day)) for year, month, day in ISO_DAY.findall(plain)}
    for found in DATE.finditer(plain):
        year = int(found["year"]) if found["year"] else None
        for day in re.findall(r"\d+", found["days"] or "") or [None]:
            dates.add((year, MONTHS.index(found["month"]) + 1, int(day) if day else None))
    years = {year for year, _, _ in dates if year} | {int(found[0][:4]) for found in YEAR.finditer(plain)}
    numbers = {value_of(number) for number in numbers_in(plain)}
    return Figures(frozenset(dates), frozenset(numbers) | numbers_in_words(plain), frozenset(years))


def unsupported(text: str, records: Iterable[Figures]) -> list[str]:
    """Return the numbers, years and dates that no single record gives."""
    found, known = figures_of(text), list(records)
    dates = [day for day in found.dates if not any(_supports(record, day) for record in known)]
    years = found.years - {year for year, _, _ in dates} - {year for record in known for year in record.years}
    numbers = found.numbers.difference(*(record.numbers for record in known))
    told = sorted(numbers) + [f"{year}" for year in sorted(years)]
    return told + ["-".join(f"{part or '?'}" for part in day) for day in sorted(dates, key=str)]


def _supports(record: Figures, wanted: Date) -> bool:
    year, month, day = wanted
    for known_year, known_month, known_day in record.dates:
        right_year = year is None or known_year == year or (known_year is None and year in record.years)
        if right_year and month == known_month and day in {None, known_day}:
            return True
    return False
