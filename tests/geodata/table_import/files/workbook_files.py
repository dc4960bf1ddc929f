"""Small workbooks of old and open formats, made byte by byte."""

from __future__ import annotations

import io
import struct
import zipfile

_SECTOR = 512
_END, _FREE, _TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def ods(tables: str, head: str = "") -> bytes:
    """Return a LibreOffice workbook with some tables as XML."""
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"))
    )
    calc = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", kind, zipfile.ZIP_STORED)
        names = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
        archive.writestr("META-INF/manifest.xml", f"<manifest:manifest {names}/>")
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0" encoding="UTF-8"?>{head}<office:document-content {spaces} {calc}>'
            f"{body}</office:document-content>",
        )
    return out.getvalue()


def text_cell(text: str, attributes: str = "") -> str:
    """Return a cell of such a table."""
    return f'<table:table-cell office:value-type="string" {attributes}><text:p>{text}</text:p></table:table-cell>'


def xls(rows: list[list[str | float | bytes]]) -> bytes:
    """Return an old Excel workbook with one sheet.

    It has records of BIFF 8 in a compound file; bytes stand for the number of an error.
    """

    def record(kind: int, data: bytes) -> bytes:
        return struct.pack("<HH", kind, len(data)) + data

    end = record(0x000A, b"")
    cells = b""
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            place = struct.pack("<HHH", row, column, 0)
            if isinstance(value, bytes):
                cells += record(0x0205, place + value + b"\1")
            elif isinstance(value, str):
                text = struct.pack("<HB", len(value), 1) + value.encode("utf-16-le")
                cells += record(0x0204, place + text)
            else:
                cells += record(0x0203, place + struct.pack("<d", value))
    start = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    sheet += record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, len(rows[0]), 0)) + cells + end
    name = b"Events"
    length = len(start) + 4 + 8 + len(name) + len(end)
    start += record(0x0085, struct.pack("<IHBB", length, 0, len(name), 0) + name) + end
    return _compound("Workbook", start + sheet)


def _compound(name: str, stream: bytes) -> bytes:
    """Return a compound file with one stream."""
    stream = stream.ljust(8 * _SECTOR, b"\0")
    stream += bytes(-len(stream) % _SECTOR)
    count = len(stream) // _SECTOR
    chain = [_TABLE, _END, *range(3, count + 2), _END]
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(_SECTOR, b"\xff")

    def entry(name: str, kind: int, child: int, first: int, size: int) -> bytes:
        text = name.encode("utf-16-le") + b"\0\0"
        head = text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text), kind, 1, _FREE, _FREE, child)
        return head + bytes(36) + struct.pack("<IQ", first, size)

    folder = entry("Root Entry", 5, 1, _END, 0) + entry(name, 2, _FREE, 2, len(stream))
    folder += (bytes(68) + struct.pack("<III", _FREE, _FREE, _FREE) + bytes(48)) * 2
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    head += bytes(6) + struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    return head + struct.pack("<I", 0) + b"\xff" * 432 + table + folder + stream


def xlsb(rows: list[list[str | float | bytes]]) -> bytes:
    """Return a binary Excel workbook with one sheet; bytes are errors."""

    def record(kind: int, data: bytes) -> bytes:
        number = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
        return number + bytes([len(data)]) + data

    def wide(text: str) -> bytes:
        return struct.pack("<I", len(text)) + text.encode("utf-16-le")

    cells = b""
    for row, values in enumerate(rows):
        cells += record(0, struct.pack("<II", row, 0) + bytes(9))
        for column, value in enumerate(values):
            place = struct.pack("<II", column, 0)
            if isinstance(value, bytes):
                cells += record(3, place + value)
            elif isinstance(value, str):
                cells += record(6, place + wide(value))
            else:
                cells += record(5, place + struct.pack("<d", value))
    span = struct.pack("<IIII", 0, len(rows) - 1, 0, len(rows[0]) - 1)
    sheet = record(129, b"") + record(148, span) + record(145, b"") + cells + record(146, b"") + record(130, b"")
    bundle = struct.pack("<II", 0, 1) + wide("rId1") + wide("Events")
    book = record(131, b"") + record(143, b"") + record(156, bundle) + record(144, b"") + record(132, b"")
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    link = f'<Relationship Id="rId1" Type="{kind}" Target="worksheets/sheet1.bin"/>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.bin", book)
        archive.writestr("xl/_rels/workbook.bin.rels", f'<Relationships xmlns="{relations}">{link}</Relationships>')
        archive.writestr("xl/worksheets/sheet1.bin", sheet)
    return out.getvalue()
