"""Statistics of the whole record: sizes, distances and changes.

They are worked out once; a page only cuts out the days that it shows.

For 300 places and 207 days of change that costs about 0.2 seconds of processor time; it grows with places times days.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from geodata.areas.timeline.changes import days_of_change
from geodata.areas.timeline.distances import distances, nearest
from geodata.areas.uncertainty.bootstrap import holders_of
from geodata.areas.uncertainty.ranges import Ranges, ends_of, subjects
from geodata.dates.span import Span
from timemap.charts.steps import StepLevel, steps_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from geodata.areas import AreasInTime
    from geodata.areas.timeline.changes import DayOfChange
    from geodata.areas.uncertainty.ranges import Subject
    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from timemap.charts.steps import Step

EXACT = 3
"""Decimals of a size in km²: the same land summed in another order must give the same number."""

FOCUS = "focus-place"
"""Id of the setting with the place that distances are taken from."""


@dataclass(frozen=True, eq=False)
class Statistics:
    """Statistics of areas over the whole record."""

    known_until: date
    """Last day that sources on control support."""
    begin: date | None
    """First day of the record; None where there is no area."""
    sizes: Mapping[Subject, tuple[Step, ...]]
    """Size of each area in km²; those of zones have what each of `zone_controllers` holds as their parts, those of
    controllers as their other number the size with the land that they share."""
    zone_controllers: tuple[str, ...]
    """Ids of the controllers under which land counts to a zone."""
    distances: Mapping[str, tuple[Step, ...]]
    """How far the nearest land is that each controller holds or shares, from the place of focus, in km; 0 inside it.
    The other number is how far the nearest is that it holds alone; None where that is as near, or there is none."""
    border_km: float | None
    """How far the border is from the place of focus; None where there is no such place."""
    changes: tuple[DayOfChange, ...]
    """The days on which land changed hands."""
    covered_km2: float
    """Size of all land that somebody may be said to hold."""

    def recorded(self, span: Span) -> Span:
        """Return the part of a span that the record covers.

        The whole span where it covers nothing of it.
        """
        whole = Span(self.begin) if self.begin else span
        return Span(max(whole.start, span.start), span.end) if whole.overlaps(span) else span


def compute_statistics(dataset: Dataset) -> Statistics:
    """Return the numbers of an atlas and its areas."""
    atlas, areas = dataset.atlas, dataset.areas
    near: dict[str, tuple[Step, ...]] = {}
    border_km = None
    if areas.days and atlas.has_place(atlas.setting(FOCUS)):
        place = atlas.place(atlas.setting(FOCUS))
        from_focus = distances(areas, dataset.geography.border, place.lon, place.lat)
        border_km = from_focus.border_km
        kms = [row for _, row in from_focus.series]
        for controller in atlas.controllers:
            nearest_land = [nearest(km, controller.id, atlas.shares) for km in kms]
            near[controller.id] = steps_of(
                areas.days, [StepLevel(land.km, other=land.alone_km) if land else None for land in nearest_land]
            )
    return Statistics(
        known_until=areas.known_until,
        begin=areas.days[0] if areas.days else None,
        sizes=_sizes(atlas, areas),
        zone_controllers=_zone_controllers(atlas, areas),
        distances=near,
        border_km=border_km,
        changes=days_of_change(areas),
        covered_km2=sum(cell.km2 for cell in areas.cells),
    )


def _zone_controllers(atlas: Atlas, areas: AreasInTime) -> tuple[str, ...]:
    named = {controller for zone in atlas.zones for controller in zone.controllers}
    return tuple(controller for controller in areas.controllers if controller in named)


def _sizes(atlas: Atlas, areas: AreasInTime) -> dict[Subject, tuple[Step, ...]]:
    holders, cells = holders_of(areas), np.array([cell.km2 for cell in areas.cells])
    ranges = Ranges(atlas.area_ranges)
    owners = [areas.controllers.index(controller) for controller in _zone_controllers(atlas, areas)]
    steps_by_subject = {}
    totals_of = {
        controller: cells @ (holders.controllers == index) for index, controller in enumerate(areas.controllers)
    }
    for subject in subjects(areas, atlas.figures):
        mask = subject.mask(areas, holders)
        totals = cells @ mask
        parts = np.array([cells @ (mask & (holders.controllers == owner)) for owner in owners if subject.zones])
        levels = []
        for index, day in enumerate(areas.days):
            area_range = ranges.on(day, controller=subject.controller, zones=subject.zones)
            size = round(float(totals[index]), EXACT)
            shares = tuple(round(float(part[index]), EXACT) for part in parts)
            low, high = ends_of(area_range, size)
            beside = sum(float(totals_of[key][index]) for key in atlas.shares.get(subject.controller, ()))
            other = round(size + beside, EXACT) if beside else None
            levels.append(StepLevel(size, low, high, shares, other))
        steps_by_subject[subject] = steps_of(areas.days, levels)
    return steps_by_subject
