"""Events that all compared maps show: our own, or made-up ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from geodata.atlas import Atlas, load
from geodata.dataset import load_dataset
from geodata.dates.precision import DatePrecision
from geodata.dates.span import DAY, Span
from timemap.document.render import render
from timemap.state.initial import InitialState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geodata.dataset import Dataset
    from geodata.records.events import Event

SIZES = (0, 2_000, 10_000)
"""Numbers of events; 0 stands for our own."""

STEPS = 40
"""How many days are visited."""

FAR = 17
"""How many of these a far jump leaps over; no divisor of their number, so that all are visited."""


@dataclass(frozen=True, eq=False)
class Content:
    """One set of events with the days on which it is looked at."""

    atlas: Atlas
    """What is known, with these events in place of the real ones."""
    days: tuple[date, ...]
    """Days to visit, evenly spread over the events."""

    @property
    def span(self) -> Span:
        """The days from the first to the last event."""
        return Span(self.atlas.events[0].span.start, self.days[-1] + DAY)

    @property
    def opening(self) -> date:
        """The day on which the map opens."""
        return self.atlas.setting_day("opening-moment")

    @property
    def days_in_a_row(self) -> tuple[date, ...]:
        """As many days in a row, from the opening day on."""
        return tuple(self.opening + number * DAY for number in range(STEPS))

    @property
    def far_days(self) -> tuple[date, ...]:
        """The same days as ``days``, each years from the one before."""
        return tuple(self.days[number * FAR % STEPS] for number in range(STEPS))

    def until(self, day: date) -> tuple[Event, ...]:
        """Return the events that began by ``day``."""
        return tuple(event for event in self.atlas.events if event.span.start <= day)

    def document(self) -> str:
        """Return our document in the mode in which the rivals show events.

        They show all up to the day.
        """
        opening = InitialState(self.span, self.days[0], self.span, mode="until")
        return render(replace(load_dataset_once(), atlas=self.atlas), view=opening)


@cache
def load_dataset_once() -> Dataset:
    """Return our tables with their areas and the base geography."""
    return load_dataset()


@cache
def content(size: int) -> Content:
    """Return our own events, or ``size`` made-up ones."""
    atlas = load()
    events = made_up(atlas, size) if size else tuple(sorted(atlas.events, key=lambda event: event.span.start))
    first, last = events[0].span.start, max(event.span.start for event in events)
    gap = (last - first) / (STEPS - 1)
    days = tuple(first + number * gap for number in range(STEPS))
    return Content(replace(atlas, events=events, version=f"{atlas.version}-{size}"), days)


def made_up(atlas: Atlas, size: int) -> tuple[Event, ...]:
    """Return ``size`` events of one day each, sorted by day.

    They are always the same ones.
    """
    draw = np.random.default_rng(1)
    west, south, east, north = (float(part) for part in atlas.setting("area-bounds").split())
    days = np.sort(draw.integers(0, 4_300, size))
    lons, lats = draw.uniform(west, east, size).round(4), draw.uniform(south, north, size).round(4)
    kinds = draw.integers(0, len(atlas.events), size)
    start = date(2014, 7, 19)
    return tuple(
        atlas.events[kind].model_copy(
            update={
                "id": f"made-up-{number}",
                "former_id": "",
                "title": f"Made-up event {number}",
                "start": start + timedelta(days=int(day)),
                "last_day": None,
                "date_precision": DatePrecision.DAY,
                "lon": float(lon),
                "lat": float(lat),
            }
        )
        for number, (day, lon, lat, kind) in enumerate(zip(days, lons, lats, kinds, strict=True))
    )


def features(events: tuple[Event, ...]) -> dict[str, Any]:
    """Return events as GeoJSON, with the properties that the rivals read."""
    return {"type": "FeatureCollection", "features": [feature(event) for event in events]}


def feature(event: Event) -> Mapping[str, Any]:
    """Return one event as GeoJSON: a circle with its title as tooltip.

    It is there from its first day on.
    """
    start = milliseconds(event.span.start)
    style = {"radius": 5, "color": "#222222", "weight": 1, "fillColor": "#a3231f", "fillOpacity": 0.9}
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [event.lon, event.lat]},
        "properties": {
            "title": event.title,
            "tooltip": event.title,
            "start": start,
            "end": milliseconds(date(2100, 1, 1)),
            "times": [start],
            "icon": "circle",
            "iconstyle": style,
        },
    }


def milliseconds(day: date) -> int:
    """Return a day as JavaScript counts time."""
    return (day - date(1970, 1, 1)).days * 86_400_000
