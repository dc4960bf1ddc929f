"""Sample points, spread evenly over the covered land.

Each goes to the nearest place on its bank in reach of it.

This gives the sizes of cells for many variants of the places in the time that one partition takes, and no shapes. It
leaves out one rule of the partition: a part cut off from its place by the border stays with its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geodata.areas.partition.river_banks import banks
from geodata.areas.projection import DEGREES, EQUAL_AREA, KM, move, points_to_metres

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from shapely import LineString
    from shapely.geometry.base import BaseGeometry

    from geodata.areas.settings import SampleSettings
    from geodata.records.places import Place

CHUNK = 8192
"""Points that are worked on at once, so that they fit into the fast memory of a processor."""


@dataclass(frozen=True, eq=False, slots=True)
class Samples:
    """Sample points with the places that may hold them."""

    points: NDArray[np.float32]
    """UTM coordinates in metres, shape (n, 2)."""
    km2: NDArray[np.float64]
    """Size of the land that each point stands for, shape (n,)."""
    near: NDArray[np.int16]
    """Numbers of the nearest places on the bank of each point, in no order, shape (n, k); -1 where there are fewer."""
    spots: NDArray[np.float64]
    """UTM coordinates of the places in metres, shape (places, 2)."""
    reaches: NDArray[np.float64]
    """Reach of each place in metres; infinite where only the neighbours limit it."""

    def distances(self, spots: NDArray[np.float64], kept: NDArray[np.bool_]) -> NDArray[np.float32]:
        """Return the squared distance from each point to each of its places.

        In m², shape (n, k).

        It is infinite for a place that is not kept, and where a point lies beyond the reach of the place.

        Args:
            spots: where the places lie this time, UTM in metres, shape (places, 2).
            kept: which places take part, shape (places,).
        """
        # The row -1 is that of the places that are not there.
        x, y = (np.append(part, 0).astype(np.float32) for part in spots.T)
        limit = np.append(np.where(kept, self.reaches**2, -1), -1).astype(np.float32)
        squares = np.empty(self.near.shape, dtype=np.float32)
        for start in range(0, len(squares), CHUNK):
            rows = slice(start, start + CHUNK)
            near, part = self.near[rows], squares[rows]
            np.square(self.points[rows, :1] - x[near], out=part)
            part += np.square(self.points[rows, 1:] - y[near])
            part[part > limit[near]] = np.inf
        return squares


def spread(
    land: BaseGeometry, country: BaseGeometry, river: LineString, places: Sequence[Place], settings: SampleSettings
) -> Samples:
    """Return the sample points of the covered land.

    Args:
        land: what is divided, in degrees.
        country: the country, which the river divides in two banks, in degrees on the grid.
        river: the line that parts the places of one bank from the land of the other, in degrees on the grid.
        places: who may hold a point.
        settings: how far apart the points are, and how many places are tried.
    """
    towns = np.array([(place.lon, place.lat) for place in places])
    spots = points_to_metres(towns)
    reaches = np.array([np.inf if place.reach_km is None else place.reach_km * KM for place in places])
    degrees, km2 = _lattice(land, settings)
    small = reaches <= settings.small_reach_km * KM
    degrees, km2 = _finer(
        degrees, km2, _within(points_to_metres(degrees), spots[small], reaches[small], settings), settings
    )
    inside = shapely.contains_xy(land, *degrees.T)
    degrees, km2 = degrees[inside], km2[inside]
    points: NDArray[np.float32] = points_to_metres(degrees).astype(np.float32)
    near = np.full((len(points), settings.near), -1, dtype=np.int16)
    for bank in banks(country, river):
        shapely.prepare(bank)
        here, there = shapely.contains_xy(bank, *degrees.T), shapely.intersects_xy(bank, *towns.T)
        _fill(near, points, np.flatnonzero(here), spots, np.flatnonzero(there))
    return Samples(points, km2, near, spots, reaches)


def _lattice(land: BaseGeometry, settings: SampleSettings) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return points in degrees that stand for land of one size, and these sizes, round the land as a rectangle."""
    west, south, east, north = land.bounds
    (left, lower), (right, upper) = move(np.array([(west, south), (east, north)]), DEGREES, EQUAL_AREA)
    step = settings.step_m
    x, y = np.meshgrid(np.arange(left - step, right + step, step), np.arange(lower - step, upper + step, step))
    points = np.column_stack([x.ravel(), y.ravel()])
    return move(points, EQUAL_AREA, DEGREES), np.full(len(points), (step / KM) ** 2)


def _within(
    points: NDArray[np.float64], spots: NDArray[np.float64], reaches: NDArray[np.float64], settings: SampleSettings
) -> NDArray[np.bool_]:
    """Return which points lie in reach of a spot, or nearly."""
    inside = np.zeros(len(points), dtype=bool)
    for spot, reach in zip(spots, reaches, strict=True):
        inside |= np.hypot(*(points - spot).T) <= reach + 2 * settings.step_m
    return inside


def _finer(
    degrees: NDArray[np.float64], km2: NDArray[np.float64], chosen: NDArray[np.bool_], settings: SampleSettings
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the points with each chosen one replaced by several that share its land."""
    steps = ((np.arange(settings.finer) + 0.5) / settings.finer - 0.5) * settings.step_m
    offsets = np.array([(x, y) for x in steps for y in steps])
    coarse = move(degrees[chosen], DEGREES, EQUAL_AREA)
    fine = move((coarse[:, None] + offsets[None]).reshape(-1, 2), EQUAL_AREA, DEGREES)
    shares = np.repeat(km2[chosen] / len(offsets), len(offsets))
    return np.vstack([degrees[~chosen], fine]), np.concatenate([km2[~chosen], shares])


def _fill(
    near: NDArray[np.int16],
    points: NDArray[np.float32],
    here: NDArray[np.intp],
    spots: NDArray[np.float64],
    there: NDArray[np.intp],
) -> None:
    """Write the nearest of the places ``there`` into the rows ``here``."""
    count = min(near.shape[1], len(there))
    if count == 0:
        return
    x, y = spots[there].T.astype(np.float32)
    step = max(1, CHUNK * near.shape[1] // len(there))
    for start in range(0, len(here), step):
        rows = here[start : start + step]
        apart = np.square(points[rows, :1] - x) + np.square(points[rows, 1:] - y)
        near[rows, :count] = there[np.argpartition(apart, count - 1, axis=1)[:, :count]]
