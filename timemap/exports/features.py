"""Events, areas and the border as tables of shapes for GIS formats."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pandas as pd
import pyarrow as pa
import shapely
from pyproj import Geod

from geodata.areas.timeline.evidence import sources_of
from geodata.areas.uncertainty.ranges import Ranges
from geodata.dates.span import DAY
from geodata.geography import DEGREES
from geodata.sources.exported_events import event_values, source_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from geodata.areas import Area, AreasInTime, ZoneArea
    from geodata.atlas import Atlas
    from geodata.geography import Geography
    from geodata.records.events import Event

_TOUCHING = 1e-4
"""Degrees within which a country lies at the border."""

DAYS = ("start", "end", "day")
"""Columns of days; a table that holds none of a kind still has it as a column of dates."""


def events_frame(atlas: Atlas, events: Iterable[Event]) -> gpd.GeoDataFrame:
    """Return a point for every event, in degrees (EPSG:4326).

    It has all that its row of the downloaded table says.

    Days are dates, an empty text is None, several values stand in one text.
    """
    listed = tuple(events)
    rows = [
        {
            name: _flat(value) if isinstance(value, tuple) else value
            for name, value in event_values(atlas, event).items()
        }
        for event in listed
    ]
    return frame_of(rows, [shapely.Point(event.lon, event.lat) for event in listed])


def areas_frame(atlas: Atlas, areas: AreasInTime, day: date) -> gpd.GeoDataFrame:
    """Return the areas of a day: controller, size, evidence, places.

    The size is in km², with its range. The sources are those of the places.

    ``start`` and ``end`` are the first and the last day, both included, on which the areas are known to be as on the
    day; the end is None where no later change is known.
    """
    shares = {row.id: "; ".join(row.shared_by) or None for row in atlas.controllers}
    areas_of_day, ranges, days = areas.on(day), Ranges(atlas.area_ranges), unchanged(areas, day)
    rows = [
        {
            "controller": area.controller,
            "name": atlas.names.on(area.controller, day),
            "shared_by": shares[area.controller],
            **days,
            **_told(atlas, area, day, ranges),
        }
        for area in areas_of_day
    ]
    return frame_of(rows, [_turned(area) for area in areas_of_day])


def zones_frame(atlas: Atlas, areas: AreasInTime, day: date) -> gpd.GeoDataFrame:
    """Return what is held of every named zone on a day.

    The columns are those of the areas.
    """
    names = dict(areas.zones)
    zones, ranges, days = areas.zones_on(day), Ranges(atlas.area_ranges), unchanged(areas, day)
    rows = [{"zone": area.zone, "name": names[area.zone], **days, **_told(atlas, area, day, ranges)} for area in zones]
    return frame_of(rows, [_turned(area) for area in zones])


def unchanged(areas: AreasInTime, day: date) -> dict[str, date | None]:
    """Return the first and last day round a day with the same areas.

    None where the stretch is open.
    """
    at = bisect_right(areas.days, day)
    return {
        "start": areas.days[at - 1] if at else None,
        "end": areas.days[at] - DAY if at < len(areas.days) else None,
    }


def frame_of(rows: Sequence[dict[str, Any]], shapes: Sequence[shapely.Geometry]) -> gpd.GeoDataFrame:
    """Return rows with their shapes in degrees.

    Columns of days hold dates, even where all are missing.
    """
    frame = gpd.GeoDataFrame(rows, geometry=list(shapes), crs=DEGREES)
    for name in DAYS:
        if name in frame:
            frame[name] = pd.Series(frame[name], dtype=pd.ArrowDtype(pa.date32()))
    return frame


def border_name(geography: Geography) -> str:
    """Return what the border is called: by the countries on its two sides.

    Empty where there is no border.

    >>> from geodata.geography import load_geography
    >>> border_name(load_geography())
    'Border of Syria and Turkey'
    """
    if geography.border.is_empty:
        return ""
    middle = geography.border.interpolate(0.5, normalized=True)
    beside = geography.countries[shapely.distance(geography.countries.geometry.to_numpy(), middle) < _TOUCHING]
    return f"Border of {' and '.join(sorted(map(str, beside['name'])))}"


def border_frame(geography: Geography) -> gpd.GeoDataFrame:
    """Return the border as one line, with length and attribution.

    The length is in km. No row where there is no border.
    """
    if geography.border.is_empty:
        return frame_of([], [])
    notice = geography.notice("border")
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
        "day": day,
        "last_known": area.last_known,
        "km2": round(area.km2, 1),
        "range_from_km2": None if low is None else round(low, 1),
        "range_to_km2": None if high is None else round(high, 1),
        **{f"km2_{confidence.value}": round(size, 1) for confidence, size in area.km2_by_confidence.items()},
        "places": _flat(tuple(places)),
        "sources": _flat(tuple(source_in_words(atlas, source) for source in sources_of(atlas, area, day))),
    }


def _flat(values: tuple[str, ...]) -> str | None:
    return "; ".join(values) or None


def _turned(area: Area | ZoneArea) -> shapely.Geometry:
    """Return the land with its outlines counter-clockwise, as GeoJSON asks."""
    return shapely.orient_polygons(area.geometry)
