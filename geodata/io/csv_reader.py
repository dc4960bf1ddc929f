"""Reader of CSV files: numbered rows of cells, problems for the rest."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from geodata.io.problems import Problem

if TYPE_CHECKING:
    from pathlib import Path

LONGEST_CELL = 1_000_000
"""Characters; a longer cell is a fault of the file, most likely a missing quotation mark."""

_OTHER_KINDS = (
    (b"PK\x03\x04", "This is an Excel workbook. Save it as CSV UTF-8."),
    (b"\xff\xfe", "This is UTF-16. Save it as CSV UTF-8."),
    (b"\xfe\xff", "This is UTF-16. Save it as CSV UTF-8."),
)
"""First bytes by which files that are no CSV in UTF-8 are known, with what helps."""

Cells = list[str]
"""The cells of one row, as typed."""


def read_file(path: Path) -> str | Problem:
    """Return the text of a file in UTF-8, or what stands in the way.

    A byte-order mark may be there.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = f"{error.strerror}." if error.strerror else ""
        return Problem(path.name, None, "", str(path), "a readable file", reason)
    for mark, hint in _OTHER_KINDS:
        if content.startswith(mark):
            return Problem(path.name, None, "", "bytes " + mark.hex(" "), "UTF-8 text", hint)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        shown = "bytes " + content[error.start : error.end].hex(" ")
        hint = 'Save it as "CSV UTF-8" in the spreadsheet program.'
        return Problem(path.name, row, "", shown, "UTF-8 text", hint)


def split(text: str, file: str) -> tuple[list[tuple[int, Cells]], list[Problem]]:
    """Return the rows that are not empty, and what is wrong with others.

    Each has its number as a spreadsheet counts.

    The separator is the one of comma, semicolon and tab that the first line has most of. A cell may hold line ends.
    """
    before = csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    lines: list[tuple[int, Cells]] = []
    problems: list[Problem] = []
    number = 0
    try:
        while True:
            number += 1
            try:
                cells = next(reader)
            except StopIteration:
                return lines, problems
            except csv.Error as error:
                hint = f"Is a quotation mark missing or doubled? ({error})"
                problems.append(Problem(file, number, "", f"line {reader.line_num}", "a row of cells", hint))
                continue
            if "\0" in "".join(cells):
                shown = ", ".join(cells).replace("\0", "\N{SYMBOL FOR NULL}")
                hint = "The file is damaged. Download or copy it again."
                problems.append(Problem(file, number, "", shown, "text without NUL characters", hint))
            elif any(cell.strip() for cell in cells):
                lines.append((number, cells))
    finally:
        csv.field_size_limit(before)


def _delimiter(text: str) -> str:
    header = text.split("\n", 1)[0]
    return max(",;\t", key=header.count)
