"""The document is told the view, and what it tells back changes only what makes sense."""

import json
from dataclasses import replace
from datetime import date

import pytest

from geodata.atlas import Atlas
from geodata.dates.span import DAY, Span
from timemap.state.initial import Viewport
from timemap.state.map_state import MapState, default_state, is_visible, with_span
from timemap.state.url import read_message

TODAY = date(2026, 6, 1)


@pytest.fixture
def state(atlas: Atlas) -> MapState:
    return default_state(atlas, TODAY)


def test_what_the_map_tells_is_taken_over(atlas: Atlas, state: MapState) -> None:
    event = next(event for event in atlas.events if event.start.year == 2016)
    told = {
        "moment": event.start.isoformat(),
        "mode": "until",
        "window": 30,
        "event": event.id,
        "categories": [event.main_category],
        "words": " ".join(event.title.split()[:1]),
        "compare": "2019-10-31",
        "lat": 36.9,
        "lon": 38.35,
        "zoom": 12,
        "lesson": "",
        "playing": False,
    }
    after = read_message(json.loads(json.dumps(told)), atlas, TODAY)
    assert (after.moment, after.mode, after.window, after.event) == (event.start, "until", 30, event.id)
    assert (after.categories, after.words) == ((event.main_category,), told["words"])
    assert (after.compare, after.viewport) == (date(2019, 10, 31), Viewport(36.9, 38.35, 12))
    assert replace(after, event="") == read_message({**told, "event": None}, atlas, TODAY)
    assert read_message(dict.fromkeys(told), atlas, TODAY) == state


@pytest.mark.parametrize(
    "told",
    [
        {"moment": "yesterday", "mode": "x", "window": -1, "event": "nobody"},
        {"moment": 16000, "mode": 1, "window": "x", "event": 5},
        {"window": True, "moment": None, "categories": [1, 2], "lat": {}},
        {"compare": "soon"},
        {"compare": 17000},
        {},
    ],
)
def test_what_makes_no_sense_is_passed_over(atlas: Atlas, state: MapState, told: dict[str, object]) -> None:
    assert read_message(told, atlas, TODAY) == state


def test_days_outside_the_range_are_moved_into_it(state: MapState) -> None:
    both = replace(state, compare=date(2013, 1, 1))
    narrow = with_span(both, Span(date(2014, 9, 15), date(2015, 1, 27)), date(2020, 1, 1))
    assert narrow.moment == date(2015, 1, 26)
    assert narrow.compare == date(2014, 9, 15)


def test_an_event_is_seen_from_the_first_to_the_last_day_of_the_window(atlas: Atlas, state: MapState) -> None:
    event = next(event for event in atlas.events if event.span.last_day == event.start and event.start.year == 2016)
    for away, seen in ((-8, False), (-7, True), (7, True), (8, False)):
        assert is_visible(event, replace(state, window=7, moment=event.start + away * DAY)) is seen
        assert is_visible(event, replace(state, moment=event.start + away * DAY)) is False
    assert is_visible(event, replace(state, moment=event.start)) is True
    assert is_visible(event, replace(state, moment=date(2015, 1, 1), mode="until")) is False
    assert is_visible(event, replace(state, moment=date(2015, 1, 1), mode="range")) is True
