"""Base geography in degrees: countries, borders, waters and towns."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import geopandas as gpd
import shapely
from shapely import LineString, Polygon

from geodata.data import DATA

if TYPE_CHECKING:
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

BASE = DATA / "base"
DEGREES = "EPSG:4326"
LAYERS = ("countries", "divisions", "border", "borders", "lakes", "rivers", "dividing_river", "towns")


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
    """Code of the country that all our places lie in."""

    border: LineString
    """The land border between the country and its neighbour, west to east: the very vertices that both share."""

    borders: gpd.GeoDataFrame
    """The other land borders: iso, neighbour, length_km."""

    lakes: gpd.GeoDataFrame
    """Lakes and reservoirs, the largest first: name (empty when not known), area_km2."""

    rivers: gpd.GeoDataFrame
    """River lines: name (empty when not known), rank (1 great, 2 named, 3 other)."""

    dividing_river: LineString
    """The river that divides the land in two banks, as one line across the area, in the order of its water."""

    towns: gpd.GeoDataFrame
    """Towns that our own places leave out: geonameid, name, name_arabic, name_turkish, country, population, rank."""

    layers: dict[str, gpd.GeoDataFrame]
    """Every layer as its file has it, by the layer's name."""

    notices: dict[str, Notice]
    """Attribution and licence of every layer, by the layer's name."""

    @property
    def country(self) -> BaseGeometry:
        """The land, inside the area, of the country that all our places lie in."""
        return self.land(self.iso)

    @property
    def area(self) -> Polygon:
        """The box that all land lies in."""
        return shapely.box(*self.countries.total_bounds)

    def land(self, iso: str) -> BaseGeometry:
        """Return the land of a country.

        Raises:
            KeyError: if the area has no such country.
        """
        rows = self.countries[self.countries["iso"] == iso]
        if rows.empty:
            raise KeyError(iso)
        return rows.geometry.iloc[0]


@lru_cache(maxsize=2)
def load_geography(folder: Path = BASE) -> Geography:
    """Return the base geography of a folder, which is read once.

    Raises:
        FileNotFoundError: if a layer is missing; `python -m geodata build` makes it.
    """
    texts = {layer: json.loads((folder / f"{layer}.geojson").read_text(encoding="utf-8")) for layer in LAYERS}
    frames = {layer: gpd.GeoDataFrame.from_features(text["features"], crs=DEGREES) for layer, text in texts.items()}
    return Geography(
        countries=frames["countries"],
        divisions=frames["divisions"],
        iso=str(frames["border"]["iso"].iloc[0]),
        border=_line(frames["border"]),
        borders=frames["borders"],
        lakes=frames["lakes"],
        rivers=frames["rivers"],
        dividing_river=_line(frames["dividing_river"]),
        towns=frames["towns"],
        layers=frames,
        notices={layer: Notice(text["attribution"], text["licence"]) for layer, text in texts.items()},
    )


def _line(frame: gpd.GeoDataFrame) -> LineString:
    """Return the one line of a layer."""
    (line,) = frame.geometry
    if not isinstance(line, LineString):
        message = f"expected one line, found a {line.geom_type}"
        raise TypeError(message)
    return line
