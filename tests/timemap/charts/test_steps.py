"""Cutting steps never changes what holds on a day, and what is only last known begins the day after the last known."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from geodata.dates.span import DAY, Span
from timemap.charts.steps import StepLevel, highest, largest_change, lowest, step_on, steps_of, within

FIRST = date(2014, 1, 1)
DAYS = [FIRST, date(2014, 3, 1), date(2015, 1, 1), date(2016, 1, 1)]
LEVELS = [StepLevel(5, 4, 6), StepLevel(9), None, StepLevel(2, 1, 2)]
STEPS = steps_of(DAYS, LEVELS)


def held(day: date) -> StepLevel | None:
    """Return what holds on a day, straight from the lists."""
    return next((level for start, level in zip(DAYS[::-1], LEVELS[::-1], strict=True) if start <= day), None)


def on(day: int) -> date:
    return FIRST + timedelta(days=day)


@given(
    start=st.integers(-40, 900), days=st.integers(1, 900), known=st.integers(-40, 1200), asked=st.integers(-60, 2000)
)
def test_on_every_day_of_the_span_holds_what_held_before(start: int, days: int, known: int, asked: int) -> None:
    span, day = Span(on(start), on(start + days)), on(asked)
    found = [step for step in within(STEPS, span, on(known)) if step.span.covers(day)]
    if not span.covers(day) or held(day) is None:
        assert found == []
    else:
        (step,) = found
        assert step.level == held(day)
        assert step.last_known == (day > on(known))


def test_equal_neighbours_are_one_step_and_gaps_stay() -> None:
    steps = steps_of([*DAYS, date(2017, 1, 1)], [*LEVELS, StepLevel(2, 1, 2)])
    assert steps == STEPS
    assert [step.span.start for step in STEPS] == [DAYS[0], DAYS[1], DAYS[3]]
    assert STEPS[1].span.end == DAYS[2]
    assert STEPS[2].span.end is None


def test_the_first_of_equals_is_named() -> None:
    steps = steps_of(DAYS, [StepLevel(1), StepLevel(3), StepLevel(1), StepLevel(3)])
    assert highest(steps).span.start == DAYS[1]
    assert lowest(steps).span.start == DAYS[0]


def test_the_largest_change_is_between_neighbours_and_never_over_a_gap() -> None:
    assert largest_change(STEPS) == (DAYS[1], 4)
    assert largest_change(steps_of(DAYS, [StepLevel(9), StepLevel(9), None, StepLevel(1)])) is None
    assert largest_change(steps_of(DAYS, [StepLevel(9), StepLevel(7), StepLevel(1), StepLevel(4)])) == (DAYS[2], -6)


def test_no_step_is_found_outside() -> None:
    assert step_on(STEPS, FIRST - DAY) is None
    assert step_on(STEPS, DAYS[2]) is None
