"""Errors in cells of binary workbooks: XLS and XLSB.

The records are those of the formats that Microsoft publishes as [MS-XLS], [MS-XLSB] and [MS-CFB].
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
"""Signs of errors by their number."""

_ROW, _BLANK_CELL, _ERROR, _LAST_CELL, _RICH_TEXT, _FORMULA_ERROR = 0, 1, 3, 11, 62, 11
_ERROR_BYTE = 8
_SHEET_OF_XLSB, _SPAN_OF_XLSB, _STRINGS_OF_XLSB = 156, 148, 159

_SHEET_OF_XLS, _SPAN_OF_XLS, _STRINGS_OF_XLS, _END = 0x0085, 0x0200, 0x00FC, 0x000A
_BOOL_OR_ERROR, _FORMULA = 0x0205, 0x0006
_CELLS_OF_XLS = frozenset({_BOOL_OR_ERROR, _FORMULA, 0x0203, 0x0204, 0x00FD, 0x027E, 0x00BD, 0x00D6})
"""Records that begin with the row and the column of a cell."""

_NO_SECTOR, _SMALLEST_STREAM = 0xFFFFFFFA, 4096
_COUNTS = (40, 44, 64, 72)
"""Where the head of a compound file says how many sectors hold folders and tables of sectors."""

_SECTOR_ENTRIES = 109
"""Sectors of the table of sectors that the head of a compound file lists."""

Place = tuple[int, int]
"""Row and column of a cell, from 0."""


@dataclass(slots=True)
class SheetErrors:
    """Errors in the cells of a sheet, and how far it reaches."""

    signs: dict[Place, str] = field(default_factory=dict)
    """Sign of each error by its cell."""

    rows: int = 0
    """How many rows the sheet spans, as its cells or its head say."""

    columns: int = 0

    def keep(self, place: Place, error: str = "") -> None:
        """Keep that there is a cell, with its error if it has one."""
        self.rows, self.columns = max(self.rows, place[0] + 1), max(self.columns, place[1] + 1)
        if error:
            self.signs[place] = error


def sign_of(number: int) -> str:
    """Return the sign of an error.

    >>> sign_of(7), sign_of(99)
    ('#DIV/0!', '#ERROR')
    """
    return _SIGNS.get(number, "#ERROR")


def sheets_of_xlsb(book: bytes) -> Iterator[tuple[str, str]]:
    """Yield the name of each sheet and the id of its relation."""
    for kind, data in _records_of_xlsb(book):
        if kind == _SHEET_OF_XLSB:
            relation, rest = _wide_text(data[8:])
            yield _wide_text(rest)[0], relation


def check_strings_of_xlsb(part: bytes) -> None:
    """Refuse a table of texts that says it holds more than it can.

    Raises:
        ValueError: if it does.
    """
    for kind, data in _records_of_xlsb(part):
        if kind == _STRINGS_OF_XLSB:
            _check_count(int.from_bytes(data[4:8], "little"), part)


def errors_of_xlsb(sheet: bytes) -> SheetErrors:
    """Return the errors in cells of a sheet's part."""
    found = SheetErrors()
    row = 0
    for kind, data in _records_of_xlsb(sheet):
        if kind == _SPAN_OF_XLSB:
            _, rows, _, columns = struct.unpack_from("<4I", data.ljust(16, b"\0"))
            found.keep((rows, columns))
        elif kind == _ROW:
            row = int.from_bytes(data[:4], "little")
        elif _BLANK_CELL < kind <= _LAST_CELL or kind == _RICH_TEXT:
            error = sign_of(data[8]) if kind in {_ERROR, _FORMULA_ERROR} and len(data) > _ERROR_BYTE else ""
            found.keep((row, int.from_bytes(data[:4], "little")), error)
    return found


def _records_of_xlsb(part: bytes) -> Iterator[tuple[int, bytes]]:
    position = 0
    while position < len(part):
        kind, position = _number(part, position, 2)
        size, position = _number(part, position, 4)
        yield kind, part[position : position + size]
        position += size


def _number(part: bytes, position: int, most: int) -> tuple[int, int]:
    """Return a number of seven bits a byte, and where it ends."""
    number = 0
    for i, byte in enumerate(part[position : position + most]):
        number |= (byte & 0x7F) << 7 * i
        if not byte & 0x80:
            return number, position + i + 1
    return number, position + most


def _wide_text(data: bytes) -> tuple[str, bytes]:
    size = 2 * int.from_bytes(data[:4], "little")
    return data[4 : 4 + size].decode("utf-16-le", "replace"), data[4 + size :]


def errors_of_xls(content: bytes) -> dict[str, SheetErrors]:
    """Return the errors in cells of an old workbook by the name of the sheet.

    Raises:
        ValueError: if the file is damaged.
    """
    try:
        stream = _stream(content)
        found: dict[str, SheetErrors] = {}
        for kind, data in _records_of_xls(stream, 0):
            if kind == _STRINGS_OF_XLS:
                _check_count(int.from_bytes(data[4:8], "little"), stream)
            elif kind == _SHEET_OF_XLS:
                (start,) = struct.unpack_from("<I", data)
                text = data[8:].decode("utf-16-le" if data[7] & 1 else "latin-1", "replace")
                found[text] = _errors_from(stream, start)
    except (struct.error, IndexError) as error:
        raise ValueError(str(error)) from error
    return found


def _errors_from(stream: bytes, start: int) -> SheetErrors:
    found = SheetErrors()
    for kind, data in _records_of_xls(stream, start):
        if kind == _SPAN_OF_XLS:
            _, rows, _, columns = struct.unpack_from("<IIHH", data.ljust(12, b"\0"))
            found.keep((max(rows, 1) - 1, max(columns, 1) - 1))
        elif kind in _CELLS_OF_XLS:
            row, column = struct.unpack_from("<HH", data)
            error = ""
            if kind == _BOOL_OR_ERROR and data[7]:
                error = sign_of(data[6])
            elif kind == _FORMULA and data[12:14] == b"\xff\xff" and data[6] == 2:  # noqa: PLR2004 - an error
                error = sign_of(data[8])
            found.keep((row, column), error)
    return found


def _check_count(count: int, part: bytes) -> None:
    """Refuse a count that a reader would believe and ask for more memory than there is."""
    if count > len(part):
        msg = "a damaged workbook"
        raise ValueError(msg)


def _records_of_xls(stream: bytes, position: int) -> Iterator[tuple[int, bytes]]:
    """Yield the records of a stream from a place to the end of their part."""
    while position + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, position)
        position += 4
        yield kind, stream[position : position + size]
        if kind == _END:
            return
        position += size


def _stream(content: bytes) -> bytes:
    """Return the stream of a compound file that holds the workbook.

    Raises:
        ValueError: if there is none, or one of less than 4 kB, which is kept in another way.
    """
    counts = [struct.unpack_from("<I", content, place)[0] for place in _COUNTS]
    if max(counts) > len(content) // 512:  # a reader that believes them asks for more memory than there is
        msg = "a damaged compound file"
        raise ValueError(msg)
    size = 1 << min(struct.unpack_from("<H", content, 30)[0], 12)
    (folder,) = struct.unpack_from("<I", content, 48)
    (more,) = struct.unpack_from("<I", content, 68)
    tables = list(struct.unpack_from(f"<{_SECTOR_ENTRIES}I", content, 76))
    for _ in range(len(content) // size):
        if more >= _NO_SECTOR:
            break
        *entries, more = struct.unpack_from(f"<{size // 4}I", content, (more + 1) * size)
        tables += entries
    nexts: list[int] = []
    for sector in tables:
        if sector < _NO_SECTOR:
            nexts += struct.unpack_from(f"<{size // 4}I", content, (sector + 1) * size)
    entries_of_folder = _chain(content, nexts, folder, size)
    for start in range(0, len(entries_of_folder) - 127, 128):
        entry = entries_of_folder[start : start + 128]
        name = entry[: max(int.from_bytes(entry[64:66], "little") - 2, 0)].decode("utf-16-le", "replace")
        first, length = struct.unpack_from("<II", entry, 116)
        if name in {"Workbook", "Book"} and length >= _SMALLEST_STREAM:
            return _chain(content, nexts, first, size)[:length]
    msg = "no workbook in a compound file"
    raise ValueError(msg)


def _chain(content: bytes, nexts: list[int], sector: int, size: int) -> bytes:
    """Return sectors that follow one another; each is read once, so that a loop ends."""
    parts: list[bytes] = []
    while sector < len(nexts) and len(parts) <= len(nexts):
        parts.append(content[(sector + 1) * size : (sector + 2) * size])
        sector = nexts[sector]
    return b"".join(parts)
