"""The order of day and month is read from a whole column, and asked where its cells leave it open."""

from __future__ import annotations

from datetime import date

import pytest

from geodata.table_import.values.days import ReadDay, day_order, day_reader, question_of_calendar, question_of_order


@pytest.mark.parametrize(
    ("column", "evidence", "likeliest"),
    [
        (["03/04/2018", "25/12/2018"], "day-first", "day-first"),
        (["03/04/2018", "12/25/2018", None, "n/a"], "month-first", "month-first"),
        (["03/04/2018", "05/06/2018"], "either", "day-first"),
        (["3/4/2018 10:00 PM", "3/5/2018 9:00 AM"], "either", "month-first"),
        (["25/12/2018", "26/12/2018", "12/25/2018"], "mixed", "day-first"),
        (["12/25/2018", "12/26/2018", "25/12/2018"], "mixed", "month-first"),
        (["03/04/2018", "31/02/2018"], "day-first", "day-first"),
        (["03/04/2018", "02/31/2018"], "month-first", "month-first"),
        (["14-10-06", "14-11-07"], "either", "year-first"),
        (["75-10-06", "76-11-07"], "year-first", "year-first"),
        (["3-5.10.2014", "28.9.-3.10.2014"], "day-first", "day-first"),
        (["\u0663/\u0664/\u0662\u0660\u0661\u0668"], "either", "day-first"),
        ([41918, 41919.5], "spreadsheet", "spreadsheet-1900"),
        (["41918", "41919"], "spreadsheet", "spreadsheet-1900"),
        ([41918, date(2014, 10, 6)], "", ""),
        ([41918, "2014-10-06"], "", ""),
        (["2014-10-06", "6 October 2014", "05/05/2018", "soon", date(2014, 10, 6), 2014], "", ""),
        ([], "", ""),
    ],
)
def test_the_order_of_a_column(column: list[object], evidence: str, likeliest: str) -> None:
    order = day_order(column)  # type: ignore[arg-type]
    assert (order.evidence, order.likeliest) == (evidence, likeliest)
    day_reader(order.likeliest)


def test_the_question_shows_both_readings_once() -> None:
    question = question_of_order(["03/04/2018"] * 3 + ["05/06/2018", "07/08/2018", "09/10/2018"], "when")
    assert question is not None
    assert (question.key, question.text) == ("date-order:when", 'Which comes first in the dates of "when"?')
    day_first, month_first = question.options
    assert day_first.preview[:2] == ("03/04/2018 = 3 April 2018 (day first)", "05/06/2018 = 5 June 2018 (day first)")
    assert len(day_first.preview) == 3
    assert (month_first.value, month_first.label) == ("month-first", "4 March 2018 (month first)")


def test_a_mixed_column_shows_what_no_order_reads() -> None:
    question = question_of_order(["25/12/2018", "12/26/2018", "01/02/2018"], "when")
    assert question is not None
    day_first, month_first = question.options
    assert "12/26/2018 = no date (day first)" in day_first.preview
    assert "25/12/2018 = no date (month first)" in month_first.preview
    assert day_first.label == "25 December 2018 (day first)"


@pytest.mark.parametrize("column", [["25/12/2018", "03/04/2018"], ["2014-10-06"], [41918], []])
def test_nothing_is_asked_that_the_cells_answer(column: list[str | int]) -> None:
    assert question_of_order(column, "when") is None


def test_years_of_two_digits_are_told() -> None:
    assert day_order(["25.12.14", "6.10.2014", "7-Oct-14"]).short_years == ("25.12.14", "7-Oct-14")


def test_the_hijri_calendar_is_asked_for_and_only_then_read() -> None:
    question = question_of_calendar(["1436-04-06", "2014-10-06", "6 April"], "when")
    assert question is not None
    assert [option.value for option in question.options] == ["gregorian", "hijri"]
    assert question.options[0].preview == ("1436-04-06 = no date (another calendar)",)
    assert question.options[1].preview == ("1436-04-06 = 26 January 2015 (Hijri calendar)",)
    assert isinstance(day_reader("day-first", calendar="hijri")("1436-04-06"), ReadDay)
    assert question_of_calendar(["2014-10-06", None], "when") is None
