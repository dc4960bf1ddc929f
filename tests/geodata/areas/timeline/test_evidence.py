"""An area tells since when it is held, on which places and holds it rests, and what is disputed there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from geodata.areas.timeline.evidence import AreaEvidence, evidence_of
from tests.project_data import areas, atlas

DAY = date(2019, 11, 1)


def evidence(controller: str, day: date, part_of: str = "") -> AreaEvidence:
    found = evidence_of(atlas(), areas(), controller, day, part_of)
    assert found is not None
    return found


@pytest.mark.parametrize("day", [date(2014, 10, 12), DAY, date(2026, 3, 1)])
def test_an_area_rests_on_the_holds_of_its_places(day: date) -> None:
    for area in areas().on(day):
        found = evidence(area.controller, day)
        assert {row.place.id for row in found.places} == set(area.places)
        assert found.km2 == area.km2 == pytest.approx(sum(row.km2 for row in found.places))
        for row in found.places:
            assert row.hold in atlas().holds
            assert (row.hold.place, row.hold.controller) == (row.place.id, area.controller)
            assert row.hold.span.covers(day)
            assert row.source is None or row.source.id == row.hold.source


def test_a_place_is_held_since_the_first_of_the_holds_without_a_break() -> None:
    """Tried a second way: from each first day back, somebody else held the place on the day before."""
    held = {(hold.place, hold.start): hold.controller for hold in atlas().holds}
    before = {(hold.place, hold.end): hold.controller for hold in atlas().holds}
    for row in evidence("sdf", DAY).places:
        assert held[row.place.id, row.since] == "sdf"
        assert before.get((row.place.id, row.since)) != "sdf"
        assert row.since <= row.hold.start
    assert any(row.since < row.hold.start for row in evidence("sdf", date(2026, 3, 1)).places)


def test_the_first_day_of_the_record_is_told_as_such() -> None:
    assert evidence("sdf", date(2014, 10, 12)).since_before
    turkey = evidence("turkey", DAY)
    assert not turkey.since_before
    assert turkey.since == min(row.since for row in turkey.places)


def test_one_part_of_an_area_has_only_its_own_places() -> None:
    part, other = evidence("turkey", DAY, "tell-abyad"), evidence("turkey", DAY, "afrin")
    assert {"tell-abyad", "ras-al-ayn"} <= {row.place.id for row in part.places}
    assert not {row.place.id for row in part.places} & {row.place.id for row in other.places}
    assert part.km2 + other.km2 == pytest.approx(evidence("turkey", DAY).km2)
    assert part.since == date(2019, 10, 10)
    assert part.km2 == pytest.approx(sum(row.km2 for row in part.places))


def test_there_is_no_part_at_a_place_that_somebody_else_holds() -> None:
    assert evidence_of(atlas(), areas(), "turkey", DAY, "kobane") is None


def test_who_holds_nothing_has_no_evidence() -> None:
    assert evidence_of(atlas(), areas(), "turkey", date(2015, 1, 1)) is None
    assert evidence_of(atlas(), areas(), "sdf", areas().days[0] - timedelta(days=1)) is None


def test_a_place_that_does_not_exist_is_refused() -> None:
    with pytest.raises(KeyError):
        evidence_of(atlas(), areas(), "turkey", DAY, "nowhere")


def test_a_dispute_is_told_from_its_first_day_on_and_not_before() -> None:
    (dispute,) = [row for row in atlas().disputes if row.place == "tishrin-dam"]
    eve, first = dispute.start - timedelta(days=1), dispute.start
    assert dispute.statement not in {row.id for row in evidence("sdf", eve).disputes}
    assert dispute.statement in {row.id for row in evidence("sdf", first).disputes}


def test_a_dispute_about_the_beginning_of_a_hold_is_told_as_long_as_it_lasts() -> None:
    (dispute,) = [row for row in atlas().disputes if row.place == "tell-abyad" and row.start.year == 2015]
    assert dispute.end is not None
    told = {row.place.id: {one.id for one in row.disputes} for row in evidence("sdf", date(2018, 6, 1)).places}
    assert dispute.statement in told["tell-abyad"]
    later = {row.place.id: {one.id for one in row.disputes} for row in evidence("turkey", DAY).places}
    assert dispute.statement not in later["tell-abyad"]


def test_every_dispute_is_told_of_some_area() -> None:
    for dispute in atlas().disputes:
        holders = {hold.controller for hold in atlas().holds if hold.place == dispute.place}
        found = [evidence_of(atlas(), areas(), controller, dispute.start, "") for controller in holders]
        told = {row.id for area in found if area is not None for row in area.disputes}
        assert dispute.statement in told, dispute


def test_words_for_an_area_are_those_of_its_controller_and_its_zones() -> None:
    zones = {row.zone: row.topic for row in atlas().area_topics if row.zone}
    whole, part = evidence("turkey", DAY), evidence("turkey", DAY, "afrin")
    topics = {term.topic for term in part.terms}
    assert zones["afrin-area"] in topics
    assert zones["peace-spring-area"] not in topics
    assert zones["peace-spring-area"] in {term.topic for term in whole.terms}
    assert "The group ISIS" not in topics
    assert {term.topic for term in evidence("isis", date(2014, 10, 12)).terms} == {"The group ISIS"}


def test_a_hold_without_a_page_has_no_source() -> None:
    found = evidence("sdf", date(2014, 10, 12))
    without = [row for row in found.places if row.source is None]
    assert without
    assert all(row.hold.source == "" for row in without)


def test_a_source_that_the_tables_lack_is_none() -> None:
    fewer = replace(atlas(), sources=())
    found = evidence_of(fewer, areas(), "turkey", DAY)
    assert found is not None
    assert all(row.source is None for row in found.places)


def test_after_the_last_supported_day_it_is_last_known() -> None:
    assert evidence("sdf", areas().known_until + timedelta(days=1)).last_known
    assert not evidence("sdf", areas().known_until).last_known
