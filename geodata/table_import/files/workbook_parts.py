"""Parts of a workbook's archive: its size, and errors in cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lxml import etree

from geodata.table_import.files.binary_workbooks import (
    SheetErrors,
    check_strings_of_xlsb,
    errors_of_xlsb,
    sheets_of_xlsb,
)

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

MOST_CELLS = 10_000_000
"""Cells of a sheet, empty ones between others too; more take gigabytes of memory."""

LARGEST_PARTS = 1_000_000_000
"""Bytes of all parts of a workbook when unpacked."""

_PIECE = 1 << 20
_CELL_NAME = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
_ERROR_CELL = re.compile(rb'<(?:\w+:)?c\b([^>]*\bt="e"[^>]*)>(.*?)</(?:\w+:)?c>', re.DOTALL)
_ERROR_TEXT = re.compile(rb"<(?:\w+:)?v>([^<]*)</")
_ENTITIES = (b"<!DOCTYPE", b"<!ENTITY")

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


class UnsafeWorkbookError(ValueError):
    """A workbook that would take too much memory, with the reason in words."""


@dataclass(slots=True)
class SheetParts:
    """Errors and merged cells of a sheet; rows and columns count from 0."""

    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    """Cells that could not be worked out, with the sign of the error, as in "#REF!"."""

    merged: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)
    """First and last cell of merged ones; left empty where the reader of workbooks tells them."""


def scan_workbook(archive: zipfile.ZipFile, form: str) -> dict[str, SheetParts]:
    """Return what the sheets of a workbook hold beside values, by name.

    Raises:
        UnsafeWorkbookError: if it is larger than allowed, unpacked or as cells, or declares entities.
    """
    if sum(member.file_size for member in archive.infolist()) > LARGEST_PARTS:
        most = f"{LARGEST_PARTS // 1_000_000:,} MB"
        msg = f"more than {most} when unpacked"
        raise UnsafeWorkbookError(msg)
    if form == "ods":
        return _scan_ods(archive)
    if form == "xlsx":
        paths = _paths_of_sheets(archive)
        names = set(archive.namelist())
        for path in names - set(paths.values()):
            if path.endswith(".xml"):
                for _ in _pieces(archive, path):
                    pass
        return {name: _scan_xlsx(archive, path) for name, path in paths.items() if path in names}
    if form == "xlsb":
        return _scan_xlsb(archive)
    return {}


def _pieces(archive: zipfile.ZipFile, path: str) -> Iterator[bytes]:
    """Yield a part piece by piece; its size is checked against what the archive says."""
    with archive.open(path) as part:
        while piece := part.read(_PIECE):
            if any(mark in piece for mark in _ENTITIES):
                msg = "a workbook that declares entities (XML)"
                raise UnsafeWorkbookError(msg)
            yield piece


def _paths_of_sheets(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the path of the part of each sheet by its name."""
    targets = _targets(archive, "xl/_rels/workbook.xml.rels")
    return {
        str(sheet.get("name")): targets.get(sheet.get(_RELATION) or sheet.get(_STRICT_RELATION) or "", "")
        for sheet in _root(archive, "xl/workbook.xml").iter("{*}sheet")
    }


def _targets(archive: zipfile.ZipFile, path: str) -> dict[str, str]:
    """Return the paths of parts by the ids of their relations."""
    found = {str(one.get("Id")): str(one.get("Target")) for one in _root(archive, path).iter("{*}Relationship")}
    return {key: target[1:] if target.startswith("/") else f"xl/{target}" for key, target in found.items()}


def _root(archive: zipfile.ZipFile, path: str) -> Any:  # noqa: ANN401 - lxml has no types
    try:
        content = b"".join(_pieces(archive, path))
    except KeyError:
        return etree.Element("none")
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def _scan_xlsx(archive: zipfile.ZipFile, path: str) -> SheetParts:
    """Return the errors of a sheet in Office Open XML; check how many cells it spans."""
    parts, rest, columns, rows = SheetParts(), b"", {b"A"}, [1]
    for piece in (*_pieces(archive, path), b"<c "):
        text = rest + piece
        cut = text.rfind(b"<c ")
        if cut < 0:
            rest = text
            continue
        whole, rest = text[:cut], text[cut:]
        cells = _CELL_NAME.findall(whole)
        columns.update(column for column, _ in cells)
        rows = [max(rows[0], *(int(row) for _, row in cells))] if cells else rows
        if b't="e"' in whole:
            for attributes, inside in _ERROR_CELL.findall(whole):
                name, sign = _CELL_NAME.search(attributes), _ERROR_TEXT.search(inside)
                if name:
                    place = int(name[2]) - 1, _number_of(name[1]) - 1
                    parts.errors[place] = sign[1].decode("utf-8", "replace") if sign else "#ERROR"
        check_span(rows[0], max(map(_number_of, columns)))
    return parts


def _number_of(letters: bytes) -> int:
    """Return the number of a column, from 1.

    >>> _number_of(b"A"), _number_of(b"AB")
    (1, 28)
    """
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number


def check_span(rows: int, columns: int) -> None:
    """Refuse a sheet of too many cells.

    Raises:
        UnsafeWorkbookError: if it has more than are allowed.
    """
    if rows * columns > MOST_CELLS:
        msg = f"a sheet that spans {rows:,} rows and {columns:,} columns"
        raise UnsafeWorkbookError(msg)


def _scan_xlsb(archive: zipfile.ZipFile) -> dict[str, SheetParts]:
    """Return the errors of the sheets of a binary workbook; check how many cells they span."""
    targets = _targets(archive, "xl/_rels/workbook.bin.rels")
    found = {}
    for name, relation in sheets_of_xlsb(archive.read("xl/workbook.bin")):
        found[name] = checked_parts(errors_of_xlsb(archive.read(targets[relation])))
    if "xl/sharedStrings.bin" in archive.namelist():
        check_strings_of_xlsb(archive.read("xl/sharedStrings.bin"))
    return found


def checked_parts(errors: SheetErrors) -> SheetParts:
    """Return the errors of a sheet of a binary workbook.

    Raises:
        UnsafeWorkbookError: if the sheet spans more cells than are allowed.
    """
    check_span(errors.rows, errors.columns)
    return SheetParts(errors.signs)


def _scan_ods(archive: zipfile.ZipFile) -> dict[str, SheetParts]:
    """Return errors and merged cells of an OpenDocument workbook; check how many cells its sheets span."""
    for _ in _pieces(archive, "content.xml"):
        pass
    found: dict[str, SheetParts] = {}
    parts, row, width = SheetParts(), 0, 0
    with archive.open("content.xml") as content:
        options = {"resolve_entities": False, "no_network": True, "events": ("start", "end")}
        for event, element in etree.iterparse(content, tag=(f"{_TABLE}table", f"{_TABLE}table-row"), **options):
            if element.tag == f"{_TABLE}table":
                if event == "start":
                    parts, row, width = SheetParts(), 0, 0
                    found[str(element.get(f"{_TABLE}name"))] = parts
            elif event == "end":
                filled = _scan_ods_row(element, row, parts)
                row += int(element.get(f"{_TABLE}number-rows-repeated", "1"))
                width = max(width, filled)
                if filled:
                    check_span(row, width)
                element.clear()
    return found


def _scan_ods_row(element: Any, row: int, parts: SheetParts) -> int:  # noqa: ANN401 - lxml has no types
    """Keep errors and merged cells of a row, and return its last column with a cell, from 1."""
    column = last = 0
    for cell in element:
        repeated = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
        if cell.get(f"{_OFFICE}value-type") or len(cell):
            last = column + repeated
        if cell.get(f"{_CALC}value-type") == "error":
            parts.errors[row, column] = "".join(cell.itertext()) or "#ERROR"
        spanned = int(cell.get(f"{_TABLE}number-rows-spanned", "1"))
        if spanned > 1:
            across = int(cell.get(f"{_TABLE}number-columns-spanned", "1"))
            parts.merged.append(((row, column), (row + spanned - 1, column + across - 1)))
        column += repeated
    return last
