"""Fit of a point to the country and the place that its row names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from geodata.table_import.places.country_names import country_name
from geodata.table_import.places.distances import km_between
from geodata.table_import.places.place_match import DIVISION

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geodata.table_import.places.country_sides import CountrySides, Outside
    from geodata.table_import.places.place_match import PlaceMatch

TOLERANCE_KM = 2.0
"""So far outside of its country a point may lie: degrees rounded to two digits are up to 0.7 km off, and gates of
crossings and villages by the border are counted to either side."""

TERRITORIAL_KM = 22.224
"""Twelve nautical miles, the breadth of the territorial sea: points at sea belong to the country so far."""

BEYOND_KM = 1000.0
"""So far beyond the edge of the map a country may go on; nothing is said of points there."""

REACH_KM = 100.0
"""So far from the place that a row names its point may lie. Rows name the nearest town that is known, and districts
here are 30 to 60 km wide; mistakes in degrees move a point by more than this, except near the line where latitude and
longitude are equal, for which `AWAY_KM` and `CLOSE_KM` are."""

AWAY_KM = 25.0
"""A point nearer to its place is taken as it is."""

CLOSE_KM = 15.0
"""A point that near to its place is meant for it, even where the point as typed is in reach too."""

_NORTH, _EAST = 90.0, 180.0


class Point(Protocol):
    """Point in degrees."""

    @property
    def lat(self) -> float:
        """Degrees north."""

    @property
    def lon(self) -> float:
        """Degrees east."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Fit of a point to its row."""

    there: str
    """Code of the country of the map at the point; empty outside of all, and off Earth."""

    in_country: bool | None
    """Whether the point lies in the named country; ``None`` where none is named, or where the map does not reach."""

    outside: Outside | None
    """How the point lies to the named country; ``None`` inside of it, or where the map has no land of it."""

    nearest: PlaceMatch | None
    """The nearest of the named places; ``None`` where none is named."""

    km: float
    """Distance to it; 0 without one."""

    on_earth: bool = True
    """Whether there is such a point."""

    @property
    def is_possible(self) -> bool:
        """Whether nothing speaks against the point."""
        return self.on_earth and self.in_country is not False and self.km <= REACH_KM

    @property
    def is_close(self) -> bool:
        """Whether the point lies by the named place."""
        return self.nearest is not None and self.km <= CLOSE_KM

    @property
    def evidence(self) -> int:
        """Weight of what speaks for the point, from 0.

        The place counts more than the country.
        """
        if not self.is_possible:
            return 0
        place = 0 if self.nearest is None else 8 if self.is_close else 4
        if self.in_country:
            return place + 2
        return place + bool(self.there or (self.outside and self.outside.is_cut))


class PositionFits:
    """Measures points by the countries and divisions of a base map."""

    def __init__(self, sides: CountrySides) -> None:
        self._sides = sides
        self._there: dict[tuple[float, float], str] = {}
        self._outside: dict[tuple[float, float, str], Outside | None] = {}

    def forget(self) -> None:
        """Forget the points that were measured."""
        self._there.clear()
        self._outside.clear()

    def measure(self, points: Iterable[tuple[float, float, str]]) -> None:
        """Measure many points at once, each with the country that its row names."""
        rows = list({point: None for point in points if is_on_earth(*point[:2])})
        if not rows:
            return
        lats, lons = np.array([row[:2] for row in rows]).T
        named = np.array([row[2] for row in rows], dtype=object)
        there = self._sides.countries(lats, lons)
        self._there |= {row[:2]: code for row, code in zip(rows, there, strict=True)}
        self._outside |= dict.fromkeys(rows)
        for iso in sorted(set(named[there != named])):
            if self._sides.has_land_of(iso):
                chosen = np.flatnonzero((there != named) & (named == iso))
                outside = self._sides.outside_of_many(lats[chosen], lons[chosen], iso)
                self._outside |= {rows[row]: one for row, one in zip(chosen, outside, strict=True)}

    def fit(self, lat: float, lon: float, country: str, place: Sequence[PlaceMatch]) -> Fit:
        """Return how a point fits a country and the nearest of some places."""
        if not is_on_earth(lat, lon):
            return Fit("", in_country=None, outside=None, nearest=None, km=0, on_earth=False)
        if (lat, lon, country) not in self._outside:
            self.measure([(lat, lon, country)])
        there, outside = self._there[lat, lon], self._outside[lat, lon, country]
        nearest = min(place, key=lambda match: self.km(lat, lon, match), default=None)
        km = 0.0 if nearest is None else self.km(lat, lon, nearest)
        return Fit(there, self._in_country(there, country, outside), outside, nearest, km)

    def km(self, lat: float, lon: float, match: PlaceMatch) -> float:
        """Return how far a point is from a place.

        It is 0 in the division that is named.
        """
        if match.kind == DIVISION and self._sides.in_division(lat, lon, match.id):
            return 0.0
        return km_between(lat, lon, match.lat, match.lon)

    def country_name(self, country: str) -> str:
        """Return the name of a country as the map writes it, or else as usual."""
        return self._sides.name(country) if self._sides.has_land_of(country) else country_name(country)

    def _in_country(self, there: str, country: str, outside: Outside | None) -> bool | None:
        if not country:
            return None
        if there == country:
            return True
        if outside is None:
            return False if there else None
        if outside.km <= (TOLERANCE_KM if there else TERRITORIAL_KM):
            return True
        return None if not there and outside.is_cut and outside.km <= BEYOND_KM else False


def is_on_earth(lat: float, lon: float) -> bool:
    """Return whether degrees are those of a point.

    >>> is_on_earth(36.9, 38.4), is_on_earth(368.9, 38.4), is_on_earth(float("nan"), 0)
    (True, False, False)
    """
    return abs(lat) <= _NORTH and abs(lon) <= _EAST
