"""Countries of the base map by points in or near them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import Point, STRtree

from geodata.table_import.places.distances import km_between

if TYPE_CHECKING:
    import numpy.typing as npt
    from shapely.geometry.base import BaseGeometry

    from geodata.geography import Geography

NEAR_BORDER = 0.003
"""Degrees, about 300 m: so near to the border a rounded point may lie on the other side of it."""

FAR = 2.0
"""Degrees: a place of the map's country lies on the map, or not much farther away from it."""

_EDGE = 1e-6
"""Degrees: so near to the edge of the map the land is cut off there."""


@dataclass(frozen=True, slots=True)
class Outside:
    """Distance from a point to the land of a country elsewhere."""

    km: float
    """Distance to the land, as far as the map has it."""

    is_cut: bool
    """Whether the nearest land lies on the edge of the map, so that the country may go on to the point."""


class CountrySides:
    """Knows in which country of the map a point lies."""

    def __init__(self, geography: Geography) -> None:
        self._lands = {str(iso): geography.land(iso) for iso in geography.countries["iso"]}
        self._border = geography.border
        self._area = geography.area
        self._names = {str(row.iso): str(row.name) for row in geography.countries.itertuples(index=False)}
        self._divisions = {
            f"division:{name}": shape
            for name, shape in zip(geography.divisions["name"], geography.divisions.geometry, strict=True)
        }
        _, low, _, high = self._area.bounds
        self._narrow = float(np.cos(np.radians((low + high) / 2)))
        self._edges = {iso: STRtree(self._flat_edges(land)) for iso, land in self._lands.items()}
        for shape in (*self._lands.values(), self._border, *self._divisions.values()):
            shapely.prepare(shape)

    def country(self, lat: float, lon: float) -> str:
        """Return the code of the country at a point.

        Empty outside of the countries of the map.
        """
        return next((iso for iso, land in self._lands.items() if shapely.intersects_xy(land, lon, lat)), "")

    def countries(self, lats: npt.NDArray[np.float64], lons: npt.NDArray[np.float64]) -> npt.NDArray[np.object_]:
        """Return the code of the country at each of many points; see `country`."""
        found = np.full(len(lats), "", dtype=object)
        for iso, land in reversed(self._lands.items()):
            found[shapely.intersects_xy(land, lons, lats)] = iso
        return found

    def has_land_of(self, iso: str) -> bool:
        """Return whether the map has land of a country."""
        return iso in self._lands

    def outside(self, lat: float, lon: float, iso: str) -> Outside:
        """Return how far a point outside of a country is from its land."""
        return self.outside_of_many(np.array([lat]), np.array([lon]), iso)[0]

    def outside_of_many(
        self, lats: npt.NDArray[np.float64], lons: npt.NDArray[np.float64], iso: str
    ) -> tuple[Outside, ...]:
        """Return how far each of many points is from a land; see `outside`."""
        tree = self._edges[iso]
        points = shapely.points(lons * self._narrow, lats)
        nearest = shapely.shortest_line(tree.geometries[tree.nearest(points)], points)
        flat, nearest_lats = shapely.get_coordinates(nearest)[::2].T
        nearest_lons = flat / self._narrow
        west, south, east, north = self._area.bounds
        gaps = (nearest_lons - west, nearest_lats - south, east - nearest_lons, north - nearest_lats)
        cut = np.min(gaps, axis=0) < _EDGE
        rows = zip(
            lats.tolist(), lons.tolist(), nearest_lats.tolist(), nearest_lons.tolist(), cut.tolist(), strict=True
        )
        return tuple(Outside(km_between(*row), is_cut=is_cut) for *row, is_cut in rows)

    def in_division(self, lat: float, lon: float, division_id: str) -> bool:
        """Return whether a point lies in a division, as in "division:Aleppo"."""
        return division_id in self._divisions and bool(shapely.intersects_xy(self._divisions[division_id], lon, lat))

    def by_the_border(self, lat: float, lon: float) -> bool:
        """Return whether a point is so near the border that both sides fit."""
        return bool(shapely.dwithin(self._border, Point(lon, lat), NEAR_BORDER))

    def far_away(self, lat: float, lon: float) -> bool:
        """Return whether a point is far outside of the map."""
        return not shapely.dwithin(self._area, Point(lon, lat), FAR)

    def name(self, iso: str) -> str:
        """Return the name of a country by its code."""
        return self._names.get(iso, iso)

    def named(self, text: str) -> set[str]:
        """Return the codes of the countries whose names stand in a text."""
        return {iso for iso, name in self._names.items() if re.search(rf"\b{re.escape(name)}\b", text)}

    def _flat_edges(self, land: BaseGeometry) -> npt.NDArray[np.object_]:
        """Return the straight lines around a land, with degrees to the east as long as those to the north.

        That holds in the middle of the map.
        """
        lines = [shapely.get_coordinates(ring) for ring in _rings(land)]
        pairs = np.concatenate([np.stack((line[:-1], line[1:]), axis=1) for line in lines])
        return np.asarray(shapely.linestrings(pairs * (self._narrow, 1.0)))


def _rings(land: BaseGeometry) -> npt.NDArray[np.object_]:
    return np.asarray(shapely.get_rings(shapely.get_parts(land)))
