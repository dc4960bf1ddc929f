"""Exercise in putting events in order, drawn from a selection.

Their order is beyond doubt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from geodata.dates.precision import DatePrecision
from geodata.dates.wording import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geodata.records.events import Event

FEWEST, MOST = 2, 20
"""How many events a set can have; the screen offers a few of these numbers, as it holds fewer lines than paper."""

_DATED = re.compile(rf"\b(?:19|20)[0-9]{{2}}\b|\b(?:{'|'.join(MONTHS)})\b", re.ASCII)
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
    """Return an exercise of ``number`` of ``events``.

    The same ones and the same seed always give the same exercise.

    The exercise on the screen (`timemap/web/exercise/ordering.js`) follows the same rule, so that the set of a number
    is on paper what it is there:

    1. Events whose title names a year or a month are left out.
    2. The others are mixed: sorted by what is drawn for the seed, the word "choice" and their id.
    3. All are to be dated equally fine: to the day where these leave room for ``number`` events of which no two share a
       day, else to the month, else to the year.
    4. One after the other is taken that shares no day with those taken before and leaves room for as many as are
       still wanted.
    5. Those taken are mixed again, with the word "order", and turned round where they then stand in order of time.

    >>> from geodata.atlas import load
    >>> exercise = order_events(load().events, 3, seed=1)
    >>> sorted(exercise.asked, key=lambda event: event.start) == list(exercise.solution)
    True

    Raises:
        ValueError: if ``number`` is too small or too large, or so many events cannot be found, with what was expected.
    """
    if not FEWEST <= number <= MOST:
        message = f"got {number}, expected a number of events from {FEWEST} to {MOST}"
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


def _mixed(event: Event, *, seed: int, use: str) -> tuple[int, str]:
    """Return what events are sorted by to be mixed: for every seed and use another order."""
    return drawn(f"{seed} {use} {event.id}"), event.id


def drawn(text: str) -> int:
    """Return a pseudorandom whole number of 32 bits.

    It is the same everywhere.

    It is FNV-1a (Fowler, Noll, Vo), its bits spread as at the end of MurmurHash3 (Appleby): short enough to be had in a
    browser, too, which offers no hash that answers at once.

    >>> drawn("")
    2872998923
    """
    value = 0x811C9DC5
    for byte in text.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    value = (value ^ value >> 16) * 0x85EBCA6B & 0xFFFFFFFF
    value = (value ^ value >> 13) * 0xC2B2AE35 & 0xFFFFFFFF
    return value ^ value >> 16


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
