"""Areas and lines of a day as GeoJSON, with evidence and attribution."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import shapely

from geodata.areas.timeline.evidence import sources_of
from geodata.areas.uncertainty.ranges import Ranges

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from shapely.geometry.base import BaseGeometry

    from geodata.areas.timeline.areas_in_time import Area, AreasInTime, ZoneArea
    from geodata.areas.timeline.front_lines import AreaLine, LinesInTime
    from geodata.atlas import Atlas
    from geodata.geography import Geography

OUTLINE = "countries"
"""The layer of the base geography whose notice goes with every area, because areas follow its border."""


def collection(areas: AreasInTime, lines: LinesInTime, atlas: Atlas, geography: Geography, day: date) -> dict[str, Any]:
    """Return the areas, zones and lines of a day as GeoJSON in degrees.

    The ``kind`` of a feature is area, zone, front, border or rim. An area or a zone has the controller or the zone
    (the other is null), its name on that day, the controllers that share its land, the size in km² with its range (null
    where none is stored), the share of the size that rests on holds of each confidence, and the places it rests on with
    the ids of their sources; a line has its one or two controllers, the code of the neighbouring state (null where it
    is no border) and the length in km. All have the day, whether it is only last known, attribution and licence, since
    programs drop what the collection says.
    """
    notice = geography.notice(OUTLINE)
    shares = {controller.id: list(controller.shared_by) for controller in atlas.controllers}
    zones = dict(areas.zones)
    ranges = Ranges(atlas.area_ranges)
    features = [
        *(
            _area(
                area,
                day,
                ranges,
                {
                    "kind": "area",
                    "controller": area.controller,
                    "zone": None,
                    "name": atlas.names.on(area.controller, day),
                    "shared_by": shares[area.controller],
                    "sources": list(sources_of(atlas, area, day)),
                },
            )
            for area in areas.on(day)
        ),
        *(
            _area(
                zone,
                day,
                ranges,
                {
                    "kind": "zone",
                    "controller": None,
                    "zone": zone.zone,
                    "name": zones[zone.zone],
                    "shared_by": [],
                    "sources": list(sources_of(atlas, zone, day)),
                },
            )
            for zone in areas.zones_on(day)
        ),
        *(_line(line, day) for line in lines.on(day)),
    ]
    derived = f"Areas: {atlas.setting('title')}, derived."
    rights = {
        "attribution": " ".join(filter(None, (notice.attribution, derived, atlas.setting("attribution")))),
        "licence": notice.licence,
    }
    for feature in features:
        feature["properties"] |= rights
    return {
        "type": "FeatureCollection",
        "day": day.isoformat(),
        **rights,
        "features": features,
    }


def _area(area: Area | ZoneArea, day: date, ranges: Ranges, naming: Mapping[str, Any]) -> dict[str, Any]:
    low, high = ranges.of(area, day)
    shares = {confidence.value: round(size / area.km2, 3) for confidence, size in area.km2_by_confidence.items()}
    return _feature(
        shapely.orient_polygons(area.geometry),
        {
            **naming,
            "day": day.isoformat(),
            "last_known": area.last_known,
            "km2": round(area.km2, 1),
            "range_from_km2": None if low is None else round(low, 1),
            "range_to_km2": None if high is None else round(high, 1),
            "confidence_shares": shares,
            "places": list(area.places),
        },
    )


def _line(line: AreaLine, day: date) -> dict[str, Any]:
    return _feature(
        line.geometry,
        {
            "kind": line.kind.value,
            "controllers": list(line.controllers),
            "state": line.state or None,
            "day": day.isoformat(),
            "last_known": line.last_known,
            "km": round(line.km, 2),
        },
    )


def _feature(shape: BaseGeometry, properties: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": json.loads(shapely.to_geojson(shape))}
