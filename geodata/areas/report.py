"""The areas of a day are told in words and numbers, and written as GeoJSON with all that they rest on."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import shapely

from geodata.areas.derive import load_areas
from geodata.areas.figures import TOLERANCE, Comparison, compare
from geodata.atlas import load
from geodata.commandline import write_file
from geodata.geography import load_geography
from geodata.records.values import Confidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from geodata.areas.intime import Area, AreasInTime, ZoneArea
    from geodata.atlas import Atlas
    from geodata.geography import Geography

OUTLINE = "countries"
"""The layer of the base geography whose notice goes with every area, because areas follow its border."""
WIDE = 48
"""Characters for the name of a controller or a zone."""


def print_areas(day: date, geojson: Path | None) -> bool:
    """Print the areas of a day with their published sizes; write them to ``geojson`` too where a file is named.

    Returns:
        False if that file cannot be written, which is then said.
    """
    atlas, geography = load(), load_geography()
    areas = load_areas(atlas, geography)
    sys.stdout.write("\n".join(report_lines(areas, atlas, day)) + "\n")
    if geojson is None:
        return True
    return write_file(geojson, json.dumps(collection(areas, atlas, geography, day), ensure_ascii=False))


def report_lines(areas: AreasInTime, atlas: Atlas, day: date) -> Iterator[str]:
    """Yield the report of a day, line by line: controllers, zones, published sizes, how far they are known."""
    held, zones = areas.on(day), areas.zones_on(day)
    if not held:
        yield f"Nothing is known about {day}."
        return
    names = {controller.id: controller.name for controller in atlas.controllers}
    yield _head(f"Who held what on {day}, derived")
    yield from (_row(names[area.controller], area) for area in held)
    if zones:
        names = dict(areas.zones)
        yield ""
        yield _head("Zones")
        yield from (_row(names[zone.zone], zone) for zone in zones)
        compared = compare(atlas.figures, zones, day)
        if compared:
            yield ""
            yield "Published sizes"
        for comparison in compared:
            yield from _comparison_lines(comparison, names)
    yield ""
    if day > areas.known_until:
        yield f"Last known: sources on control end on {areas.known_until}; nothing above is known to hold on {day}."
    yield "Lakes and rivers are counted; nothing is claimed outside the covered region."


def collection(areas: AreasInTime, atlas: Atlas, geography: Geography, day: date) -> dict[str, Any]:
    """Return the areas and the zones of a day as a GeoJSON FeatureCollection in degrees.

    A feature has the controller or the zone (the other is null), its name, the size in km², the share of the size that
    rests on holds of each confidence, the day, whether it is only last known, and the places it rests on.
    """
    notice = geography.notices[OUTLINE]
    names = {controller.id: controller.name for controller in atlas.controllers}
    features = [
        *(
            _feature(area, day, {"controller": area.controller, "zone": None, "name": names[area.controller]})
            for area in areas.on(day)
        ),
        *(
            _feature(zone, day, {"controller": None, "zone": zone.zone, "name": dict(areas.zones)[zone.zone]})
            for zone in areas.zones_on(day)
        ),
    ]
    return {
        "type": "FeatureCollection",
        "day": day.isoformat(),
        "attribution": f"{notice.attribution} Areas: {atlas.setting('title')}, derived. {atlas.setting('attribution')}",
        "licence": notice.licence,
        "features": features,
    }


def _feature(area: Area | ZoneArea, day: date, naming: Mapping[str, str | None]) -> dict[str, Any]:
    properties = {
        **naming,
        "day": day.isoformat(),
        "last_known": area.last_known,
        "km2": round(area.km2, 1),
        "confidence_shares": {key.value: round(share, 3) for key, share in _shares(area).items()},
        "places": list(area.places),
    }
    shape = shapely.orient_polygons(area.geometry)
    return {"type": "Feature", "properties": properties, "geometry": json.loads(shapely.to_geojson(shape))}


def _shares(area: Area | ZoneArea) -> Mapping[Confidence, float]:
    return {confidence: size / area.km2 for confidence, size in area.km2_by_confidence.items()}


def _head(title: str) -> str:
    return f"{title:<{WIDE}}{'km²':>9}" + "".join(f"{confidence.value:>9}" for confidence in Confidence)


def _row(name: str, area: Area | ZoneArea) -> str:
    shares = _shares(area)
    return f"  {name:<{WIDE - 2}}{area.km2:>9,.0f}" + "".join(f"{shares[key]:>9.0%}" for key in Confidence)


def _comparison_lines(comparison: Comparison, names: Mapping[str, str]) -> Iterator[str]:
    figure = comparison.figure
    published = f"{figure.low_km2:,.0f}"
    if figure.high_km2 > figure.low_km2:
        published += f"-{figure.high_km2:,.0f}"
    publisher = figure.publisher or "publisher not recorded"
    found = f"{comparison.km2:,.0f} km² derived, {published} km² published for {figure.day} ({publisher})"
    miss = "within it" if comparison.miss == 0 else f"{comparison.miss:+.1%}"
    yield f"  {' + '.join(names[zone] for zone in figure.zones)}: {found}: {miss}"
    if not comparison.close:
        yield f"    More than {TOLERANCE:.0%} off. Areas follow dated reports about places and are not fitted."
    if figure.note:
        yield f"    {figure.note}"
