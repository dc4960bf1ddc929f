"""Examples for fields that are filled in: a day and places of the atlas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodata.dates.precision import DatePrecision
from geodata.dates.wording import in_words

if TYPE_CHECKING:
    from geodata.atlas import Atlas

NAMED = 2
"""So many places are named."""


def example_day(atlas: Atlas) -> str:
    """Return the day that the map opens on, as an ISO date."""
    return atlas.setting_day("opening-moment").isoformat()


def example_dates(atlas: Atlas) -> str:
    """Return that day and its month, as dates can be typed.

    >>> from geodata.atlas import load
    >>> example_dates(load())
    '2014-10-06 or October 2014'
    """
    day = atlas.setting_day("opening-moment")
    return f"{day.isoformat()} or {in_words(day, DatePrecision.MONTH)}"


def example_places(atlas: Atlas) -> tuple[str, ...]:
    """Return short names of known places.

    The marked one comes first, then those that are named first on the map.

    >>> from geodata.atlas import load
    >>> example_places(load())
    ('Kobane', 'Afrin')
    """
    ids = [atlas.setting("focus-place"), *atlas.setting_list("named-first"), *(place.id for place in atlas.places)]
    names = (atlas.place(one).name.partition(" (")[0] for one in dict.fromkeys(ids) if atlas.has_place(one))
    return tuple(dict.fromkeys(names))[:NAMED] or tuple(dict.fromkeys(event.place for event in atlas.events))[:NAMED]


def example_point(atlas: Atlas) -> tuple[str, str]:
    """Return latitude and longitude of a point of the atlas.

    It is that of the marked place, or the middle of the map.
    """
    focus = atlas.setting("focus-place")
    lat, lon, _ = atlas.setting_numbers("opening-view")
    place = atlas.place(focus) if atlas.has_place(focus) else None
    point = (lat, lon) if place is None else (place.lat, place.lon)
    return f"{point[0]:.3f}", f"{point[1]:.3f}"
