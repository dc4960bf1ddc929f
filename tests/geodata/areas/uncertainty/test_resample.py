"""Tries with other evidence divide the same land; with nothing left out or moved they give the sizes of the cells."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pytest

from geodata.areas.settings import read_resample_settings
from geodata.areas.uncertainty.bootstrap import BootstrapSettings, divide, holders_of, resample_once
from geodata.areas.uncertainty.ranges import Ranges, Subject, sizes_of, subjects
from geodata.areas.uncertainty.resample import precisions, resample, samples_of
from geodata.areas.uncertainty.sample_points import Samples
from geodata.data import DATA
from geodata.geography import load_geography
from geodata.records.ranges_and_disputes import PointPrecision
from tests.project_data import areas, atlas

if TYPE_CHECKING:
    from numpy.typing import NDArray

pytestmark = pytest.mark.slow

SETTINGS = read_resample_settings()
SURE = 0.0
TRIES = 5


@cache
def samples() -> Samples:
    return samples_of(atlas(), areas(), load_geography())


@cache
def moved() -> NDArray[np.float64]:
    places = [atlas().place(cell.place) for cell in areas().cells]
    return precisions(samples(), places, atlas().point_precisions)


@cache
def a_try(number: int) -> NDArray[np.float64]:
    chance = BootstrapSettings(moved(), SETTINGS.low_left_out)
    return resample_once(samples(), holders_of(areas()), chance, (SETTINGS.seed, number))


def still() -> BootstrapSettings:
    return BootstrapSettings(np.zeros(len(areas().cells)), SURE, drawn=False)


def line(reaches: tuple[float, ...] = (np.inf, np.inf, np.inf)) -> Samples:
    """Return ten points of 1 km² on a line, 1 km apart, and three places at 0, 4 and 9 km that may hold any of them."""
    points = np.column_stack([np.arange(10) * 1000, np.zeros(10)]).astype(np.float32)
    spots = np.array([(0.0, 0.0), (4000.0, 0.0), (9000.0, 0.0)])
    near = np.tile(np.arange(3, dtype=np.int16), (10, 1))
    return Samples(points, np.ones(10), near, spots, np.array(reaches))


def divided(says: list[list[int]], kept: tuple[bool, ...] = (True, True, True), **changes: object) -> list[list[float]]:
    whole = replace(line(), **changes)  # type: ignore[arg-type] # fields of a dataclass by their names
    sizes: list[list[float]] = divide(whole, whole.spots, np.array(kept), np.array(says, dtype=bool)).tolist()
    return sizes


def test_each_point_goes_to_the_nearest_place() -> None:
    assert divided([[1], [1], [1]]) == [[3], [4], [3]]


def test_a_place_that_is_left_out_or_says_nothing_gives_its_land_to_the_next() -> None:
    assert divided([[1], [1], [1]], kept=(True, False, True)) == [[5], [0], [5]]
    assert divided([[1, 1], [1, 0], [1, 1]]) == [[3, 5], [4, 0], [3, 5]]
    assert divided([[1, 0], [1, 0], [1, 1]]) == [[3, 0], [4, 0], [3, 10]]


def test_where_nobody_says_anything_nobody_holds_the_land() -> None:
    assert divided([[0, 1], [0, 0], [0, 0]]) == [[0, 10], [0, 0], [0, 0]]


def test_beyond_its_reach_a_place_holds_nothing() -> None:
    assert divided([[1], [1], [1]], reaches=np.array([1000.0, np.inf, np.inf])) == [[2], [5], [3]]


def test_places_that_a_point_cannot_go_to_hold_nothing_of_it() -> None:
    near = np.tile(np.array([0, -1, 2], dtype=np.int16), (10, 1))
    assert divided([[1], [1], [1]], near=near) == [[5], [0], [5]]


def test_points_stand_for_the_land_of_the_cells() -> None:
    cells = np.array([cell.km2 for cell in areas().cells])
    assert samples().km2.sum() == pytest.approx(cells.sum(), rel=2e-3)
    found = resample_once(samples(), holders_of(areas()), still(), (0,))[:, 0]
    assert np.median(np.abs(found / cells - 1)) < 0.01
    small = cells < 10
    assert small.sum() > 20
    assert np.abs(found - cells)[small].max() < 1.5


def test_with_nothing_left_out_controllers_and_zones_have_their_sizes() -> None:
    holders = holders_of(areas())
    found = resample_once(samples(), holders, still(), (0,))
    wanted = subjects(areas(), atlas().figures)
    for subject, sizes in zip(wanted, sizes_of(areas(), wanted), strict=True):
        tried = (found * subject.mask(areas(), holders)).sum(axis=0)
        assert tried == pytest.approx(sizes, rel=0.01, abs=5), subject


def test_sizes_by_holders_are_those_of_the_areas() -> None:
    wanted = [Subject(controller) for controller in areas().controllers]
    found = sizes_of(areas(), wanted)
    for number, day in enumerate(areas().days):
        told = {area.controller: area.km2 for area in areas().on(day)}
        for subject, sizes in zip(wanted, found, strict=True):
            assert sizes[number] == pytest.approx(told.get(subject.controller, 0))


def test_the_same_seed_gives_the_same_try_and_another_one_another() -> None:
    again = resample_once(
        samples(), holders_of(areas()), BootstrapSettings(moved(), SETTINGS.low_left_out), (SETTINGS.seed, 0)
    )
    assert np.array_equal(again, a_try(0))
    assert not np.array_equal(a_try(0), a_try(1))


def test_a_try_divides_the_whole_land() -> None:
    whole = samples().km2.sum()
    for number in range(TRIES):
        assert a_try(number).sum(axis=0) == pytest.approx(whole, rel=1e-9)


def test_about_63_of_100_places_are_drawn() -> None:
    drawn = BootstrapSettings(np.zeros(len(areas().cells)), SURE)
    found = resample_once(samples(), holders_of(areas()), drawn, (3,))
    share = (found.max(axis=1) > 0).mean()
    assert 0.55 < share < 0.71


def test_holds_of_low_confidence_alone_are_left_out() -> None:
    holders = holders_of(areas())
    chance = BootstrapSettings(np.zeros(len(areas().cells)), 1.0, drawn=False)
    found = resample_once(samples(), holders, chance, (0,))
    low = np.zeros(holders.controllers.shape, dtype=bool)
    for place, start, end in holders.doubtful:
        low[place, start:end] = True
    assert 0.1 < low.mean() < 0.9
    assert not found[low].any()
    assert (found[~low] > 0).mean() > 0.99


def test_points_move_no_farther_than_they_are_exact_nor_than_a_holding_reaches() -> None:
    places = [atlas().place(cell.place) for cell in areas().cells]
    for place, metres in zip(places, moved(), strict=True):
        assert metres <= 1000 * (place.reach_km or np.inf)
    assert {500, 1000, 2000} <= set(np.round(moved()))


def test_the_longest_beginning_counts_and_an_unknown_origin_is_not_moved() -> None:
    places = [atlas().place(cell.place) for cell in areas().cells]
    known = [PointPrecision(begins="G", km=9, note="x"), PointPrecision(begins="GeoNames", km=0.1, note="x")]
    found = precisions(samples(), places, known)
    origins = [place.coord_source for place in places]
    assert {metres for metres, origin in zip(found, origins, strict=True) if origin.startswith("GeoNames")} == {100}
    assert {metres for metres, origin in zip(found, origins, strict=True) if not origin.startswith("G")} == {0}


def test_every_point_of_ours_has_an_origin_of_known_precision() -> None:
    begins = tuple(row.begins for row in atlas().point_precisions)
    assert [place.id for place in atlas().places if not place.coord_source.startswith(begins)] == []


def inside(interval: float) -> float:
    """Return how many of some tries lie within the stored ranges, narrowed towards the size by a factor."""
    holders, ranges = holders_of(areas()), Ranges(atlas().area_ranges)
    hits = []
    for subject in subjects(areas(), atlas().figures):
        mask = subject.mask(areas(), holders)
        rows = [ranges.on(day, controller=subject.controller, zones=subject.zones) for day in areas().days]
        for number in range(TRIES):
            sizes = (a_try(number) * mask).sum(axis=0)
            hits += [
                row.km2 - interval * (row.km2 - row.low_km2) <= size <= row.km2 + interval * (row.high_km2 - row.km2)
                for row, size in zip(rows, sizes, strict=True)
                if row is not None
            ]
    return float(np.mean(hits))


def test_stored_ranges_hold_nine_of_ten_tries() -> None:
    assert inside(1) > 0.8


def test_ranges_that_are_too_narrow_would_be_noticed() -> None:
    assert inside(0.3) < 0.8


def test_the_method_tells_the_numbers_of_the_stored_ranges() -> None:
    method = (DATA / "notes" / "method.md").read_text("utf-8")
    rows = atlas().area_ranges
    at_the_end = sum(row.km2 in {row.low_km2, row.high_km2} for row in rows)
    assert "in about one of ten cases" in method
    assert at_the_end / len(rows) == pytest.approx(0.1, abs=0.05)
    assert {row.tries for row in rows} == {SETTINGS.tries}
    assert f"We recalculated every size {SETTINGS.tries} times" in method
    assert f"from the {SETTINGS.low_percentile}th to the {SETTINGS.high_percentile}th percentile" in method


def test_few_tries_give_a_range_for_every_subject_on_every_day() -> None:
    few = replace(SETTINGS, tries=2, seed=5)
    rows = list(resample(atlas(), areas(), load_geography(), few))
    ranges, wanted = Ranges(rows), subjects(areas(), atlas().figures)
    for subject, sizes in zip(wanted, sizes_of(areas(), wanted), strict=True):
        for day, size in zip(areas().days, sizes, strict=True):
            row = ranges.on(day, controller=subject.controller, zones=subject.zones)
            assert (row is None) == (size == 0), (subject, day)
            assert row is None or row.low_km2 <= row.km2 <= row.high_km2
            assert row is None or row.km2 == pytest.approx(size, abs=0.051)
    assert {(row.tries, row.seed) for row in rows} == {(2, 5)}
