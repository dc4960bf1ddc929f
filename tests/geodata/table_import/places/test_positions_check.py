"""Positions fit the country and the place of their rows, or a fault says what would."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.records.fields import LocationPrecision
from geodata.table_import.faults import FaultKind
from geodata.table_import.places.gazetteer import Gazetteer
from geodata.table_import.places.positions_check import PositionChecker, PositionResult, shared_points
from geodata.table_import.values.position_candidates import Candidate, candidates
from tests.project_data import atlas, geography

KOBANE = (36.891, 38.3536)


def swapped(lat: float, lon: float) -> Candidate:
    """Return a position the other way round."""
    return Candidate("swapped", lon, lat, "Latitude and longitude are swapped.")


@cache
def checker() -> PositionChecker:
    """Return a checker for our base map."""
    return PositionChecker.of(geography())


@cache
def gazetteer() -> Gazetteer:
    """Return the places of our tables and of our base map."""
    return Gazetteer.of(atlas(), geography())


def check(lat: float, lon: float, country: str = "", place: str = "") -> PositionResult:
    """Return what is said of a row, whose degrees may be swapped."""
    matches = gazetteer().match(place, country=country)
    return checker().check_position(lat, lon, country=country, place=matches, candidates=(swapped(lat, lon),))


def hint(result: PositionResult) -> str:
    """Return the hint of what is wrong."""
    assert result.fault is not None
    return result.fault.hint


@pytest.mark.parametrize(
    ("lat", "lon", "country", "place"),
    [
        (*KOBANE, "SYR", "Kobane"),
        (*KOBANE, "SYR", ""),
        (*KOBANE, "", "Kobanê"),
        (*KOBANE, "", ""),
        (36.512, 36.869, "SYR", "Afrin"),
        (36.905, 38.354, "SYR", "Kobane"),  # 300 m beyond the border
        (36.6, 38.0, "SYR", "near Kobane"),
        (35.5, 35.6, "SYR", ""),  # 15 km off the coast
        (33.5, 36.3, "SYR", ""),  # Damascus, south of the map
        (41.0, 29.0, "TUR", ""),  # Istanbul, west of it
        (52.5, 13.4, "DEU", ""),
        (36.2, 37.16, "SYR", "Aleppo governorate"),
        (36.83, 38.45, "SYR", "Aleppo governorate"),  # in the division, far from its middle
    ],
)
def test_points_that_fit_have_no_fault(lat: float, lon: float, country: str, place: str) -> None:
    result = check(lat, lon, country, place)
    assert (result.position, result.fault) == ((lat, lon), None)


def test_our_own_events_have_no_fault() -> None:
    for event in atlas().events:
        result = check(event.lat, event.lon, event.country, event.place)
        assert result.fault is None, (event.id, result.fault)


def test_our_own_events_with_swapped_degrees_are_found() -> None:
    for event in atlas().events:
        if event.country == "SYR" and abs(event.lat - event.lon) > 0.2:  # Turkey goes on where these points lie
            result = check(event.lon, event.lat, event.country, event.place)
            assert result.fault is not None, event.id


@pytest.mark.parametrize(
    ("country", "place"),
    [("SYR", "Kobane"), ("SYR", ""), ("", "عين العرب"), ("SYR", "Washington"), ("", "Kobane, Syria")],
)
def test_swapped_degrees_are_found_by_country_and_by_place(country: str, place: str) -> None:
    result = check(38.3536, 36.891, country, place)
    assert result.position is None
    assert result.fault is not None
    assert (result.fault.kind, result.fault.suggestion) == (FaultKind.CONSTRAINT, "36.8910, 38.3536")
    assert "Perhaps latitude and longitude are swapped: then the point is in Syria" in result.fault.hint


def test_swapped_degrees_are_found_near_the_line_where_both_are_equal() -> None:
    result = check(36.869, 36.512, "", "Afrin")  # 40 km from Afrin as typed
    assert result.fault is not None
    assert result.fault.suggestion == "36.5120, 36.8690"


@pytest.mark.parametrize("typed", [(-36.891, 38.3536), (36.891, -38.3536), (-36.891, -38.3536)])
def test_other_signs_are_tried(typed: tuple[float, float]) -> None:
    result = check(*typed, "SYR")
    assert result.fault is not None
    assert result.fault.suggestion == "36.8910, 38.3536"
    assert "Perhaps a minus sign is missing, or one is too many: then the point is in Syria." in result.fault.hint


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("38.3536", "36.891"), "latitude and longitude are swapped"),
        (("368910", "383536"), "the decimal point is missing"),
        (("36891", "38.3536"), "the decimal point is missing"),
        (("4083000", "442000"), "these are metres in UTM zone 37"),
        (("442000", "4083000"), "these are metres in UTM zone 37"),
    ],
)
@pytest.mark.parametrize(("country", "place"), [("SYR", ""), ("", "Kobanê"), ("SYR", "Kobane")])
def test_what_may_be_meant_is_chosen_by_country_and_by_place(
    typed: tuple[str, str], words: str, country: str, place: str
) -> None:
    lat, lon = map(float, typed)
    result = checker().check_position(
        lat, lon, country=country, place=gazetteer().match(place), candidates=candidates(*typed)
    )
    assert result.fault is not None
    assert f"Perhaps {words}: then the point is in Syria" in result.fault.hint
    found = [float(degrees) for degrees in result.fault.suggestion.split(", ")]
    assert found == pytest.approx(KOBANE, abs=0.01)


def test_two_points_that_fit_equally_are_both_named_and_the_place_chooses() -> None:
    typed = ("4424000", "4269450")  # metres of Web Mercator that lie in Syria in either order
    numbers, others = tuple(map(float, typed)), candidates(*typed)
    alone = checker().check_position(*numbers, country="SYR", candidates=others)
    assert alone.fault is not None
    assert alone.fault.suggestion == ""
    assert alone.fault.hint.count("Perhaps these are metres in Web Mercator: then the point is 3") == 2
    named = checker().check_position(*numbers, country="SYR", place=gazetteer().match("Kobane"), candidates=others)
    assert named.fault is not None
    assert named.fault.suggestion.startswith("36.8")


def test_a_point_that_nothing_explains_is_said_to_be_so_far_off() -> None:
    assert hint(check(37.5, 38.3, "SYR")) == "The point is in Turkey, 64 km outside of Syria."
    assert hint(check(50.0, 10.0, "SYR")) == "The point is 2,602 km outside of Syria."
    assert hint(check(*KOBANE, "DEU")) == "The point is in Syria, not in Germany."
    far = check(35.2, 40.4, "SYR", "Kobane")
    assert hint(far) == "The point is 263 km from Kobane."
    assert far.fault is not None
    assert (far.fault.expected, far.fault.suggestion) == ("a point in Syria within 100 km of Kobane", "")


def test_a_point_at_its_place_in_another_country_is_a_fault_of_the_country() -> None:
    result = check(*KOBANE, "TUR", "Kobane")
    assert (result.position, result.is_about_country) == (KOBANE, True)
    assert result.fault is not None
    assert result.fault.suggestion == "Syria"


def test_zeros_are_a_missing_position_for_which_the_place_may_stand() -> None:
    result = check(0, 0, "SYR", "Kobane")
    assert result.fault is not None
    assert (result.fault.kind, result.fault.suggestion) == (FaultKind.MISSING_CELL, "36.89095, 38.35347")
    assert check(0, 0).position is None


@pytest.mark.parametrize(("lat", "lon"), [(math.nan, 38.0), (36.0, math.inf)])
def test_what_is_no_number_is_no_position(lat: float, lon: float) -> None:
    result = check(lat, lon, "SYR")
    assert result.fault is not None
    assert result.fault.kind is FaultKind.TYPE


@pytest.mark.parametrize(
    ("lat", "lon", "place", "precision"),
    [
        (36.9, 38.4, "Kobane", LocationPrecision.AREA),
        (36.0, 38.0, "", LocationPrecision.AREA),
        (36.89, 38.35, "", LocationPrecision.TOWN),
        (36.8912, 38.36, "Kobane", LocationPrecision.EXACT),
        (36.89095, 38.35347, "Kobane", LocationPrecision.TOWN),  # the very point of our table
    ],
)
def test_precision_follows_from_digits_and_place(
    lat: float, lon: float, place: str, precision: LocationPrecision
) -> None:
    assert check(lat, lon, "SYR", place).precision is precision


COUNTRIES = ("", "SYR", "TUR", "DEU")
PLACES = ("", "Kobane", "Afrin", "Derik", "Aleppo governorate")
NUMBERS = st.floats(-200, 200) | st.floats() | st.sampled_from([0.0, 36.891, 38.3536, 4_040_000.0])


@given(st.lists(st.tuples(NUMBERS, NUMBERS, st.integers(0, 3), st.integers(0, 4)), min_size=1, max_size=30))
def test_columns_say_the_same_as_their_rows(rows: list[tuple[float, float, int, int]]) -> None:
    lats, lons = (np.array([row[side] for row in rows], dtype=np.float64) for side in (0, 1))
    countries, places = (np.array([row[side] for row in rows], dtype=np.int64) for side in (2, 3))
    matches = [gazetteer().match(place) for place in PLACES]
    checked = checker().check_columns(
        lats,
        lons,
        countries=(countries, COUNTRIES),
        places=(places, matches),
        candidates=lambda row: (swapped(*rows[row][:2]),),
    )
    assert len(checked.codes) == len(rows)
    for code, (lat, lon, country, place) in zip(checked.codes, rows, strict=True):
        alone = checker().check_position(
            lat, lon, country=COUNTRIES[country], place=matches[place], candidates=(swapped(lat, lon),)
        )
        assert checked.results[code] == alone
        assert (alone.position is None) == (alone.precision is None)


def test_equal_rows_are_checked_once() -> None:
    same = np.zeros(1000, dtype=np.int64)
    lats, lons = np.full(1000, KOBANE[0]), np.full(1000, KOBANE[1])
    checked = checker().check_columns(lats, lons, countries=(same, ["SYR"]), places=(same, [()]))
    assert len(checked.results) == 1
    assert checked.codes.tolist() == [0] * 1000


def test_one_point_for_many_places_is_said() -> None:
    lats = np.array([35.0] * 12 + [36.0] * 20 + [37.0, np.nan])
    lons = np.array([38.5] * 12 + [38.0] * 20 + [37.0, np.nan])
    places = np.array([*range(12), *[3] * 20, 4, 5])
    (point,) = shared_points(lats, lons, places)
    assert (point.lat, point.lon, point.rows, point.places) == (35.0, 38.5, 12, 12)
    assert "12 rows with 12 different places have the point 35.0000, 38.5000." in point.fault.hint


def test_rows_without_places_share_no_point() -> None:
    assert shared_points(np.full(50, 35.0), np.full(50, 38.5), np.full(50, -1)) == ()
    assert shared_points(np.array([]), np.array([]), np.array([], dtype=np.int64)) == ()
