"""Positions that a wrong latitude and longitude may stand for."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geodata.io.degrees import MOST, with_point
from geodata.table_import.values.map_forms import Position, from_utm, position
from geodata.table_import.values.number_texts import plain_signs, to_number

if TYPE_CHECKING:
    from collections.abc import Iterator

ZONES = (36, 37, 38)
"""Zones of UTM in which Syria and its neighbours lie."""

_EASTINGS = (100_000, 900_000)
_NORTHINGS = (0, 10_000_000)
"""Metres that UTM has for places on land."""

_EARTH_RADIUS = 6_378_137.0
_MERCATOR_EDGE = math.pi * _EARTH_RADIUS
"""Metres, as Web Mercator (EPSG:3857) has them."""

_FEWEST_METRES = 1_000
_LONGEST = 40
_DIGITS_BEFORE_POINT = {"lat": (2, 1), "lon": (2, 3, 1)}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Position that may be meant, and how it comes from what was typed."""

    kind: str
    """One of "swapped", "lost point", "metres in UTM zone 36", 37 or 38, "Web Mercator", and "sign"."""

    lat: float

    lon: float

    words: str
    """What was wrong, in words."""


def candidates(lat_text: str, lon_text: str) -> tuple[Candidate, ...]:
    """Return the positions that a wrong pair may stand for, each once.

    Which of them is meant, if any, is seen from the country or the place that the row names.

    >>> [(found.kind, found.lat, found.lon) for found in candidates("38.35", "36.89")]
    [('swapped', 36.89, 38.35)]
    >>> [(found.kind, found.lat, found.lon) for found in candidates("36891", "38.353")]
    [('lost point', 36.891, 38.353), ('lost point', 3.6891, 38.353)]
    """
    if max(len(lat_text), len(lon_text)) > _LONGEST:
        return ()
    found = (*_swapped(lat_text, lon_text), *_lost_point(lat_text, lon_text), *_metres(lat_text, lon_text))
    return tuple(dict.fromkeys(found))


def _candidate(kind: str, words: str, at: Position | None) -> Iterator[Candidate]:
    if at is not None:
        yield Candidate(kind, at.lat, at.lon, words)


def _swapped(lat_text: str, lon_text: str) -> Iterator[Candidate]:
    lat, lon = _degrees(lon_text), _degrees(lat_text)
    if lat is not None and lon is not None and lat != lon:
        yield from _candidate("swapped", "Latitude and longitude are swapped.", position(lat, lon))


def _lost_point(lat_text: str, lon_text: str) -> Iterator[Candidate]:
    """Yield positions with a decimal point in the numbers that are too large without one."""
    lats, lons = tuple(_with_points(lat_text, "lat")), tuple(_with_points(lon_text, "lon"))
    if (_degrees(lat_text), _degrees(lon_text)) == (next(iter(lats), None), next(iter(lons), None)):
        return
    for lon in lons:
        for lat in lats:
            yield from _candidate("lost point", "The decimal point is missing.", position(lat, lon))


def _with_points(text: str, axis: str) -> Iterator[float]:
    """Yield the degrees that a number may stand for: itself, or with a point where it is too large."""
    degrees = _degrees(text)
    if degrees is not None and abs(degrees) <= MOST[axis]:
        yield degrees
        return
    digits = re.sub("[.,' ]", "", plain_signs(text))
    if not re.fullmatch("-?[0-9]{3,12}", digits):
        return
    for whole in _DIGITS_BEFORE_POINT[axis]:
        degrees = float(with_point(digits, whole))
        if abs(degrees) <= MOST[axis]:
            yield degrees


def _metres(lat_text: str, lon_text: str) -> Iterator[Candidate]:
    """Yield positions for a northing and an easting in metres, in either order."""
    lat, lon = _number(lat_text), _number(lon_text)
    if lat is None or lon is None:
        return
    for north, east in ((lat, lon), (lon, lat)):
        if _EASTINGS[0] <= east <= _EASTINGS[1] and _NORTHINGS[0] <= north <= _NORTHINGS[1] and north > MOST["lat"]:
            for zone in ZONES:
                kind = f"metres in UTM zone {zone}"
                yield from _candidate(kind, f"These are metres in UTM zone {zone}.", from_utm(zone, east, north))
        if min(abs(east), abs(north)) >= _FEWEST_METRES and max(abs(east), abs(north)) <= _MERCATOR_EDGE:
            yield from _candidate("Web Mercator", "These are metres in Web Mercator.", _from_mercator(east, north))


def _from_mercator(east: float, north: float) -> Position | None:
    lat = math.degrees(2 * math.atan(math.exp(north / _EARTH_RADIUS)) - math.pi / 2)
    return position(round(lat, 6), round(math.degrees(east / _EARTH_RADIUS), 6))


def _number(text: str) -> float | None:
    """Return the number of a text, thousands and decimals by whichever sign."""
    numbers = (to_number(text, "."), to_number(text, ","))
    return next((number for number in numbers if number is not None), None)


def _degrees(text: str) -> float | None:
    """Return a number as degrees, the smaller one where two can be read."""
    numbers = [number for number in (to_number(text, "."), to_number(text, ",")) if number is not None]
    return min(numbers, key=abs) if numbers else None
