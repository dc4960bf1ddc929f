"""Numbers are read with thousands and decimals by either sign, which is asked where the cells leave it open."""

from __future__ import annotations

import json
import math
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.table_import.faults import Fault
from geodata.table_import.values.numbers import decimal_sign, number_reader, question_of_decimal, range_reader
from tests.paths import CASES

if TYPE_CHECKING:
    from geodata.table_import.sheets import Cell
    from geodata.table_import.values.number_texts import Decimal

TABLE: dict[str, Any] = json.loads((CASES / "table_numbers.json").read_text(encoding="utf-8"))

WRITTEN = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from("0123456789-+.,' %~<>\u0661\u066b\u066c")), max_size=200
)
SUGGESTIONS = [case for case in TABLE["faults"] if "suggestion" in case]
BLANKS = (
    None,
    "",
    " ",
    "-",
    "\u2013",
    "n/a",
    "N/A",
    "NaN",
    "unknown",
    "?",
    "Bilinmiyor",
    "nenas",
    "مجهول",
    float("nan"),
)


@pytest.mark.parametrize("case", TABLE["numbers"], ids=lambda case: f"{case['decimal']} {case['text']}")
def test_a_number_is_read(case: dict[str, Any]) -> None:
    assert number_reader(case["decimal"])(case["text"]) == case["number"]


@pytest.mark.parametrize("case", TABLE["faults"], ids=lambda case: f"{case['decimal']} {case['text']}")
def test_what_is_no_number_is_a_fault(case: dict[str, Any]) -> None:
    read = number_reader(case["decimal"])(case["text"])

    assert isinstance(read, Fault)
    assert (read.suggestion, read.hint) == (case.get("suggestion", ""), case.get("hint", ""))


@pytest.mark.parametrize("case", SUGGESTIONS, ids=lambda case: case["text"])
def test_a_suggestion_can_be_read(case: dict[str, Any]) -> None:
    assert isinstance(number_reader(case["decimal"])(case["suggestion"]), float)


@pytest.mark.parametrize("case", TABLE["ranges"], ids=lambda case: case["text"])
def test_a_range_is_read(case: dict[str, Any]) -> None:
    high = math.inf if case["high"] is None else case["high"]
    assert range_reader(".")(case["text"]) == (case["low"], high)


@pytest.mark.parametrize(
    "text", ["15-12", "12 and 15", "12-15 people", "12-", "50%", "twelve", "3 Oct - 5 Oct", "12-15-18"]
)
def test_what_is_no_range_is_a_fault(text: str) -> None:
    assert isinstance(range_reader(".")(text), Fault)


@pytest.mark.parametrize("blank", BLANKS)
def test_nothing_is_read_from_a_blank(blank: str | float | None) -> None:
    assert number_reader(".")(blank) is None
    assert range_reader(",")(blank) is None


def test_cells_with_types_are_read() -> None:
    read = number_reader("")
    assert [read(45), read(45.5)] == [45.0, 45.5]
    assert all(isinstance(read(cell), Fault) for cell in (True, date(2014, 10, 6), math.inf, 10**400))


@pytest.mark.parametrize(
    ("columns", "evidence", "likeliest"),
    [
        ([["36.89"], ["1,234"]], ".", "."),
        ([["36,89"], ["1.234"]], ",", ","),
        ([["1,234,567"]], ".", "."),
        ([["1.234.567"]], ",", ","),
        ([["1,234"]], "either", "."),
        ([["1.234", "2.345"]], "either", ","),
        ([["36.89"], ["38,35"]], "mixed", "."),
        ([["36.89"], ["38,35", "38,36"]], "mixed", ","),
        ([["12", "n/a", None, 36.89], ["name, of a place"], ["12 345"]], "", "."),
        ([["0.891"]], ".", "."),
        ([], "", "."),
    ],
)
def test_the_decimal_sign_of_a_table(columns: list[list[Cell]], evidence: str, likeliest: Decimal) -> None:
    sign = decimal_sign(columns)
    assert (sign.evidence, sign.likeliest) == (evidence, likeliest)


def test_the_question_shows_both_readings() -> None:
    question = question_of_decimal([["1,234", "2,345", "1,234", "12", "3,456", "4,567"]])
    assert question is not None
    assert question.key == "decimal"
    point, comma = question.options
    assert (point.value, point.preview) == (".", ("1,234 = 1234", "2,345 = 2345", "3,456 = 3456"))
    assert (comma.value, comma.preview[0]) == (",", "1,234 = 1.234")


def test_nothing_is_asked_that_the_cells_answer() -> None:
    assert question_of_decimal([["36.89", "1,234"], ["38.35"]]) is None
    assert question_of_decimal([["12"]]) is None


@settings(max_examples=300, deadline=None)
@given(WRITTEN, st.sampled_from([".", ",", ""]))
def test_no_text_makes_the_readers_fail(text: str, decimal: Decimal) -> None:
    number = number_reader(decimal)(text)
    assert number is None or isinstance(number, Fault) or math.isfinite(number)
    assert isinstance(range_reader(decimal)(text), tuple | Fault | None)
    decimal_sign([[text]])


@settings(max_examples=200, deadline=None)
@given(st.integers(-(10**9), 10**9), st.integers(0, 10**4 - 1), st.sampled_from([".", ","]))
def test_a_number_is_read_as_it_is_written(whole: int, fraction: int, decimal: Decimal) -> None:
    other = "," if decimal == "." else "."
    text = f"{whole:,}".replace(",", other) + f"{decimal}{fraction:04}"
    assert number_reader(decimal)(text) == float(f"{whole}.{fraction:04}")
