"""Events find the names of the place that they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timemap.document.events import NamesNearby

if TYPE_CHECKING:
    from geodata.atlas import Atlas


def test_an_event_in_kobane_carries_its_names_in_four_languages(atlas: Atlas) -> None:
    names = NamesNearby(atlas).of(atlas.event("kobane-city-recaptured"))
    assert names is not None
    assert set(names) == {"en", "ku", "ar", "tr"}
    assert names["ku"] == "Kobanî"


def test_a_court_abroad_lends_no_name_of_a_syrian_place(atlas: Atlas) -> None:
    nearby = NamesNearby(atlas)
    far = [event for event in atlas.events if "Strasbourg" in event.place]
    assert far
    assert all(nearby.of(event) is None for event in far)
