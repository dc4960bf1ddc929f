"""GeoParquet export of events, with sources and rights."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import geopandas as gpd
import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from geodata.geography import DEGREES
from geodata.sources.exported_events import COLUMNS, event_values
from timemap.attribution import credit_of
from timemap.document.source_list import source_entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from geodata.records.events import Event
    from geodata.text.selection import Selection
    from timemap.state.snapshot import Snapshot

SOURCE = pa.struct([(name, pa.string()) for name in ("title", "publisher", "kind", "basedIn", "note", "date", "url")])
"""A source, as in the GeoJSON."""

KINDS: dict[str, pa.DataType] = {
    "start": pa.date32(),
    "end": pa.date32(),
    "categories": pa.list_(pa.string()),
    "lat": pa.float64(),
    "lon": pa.float64(),
    "actors": pa.list_(pa.string()),
    "parties": pa.list_(pa.string()),
    "sources": pa.list_(SOURCE),
    "founding_article": pa.bool_(),
}
"""Kinds of the columns that are not texts."""


def write_geoparquet(dataset: Dataset, selection: Selection, snapshot: Snapshot) -> bytes:
    """Return the events of the selection as GeoParquet.

    Its metadata say what the file is, by whom and under which licence.
    """
    atlas = dataset.atlas
    credit = credit_of(atlas, selection.events, snapshot)
    about = {
        "title": credit.heading,
        "description": credit.text,
        "attribution": credit.attribution,
        "licence": credit.licence,
        "version": credit.version,
    }
    table = events_table(atlas, selection.events)
    file = io.BytesIO()
    pq.write_table(table.replace_schema_metadata({**(table.schema.metadata or {}), **about}), file, compression="zstd")
    return file.getvalue()


def events_table(atlas: Atlas, events: Sequence[Event]) -> pa.Table:
    """Return a row for every event, with its point in ``geometry``.

    Points are in degrees.
    """
    rows = [
        {**event_values(atlas, event), "sources": [_source(atlas, source) for source in event.sources]}
        for event in events
    ]
    columns = pa.Table.from_pylist(rows, schema=pa.schema([(name, KINDS.get(name, pa.string())) for name in COLUMNS]))
    points = gpd.GeoDataFrame(geometry=[shapely.Point(event.lon, event.lat) for event in events], crs=DEGREES)
    file = io.BytesIO()
    points.to_parquet(file, index=False)  # it knows how a column of shapes is described
    shapes = pq.read_table(file)
    joined = columns.append_column(shapes.schema.field("geometry"), shapes.column("geometry"))
    return joined.replace_schema_metadata({b"geo": shapes.schema.metadata[b"geo"]})


def _source(atlas: Atlas, source_id: str) -> dict[str, str | None]:
    return {name: text or None for name, text in source_entry(atlas, source_id).items()}
