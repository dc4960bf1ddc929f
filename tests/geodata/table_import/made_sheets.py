"""Sheets made of lines of text, and of a row by column."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import numpy as np

from geodata.table_import.columns.known_formats import KnownFormat, known_formats
from geodata.table_import.sheets import Sheet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geodata.table_import.sheets import Cell


def sheet_of(header: Sequence[str], *rows: Sequence[Cell]) -> Sheet:
    """Return a sheet with these rows, the first of them being row 2."""
    columns = tuple([row[number] for row in rows] for number in range(len(header)))
    return Sheet("", tuple(header), columns, np.arange(2, 2 + len(rows)))


def format_named(name: str) -> KnownFormat:
    """Return the known format with this id."""
    return next(known for known in known_formats() if known.id == name)


def usual_header(name: str) -> tuple[str, ...]:
    """Return the columns that files of a format have."""
    return tuple(column.column for column in format_named(name).columns if column.presence != "optional")


def sheet_like(name: str, *rows: Mapping[str, Cell]) -> Sheet:
    """Return a sheet of a known format.

    Cells that a row does not name are those of `USUAL`, or empty.
    """
    header = usual_header(name)
    usual = {column.upper(): cell for column, cell in USUAL.get(name, {}).items()}
    filled = []
    for row in rows:
        given = usual | {column.upper(): cell for column, cell in row.items()}
        assert given.keys() <= {column.upper() for column in header}
        filled.append([given.get(column.upper()) for column in header])
    return sheet_of(header, *filled)


_ACLED: dict[str, Cell] = {
    "event_id_cnty": "XXX1",
    "event_date": "2018-02-01",
    "year": "2018",
    "time_precision": "1",
    "event_type": "Battles",
    "sub_event_type": "Armed clash",
    "actor1": "Group A",
    "inter1": "Rebel group",
    "actor2": "Group B",
    "inter2": "State forces",
    "country": "Syria",
    "admin1": "Example Province",
    "location": "Example Town",
    "latitude": "36.5000",
    "longitude": "38.0000",
    "geo_precision": "1",
    "source": "Example News",
    "notes": "Example event.",
    "fatalities": "0",
    "timestamp": "1700000000",
}

USUAL: dict[str, dict[str, Cell]] = {
    "acled": _ACLED | {"disorder_type": "Political violence"},
    "acled-old": {name: cell for name, cell in _ACLED.items() if name not in {"sub_event_type", "timestamp"}}
    | {"event_date": "18/04/2001", "event_type": "Battle-No change of territory", "inter1": "2", "inter2": "1"},
    "ucdp": {
        "id": "1",
        "relid": "XXX-2018-1-1-1",
        "year": "2018",
        "code_status": "Clear",
        "type_of_violence": "1",
        "dyad_name": "Group A - Group B",
        "side_a": "Group A",
        "side_b": "Group B",
        "source_office": "Example News",
        "source_date": "2018-02-02",
        "source_headline": "Example headline",
        "where_prec": "1",
        "where_coordinates": "Example Town",
        "latitude": "36.5",
        "longitude": "38.0",
        "event_clarity": "1",
        "date_prec": "1",
        "date_start": "2018-02-01 00:00:00.000",
        "date_end": "2018-02-01 00:00:00.000",
        "best": "0",
        "high": "0",
        "low": "0",
    },
    "acled-weekly": {
        "WEEK": "2025-12-06",
        "COUNTRY": "Syria",
        "ADMIN1": "Example Province",
        "EVENT_TYPE": "Battles",
        "EVENTS": "3",
        "FATALITIES": "0",
        "CENTROID_LATITUDE": "36.5",
        "CENTROID_LONGITUDE": "38.0",
    },
    "timeline": {"Year": "2018", "Month": "2", "Headline": "Example event", "Text": "Example text."},
    "timeline-old": {"Start Date": "2/1/2018", "Headline": "Example event", "Text": "Example text."},
    "linked-places": {"id": "1", "title": "Example Town", "title_source": "Example Atlas", "start": "1900"},
}
"""For formats the cells of a row with made-up values; rows name what differs."""


def csv_of(sheet: Sheet, *, header: bool = True, encoding: str = "utf-8-sig", delimiter: str = ",") -> bytes:
    """Return a sheet as a file of text."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter)
    if header:
        writer.writerow(sheet.header)
    writer.writerows(["" if cell is None else cell for cell in sheet.row(row).values()] for row in range(len(sheet)))
    return out.getvalue().encode(encoding)
