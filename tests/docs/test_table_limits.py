"""The limits of tables are those that the documentation names."""

from __future__ import annotations

from geodata.io.csv_reader import LARGEST_TABLE, LONGEST_CELL, MOST_COLUMNS, MOST_ROWS
from geodata.io.tables import MOST_HINTED
from geodata.table_import import marked_workbook
from geodata.table_import.files import finished_sheets, formats, opened, text_sheets, workbook_parts
from tests.paths import ROOT
from timemap.own_data import added_events
from timemap.own_data import limits as own_limits


def test_the_page_about_tables_names_every_limit() -> None:
    text = (ROOT / "docs" / "research" / "tables.md").read_text("utf-8")
    section = text.split("### Limits\n")[1].split("\n## ")[0]
    named = [row.split("|")[2].strip() for row in section.splitlines() if row.startswith("|")][2:]
    limits = (MOST_ROWS, MOST_COLUMNS, LONGEST_CELL, MOST_HINTED)
    assert named == [f"{LARGEST_TABLE // 1_000_000} MB", *(f"{limit:,}" for limit in limits)]


def test_the_page_about_tables_of_your_own_names_every_limit() -> None:
    text = (ROOT / "docs" / "research" / "your-tables.md").read_text("utf-8")
    section = text.split("## Limits\n")[1]
    named = [row.split("|")[2].strip() for row in section.splitlines() if row.startswith("|")][2:]
    limits = (
        finished_sheets.MOST_COLUMNS,
        workbook_parts.MOST_CELLS,
        text_sheets.LONGEST_CELL,
        marked_workbook.MOST_ROWS,
        opened.MOST_FAULTS,
    )
    assert named == [f"{formats.LARGEST_FILE // 1_000_000} MB", *(f"{limit:,}" for limit in limits)]


def test_the_page_about_your_data_names_every_limit() -> None:
    text = (ROOT / "docs" / "using" / "your-data.md").read_text("utf-8")
    section = text.split("## Limits\n")[1]
    named = [row.split("|")[2].strip() for row in section.splitlines() if row.startswith("|")][2:]
    sizes = (own_limits.LARGEST_FILE, own_limits.LARGEST_TOTAL)
    counts = (own_limits.MOST_ROWS, own_limits.MOST_TABLES, added_events.MOST_EVENTS)
    assert named == [*(f"{size // 1_000_000} MB" for size in sizes), *(f"{count:,}" for count in counts)]
