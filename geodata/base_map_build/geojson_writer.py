"""Writer of base map files: GeoJSON with attribution and licence."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import shapely

from geodata.base_map_build.projection import DECIMALS
from geodata.io.whole_files import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from geodata.geography import Notice

Row = tuple[dict[str, Any], "BaseGeometry"]


def write_geojson(path: Path, rows: Iterable[Row], notice: Notice) -> None:
    """Write properties and shapes (degrees) as a FeatureCollection.

    Each feature has a line of its own, so that changes can be read.
    """
    features = [
        json.dumps(
            {"type": "Feature", "properties": properties, "geometry": rounded(json.loads(shapely.to_geojson(shape)))},
            ensure_ascii=False,
            separators=(",", ":"),
        )
        for properties, shape in rows
    ]
    head = {"type": "FeatureCollection", "attribution": notice.attribution, "licence": notice.licence}
    text = json.dumps(head, ensure_ascii=False)[:-1]
    text += ', "features": [\n' + ",\n".join(features) + "\n]}\n"
    write_whole({path: text.encode()})


def rounded(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Return a JSON value with every number inside rounded to the grid."""
    if isinstance(value, dict):
        return {key: rounded(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [rounded(entry) for entry in value]
    return round(value, DECIMALS) if isinstance(value, float) else value
