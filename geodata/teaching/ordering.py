"""Putting events in order: some of a selection, mixed, whose order is beyond doubt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from geodata.datewords import MONTHS
from geodata.records.values import DatePrecision

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geodata.records.events import Event

FEWEST, MOST = 2, 20
"""How many events an exercise can have."""

_DATED = re.compile(rf"\b(?:19|20)[0-9]{{2}}\b|\b(?:{'|'.join(MONTHS)})\b")
"""Finds a year or a month in a title, which would give the place in the order away."""


@dataclass(frozen=True, slots=True)
class Ordering:
    """An exercise."""

    asked: tuple[Event, ...]
    """The events as they are given to be ordered: never in the order of time."""
    solution: tuple[Event, ...]
    """The same events in order of time; no day on which one may have happened is one of another's."""
    seed: int
    """What the choice and the mixing follow from."""


def order_events(events: Iterable[Event], number: int, seed: int) -> Ordering:
    """Return an exercise of ``number`` of ``events``; the same ones and the same seed always give the same exercise.

    All its events are dated equally fine: to the day where there are enough of these, else to the month, else to the
    year. Those whose title names a year or a month are left out.

    >>> from geodata.atlas import load
    >>> exercise = order_events(load().events, 3, seed=1)
    >>> sorted(exercise.asked, key=lambda event: event.start) == list(exercise.solution)
    True

    Raises:
        ValueError: if ``number`` is too small or too large, or so many events cannot be found, with what was expected.
    """
    if not FEWEST <= number <= MOST:
        message = f"read {number}, expected a number of events from {FEWEST} to {MOST}"
        raise ValueError(message)
    untold = {event.id: event for event in events if not _DATED.search(event.title)}
    mixed = sorted(untold.values(), key=partial(_mixed, seed=seed, use="choice"))
    most = 0
    for precision in DatePrecision:
        fit = [event for event in mixed if event.date_precision is precision]
        most = max(most, _room(fit))
        if _room(fit) >= number:
            return _exercise(fit, number, seed)
    message = (
        f"read {number} events to be put in order, but only {most} of those chosen can be: of days that do not touch, "
        "dated equally fine, without a date in the title"
    )
    raise ValueError(message)


def _mixed(event: Event, *, seed: int, use: str) -> str:
    """Return what events are sorted by to be mixed: for every seed and use another order, the same on every machine."""
    return sha256(f"{seed} {use} {event.id}".encode()).hexdigest()


def _exercise(fit: Sequence[Event], number: int, seed: int) -> Ordering:
    """Return an exercise; ``fit`` must have room for it."""
    taken: list[Event] = []
    open_ones = list(fit)
    while len(taken) < number:
        event, *others = open_ones
        apart = [other for other in others if not other.span.overlaps(event.span)]
        if len(taken) + 1 + _room(apart) >= number:
            taken.append(event)
            open_ones = apart
        else:
            open_ones = others
    solution = tuple(sorted(taken, key=lambda event: event.order))
    asked = tuple(sorted(taken, key=partial(_mixed, seed=seed, use="order")))
    return Ordering(asked if asked != solution else asked[::-1], solution, seed)


def _room(events: Iterable[Event]) -> int:
    """Return how many of ``events`` there can be at most of which no two share a day."""
    found, free_from = 0, None
    for span in sorted((event.span for event in events), key=lambda span: span.last_day or span.start):
        if free_from is None or span.start >= free_from:
            found, free_from = found + 1, span.end
    return found
