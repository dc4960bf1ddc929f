"""Releases of UCDP Candidate: their names, months and addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from geodata.dates.span import DAY

if TYPE_CHECKING:
    from datetime import date

FOLDER = "https://ucdp.uu.se/downloads/candidateged/"
"""Address under which UCDP publishes its releases."""

LICENCE = "CC BY 4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"
ATTRIBUTION = "UCDP Candidate Events Dataset, Uppsala Conflict Data Program"

NAME = "UCDP Candidate (not checked by us)"
"""What its events are called wherever they are shown."""

EXAMPLE = "GEDEvent_v26_0_8.csv"

_MONTH = re.compile(r"GEDEvent_v(\d\d)_0_(\d{1,2})\b", re.IGNORECASE)
_MONTHS = re.compile(r"GEDEvent_v(\d\d)_(\d\d)_(\d\d)_(\d\d)\b", re.IGNORECASE)
_CENTURY = 2000
_YEAR = 12
_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Release:
    """Release of one month, or of several that were gone over again."""

    year: int
    first: int
    """First month that it covers, from 1."""
    last: int
    """Last month, included."""

    @classmethod
    def named(cls, file: str) -> Self | None:
        """Return the release that a file's name tells.

        ``None`` where it tells none.

        >>> Release.named("GEDEvent_v26_0_8.csv"), Release.named("events.csv")
        (Release(year=2026, first=8, last=8), None)
        >>> Release.named("https://ucdp.uu.se/downloads/candidateged/GEDEvent_v26_01_26_06.csv").version
        '26.01.26.06'
        """
        if found := _MONTH.search(file):
            year, first, last = int(found[1]), int(found[2]), int(found[2])
        elif (found := _MONTHS.search(file)) and found[1] == found[3]:
            year, first, last = int(found[1]), int(found[2]), int(found[4])
        else:
            return None
        return cls(_CENTURY + year, first, last) if 1 <= first <= last <= _YEAR else None

    @property
    def version(self) -> str:
        """Version as UCDP writes it."""
        return ".".join(self._parts)

    @property
    def file(self) -> str:
        """Name of its file."""
        return f"GEDEvent_v{'_'.join(self._parts)}.csv"

    @property
    def address(self) -> str:
        """Address of its file."""
        return FOLDER + self.file

    @property
    def _parts(self) -> tuple[str, ...]:
        year = f"{self.year % 100:02}"
        return (
            (year, "0", str(self.first))
            if self.first == self.last
            else (year, f"{self.first:02}", year, f"{self.last:02}")
        )

    @property
    def rank(self) -> tuple[int, int, int]:
        """Order of publishing: the later counts where two tell of one event.

        A release of several months comes after that of its last month.
        """
        return self.year, self.last, -self.first

    def covers(self, day: date) -> bool:
        """Return whether a day lies in its months."""
        return day.year == self.year and self.first <= day.month <= self.last


def candidates(since: date, today: date) -> tuple[tuple[Release, ...], ...]:
    """Return releases that may hold the events since a day.

    They come by what is tried first.

    Each group is releases of which the first that is published is enough: those of several months, longest first, and
    then single months. Nothing is published before its month is over, nor looked for before the last year.

    >>> from datetime import date
    >>> several, *months = candidates(date(2026, 5, 24), date(2026, 9, 30))
    >>> [release.version for release in several], [release.version for (release,) in months]
    (['26.01.26.06'], ['26.0.5', '26.0.6', '26.0.7', '26.0.8'])
    """
    groups: list[tuple[Release, ...]] = []
    end = today.replace(day=1) - DAY
    for year in range(max(since.year, end.year - 1), end.year + 1):
        last = end.month if year == end.year else _YEAR
        first = since.month if year == since.year else 1
        several = (Release(year, 1, month) for month in range(last, first - 1, -1) if month % _QUARTER == 0)
        groups.append(tuple(several))
        groups += ((Release(year, month, month),) for month in range(first, last + 1))
    return tuple(filter(None, groups))
