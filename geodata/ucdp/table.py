"""Events of several releases as one table in UCDP's own columns."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from geodata.ucdp.merge import merge
from geodata.ucdp.reading import read_ucdp
from geodata.ucdp.store import Reported

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from geodata.table_import.importer import Importer
    from geodata.ucdp.region import Region
    from geodata.ucdp.releases import Release
    from geodata.ucdp.updating import ReleaseFile


@dataclass(frozen=True, slots=True)
class UcdpTable:
    """Events of releases that have a place in a region and still hold."""

    content: bytes
    """The table as CSV in UTF-8, with the columns of UCDP."""
    reported: Reported
    """The same events, and those that have no place or were withdrawn, with their releases."""
    count: int
    """Events in the table."""
    left_out: int
    """Rows of all regions that cannot be read, as those with a point outside their country."""


def one_table(
    files: Iterable[tuple[Release, ReleaseFile]], importer: Importer, region: Region, today: date
) -> UcdpTable:
    """Return the events of releases as one table.

    Args:
        files: the releases, in any order.
        importer: reader of tables.
        region: where the events lie that are wanted.
        today: when they are read.

    Raises:
        NotUcdpError: if a file is none of UCDP.
    """
    reported = Reported()
    cells: dict[tuple[str, str], Mapping[str, Any]] = {}
    left_out = 0
    for release, file in files:
        found = read_ucdp(file.content, file.file, importer, region)
        reported, _ = merge(reported, found, file.loaded(release, today, found))
        left_out += len(found.ids) - len(found.rows) - len(found.outside)
        cells |= {(release.version, row_id): written for row_id, written in found.cells.items()}
    held = [row for row in reported.rows if row["lat"] is not None and not row["withdrawn_in"]]
    return UcdpTable(_csv([cells[row["release"], row["id"]] for row in held]), reported, len(held), left_out)


def _csv(rows: list[Mapping[str, Any]]) -> bytes:
    """Return rows as CSV, each cell as it was; it is read again, and no spreadsheet opens it."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([row.get(name) for name in columns] for row in rows)
    return out.getvalue().encode("utf-8", "replace")
