"""Chart list of the page of numbers, for app and site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timemap.charts import area_sizes, changes, distances, event_counts, zone_sizes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from geodata.atlas import Atlas
    from geodata.dates.span import Span
    from geodata.records.events import Event
    from timemap.charts.section import ChartSection
    from timemap.charts.statistics import Statistics


@dataclass(frozen=True, slots=True)
class ChartData:
    """Data that charts are made from."""

    atlas: Atlas
    """What is known."""

    statistics: Statistics
    """Numbers of the areas."""

    span: Span
    """The days that are asked for; the end is set."""

    events: Sequence[Event]
    """The events of these days that pass the filters, in order of time."""

    categories: tuple[str, ...] = ()
    """Ids of the categories by which the events were chosen; empty for all."""

    @property
    def recorded(self) -> Span:
        """The part of the days for which areas are known."""
        return self.statistics.recorded(self.span)


@dataclass(frozen=True, slots=True)
class Chart:
    """A part of the page."""

    heading: Callable[[Atlas], str]
    """Its name, which is known before it is made."""

    section: Callable[[ChartData], ChartSection]
    """Makes it."""


CHARTS: tuple[Chart, ...] = (
    Chart(area_sizes.heading, lambda data: area_sizes.section(data.statistics, data.atlas, data.recorded)),
    Chart(zone_sizes.heading, lambda data: zone_sizes.section(data.statistics, data.atlas, data.recorded)),
    Chart(distances.heading, lambda data: distances.section(data.statistics, data.atlas, data.recorded)),
    Chart(event_counts.heading, lambda data: event_counts.section(data.atlas, data.events, data.span, data.categories)),
    Chart(changes.heading, lambda data: changes.section(data.statistics, data.atlas, data.recorded)),
)
"""Every chart, in the order of the page."""
