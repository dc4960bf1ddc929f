"""Excel export: events with real dates, sources and attribution."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from xlsxwriter import Workbook

from geodata.dates.iso import iso_day
from geodata.sources.bibliography import COLUMNS as SOURCE_COLUMNS
from geodata.sources.bibliography import bibliography_rows, entry_of
from geodata.sources.exported_events import COLUMNS, event_values
from timemap.attribution import credit_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from geodata.text.selection import Selection
    from timemap.attribution import Credit
    from timemap.state.snapshot import Snapshot

MOST = 32_767
"""Characters that a cell can hold."""

EARLIEST = date(1900, 3, 1)
"""First day on which all programs number days alike; an earlier one is written as a text."""

WIDTHS = {
    "title": 46,
    "summary": 70,
    "contested": 50,
    "sources": 70,
    "categories": 28,
    "place": 26,
    "actors": 34,
    "parties": 28,
    "date_in_words": 22,
    "main_category": 18,
    "publisher": 28,
    "kind": 24,
    "affiliation": 34,
    "address": 60,
    "events": 50,
    "other_uses": 24,
}
"""Widths of columns, in characters; the others have `WIDTH`."""

WIDTH = 14


def write_workbook(dataset: Dataset, selection: Selection, snapshot: Snapshot) -> bytes:
    """Return the events of the selection as a workbook (.xlsx).

    No text in it is run as a formula or made a link.
    """
    atlas = dataset.atlas
    credit = credit_of(atlas, selection.events, snapshot)
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(file, options) as book:
        made = datetime.combine(snapshot.today, time(), UTC)
        book.set_properties(
            {"created": made, "title": credit.heading, "author": credit.title, "comments": credit.rights}
        )
        events = [event_values(atlas, event) for event in selection.events]
        _table(book, "Events", COLUMNS, [[row[name] for name in COLUMNS] for row in events])
        sources = dict.fromkeys(source for event in selection.events for source in event.sources)
        _table(book, "Sources", SOURCE_COLUMNS, _source_rows(atlas, sources))
        _about(book, credit)
    return file.getvalue()


def _source_rows(atlas: Atlas, sources: Iterable[str]) -> list[list[Any]]:
    """Return the rows of a bibliography with real dates."""
    at = SOURCE_COLUMNS.index("date")
    rows = bibliography_rows(entry_of(atlas, source) for source in sources)
    return [[*row[:at], iso_day(row[at]) or row[at], *row[at + 1 :]] for row in rows]


def _table(book: Workbook, name: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Add a sheet with a head that stays in sight and can be filtered."""
    sheet = book.add_worksheet(name)
    looks = {
        "head": book.add_format({"bold": True, "bottom": 1}),
        "day": book.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
    }
    for at, column in enumerate(columns):
        sheet.set_column(at, at, WIDTHS.get(column, WIDTH))
        sheet.write_string(0, at, column, looks["head"])
    for number, row in enumerate(rows, 1):
        sheet.set_row(number, 30)
        for at, value in enumerate(row):
            _write(sheet, number, at, value, looks)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)


def _write(sheet: Worksheet, row: int, column: int, value: Any, looks: Mapping[str, Format]) -> None:  # noqa: ANN401 (a table holds days, numbers and texts)
    if value is None or value in {"", ()}:
        return
    if isinstance(value, date) and value >= EARLIEST:
        sheet.write_datetime(row, column, value, looks["day"])
    elif isinstance(value, bool):
        sheet.write_string(row, column, "yes" if value else "no", looks["text"])
    elif isinstance(value, (int, float)):
        sheet.write_number(row, column, value, looks["text"])
    else:
        words = "; ".join(value) if isinstance(value, tuple) else str(value)
        sheet.write_string(row, column, words if len(words) <= MOST else f"{words[: MOST - 1]}…", looks["text"])


def _about(book: Workbook, credit: Credit) -> None:
    """Add a sheet that says what the table is, by whom, and under which licence."""
    sheet = book.add_worksheet("Licence")
    bold = book.add_format({"bold": True, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    lines = {
        "Title": credit.heading,
        "Attribution": credit.attribution,
        "Licence": credit.licence,
        "Sources": credit.sources,
        "Note": credit.disclaimer,
        "Data version": credit.version,
        "Made with": credit.software,
        "Address": credit.address,
    }
    sheet.set_column(0, 0, WIDTH)
    sheet.set_column(1, 1, 100)
    for row, (name, words) in enumerate(lines.items()):
        sheet.write_string(row, 0, name, bold)
        sheet.write_string(row, 1, words, text)
