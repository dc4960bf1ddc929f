"""Positions as maps write them: WKT, geo URIs, links, GeoJSON, UTM, MGRS."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote
from warnings import catch_warnings

from mgrs import MGRS
from mgrs.core import MGRSError
from pyproj import Transformer

from geodata.io.degrees import MOST

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST = 2_000
"""Characters; links may be long."""


@dataclass(frozen=True, slots=True)
class Position:
    """Point on Earth, in degrees of WGS 84."""

    lat: float
    lon: float


_NUMBER = r"([-+]?[0-9]{1,3}(?:\.[0-9]+)?)"
_LAT_LON = (
    re.compile(rf"geo:{_NUMBER},{_NUMBER}(?:[,;?].*)?", re.IGNORECASE),
    re.compile(rf"https?://.*[?&]mlat={_NUMBER}&mlon={_NUMBER}(?:[&#].*)?"),
    re.compile(rf"https?://.*#map=[0-9.]+/{_NUMBER}/{_NUMBER}(?:[/&].*)?"),
    re.compile(rf"https?://.*!3d{_NUMBER}!4d{_NUMBER}(?:[!?&/].*)?"),
    re.compile(
        rf"https?://.*[?&](?:q|query|ll|sll|center|destination|daddr)=(?:loc:)?{_NUMBER}, ?\+?{_NUMBER}(?:[&#].*)?"
    ),
    re.compile(rf"https?://.*/@{_NUMBER},{_NUMBER}(?:[,/?].*)?"),
    re.compile(rf"https?://.*/(?:place|search|dir)/{_NUMBER}, ?\+?{_NUMBER}(?:[/?].*)?"),
    re.compile(rf"https?://.*[?&]cp={_NUMBER}~{_NUMBER}(?:[&#].*)?"),
)
"""Forms with the latitude first: geo URIs (RFC 5870), links of OpenStreetMap, Google, Apple and Bing."""

_LON_LAT = (
    re.compile(rf"(?:SRID=4326;)? *POINT *(?:ZM?|M)? *\( *{_NUMBER} +{_NUMBER}(?: +[-0-9.]+)* *\)", re.IGNORECASE),
    re.compile(rf'\{{.*"coordinates" *: *\[ *{_NUMBER} *, *{_NUMBER} *(?:, *[-0-9.]+ *)?\].*\}}'),
)
"""Forms with the longitude first: well-known text (OGC 06-103r4) and GeoJSON (RFC 7946)."""

_START = re.compile(r"\s*(?:https?://|geo:|SRID=|(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\b|\{)", re.IGNORECASE)

_MGRS = re.compile(r"([0-9]{1,2})([C-HJ-NP-X])([A-HJ-NP-Z][A-HJ-NP-V])([0-9]{2,10})", re.IGNORECASE)
_MGRS_DIGITS = 5

_UTM_PARTS = r"(?P<east>[0-9]{6}(?:\.[0-9]+)?) ?m?E?,? +(?P<north>[0-9]{1,8}(?:\.[0-9]+)?) ?m?N?"
_UTM_ZONE = r"(?:UTM )?(?:zone )?(?P<zone>[0-9]{1,2}) ?(?P<band>[C-HJ-NP-X]),?"
_UTM = (
    re.compile(rf"{_UTM_ZONE} +{_UTM_PARTS}", re.IGNORECASE),
    re.compile(rf"{_UTM_PARTS},? +{_UTM_ZONE}", re.IGNORECASE),
)
_ZONES = range(1, 61)
_BAND_S = (3_540_000, 4_430_000)
"""Metres north of the equator in which band S lies (32-40 degrees)."""

_HALF = "50000"


def read_map_form(text: str) -> Position | None:
    """Return the position that a text in one of these forms holds, or nothing.

    >>> read_map_form("POINT (38.35 36.89)"), read_map_form("geo:36.89,38.35;u=35")
    (Position(lat=36.89, lon=38.35), Position(lat=36.89, lon=38.35))
    >>> read_map_form("36.89, 38.35")
    """
    written = text.strip()
    if len(written) > LONGEST:
        return None
    if "%" in written:
        written = unquote(written)
    for form in _LAT_LON:
        if found := form.fullmatch(written):
            return position(float(found[1]), float(found[2]))
    for form in _LON_LAT:
        if found := form.fullmatch(written):
            return position(float(found[2]), float(found[1]))
    return _read_utm(written) or _read_mgrs(written)


def is_map_form(text: str) -> bool:
    """Return whether a text looks like a link, a URI or well-known text."""
    return (
        re.match(r"\s*(?:https?://|geo:|SRID=|(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\b|\{)", text, re.IGNORECASE)
        is not None
    )


def position(lat: float, lon: float) -> Position | None:
    """Return a position, or nothing where there is none on Earth."""
    return Position(lat, lon) if abs(lat) <= MOST["lat"] and abs(lon) <= MOST["lon"] else None


def _read_mgrs(text: str) -> Position | None:
    """Return the middle of the square that a reference of the Military Grid Reference System names.

    With ten digits, which are one metre, its south-western corner.
    """
    found = _MGRS.fullmatch(text.replace(" ", "").upper())
    if not found or len(found[4]) % 2 or int(found[1]) not in _ZONES:
        return None
    half = len(found[4]) // 2
    east, north = found[4][:half], found[4][half:]
    if half < _MGRS_DIGITS:
        east, north = ((digits + _HALF)[:_MGRS_DIGITS] for digits in (east, north))
    try:
        with catch_warnings(action="error"):  # a square that is not in its band
            lat, lon = MGRS().toLatLon(f"{found[1]}{found[2]}{found[3]}{east}{north}")
    except (MGRSError, RuntimeWarning):
        return None
    return position(round(lat, 6), round(lon, 6))


def _read_utm(text: str) -> Position | None:
    """Return the position of a zone, an easting and a northing in metres, to a decimetre.

    The letter is a band of latitudes (C-X). N is the northern hemisphere too; S is band S where the northing lies in
    it, as in northern Syria, and else the southern hemisphere.
    """
    found = next(filter(None, (form.fullmatch(text) for form in _UTM)), None)
    if not found or int(found["zone"]) not in _ZONES:
        return None
    band, north = found["band"].upper(), float(found["north"])
    is_north = band >= "N" and (band != "S" or _BAND_S[0] <= north <= _BAND_S[1])
    return from_utm(int(found["zone"]), float(found["east"]), north, is_north=is_north)


def from_utm(zone: int, east: float, north: float, *, is_north: bool = True) -> Position | None:
    """Return the position of metres east and north in a zone of UTM (WGS 84)."""
    lon, lat = _transformer(zone, is_north=is_north)(east, north)
    return position(round(lat, 6), round(lon, 6))


@cache
def _transformer(zone: int, *, is_north: bool) -> Callable[[float, float], tuple[float, float]]:
    code = (32_600 if is_north else 32_700) + zone
    transform: Callable[[float, float], tuple[float, float]] = Transformer.from_crs(
        code, 4326, always_xy=True
    ).transform
    return transform
