"""The document is told the view, and what it tells back changes only what makes sense."""

import json
from dataclasses import replace
from datetime import date

import pytest

from geodata.atlas import Atlas
from geodata.span import DAY, Span
from timemap.state import View, chosen, default_view, heard, message, seen_on, with_span

TODAY = date(2026, 6, 1)


@pytest.fixture
def view(atlas: Atlas) -> View:
    return default_view(atlas, TODAY)


def test_the_message_is_json_with_a_half_open_range(atlas: Atlas, view: View) -> None:
    narrow = with_span(view, Span(date(2014, 9, 15), date(2015, 1, 27)), view.moment)
    state = json.loads(json.dumps(message(narrow, chosen(narrow, atlas))))["state"]
    assert state["range"] == ["2014-09-15", "2015-01-27"]
    assert state["moment"] == "2014-10-06"
    assert state["selected"] is None


def test_events_are_listed_only_when_a_filter_leaves_some_out(atlas: Atlas, view: View) -> None:
    assert message(view, chosen(view, atlas))["state"]["events"] is None
    filtered = replace(view, categories=(atlas.categories[0].id,))
    listed = message(filtered, chosen(filtered, atlas))["state"]["events"]
    assert listed == [event.id for event in chosen(filtered, atlas).events]
    assert 0 < len(listed) < len(atlas.events)


def test_what_the_map_tells_is_taken_over(atlas: Atlas, view: View) -> None:
    event = atlas.events[5]
    told = {"moment": "2015-01-26", "mode": "until", "window": 30, "selected": event.id}
    after = heard(view, told, atlas)
    assert (after.moment, after.mode, after.window, after.event) == (date(2015, 1, 26), "until", 30, event.id)
    assert heard(after, {"selected": None}, atlas).event == ""
    compared = heard(view, {"compare": "2019-10-31"}, atlas)
    assert compared.compare == date(2019, 10, 31)
    assert heard(compared, {"compare": None}, atlas) == view


@pytest.mark.parametrize(
    "told",
    [
        {"moment": "yesterday", "mode": "x", "window": -1, "selected": "nobody"},
        {"moment": 16000, "mode": 1, "window": "7", "selected": 5},
        {"window": True, "moment": None},
        {"compare": "soon"},
        {"compare": 17000},
        {},
    ],
)
def test_what_makes_no_sense_is_passed_over(atlas: Atlas, view: View, told: dict[str, object]) -> None:
    assert heard(view, told, atlas) == view


def test_days_outside_the_range_are_moved_into_it(atlas: Atlas, view: View) -> None:
    both = replace(view, compare=date(2013, 1, 1))
    narrow = with_span(both, Span(date(2014, 9, 15), date(2015, 1, 27)), date(2020, 1, 1))
    assert narrow.moment == date(2015, 1, 26)
    assert narrow.compare == date(2014, 9, 15)
    assert heard(narrow, {"moment": "2001-01-01"}, atlas).moment == date(2014, 9, 15)


def test_an_event_is_seen_from_the_first_to_the_last_day_of_the_window(atlas: Atlas, view: View) -> None:
    event = next(event for event in atlas.events if event.span.last_day == event.start and event.start.year == 2016)
    for away, seen in ((-8, False), (-7, True), (7, True), (8, False)):
        assert seen_on(event, replace(view, moment=event.start + away * DAY)) is seen
    assert seen_on(event, replace(view, moment=date(2015, 1, 1), mode="until")) is False
    assert seen_on(event, replace(view, moment=date(2015, 1, 1), mode="range")) is True
