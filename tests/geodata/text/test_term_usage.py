"""A wording stands in the events that it is said to stand in, and in no others."""

from __future__ import annotations

from geodata.atlas import load
from geodata.text.term_usage import events_by_wording

ATLAS = load()


def test_a_wording_names_the_events_in_whose_texts_it_stands() -> None:
    texts = {event.id: f"{event.title} {event.summary} {event.contested}".casefold() for event in ATLAS.events}
    events = events_by_wording(ATLAS)["sna-own-name"]
    assert events
    assert set(events) >= {event for event, text in texts.items() if "syrian national army" in text}
    forms = next(term.forms for term in ATLAS.terms if term.id == "sna-own-name")
    assert all(any(form.casefold() in texts[event] for form in forms) for event in events)


def test_only_wordings_of_the_table_are_named_and_events_in_their_order() -> None:
    order = [event.id for event in ATLAS.events]
    for term, events in events_by_wording(ATLAS).items():
        assert any(row.id == term for row in ATLAS.terms)
        assert [order.index(event) for event in events] == sorted({order.index(event) for event in events})
