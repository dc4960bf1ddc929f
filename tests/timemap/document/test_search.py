"""The document carries what search and filters need, and events refer to it by number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodata.text.folding import letters
from geodata.text.spellings import searched_text, spellings_of
from timemap.document.events import event_columns
from timemap.document.search import search_data
from timemap.document.source_list import SourceList

if TYPE_CHECKING:
    from geodata.atlas import Atlas


def test_parties_come_with_the_usual_names_of_their_actors(atlas: Atlas) -> None:
    parties = {row["id"]: row for row in search_data(atlas)["parties"]}
    assert list(parties) == [party.id for party in atlas.parties]
    assert "Ahmet Davutoğlu" in parties["turkey"]["actors"]
    assert all(len(set(row["actors"])) == len(row["actors"]) for row in parties.values())


def test_events_refer_to_their_parties_and_to_the_names_in_them(atlas: Atlas) -> None:
    columns = event_columns(atlas, atlas.events, SourceList(atlas))
    found = search_data(atlas)
    for place, name in enumerate(columns["id"]):
        event = atlas.event(name)
        assert {found["parties"][number]["id"] for number in columns["parties"][place]} == atlas.parties_of(event)
        named = spellings_of(atlas).named_in(searched_text(atlas, event))
        assert columns["spellings"][place] == list(named)
        assert all(set(found["spellings"][number]) for number in named)


def test_letters_travel_as_they_are_and_hold_no_mark(atlas: Atlas) -> None:
    assert search_data(atlas)["letters"] == letters()


def test_usual_names_of_actors_are_searched_too(atlas: Atlas) -> None:
    actor = next(row for row in atlas.actors if row.actor != row.canonical_name)
    event = next(event for event in atlas.events if actor.actor in event.actors)
    assert actor.actor in searched_text(atlas, event)
    assert actor.canonical_name in searched_text(atlas, event)
