"""Days that were only offered are left behind; what their reader chose beside them stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from geodata.dates.span import Span
from timemap.state.initial import Viewport
from timemap.state.map_state import MapState
from timemap.state.suggested_days import Offer

WHOLE = Span(date(2012, 7, 19), date(2026, 6, 2))
BEFORE = MapState(WHOLE, date(2015, 1, 26), words="kobane", event="kobane-freed", lesson="a-lesson", scene=3)
SHOWN = replace(BEFORE, moment=date(2019, 10, 8), compare=date(2019, 10, 31), event="", lesson="", scene=0)
OFFER = Offer(BEFORE, SHOWN)


def test_who_chose_nothing_comes_back_to_what_was_before() -> None:
    assert OFFER.left(SHOWN) == BEFORE
    assert OFFER.left(replace(SHOWN, compare=None)) == BEFORE


def test_who_chose_a_day_keeps_both_days() -> None:
    for chosen in (replace(SHOWN, moment=date(2018, 3, 18)), replace(SHOWN, compare=date(2018, 3, 18))):
        assert OFFER.left(chosen) == chosen
    moved = replace(SHOWN, moment=date(2018, 3, 18), compare=None)
    assert OFFER.left(moved) == moved


def test_what_else_was_chosen_beside_the_days_stays() -> None:
    chosen = replace(SHOWN, words="", categories=("battle",), language="tr", viewport=Viewport(36.9, 38.3, 9))
    expected = replace(BEFORE, words="", categories=("battle",), language="tr", viewport=Viewport(36.9, 38.3, 9))
    assert OFFER.left(chosen) == expected


def test_the_day_from_before_stays_inside_a_range_that_was_chosen() -> None:
    span = Span(date(2019, 1, 1), date(2020, 1, 1))
    left = OFFER.left(replace(SHOWN, span=span))
    assert (left.span, left.moment, left.compare) == (span, span.start, None)
