"""What went from whom to whom between two days is exactly the land whose holder differs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import shapely

from geodata.areas.projection import square_km
from geodata.areas.timeline.changes import Difference, days_of_change, difference
from tests.project_data import areas

BEFORE, AFTER = date(2019, 10, 8), date(2019, 10, 31)


def peace_spring() -> Difference:
    return difference(areas(), BEFORE, AFTER)


def size(controller: str, day: date) -> float:
    return sum(area.km2 for area in areas().on(day) if area.controller == controller)


def test_each_controller_has_after_what_it_had_and_got_less_what_it_lost() -> None:
    found = peace_spring()
    assert found.transfers
    for controller in areas().controllers:
        got = sum(row.km2 for row in found.transfers if row.target == controller)
        lost = sum(row.km2 for row in found.transfers if row.origin == controller)
        assert size(controller, BEFORE) + got - lost == pytest.approx(size(controller, AFTER)), controller


def test_what_went_and_what_stayed_is_the_whole() -> None:
    found = peace_spring()
    whole = sum(row.km2 for row in found.transfers) + sum(found.kept.values())
    assert whole == pytest.approx(sum(cell.km2 for cell in areas().cells))


def test_the_land_of_a_transfer_was_of_the_one_and_is_of_the_other() -> None:
    before = {area.controller: area.geometry for area in areas().on(BEFORE)}
    after = {area.controller: area.geometry for area in areas().on(AFTER)}
    transfers = peace_spring().transfers
    assert all(square_km(row.geometry) == pytest.approx(row.km2) for row in transfers)
    for origin, target in {(row.origin, row.target) for row in transfers}:
        shared = before[origin].intersection(after[target])
        parts = [row.geometry for row in transfers if (row.origin, row.target) == (origin, target)]
        assert shared.symmetric_difference(shapely.union_all(parts)).area < 1e-9


def test_in_october_2019_turkey_took_land_from_the_sdf_alone() -> None:
    found = peace_spring()
    assert [row.origin for row in found.transfers if row.target == "turkey"] == ["sdf"]
    assert 2934 < found.km2("sdf", "turkey") < 4820
    assert found.km2("turkey", "sdf") == 0
    assert found.km2("turkey", "turkey") == pytest.approx(size("turkey", BEFORE))
    (row,) = [row for row in found.transfers if row.target == "turkey"]
    assert {"tell-abyad", "ras-al-ayn"} <= set(row.places)


def test_backwards_everything_goes_back() -> None:
    there = {(row.origin, row.target): row.km2 for row in peace_spring().transfers}
    back = {(row.target, row.origin): row.km2 for row in difference(areas(), AFTER, BEFORE).transfers}
    assert there == back


def test_between_a_day_and_itself_nothing_goes() -> None:
    assert difference(areas(), AFTER, AFTER).transfers == ()


def test_before_the_record_nobody_held_it() -> None:
    found = difference(areas(), areas().days[0] - timedelta(days=1), areas().days[0])
    assert {row.origin for row in found.transfers} == {""}
    assert found.kept == {}


def test_a_day_after_the_last_supported_one_makes_it_last_known() -> None:
    late = areas().known_until + timedelta(days=1)
    assert difference(areas(), BEFORE, late).last_known
    assert difference(areas(), late, BEFORE).last_known
    assert not peace_spring().last_known


def test_territory_changed_on_days_of_change_but_not_on_all_of_them() -> None:
    days = days_of_change(areas())
    assert {row.day for row in days} < set(areas().days)
    assert areas().days[0] not in {row.day for row in days}
    assert all(min(row.km2.values()) > 0 for row in days)


def test_the_changes_of_all_days_sum_to_the_difference_from_first_to_last() -> None:
    sizes = {area.controller: area.km2 for area in areas().on(areas().days[0])}
    for row in days_of_change(areas()):
        for (origin, target), km2 in row.km2.items():
            sizes[origin] -= km2
            sizes[target] = sizes.get(target, 0) + km2
    for controller in areas().controllers:
        assert sizes.get(controller, 0) == pytest.approx(size(controller, areas().days[-1]), abs=1e-6)
