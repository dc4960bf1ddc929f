"""Whatever table is missing or lacks rows that others refer to, the rest is shown."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from geodata.areas import load_areas
from geodata.atlas import Atlas, load
from geodata.dataset import Dataset
from geodata.dates.iso import day_number
from geodata.records.tables import KINDS
from geodata.sources.exported_events import events_csv
from timemap.app.panels.event_table import event_rows
from timemap.document.areas import area_data
from timemap.document.payload import payload
from timemap.document.render import render
from timemap.document.source_list import PUBLISHER
from timemap.state.initial import initial_state

if TYPE_CHECKING:
    from pathlib import Path

    from geodata.geography import Geography

pytestmark = pytest.mark.slow

AREAS = {"arcs", "cells", "holds", "changes", "rim", "zones"}


def cut(file: Path, start: str) -> None:
    """Take the row that begins with ``start`` out of a table."""
    lines = file.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(start)]
    assert len(kept) == len(lines) - 1
    file.write_text("".join(kept), "utf-8")


def shown(known: Atlas, geography: Geography, cells: Path) -> dict[str, Any]:
    dataset = Dataset(known, load_areas(known, geography, cells), geography)
    made = payload(dataset, opening=initial_state(known, today=date(2026, 11, 1)))
    data: dict[str, Any] = json.loads(json.dumps(made, allow_nan=False))
    events = data["events"]
    assert all(0 <= index < len(data["categories"]) for row in events["categories"] for index in row)
    assert all(events["categories"])
    assert all(0 <= index < len(data["sources"]["url"]) for row in events["sources"] for index in row)
    assert data["areas"].keys() == AREAS
    assert len(event_rows(known, known.events)) == len(events["id"])
    assert events_csv(known, known.events)
    return data


def source_called(title: str, data: dict[str, Any]) -> dict[str, str]:
    """Return the one source with a title, with what it has of its publisher."""
    table = data["sources"]
    (at,) = [at for at, found in enumerate(table["title"]) if found == title]
    publisher = dict(zip(PUBLISHER, table["publishers"][table["publisher"][at]], strict=True))
    return {**publisher, **{name: table[name][at] for name in ("title", "date", "url")}}


@pytest.mark.parametrize("table", list(KINDS))
def test_without_any_one_table_the_rest_is_shown(
    table: str, folder: Path, atlas: Atlas, geography: Geography, cells: Path
) -> None:
    (folder / f"{table}.csv").unlink()
    known = load(folder)
    assert known.problems
    data = shown(known, geography, cells)
    expected = set() if table == "events" else {event.id for event in atlas.events}
    assert set(data["events"]["id"]) == expected


@pytest.mark.parametrize("table", ["places", "holds"])
def test_without_places_or_holds_there_is_no_area(table: str, folder: Path, geography: Geography, cells: Path) -> None:
    (folder / f"{table}.csv").unlink()
    areas = load_areas(load(folder), geography, cells)
    assert areas.covered.is_empty
    assert areas.days == ()
    topology = area_data(areas)
    assert all(topology[name] == [] for name in AREAS - {"zones"})


def test_an_unknown_source_is_named_by_its_id_without_a_link(
    folder: Path, atlas: Atlas, geography: Geography, cells: Path
) -> None:
    source = atlas.events[0].sources[0]
    cut(folder / "sources.csv", f"{source},")
    entry = source_called(source, shown(load(folder), geography, cells))
    assert set(entry.values()) == {source, ""}
    assert entry["url"] == ""


def test_a_source_of_an_unknown_publisher_keeps_the_rest(folder: Path, geography: Geography, cells: Path) -> None:
    cut(folder / "publishers.csv", "wikipedia,")
    entry = source_called("Siege of Kobanî", shown(load(folder), geography, cells))
    assert (entry["publisher"], entry["kind"]) == ("", "")
    assert entry["url"].startswith("https://en.wikipedia.org/")


def test_events_of_an_unknown_category_are_others(
    folder: Path, atlas: Atlas, geography: Geography, cells: Path
) -> None:
    cut(folder / "categories.csv", "battle,")
    data = shown(load(folder), geography, cells)
    assert data["categories"][-1]["name"] == "Other"
    others = {
        name
        for name, categories in zip(data["events"]["id"], data["events"]["categories"], strict=True)
        if len(data["categories"]) - 1 in categories
    }
    assert others == {event.id for event in atlas.events if "battle" in event.categories}


@pytest.mark.parametrize("typed", ["", "atlantis"])
def test_a_focus_that_is_no_place_is_not_marked(typed: str, folder: Path, geography: Geography, cells: Path) -> None:
    file = folder / "settings.csv"
    file.write_text(file.read_text("utf-8").replace("focus-place,kobane,", f"focus-place,{typed},"), "utf-8")
    assert load(folder).setting("focus-place") == typed
    assert shown(load(folder), geography, cells)["focus"] is None


def test_with_events_alone_they_are_shown_on_the_bare_ground(
    folder: Path, atlas: Atlas, geography: Geography, cells: Path
) -> None:
    for table in KINDS:
        if table != "events":
            (folder / f"{table}.csv").unlink()
    known = load(folder)
    data = shown(known, geography, cells)
    dataset = Dataset(known, load_areas(known, geography, cells), geography)
    assert atlas.events[0].title in render(dataset)
    assert set(data["events"]["id"]) == {event.id for event in atlas.events}
    assert [row["name"] for row in data["categories"]] == ["Other"]
    assert (data["focus"], data["areas"]["rim"], data["places"]) == (None, [], [])


def test_settings_that_cannot_be_read_are_told_by_the_other_tables(
    folder: Path, atlas: Atlas, geography: Geography, cells: Path
) -> None:
    file = folder / "settings.csv"
    text = file.read_text("utf-8")
    for setting, typed in (("control-known-until", "soon"), ("opening-view", "nan 38.55 8.5"), ("area-bounds", "43.0")):
        text, changed = re.subn(rf"^({setting}),[^,]*", rf"\1,{typed}", text, flags=re.MULTILINE)
        assert changed == 1
    file.write_text(text, "utf-8")
    known = load(folder)
    data = shown(known, geography, cells)
    (south, west), (north, east) = data["bounds"]
    assert all(west < place.lon < east and south < place.lat < north for place in atlas.places)
    assert (data["view"]["lat"], data["view"]["lon"]) == pytest.approx(
        ((south + north) / 2, (west + east) / 2), abs=0.001
    )
    assert 6 < data["view"]["zoom"] < 8
    assert known.setting_day("control-known-until") == max(hold.start for hold in atlas.holds)


def test_without_any_row_in_the_settings_the_map_opens_on_the_first_event(
    folder: Path, atlas: Atlas, geography: Geography, cells: Path
) -> None:
    (folder / "settings.csv").write_text("id,value,note\n", "utf-8")
    data = shown(load(folder), geography, cells)
    assert data["moment"] == day_number(min(event.start for event in atlas.events))
    assert data["focus"] is None
