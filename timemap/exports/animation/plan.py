"""Plan of an animation: days, pace, size in pixels and of the file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal, get_args

from geodata.dates.span import DAY
from geodata.dates.wording import day_in_words
from timemap.exports.animation.files import ANIMATIONS, PACE
from timemap.style.page_shapes import shape_by_id
from timemap.text.numbers import format_number, pluralize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from timemap.state.map_state import MapState
    from timemap.state.snapshot import Snapshot
    from timemap.style.page_shapes import Shape

Step = Literal["day", "week", "month", "year"]
"""Time from one picture to the next."""

STEPS: tuple[Step, ...] = get_args(Step)

MOST = 400
"""Pictures in one file at most: more would take minutes to draw, and nobody looks on for longer."""

USUAL_MOST = 180
"""Pictures at most where no step was asked for."""

FIRST_STAYS, LAST_STAYS = 8 * PACE, 20 * PACE
"""Milliseconds that the first and the last picture stay."""

MOVING_SHAPES = ("wide", "square")
"""Ids of the shapes that a moving picture can have, the usual one first."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Plan of an animation, before it is drawn."""

    days: tuple[date, ...]
    """Days that are drawn, in order; at least one."""

    step: Step

    shape: Shape

    kind: str
    """Of file: one of ``ANIMATIONS``."""

    steps: tuple[Step, ...]
    """Those that are possible for its range."""

    @property
    def stays(self) -> tuple[int, ...]:
        """How long each picture stays, in milliseconds."""
        if len(self.days) == 1:
            return (LAST_STAYS,)
        return (FIRST_STAYS, *[PACE] * (len(self.days) - 2), LAST_STAYS)

    @property
    def seconds(self) -> float:
        """How long it runs."""
        return sum(self.stays) / 1000

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in dots."""
        return round(self.shape.width), round(self.shape.height)

    @property
    def expected_bytes(self) -> int:
        """About how large the file gets."""
        kind = ANIMATIONS[self.kind]
        return kind.first_bytes + kind.further_bytes * (len(self.days) - 1)

    @property
    def words(self) -> str:
        """What it will be, in one sentence."""
        width, height = self.size
        number = len(self.days)
        pictures = pluralize(number, "frame", "frames") + (f", one per {self.step}" if number > 1 else "")
        first, last = day_in_words(self.days[0]), day_in_words(self.days[-1])
        days = first if first == last else f"{first} to {last}"
        size = max(self.expected_bytes / 1e6, 0.1)
        megabytes = f"{size:.1f}" if size < 10 else f"{size:.0f}"  # noqa: PLR2004 (two figures)
        return f"{days}: {pictures}, {self.seconds:.0f} seconds, {width} by {height} pixels, about {megabytes} MB."


def plan_for(snapshot: Snapshot, kind: str, step: Step | None = None) -> Plan:
    """Return what a moving picture of the range of a snapshot will be.

    Args:
        snapshot: what is seen; a shape for print becomes the wide one.
        kind: of file.
        step: from one picture to the next; the smallest that gives not too many where left out.

    Raises:
        ValueError: if the step gives too many pictures, with their number and what is possible.
    """
    span = snapshot.state.span
    last = span.last_day or snapshot.state.moment
    shape = shape_by_id(snapshot.shape if snapshot.shape in MOVING_SHAPES else MOVING_SHAPES[0])
    numbers = {each: sum(1 for _ in _days(span.start, last, each)) for each in STEPS}
    usual: Step = next((each for each in STEPS if numbers[each] <= USUAL_MOST), "year")
    wanted = step or usual
    steps = tuple(each for each in STEPS if numbers[each] <= MOST)
    if wanted not in steps:
        possible = f"a step of a {' or '.join(steps)}" if steps else "a shorter date range"
        message = (
            f'got the step "{wanted}" ({format_number(numbers[wanted])} frames, limit {MOST}), expected {possible}'
        )
        raise ValueError(message)
    return Plan(tuple(_days(span.start, last, wanted)), wanted, shape, kind, steps)


def view_between(state: MapState, step: Step, most: int) -> MapState:
    """Return a view in which each event is seen about its own day.

    It is in one picture at least.

    All events of the range at once, or of the very day alone, would tell nothing while the days go by.

    Args:
        state: what is seen.
        step: from one picture to the next.
        most: days that a window may have at most.
    """
    if state.mode == "until":
        return state
    return replace(state, mode="day", window=min(max(state.window, _AROUND[step]), most))


def _days(first: date, last: date, step: Step) -> Iterator[date]:
    """Give the first day, the beginning of each further step, and the last day."""
    day = first
    while day < last:
        yield day
        day = _FURTHER[step](day)
    yield last


_AROUND: dict[Step, int] = {"day": 3, "week": 4, "month": 16, "year": 183}
"""Days before and after a picture's own of which events are seen with it."""

_FURTHER: dict[Step, Callable[[date], date]] = {
    "day": lambda day: day + DAY,
    "week": lambda day: day + 7 * DAY,
    "month": lambda day: date(day.year + day.month // 12, day.month % 12 + 1, 1),
    "year": lambda day: date(day.year + 1, 1, 1),
}
