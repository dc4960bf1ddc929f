"""Expected content of the map, worked out from the tables in Python."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from geodata.dates.span import DAY, Span
from geodata.text.selection import filter_events
from tests.project_data import areas, atlas
from timemap.state.fields import FIELDS

if TYPE_CHECKING:
    from collections.abc import Collection


LATEST = date.max - DAY
"""The last day there can be."""

WINDOW = FIELDS["window"].default or 0
"""Days before and after this day whose events are seen with its own, unless chosen otherwise."""


def today() -> date:
    """Return the present day in UTC."""
    return datetime.now(tz=UTC).date()


def event_ids(
    first: date = date.min,
    last: date = LATEST,
    *,
    words: str = "",
    categories: Collection[str] = (),
    parties: Collection[str] = (),
) -> list[str]:
    """Return the ids of the events that touch these days and pass filters.

    They are in order of their start.
    """
    chosen = filter_events(
        atlas(), span=Span(first, last + DAY), categories=categories or None, parties=parties or None, words=words
    )
    return [event.id for event in chosen.events]


def ids_near(day: date, window: int = WINDOW) -> list[str]:
    """Return the ids of the events within ``window`` days of ``day``."""
    around = timedelta(days=window)
    return event_ids(day - around, day + around)


def controllers_on(day: date) -> set[str]:
    """Return who held a place that has an area on ``day``.

    The answer is straight from the table of holds.
    """
    drawn = {cell.place for cell in areas().cells}
    return {hold.controller for hold in atlas().holds if hold.place in drawn and hold.span.covers(day)}


def zones_on(day: date) -> set[str]:
    """Return the names of the Turkish-held zones of ``day``."""
    names = {zone.id: zone.name for zone in atlas().zones}
    return {names[zone.zone] for zone in areas().zones_on(day)}
