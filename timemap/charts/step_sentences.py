"""Sentences about steps: highest, lowest, largest change, last known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timemap.charts.sentences import TIE, between, measured, signed
from timemap.charts.steps import highest, in_other, largest_change, lowest, step_on
from timemap.text.numbers import lowered

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from timemap.charts.sentences import Sentence
    from timemap.charts.steps import Step


def describe(step: Step, unit: str) -> str:
    r"""Return the number of a step with its range.

    >>> from datetime import date
    >>> from geodata.dates.span import Span
    >>> from timemap.charts.steps import Step, StepLevel
    >>> print(ascii(describe(Step(Span(date(2014, 1, 1)), StepLevel(12, 9, 14)), "km")))
    '12\xa0km (9\u201314)'
    """
    low, high = step.level.low, step.level.high
    bare = measured(step.value, unit)
    return bare if low is None or high is None or low == high else f"{bare} ({between(low, high)})"


def size_words(steps: Sequence[Step], known_until: date) -> tuple[Sentence, ...]:
    """Return sentences on the size of an area over the days of its steps.

    There must be one step at least.
    """
    most, least, change = highest(steps), lowest(steps), largest_change(in_other(steps))
    shared = any(step.level.other is not None for step in steps)
    if change is None:
        return (("The same on every day: ", describe(most, "km²"), "."), *_last(steps, known_until, "km²", "none"))
    day, by = change
    return (
        ("Largest: ", describe(most, "km²"), ", from ", most.span.start, "."),
        ("Smallest: ", describe(least, "km²"), ", from ", least.span.start, ".")
        if least.value
        else ("No area from ", least.span.start, "."),
        (f"Largest change in a day{' (including shared land)' if shared else ''}: {signed(by)}{TIE}km² on ", day, "."),
        *_last(steps, known_until, "km²", "none"),
    )


def distance_words(steps: Sequence[Step], focus: str, known_until: date) -> tuple[Sentence, ...]:
    """Return sentences on the distance of an area over its steps.

    There must be one step at least.

    Args:
        steps: the distance in km, 0 inside the area.
        focus: name of the place.
        known_until: the last supported day.
    """
    near, far, change = lowest(steps), highest(steps), largest_change(steps)
    words: list[Sentence] = []
    if near.value:
        words.append(("Nearest: ", f"{measured(near.value, 'km')}, from ", near.span.start, "."))
    else:
        where = "was inside it" if near.level.other is None else "was inside land that it shared"
        words.append((f"{focus} {where} from ", near.span.start, "."))
    if far.value != near.value:
        words.append(("Farthest: ", f"{measured(far.value, 'km')}, from ", far.span.start, "."))
    if change is not None:
        day, by = change
        words.append(("Largest change in a day: ", f"{signed(by)}{TIE}km on ", day, "."))
    if near.value or far.value:
        words += _last(steps, known_until, "km", "inside it")
    return tuple(words)


def _last(steps: Sequence[Step], known_until: date, unit: str, zero: str) -> list[Sentence]:
    last = step_on(steps, known_until)
    return (
        [("Last documented day, ", known_until, ": ", describe(last, unit) if last.value else zero, ".")]
        if last
        else []
    )


def shared_words(steps: Sequence[Step]) -> tuple[Sentence, ...]:
    """Return when a size with shared land was largest.

    Nothing where no land is shared.
    """
    most = _highest_other(steps)
    if most is None:
        return ()
    return (
        (
            "While it shared land, at most ",
            measured(most.level.other or 0.0, "km²"),
            " with that land, from ",
            most.span.start,
            ".",
        ),
    )


def alone_words(steps: Sequence[Step]) -> tuple[Sentence, ...]:
    """Return how far the nearest land is that a side holds alone.

    It is said where land that the side shares is nearer.
    """
    far = _highest_other(steps)
    if far is None:
        return ()
    km = measured(far.level.other or 0.0, "km")
    return (("The nearest land it held alone was up to ", f"{km} away, from ", far.span.start, "."),)


def _highest_other(steps: Sequence[Step]) -> Step | None:
    """Return the first step with the largest other number.

    None where no level has one.
    """
    candidates = [step for step in steps if step.level.other is not None]
    return max(candidates, key=lambda step: step.level.other or 0.0, default=None)


def on_day(steps: Sequence[Step], day: date, unit: str, other: str = "") -> tuple[Sentence, ...]:
    """Return what holds on a day that was chosen.

    Args:
        steps: the number over time.
        day: the day.
        unit: its unit.
        other: what the other number of its levels is called.
    """
    step = step_on(steps, day)
    if step is None:
        return ((day, ": no data."),)
    beside = "" if step.level.other is None else f"; {lowered(other)} {measured(step.level.other, unit)}"
    return ((day, ": ", describe(step, unit), beside, ", last known." if step.last_known else "."),)
