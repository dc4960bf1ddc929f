"""Tests of a visitor's own events as columns for the document."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from geodata.table_import.importer import COLUMNS
from timemap.document.events import OTHER
from timemap.document.own_events import PREFIX, own_data
from timemap.own_data.own_table import OwnTable

if TYPE_CHECKING:
    from geodata.atlas import Atlas

ROW = {
    "row": 2,
    "start": date(2014, 10, 6),
    "last_day": date(2014, 10, 6),
    "date_precision": "day",
    "title": "Clash",
    "lat": 36.8912345,
    "lon": 38.35,
    "location_precision": "exact",
}


def table_of(*rows: dict[str, Any], name: str = "mine.csv", restricted: str = "") -> OwnTable:
    columns = {
        field.name: [(ROW | row).get(field.name, "" if pa.types.is_string(field.type) else None) for row in rows]
        for field in COLUMNS
    }
    return OwnTable(name, pa.table(columns, schema=COLUMNS), restricted)


def columns_of(atlas: Atlas, *tables: OwnTable) -> dict[str, Any]:
    columns: dict[str, Any] = own_data(atlas, tables)["columns"]
    return columns


def test_rows_of_all_tables_stand_in_order_of_time(atlas: Atlas) -> None:
    late, early = {"start": date(2016, 1, 1), "last_day": date(2016, 1, 31), "row": 7}, {"title": "Before"}
    data = own_data(atlas, [table_of(late), table_of(early, name="theirs.csv", restricted="Not to be passed on.")])
    columns = data["columns"]
    assert columns["title"] == ["Before", "Clash"]
    assert columns["table"] == [1, 0]
    assert columns["row"] == [2, 7]
    assert (columns["start"], columns["end"]) == ([16349, 16801], [16350, 16832])
    assert data["tables"] == [
        {"name": "mine.csv", "restricted": ""},
        {"name": "theirs.csv", "restricted": "Not to be passed on."},
    ]


def test_ids_tell_table_and_row_and_are_never_ours_nor_twice_there(atlas: Atlas) -> None:
    ids = columns_of(atlas, table_of(ROW, {"row": 3}, {"row": 3}), table_of(ROW))["id"]
    assert sorted(ids) == ["own-1-2", "own-1-3", "own-1-3-2", "own-2-2"]
    assert not [event.id for event in atlas.events if event.id.startswith(PREFIX)]


def test_a_category_is_ours_where_one_fits_and_neutral_elsewhere(atlas: Atlas) -> None:
    written = ["fighting", "air-strike", "Füze", "Harvest", ""]
    proposed = ["", "battle", "air-strike", "", "no-such"]
    rows = [{"category": one, "proposed_category": two} for one, two in zip(written, proposed, strict=True)]
    columns = columns_of(atlas, table_of(*rows))
    ours = {category.id: number for number, category in enumerate(atlas.categories)}
    neutral = len(ours)
    battle, strike = ours["battle"], ours["air-strike"]
    assert columns["categories"] == [[battle], [strike, battle], [strike], [neutral], [neutral]]
    assert columns["kind"] == written
    assert own_data(atlas, [table_of(ROW)])["other"]["id"] == OTHER


def test_figures_sources_and_actors_are_kept_as_written(atlas: Atlas) -> None:
    actor = next(row for row in atlas.actors if row.actor != row.canonical_name)
    full = {
        "deaths": 3,
        "deaths_low": 2,
        "deaths_high": 5,
        "sources": "A paper; Another",
        "source_addresses": "https://one.example/a",
        "actors": f"{actor.actor}; Somebody",
        "status": "Clear",
    }
    columns = columns_of(atlas, table_of(full, {"row": 3}, {"row": 4, "deaths": 0}))
    assert columns["deaths"] == [[3, 2, 5], [], [0, None, None]]
    assert columns["cited"] == [[["A paper", "Another"], ["https://one.example/a"]], [], []]
    assert columns["actors"][0] == [actor.actor, "Somebody"]
    assert columns["actorsAsWritten"][0] == [actor.canonical_name]
    assert columns["parties"][0] == [[party.id for party in atlas.parties].index(actor.party)]
    assert columns["status"] == ["Clear", "", ""]


def test_a_missing_last_day_is_the_first_and_degrees_are_short(atlas: Atlas) -> None:
    columns = columns_of(atlas, table_of({"last_day": None}))
    assert columns["end"] == [16350]
    assert columns["lat"] == [36.89123]
