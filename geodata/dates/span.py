"""Half-open spans of whole days, ``[start, end)``.

No end means "still so".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)

LATEST = date.max - DAY
"""The latest day that a span can end with; the one after it is the last that there is."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of whole days.

    >>> Span(date(2014, 9, 15), date(2015, 1, 27)).covers(date(2015, 1, 26))
    True
    >>> Span(date(2014, 9, 15)).covers(date(2100, 1, 1))
    True
    """

    start: date
    """First day that belongs to the span."""

    end: date | None = None
    """First day that no longer belongs to it; ``None`` means still so."""

    def __post_init__(self) -> None:
        """Refuse a span of no day at all.

        Raises:
            ValueError: if ``end`` is not after ``start``.
        """
        if self.end is not None and self.end <= self.start:
            message = f"a span must end after it starts, not from {self.start} to {self.end}"
            raise ValueError(message)

    def covers(self, day: date) -> bool:
        """Return whether ``day`` belongs to the span."""
        return self.start <= day and (self.end is None or day < self.end)

    def overlaps(self, other: Span) -> bool:
        """Return whether the two spans share at least one day."""
        return (other.end is None or self.start < other.end) and (self.end is None or other.start < self.end)

    @property
    def last_day(self) -> date | None:
        """Last day that belongs to the span, or ``None`` while it is still so."""
        return None if self.end is None else self.end - DAY
