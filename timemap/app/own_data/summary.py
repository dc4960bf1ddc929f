"""Summary of a table: what was recognised, and its first events."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from geodata.dates.precision import DatePrecision
from geodata.dates.wording import in_words
from geodata.table_import.files.encodings import LABELS
from geodata.table_import.files.formats import NAMES
from geodata.table_import.importer import rows_of
from timemap.text.markdown import escape_markdown
from timemap.text.numbers import format_number, pluralize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timemap.own_data.reading import ReadTable

_LINES = 3
"""Lines of the result that are in view."""

_MOST_LINES = 1_000
_DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "vertical bars", " ": "spaces"}
_DECIMALS = {",": "decimal comma", ".": "decimal point"}
_LINE_HEIGHT = 36


def render_summary(read: ReadTable) -> None:
    """Say what was found in a table, and show the first events."""
    found = read.found
    if found.sheet is None:
        return
    count = found.events.num_rows
    said = f"**{pluralize(count, 'event', 'events')}** from {pluralize(found.rows, 'row', 'rows')}"
    if found.left_out:
        said += f"; {pluralize(found.left_out, 'row is', 'rows are')} left out"
    if found.replaced:
        said += f"; {pluralize(len(found.replaced), 'row is', 'rows are')} replaced by later ones"
    st.markdown(f"{said}.")
    st.caption(". ".join(_recognised(read)) + ".")
    if read.own.restricted:
        st.warning(escape_markdown(read.own.restricted), icon=":material/gavel:")
    for note in dict.fromkeys(found.notes):
        if note != read.own.restricted:
            st.caption(escape_markdown(note))
    if count:
        _render_events(read)


def _recognised(read: ReadTable) -> Iterator[str]:
    """Yield what is known of the file and its format, a phrase each."""
    found, reading = read.found, read.opened.reading
    if found.matching is not None and found.matching.format is not None:
        yield f"Recognised as: {escape_markdown(found.matching.format.name)}"
    if read.brought.origin != "file":
        yield "Typed here" if read.brought.origin == "added" else "Pasted here"
        return
    kind = NAMES.get(read.opened.kind, "a table")
    yield f"The file is {kind}"
    if found.sheet is not None and found.sheet.name:
        yield f"Sheet: {escape_markdown(found.sheet.name)}"
    encoding = LABELS.get(reading.encoding, reading.encoding)
    if encoding and not any(encoding in note for note in found.notes):
        yield f"Encoding: {encoding}"
    if reading.delimiter:
        yield f"Cells are separated by {_DELIMITERS.get(reading.delimiter, escape_markdown(reading.delimiter))}"
    if reading.decimal in _DECIMALS:
        yield f"Numbers have a {_DECIMALS[reading.decimal]}"


def _render_events(read: ReadTable) -> None:
    lines = [_line(row) for row in islice(rows_of(read.own.events), _MOST_LINES)]
    count = read.own.events.num_rows
    st.dataframe(
        pd.DataFrame(lines),
        hide_index=True,
        height=_LINE_HEIGHT * (min(len(lines), _LINES) + 1),
        alt=f"Events of the table {read.brought.name}",
        column_config={
            "Row": st.column_config.NumberColumn(width=60),
            "Date": st.column_config.TextColumn(width=170),
            "Title": st.column_config.TextColumn(width=330),
            "Place": st.column_config.TextColumn(width=150),
            "Position": st.column_config.TextColumn(width=150),
        },
    )
    if count > len(lines):
        st.caption(f"The first {format_number(len(lines))} of {format_number(count)} events.")


def _line(row: dict[str, Any]) -> dict[str, Any]:
    precision = DatePrecision(row["date_precision"])
    return {
        "Row": row["row"],
        "Date": in_words(row["start"], precision, row["last_day"]),
        "Title": row["title"],
        "Place": row["place"],
        "Position": f"{row['lat']:.4f}, {row['lon']:.4f}",
    }
