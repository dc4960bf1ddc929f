"""Time strip: the days of scenes along a line of years or months."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from typing import TYPE_CHECKING

from geodata.dates.wording import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

APART = 0.04
"""How close two numbers of one row may stand, as a part of the length of the strip."""

_YEAR = 12
_STEPS = (1, 2, 3, 6, _YEAR, 2 * _YEAR, 5 * _YEAR, 10 * _YEAR, 50 * _YEAR, 1000 * _YEAR)
"""From mark to mark, in months; the first that needs few enough marks is taken."""

_MOST_MARKS = 15


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the scale."""

    at: float
    """Where it stands, from 0 at the left end to 1."""
    month: str
    """Name of the month, short; empty on a scale of years."""
    year: str
    """Empty where the mark before it has the same."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A day on the strip."""

    at: float
    """Where it stands, from 0 at the left end to 1."""
    row: int
    """How many rows of numbers lie under its own."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A strip of time."""

    ticks: tuple[Tick, ...]
    stops: tuple[Stop, ...]
    """In the order of the days that were given."""

    @property
    def rows(self) -> int:
        """How many rows of numbers there are."""
        return 1 + max((stop.row for stop in self.stops), default=-1)


def strip_of(days: Sequence[date]) -> Strip:
    """Return the strip of some days.

    It begins and ends where a month, or on a long one a year, does.

    >>> [(tick.month, tick.year) for tick in strip_of([date(2014, 11, 13), date(2015, 1, 2)]).ticks]
    [('Nov', '2014'), ('Dec', ''), ('Jan', '2015'), ('Feb', '')]
    """
    if not days:
        return Strip((), ())
    first, last = min(days), max(days)
    step = next(step for step in _STEPS if _month(last) // step - _month(first) // step + 2 <= _MOST_MARKS)
    marks = list(_marks(first, last, step))
    start, length = marks[0], (marks[-1] - marks[0]).days

    def along(day: date) -> float:
        return (day - start).days / length

    years = [""] + [str(mark.year) for mark in marks]
    ticks = [
        Tick(along(mark), MONTHS[mark.month - 1][:3] if step < _YEAR else "", "" if year == before else year)
        for mark, before, year in zip(marks, years, years[1:], strict=False)
    ]
    return Strip(tuple(ticks), _stops([along(day) for day in days]))


def _marks(first: date, last: date, step: int) -> Iterator[date]:
    """Yield the first days of stretches of so many months, from the one that ``first`` is in until ``last`` is over."""
    count = _month(first) // step * step
    while True:
        mark = _first_day(count)
        yield mark
        if mark > last or mark == date.max:
            return
        count += step


def _month(day: date) -> int:
    """Return the month of a day, counted from January of the year 0."""
    return day.year * _YEAR + day.month - 1


def _first_day(count: int) -> date:
    """Return the first day of the month with this number.

    Of one outside the calendar the nearest day.
    """
    year, month = divmod(count, _YEAR)
    if year < MINYEAR:
        return date.min
    return date(year, month + 1, 1) if year <= MAXYEAR else date.max


def _stops(places: Sequence[float]) -> tuple[Stop, ...]:
    """Return stops, each in the lowest row in which it has room.

    Of those close together the earlier ones lie lower.
    """
    rows: list[float] = []
    found: dict[int, Stop] = {}
    for number in sorted(range(len(places)), key=places.__getitem__):
        at = places[number]
        row = next((row for row, taken in enumerate(rows) if at - taken >= APART), len(rows))
        rows[row : row + 1] = [at]
        found[number] = Stop(at, row)
    return tuple(found[number] for number in range(len(places)))
