"""The address brings back what was seen, and says what it could not follow."""

from dataclasses import replace
from datetime import date
from itertools import cycle, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.atlas import Atlas
from geodata.dates.span import Span
from geodata.io.problems import Problem
from tests import project_data
from tests.hostile import TEXTS
from timemap.state.fields import IN_ADDRESS
from timemap.state.initial import Viewport, whole_span
from timemap.state.map_state import MODES, MapState, default_state, filter_by_state, is_visible
from timemap.state.url import read_message, read_parameters, version_in, write_parameters

TODAY = date(2026, 6, 1)


def read(atlas: Atlas, **params: str) -> tuple[MapState, tuple[Problem, ...]]:
    return read_parameters(params, atlas, TODAY)


def test_an_empty_address_is_the_default(atlas: Atlas) -> None:
    default = default_state(atlas, TODAY)
    assert read(atlas) == (default, ())
    assert write_parameters(default, atlas, TODAY) == {}
    assert default.moment.isoformat() == atlas.setting("opening-moment")
    assert filter_by_state(default, atlas).events


def test_everything_holds_every_event(atlas: Atlas) -> None:
    assert len(filter_by_state(default_state(atlas, TODAY), atlas).events) == len(atlas.events)


def test_every_view_comes_back(atlas: Atlas) -> None:
    spans = [
        whole_span(atlas, TODAY),
        Span(date(2014, 9, 15), date(2015, 1, 27)),
        Span(date(2019, 10, 9), date(2019, 10, 10)),
    ]
    filters = [
        ((), (), ""),
        ((atlas.categories[0].id,), (atlas.parties[1].id, atlas.parties[2].id), "Kobanî, & <b>=50%"),
    ]
    for span, (categories, parties, words), mode, window, language in product(
        spans, filters, MODES, (0, 7, 366), ("en", "ar")
    ):
        for compare in (None, span.last_day):
            filtered = MapState(span, span.start, categories=categories, parties=parties, words=words)
            state = replace(filtered, language=language, mode=mode, window=window, compare=compare)
            params = write_parameters(state, atlas, TODAY)
            assert set(params) <= set(IN_ADDRESS)
            assert read_parameters(params, atlas, TODAY) == (state, ())


def test_a_link_to_any_event_shows_it(atlas: Atlas) -> None:
    for event, mode in zip(atlas.events, cycle(("day", "until", "range", "day")), strict=False):
        view, problems = read(atlas, event=event.id, mode=mode)
        assert view.event == event.id
        assert is_visible(event, view)
        assert event in filter_by_state(view, atlas).events
        assert problems == ()
        assert read_parameters(write_parameters(view, atlas, TODAY), atlas, TODAY) == (view, ())


def test_a_former_id_leads_to_the_event(atlas: Atlas) -> None:
    renamed = [event for event in atlas.events if event.former_id]
    assert renamed
    for event in renamed:
        view, problems = read(atlas, event=event.former_id)
        assert (view.event, problems) == (event.id, ())
        assert write_parameters(view, atlas, TODAY)["event"] == event.id


def test_a_link_to_an_event_moves_a_moment_on_which_it_is_not_seen(atlas: Atlas) -> None:
    event = atlas.events[-1]
    view, _ = read(atlas, event=event.id, moment="2015-01-26")
    assert is_visible(event, view)


def test_filters_that_hide_a_linked_event_are_taken_off_and_that_is_said(atlas: Atlas) -> None:
    event = next(event for event in atlas.events if event.start > date(2019, 1, 1))
    other = next(category.id for category in atlas.categories if category.id not in event.categories)
    view, problems = read(atlas, event=event.id, categories=other, words="zzzz", to="2015-01-01")
    assert event in filter_by_state(view, atlas).events
    assert (view.categories, view.words) == ((), "")
    assert [problem.hint for problem in problems] == [
        "The date range was widened to show it.",
        "That filter was cleared to show it.",
        "That filter was cleared to show it.",
    ]


def test_an_event_out_of_sight_is_left_out_so_that_the_moment_comes_back(atlas: Atlas) -> None:
    event = max(atlas.events, key=lambda event: event.start)
    away = replace(default_state(atlas, TODAY), event=event.id, moment=date(2015, 1, 26))
    params = write_parameters(away, atlas, TODAY)
    assert params == {"moment": "2015-01-26"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("from", "2014-13-01"),
        ("from", "1066-10-14"),
        ("to", "soon"),
        ("to", "1999-01-01"),
        ("moment", "20141006"),
        ("moment", "2039-01-01"),
        ("categories", "battle,nothing-such"),
        ("parties", "<script>alert(1)</script>"),
        ("language", "xx"),
        ("mode", "sideways"),
        ("window", "-1"),
        ("window", "03660"),
        ("window", "²"),
        ("event", "no-such-event"),
        ("words", "a" * 1000),
        ("words", "\u200b\x00\ufeff"),
        ("words", "\x1c"),
        ("version", "newest"),
        ("version", "0a1b2c3d4e<script>"),
    ],
)
def test_what_is_wrong_is_left_out_and_said_once(atlas: Atlas, name: str, value: str) -> None:
    view, problems = read(atlas, **{name: value})
    assert [(problem.column, problem.value) for problem in problems] == [(name, value)]
    assert view.span.covers(view.moment)
    assert read_parameters(write_parameters(view, atlas, TODAY), atlas, TODAY) == (view, ())


def test_a_version_changes_nothing_of_the_view_and_is_no_problem(atlas: Atlas) -> None:
    for version in (atlas.version, "0a1b2c3d4e"):
        assert read(atlas, version=version, words="kobane") == read(atlas, words="kobane")
        assert version_in({"version": version}) == version
    assert version_in({"words": "kobane"}) == ""


def test_a_range_that_ends_before_it_starts_is_said(atlas: Atlas) -> None:
    view, problems = read(atlas, **{"from": "2016-01-01", "to": "2015-01-01"})
    assert view.span == whole_span(atlas, TODAY)
    assert [problem.column for problem in problems] == ["to"]


def test_a_good_part_counts_beside_a_wrong_one(atlas: Atlas) -> None:
    view, problems = read(atlas, **{"from": "2014-09-15", "to": "2015-01-26", "mode": "wrong", "words": "kobane"})
    assert view.span == Span(date(2014, 9, 15), date(2015, 1, 27))
    assert view.words == "kobane"
    assert len(problems) == 1


def test_names_for_others_are_passed_over_and_any_other_is_said(atlas: Atlas) -> None:
    assert read(atlas, embed="true", utm_source="mail", fbclid="x") == read(atlas)
    view, problems = read(atlas, momnet="2015-01-26", words="kobane")
    assert view == read(atlas, words="kobane")[0]
    assert [(problem.column, problem.value) for problem in problems] == [("momnet", "2015-01-26")]


def test_what_a_mail_program_makes_of_an_address_is_understood(atlas: Atlas) -> None:
    asked = {"from": "2014-07-01", "amp;moment": "2015-01-26", "amp;amp;categories": "battle"}
    view, problems = read(atlas, **asked)
    assert (view.span.start, view.moment, view.categories) == (date(2014, 7, 1), date(2015, 1, 26), ("battle",))
    assert problems == ()


def test_a_range_shows_all_its_events_unless_another_way_is_asked_for(atlas: Atlas) -> None:
    asked = {"from": "2014-07-01", "to": "2015-01-26"}
    assert (read(atlas, **asked)[0].mode, read(atlas)[0].mode) == ("range", "day")
    view, _ = read(atlas, **asked, mode="day")
    assert view.mode == "day"
    assert write_parameters(view, atlas, TODAY) == {**asked, "mode": "day"}


def test_the_part_of_the_map_comes_back_and_all_three_numbers_are_needed(atlas: Atlas) -> None:
    view, problems = read(atlas, lat="36.89", lon="38.353", zoom="12.5")
    assert (view.viewport, problems) == (Viewport(36.89, 38.353, 12.5), ())
    assert write_parameters(view, atlas, TODAY) == {"lat": "36.89", "lon": "38.353", "zoom": "12.5"}
    lacking, problems = read(atlas, lat="36.89", zoom="12.5")
    assert (lacking.viewport, [problem.expected for problem in problems]) == (None, ["lat together with lon"])


def test_a_scene_brings_its_own_day_so_that_its_address_is_short(atlas: Atlas) -> None:
    running = replace(default_state(atlas, TODAY), lesson="the-siege-of-kobane", scene=3, moment=date(2014, 10, 20))
    assert write_parameters(running, atlas, TODAY) == {"lesson": "the-siege-of-kobane", "scene": "3"}


@pytest.mark.parametrize(
    ("first", "last"), [("0001-01-01", "9999-12-31"), ("2014-09-15", "9999-12-31"), ("9999-12-31", "9999-12-31")]
)
def test_a_range_to_the_end_of_the_calendar_is_cut_to_what_there_is(atlas: Atlas, first: str, last: str) -> None:
    whole = whole_span(atlas, TODAY)
    view, problems = read(atlas, **{"from": first, "to": last})
    assert view.span.end == whole.end
    assert view.span.start == (date(2014, 9, 15) if first == "2014-09-15" else whole.start)
    assert problems
    assert problems[-1].value in {first, last}


VALUES = st.one_of(
    st.sampled_from([text[:500] for text in TEXTS.values()]),
    st.text(max_size=12),
    st.sampled_from(["2014-10-06", "2015-01-26", "until", "7", "36.8", "siege-begins", "battle", "yes"]),
)
PARAMETERS = st.dictionaries(st.one_of(st.sampled_from(IN_ADDRESS), st.text(max_size=9)), VALUES, max_size=6)


@settings(max_examples=200)
@given(PARAMETERS)
def test_any_address_leads_to_a_state_that_its_own_address_brings_back(params: dict[str, str]) -> None:
    known = project_data.atlas()
    state, problems = read_parameters(params, known, TODAY)
    assert state.span.covers(state.moment)
    assert read_parameters(write_parameters(state, known, TODAY), known, TODAY) == (state, ())
    assert all(len(problem.hint) < 1_000 for problem in problems)


@settings(max_examples=100)
@given(
    st.dictionaries(
        st.sampled_from(IN_ADDRESS),
        st.one_of(
            VALUES,
            st.none(),
            st.integers(),
            st.floats(),
            st.lists(VALUES, max_size=3),
            st.dictionaries(VALUES, VALUES, max_size=1),
        ),
        max_size=6,
    )
)
def test_any_message_leads_to_a_state(message: dict[str, object]) -> None:
    state = read_message(message, project_data.atlas(), TODAY)
    assert state.span.covers(state.moment)
