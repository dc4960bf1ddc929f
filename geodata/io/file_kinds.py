"""Kinds of files that are no CSV in UTF-8, told by how they begin."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SAVE = "Open it in a spreadsheet program and save it as CSV UTF-8."
_OTHER_FILE = "Choose the table itself, saved as CSV UTF-8."
_DOWNLOAD = "Download the CSV file itself; the website may want you to sign in first."

_BEGINNING = 4096
"""So many bytes tell what a file is."""


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file that is taken for a table by mistake."""

    name: str
    """What it is, in words."""

    hint: str
    """The way to a table that can be read."""


_UTF_16 = FileKind("text in UTF-16", "This is UTF-16. Save it as CSV UTF-8.")

_BY_MARK = (
    (b"\xff\xfe", _UTF_16),
    (b"\xfe\xff", _UTF_16),
    (b"\xd0\xcf\x11\xe0", FileKind("an Excel workbook", f"This is an old Excel workbook. {_SAVE}")),
    (b"%PDF", FileKind("a PDF", f"This is a PDF. {_OTHER_FILE}")),
    (b"{\\rtf", FileKind("a text document", f"This is a text document (RTF). {_OTHER_FILE}")),
    (b"\x1f\x8b", FileKind("a compressed file", "This is a compressed file (gzip). Unpack it first.")),
    (b"7z\xbc\xaf", FileKind("a compressed file", "This is a compressed file (7z). Unpack it first.")),
    (b"Rar!", FileKind("a compressed file", "This is a compressed file (RAR). Unpack it first.")),
    (b"SQLite format 3", FileKind("a database", f"This is a database (SQLite or GeoPackage). {_OTHER_FILE}")),
    (b"PAR1", FileKind("a Parquet file", f"This is a Parquet file. {_OTHER_FILE}")),
    (b"\x89PNG", FileKind("a picture", f"This is a picture. {_OTHER_FILE}")),
    (b"\xff\xd8\xff", FileKind("a picture", f"This is a picture. {_OTHER_FILE}")),
    (b"GIF8", FileKind("a picture", f"This is a picture. {_OTHER_FILE}")),
)
"""First bytes of other kinds of files."""

_IN_ZIP = (
    (b"opendocument.spreadsheet", FileKind("a workbook", f"This is a LibreOffice workbook. {_SAVE}")),
    (b"xl/", FileKind("a workbook", f"This is an Excel workbook. {_SAVE}")),
    (b"[Content_Types].xml", FileKind("a workbook", f"This is a workbook or document of an office program. {_SAVE}")),
    (b"opendocument", FileKind("a document", f"This is a LibreOffice document. {_OTHER_FILE}")),
    (b"Index/", FileKind("a workbook", "This is a Numbers spreadsheet. Export it as CSV, with the encoding UTF-8.")),
)
"""What stands at the beginning of files that are zip archives inside."""

_ZIP = FileKind("a zip archive", "This is a zip archive. Unpack it and choose the CSV file in it.")

_AS_TEXT = (
    (re.compile(rb"<(!doctype html|html|head|body|script|meta|table)\b", re.IGNORECASE), "a web page", _DOWNLOAD),
    (re.compile(rb"<(\?xml|[a-z]+[ >:])", re.IGNORECASE), "an XML file", _OTHER_FILE),
    (re.compile(rb"\{\s*\"|\[\s*[\[{\"]"), "a JSON file", _OTHER_FILE),
)
"""How texts begin that are no tables."""


def kind_of(content: bytes) -> FileKind | None:
    """Return what kind a file is; None for one that may be a table.

    >>> kind_of(b"<!DOCTYPE html><title>Sign in</title>").name, kind_of(b"id,start,title") is None
    ('a web page', True)
    """
    start = content[:_BEGINNING]
    if start.startswith(b"PK\x03\x04"):
        return next((kind for mark, kind in _IN_ZIP if mark in start), _ZIP)
    for mark, kind in _BY_MARK:
        if start.startswith(mark):
            return kind
    if 3 * start.count(b"\0") > len(start):
        return _UTF_16
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    for pattern, name, hint in _AS_TEXT:
        if pattern.match(text):
            return FileKind(name, f"This is {name}. {hint}")
    return None
