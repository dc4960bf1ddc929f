"""A place joins a zone by when and from whom it was taken, and counts to it while one of its controllers holds it."""

from __future__ import annotations

from datetime import date

from geodata.areas.timeline.zones import ControlInterval, control_intervals
from geodata.dates.span import Span
from geodata.records.control import Zone
from geodata.records.fields import Confidence
from geodata.records.places import Hold

FIRST = Zone(
    short="First",
    id="first",
    name="First",
    start=date(2016, 8, 1),
    end=date(2017, 1, 1),
    taken_from=("isis",),
    controllers=("turkey", "turkey-transitional"),
)
SECOND = FIRST.model_copy(
    update={"id": "second", "start": date(2018, 1, 1), "end": date(2019, 1, 1), "taken_from": ("sdf",)}
)


def hold(start: str, end: str | None, controller: str, confidence: Confidence = Confidence.LOW) -> Hold:
    return Hold(
        place="a",
        start=date.fromisoformat(start),
        end=None if end is None else date.fromisoformat(end),
        controller=controller,
        confidence=confidence,
    )


def zones_of(*holds: Hold) -> list[str]:
    return [interval.zone for interval in control_intervals(holds, (FIRST, SECOND))]


def test_a_place_taken_in_time_from_the_right_holder_joins() -> None:
    assert zones_of(hold("2014-01-01", "2016-09-01", "isis"), hold("2016-09-01", None, "turkey")) == ["", "first"]


def test_it_stays_when_the_administration_changes() -> None:
    found = zones_of(
        hold("2014-01-01", "2016-09-01", "isis"),
        hold("2016-09-01", "2025-01-01", "turkey"),
        hold("2025-01-01", None, "turkey-transitional"),
    )
    assert found == ["", "first", "first"]


def test_it_does_not_count_while_someone_else_holds_it_and_counts_again_after() -> None:
    found = zones_of(
        hold("2014-01-01", "2016-09-01", "isis"),
        hold("2016-09-01", "2016-10-01", "turkey"),
        hold("2016-10-01", "2017-02-01", "isis"),
        hold("2017-02-01", None, "turkey"),
    )
    assert found == ["", "first", "", "first"]


def test_it_moves_to_the_zone_in_whose_days_it_was_taken_again() -> None:
    found = zones_of(
        hold("2014-01-01", "2016-09-01", "isis"),
        hold("2016-09-01", "2016-10-01", "turkey"),
        hold("2016-10-01", "2018-02-01", "sdf"),
        hold("2018-02-01", None, "turkey"),
    )
    assert found == ["", "first", "", "second"]


def test_too_late_or_from_someone_else_does_not_count() -> None:
    assert zones_of(hold("2014-01-01", "2017-01-01", "isis"), hold("2017-01-01", None, "turkey")) == ["", ""]
    assert zones_of(hold("2014-01-01", "2016-09-01", "rebel"), hold("2016-09-01", None, "turkey")) == ["", ""]


def test_neighbouring_stretches_that_tell_the_same_are_one() -> None:
    holds = [hold("2014-01-01", "2015-01-01", "sdf"), hold("2015-01-01", None, "sdf")]
    assert control_intervals(holds, ()) == (ControlInterval(Span(date(2014, 1, 1)), "sdf", Confidence.LOW, ""),)


def test_a_change_of_confidence_or_a_gap_keeps_them_apart() -> None:
    sure = hold("2015-01-01", None, "sdf", Confidence.HIGH)
    assert len(control_intervals([hold("2014-01-01", "2015-01-01", "sdf"), sure], ())) == 2
    assert len(control_intervals([hold("2014-01-01", "2014-06-01", "sdf"), hold("2015-01-01", None, "sdf")], ())) == 2


def test_no_holds_give_no_stretches() -> None:
    assert control_intervals([], (FIRST,)) == ()
