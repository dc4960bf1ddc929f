"""Linked data: events and data set in the words of schema.org, dates as exact as they are known."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tests.timemap.snapshots import snapshot_on
from timemap.exports.jsonld import event_node, script_text, write_jsonld
from timemap.state.map_state import filter_by_state

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.dataset import Dataset


def test_the_file_holds_the_data_set_and_the_matching_events(atlas: Atlas, dataset: Dataset) -> None:
    snapshot = replace(snapshot_on(atlas, date(2014, 10, 6)), address="https://example.org/map")
    selection = filter_by_state(snapshot.state, atlas)
    read = json.loads(write_jsonld(dataset, selection, snapshot))
    assert read["@context"] == "https://schema.org"
    about, *events = read["@graph"]
    assert about["@type"] == "Dataset"
    assert about["version"] == atlas.version
    assert about["license"][0] == "https://creativecommons.org/licenses/by/4.0/"
    assert about["creditText"] == atlas.setting("attribution")
    assert about["url"] == "https://example.org/map"
    assert [event["identifier"] for event in events] == list(selection.ids)
    assert {event["@type"] for event in events} == {"Event"}
    assert all(event["citation"] for event in events)


def test_an_event_has_place_days_and_sources(atlas: Atlas) -> None:
    event = next(row for row in atlas.events if row.contested and row.last_day and row.date_precision == "day")
    node = event_node(atlas, event, url="#here")
    assert node["@id"] == "#here"
    assert (node["startDate"], node["endDate"]) == (str(event.start), str(event.last_day))
    assert node["location"]["geo"]["latitude"] == event.lat
    assert event.contested in node["disambiguatingDescription"]
    assert len(node["citation"]) == len(event.sources)
    assert not {"description", "citation", "disambiguatingDescription"} & set(event_node(atlas, event, brief=True))


def test_a_date_is_as_exact_as_it_is_known(atlas: Atlas) -> None:
    event = atlas.events[0].model_copy(update={"start": date(2015, 3, 1), "last_day": None})
    for precision, dates in (("day", "2015-03-01"), ("month", "2015-03"), ("year", "2015")):
        row = type(event).model_validate(event.model_dump() | {"date_precision": precision})
        node = event_node(atlas, row)
        assert (node["startDate"], node["endDate"]) == (dates, dates)


def test_no_text_ends_the_script_of_a_page() -> None:
    text = script_text([{"name": "</script><b>&amp;"}])
    assert not set("<>&") & set(text)
    assert json.loads(text)["@graph"] == [{"name": "</script><b>&amp;"}]
