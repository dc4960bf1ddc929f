"""GeoPackage export: events, areas, zones and border as layers."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pyogrio

from timemap.attribution import credit_of
from timemap.exports.features import areas_frame, border_frame, border_name, events_frame, zones_frame
from timemap.text.tool_errors import tool

if TYPE_CHECKING:
    from geodata.dataset import Dataset
    from geodata.text.selection import Selection
    from timemap.state.snapshot import Snapshot


def write_geopackage(dataset: Dataset, selection: Selection, snapshot: Snapshot) -> bytes:
    """Return events, areas, zones and border as an OGC GeoPackage.

    The events are those of the selection, the rest that of the day.

    A layer without a single row is left out. Days are fields of the type DATE named ``start`` and ``end``, both
    included, which a temporal controller such as that of QGIS takes; an open end is NULL.
    """
    atlas, areas, geography = dataset.atlas, dataset.areas, dataset.geography
    credit = credit_of(atlas, selection.events, snapshot)
    day = snapshot.state.moment
    layers = {
        "events": (f"Events, {credit.span}", "Point", events_frame(atlas, selection.events)),
        "areas": (f"Areas by holder, {credit.day}", "MultiPolygon", areas_frame(atlas, areas, day)),
        "zones": (f"Named zones, {credit.day}", "MultiPolygon", zones_frame(atlas, areas, day)),
        "border": (border_name(geography), "LineString", border_frame(geography)),
    }
    about = {
        "TITLE": credit.heading,
        "DATE": day.isoformat(),
        "ATTRIBUTION": credit.attribution,
        "LICENCE": credit.licence,
        "VERSION": credit.version,
    }
    with tool("GDAL", "write the GeoPackage"), TemporaryDirectory() as folder:
        path = Path(folder) / "map.gpkg"
        for name, (title, kind, frame) in layers.items():
            if frame.empty:
                continue
            pyogrio.write_dataframe(
                frame,
                path,
                layer=name,
                driver="GPKG",
                geometry_type=kind,
                append=path.exists(),
                use_arrow=True,  # without it dates would be written as texts
                dataset_metadata=about,
                layer_options={"IDENTIFIER": title, "DESCRIPTION": credit.text},
            )
        return path.read_bytes()
