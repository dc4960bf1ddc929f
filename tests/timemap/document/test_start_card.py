"""The starting points lead to views that there are, and are shown at once only where nothing else is asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

import pytest

from tests.project_data import atlas
from timemap.document.start_card import start_data
from timemap.state.initial import initial_state
from timemap.state.url import read_parameters

if TYPE_CHECKING:
    from geodata.records.events import StartingPoint

TODAY = date(2026, 11, 1)


@pytest.mark.parametrize("point", atlas().starting_points, ids=lambda point: point.id)
def test_every_address_is_followed_without_a_complaint(point: StartingPoint) -> None:
    _, problems = read_parameters(dict(parse_qsl(point.address)), atlas(), TODAY)
    assert problems == ()


def test_the_start_is_shown_before_the_whole_map_only() -> None:
    bare = initial_state(atlas(), today=TODAY)
    assert start_data(atlas(), bare)["welcome"]
    assert start_data(atlas(), replace(bare, home="index.html", pages={"words": "words.html"}))["welcome"]
    for other in (replace(bare, moment=date(2015, 1, 26)), replace(bare, lesson="x"), replace(bare, words="kobane")):
        assert not start_data(atlas(), other)["welcome"]
