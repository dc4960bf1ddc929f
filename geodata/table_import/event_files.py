"""Files of imported events: CSV, GeoJSON, GeoParquet."""

from __future__ import annotations

import io
import json
from datetime import date
from typing import TYPE_CHECKING, Any

import geopandas as gpd

from geodata.io.csv_writer import to_csv
from geodata.table_import.importer import COLUMNS, rows_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pyarrow as pa

WGS_84 = "EPSG:4326"


def event_csv(events: pa.Table) -> bytes:
    """Return events as CSV in UTF-8 with a byte-order mark, one row each.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    return to_csv(COLUMNS.names, ([_plain(row[name]) for name in COLUMNS.names] for row in rows_of(events)))


def event_geojson(events: pa.Table) -> bytes:
    """Return events as GeoJSON, a feature each, longitude first."""
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [row["lon"], row["lat"]]},
            "properties": {name: _json(row[name]) for name in COLUMNS.names if name not in {"lat", "lon"}},
        }
        for row in rows_of(events)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False).encode()


def event_parquet(events: pa.Table) -> bytes:
    """Return events as GeoParquet with points in WGS 84."""
    frame = events.to_pandas()
    points = gpd.points_from_xy(frame["lon"], frame["lat"], crs=WGS_84)
    out = io.BytesIO()
    gpd.GeoDataFrame(frame, geometry=points).to_parquet(out, index=False)
    return out.getvalue()


WRITERS: Mapping[str, Callable[[pa.Table], bytes]] = {
    ".csv": event_csv,
    ".geojson": event_geojson,
    ".parquet": event_parquet,
}
"""Formats by the ending of a file's name."""


def _json(value: Any) -> Any:  # noqa: ANN401 - a value of any column
    return value.isoformat() if isinstance(value, date) else value


def _plain(value: Any) -> str | float:  # noqa: ANN401 - a value of any column
    return "" if value is None else value if isinstance(value, int | float) else str(value)
