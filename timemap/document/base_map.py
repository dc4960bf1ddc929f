"""Base map for the document: rings, lines and points of labels."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import shapely

from geodata.geography import DEGREES, base_folder
from geodata.text.place_names import names_of_feature, names_of_town
from timemap.document.assets import data_uri
from timemap.document.encoding import encode_lines, encode_rings
from timemap.style.tokens import TOKENS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from geodata.atlas import Atlas
    from geodata.geography import Geography
    from timemap.style.tokens import BaseLayer


def base_data(
    atlas: Atlas,
    geography: Geography,
    folder: Path | None = None,
    layers: Sequence[BaseLayer] = TOKENS.base_map.layers,
) -> dict[str, Any]:
    """Return land, water, borders, divisions, towns and relief for JSON.

    A layer whose names are written on the map has them with its shapes, any other one has its shapes alone.
    """
    named = _named_data(atlas, geography, folder or base_folder())
    return named | {layer.id: _encoded(geography, layer) for layer in layers if layer.id not in named}


def base_shapes(geography: Geography, layer: str) -> gpd.GeoDataFrame:
    """Return the shapes of a layer in degrees, with their ranks if any.

    Raises:
        KeyError: if there is no such layer.
    """
    if layer == "divisionLines":
        return gpd.GeoDataFrame(geometry=[_division_lines(geography)], crs=DEGREES)
    return geography.layers[layer]


def _encoded(geography: Geography, layer: BaseLayer) -> list[Any]:
    """Return the lines of a layer, with their ranks where these count, or the rings of its areas."""
    shapes = base_shapes(geography, layer.id)
    if layer.fill:
        return [{"rings": encode_rings(shape)} for shape in shapes.geometry]
    if layer.by_rank:
        return [
            {"rank": int(row["rank"]), "line": line} for row in _rows(shapes) for line in encode_lines(row["geometry"])
        ]
    return [line for shape in shapes.geometry for line in encode_lines(shape)]


def _named_data(atlas: Atlas, geography: Geography, folder: Path) -> dict[str, Any]:
    return {
        "home": geography.iso,
        "homeCode": _home_code(geography),
        "river": _name_of_river(geography),
        "countries": [
            {"iso": row["iso"], **_names(atlas, "country", row), "rings": encode_rings(row["geometry"])}
            for row in _rows(geography.drawn_land)
        ],
        "plain": geography.countries.empty,
        "divisions": [
            {**_names(atlas, "division", row), "iso": row["iso"], "label": _label_point(row["geometry"])}
            for row in _rows(geography.divisions)
        ],
        "border": encode_lines(geography.border),
        "lakes": [
            {**_names(atlas, "lake", row), "rings": encode_rings(row["geometry"])} for row in _rows(geography.lakes)
        ],
        "rivers": [
            {**_names(atlas, "river", row), "rank": int(row["rank"]), "line": line}
            for row in _rows(geography.rivers)
            for line in encode_lines(row["geometry"])
        ],
        "towns": [_town(atlas, row) for row in _rows(geography.towns)],
        "relief": _relief(folder),
    }


def _home_code(geography: Geography) -> str:
    """Return the code of the country by which towns name it; empty where no town lies in it."""
    if not geography.iso:
        return ""
    at_home = geography.towns[geography.towns.within(geography.country)]
    return "" if at_home.empty else str(at_home["country"].mode().iloc[0])


def _name_of_river(geography: Geography) -> str:
    """Return the name of the river that divides the land; empty where none does."""
    rows = geography.layers["dividing_river"]
    return "" if rows.empty else str(rows["name"].iloc[0])


def _rows(frame: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def _names(atlas: Atlas, kind: str, row: dict[str, Any]) -> dict[str, Any]:
    """Return the English name, and all names where there are more."""
    names = names_of_feature(atlas, kind, row["name"], row["name"]) if row["name"] else {}
    return {"name": row["name"]} | ({"names": names} if len(names) > 1 else {})


def _label_point(area: BaseGeometry) -> list[float]:
    point = area.representative_point()
    return [round(point.x, 4), round(point.y, 4)]


def _division_lines(geography: Geography) -> BaseGeometry:
    """Return the lines between a country's divisions, each once, in degrees."""
    inner = []
    for _, divisions in geography.divisions.groupby("iso"):
        edges = shapely.union_all(divisions.boundary.to_numpy())
        outline = shapely.union_all(divisions.geometry.to_numpy()).boundary
        inner.append(shapely.line_merge(shapely.difference(edges, outline)))
    return shapely.GeometryCollection(list(shapely.get_parts(inner)))


def _town(atlas: Atlas, row: dict[str, Any]) -> dict[str, Any]:
    first = atlas.setting_list("named-first")
    key = str(row["geonameid"])
    return {
        "names": names_of_town(atlas, row),
        "lat": round(row["geometry"].y, 5),
        "lon": round(row["geometry"].x, 5),
        "rank": int(row["rank"]),
        "country": row["country"],
    } | ({"first": first.index(key) + 1} if key in first else {})


def _relief(folder: Path) -> dict[str, Any] | None:
    note, picture = folder / "relief.json", folder / "relief.webp"
    if not note.exists() or not picture.exists():
        return None
    return {
        "src": data_uri(picture.read_bytes(), "image/webp"),
        "bounds": json.loads(note.read_text(encoding="utf-8"))["bounds"],
    }
