"""Base geography in degrees: countries, borders, waters and towns."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import shapely
from shapely import LineString, Polygon

from geodata.data import DATA, atlas_folder, other_atlas

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

BASE = DATA / "base"
"""Folder of our own base map."""
DEGREES = "EPSG:4326"
LAYERS = ("countries", "divisions", "border", "borders", "lakes", "rivers", "dividing_river", "towns")


WORLD = (-180.0, -85.0, 180.0, 85.0)
"""West, south, east and north of all that a map can show, in degrees."""


@dataclass(frozen=True)
class Notice:
    """Attribution and licence of a file of the base geography."""

    attribution: str
    """Who made the data and by which way it came here."""

    licence: str
    """The licence of the file."""


@dataclass(frozen=True)
class Geography:
    """The base geography of one area.

    Every shape is in degrees east and north (EPSG:4326).
    """

    countries: gpd.GeoDataFrame
    """One row per country: iso (three letters), name; its land inside the area. No two overlap."""

    divisions: gpd.GeoDataFrame
    """First-level divisions of the country and its neighbour: iso, name. Those of each make up its land exactly."""

    iso: str
    """Code of the country that all places lie in; empty where the base map does not say."""

    border: LineString
    """The land border between the country and its neighbour, west to east: the very vertices that both share.

    It has no point where there is none."""

    borders: gpd.GeoDataFrame
    """The other land borders: iso, neighbour, length_km."""

    lakes: gpd.GeoDataFrame
    """Lakes and reservoirs, the largest first: name (empty when not known), area_km2."""

    rivers: gpd.GeoDataFrame
    """River lines: name (empty when not known), rank (1 great, 2 named, 3 other)."""

    dividing_river: LineString
    """The river that divides the land in two banks, as one line across the area, in the order of its water.

    It has no point where there is none."""

    towns: gpd.GeoDataFrame
    """Towns that our own places leave out: geonameid, name, name_arabic, name_turkish, country, population, rank."""

    layers: dict[str, gpd.GeoDataFrame]
    """Every layer as its file has it, by the layer's name; one without a file has no rows."""

    notices: dict[str, Notice]
    """Attribution and licence of every layer that has a file, by the layer's name."""

    area: Polygon
    """The box that all land lies in; without land, the box of the atlas as plain ground."""

    @property
    def country(self) -> BaseGeometry:
        """The land, inside the area, that places can lie in.

        It is that of their country; of all countries where it is not said which; the whole area where there is none.
        """
        if self.iso:
            return self.land(self.iso)
        return self.area if self.countries.empty else shapely.union_all(self.countries.geometry.to_numpy())

    @property
    def drawn_land(self) -> gpd.GeoDataFrame:
        """The countries to draw, or plain ground where there is none."""
        if not self.countries.empty:
            return self.countries
        return gpd.GeoDataFrame({"iso": [""], "name": [""]}, geometry=[shapely.box(*WORLD)], crs=DEGREES)

    def notice(self, layer: str) -> Notice:
        """Return attribution and licence of a layer.

        They are empty where it has no file.
        """
        return self.notices.get(layer, Notice("", ""))

    def land(self, iso: str) -> BaseGeometry:
        """Return the land of a country.

        Raises:
            KeyError: if the area has no such country.
        """
        rows = self.countries[self.countries["iso"] == iso]
        if rows.empty:
            raise KeyError(iso)
        return rows.geometry.iloc[0]


COLUMNS = {
    "countries": ("iso", "name"),
    "divisions": ("iso", "name"),
    "border": ("iso", "neighbour", "length_km"),
    "borders": ("iso", "neighbour", "length_km"),
    "lakes": ("name", "area_km2"),
    "rivers": ("name", "rank"),
    "dividing_river": ("name",),
    "towns": ("geonameid", "name", "country", "population", "rank"),
}
"""What every layer says of its shapes."""


def base_folder() -> Path:
    """Return the folder of the base map that is read; it may be missing."""
    return atlas_folder() / "base"


def load_geography(folder: Path | None = None, bounds: Sequence[float] = ()) -> Geography:
    """Return the base geography of a folder, which is read once.

    Args:
        folder: where the layers lie; where none is named that of the atlas, of which any may be missing if it is not
            ours.
        bounds: west, south, east and north of the ground where no layer has land.

    Raises:
        FileNotFoundError: if a layer is missing; `python -m geodata build` makes it.
    """
    partial = folder is None and other_atlas() is not None
    return _read(folder or base_folder(), tuple(bounds) if partial else (), partial=partial)


@lru_cache(maxsize=2)
def _read(folder: Path, bounds: tuple[float, ...], *, partial: bool) -> Geography:
    files = {layer: folder / f"{layer}.geojson" for layer in LAYERS}
    texts = {
        layer: json.loads(file.read_text(encoding="utf-8"))
        for layer, file in files.items()
        if file.exists() or not partial
    }
    frames = {layer: _frame(layer, texts.get(layer, {}).get("features", [])) for layer in LAYERS}
    countries, border = frames["countries"], frames["border"]
    sides = countries.total_bounds if not countries.empty else bounds or WORLD
    return Geography(
        countries=countries,
        divisions=frames["divisions"],
        iso=_home(countries, border),
        border=_line(border),
        borders=frames["borders"],
        lakes=frames["lakes"],
        rivers=frames["rivers"],
        dividing_river=_line(frames["dividing_river"]),
        towns=frames["towns"],
        layers=frames,
        notices={layer: Notice(text.get("attribution", ""), text.get("licence", "")) for layer, text in texts.items()},
        area=shapely.box(*sides),
    )


def _frame(layer: str, features: Sequence[Any]) -> gpd.GeoDataFrame:
    """Return the shapes of a layer; without any it has its columns still."""
    if features:
        return gpd.GeoDataFrame.from_features(features, crs=DEGREES)
    return gpd.GeoDataFrame({name: [] for name in COLUMNS[layer]}, geometry=[], crs=DEGREES)


def _home(countries: gpd.GeoDataFrame, border: gpd.GeoDataFrame) -> str:
    """Return the code of the country that the border names, or of the only one; empty where neither says."""
    codes = border["iso"] if not border.empty else countries["iso"]
    return str(codes.iloc[0]) if len(codes) == 1 else ""


def _line(frame: gpd.GeoDataFrame) -> LineString:
    """Return the one line of a layer; without points where there is none."""
    if frame.empty:
        return LineString()
    (line,) = frame.geometry
    if not isinstance(line, LineString):
        message = f"expected one line, found a {line.geom_type}"
        raise TypeError(message)
    return line
