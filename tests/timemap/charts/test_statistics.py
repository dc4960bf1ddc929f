"""The numbers of the charts are those of the areas, worked out another way."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

import pytest

from geodata.areas.timeline.changes import days_of_change
from geodata.areas.timeline.distances import distances
from geodata.areas.uncertainty.ranges import Ranges, Subject
from geodata.dates.span import Span
from timemap.charts.statistics import Statistics, compute_statistics
from timemap.charts.steps import step_on

if TYPE_CHECKING:
    from geodata.areas import AreasInTime
    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from geodata.geography import Geography

DAYS = [date(2014, 1, 1), date(2014, 10, 12), date(2017, 4, 1), date(2019, 11, 1), date(2025, 7, 1), date(2026, 11, 1)]


@pytest.fixture(scope="module")
def numbers(dataset: Dataset) -> Statistics:
    return compute_statistics(dataset)


@pytest.mark.parametrize("day", DAYS)
def test_sizes_are_those_of_the_areas_with_the_stored_ranges(
    day: date, numbers: Statistics, areas: AreasInTime, atlas: Atlas
) -> None:
    sizes = {area.controller: area.km2 for area in areas.on(day)}
    for controller in areas.controllers:
        step = step_on(numbers.sizes[Subject(controller)], day)
        assert step is not None
        assert step.value == pytest.approx(sizes.get(controller, 0), abs=0.001)
        shared = [sizes.get(row.id, 0) for row in atlas.controllers if controller in row.shared_by]
        if any(shared):
            assert step.level.other == pytest.approx(step.value + sum(shared), abs=0.002)
        else:
            assert step.level.other is None
        stored = Ranges(atlas.area_ranges).on(day, controller=controller)
        if stored is None:
            assert (step.level.low, step.level.high) == (None, None)
        else:
            assert step.level.low == pytest.approx(stored.low_km2, abs=0.051)
            assert step.level.high == pytest.approx(stored.high_km2, abs=0.051)


def test_the_sdf_did_not_leave_kobane_in_2019(numbers: Statistics) -> None:
    step = step_on(numbers.distances["sdf"], date(2021, 1, 1))
    assert step is not None
    assert step.value == 0
    assert step.level.other is not None
    assert step.level.other > 0
    size = step_on(numbers.sizes[Subject("sdf")], date(2021, 1, 1))
    assert size is not None
    assert size.level.other is not None
    assert size.level.other > size.value + 10_000


def test_a_range_reaches_its_size_to_the_last_digit(numbers: Statistics) -> None:
    levels = [step.level for steps in numbers.sizes.values() for step in steps if step.level.low is not None]
    assert len(levels) > 700
    assert all(level.low <= level.value <= level.high for level in levels if level.low is not None and level.high)


@pytest.mark.parametrize("day", DAYS)
def test_zones_are_the_sum_of_what_each_controller_holds_of_them(
    day: date, numbers: Statistics, areas: AreasInTime
) -> None:
    held = {zone.zone: zone for zone in areas.zones_on(day)}
    shares: dict[tuple[str, str], float] = defaultdict(float)
    for cell, interval in zip(areas.cells, areas.stretches_on(day), strict=True):
        if interval is not None:
            shares[interval.zone, interval.controller] += cell.km2
    for zone, _ in areas.zones:
        step = step_on(numbers.sizes[Subject(zones=(zone,))], day)
        assert step is not None
        for controller, part in zip(numbers.zone_controllers, step.level.parts, strict=True):
            assert part == pytest.approx(shares[zone, controller], abs=0.001)
        assert step.value == pytest.approx(held[zone].km2 if zone in held else 0, abs=0.002)
    whole = step_on(numbers.sizes[Subject(zones=tuple(sorted(zone for zone, _ in areas.zones)))], day)
    assert whole is not None
    assert whole.value == pytest.approx(sum(zone.km2 for zone in held.values()), abs=0.01)


@pytest.mark.parametrize("day", DAYS)
def test_distances_are_those_from_the_place_of_focus(
    day: date, numbers: Statistics, areas: AreasInTime, atlas: Atlas, geography: Geography
) -> None:
    place = atlas.place(atlas.setting("focus-place"))
    found = distances(areas, geography.border, place.lon, place.lat)
    near = found.on(day)
    told = {controller: step for controller, steps in numbers.distances.items() if (step := step_on(steps, day))}
    for row in atlas.controllers:
        held = {near[other.id] for other in atlas.controllers if row.id in other.shared_by and other.id in near}
        alone = near.get(row.id)
        nearest = min([*held, *([] if alone is None else [alone])], default=None)
        assert (told[row.id].value if row.id in told else None) == nearest
        if row.id in told:
            assert told[row.id].level.other == (None if alone == nearest else alone)
    assert numbers.border_km == found.border_km


def test_changes_and_the_reach_of_the_record_are_those_of_the_areas(numbers: Statistics, areas: AreasInTime) -> None:
    assert numbers.changes == days_of_change(areas)
    begin = areas.days[0]
    assert numbers.recorded(Span(date(2012, 1, 1), date(2015, 1, 1))) == Span(begin, date(2015, 1, 1))
    before = Span(date(2012, 1, 1), begin)
    assert numbers.recorded(before) == before
