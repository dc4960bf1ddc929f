"""Files of UCDP Candidate with made-up events."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from geodata.atlas import load
from geodata.geography import load_geography
from geodata.table_import.importer import Importer
from geodata.ucdp.reading import read_ucdp
from geodata.ucdp.region import Region
from geodata.ucdp.releases import Release
from geodata.ucdp.store import LoadedRelease
from tests.geodata.table_import.made_sheets import csv_of, sheet_like

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geodata.table_import.sheets import Cell
    from geodata.ucdp.reading import UcdpFile

KOBANE: dict[str, Cell] = {"country": "Syria", "latitude": "36.8912", "longitude": "38.3536", "code_status": "Clear"}
IDLIB: dict[str, Cell] = {"country": "Syria", "latitude": "36.0", "longitude": "36.7", "code_status": "Check deaths"}
YEMEN: dict[str, Cell] = {"country": "Yemen (North Yemen)", "latitude": "15.35", "longitude": "44.2"}
COUNTRY_ONLY: dict[str, Cell] = {"country": "Syria", "latitude": "35.0", "longitude": "38.5", "where_prec": "6"}


def ucdp_row(event_id: int, day: str, place: Mapping[str, Cell], **cells: Cell) -> dict[str, Cell]:
    """Return a row of an event on a day at one of the places above.

    Cells that are given count before the usual ones.
    """
    days = {"date_start": f"{day} 00:00:00.000", "date_end": f"{day} 00:00:00.000", "year": day[:4]}
    return {"id": str(event_id), "where_coordinates": "Example Town", **days, **place, **cells}


def ucdp_csv(*rows: Mapping[str, Cell], header: bool = True) -> bytes:
    """Return a file with all 49 columns of UCDP."""
    return csv_of(sheet_like("ucdp", *rows), header=header, encoding="utf-8")


@cache
def importer() -> Importer:
    """Return the importer for the places of our atlas."""
    return Importer(load(), load_geography())


def read(*rows: Mapping[str, Cell], header: bool = True) -> UcdpFile:
    """Return what is read of a file with these rows."""
    return read_ucdp(ucdp_csv(*rows, header=header), "GEDEvent_v26_0_8.csv", importer(), Region.of(load()))


def loaded(file: str) -> LoadedRelease:
    """Return a release that was read, by the name of its file."""
    release = Release.named(file)
    assert release is not None
    return LoadedRelease(release.version, release.file, "", "2026-11-30", "0" * 64, 1)
