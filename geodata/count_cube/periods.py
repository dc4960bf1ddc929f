"""Days, weeks, months and years in which events are counted."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

EPOCH = date(1970, 1, 1)
_MONDAY = 3
"""Days from a Monday to 1970-01-01, a Thursday."""
_EPOCH_YEAR = 1970


class Period(StrEnum):
    """Length of time in which events are counted together, from short to long."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"

    @property
    def longer(self) -> Period | None:
        """The next longer one; ``None`` for the longest."""
        every = list(Period)
        return every[every.index(self) + 1] if self is not every[-1] else None

    def numbers(self, days: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Return the periods of days, both counted from 1970.

        Weeks begin on Monday.
        """
        if self is Period.DAY:
            return days
        if self is Period.WEEK:
            return (days + _MONDAY) // 7
        unit = "M" if self is Period.MONTH else "Y"
        return days.astype("datetime64[D]").astype(f"datetime64[{unit}]").astype(np.int64)

    def number(self, day: date) -> int:
        """Return the period of a day, counted from 1970.

        >>> [period.number(date(2014, 10, 6)) for period in Period]
        [16349, 2336, 537, 44]
        """
        return int(self.numbers(np.array([(day - EPOCH).days]))[0])

    def first_day(self, number: int) -> date:
        """Return the first day of a period.

        >>> [str(period.first_day(period.number(date(2014, 10, 6)))) for period in Period]
        ['2014-10-06', '2014-10-06', '2014-10-01', '2014-01-01']
        """
        if self is Period.DAY:
            return EPOCH + timedelta(days=number)
        if self is Period.WEEK:
            return EPOCH + timedelta(days=7 * number - _MONDAY)
        year, month = divmod(number, 12) if self is Period.MONTH else (number, 0)
        return date(_EPOCH_YEAR + year, month + 1, 1)

    def first_days(self, numbers: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Return the first days of periods, counted from 1970-01-01."""
        if self is Period.DAY:
            return numbers
        if self is Period.WEEK:
            return 7 * numbers - _MONDAY
        unit = "M" if self is Period.MONTH else "Y"
        return numbers.astype(f"datetime64[{unit}]").astype("datetime64[D]").astype(np.int64)
