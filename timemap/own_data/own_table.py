"""Tables of a visitor's own events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, eq=False)
class OwnTable:
    """Events of one table that a visitor brought, or added one by one."""

    name: str
    """What the visitor calls it: the file's name at first."""

    events: pa.Table
    """The good rows, with `geodata.table_import.importer.COLUMNS`."""

    restricted: str = ""
    """Why the rows may not be passed on, as the format says; empty where nothing forbids it."""
