"""Precision of dates: day, month or year."""

from enum import StrEnum


class DatePrecision(StrEnum):
    """Precision of a date: day, month or year."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
