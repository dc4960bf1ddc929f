"""Positions are read in degrees and as maps write them; what may be meant by wrong ones is found."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.table_import.faults import Fault
from geodata.table_import.values.positions import (
    Position,
    candidates,
    degree_reader,
    position_reader,
    question_of_order,
)
from tests.paths import CASES

if TYPE_CHECKING:
    from geodata.table_import.values.number_texts import Decimal
    from geodata.table_import.values.positions import CoordinateOrder

TABLE: dict[str, Any] = json.loads((CASES / "table_positions.json").read_text(encoding="utf-8"))

WRITTEN = st.text(
    alphabet=st.one_of(
        st.characters(), st.sampled_from("0123456789-.,;/ NSEWKDGB\N{DEGREE SIGN}'\"()@!\u0663POINTgeo:37SDA")
    ),
    max_size=200,
)
DECIMALS = st.sampled_from([".", ",", ""])


@pytest.mark.parametrize("case", TABLE["degrees"], ids=lambda case: case["text"])
def test_degrees_are_read(case: dict[str, Any]) -> None:
    assert degree_reader(case["axis"], case.get("decimal", ""))(case["text"]) == pytest.approx(case["degrees"])


@pytest.mark.parametrize("case", TABLE["degree_faults"], ids=lambda case: case["text"])
def test_what_are_no_degrees_is_a_fault(case: dict[str, Any]) -> None:
    read = degree_reader(case["axis"], case.get("decimal", ""))(case["text"])

    assert isinstance(read, Fault)
    assert (read.kind, read.suggestion, read.hint) == (case["kind"], case.get("suggestion", ""), case.get("hint", ""))


@pytest.mark.parametrize("case", TABLE["positions"], ids=lambda case: case["text"])
def test_a_position_is_read(case: dict[str, Any]) -> None:
    read = position_reader(case.get("order", ""), case.get("decimal", ""))(case["text"])

    assert isinstance(read, Position)
    assert (read.lat, read.lon) == pytest.approx((case["lat"], case["lon"]))


@pytest.mark.parametrize("case", TABLE["position_faults"], ids=lambda case: case["text"])
def test_what_is_no_position_is_a_fault(case: dict[str, Any]) -> None:
    read = position_reader(case.get("order", ""))(case["text"])

    assert isinstance(read, Fault)
    assert (read.kind, read.suggestion, read.hint) == (case["kind"], case.get("suggestion", ""), case.get("hint", ""))


def test_suggestions_can_be_read() -> None:
    for case in TABLE["degree_faults"]:
        if suggestion := case.get("suggestion"):
            assert isinstance(degree_reader(case["axis"], case.get("decimal", ""))(suggestion), float)
    for case in TABLE["position_faults"]:
        if suggestion := case.get("suggestion"):
            assert isinstance(position_reader(case["order"])(suggestion), Position)


@pytest.mark.parametrize("case", TABLE["candidates"], ids=lambda case: f"{case['lat']} {case['lon']}")
def test_positions_that_may_be_meant_are_found(case: dict[str, Any]) -> None:
    found = [(candidate.kind, candidate.lat, candidate.lon) for candidate in candidates(case["lat"], case["lon"])]

    for wanted in case["candidates"]:
        assert any(
            kind == wanted["kind"] and (lat, lon) == pytest.approx((wanted["lat"], wanted["lon"]), abs=1e-6)
            for kind, lat, lon in found
        ), found


@pytest.mark.parametrize("pair", [("", ""), ("Kobane", "38.35"), ("0", "0"), ("36.89", "n/a"), ("1" * 50, "38")])
def test_nothing_is_found_where_nothing_can_be_meant(pair: tuple[str, str]) -> None:
    assert candidates(*pair) == ()


@pytest.mark.parametrize("blank", [None, "", "n/a", "-", "unknown", float("nan")])
def test_nothing_is_read_from_a_blank(blank: str | float | None) -> None:
    assert degree_reader("lat")(blank) is None
    assert position_reader()(blank) is None


def test_cells_with_types_are_read() -> None:
    read = degree_reader("lat")
    assert [read(36), read(36.89)] == [36.0, 36.89]
    too_large, truth = read(36891), read(True)  # noqa: FBT003 (a cell)
    assert isinstance(too_large, Fault)
    assert too_large.suggestion == "36.891"
    assert isinstance(truth, Fault)
    assert isinstance(position_reader()(36.89), Fault)


def test_the_order_is_asked_where_both_are_possible() -> None:
    question = question_of_order(["36.89, 38.35", "36.9, 38.3", None, "36.89, 38.35"], "where")
    assert question is not None
    assert question.key == "coordinate-order:where"
    first, second = question.options
    assert (first.value, first.label) == ("lat-lon", "Latitude first")
    assert first.preview[0] == "36.89, 38.35 = 36.89\N{DEGREE SIGN} N, 38.35\N{DEGREE SIGN} E"
    assert second.preview[0] == "36.89, 38.35 = 38.35\N{DEGREE SIGN} N, 36.89\N{DEGREE SIGN} E"


@pytest.mark.parametrize(
    "column",
    [["36.89, 38.35", "36.9, 95.1"], ["36.89N 38.35E"], ["POINT (38.35 36.89)"], ["Kobane", 36.89], ["38, 38"], []],
)
def test_the_order_is_not_asked_where_the_cells_tell(column: list[str | float]) -> None:
    assert question_of_order(column, "where") is None


def test_the_order_is_asked_where_no_order_fits() -> None:
    question = question_of_order(["36.89, 95.1", "95.1, 36.89"], "where")
    assert question is not None
    assert "95.1, 36.89 = no position" in question.options[0].preview


@settings(max_examples=300, deadline=None)
@given(WRITTEN, st.sampled_from(["", "lat-lon", "lon-lat"]), DECIMALS)
def test_no_text_makes_the_readers_fail(text: str, order: CoordinateOrder, decimal: Decimal) -> None:
    lat = degree_reader("lat", decimal)(text)
    assert lat is None or isinstance(lat, Fault) or -90 <= lat <= 90
    read = position_reader(order, decimal)(text)
    if isinstance(read, Position):
        assert abs(read.lat) <= 90
        assert abs(read.lon) <= 180


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="0123456789.,-' N", max_size=14), st.text(alphabet="0123456789.,-' E", max_size=14))
def test_candidates_lie_on_earth(lat: str, lon: str) -> None:
    for found in candidates(lat, lon):
        assert abs(found.lat) <= 90
        assert abs(found.lon) <= 180
        assert found.words.endswith(".")


@settings(max_examples=200, deadline=None)
@given(st.integers(-90 * 3600, 90 * 3600), st.integers(-180 * 3600, 180 * 3600))
def test_every_second_is_read_as_it_is_written(lat: int, lon: int) -> None:
    def written(seconds: int, letters: str) -> str:
        whole, rest = divmod(abs(seconds), 3600)
        return f"{whole}\N{DEGREE SIGN}{rest // 60:02}'{rest % 60:02}\"{letters[seconds < 0]}"

    read = position_reader()(f"{written(lat, 'NS')} {written(lon, 'EW')}")
    assert isinstance(read, Position)
    assert math.isclose(read.lat, lat / 3600, abs_tol=1e-9)
    assert math.isclose(read.lon, lon / 3600, abs_tol=1e-9)
