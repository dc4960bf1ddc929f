"""Dates in words say no more than is known."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from geodata.dates.precision import DatePrecision
from geodata.dates.wording import in_words
from tests.paths import CASES

TABLE: list[dict[str, Any]] = json.loads((CASES / "dates.json").read_text("utf-8"))["words"]
"""Cases on which Python and the document agree; tests/web/dates.test.js reads them, too."""

DAY, MONTH, YEAR = DatePrecision


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case["words"])
def test_words_of_the_table(case: dict[str, Any]) -> None:
    first, last = map(date.fromisoformat, case["days"])
    assert in_words(first, DatePrecision(case["precision"]), last) == case["words"]


def test_the_cases_have_every_precision() -> None:
    assert {case["precision"] for case in TABLE} == set(DatePrecision)


@pytest.mark.parametrize(
    ("first", "last", "precision", "words"),
    [
        (date(2014, 10, 6), None, DAY, "6 October 2014"),
        (date(2013, 8, 17), None, MONTH, "August 2013"),
        (date(2013, 8, 17), date(2013, 10, 3), MONTH, "August \u2013 October 2013"),
        (date(2016, 5, 5), None, YEAR, "2016"),
        (date(2016, 5, 5), date(2018, 1, 1), YEAR, "2016\u20132018"),
    ],
)
def test_any_day_of_a_month_or_year_stands_for_it(
    first: date, last: date | None, precision: DatePrecision, words: str
) -> None:
    assert in_words(first, precision, last) == words
