"""Data package of Frictionless Data: all tables with their schemas."""

from __future__ import annotations

import io
import json
import re
import zipfile
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pandas as pd

from geodata.io.table_schema import about, columns_in, schema_of, table_csv
from geodata.records.tables import KINDS
from timemap.attribution import credit_of
from timemap.exports.features import areas_frame
from timemap.exports.geoparquet import write_geoparquet
from timemap.exports.rights import licences_in
from timemap.state.map_state import filter_by_state
from timemap.state.snapshot import snapshot_of
from timemap.text.public_url import public_address

if TYPE_CHECKING:
    from datetime import date

    from geodata.dataset import Dataset
    from geodata.text.selection import Selection
    from timemap.attribution import Credit
    from timemap.state.snapshot import Snapshot

DESCRIPTOR = "datapackage.json"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
PARQUET = "application/vnd.apache.parquet"
EVENTS, AREAS = "events.parquet", "areas.parquet"


def package_files(dataset: Dataset, snapshot: Snapshot) -> dict[str, bytes]:
    """Return the files of the package by their paths: all tables, whole.

    Events and areas are there as GeoParquet too; the areas are those of the key dates and of the day shown.

    Args:
        dataset: what is known.
        snapshot: who makes it, and when.
    """
    atlas = dataset.atlas
    whole = snapshot_of(atlas, today=snapshot.today, address=snapshot.address)
    everything = filter_by_state(whole.state, atlas)
    days = sorted({row.day for row in atlas.key_dates} | {whole.state.moment})
    credit = credit_of(atlas, (), whole, days=days, heading=atlas.setting("title"))
    columns = {name: columns_in(name, getattr(atlas, name)) for name in KINDS}
    tables = {f"tables/{name}.csv": table_csv(columns[name], getattr(atlas, name)) for name in KINDS}
    files = tables | {
        EVENTS: write_geoparquet(dataset, everything, whole),
        AREAS: _areas(dataset, days, credit),
    }
    return {DESCRIPTOR: _descriptor(files, columns, credit, whole), **files}


def write_data_package(dataset: Dataset, selection: Selection, snapshot: Snapshot) -> bytes:
    """Return the package as a ZIP, whatever is selected."""
    del selection  # the tables refer to one another: parts of them would not hold together
    out = io.BytesIO()
    made = (max(1980, snapshot.today.year), snapshot.today.month, snapshot.today.day, 0, 0, 0)
    with zipfile.ZipFile(out, "w") as file:
        for name, content in package_files(dataset, snapshot).items():
            file.writestr(zipfile.ZipInfo(name, made), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _areas(dataset: Dataset, days: list[date], credit: Credit) -> bytes:
    """Return the areas of some days as GeoParquet, with attribution and licence."""
    frames = [areas_frame(dataset.atlas, dataset.areas, day) for day in days]
    frame = gpd.GeoDataFrame(pd.concat(frames, ignore_index=True))
    frame["attribution"], frame["licence"] = credit.attribution, credit.licence
    out = io.BytesIO()
    frame.to_parquet(out, index=False, compression="zstd")
    return out.getvalue()


def _descriptor(
    files: dict[str, bytes], columns: dict[str, tuple[str, ...]], credit: Credit, snapshot: Snapshot
) -> bytes:
    address = public_address(snapshot.address)
    licences = [
        {"name": licence.id, "title": licence.name, "path": licence.address} for licence in licences_in(credit.licence)
    ]
    descriptor = {
        "$schema": PROFILE,
        "name": re.sub(r"[^a-z0-9]+", "-", credit.title.lower()).strip("-") or "atlas",
        "title": credit.title,
        "description": credit.text,
        "version": credit.version,
        "created": f"{snapshot.today.isoformat()}T00:00:00Z",
        **({"homepage": address} if address else {}),
        **({"licenses": licences} if licences else {}),
        "contributors": [{"title": f"{credit.title} contributors", "roles": ["creator"]}],
        "resources": [
            *(_table(name, columns[name], files[f"tables/{name}.csv"]) for name in KINDS),
            _shapes("events-geoparquet", EVENTS, "Events with points in WGS 84", files[EVENTS]),
            _shapes("areas-geoparquet", AREAS, "Areas on key dates, as shapes in WGS 84", files[AREAS]),
        ],
    }
    return json.dumps(descriptor, ensure_ascii=False, indent=1).encode()


def _table(name: str, columns: tuple[str, ...], content: bytes) -> dict[str, Any]:
    return {
        "name": name,
        "type": "table",
        "path": f"tables/{name}.csv",
        "description": about(name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **_measure(content),
        "schema": schema_of(name, columns),
    }


def _shapes(name: str, path: str, title: str, content: bytes) -> dict[str, Any]:
    return {
        "name": name,
        "path": path,
        "title": title,
        "format": "geoparquet",
        "mediatype": PARQUET,
        **_measure(content),
    }


def _measure(content: bytes) -> dict[str, Any]:
    return {"bytes": len(content), "hash": f"sha256:{sha256(content).hexdigest()}"}
