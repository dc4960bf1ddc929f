"""Sources are counted once and in full, and an event is called one-sided only where nobody else says so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from geodata.records.sources import Publisher, Source
from geodata.sources.balance import SourceBalance, analyse_sources
from tests.project_data import atlas

if TYPE_CHECKING:
    from geodata.records.events import Event

ATLAS = atlas()
EVENTS = st.lists(st.sampled_from(ATLAS.events), unique_by=lambda event: event.id, max_size=12)

WHO = {
    "anf": ("anf", "kurdish-movement"),
    "solidarity": ("solidarity", "kurdish-movement"),
    "state": ("state", "turkish-government"),
    "agency": ("agency", ""),
    "agency-by-a-paper": ("agency", ""),
    "monitor": ("monitor", ""),
}
"""Publishers by id: usual name and affiliation."""


def of_sources(*publishers: str) -> tuple[SourceBalance, Event]:
    """Return what is found of one event with a source of each of ``publishers``."""
    rows = tuple(
        Publisher(id=one, name=one, canonical_name=name, kind="ngo", affiliation=side)
        for one, (name, side) in WHO.items()
    )
    sources = tuple(Source(id=f"s{at}", publisher=one, url="https://a.example") for at, one in enumerate(publishers))
    event = ATLAS.events[0].model_copy(update={"sources": tuple(source.id for source in sources)})
    return analyse_sources(replace(ATLAS, publishers=rows, sources=sources, events=(event,)), [event]), event


@given(EVENTS)
def test_kinds_and_affiliations_each_hold_every_source_once(events: list[Event]) -> None:
    found = analyse_sources(ATLAS, events)
    assert found.sources == len({source for event in events for source in event.sources})
    for parts in (found.kinds, found.affiliations):
        assert sum(part.sources for part in parts) == found.sources
        assert abs(sum(part.share for part in parts) - bool(events)) < 1e-9
        assert len({part.id for part in parts}) == len(parts)
        known = [part.sources for part in parts if part.id]
        assert known == sorted(known, reverse=True)
        assert all(part.id for part in parts[:-1])


@given(EVENTS)
def test_whether_an_event_is_one_sided_does_not_depend_on_the_others(events: list[Event]) -> None:
    whole = {one.event.id for one in analyse_sources(ATLAS, ATLAS.events).one_sided}
    assert [one.event.id for one in analyse_sources(ATLAS, events).one_sided] == [
        event.id for event in events if event.id in whole
    ]


@given(st.lists(st.sampled_from([*WHO, "unknown"]), min_size=1, max_size=4))
def test_one_side_is_one_publisher_or_one_known_affiliation(publishers: list[str]) -> None:
    found, event = of_sources(*publishers)
    known = [WHO[one] for one in publishers if one in WHO]
    alone = len(publishers) == 1 or (len(known) == len(publishers) and len({name for name, _ in known}) == 1)
    shared = {side for _, side in known} if len(known) == len(publishers) else set()
    assert bool(found.one_sided) == (alone or (len(shared) == 1 and shared != {""}))
    for one in found.one_sided:
        assert one.event == event
        assert one.publishers == tuple(dict.fromkeys(name for name, _ in known))


def test_an_agency_carried_by_a_paper_is_no_second_voice() -> None:
    (alone,) = of_sources("agency", "agency-by-a-paper")[0].one_sided
    assert (alone.publishers, alone.affiliation) == (("agency",), "")
    assert of_sources("agency", "monitor")[0].one_sided == ()


def test_publishers_of_one_affiliation_are_one_side_and_it_is_named() -> None:
    (one,) = of_sources("anf", "solidarity")[0].one_sided
    names = {row.id: row.name for row in ATLAS.affiliations}
    assert (one.publishers, one.affiliation) == (("anf", "solidarity"), names["kurdish-movement"])
    assert of_sources("anf", "solidarity", "state")[0].one_sided == ()
    assert of_sources("anf", "agency")[0].one_sided == ()


def test_what_was_not_recorded_is_counted_and_not_named() -> None:
    found, _ = of_sources("unknown", "agency")
    assert [(kind.id, kind.sources) for kind in found.kinds] == [("ngo", 1), ("", 1)]
    assert [(side.id, side.name, side.sources) for side in found.affiliations] == [("", "", 2)]
    assert found.one_sided == ()


def test_no_events_have_no_sources() -> None:
    assert analyse_sources(ATLAS, []) == SourceBalance(0, (), (), ())


def test_our_own_events_have_some_of_each() -> None:
    found = analyse_sources(ATLAS, ATLAS.events)
    assert {kind.name for kind in found.kinds} <= {row.name for row in ATLAS.publisher_kinds}
    assert 0 < len(found.one_sided) < len(ATLAS.events) / 5
    assert any(one.affiliation for one in found.one_sided)
    assert any(not one.affiliation for one in found.one_sided)
