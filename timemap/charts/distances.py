"""Charts of the distance from the focus to areas and border over time."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from geodata.dates.span import DAY
from timemap.charts.area_sizes import highest_of, last_known_words
from timemap.charts.axes import Axes
from timemap.charts.section import ChartSection, Column, Row
from timemap.charts.sentences import former_names, listed, measured
from timemap.charts.statistics import FOCUS
from timemap.charts.step_chart import Stairs
from timemap.charts.step_sentences import alone_words, distance_words, on_day
from timemap.charts.steps import lowest, step_on, within

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.dates.span import Span
    from geodata.records.control import Controller
    from timemap.charts.sentences import Sentence
    from timemap.charts.statistics import Statistics
    from timemap.charts.steps import Step

ALONE = "Held alone"
"""What the second number of a distance is called."""

COLUMNS = (
    Column("first_day", "First day", "day"),
    Column("last_day", "Last day", "day"),
    Column("name", "Nearest area held or shared by"),
    Column("km", "km", "number", decimals=1),
    Column("alone_km", "Held alone, km", "number", decimals=1),
    Column("border_km", "To the border, km", "number", decimals=1),
    Column("last_known", "Last known", "yes or no"),
)


def heading(atlas: Atlas) -> str:
    """Return the name of the part."""
    return f"Distance from {focus_name(atlas)}"


def section(numbers: Statistics, atlas: Atlas, span: Span) -> ChartSection:
    """Return the distances over a span with an end.

    There is none where the tables have no place of focus.
    """
    focus = focus_name(atlas)
    shown = [
        (controller, steps)
        for controller in atlas.controllers
        if (steps := within(numbers.distances.get(controller.id, ()), span, numbers.known_until))
    ]
    names = {controller.id: atlas.names.history(controller.id, span) for controller, _ in shown}
    axes = Axes(span, highest_of(steps for _, steps in shown), "km", kind="sqrt")

    def row(controller: Controller, steps: tuple[Step, ...]) -> Row:
        stairs = Stairs(steps, (controller.colour,), axes, level=numbers.border_km, other=ALONE, other_filled=False)
        return Row(
            id=controller.id,
            name=names[controller.id][0][0],
            former=former_names(names[controller.id]),
            shown=stairs,
            words=(*distance_words(steps, focus, numbers.known_until), *alone_words(steps)),
            on=partial(on_day, steps, unit="km", other=ALONE),
        )

    border = "" if numbers.border_km is None else "The dashed line is the border. "
    how = (
        f"Distance from the centre of {focus} to the nearest point of each area; 0 inside it. {border}The scale is "
        "stretched near zero. A gap in the line means that the side held no area."
    )
    if any(step.level.other is not None for _, steps in shown for step in steps):
        how += " Shared land counts as a side's own; the heavy dotted line is the nearest land that it held alone."
    return ChartSection(
        id="distances",
        heading=heading(atlas),
        span=span,
        how=" ".join([how, *last_known_words(numbers, span)]),
        lead=lead(shown, numbers, atlas, span),
        key=(),
        rows=tuple(row(controller, steps) for controller, steps in shown),
        columns=COLUMNS,
        table=tuple(
            {
                "first_day": step.span.start,
                "last_day": step.span.last_day,
                "name": atlas.names.over(controller.id, step.span),
                "km": step.value,
                "alone_km": step.level.other,
                "border_km": numbers.border_km,
                "last_known": step.last_known,
            }
            for step, controller in sorted(
                ((step, controller) for controller, steps in shown for step in steps),
                key=lambda pair: pair[0].span.start,
            )
        ),
        sources={hold.source for hold in atlas.holds if hold.source and hold.span.overlaps(span)},
    )


def focus_name(atlas: Atlas) -> str:
    """Return the name of the place of focus.

    In words where the tables have none.
    """
    focus = atlas.setting(FOCUS)
    return atlas.place(focus).name if atlas.has_place(focus) else "the focus place"


def lead(
    shown: list[tuple[Controller, tuple[Step, ...]]], numbers: Statistics, atlas: Atlas, span: Span
) -> tuple[Sentence, ...]:
    """Return how far the border is, who was nearest when, and who is now.

    "Now" is the end of what is known.
    """
    if not shown:
        return ()
    focus = focus_name(atlas)
    sentences: list[Sentence] = []
    if numbers.border_km is not None:
        sentences.append((f"The border is {measured(numbers.border_km, 'km')} from the centre of {focus}.",))
    day = min((span.end or numbers.known_until + DAY) - DAY, numbers.known_until)
    km_on_day = {controller.id: step.value for controller, steps in shown if (step := step_on(steps, day))}
    shared = {row.id for row in atlas.controllers if row.shared_by}
    inside = [atlas.names.on(key, day) for key, km in km_on_day.items() if not km and key not in shared]
    others = sorted((km, atlas.names.on(key, day)) for key, km in km_on_day.items() if km and key not in shared)
    always = [
        atlas.names.over(controller.id, span)
        for controller, steps in shown
        if controller.id not in shared and _covers(steps, span, numbers) and not any(step.value for step in steps)
    ]
    if always:
        sentences.append((f"Throughout, {focus} was in land held or shared by {listed(always)}.",))
    if inside:
        sharing = "land shared by" if any(not km_on_day.get(key, 1) for key in shared) else "the area of"
        sentences.append(("On ", day, f" {focus} was in {sharing} {listed(inside)}."))
    if others:
        distances = [f"{name} {measured(km, 'km')}" for km, name in others]
        sentences.append(("Nearest others on ", day, f": {listed(distances)}."))
    lowest_of = [(lowest(steps), controller.id) for controller, steps in shown]
    outside = [(low.value, low.span.start, key) for low, key in lowest_of if low.value]
    if outside:
        km, start, key = min(outside)
        name = atlas.names.on(key, start)
        words = (
            f"Of the sides that never reached the centre of {focus}, {name} came closest: {measured(km, 'km')}, from "
        )
        sentences.append((words, start, "."))
    return tuple(sentences)


def _covers(steps: tuple[Step, ...], span: Span, numbers: Statistics) -> bool:
    """Return whether steps go on without a gap from the first day of a span to its last, as far as the record goes."""
    whole = numbers.recorded(span)
    follows = all(before.span.end == after.span.start for before, after in pairwise(steps))
    return follows and steps[0].span.start <= whole.start and steps[-1].span.end in {whole.end, None}
