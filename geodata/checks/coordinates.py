"""Check of points: in their country, without swapped degrees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import shapely
from shapely import Point

from geodata.io.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from geodata.geography import Geography
    from geodata.io.tables import Rows

NEAR_BORDER = 0.003
"""Degrees, about 300 m: so near to the border a rounded point may lie on the other side of it."""

FAR = 2.0
"""Degrees: a place of the map's country lies on the map, or not much farther away from it."""

SWAPPED = "Are latitude and longitude swapped?"


class CountrySides:
    """Knows in which country of the map a point lies."""

    def __init__(self, geography: Geography) -> None:
        self._lands = {str(iso): geography.land(iso) for iso in geography.countries["iso"]}
        self._border = geography.border
        self._area = geography.area
        self._names = {str(row.iso): str(row.name) for row in geography.countries.itertuples(index=False)}
        for shape in (*self._lands.values(), self._border):
            shapely.prepare(shape)

    def country(self, lat: float, lon: float) -> str:
        """Return the code of the country at a point.

        Empty outside of the countries of the map.
        """
        return next((iso for iso, land in self._lands.items() if shapely.intersects_xy(land, lon, lat)), "")

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


def check_sides(tables: Mapping[str, Rows[Any]], geography: Geography) -> Iterator[Problem]:
    """Yield a problem for every point outside the country of its row."""
    sides = CountrySides(geography)
    for name in ("places", "posts", "front_marks"):
        for number, row in tables[name]:
            yield from _check_home(tables[name].file, number, row, geography.iso, sides)
    for number, event in tables["events"]:
        yield from _check_event(tables["events"].file, number, event, sides)


def _check_home(file: str, number: int, row: Any, home: str, sides: CountrySides) -> Iterator[Problem]:  # noqa: ANN401 - any record with a point
    there = sides.country(row.lat, row.lon)
    if there == home or (there and sides.by_the_border(row.lat, row.lon)):
        return
    swapped = sides.country(row.lon, row.lat) == home
    if there or swapped or sides.far_away(row.lat, row.lon):
        where = f"This point is in {sides.name(there)}." if there else ""
        hint = SWAPPED if swapped else where
        yield Problem(file, number, "lat", f"{row.lat}, {row.lon}", f"a point in {sides.name(home)}", hint)


def _check_event(file: str, number: int, event: Any, sides: CountrySides) -> Iterator[Problem]:  # noqa: ANN401 - a record with point and country
    point = f"{event.lat}, {event.lon}"
    there = sides.country(event.lat, event.lon)
    if there == "" and sides.country(event.lon, event.lat):
        yield Problem(file, number, "lat", point, "latitude first, then longitude", SWAPPED)
        return
    if there != event.country and not sides.by_the_border(event.lat, event.lon):
        expected = (
            f'"{there}", the country of the point {point}'
            if there
            else "an empty value, because the point is off the map"
        )
        yield Problem(file, number, "country", event.country, expected)
    named = sides.named(event.place)
    if there and len(named) == 1 and there not in named:
        expected = f"a point in {sides.name(named.pop())}, which the place names"
        yield Problem(file, number, "lat", point, expected, f"This point is in {sides.name(there)}.")
