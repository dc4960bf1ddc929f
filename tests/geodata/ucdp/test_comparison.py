"""Comparison of reported events with ours: nearest by day and place, words and table."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from typing import Any

import pytest

from geodata.atlas import load
from geodata.ucdp.comparison import CAUTION, Compared, compare, comparison_csv, comparison_lines

ATLAS = load()
OURS = next(event for event in ATLAS.events if event.last_day is None and event.date_precision == "day")


def reported(days: int = 0, north: float = 0.0, **values: Any) -> dict[str, Any]:  # noqa: ANN401 - cells of any kind
    """Return a reported event some days and degrees away from one of ours."""
    start = OURS.start + timedelta(days)
    row = {"id": "1", "start": start, "last_day": start, "lat": OURS.lat + north, "lon": OURS.lon, "withdrawn_in": ""}
    return row | {"title": "Example", "place": "Example Town", "actors": "Side A; Side B"} | values


def test_the_nearest_of_ours_is_found_with_days_and_kilometres() -> None:
    (one,) = compare([reported(days=1, north=0.1)], [OURS])
    assert one.result == "found"
    assert one.counterpart is not None
    assert (one.counterpart.event, one.counterpart.days) == (OURS, 1)
    assert one.counterpart.km == pytest.approx(11.1, abs=0.1)


@pytest.mark.parametrize(("days", "north"), [(4, 0.0), (-4, 0.0), (0, 0.3), (0, -0.3)])
def test_what_lies_further_apart_is_not_found(days: int, north: float) -> None:
    assert compare([reported(days, north)], [OURS])[0].result == "not found"
    assert compare([reported(days, north)], [OURS], days=10, km=50)[0].result == "found"


def test_of_two_the_one_with_fewer_days_between_is_the_nearest() -> None:
    later = OURS.model_copy(update={"id": "later", "start": OURS.start + timedelta(2)})
    (one,) = compare([reported(days=2, north=0.0)], [OURS, later])
    assert one.counterpart is not None
    assert one.counterpart.event.id == "later"


def test_events_without_a_place_are_not_compared_and_withdrawn_ones_are_left_out() -> None:
    rows = [reported(lat=None, lon=None), reported(withdrawn_in="26.0.9")]
    assert [one.result for one in compare(rows, [OURS])] == ["not compared"]


def test_a_comparison_with_no_events_of_ours_finds_none() -> None:
    assert compare([reported()], [])[0].result == "not found"


def test_it_says_what_ours_lack_and_what_both_have_and_that_this_proves_nothing() -> None:
    late = ATLAS.setting_day("events-known-until") + timedelta(30)
    rows = [reported(), reported(id="2", start=late, last_day=late), reported(id="3", lat=None, lon=None)]
    lines = list(comparison_lines(compare(rows, ATLAS.events), ATLAS))
    assert lines[0].startswith("3 reported events compared with ours: within 3 days and 25 km")
    assert "Not found among ours: 1." in lines
    assert any(line.startswith("1 of these began after ") for line in lines)
    assert "Found in both: 1." in lines
    assert any(": the same day, 0 km apart" in line for line in lines)
    assert any(line.endswith("Example, Example Town (Side A; Side B), id 2") for line in lines)
    assert lines[-1] == CAUTION
    assert not any("there was n" in line.lower() for line in lines)


def test_long_lists_are_cut_and_say_so() -> None:
    rows = [reported(days=400, id=str(number)) for number in range(30)]
    compared = compare(rows, [OURS])
    assert "  ... and 10 more." in list(comparison_lines(compared, ATLAS))
    assert not any("more." in line for line in comparison_lines(compared, ATLAS, most=None))


def test_the_table_has_a_row_for_each_reported_event() -> None:
    compared: tuple[Compared, ...] = compare([reported(), reported(id="=2", days=900)], [OURS])
    first, second = csv.DictReader(io.StringIO(comparison_csv(compared).decode("utf-8-sig")))
    assert (first["result"], first["our_id"], first["days_apart"], first["km_apart"]) == ("found", OURS.id, "0", "0.0")
    assert (second["result"], second["our_id"], second["id"]) == ("not found", "", "'=2")
    assert date.fromisoformat(first["start"]) == OURS.start
