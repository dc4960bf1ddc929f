"""A date in another form is told how it is written here; one that says no day is not guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.dates.date_hints import date_hint

WRITE = "Write 2014-10-06."
EITHER = "Is this 2014-10-06 (day first) or 2014-06-10 (month first)?"


@pytest.mark.parametrize(
    "typed",
    [
        "06 October 2014",
        "6th October, 2014",
        "Oct 6, 2014",
        "Oct. 6th 2014",
        "Monday, 6 October 2014",
        "2014 October 6",
        "06/Oct/2014",
        "6-Oct-14",
        "6 Ekim 2014",
        "6 EK\u0130M 2014",
        "6 \u062a\u0634\u0631\u064a\u0646 \u0627\u0644\u0623\u0648\u0644 2014",
        "6 \u0623\u0643\u062a\u0648\u0628\u0631 2014",
        "6 octobre 2014",
        "2014/10/06",
        "2014.10.6",
        "2014-10-6",
        "20141006",
        "2014-10-06T00:00:00Z",
        "2014-10-06 00:00:00",
        "2014-10-06 12:30",
    ],
)
def test_a_usual_form_is_told_how_to_write_it(typed: str) -> None:
    assert date_hint(typed) == WRITE


@pytest.mark.parametrize("typed", ["6.10.2014", "6/10/2014", "06-10-2014", "6.10.14", "6.10.2014 12:00 AM"])
def test_a_form_that_can_be_read_in_two_ways_is_told_both(typed: str) -> None:
    assert date_hint(typed) == EITHER


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("25.12.2014", "Write 2014-12-25."),
        ("12/25/2014", "Write 2014-12-25."),
        ("41918", "As a spreadsheet date number, this is 2014-10-06."),
        ("41918.5", "As a spreadsheet date number, this is 2014-10-06."),
        ("2015-02-30", "This date does not exist."),
        ("31.2.2015", "This date does not exist."),
        ("2014-13-45", "This date does not exist."),
        ("2014", "The day is missing."),
        ("2014-10", "The day is missing."),
        ("October 2014", "The day is missing."),
        ("before 6 October 2014", "Is this 2014-10-06?"),
        ("1393/07/14", "Is this year of another calendar? Write the date of the Gregorian calendar."),
        ("6-8 October 2014", ""),
        ("6 Oct", ""),
        ("soon", ""),
        ("1425254400", ""),
        ("6 October 2014 " * 9, ""),
    ],
)
def test_other_texts_are_told_what_they_lack(typed: str, hint: str) -> None:
    assert date_hint(typed) == hint


@settings(max_examples=100, deadline=None)
@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.sampled_from("./- "))
def test_every_day_with_the_year_first_is_read(day: date, separator: str) -> None:
    assert date_hint(f"{day.year}{separator}{day.month}{separator}{day.day}") == f"Write {day}."


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("0123456789-/.: TZ")), max_size=50))
def test_no_text_makes_a_hint_fail(text: str) -> None:
    assert isinstance(date_hint(text), str)
