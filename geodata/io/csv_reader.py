"""Reader of CSV files and its limits: rows of cells, or problems."""

from __future__ import annotations

import csv
import io
import re
from itertools import islice
from typing import TYPE_CHECKING

from geodata.io.file_kinds import kind_of
from geodata.io.problems import Problem
from geodata.io.text_rows import Dialect, Lines, read_rows

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_TABLE = 10_000_000
"""Bytes; our largest table has a thirtieth of that."""

MOST_ROWS = 20_000
"""Rows of a table that are read: twelve times those of our longest table."""

MOST_COLUMNS = 200
"""Columns that a table may have; empty ones do not count."""

LONGEST_CELL = 32_767
"""Characters; so many fit into a cell of a spreadsheet program."""

SEPARATOR_LINE = re.compile(r'"?sep=([^\w"\s]|\t)"?\1*(?:\r\n|\r|\n|$)', re.IGNORECASE)
"""A first line by which a file tells Excel what stands between cells. Excel does not count it as a row."""

LINE_END = re.compile(r"\r\n?")
"""Line ends of Windows and of old Macs."""

_SEPARATORS = ",;\t"

_ROWS_ABOVE = 100
"""Empty rows that may stand above the header."""

Cells = list[str]
"""The cells of one row, as typed."""


def read_file(path: Path) -> str | Problem:
    """Return the text of a file in UTF-8, or what stands in the way.

    A byte-order mark may be there.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_TABLE + 1)
    except OSError as error:
        reason = f"{error.strerror}." if error.strerror else ""
        return Problem(path.name, None, "", str(path), "a readable file", reason)
    if kind := kind_of(content):
        return Problem(path.name, None, "", kind.name, "a table as CSV UTF-8", kind.hint)
    if len(content) > LARGEST_TABLE:
        most = f"{LARGEST_TABLE // 1_000_000} MB"
        return Problem(path.name, None, "", f"more than {most}", f"a file of at most {most}", "Split the table.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = len((content[: error.start] + b".").splitlines())
        shown = "bytes " + content[error.start : error.end].hex(" ")
        hint = 'Save it as "CSV UTF-8" in the spreadsheet program.'
        return Problem(path.name, row, "", shown, "UTF-8 text", hint)


def split(text: str, file: str) -> tuple[list[tuple[int, Cells]], list[Problem]]:
    """Return the rows that are not empty, and what is wrong with others.

    Each has its number as a spreadsheet counts. Empty columns at the end are left out.

    The separator is the one of comma, semicolon and tab that gives the first row most cells, unless a line above it
    says which. A cell may hold line ends.
    """
    said = SEPARATOR_LINE.match(text)
    table = text[said.end() :] if said else text
    table = LINE_END.sub("\n", table)
    dialect = Dialect(said[1] if said else _separator(table))
    data = table.encode()
    rows = read_rows(Lines(data), dialect, _cells_of_header(table, dialect.delimiter)[1], len(data))
    lines: list[tuple[int, Cells]] = []
    problems: list[Problem] = []
    for number, (cells, broken) in enumerate(rows, start=1):
        if number > MOST_ROWS:
            expected, hint = f"a table of at most {MOST_ROWS:,} rows", "The rows from here on were not read."
            problems.append(Problem(file, number, "", f"row {number:,}", expected, hint))
            break
        if broken:
            problems.append(
                Problem(file, number, "", broken, "a row of cells", "Is a quotation mark missing or doubled?")
            )
            continue
        while cells and not cells[-1].strip():
            cells.pop()
        if len(cells) > MOST_COLUMNS:
            shown, expected = f"{len(cells):,} cells", f"at most {MOST_COLUMNS} cells in a row"
            problems.append(Problem(file, number, "", shown, expected))
        elif cells:
            lines.append((number, cells))
    return lines, problems


def _separator(text: str) -> str:
    return max(_SEPARATORS, key=lambda separator: _cells_of_header(text, separator)[0])


def _cells_of_header(text: str, separator: str) -> tuple[int, int]:
    """Return into how many cells a separator parts the first row that is not empty, those with text and all.

    Both are 0 where it cannot be read.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for cells in islice(reader, _ROWS_ABOVE):
            if filled := sum(map(bool, map(str.strip, cells))):
                return filled, len(cells)
    except csv.Error:
        pass
    return 0, 0
