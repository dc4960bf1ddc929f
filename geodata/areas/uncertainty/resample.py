"""Calculation of the table of ranges from many bootstrap tries."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geodata.areas.projection import KM
from geodata.areas.settings import ResampleSettings, read_sample_settings
from geodata.areas.uncertainty.bootstrap import BootstrapSettings, holders_of, resample_once
from geodata.areas.uncertainty.ranges import DIGITS, Subject, sizes_of, subjects
from geodata.areas.uncertainty.sample_points import spread
from geodata.records.ranges_and_disputes import AreaRange

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from numpy.typing import NDArray

    from geodata.areas.timeline.areas_in_time import AreasInTime
    from geodata.areas.uncertainty.sample_points import Samples
    from geodata.atlas import Atlas
    from geodata.geography import Geography
    from geodata.records.places import Place
    from geodata.records.ranges_and_disputes import PointPrecision


def resample(
    atlas: Atlas,
    areas: AreasInTime,
    geography: Geography,
    settings: ResampleSettings,
    tell: Callable[[int], None] = lambda _: None,
) -> Iterator[AreaRange]:
    """Yield the ranges of all subjects as rows of their table.

    Those of a subject are in order of time.

    Args:
        atlas: the tables that the areas were derived from.
        areas: the areas.
        geography: the country and the river.
        settings: how many tries, with which seed, and what happens in them.
        tell: called with the number of tries made so far.
    """
    samples = samples_of(atlas, areas, geography)
    precision = precisions(samples, [atlas.place(cell.place) for cell in areas.cells], atlas.point_precisions)
    chance, holders, wanted = (
        BootstrapSettings(precision, settings.low_left_out),
        holders_of(areas),
        subjects(areas, atlas.figures),
    )
    masks = [subject.mask(areas, holders) for subject in wanted]
    sizes = np.empty((settings.tries, len(wanted), len(areas.days)))
    for number in range(settings.tries):
        land = resample_once(samples, holders, chance, (settings.seed, number))
        sizes[number] = [(land * mask).sum(axis=0) for mask in masks]
        tell(number + 1)
    percentiles = (settings.low_percentile, settings.high_percentile)
    low, high = np.percentile(sizes, percentiles, axis=0, method="inverted_cdf")
    whole = sizes_of(areas, wanted)
    for at, subject in enumerate(wanted):
        table = np.round([whole[at], np.minimum(low[at], whole[at]), np.maximum(high[at], whole[at])], DIGITS)
        for start, end in _stretches(table):
            until = None if end == len(areas.days) else areas.days[end]
            if whole[at, start] > 0:
                yield _row(subject, areas.days[start], until, table[:, start], settings)


def samples_of(atlas: Atlas, areas: AreasInTime, geography: Geography) -> Samples:
    """Return the sample points of the land of all cells.

    Their places are in the order of the cells.
    """
    land = shapely.coverage_union_all([cell.shape for cell in areas.cells])
    places = [atlas.place(cell.place) for cell in areas.cells]
    return spread(land, geography.country, geography.dividing_river, places, read_sample_settings())


def precisions(samples: Samples, places: Sequence[Place], table: Sequence[PointPrecision]) -> NDArray[np.float64]:
    """Return how far each place may be moved, in metres.

    It is no farther than its point is exact, nor than its reach.

    A place whose point has an origin that the table does not know is not moved.
    """
    longest = sorted(table, key=lambda row: -len(row.begins))
    kilometres = [
        next((row.km for row in longest if place.coord_source.startswith(row.begins)), 0.0) for place in places
    ]
    return np.minimum(np.array(kilometres) * KM, samples.reaches)


def _stretches(table: NDArray[np.float64]) -> Iterator[tuple[int, int]]:
    """Yield the first column and the one after the last of each stretch of columns that are alike."""
    changes = np.flatnonzero((np.diff(table, axis=1) != 0).any(axis=0)) + 1
    bounds = [0, *changes.tolist(), table.shape[1]]
    yield from pairwise(bounds)


def _row(
    subject: Subject, start: date, end: date | None, sizes: NDArray[np.float64], settings: ResampleSettings
) -> AreaRange:
    km2, low, high = (float(size) for size in sizes)
    return AreaRange(
        controller=subject.controller,
        zones=subject.zones,
        start=start,
        end=end,
        km2=km2,
        low_km2=low,
        high_km2=high,
        low_percentile=settings.low_percentile,
        high_percentile=settings.high_percentile,
        tries=settings.tries,
        seed=settings.seed,
    )
