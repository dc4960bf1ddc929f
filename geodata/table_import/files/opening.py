"""Files and pasted cells opened as sheets, whatever their format."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from geodata.io.file_kinds import FileKind
from geodata.table_import.files.formats import ARCHIVES, LARGEST_FILE, Unpacked, format_of, unpack, wrong_ending
from geodata.table_import.files.kml_files import open_kml
from geodata.table_import.files.map_files import open_map_file
from geodata.table_import.files.opened import OpenedTable, refusal
from geodata.table_import.files.parquet_files import open_parquet
from geodata.table_import.files.text_tables import open_text
from geodata.table_import.files.workbooks import open_workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PASTED = "Pasted cells"
"""What stands for the name of the file in what is said of pasted cells."""

_READABLE = "a table as CSV, Excel, ODS, GeoJSON, KML, GeoPackage or Parquet"
_NO_ANSWERS: Mapping[str, str] = MappingProxyType({})


def open_table(
    content: bytes,
    name: str,
    answers: Mapping[str, str] = _NO_ANSWERS,
    *,
    places: frozenset[str] = frozenset(),
    progress: Callable[[float], None] | None = None,
) -> OpenedTable:
    """Return the sheets of a file, with what is wrong or open.

    Args:
        content: The file.
        name: Its name; only shown.
        answers: Answers to questions by their keys.
        places: Folded names of places, by which the encoding of a text is told.
        progress: Called with the share that is read, 0 to 1; what it raises stops the reading.
    """
    source = _find_table(content, name)
    if isinstance(source, OpenedTable):
        return source
    if progress:
        progress(0.0)
    opened = _read(source, answers, places, progress)
    if progress:
        progress(1.0)
    return replace(opened, notes=(*source.notes, *opened.notes))


@dataclass(frozen=True, slots=True)
class _Source:
    """A table as it was brought, or as it lay in an archive."""

    content: bytes
    name: str
    form: str
    notes: tuple[str, ...]


def _find_table(content: bytes, name: str) -> _Source | OpenedTable:
    """Return the table of a file with its format, or what is said of a file without one."""
    if not content.strip(b"\0 \r\n\t"):
        return refusal(name, "no bytes", _READABLE, "The file is empty.")
    if len(content) > LARGEST_FILE:
        most = f"{LARGEST_FILE // 1_000_000} MB"
        return refusal(name, f"{len(content) / 1_000_000:,.0f} MB", f"a file of at most {most}", "Split the table.")
    form = format_of(content)
    if isinstance(form, FileKind):
        return refusal(name, form.name, _READABLE, form.hint)
    note = wrong_ending(name, form)
    notes = (note,) if note else ()
    if form not in ARCHIVES:
        return _Source(content, name, form, notes)
    return _find_in_archive(unpack(content, name, form), name, notes)


def _find_in_archive(unpacked: Unpacked | FileKind, name: str, notes: tuple[str, ...]) -> _Source | OpenedTable:
    if isinstance(unpacked, FileKind):
        return refusal(name, unpacked.name, _READABLE, unpacked.hint)
    inner = format_of(unpacked.content)
    if isinstance(inner, FileKind) or inner in ARCHIVES:
        shown = inner.name if isinstance(inner, FileKind) else "an archive in an archive"
        return refusal(name, shown, _READABLE, "Unpack it and choose the table itself.")
    return _Source(unpacked.content, name, inner, (*notes, f"The table is {unpacked.name} in the archive."))


def _read(
    source: _Source,
    answers: Mapping[str, str],
    places: frozenset[str],
    progress: Callable[[float], None] | None,
) -> OpenedTable:
    match source.form:
        case "xlsx" | "xlsb" | "xls" | "ods":
            return open_workbook(source.content, source.name, source.form, answers, progress)
        case "geojson" | "gpkg":
            return open_map_file(source.content, source.name, source.form, answers)
        case "kml":
            return open_kml(source.content, source.name)
        case "parquet":
            return open_parquet(source.content, source.name)
    return open_text(source.content, source.name, answers, places, progress)


def open_pasted(text: str, answers: Mapping[str, str] = _NO_ANSWERS) -> OpenedTable:
    """Return the sheet of cells that were copied from a spreadsheet or a text."""
    if not text.strip():
        return refusal(PASTED, "no cells", "cells of a table", "Copy the cells with the names of their columns.")
    return open_text(text.encode("utf-8", "replace"), PASTED, {**answers, "encoding": "utf-8"}, frozenset(), None)
