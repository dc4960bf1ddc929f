"""Formats of tables, told by the content of a file and not by its name."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePath

from geodata.io.file_kinds import FileKind, kind_of
from geodata.table_import.files.encodings import WIDE_MARKS, wide_encoding

LARGEST_FILE = 400_000_000
"""Bytes of a file, packed or unpacked; a million events with long notes fit."""

NAMES = {
    "csv": "a CSV file",
    "tsv": "a file of tab-separated values",
    "xlsx": "an Excel workbook (XLSX)",
    "xlsb": "an Excel workbook (XLSB)",
    "xls": "an old Excel workbook (XLS)",
    "ods": "a LibreOffice workbook (ODS)",
    "geojson": "a GeoJSON file",
    "kml": "a KML file",
    "kmz": "a KML file in a zip archive (KMZ)",
    "gpkg": "a GeoPackage",
    "parquet": "a Parquet file",
    "zip": "a zip archive",
    "gzip": "a compressed file (gzip)",
}
"""What each format is called in a sentence."""

ARCHIVES = frozenset({"zip", "gzip", "kmz"})
"""Formats that hold a table in another one."""

_ENDINGS = {
    "csv": ("csv", "tsv", "tab", "txt"),
    "xlsx": ("xlsx", "xlsm"),
    "geojson": ("geojson", "json", "geojsonl", "ndjson"),
    "parquet": ("parquet", "geoparquet", "pq"),
    "gzip": ("gz",),
}
"""Endings of names by format, where they are not the format itself."""

_KNOWN_ENDINGS = frozenset(NAMES) | {ending for endings in _ENDINGS.values() for ending in endings}

_BEGINNING = 1 << 16
_GEOMETRY = rb"Feature(?:Collection)?|(?:Multi)?(?:Point|LineString|Polygon)|GeometryCollection"
_GEOJSON = re.compile(rb'"type"\s*:\s*"(?:' + _GEOMETRY + rb')"')
_JSON = re.compile(rb"[\x1e\s]*[\[{]")
_KML = re.compile(rb"<(?:\w+:)?kml\b")
_MARKS = {b"\x1f\x8b": "gzip", b"\xd0\xcf\x11\xe0": "xls", b"PAR1": "parquet"}
"""Beginnings of files by format."""

_FEW_CONTROL_SIGNS, _MOST_CONTROL_SIGNS = 3, 0.02

_BINARY = FileKind("a binary file", "This is no text and no table that can be read. Choose the table itself.")


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A file out of an archive."""

    name: str
    content: bytes


def format_of(content: bytes) -> str | FileKind:
    """Return the format of a file, "csv" for any text, or what else it is.

    >>> format_of(b"id,place"), format_of(b"PAR1"), format_of(b"%PDF-1.7").name
    ('csv', 'parquet', 'a PDF')
    """
    start = content[:_BEGINNING]
    if start.startswith(b"PK\x03\x04"):
        return _in_zip(content)
    for mark, name in _MARKS.items():
        if start.startswith(mark):
            return name
    text = start.removeprefix(b"\xef\xbb\xbf")
    told = {
        "gpkg": start.startswith(b"SQLite format 3") and (start[68:70] == b"GP" or b"gpkg_contents" in start),
        "kml": text.lstrip().startswith(b"<") and _KML.search(text),
        "geojson": _JSON.match(text) and _GEOJSON.search(text),
        "csv": start.startswith(WIDE_MARKS) or wide_encoding(start),
    }
    if form := next((form for form, holds in told.items() if holds), ""):
        return form
    return kind_of(content) or (_BINARY if _is_binary(start) else "csv")


def _is_binary(start: bytes) -> bool:
    signs = sum(byte < 9 or 13 < byte < 32 for byte in start)  # noqa: PLR2004 - control signs of ASCII
    return signs > max(_FEW_CONTROL_SIGNS, _MOST_CONTROL_SIGNS * len(start))


def _in_zip(content: bytes) -> str | FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return FileKind("a damaged zip archive", "The file is damaged or was not copied whole. Get it again.")
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        return "xlsb"
    if b"opendocument.spreadsheet" in content[:200] or ("content.xml" in names and "styles.xml" in names):
        return "ods"
    if any(name.lower().endswith(".kml") for name in names):
        return "kmz"
    kind = kind_of(content)
    return kind if kind and kind.name != "a zip archive" else "zip"


def wrong_ending(name: str, form: str) -> str:
    """Return a sentence on a name that ends like another format.

    Empty where it does not.

    >>> wrong_ending("events.csv", "xlsx"), wrong_ending("events", "xlsx"), wrong_ending("events.txt", "csv")
    ('The name ends in .csv, but this is an Excel workbook (XLSX).', '', '')
    """
    ending = PurePath(name).suffix.lower().removeprefix(".")
    if ending not in _KNOWN_ENDINGS or ending in _ENDINGS.get(form, (form,)):
        return ""
    return f"The name ends in .{ending}, but this is {NAMES[form]}."


def unpack(content: bytes, name: str, form: str) -> Unpacked | FileKind:
    """Return the one table in an archive, or what stands in the way."""
    try:
        if form == "gzip":
            with gzip.GzipFile(fileobj=io.BytesIO(content)) as packed:
                return _limited(name.removesuffix(".gz"), packed.read(LARGEST_FILE + 1))
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            tables = [one for one in archive.infolist() if _is_table(one, form)]
            if len(tables) != 1:
                shown = ", ".join(one.filename for one in tables[:5]) or "no table"
                return FileKind(f"a zip archive with {shown}", "Unpack it and choose one table.")
            if tables[0].flag_bits & 1:
                return FileKind("a zip archive with a password", "Unpack it and choose the table in it.")
            with archive.open(tables[0]) as packed:
                return _limited(tables[0].filename, packed.read(LARGEST_FILE + 1))
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError, ValueError):
        return FileKind("a damaged archive", "The file is damaged or was not copied whole. Get it again.")


def _is_table(member: zipfile.ZipInfo, form: str) -> bool:
    path = PurePath(member.filename)
    if not path.name or member.is_dir() or "__MACOSX" in path.parts or path.name.startswith("."):
        return False
    ending = path.suffix.lower().removeprefix(".")
    if form == "kmz":
        return ending == "kml"
    return ending in _KNOWN_ENDINGS - {"txt"} or (ending == "txt" and "readme" not in path.stem.lower())


def _limited(name: str, content: bytes) -> Unpacked | FileKind:
    if len(content) > LARGEST_FILE:
        most = f"{LARGEST_FILE // 1_000_000} MB"
        return FileKind(f"more than {most} when unpacked", f"Split the table into files of at most {most}.")
    return Unpacked(name, content)
