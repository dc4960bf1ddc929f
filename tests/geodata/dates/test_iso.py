"""A day is read in one form only and counted from 1970-01-01."""

from __future__ import annotations

import json
from typing import Any

import pytest

from geodata.dates.iso import day_number, iso_day
from tests.paths import CASES

TABLE: list[dict[str, Any]] = json.loads((CASES / "dates.json").read_text("utf-8"))["iso"]
"""Cases on which Python and the document agree; tests/web/dates.test.js reads them, too."""


@pytest.mark.parametrize("case", TABLE, ids=lambda case: repr(case["text"]))
def test_a_day_has_its_number_and_what_is_none_has_no_number(case: dict[str, Any]) -> None:
    assert day_number(iso_day(case["text"])) == case["number"]


def test_the_cases_have_both() -> None:
    assert {case["number"] is None for case in TABLE} == {True, False}
