"""Events of a file of UCDP Candidate, with its codes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from geodata.table_import.columns.naming import code_key
from geodata.table_import.columns.roles import Role
from geodata.table_import.files.opening import open_table
from geodata.table_import.importer import COLUMNS, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from geodata.table_import.columns.matching import Matching
    from geodata.table_import.faults import CellFault
    from geodata.table_import.importer import ImportedTable, Importer
    from geodata.table_import.sheets import Sheet
    from geodata.ucdp.region import Region

FORMAT = "ucdp"
"""Id of the format by which the import knows these files."""

CODES = {
    "code_status": (Role.STATUS, pa.string()),
    "where_prec": (Role.LOCATION_PRECISION, pa.string()),
    "date_prec": (Role.DATE_PRECISION, pa.string()),
}
"""Columns of UCDP that are kept as they are, with their roles and types."""

REPORTED = pa.schema(
    [
        *(field for field in COLUMNS if field.name not in {"row", "contested"}),
        *((name, kind) for name, (_, kind) in CODES.items()),
        ("release", pa.string()),
        ("withdrawn_in", pa.string()),
    ]
)
"""Columns of reported events: those of imported ones, UCDP's codes, the release that an event is told by, and a later
one that no longer has it; degrees are missing where the point of UCDP is no place."""


class NotUcdpError(ValueError):
    """File without events of UCDP."""


@dataclass(frozen=True, slots=True)
class UcdpFile:
    """Events of a file that lie in a region, and what is to be said of it."""

    rows: tuple[dict[str, Any], ...]
    """Events in the region, by the columns of `REPORTED` that do not depend on the release."""
    cells: Mapping[str, dict[str, Any]]
    """Cells of these events as the file has them, by id and column."""
    outside: frozenset[str]
    """Ids of the events that lie elsewhere."""
    ids: frozenset[str]
    """All ids of the file, those of rows that cannot be read as well."""
    faults: tuple[CellFault, ...]
    """What is wrong with the file, and with rows of the region's countries."""
    found: ImportedTable
    """The events as they were imported, those of all regions."""


def read_ucdp(content: bytes, name: str, importer: Importer, region: Region) -> UcdpFile:
    """Return the events of a file of UCDP, with a header row or without.

    Args:
        content: the file.
        name: its name, as faults give it.
        importer: reader of tables.
        region: where the events lie that are wanted.

    Raises:
        NotUcdpError: if it is no such file, with the reason in a sentence.
    """
    opened = open_table(content, name, places=importer.places)
    found = importer.read(opened, name, placeless=True)
    matching, sheet = found.matching, found.sheet
    if matching is None or sheet is None or matching.format is None or matching.format.id != FORMAT:
        raise NotUcdpError(_why_not(content, found))
    codes = {name: _codes(sheet, matching, role) for name, (role, _) in CODES.items()}
    at = {int(number): index for index, number in enumerate(sheet.numbers.tolist())}
    rows, written, outside = [], {}, set()
    for row in rows_of(found.events):
        if region.has(row):
            said = {name: cells[at[row["row"]]] for name, cells in codes.items()}
            rows.append({key: value for key, value in row.items() if key in REPORTED.names} | said)
            written[row["id"]] = sheet.row(at[row["row"]])
        else:
            outside.add(row["id"])
    ids = frozenset(filter(None, _codes(sheet, matching, Role.ID)))
    faults = tuple(fault for fault in found.faults if _is_of(region, fault, found, at))
    return UcdpFile(tuple(rows), written, frozenset(outside), ids, faults, found)


def _is_of(region: Region, fault: CellFault, found: ImportedTable, at: Mapping[int, int]) -> bool:
    """Return whether a fault is one of the whole file, or of a row that may lie in a region."""
    if fault.row is None or found.positions is None or not region.countries:
        return True
    countries = found.positions.countries
    return countries.meant[int(countries.codes[at[fault.row]])] in {"", *region.countries}


def reported_table(rows: Iterable[dict[str, Any]]) -> pa.Table:
    """Return reported events as a table with the columns of `REPORTED`."""
    return pa.Table.from_pylist(list(rows), schema=REPORTED)


def drawn_events(table: pa.Table) -> pa.Table:
    """Return the reported events that can be drawn, as imported ones.

    Those without a place or withdrawn are left out.
    """
    return pa.Table.from_pylist(list(_drawn(table)), schema=COLUMNS)


def _drawn(table: pa.Table) -> Iterator[dict[str, Any]]:
    for number, row in enumerate(rows_of(table), start=1):
        if row["lat"] is not None and not row["withdrawn_in"]:
            kept = {name: row[name] for name in COLUMNS.names if name in row}
            yield kept | {"row": number, "contested": ""}


def _codes(sheet: Sheet, matching: Matching, role: Role) -> list[str]:
    """Return the cells of a role as text; empty where there are none."""
    column = matching.column(role)
    if column is None:
        return [""] * len(sheet)
    cells = ("" if cell is None else str(cell).strip() for cell in sheet.column(column))
    return [code_key(cell) if cell[:1].isdecimal() else cell for cell in cells]


def _why_not(content: bytes, found: ImportedTable) -> str:
    """Return why a file is none of UCDP."""
    if content.lstrip()[:1] == b"<":
        return "this is a web page, not a table"
    first = next(iter(found.faults), None)
    if found.sheet is None and first is not None:
        return f"got {first.value}, expected {first.fault.expected}"
    return "these are not the columns of UCDP's events"
