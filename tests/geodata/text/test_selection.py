"""Choosing: each wish only ever takes events away, wishes of one kind add up, and order and contents never vary."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.atlas import load
from geodata.dates.span import DAY, Span
from geodata.text.selection import filter_events

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

ATLAS = load()
"""The first search reads all events; timings are no matter of tests."""
DAYS = st.dates(date(2012, 1, 1), date(2027, 1, 1))
CATEGORIES = st.sets(st.sampled_from([category.id for category in ATLAS.categories]))
PARTIES = st.sets(st.sampled_from([party.id for party in ATLAS.parties]))
WORDS = st.lists(st.sampled_from(["kobane", "isis", "turkey", "afrin", "wall", "2015", "zzz"]), max_size=3).map(
    " ".join
)


def spans() -> SearchStrategy[Span | None]:
    lengths = st.none() | st.integers(1, 2000)
    closed = st.builds(lambda day, days: Span(day, None if days is None else day + timedelta(days)), DAYS, lengths)
    return st.none() | closed


@given(spans(), CATEGORIES, PARTIES, WORDS)
def test_all_wishes_together_are_what_each_wish_leaves(
    span: Span | None, categories: set[str], parties: set[str], words: str
) -> None:
    found = filter_events(ATLAS, span=span, categories=categories, parties=parties, words=words)
    single = [
        filter_events(ATLAS, span=span),
        filter_events(ATLAS, categories=categories),
        filter_events(ATLAS, parties=parties),
        filter_events(ATLAS, words=words),
    ]
    assert set(found.ids) == set.intersection(*(set(selection.ids) for selection in single))


@given(spans(), CATEGORIES)
def test_events_are_in_order_of_time_and_once(span: Span | None, categories: set[str]) -> None:
    found = filter_events(ATLAS, span=span, categories=categories)
    starts = [event.span.start for event in found.events]
    assert starts == sorted(starts)
    assert len(set(found.ids)) == len(found.ids)
    assert found == filter_events(ATLAS, span=span, categories=categories)


@given(CATEGORIES)
def test_categories_add_up(categories: set[str]) -> None:
    each = [filter_events(ATLAS, categories=[category]).ids for category in categories]
    expected = {event for ids in each for event in ids} if categories else {event.id for event in ATLAS.events}
    assert set(filter_events(ATLAS, categories=categories).ids) == expected


@given(DAYS)
def test_a_day_parts_events_into_before_and_after(day: date) -> None:
    before = filter_events(ATLAS, span=Span(date(2000, 1, 1), day))
    after = filter_events(ATLAS, span=Span(day))
    assert set(before.ids) | set(after.ids) == {event.id for event in ATLAS.events}
    both = set(before.ids) & set(after.ids)
    assert all(event.span.start < day and event.span.covers(day) for event in ATLAS.events if event.id in both)


def test_no_wish_lets_all_pass() -> None:
    assert set(filter_events(ATLAS).ids) == {event.id for event in ATLAS.events}
    assert filter_events(ATLAS, categories=(), parties=[], words=" ") == filter_events(ATLAS)


@pytest.mark.parametrize("words", ["?", "...", " - ", "\u061f", "\u060c", "()", "«»", " -.,' "])
def test_signs_without_a_word_find_nothing(words: str) -> None:
    assert filter_events(ATLAS, words=words).events == ()
    assert filter_events(ATLAS, words=f"kobane {words}") == filter_events(ATLAS, words="kobane")


def test_an_end_is_the_first_day_outside() -> None:
    (event,) = (event for event in ATLAS.events if event.id == "kobane-city-recaptured")
    assert event.id in filter_events(ATLAS, span=Span(event.start, event.start + DAY)).ids
    assert event.id not in filter_events(ATLAS, span=Span(date(2014, 1, 1), event.start)).ids
    assert event.span.end is not None
    assert event.id not in filter_events(ATLAS, span=Span(event.span.end)).ids


def test_every_chosen_event_meets_every_wish() -> None:
    span = Span(date(2014, 9, 1), date(2015, 2, 1))
    found = filter_events(ATLAS, span=span, categories=["battle"], parties=["isis"], words=" kobane ")
    assert found.events
    assert all("battle" in event.categories and "isis" in ATLAS.parties_of(event) for event in found.events)


def test_an_unknown_wish_finds_nothing() -> None:
    assert filter_events(ATLAS, categories=["no-such"]).events == ()
    assert filter_events(ATLAS, parties=["no-such"]).events == ()
