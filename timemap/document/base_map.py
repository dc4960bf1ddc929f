"""Base map for the document: rings, lines and points of labels."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import shapely

from geodata.geography import BASE
from geodata.text.place_names import names_of_feature, names_of_town
from timemap.document.assets import data_uri
from timemap.document.encoding import encode_lines, encode_rings

if TYPE_CHECKING:
    from pathlib import Path

    import geopandas as gpd
    from shapely.geometry.base import BaseGeometry

    from geodata.atlas import Atlas
    from geodata.geography import Geography


def base_data(atlas: Atlas, geography: Geography, folder: Path = BASE) -> dict[str, Any]:
    """Return land, water, borders, divisions, towns and relief for JSON."""
    return {
        "home": geography.iso,
        "countries": [
            {"iso": row["iso"], **_names(atlas, "country", row), "rings": encode_rings(row["geometry"])}
            for row in _rows(geography.countries)
        ],
        "divisions": [
            {**_names(atlas, "division", row), "iso": row["iso"], "label": _label_point(row["geometry"])}
            for row in _rows(geography.divisions)
        ],
        "divisionLines": encode_lines(division_lines(geography)),
        "border": encode_lines(geography.border),
        "borders": [line for geometry in geography.borders.geometry for line in encode_lines(geometry)],
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


def _rows(frame: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def _names(atlas: Atlas, kind: str, row: dict[str, Any]) -> dict[str, Any]:
    """Return the English name, and all names where there are more."""
    names = names_of_feature(atlas, kind, row["name"], row["name"]) if row["name"] else {}
    return {"name": row["name"]} | ({"names": names} if len(names) > 1 else {})


def _label_point(area: BaseGeometry) -> list[float]:
    point = area.representative_point()
    return [round(point.x, 4), round(point.y, 4)]


def division_lines(geography: Geography) -> BaseGeometry:
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
