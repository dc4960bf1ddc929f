"""Defaults for missing rows of the tables of settings and languages."""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING

from geodata.data import ATTRIBUTION, other_atlas
from geodata.dates.iso import EPOCH
from geodata.records.terms import Language
from geodata.records.view_limits import LIMITS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from geodata.records.events import Event
    from geodata.records.places import Hold, Place

DEFAULTS = {
    "title": "Time map",
    "sentence": "",
    "disclaimer": "Boundaries, names and areas shown do not imply endorsement.",
    "attribution": (
        "Borders, coast, lakes © OpenStreetMap contributors (ODbL) | Natural Earth | GSHHG | "
        "Places © GeoNames (CC BY 4.0)"
    ),
    "licence": (
        "Events, texts and lessons: CC BY 4.0. Coordinates of places: GeoNames (CC BY 4.0) and Wikipedia (CC BY-SA "
        "4.0), some estimated. Areas: ODbL 1.0, derived from these coordinates, with edges along borders from "
        "OpenStreetMap."
    ),
    "zones-name": "Named on the map",
    "zones-heading": "Areas with a name",
    "founding-article": "The founding article",
    "opening-moment": "",
    "focus-place": "",
    "named-first": "",
    "control-known-until": "",
    "events-known-until": "",
    "area-bounds": "",
    "areas-south": "",
    "areas-reach": "",
    "opening-view": "",
    "compare-first": "",
    "compare-second": "",
    "accusing-words": "",
    "shown-until": "",
    "region": "",
    "home-side": "",
    "border-name": "border",
    "border-start": "its western end",
    "river-banks": "",
    "post-name": "military post",
    "troops-name": "Troops",
}
"""Value of every setting that the map needs, by its id; empty where the other tables tell."""

IN_ANOTHER_ATLAS = {
    "attribution": "",
    "licence": "No licence is named for this atlas. Ask its authors before you pass it on.",
}
"""Settings of which the default is about our own data, with what it is in another atlas."""

OPTIONAL = {"report-address": ""}
"""Value of every setting that a table may leave out, by its id."""

LANGUAGE = Language(code="en", name="English", own_name="English", direction="ltr", column="name")
"""The language that the interface speaks; its names stand in where another language has none."""

WHOLE_WORLD = tuple(float(LIMITS[name][end]) for end in ("least", "most") for name in ("lon", "lat"))
"""West, south, east and north, in degrees, where there is no place."""

MARGIN = 0.3
"""Degrees round the outermost places that are shown too."""

SCREEN = 2.5
"""A view this many tiles of 256 pixels wide shows all of the bounds."""


def default_setting(setting_id: str) -> str:
    """Return the default of a setting.

    Raises KeyError if there is none.
    """
    other = other_atlas()
    if other is not None and setting_id in IN_ANOTHER_ATLAS:
        named = other / ATTRIBUTION
        if setting_id == "attribution" and named.is_file():
            return named.read_text(encoding="utf-8").strip()
        return IN_ANOTHER_ATLAS[setting_id]
    return (DEFAULTS | OPTIONAL)[setting_id]


def default_day(setting_id: str, events: Sequence[Event], holds: Sequence[Hold]) -> date:
    """Return the day of the first event to open on.

    Of control and events the last day on which one begins.
    """
    rows: Sequence[Event | Hold] = holds if setting_id == "control-known-until" and holds else events
    pick = min if setting_id == "opening-moment" else max
    return pick((row.start for row in rows), default=EPOCH)


def default_bounds(places: Sequence[Place | Event]) -> list[float]:
    """Return the bounds round all places, or round all events.

    West, south, east and north, in degrees.
    """
    lons, lats = [place.lon for place in places], [place.lat for place in places]
    sides = (min(lons) - MARGIN, min(lats) - MARGIN, max(lons) + MARGIN, max(lats) + MARGIN) if lons else WHOLE_WORLD
    return [round(side, 2) for side in sides]


def default_view(bounds: Sequence[float]) -> list[float]:
    """Return latitude, longitude and zoom of a view of bounds.

    The bounds are west, south, east and north.
    """
    west, south, east, north = bounds
    zoom = log2(SCREEN * 360 / (east - west))
    return [round((south + north) / 2, 3), round((west + east) / 2, 3), round(zoom, 2)]
