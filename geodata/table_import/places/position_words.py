"""Words about positions: where a point lies, and where it should."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodata.table_import.places.position_fit import REACH_KM

if TYPE_CHECKING:
    from collections.abc import Callable

    from geodata.table_import.places.place_match import PlaceMatch
    from geodata.table_import.places.position_fit import Fit

_SHORT_KM = 10
_DECIMALS = 4


def expected_words(country: str, place: PlaceMatch | None) -> str:
    """Return where a point should lie.

    Args:
        country: name of the country of its row; empty where none is named.
        place: the place of its row; ``None`` where none is named.
    """
    inside = f" in {country}" if country else ""
    near = f" within {REACH_KM:.0f} km of {place_words(place)}" if place else ""
    return f"a point{inside}{near}" if inside or near else "a point on Earth"


def off_words(fit: Fit, country: str, name: Callable[[str], str]) -> str:
    """Return in a sentence how far off a point is.

    Args:
        fit: how the point fits its row.
        country: name of the country of the row; empty where none is named.
        name: gives the name of a country by its code.
    """
    if not fit.on_earth:
        return "No point on Earth has these degrees: latitudes end at 90, longitudes at 180."
    there = f" in {name(fit.there)}" if fit.there else ""
    if fit.in_country is False and fit.outside is None:
        return f"The point is{there}, not in {country}."
    if fit.in_country is False and fit.outside is not None:
        return f"The point is{there}{',' if there else ''} {distance_words(fit.outside.km)} outside of {country}."
    if fit.nearest is None:
        return ""
    return f"The point is {distance_words(fit.km)} from {place_words(fit.nearest)}."


def fitting_words(fit: Fit, point: str, country: str, name: Callable[[str], str]) -> str:
    """Return where another point lies, as in "in Syria, 2.4 km from Kobane".

    Args:
        fit: how the point fits its row.
        point: its degrees in words; empty where they need not be said.
        country: name of the country of the row; empty where none is named.
        name: gives the name of a country by its code.
    """
    there = f"in {name(fit.there)}" if fit.there else ""
    if not there and fit.outside and fit.outside.is_cut:
        there = f"off the map, where {country} may go on"
    by = ""
    if fit.nearest is not None:
        by = f"{distance_words(fit.km)} from" if fit.km >= 1 else "at"
        by = f"{by} {place_words(fit.nearest)}"
    return ", ".join(filter(None, (point, there, by)))


def degrees_words(lat: float, lon: float) -> str:
    """Return a position as it may be typed, with four to six decimals.

    >>> degrees_words(36.891, 38.3535712)
    '36.8910, 38.353571'
    """
    return f"{_degrees(lat)}, {_degrees(lon)}"


def _degrees(degrees: float) -> str:
    whole, _, decimals = f"{degrees:.6f}".partition(".")
    return f"{whole}.{decimals.rstrip('0').ljust(_DECIMALS, '0')}"


def distance_words(km: float) -> str:
    """Return a distance.

    >>> distance_words(2.44), distance_words(1240.3)
    ('2.4 km', '1,240 km')
    """
    return f"{km:.1f} km" if km < _SHORT_KM else f"{km:,.0f} km"


def place_words(match: PlaceMatch) -> str:
    """Return the name of a place up to a bracket."""
    return match.name.partition(" (")[0]
