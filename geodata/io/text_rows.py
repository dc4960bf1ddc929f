"""Rows of a text: cells between delimiters, with lost quotation marks."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Dialect:
    """Delimiter and quotation marks of a text."""

    delimiter: str
    """What stands between them."""

    quote: str = '"'
    """What stands round a cell that holds a delimiter or a line end; twice for one inside it."""

    escape: str = ""
    """What stands before a quotation mark inside a cell, where it is not written twice."""

    @cached_property
    def cell(self) -> re.Pattern[str]:
        """The pattern of one cell with what ends it."""
        quote, delimiter = re.escape(self.quote), re.escape(self.delimiter)
        return re.compile(
            rf"(?:{quote}([^{quote}]*(?:{quote}{quote}[^{quote}]*)*){quote}|([^{delimiter}]*))(?:{delimiter}|$)"
        )

    @cached_property
    def odd_quote(self) -> re.Pattern[bytes]:
        """The pattern of a quotation mark inside a cell.

        It stands neither at the ends of the cell nor twice.
        """
        quote, around = re.escape(self.quote), re.escape(self.delimiter + self.quote)
        pattern = rf"{quote}(?<=[^{around}\r\n]{quote})(?=[^{around}\r\n])"
        return re.compile(pattern.encode())

    def split(self, line: str) -> list[str]:
        """Return the cells of a line in which a quotation mark is lost.

        One that is not closed ends with its cell.


        >>> Dialect(",").split('1,"a, b","lost,2014')
        ['1', 'a, b', 'lost', '2014']
        """
        line = line.rstrip("\r\n")
        cells, start = [], 0
        while start <= len(line):
            match = self.cell.match(line, start)
            if match is None:  # text goes on behind a closing quotation mark
                end = line.find(self.delimiter, start)
                end = len(line) if end < 0 else end
                cells.append(line[start:end])
                start = end + 1
                continue
            quoted, bare = match.groups()
            if quoted is None:
                cells.append(bare.removeprefix(self.quote) if bare.count(self.quote) % 2 else bare)
            else:
                cells.append(quoted.replace(self.quote * 2, self.quote))
            start = match.end() if match[0].endswith(self.delimiter) else len(line) + 1
        return cells


class Lines:
    """Lines of a text in UTF-8, read from any place in it."""

    def __init__(self, data: bytes, position: int = 0) -> None:
        self.data = data
        self.position = position
        """Where the next line begins."""
        self.taken = 0
        """Lines that were read since this was set to 0."""

    def __iter__(self) -> Lines:
        return self

    def __next__(self) -> str:
        if self.position >= len(self.data):
            raise StopIteration
        end = self.data.find(b"\n", self.position) + 1 or len(self.data)
        line = self.data[self.position : end]
        self.position = end
        self.taken += 1
        return line.decode()


def read_rows(lines: Lines, dialect: Dialect, width: int, end: int) -> Iterator[tuple[list[str], str]]:
    """Yield the cells of each row that begins before a place in the text.

    An empty line has none.


    With them comes what is wrong with the quotation marks of the line: the line itself, or empty text. ``width`` is the
    usual number of cells, by which a cell of several lines is told from a lost quotation mark; 0 when it is not known.
    """
    while lines.position < end:
        reader = csv.reader(
            lines,
            delimiter=dialect.delimiter,
            quotechar=dialect.quote,
            escapechar=dialect.escape or None,
            strict=True,
        )
        start, lines.taken = lines.position, 0
        try:
            for cells in reader:
                if lines.taken > 1 and _swallows(lines, start, dialect, width, len(cells)):
                    break
                yield cells, ""
                start, lines.taken = lines.position, 0
                if start >= end:
                    return
            else:
                return
        except csv.Error:
            pass
        yield _recover(lines, start, dialect, width)


def _swallows(lines: Lines, start: int, dialect: Dialect, width: int, found: int) -> bool:
    """Return whether a row of several lines is in truth several rows, the first with a lost quotation mark."""
    if not width:
        return False
    text = lines.data[start : lines.position].decode()
    if found != width:
        return len(dialect.split(text.partition("\n")[0])) == width
    parts = [line for line in text.split("\n") if line.strip()]
    few = any(part.count(dialect.delimiter) < width - 1 for part in parts)
    if few or width <= 2:  # noqa: PLR2004 - so few delimiters stand in sentences too
        return False
    return all(len(dialect.split(part)) == width for part in parts)


def _recover(lines: Lines, start: int, dialect: Dialect, width: int) -> tuple[list[str], str]:
    """Return the cells of the one line at a place, and the line where it is broken; go on behind it."""
    lines.position = start
    line = next(lines)
    head, sign, rest = line.rstrip("\n").partition("\r")
    usual = width or len(dialect.split(rest.partition("\r")[0]))
    if sign and rest and len(cells := dialect.split(head)) == usual:  # a line end of old Macs among others
        lines.position = start + len(head.encode()) + 1
        return cells, ""
    cells = dialect.split(line)
    balanced = line.count(dialect.quote) % 2 == 0
    return cells, "" if balanced and len(cells) == width else line.strip()
