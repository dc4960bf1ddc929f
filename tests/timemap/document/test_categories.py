"""Events with several categories: any of them lets an event through, the first gives its symbol, all are named."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from geodata.dates.span import DAY
from geodata.sources.exported_events import event_cells
from geodata.text.selection import filter_events
from tests.paths import CASES
from tests.timemap.snapshots import snapshot_on
from timemap.app.panels.event_table import event_rows
from timemap.document.events import category_entries, event_columns
from timemap.document.source_list import SourceList
from timemap.exports import Viewport
from timemap.static_map.drawing import Plot
from timemap.static_map.events import draw_events
from timemap.static_map.frame import Frame
from timemap.static_map.pages.sheet import blank_sheet, map_axes

if TYPE_CHECKING:
    from geodata.atlas import Atlas

TABLE: dict[str, Any] = json.loads((CASES / "categories.json").read_text(encoding="utf-8"))
"""What both languages agree on; tests/web/categories.test.js reads it, too."""

MOMENT = date(2014, 10, 6)


@pytest.fixture(scope="module")
def told(atlas: Atlas) -> Atlas:
    """Return our tables with the events of the cases, one after the other, in place of ours."""
    model = atlas.event("mishtenur-hill-arin-mirkan")
    events = tuple(
        model.model_copy(
            update={
                "id": case["id"],
                "start": MOMENT + number * DAY,
                "last_day": None,
                "categories": tuple(case["categories"]),
            }
        )
        for number, case in enumerate(TABLE["events"])
    )
    return replace(atlas, events=events)


def test_the_cases_name_categories_as_we_do(atlas: Atlas) -> None:
    names = {row["id"]: row["name"] for row in TABLE["categories"]}
    assert names.items() <= {row.id: row.name for row in atlas.categories}.items()


@pytest.mark.parametrize("case", TABLE["choices"], ids=lambda case: "+".join(case["chosen"]) or "all")
def test_any_category_lets_an_event_through(told: Atlas, case: dict[str, Any]) -> None:
    assert list(filter_events(told, categories=case["chosen"]).ids) == case["shown"]


@pytest.mark.parametrize("case", TABLE["choices"], ids=lambda case: "+".join(case["chosen"]) or "all")
def test_a_picture_has_the_symbols_of_main_categories_alone(told: Atlas, case: dict[str, Any]) -> None:
    plot = Plot(map_axes(blank_sheet(), (0, 0, 700, 500)), Frame(Viewport(36.9, 38.35, 9), 700, 500))
    events = [told.event(event) for event in case["shown"]]
    marks = draw_events(plot, told, events, snapshot_on(told, MOMENT).state)
    assert list(marks.categories) == case["symbols"]


def test_the_document_has_all_categories_the_main_one_first(told: Atlas) -> None:
    ids = [row["id"] for row in category_entries(told, told.events)]
    columns = event_columns(told, told.events, SourceList(told))
    assert [[ids[index] for index in row] for row in columns["categories"]] == [
        case["categories"] for case in TABLE["events"]
    ]


def test_tables_and_files_name_all_categories(told: Atlas) -> None:
    words = [case["words"] for case in TABLE["events"]]
    assert [row["Categories"] for row in event_rows(told, told.events)] == words
    cells = [event_cells(told, event) for event in told.events]
    assert [str(row["categories"]).replace("; ", ", ") for row in cells] == words
    names = {row["id"]: row["name"] for row in TABLE["categories"]}
    assert [row["main_category"] for row in cells] == [names[case["main"]] for case in TABLE["events"]]


def test_categories_that_nobody_knows_are_one(told: Atlas) -> None:
    event = told.events[0].model_copy(update={"categories": ("weather", "border", "trade")})
    entries = category_entries(told, [event])
    (row,) = event_columns(told, [event], SourceList(told))["categories"]
    assert [entries[index]["name"] for index in row] == ["Other", "Border"]
