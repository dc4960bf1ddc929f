"""Bootstrap of sizes: evidence left out or moved at random.

One try draws as many places as there are, with replacement, and keeps those that were drawn: on average 63 of 100.
This is the bootstrap (B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap, 1993); a place drawn twice says
no more than one drawn once. Each kept place is moved to a point within its precision, and holds of low confidence are
left out at random. On a day without a hold a place has no say, and its land goes to the nearest kept place that has.
The covered land stays the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from geodata.records.fields import Confidence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from geodata.areas.timeline.areas_in_time import AreasInTime
    from geodata.areas.uncertainty.sample_points import Samples


@dataclass(frozen=True, eq=False, slots=True)
class Holders:
    """Holder of each place on each day of change, in numbers."""

    controllers: NDArray[np.int16]
    """Number of the controller, shape (places, days); -1 where nobody is known."""
    zones: NDArray[np.int16]
    """Number of the zone, shape (places, days); -1 for none."""
    doubtful: tuple[tuple[int, int, int], ...]
    """Holds of low confidence: the place, the first day and the first day after, as numbers."""


@dataclass(frozen=True, eq=False, slots=True)
class BootstrapSettings:
    """Settings of the bootstrap: changes to the evidence in one try."""

    precision_m: NDArray[np.float64]
    """How far each place may be moved at most, shape (places,)."""
    left_out: float
    """Share of the holds of low confidence that are left out, on average."""
    drawn: bool = True
    """Whether places are drawn; if not, all are kept."""


def holders_of(areas: AreasInTime) -> Holders:
    """Return the holders of the places of areas.

    Places are in the order of the cells, days in that of the changes.
    """
    numbers = {day: number for number, day in enumerate(areas.days)}
    named = {controller: number for number, controller in enumerate(areas.controllers)}
    zoned = {zone: number for number, (zone, _) in enumerate(areas.zones)} | {"": -1}
    controllers = np.full((len(areas.cells), len(areas.days)), -1, dtype=np.int16)
    zones = controllers.copy()
    doubtful = []
    for place, row in enumerate(areas.intervals):
        for interval in row:
            start = numbers[interval.span.start]
            end = len(areas.days) if interval.span.end is None else numbers[interval.span.end]
            controllers[place, start:end] = named[interval.controller]
            zones[place, start:end] = zoned[interval.zone]
            if interval.confidence is Confidence.LOW:
                doubtful.append((place, start, end))
    return Holders(controllers, zones, tuple(doubtful))


def resample_once(
    samples: Samples, holders: Holders, chance: BootstrapSettings, seed: Sequence[int]
) -> NDArray[np.float64]:
    """Return the land that each place holds on each day in one try, in km².

    Shape (places, days).

    Land goes to nobody where none of the places tried for a point has a say.

    Args:
        samples: the land and the places, in the order of the holders.
        holders: who holds the places.
        chance: what may happen to the evidence.
        seed: numbers that decide what does happen.
    """
    random = np.random.default_rng(seed)
    count = len(samples.spots)
    kept = np.full(count, not chance.drawn)
    kept[random.integers(count, size=count)] = True
    turn, share = random.uniform(0, 2 * np.pi, count), np.sqrt(random.uniform(0, 1, count))
    steps = chance.precision_m * share
    spots = samples.spots + np.column_stack([steps * np.cos(turn), steps * np.sin(turn)])
    says = holders.controllers >= 0
    for (place, start, end), out in zip(
        holders.doubtful, random.uniform(0, 1, len(holders.doubtful)) < chance.left_out, strict=True
    ):
        says[place, start:end] &= not out
    return divide(samples, spots, kept, says)


def divide(
    samples: Samples, spots: NDArray[np.float64], kept: NDArray[np.bool_], says: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """Return the land of each place on each day, in km².

    Each point goes to the nearest kept place that has a say.

    Args:
        samples: the land.
        spots: where the places lie, UTM in metres, shape (places, 2).
        kept: which places take part, shape (places,).
        says: on which days they have a say, shape (places, days).

    Returns:
        Sizes, shape (places, days).
    """
    places, days = says.shape
    sizes = np.zeros((places, days))
    apart, near, km2 = samples.distances(spots, kept), samples.near, samples.km2
    # Points whose days are shared out alike so far form a group; only the days that are left are passed on.
    left, group = np.ones((1, days), dtype=bool), np.zeros(len(km2), dtype=np.int64)
    while len(km2) > 0:
        rows, first = np.arange(len(km2)), apart.argmin(axis=1)
        in_reach = np.isfinite(apart[rows, first])
        pairs = group * places + near[rows, first]
        found, pair = np.unique(pairs[in_reach], return_inverse=True)
        land = np.bincount(pair, km2[in_reach], len(found))
        holder, before = found % places, left[found // places]
        np.add.at(sizes, holder, land[:, None] * (before & says[holder]))
        after = before & ~says[holder]
        left, merged = _alike(after)
        goes_on = in_reach.copy()
        goes_on[in_reach] = after.any(axis=1)[pair]
        group = merged[pair][goes_on[in_reach]]
        apart[rows, first] = np.inf
        apart, near, km2 = apart[goes_on], near[goes_on], km2[goes_on]
    return sizes


def _alike(rows: NDArray[np.bool_]) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
    """Return the rows that differ, and for each row the number of the one that is like it."""
    packed = np.ascontiguousarray(np.packbits(rows, axis=1))
    keys = packed.view(np.dtype((np.void, packed.shape[1]))).ravel()
    _, first, number = np.unique(keys, return_index=True, return_inverse=True)
    return rows[first], number
