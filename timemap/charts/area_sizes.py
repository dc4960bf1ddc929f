"""Chart of the area of each controller over time, with its range."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from geodata.areas.uncertainty.ranges import Subject
from geodata.dates.span import DAY
from geodata.dates.wording import day_in_words
from timemap.charts.axes import Axes
from timemap.charts.section import ChartSection, Column, Row
from timemap.charts.sentences import former_names, listed, measured
from timemap.charts.step_chart import Stairs
from timemap.charts.step_sentences import on_day, shared_words, size_words
from timemap.charts.steps import in_other, largest_change, step_on, within

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any

    from geodata.atlas import Atlas
    from geodata.dates.span import Span
    from geodata.records.control import Controller
    from timemap.charts.sentences import Sentence
    from timemap.charts.statistics import Statistics
    from timemap.charts.steps import Step

WITH_SHARED = "With shared land"
"""What the second number of a size is called."""

SHARED = "The heavy dotted line includes land shared with others."
"""How the second number of a size is read."""

NAMED = 3
"""How many controllers are named in the lead."""

COLUMNS = (
    Column("first_day", "First day", "day"),
    Column("last_day", "Last day", "day"),
    Column("name", "Area of"),
    Column("km2", "km²", "number"),
    Column("low_km2", "Low, km²", "number"),
    Column("high_km2", "High, km²", "number"),
    Column("last_known", "Last known", "yes or no"),
)
"""The columns of sizes, be they of controllers or of zones."""

WITH_SHARED_COLUMN = Column("with_shared_km2", "With shared land", "number")
"""The column for controllers alone."""


def heading(_atlas: Atlas) -> str:
    """Return the name of the part."""
    return "Area by holder"


def section(numbers: Statistics, atlas: Atlas, span: Span) -> ChartSection:
    """Return the sizes of the areas of all controllers over a span."""
    every = [
        (controller, within(numbers.sizes.get(Subject(controller.id), ()), span, numbers.known_until))
        for controller in atlas.controllers
    ]
    shown = [
        (controller, steps) for controller, steps in every if any(step.value or step.level.other for step in steps)
    ]
    names = {controller.id: atlas.names.history(controller.id, span) for controller, _ in shown}
    shares = any(step.level.other for _, steps in shown for step in steps)
    axes = Axes(span, highest_of(steps for _, steps in shown), "km²")
    return ChartSection(
        id="areas",
        heading=heading(atlas),
        span=span,
        how=" ".join([how_sizes_are_read(numbers, atlas, span), *([SHARED] if shares else [])]),
        lead=lead(shown, numbers, atlas, span),
        key=(),
        rows=tuple(
            Row(
                id=controller.id,
                name=names[controller.id][0][0],
                former=former_names(names[controller.id]),
                shown=Stairs(steps, (controller.colour,), axes, other=WITH_SHARED),
                words=(*size_words(steps, numbers.known_until), *shared_words(steps)),
                on=partial(on_day, steps, unit="km²", other=WITH_SHARED),
            )
            for controller, steps in shown
        ),
        columns=(*COLUMNS[:-1], WITH_SHARED_COLUMN, COLUMNS[-1]),
        table=size_table((partial(atlas.names.over, controller.id), steps) for controller, steps in shown),
        sources={hold.source for hold in atlas.holds if hold.source and hold.span.overlaps(span)},
    )


def highest_of(series: Iterable[Sequence[Step]]) -> float:
    """Return the largest number of some steps or of their ranges.

    0 where there is none.
    """
    return max(
        (max(step.value, step.level.high or 0.0, step.level.other or 0.0) for steps in series for step in steps),
        default=0.0,
    )


def lead(
    shown: Sequence[tuple[Controller, Sequence[Step]]], numbers: Statistics, atlas: Atlas, span: Span
) -> tuple[Sentence, ...]:
    """Return whose areas were largest, and whose changed most in a day.

    The largest are those at the end of what is known.

    Land that is shared counts in changes, so that nobody lost or gained it when a partner came or left.
    """
    day = min((span.end or numbers.known_until + DAY) - DAY, numbers.known_until)
    last = sorted(
        (
            (step.value, atlas.names.on(controller.id, day))
            for controller, steps in shown
            if (step := step_on(steps, day)) and step.value
        ),
        reverse=True,
    )
    if not last:
        return ()
    whole = numbers.covered_km2
    largest = [f"{name} {measured(size, 'km²')} ({100 * size / whole:.0f}%)" for size, name in last[:NAMED]]
    documented = " (last documented day)" if day == numbers.known_until else ""
    sentences: list[Sentence] = [
        (
            "Largest areas on ",
            day,
            f"{documented}: {listed(largest)}. All areas together: {measured(whole, 'km²')}.",
        )
    ]
    changes = [
        (abs(change[1]), change, controller.id)
        for controller, steps in shown
        if (change := largest_change(in_other(steps)))
    ]
    if changes:
        _, (changed, by), controller_id = max(changes)
        name = atlas.names.on(controller_id, changed)
        verb = "lost" if by < 0 else "gained"
        sentences.append(("Largest change in a day: on ", changed, f", {name} {verb} {measured(abs(by), 'km²')}."))
    return tuple(sentences)


def how_sizes_are_read(numbers: Statistics, atlas: Atlas, span: Span) -> str:
    """Return how charts of sizes are read.

    The range, if there is any, and what is only last known.
    """
    sentences = ["The line shows the area in km²."]
    if atlas.area_ranges:
        example = atlas.area_ranges[0]
        sentences.append(
            f"The dotted lines, and the numbers in brackets, give the {example.share}% range: in {example.share}% of "
            f"{example.tries} recalculations with part of the evidence left out or moved, the area was within it."
        )
    return " ".join([*sentences, *last_known_words(numbers, span)])


def last_known_words(numbers: Statistics, span: Span) -> list[str]:
    """Return that a part of a span is only last known; nothing where none is."""
    if span.end is None or span.end - DAY <= numbers.known_until or numbers.begin is None:
        return []
    return [f"Dashed and paler: last known on {day_in_words(numbers.known_until)}."]


def size_table(shown: Iterable[tuple[Callable[[Span], str], Sequence[Step]]]) -> tuple[Mapping[str, Any], ...]:
    """Return the rows of the table of sizes, by day.

    Each subject says what it is called over some days.
    """
    rows = [
        {
            "first_day": step.span.start,
            "last_day": step.span.last_day,
            "name": name(step.span),
            "km2": step.value,
            "low_km2": step.level.low,
            "high_km2": step.level.high,
            "with_shared_km2": step.level.other,
            "last_known": step.last_known,
        }
        for name, steps in shown
        for step in steps
    ]
    return tuple(sorted(rows, key=lambda row: row["first_day"]))
