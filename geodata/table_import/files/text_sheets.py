"""Sheets of texts: columns of a million rows, with what is wrong in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv

from geodata.io.text_rows import Lines, read_rows
from geodata.table_import.arrow_columns import ArrowColumn
from geodata.table_import.faults import Fault, FaultKind
from geodata.table_import.files.header_rows import is_filled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy.typing as npt

    from geodata.io.text_rows import Dialect
    from geodata.table_import.files.opened import FaultList

LONGEST_CELL = 100_000
"""Characters; three times what a spreadsheet program holds in a cell."""

_BLOCK = 1 << 22
"""Bytes of a text that are read at once."""

_FLUSHED = 20_000
"""Rows that are turned into columns at once."""

_LOST = "\ufffd"
"""Sign for what could not be decoded."""

_SHOWN = 80
"""Characters of a value that are shown."""


class TextColumns:
    """Columns that grow by rows, or by whole blocks of a text."""

    def __init__(self, names: Sequence[str], dialect: Dialect, faults: FaultList) -> None:
        self.names = names
        self.faults = faults
        self.repeated: list[int] = []
        """Rows that are the header once more."""
        self._dialect = dialect
        self._chunks: list[list[pa.Array]] = [[] for _ in names]
        self._numbers: list[npt.NDArray[np.int64]] = []
        self._rows: list[Sequence[str]] = []
        self._row_numbers: list[int] = []

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.names)

    def read(self, data: bytes, start: int, number: int, header: str, progress: Callable[[float], None] | None) -> None:
        """Read a text from the place where the row of a number begins.

        ``header`` is the line that names the columns; empty when there is none.
        """
        lines = Lines(data, start)
        named = header.rstrip("\r\n").encode()
        while lines.position < len(data):
            end = data.find(b"\n", min(lines.position + _BLOCK, len(data))) + 1 or len(data)
            number = self._read_block(lines, end, number, named)
            if progress:
                progress(lines.position / len(data))
        self._flush()

    def _read_block(self, lines: Lines, end: int, number: int, header: bytes) -> int:
        """Read the rows that begin before a place, and return the number of the next one."""
        block = lines.data[lines.position : end]
        if not (header and header in block) and (table := self._parsed(block)) is not None:
            self._flush()
            count = len(table)
            self._append(table.columns, np.arange(number, number + count))
            lines.position = end
            return number + count
        cells_of_header = self._dialect.split(header.decode()) if header else None
        complete = _LOST.encode() not in block
        for cells, broken in read_rows(lines, self._dialect, self.width, end):
            if cells == cells_of_header:
                self.repeated.append(number)
            elif len(cells) == self.width and complete and not broken:
                self._rows.append(cells)
                self._row_numbers.append(number)
            elif any(map(is_filled, cells)):
                self._add_odd(number, cells, broken)
            number += 1
            if len(self._rows) >= _FLUSHED:
                self._flush()
        return number

    def _parsed(self, block: bytes) -> pa.Table | None:
        """Return the columns of a block in which each line is a plain row; ``None`` for others."""
        quote = self._dialect.quote
        if self._dialect.escape or (b"\r" in block and block.count(b"\r") != block.count(b"\r\n")):
            return None
        if _LOST.encode() in block or block.count(quote.encode()) % 2 or self._dialect.odd_quote.search(block):
            return None
        names = [str(i) for i in range(self.width)]
        try:
            table = arrow_csv.read_csv(
                pa.BufferReader(block),
                arrow_csv.ReadOptions(use_threads=False, block_size=len(block) + 1, column_names=names),
                arrow_csv.ParseOptions(
                    delimiter=self._dialect.delimiter,
                    quote_char=quote,
                    newlines_in_values=True,
                    ignore_empty_lines=False,
                ),
                arrow_csv.ConvertOptions(
                    column_types=dict.fromkeys(names, pa.string()),
                    null_values=[""],
                    strings_can_be_null=True,
                    quoted_strings_can_be_null=True,
                ),
            )
        except pa.ArrowInvalid:
            return None
        if len(table) != block.count(b"\n") + (not block.endswith(b"\n")):
            return None
        return table.combine_chunks()

    def _add_odd(self, number: int, cells: list[str], broken: str) -> None:
        """Keep a row that is not as it should be, brought to the width of the table."""
        if broken:
            expected = "a quotation mark at both ends of a cell, or at neither"
            hint = "The row was read without it."
            self.faults.add(number, "", broken[:_SHOWN], Fault(FaultKind.SOURCE, expected, hint=hint))
        while len(cells) > self.width and not is_filled(cells[-1]):
            cells.pop()
        if len(cells) > self.width:
            self._report_extra(number, cells)
        elif len(cells) < (named := max((i for i, name in enumerate(self.names, 1) if name), default=self.width)):
            expected = f"{named:,} cells, as in the header"
            shown = f"{len(cells):,} {'cell' if len(cells) == 1 else 'cells'}"
            hint = "The cells at the end of the row are missing."
            self.faults.add(number, self.names[len(cells)], shown, Fault(FaultKind.MISSING_CELL, expected, hint=hint))
        for i, cell in enumerate(cells):
            if _LOST in cell:
                hint = "The file has bytes here that its encoding does not know. Type the word again."
                name = self.names[i] if i < self.width else ""
                self.faults.add(number, name, cell[:_SHOWN], Fault(FaultKind.ENCODING, "readable letters", hint=hint))
        self._rows.append([*cells[: self.width], *[""] * (self.width - len(cells))])
        self._row_numbers.append(number)

    def _report_extra(self, number: int, cells: Sequence[str]) -> None:
        extra = self._dialect.delimiter.join(cells[self.width :])
        expected = f"{self.width:,} cells, as in the header"
        hint = "Is a quotation mark missing round a text with a delimiter in it?"
        self.faults.add(number, "", extra[:_SHOWN], Fault(FaultKind.EXTRA_CELL, expected, hint=hint))

    def _flush(self) -> None:
        """Turn the rows that were kept into columns."""
        if self._rows:
            columns = [pa.array(column, pa.string()) for column in zip(*self._rows, strict=True)]
            numbers = np.array(self._row_numbers, np.int64)
            self._rows, self._row_numbers = [], []
            self._append(columns, numbers)

    def _append(self, columns: Sequence[pa.Array], numbers: npt.NDArray[np.int64]) -> None:
        """Keep columns without blank cells, blank rows and endless cells."""
        cleaned = [self._without_blanks(_whole(column)) for column in columns]
        blank = cleaned[0].is_null()
        for column in cleaned[1:]:
            if not pc.any(blank).as_py():
                break
            blank = pc.and_(blank, column.is_null())
        if pc.any(blank).as_py():
            kept = pc.invert(blank)
            cleaned = [column.filter(kept) for column in cleaned]
            numbers = numbers[kept.to_numpy(zero_copy_only=False)]
        for i, column in enumerate(cleaned):
            self._chunks[i].append(self._shortened(column, numbers, self.names[i]))
        self._numbers.append(numbers)

    @staticmethod
    def _without_blanks(column: pa.Array) -> pa.Array:
        blank = pc.or_(pc.equal(column, ""), pc.utf8_is_space(column))
        return pc.if_else(blank, pa.scalar(None, pa.string()), column) if pc.any(blank).as_py() else column

    def _shortened(self, column: pa.Array, numbers: npt.NDArray[np.int64], name: str) -> pa.Array:
        longest = pc.max(pc.binary_length(column)).as_py()
        if longest is None or longest <= LONGEST_CELL:
            return column
        lengths = pc.fill_null(pc.utf8_length(column), 0)
        expected = f"at most {LONGEST_CELL:,} characters in a cell"
        for i in np.flatnonzero(lengths.to_numpy(zero_copy_only=False) > LONGEST_CELL):
            fault = Fault(FaultKind.CONSTRAINT, expected, hint="The rest of the cell was left out.")
            self.faults.add(int(numbers[i]), name, f"{lengths[int(i)].as_py():,} characters", fault)
        return pc.utf8_slice_codeunits(column, 0, LONGEST_CELL)

    def columns(self) -> tuple[ArrowColumn, ...]:
        """Return the columns that were read."""
        return tuple(ArrowColumn(pa.chunked_array(chunks, pa.string())) for chunks in self._chunks)

    def numbers(self) -> npt.NDArray[np.int64]:
        """Return the numbers of their rows."""
        return np.concatenate(self._numbers) if self._numbers else np.empty(0, np.int64)


def _whole(column: pa.Array | pa.ChunkedArray) -> pa.Array:
    if isinstance(column, pa.ChunkedArray):
        return column.chunk(0) if column.num_chunks == 1 else pa.concat_arrays(column.chunks)
    return column
