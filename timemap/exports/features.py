"""Events, areas and the border as tables of shapes, for the formats that other map programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas as gpd
import shapely
from pyproj import Geod

from geodata.areas.ranges import Ranges
from geodata.geography import DEGREES
from geodata.spreadsheet import event_cells

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from geodata.areas import Area, AreasInTime, ZoneArea
    from geodata.atlas import Atlas
    from geodata.geography import Geography
    from geodata.records.events import Event

_TOUCHING = 1e-4
"""Degrees within which a country lies at the border."""


def events_frame(atlas: Atlas, events: Iterable[Event]) -> gpd.GeoDataFrame:
    """Return a point for every event with all that its row of the downloaded table says, in degrees (EPSG:4326)."""
    rows = [event_cells(atlas, event) for event in events]
    points = [shapely.Point(float(row["lon"]), float(row["lat"])) for row in rows]
    return gpd.GeoDataFrame(rows, geometry=points, crs=DEGREES)


def areas_frame(atlas: Atlas, areas: AreasInTime, day: date) -> gpd.GeoDataFrame:
    """Return the areas of a day: who, how large (km², with its range), how sure, and the places they rest on."""
    shares = {row.id: "; ".join(row.shared_by) for row in atlas.controllers}
    found, ranges = areas.on(day), Ranges(atlas.area_ranges)
    rows = [
        {
            "controller": area.controller,
            "name": atlas.names.on(area.controller, day),
            "shared_by": shares[area.controller],
            **_told(atlas, area, day, ranges),
        }
        for area in found
    ]
    return gpd.GeoDataFrame(rows, geometry=[_turned(area) for area in found], crs=DEGREES)


def zones_frame(atlas: Atlas, areas: AreasInTime, day: date) -> gpd.GeoDataFrame:
    """Return what is held of every named zone on a day, with the same columns as the areas."""
    names = dict(areas.zones)
    found, ranges = areas.zones_on(day), Ranges(atlas.area_ranges)
    rows = [{"zone": area.zone, "name": names[area.zone], **_told(atlas, area, day, ranges)} for area in found]
    return gpd.GeoDataFrame(rows, geometry=[_turned(area) for area in found], crs=DEGREES)


def border_name(geography: Geography) -> str:
    """Return what the border is called: by the countries on its two sides.

    >>> from geodata.geography import load_geography
    >>> border_name(load_geography())
    'Border of Syria and Turkey'
    """
    middle = geography.border.interpolate(0.5, normalized=True)
    beside = geography.countries[shapely.distance(geography.countries.geometry.to_numpy(), middle) < _TOUCHING]
    return f"Border of {' and '.join(sorted(map(str, beside['name'])))}"


def border_frame(geography: Geography) -> gpd.GeoDataFrame:
    """Return the border as one line, with its length in km, its attribution and its licence."""
    notice = geography.notices["border"]
    row = {
        "name": border_name(geography),
        "length_km": round(Geod(ellps="WGS84").geometry_length(geography.border) / 1000, 1),
        "attribution": notice.attribution,
        "licence": notice.licence,
    }
    return gpd.GeoDataFrame([row], geometry=[geography.border], crs=DEGREES)


def _told(atlas: Atlas, area: Area | ZoneArea, day: date, ranges: Ranges) -> dict[str, object]:
    low, high = ranges.of(area, day)
    places = (atlas.place(place).name for place in area.places if atlas.has_place(place))
    return {
        "day": day.isoformat(),
        "last_known": "yes" if area.last_known else "no",
        "km2": round(area.km2, 1),
        "range_from_km2": None if low is None else round(low, 1),
        "range_to_km2": None if high is None else round(high, 1),
        **{f"km2_{confidence.value}": round(size, 1) for confidence, size in area.km2_by_confidence.items()},
        "places": "; ".join(places),
    }


def _turned(area: Area | ZoneArea) -> shapely.Geometry:
    """Return the land with its outlines counter-clockwise, as GeoJSON asks."""
    return shapely.orient_polygons(area.geometry)
