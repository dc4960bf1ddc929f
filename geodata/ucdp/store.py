"""Folder of reported events: table, licence, origin of each release."""

from __future__ import annotations

import io
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from geodata.io.csv_writer import to_csv
from geodata.table_import.importer import rows_of
from geodata.ucdp.reading import REPORTED, reported_table
from geodata.ucdp.releases import ATTRIBUTION, LICENCE, LICENCE_ADDRESS, NAME, Release

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "reported-events"
"""Name of the folder where no other is given."""

TABLE = "reported_events.parquet"
CSV = "reported_events.csv"
ABOUT = "about.json"

NOT_CHECKED = "Reported by UCDP and not checked by us. UCDP may still change or withdraw events."

_KEY = b"reported_events"
"""Under it the metadata of the table tell what is in it."""


class StoreError(ValueError):
    """Unreadable table of events, with the reason as half a sentence."""


@dataclass(frozen=True, slots=True)
class LoadedRelease:
    """Release that was read, from where and when."""

    version: str
    """As UCDP writes it."""
    file: str
    """Name of its file."""
    origin: str
    """Address that it was fetched from; empty where it was a file."""
    retrieved: str
    """Day on which it was fetched or read, as 2018-02-28."""
    sha256: str
    """Hash of the file."""
    rows: int
    """Events in it, of all regions."""


@dataclass(frozen=True, slots=True)
class Reported:
    """Reported events with the releases that they are from."""

    rows: tuple[dict[str, Any], ...] = ()
    """Events by the columns of `REPORTED`, those that were withdrawn as well."""
    releases: tuple[LoadedRelease, ...] = ()
    """In the order in which they were published."""


def read_reported(path: Path) -> Reported:
    """Return the reported events of a table; none where there is no file.

    Raises:
        StoreError: if the file is no such table.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Reported()
    except OSError as error:
        raise StoreError(error.strerror or "it cannot be read") from error
    found = reported_of(content)
    if found is None:
        message = "it is not a table that this command wrote"
        raise StoreError(message)
    return found


def reported_of(content: bytes) -> Reported | None:
    """Return the reported events of a table.

    ``None`` where the file is another one.
    """
    try:
        table = pq.read_table(io.BytesIO(content))
        about = json.loads((table.schema.metadata or {})[_KEY])
        releases = tuple(LoadedRelease(**release) for release in about["releases"])
        rows = tuple(rows_of(table.select(REPORTED.names).cast(REPORTED)))
    except (pa.ArrowException, OSError, ValueError, KeyError, TypeError):
        return None
    return Reported(rows, releases) if all(Release.named(one.file) for one in releases) else None


def files_of(reported: Reported) -> dict[str, bytes]:
    """Return the files of reported events by their names.

    They are the table in two formats, and what it is.
    """
    about = _about(reported)
    table = reported_table(reported.rows)
    out = io.BytesIO()
    metadata = {_KEY: json.dumps(about, ensure_ascii=False)}
    pq.write_table(table.replace_schema_metadata(metadata), out, compression="zstd")
    return {TABLE: out.getvalue(), CSV: _csv(reported), ABOUT: json.dumps(about, indent=1, ensure_ascii=False).encode()}


def _about(reported: Reported) -> dict[str, Any]:
    return {
        "name": NAME,
        "note": NOT_CHECKED,
        "attribution": ATTRIBUTION,
        "licence": LICENCE,
        "licence_address": LICENCE_ADDRESS,
        "releases": [asdict(release) for release in reported.releases],
    }


def _csv(reported: Reported) -> bytes:
    """Return the events as CSV, with the origin in every row."""
    credit = f"{ATTRIBUTION}, {LICENCE}. {NOT_CHECKED}"
    names = REPORTED.names
    rows = ([_plain(row[name]) for name in names] + [credit] for row in reported.rows)
    return to_csv((*names, "credit"), rows)


def _plain(value: Any) -> str | float:  # noqa: ANN401 - a value of any column
    return "" if value is None else value if isinstance(value, int | float) else str(value)
