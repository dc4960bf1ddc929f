"""Land is told apart by how it passed on: taken, joined or shared by agreement, the same side under a new name."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest

from geodata.areas.timeline.changes import days_of_change, difference
from geodata.areas.timeline.handovers import Handovers
from geodata.areas.timeline.zones import ControlInterval
from geodata.dates.span import Span
from geodata.records.control import Handover, Succession
from geodata.records.fields import Confidence
from tests.paths import CASES
from tests.project_data import areas, atlas

TABLE: dict[str, Any] = json.loads((CASES / "handovers.json").read_text("utf-8"))
"""Cases that the pages and the document agree on; tests/web/handovers.test.js reads them, too."""


def interval(start: str, end: str, controller: str) -> ControlInterval:
    span = Span(date.fromisoformat(start), date.fromisoformat(end) if end else None)
    return ControlInterval(span, controller, Confidence.HIGH, "")


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["told"])
def test_land_passes_on_in_the_way_that_its_holders_tell(case: dict[str, Any]) -> None:
    rows = [{key: value for key, value in row.items() if value} for row in TABLE["successions"]]
    handovers = Handovers(tuple(Succession(source="a-source", **row) for row in rows))
    one, other = (date.fromisoformat(day) for day in case["days"])
    found = handovers.between([interval(*hold) for hold in case["holds"]], one, other)
    assert (found and found.value) == case["handover"]


def test_on_the_day_of_the_fall_only_what_the_government_lost_was_taken() -> None:
    (change,) = [row for row in days_of_change(areas()) if row.day == date(2024, 12, 8)]
    assert change.handovers["joint", "sdf"] is Handover.AGREED
    assert change.handovers["hts", "transitional"] is Handover.RENAMED
    assert change.size(Handover.TAKEN) < 2000 < change.size(Handover.RENAMED) < change.size(Handover.AGREED)
    assert change.size() == pytest.approx(sum(change.size(kind) for kind in Handover))


def test_posts_of_the_government_in_october_2019_took_nothing_from_the_sdf() -> None:
    found = difference(areas(), date(2019, 10, 8), date(2019, 12, 31))
    assert {row.handover for row in found.transfers if row.target == "joint"} == {Handover.AGREED}
    assert {row.handover for row in found.transfers if row.target == "turkey"} == {Handover.TAKEN}
    assert sum(found.by_handover().values()) == pytest.approx(sum(row.km2 for row in found.transfers))


def test_before_the_record_nothing_was_taken() -> None:
    found = difference(areas(), areas().days[0] - timedelta(days=1), areas().days[0])
    assert {row.handover for row in found.transfers} == {Handover.UNKNOWN}


def test_every_kind_of_handover_has_a_name() -> None:
    assert {row.id for row in atlas().handover_kinds} == set(Handover)
