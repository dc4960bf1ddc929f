"""Precision of dates: day, month or year."""

from enum import StrEnum


class DatePrecision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
