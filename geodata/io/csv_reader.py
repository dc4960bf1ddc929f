"""Reader of CSV files and its limits: rows of cells, or problems."""

from __future__ import annotations

import csv
import io
import re
from itertools import islice
from typing import TYPE_CHECKING

from geodata.io.file_kinds import kind_of
from geodata.io.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
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
    rows = _parse(table, said[1] if said else _separator(table))
    lines: list[tuple[int, Cells]] = []
    problems: list[Problem] = []
    for number, cells in enumerate(rows, start=1):
        if number > MOST_ROWS:
            expected, hint = f"a table of at most {MOST_ROWS:,} rows", "The rows from here on were not read."
            problems.append(Problem(file, number, "", f"row {number:,}", expected, hint))
            break
        if isinstance(cells, str):
            problems.append(
                Problem(file, number, "", cells, "a row of cells", "Is a quotation mark missing or doubled?")
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


def _parse(text: str, separator: str) -> Iterator[Cells | str]:
    """Yield the cells of every row, or in which line of the text a row is broken."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield f"line {reader.line_num}"


def _separator(text: str) -> str:
    return max(_SEPARATORS, key=lambda separator: _cells_of_header(text, separator))


def _cells_of_header(text: str, separator: str) -> int:
    """Return into how many cells a separator parts the first row that is not empty; 0 where it cannot be read."""
    for cells in islice(_parse(text, separator), _ROWS_ABOVE):
        if isinstance(cells, str):
            return 0
        if filled := sum(map(bool, map(str.strip, cells))):
            return filled
    return 0
