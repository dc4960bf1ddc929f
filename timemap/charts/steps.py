"""Steps: numbers that hold from one day of change to the next.

After the last supported day a number is only last known.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from geodata.dates.span import DAY, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date


@dataclass(frozen=True, slots=True)
class StepLevel:
    """A number with its range."""

    value: float
    """The number."""
    low: float | None = None
    """Where its range begins; None where no range is stored."""
    high: float | None = None
    """Where its range ends."""
    parts: tuple[float, ...] = ()
    """What it is the sum of, in an order of its own; empty where it is told as one."""
    other: float | None = None
    """The same number with land that is shared, or without it; None where that makes no difference."""


@dataclass(frozen=True, slots=True)
class Step:
    """A number that stays the same for some days."""

    span: Span
    """The days; without an end while it still holds."""
    level: StepLevel
    """The number."""
    last_known: bool = False
    """True after the last supported day."""

    @property
    def value(self) -> float:
        """The number alone."""
        return self.level.value


def steps_of(days: Sequence[date], levels: Iterable[StepLevel | None]) -> tuple[Step, ...]:
    """Return the steps of a number that is given for every day of change.

    Equal neighbours are one.

    >>> from datetime import date
    >>> days = [date(2014, 1, 1), date(2014, 2, 1), date(2014, 3, 1), date(2014, 4, 1)]
    >>> levels = [StepLevel(1), StepLevel(1), None, StepLevel(4)]
    >>> [(str(step.span.start), step.value) for step in steps_of(days, levels)]
    [('2014-01-01', 1), ('2014-04-01', 4)]

    Args:
        days: the days of change, in order.
        levels: the number from each of them on; None where there is none.
    """
    groups = [(level, next(rows)[0]) for level, rows in groupby(zip(days, levels, strict=True), key=lambda row: row[1])]
    ends = [*(start for _, start in groups[1:]), None]
    return tuple(
        Step(Span(start, end), level) for (level, start), end in zip(groups, ends, strict=False) if level is not None
    )


def within(steps: Iterable[Step], span: Span, known_until: date) -> tuple[Step, ...]:
    """Return the parts of steps in a span, cut where last known begins.

    Args:
        steps: in order of time.
        span: a span with an end.
        known_until: the last supported day.
    """
    first_unknown = known_until + DAY
    parts = [Span(span.start, span.end)]
    if span.covers(first_unknown) and first_unknown > span.start:
        parts = [Span(span.start, first_unknown), Span(first_unknown, span.end)]
    steps_within = []
    for part in parts:
        for step in steps:
            if step.span.overlaps(part):
                ends = [end for end in (step.span.end, part.end) if end is not None]
                cut = Span(max(step.span.start, part.start), min(ends, default=None))
                steps_within.append(replace(step, span=cut, last_known=part.start > known_until))
    return tuple(steps_within)


def step_on(steps: Iterable[Step], day: date) -> Step | None:
    """Return the step that holds on a day; None where none does."""
    return next((step for step in steps if step.span.covers(day)), None)


def highest(steps: Sequence[Step]) -> Step:
    """Return the first of the steps with the largest number.

    There must be one.
    """
    return max(steps, key=lambda step: step.value)


def lowest(steps: Sequence[Step]) -> Step:
    """Return the first of the steps with the smallest number.

    There must be one.
    """
    return min(steps, key=lambda step: step.value)


def in_other(steps: Iterable[Step]) -> list[Step]:
    """Return steps with their other number in place of the number.

    Those without another one are as they were.
    """
    return [
        replace(step, level=StepLevel(step.level.other)) if step.level.other is not None else step for step in steps
    ]


def largest_change(steps: Sequence[Step]) -> tuple[date, float] | None:
    """Return the day and size of the largest change between steps.

    The steps are neighbours; None where there is none.
    """
    changes = [
        (after.span.start, after.value - before.value)
        for before, after in pairwise(steps)
        if before.span.end == after.span.start and after.value != before.value
    ]
    return max(changes, key=lambda change: abs(change[1]), default=None)
