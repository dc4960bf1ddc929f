"""The workbook is read again by another library: dates are dates, nothing runs, and sources and licence are inside."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import openpyxl
import pytest

from geodata import __version__
from geodata.sources.bibliography import COLUMNS as SOURCE_COLUMNS
from geodata.sources.exported_events import COLUMNS
from tests.timemap.snapshots import SCRIPTS, TODAY, first_of, snapshot_on
from timemap.exports import format_by_id
from timemap.exports.workbook import MOST

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from geodata.text.selection import Selection

KIND = "xlsx"
DAY = date(2014, 10, 6)


def sheets(content: bytes) -> dict[str, Worksheet]:
    return {sheet.title: sheet for sheet in openpyxl.load_workbook(io.BytesIO(content)).worksheets}


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    head, *found = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in found]


def test_every_event_has_a_row_with_real_dates_in_every_script(content: bytes, selection: Selection) -> None:
    sheet = sheets(content)["Events"]
    read = rows(sheet)
    assert tuple(read[0]) == COLUMNS
    assert [row["id"] for row in read] == list(selection.ids)
    for row, event in zip(read, selection.events, strict=True):
        last = event.span.last_day
        assert last is not None
        assert row["start"] == datetime(*event.span.start.timetuple()[:3])  # noqa: DTZ001 (a day has no clock)
        assert row["end"] == datetime(*last.timetuple()[:3])  # noqa: DTZ001
        assert (row["lat"], row["lon"]) == (event.lat, event.lon)
        assert row["contested"] == (event.contested or None)
    formats = {cell.number_format for column in ("B", "C") for cell in sheet[column][1:]}
    assert formats == {"yyyy-mm-dd"}
    assert next(row["title"] for row in read if row["id"] == first_of(selection).id) == SCRIPTS


def test_the_head_stays_in_sight_and_columns_are_as_wide_as_what_they_hold(content: bytes) -> None:
    found = sheets(content)
    assert list(found) == ["Events", "Sources", "Licence"]
    for name in ("Events", "Sources"):
        assert found[name].freeze_panes == "A2"
        assert found[name].auto_filter.ref
    widths = found["Events"].column_dimensions
    assert widths["F"].width > widths["A"].width > 10  # title, id
    assert all(cell.font.bold for cell in found["Events"][1])


def test_sources_are_a_sheet_with_the_events_that_cite_them(atlas: Atlas, content: bytes, selection: Selection) -> None:
    read = rows(sheets(content)["Sources"])
    assert tuple(read[0]) == SOURCE_COLUMNS
    cited = {source for event in selection.events for source in event.sources}
    assert {row["address"] for row in read} == {atlas.source(source).url for source in cited}
    dated = [row["date"] for row in read if row["date"] is not None]
    assert dated
    assert all(isinstance(day, datetime) for day in dated)


def test_a_sheet_names_licence_attribution_and_version(atlas: Atlas, content: bytes) -> None:
    told = {str(name): str(words) for name, words in sheets(content)["Licence"].iter_rows(values_only=True)}
    assert told["Title"].startswith("Kobane timeline map, 6 October 2014")
    assert "CC BY-SA 4.0" in told["Licence"]
    assert "OpenStreetMap contributors (ODbL)" in told["Attribution"]
    assert told["Data version"] == atlas.version
    assert told["Made with"] == f"Kobane timeline map {__version__}"
    assert "https://maps.example.org/kobane?" in told["Address"]


@pytest.mark.parametrize("text", ['=HYPERLINK("http://a")', "+1", "-1", "@SUM(A1)", "http://a", "12"])
def test_text_stays_text(atlas: Atlas, dataset: Dataset, selection: Selection, text: str) -> None:
    told = first_of(selection).model_copy(update={"title": text, "summary": text, "actors": (text,)})
    some = replace(selection, events=(told,))
    content = format_by_id("xlsx").write(dataset, some, snapshot_on(atlas, DAY))
    sheet = sheets(content)["Events"]
    cells = [sheet.cell(2, COLUMNS.index(name) + 1) for name in ("title", "summary", "actors")]
    assert [(cell.data_type, cell.value, cell.hyperlink) for cell in cells] == [("s", text, None)] * 3


def test_a_text_that_no_cell_can_hold_is_cut_not_lost(atlas: Atlas, dataset: Dataset, selection: Selection) -> None:
    told = first_of(selection).model_copy(update={"summary": "x" * (MOST + 1)})
    some = replace(selection, events=(told,))
    content = format_by_id("xlsx").write(dataset, some, snapshot_on(atlas, DAY))
    (row,) = rows(sheets(content)["Events"])
    assert row["summary"] == "x" * (MOST - 1) + "…"


def test_it_says_when_it_was_made_and_no_event_still_makes_a_table(
    atlas: Atlas, dataset: Dataset, selection: Selection
) -> None:
    nothing = replace(selection, events=())
    content = format_by_id("xlsx").write(dataset, nothing, snapshot_on(atlas, DAY))
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert (book.properties.created or datetime.min).date() == TODAY  # noqa: DTZ901 (a day has no clock)
    assert rows(book["Events"]) == []
