"""Dates in words say no more than is known."""

from datetime import date

import pytest

from geodata.dates.precision import DatePrecision
from geodata.dates.wording import in_words

DAY, MONTH, YEAR = DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR


@pytest.mark.parametrize(
    ("first", "last", "precision", "words"),
    [
        (date(2014, 10, 6), None, DAY, "6 October 2014"),
        (date(2014, 10, 6), date(2014, 10, 6), DAY, "6 October 2014"),
        (date(2014, 10, 6), date(2014, 10, 9), DAY, "6\u20139 October 2014"),
        (date(2014, 9, 30), date(2014, 10, 2), DAY, "30 September \u2013 2 October 2014"),
        (date(2014, 12, 30), date(2015, 1, 2), DAY, "30 December 2014 \u2013 2 January 2015"),
        (date(2013, 8, 17), None, MONTH, "August 2013"),
        (date(2013, 8, 1), date(2013, 10, 1), MONTH, "August 2013 \u2013 October 2013"),
        (date(2016, 5, 5), None, YEAR, "2016"),
        (date(2016, 5, 5), date(2018, 1, 1), YEAR, "2016\u20132018"),
    ],
)
def test_words(first: date, last: date | None, precision: DatePrecision, words: str) -> None:
    assert in_words(first, precision, last) == words
