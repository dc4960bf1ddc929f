"""Tables from texts: CSV, tab-separated values and pasted cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodata.io.csv_reader import SEPARATOR_LINE
from geodata.io.text_rows import Dialect
from geodata.table_import.files.dialects import DELIMITERS, Sample, find_samples
from geodata.table_import.files.encodings import find_encoding, label_of, to_utf_8
from geodata.table_import.files.finished_sheets import MOST_COLUMNS, ask_for_header, finish_sheet, notes_on_header
from geodata.table_import.files.header_rows import Header, header_at
from geodata.table_import.files.opened import FaultList, OpenedTable, Reading, refusal
from geodata.table_import.files.text_sheets import TextColumns
from geodata.table_import.questions import Option, Question

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_LONGEST_SEPARATOR_LINE = 16
"""Bytes; "sep=;" in quotation marks with its line end is shorter."""


def open_text(
    content: bytes,
    name: str,
    answers: Mapping[str, str],
    places: frozenset[str],
    progress: Callable[[float], None] | None,
) -> OpenedTable:
    """Return the table of a text in any encoding.

    ``places`` are folded names by which the encoding is told.
    """
    encoding = find_encoding(content, answers.get("encoding", ""), places)
    data = to_utf_8(content, encoding)
    said = SEPARATOR_LINE.match(data[:_LONGEST_SEPARATOR_LINE].decode("utf-8", "ignore"))
    if said:
        data = data[len(said[0].encode()) :]
    samples = _samples(data, said[1] if said else "", answers)
    sample = samples[0]
    if not sample.rows:
        return refusal(name, "no cells", "a table with a header and rows", "The file is empty.")
    if sample.width > MOST_COLUMNS:
        return refusal(name, f"{sample.width:,} columns", f"at most {MOST_COLUMNS:,} columns")
    header = header_at(sample.rows, answers.get("header", "")) or sample.headers[0]
    if max(len(header.names), sample.width) > MOST_COLUMNS:
        return refusal(name, f"{len(header.names):,} columns", f"at most {MOST_COLUMNS:,} columns")
    faults = FaultList(name)
    names = header.names + ("",) * (sample.width - len(header.names))
    table = TextColumns(names, sample.dialect, faults)
    start = sample.starts.get(header.first, len(data))
    table.read(data, start, header.first, _line_of(header, sample, data), progress)
    sheet, notes = finish_sheet("", header, table.columns(), table.numbers(), faults)
    questions = (encoding.question, _ask_for_delimiter(samples), ask_for_header(sample.headers, sample.rows))
    return OpenedTable(
        sheets=(sheet,),
        questions=tuple(filter(None, questions)),
        faults=faults.all(),
        kind="tsv" if sample.dialect.delimiter == "\t" else "csv",
        reading=Reading(encoding.name, sample.dialect.delimiter, sample.dialect.quote, sample.decimal()),
        notes=(
            *([] if encoding.certain else [f"The text is read as {label_of(encoding.name)}."]),
            *notes_on_header(header, sample.rows),
            *(f"Row {row} repeats the header and is left out." for row in table.repeated[:10]),
            *notes,
        ),
    )


def _samples(data: bytes, said: str, answers: Mapping[str, str]) -> Sequence[Sample]:
    """Return the first rows as the text itself says that they are parted, or an answer, or by what is likely."""
    found = find_samples(data)
    if said:
        return (Sample(data, Dialect(said, found[0].dialect.quote, found[0].dialect.escape)),)
    answer = answers.get("delimiter", "")
    if answer not in DELIMITERS:
        return found
    chosen = Sample(data, Dialect(answer, found[0].dialect.quote, found[0].dialect.escape))
    return (chosen, *(sample for sample in found if sample.dialect.delimiter != answer))


def _line_of(header: Header, sample: Sample, data: bytes) -> str:
    """Return the line of the text that names the columns; empty when none does or it has line ends in cells."""
    if len(header.rows) != 1:
        return ""
    start = sample.starts[header.rows[0]]
    line = data[start : data.find(b"\n", start) + 1 or len(data)].decode().partition("\r")[0]
    return line if line.count(sample.dialect.quote) % 2 == 0 else ""


def _ask_for_delimiter(samples: Sequence[Sample]) -> Question | None:
    if len(samples) < 2:  # noqa: PLR2004 - no choice
        return None
    options = [
        Option(
            sample.dialect.delimiter,
            DELIMITERS[sample.dialect.delimiter].capitalize(),
            tuple(" | ".join(cells)[:200] for _, cells in sample.rows[:3]),
        )
        for sample in samples
    ]
    return Question("delimiter", "What stands between the cells?", tuple(options))
