"""The plain form of an exercise: all that is asked, the solution, and who says so."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from geodata.dates.iso import day_number
from geodata.dates.span import Span
from geodata.lessons.ordering_exercise import order_events
from geodata.text.selection import filter_events
from timemap.handouts.ordering_data import ordering_data

if TYPE_CHECKING:
    from geodata.atlas import Atlas


def test_the_plain_form_can_be_written_as_json_and_names_the_sources(atlas: Atlas) -> None:
    siege = filter_events(atlas, span=Span(date(2014, 9, 13), date(2015, 1, 28))).events
    found = order_events(siege, 5, 3)
    data = ordering_data(atlas, found)
    assert json.loads(json.dumps(data)) == data
    assert [entry["id"] for entry in data["asked"]] == [event.id for event in found.asked]
    days = [day_number(event.start) for event in found.solution]
    assert [entry["day"] for entry in data["solution"]] == days == sorted(days)
    for entry, event in zip(data["solution"], found.solution, strict=True):
        assert [source["url"] for source in entry["sources"]] == [atlas.source(one).url for one in event.sources]
        assert all(source["publisher"] and source["kind"] for source in entry["sources"])
