"""Outlines of countries, from OpenStreetMap's time zones without the sea."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from shapely import Polygon

from geodata.areas.projection import polygons
from geodata.base_map_build.projection import square_km

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from geodata.base_map_build.settings import BuildSettings
    from geodata.base_map_build.sources import Sources

LAND = "countries-land-10m"
CLOSING = 1e-4
"""Degrees by which the land mask is closed, so that hairline gaps between its countries are not sea."""


def country_outlines(sources: Sources, settings: BuildSettings) -> dict[str, BaseGeometry]:
    """Return the land of each country inside the wide box, by ISO code.

    No two overlap.
    """
    sea = _sea(sources, settings.wide)
    outlines: dict[str, BaseGeometry] = {}
    taken: BaseGeometry = Polygon()
    for country in settings.countries:
        zone = sources.time_zone(country.zone).intersection(settings.wide)
        land = _main_land(zone, settings.detail.smallest_exclave_km2).difference(sea).difference(taken)
        outlines[country.iso] = land
        taken = taken.union(land)
    return outlines


def _main_land(zone: BaseGeometry, smallest_km2: float) -> BaseGeometry:
    """Return the zone without tiny parts, and with its tiny holes filled: what both sides leave out of each other."""
    parts = [part for part in polygons(zone) if square_km(part) >= smallest_km2]
    return shapely.union_all(
        [
            Polygon(part.exterior, [hole for hole in part.interiors if square_km(Polygon(hole)) >= smallest_km2])
            for part in parts
        ]
    )


def _sea(sources: Sources, wide: Polygon) -> BaseGeometry:
    """Return the one open sea of the box: the largest piece that the land mask leaves over."""
    land = shapely.union_all(sources.geo_maps(LAND, wide))
    closed = land.buffer(CLOSING, join_style="mitre").buffer(-CLOSING, join_style="mitre")
    return max(polygons(wide.difference(closed)), key=lambda piece: piece.area)
