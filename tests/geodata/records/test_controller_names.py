"""A controller is called by the name that it had on the day."""

from __future__ import annotations

from datetime import date

import pytest

from geodata.dates.span import Span
from geodata.records.controller_names import NOBODY
from tests.project_data import atlas


@pytest.mark.parametrize(
    ("controller", "day", "name"),
    [
        ("sdf", date(2014, 9, 15), "YPG and allied groups"),
        ("sdf", date(2015, 10, 10), "YPG and allied groups"),
        ("sdf", date(2015, 10, 11), "SDF and self-administration"),
        ("hts", date(2016, 7, 27), "Nusra Front"),
        ("hts", date(2016, 7, 28), "Jabhat Fatah al-Sham"),
        ("hts", date(2017, 1, 28), "Hayat Tahrir al-Sham (HTS)"),
        ("", date(2015, 1, 1), NOBODY),
    ],
)
def test_a_name_is_that_of_the_day(controller: str, day: date, name: str) -> None:
    assert atlas().names.on(controller, day) == name


def test_over_many_days_the_earlier_names_follow() -> None:
    told = atlas().names.over("hts", Span(date(2016, 1, 1), date(2018, 1, 1)))
    assert told == (
        "Hayat Tahrir al-Sham (HTS), before 28 January 2017 Jabhat Fatah al-Sham, before 28 July 2016 Nusra Front"
    )
    assert atlas().names.over("turkey", Span(date(2016, 1, 1))) == "Turkish forces with allied Syrian groups"


def test_no_name_is_used_before_it_was_there() -> None:
    for row in atlas().controller_names:
        if row.end is not None:
            assert atlas().names.on(row.controller, row.end) != row.name
        if row.start is not None:
            assert atlas().names.on(row.controller, row.start) == row.name


def test_names_of_single_days_stand_side_by_side() -> None:
    days = [date(2018, 1, 1), date(2016, 1, 1)]
    assert atlas().names.on_days("hts", days) == "Nusra Front / Hayat Tahrir al-Sham (HTS)"
