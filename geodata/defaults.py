"""What holds where the tables of settings and languages lack a row: the other tables tell, and the map is shown."""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING

from geodata.days import EPOCH
from geodata.records.words import Language

if TYPE_CHECKING:
    from datetime import date

    from geodata.atlas import Atlas

DEFAULTS = {
    "title": "Time map",
    "sentence": "",
    "disclaimer": "Boundaries, names and areas shown imply no endorsement.",
    "attribution": (
        "Borders, coast, lakes © OpenStreetMap contributors (ODbL) | Natural Earth | GSHHG | "
        "Places © GeoNames (CC BY 4.0)"
    ),
    "licence": (
        "Events, texts and lessons: CC BY 4.0. Points of places: GeoNames (CC BY 4.0) and Wikipedia (CC BY-SA 4.0), "
        "some estimated. Areas: ODbL 1.0, derived from these points, with edges along borders from OpenStreetMap."
    ),
    "zones-name": "Named on the map",
    "zones-heading": "Areas with a name",
    "founding-article": "The founding column",
    "opening-moment": "",
    "focus-place": "",
    "named-first": "",
    "control-known-until": "",
    "events-known-until": "",
    "area-bounds": "",
    "opening-view": "",
    "compare-first": "",
    "compare-second": "",
    "accusing-words": "",
}
"""Value of every setting that the map needs, by its id; empty where the other tables tell."""

LANGUAGE = Language(code="en", name="English", own_name="English", direction="ltr", column="name")
"""The language that the interface speaks; its names stand in where another language has none."""

WHOLE_WORLD = (-180.0, -85.0, 180.0, 85.0)
"""West, south, east and north, in degrees, where there is no place."""

MARGIN = 0.3
"""Degrees round the outermost places that are shown too."""

SCREEN = 2.5
"""A view this many tiles of 256 pixels wide shows all of the bounds."""


def default_day(atlas: Atlas, setting_id: str) -> date:
    """Return the day of the first event to open on; of control and events the last day on which one begins."""
    rows = atlas.holds if setting_id == "control-known-until" else atlas.events
    pick = min if setting_id == "opening-moment" else max
    return pick((row.start for row in rows), default=EPOCH)


def default_numbers(atlas: Atlas, setting_id: str) -> list[float]:
    """Return the bounds round all places (west, south, east, north), or the view of their middle (lat, lon, zoom)."""
    lons, lats = [place.lon for place in atlas.places], [place.lat for place in atlas.places]
    sides = (min(lons) - MARGIN, min(lats) - MARGIN, max(lons) + MARGIN, max(lats) + MARGIN) if lons else WHOLE_WORLD
    bounds = [round(side, 2) for side in sides]
    if setting_id == "area-bounds":
        return bounds
    west, south, east, north = atlas.setting_numbers("area-bounds")
    zoom = log2(SCREEN * 360 / (east - west))
    return [round((south + north) / 2, 3), round((west + east) / 2, 3), round(zoom, 2)]
