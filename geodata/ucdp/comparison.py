"""Comparison of reported events with ours, by day and place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from geodata.dates.wording import day_in_words, days_in_words
from geodata.io.csv_writer import to_csv
from geodata.table_import.places.distances import km_between

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from geodata.atlas import Atlas
    from geodata.records.events import Event

DAYS = 3
"""Days that two accounts of one event may lie apart."""

KM = 25.0
"""Kilometres that they may lie apart; UCDP's second best precision of a place allows as much."""

FEW = 20
"""Events that are listed in words."""

_DEGREE_KM = 110.0
"""Kilometres of a degree of latitude, at least."""

COLUMNS = (
    "result",
    "id",
    "start",
    "last_day",
    "place",
    "title",
    "deaths",
    "status",
    "location_precision",
    "release",
    "our_id",
    "our_start",
    "our_title",
    "days_apart",
    "km_apart",
)
"""Columns of the comparison as a table."""

FOUND, NOT_FOUND, NO_PLACE = "found", "not found", "not compared"

CAUTION = (
    "An event that is not found among ours may still have happened, or stand in our table under another day or place. "
    "An event of ours that others do not report may have happened too."
)


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Event of ours near a reported one."""

    event: Event
    days: int
    """Days between the two; 0 where they share one."""
    km: float
    """Kilometres between the two points."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Reported event, and the nearest one of ours."""

    row: Mapping[str, Any]
    """The reported event, by the columns of imported ones."""
    counterpart: Counterpart | None
    """``None`` where none of ours is near, or the reported one has no place."""

    @property
    def result(self) -> str:
        """What was found."""
        if self.row["lat"] is None:
            return NO_PLACE
        return FOUND if self.counterpart else NOT_FOUND


def compare(
    rows: Iterable[Mapping[str, Any]], events: Sequence[Event], *, days: int = DAYS, km: float = KM
) -> tuple[Compared, ...]:
    """Return each reported event with the nearest one of ours.

    They are in the order of days.

    The nearest is the one with the fewest days between, and of these the one with the fewest kilometres. Events that
    were withdrawn are left out.

    Args:
        rows: reported events, by the columns of imported ones.
        events: ours.
        days: that two may lie apart at most.
        km: that they may lie apart at most.
    """
    near = _Near(events, km)
    held = (row for row in rows if not row.get("withdrawn_in"))
    found = [Compared(row, near.find(row, days)) for row in held]
    return tuple(sorted(found, key=lambda one: (one.row["start"], one.row["id"] or "")))


class _Near:
    """Our events by place."""

    def __init__(self, events: Sequence[Event], km: float) -> None:
        self._events = events
        self._km = km
        points = shapely.points([(event.lon, event.lat) for event in events]) if events else np.empty(0, object)
        self._tree = shapely.STRtree(points)

    def find(self, row: Mapping[str, Any], days: int) -> Counterpart | None:
        """Return the nearest event of ours; ``None`` where there is none."""
        if row["lat"] is None:
            return None
        found = (one for one in self._beside(row) if one.days <= days and one.km <= self._km)
        return min(found, key=lambda one: (one.days, one.km, one.event.id), default=None)

    def _beside(self, row: Mapping[str, Any]) -> Iterator[Counterpart]:
        lat, lon = row["lat"], row["lon"]
        tall = self._km / _DEGREE_KM
        wide = min(180.0, tall / max(0.01, float(np.cos(np.radians(min(90.0, abs(lat) + tall))))))
        for index in self._tree.query(shapely.box(lon - wide, lat - tall, lon + wide, lat + tall)).tolist():
            event = self._events[index]
            apart = days_between((row["start"], row["last_day"]), (event.start, event.span.last_day))
            yield Counterpart(event, apart, km_between(lat, lon, event.lat, event.lon))


def days_between(one: tuple[date, date | None], other: tuple[date, date | None]) -> int:
    """Return how many days lie between two stretches of days.

    None do where they share one.

    >>> from datetime import date
    >>> days_between((date(2025, 3, 1), None), (date(2025, 3, 2), date(2025, 3, 9)))
    1
    """
    first, second = sorted(((start, last or start) for start, last in (one, other)), key=lambda span: span[0])
    return max(0, (second[0] - first[1]).days)


def comparison_csv(compared: Iterable[Compared]) -> bytes:
    """Return a comparison as CSV, one row for each reported event."""
    return to_csv(COLUMNS, (_cells(one) for one in compared))


def _cells(one: Compared) -> Iterator[str | float]:
    ours = one.counterpart
    said = {
        **one.row,
        "result": one.result,
        "status": one.row.get("code_status") or one.row.get("status"),
        "our_id": ours.event.id if ours else None,
        "our_start": ours.event.start if ours else None,
        "our_title": ours.event.title if ours else None,
        "days_apart": ours.days if ours else None,
        "km_apart": round(ours.km, 1) if ours else None,
    }
    for name in COLUMNS:
        value = said.get(name)
        yield "" if value is None else value if isinstance(value, int | float) else str(value)


def comparison_lines(
    compared: Sequence[Compared], atlas: Atlas, *, days: int = DAYS, km: float = KM, most: int | None = FEW
) -> Iterator[str]:
    """Yield a comparison in words.

    Args:
        compared: the comparison.
        atlas: with which it was compared.
        days: that two could lie apart at most.
        km: that they could lie apart at most.
        most: events of each kind that are listed; ``None`` for all.
    """
    found = [one for one in compared if one.result == FOUND]
    missing = [one for one in compared if one.result == NOT_FOUND]
    placeless = [one for one in compared if one.result == NO_PLACE]
    yield f"{_counted(len(compared))} compared with ours: within {days} days and {km:g} km of each other."
    yield f"Not found among ours: {len(missing)}."
    yield from _listed((_told(one.row) for one in missing), len(missing), most)
    until = atlas.setting_day("events-known-until")
    if late := sum(one.row["start"] > until for one in missing):
        yield f"{late} of these began after {day_in_words(until)}, the last day for which we looked for events."
    yield f"Found in both: {len(found)}."
    yield from _listed(map(_pair, found), len(found), most)
    if placeless:
        yield f"Not compared, since no place on land is known: {len(placeless)}."
    yield CAUTION


def _listed(lines: Iterable[str], count: int, most: int | None) -> Iterator[str]:
    for number, line in enumerate(lines):
        if most is not None and number == most:
            yield f"  ... and {count - most} more."
            return
        yield f"  {line}"


def _told(row: Mapping[str, Any]) -> str:
    when = days_in_words(row["start"], row["last_day"] or row["start"])
    place = row["place"] if row["place"] and row["place"] not in row["title"] else ""
    sides = f"({row['actors']})" if row.get("actors") else ""
    said = " ".join(filter(None, (", ".join(filter(None, (when, row["title"], place))), sides)))
    return f"{said}, id {row['id']}" if row["id"] else said


def _pair(one: Compared) -> str:
    ours = one.counterpart
    if ours is None:
        return _told(one.row)
    apart = "the same day" if ours.days == 0 else f"{ours.days} day{'' if ours.days == 1 else 's'} apart"
    return f"{_told(one.row)} = {ours.event.id}: {apart}, {ours.km:.0f} km apart"


def _counted(number: int) -> str:
    return "1 reported event" if number == 1 else f"{number:,} reported events"
