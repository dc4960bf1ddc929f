"""Chart of the sizes of named zones, with published figures."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import groupby, takewhile
from string import ascii_lowercase
from typing import TYPE_CHECKING

from timemap.charts.area_sizes import COLUMNS, highest_of, how_sizes_are_read, size_table
from timemap.charts.axes import Axes
from timemap.charts.section import ChartSection, Row
from timemap.charts.sentences import TIE, between, listed, measured
from timemap.charts.step_chart import Mark, Stairs
from timemap.charts.step_sentences import describe, on_day, size_words
from timemap.charts.steps import step_on, within
from timemap.charts.theme import ChartPart

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from geodata.atlas import Atlas
    from geodata.dates.span import Span
    from geodata.records.control import Figure
    from timemap.charts.sentences import Sentence
    from timemap.charts.statistics import Statistics
    from timemap.charts.steps import Step

NOT_RECORDED = "(publisher not recorded)"


@dataclass(frozen=True, slots=True)
class Zones:
    """One zone, or several together."""

    ids: tuple[str, ...]
    """Ids of the zones."""

    name: str
    """What they are called."""

    steps: tuple[Step, ...]
    """Their size over the span."""

    figures: tuple[Figure, ...]
    """What was published about it, of days in the span, in order of time."""

    whole: bool
    """Whether these are all zones there are."""

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The figures, those of one day together, with letters in order of time."""
        days = groupby(self.figures, key=lambda figure: figure.day)
        return tuple(
            Mark(day, tuple(dict.fromkeys(end for row in rows for end in (row.low_km2, row.high_km2))), letter)
            for (day, rows), letter in zip(days, ascii_lowercase, strict=False)
        )

    @property
    def top(self) -> float:
        """The largest number, ours or published."""
        return max([highest_of([self.steps]), *(figure.high_km2 for figure in self.figures)])


def heading(atlas: Atlas) -> str:
    """Return the name of the part."""
    return atlas.setting("zones-heading")


def section(numbers: Statistics, atlas: Atlas, span: Span) -> ChartSection:
    """Return the sizes of all zones together, of each, and of sums.

    The sums are those that a published figure has.
    """
    shown = _shown(numbers, atlas, span)
    parts = tuple(
        ChartPart(atlas.names.over(controller.id, span), controller.colour)
        for controller in atlas.controllers
        if controller.id in numbers.zone_controllers
    )
    named = [partial(atlas.names.on, row.id) for row in atlas.controllers if row.id in numbers.zone_controllers]
    single = max((zones.top for zones in shown if len(zones.ids) == 1), default=0.0)
    summed = max((zones.top for zones in shown if len(zones.ids) > 1), default=0.0)

    def row(zones: Zones) -> Row:
        axes = Axes(span, single if len(zones.ids) == 1 else summed, "km²")
        stairs = Stairs(zones.steps, tuple(part.colour for part in parts), axes, marks=zones.marks)
        return Row(
            id="-".join(zones.ids),
            name=zones.name,
            shown=stairs,
            words=(*size_words(zones.steps, numbers.known_until), *holders(zones.steps, named)),
            on=partial(on_day, zones.steps, unit="km²"),
            notes=published(zones),
            wide=zones.whole,
        )

    rows = tuple(map(row, shown))
    marks = "Lettered diamonds mark published figures. Our figures are not fitted to them."
    how = how_sizes_are_read(numbers, atlas, span)
    return ChartSection(
        id="zones",
        heading=heading(atlas),
        span=span,
        how=f"{how} {marks}" if any(zones.figures for zones in shown) else how,
        lead=rows[0].words if rows else (),
        key=parts if len(parts) > 1 else (),
        rows=rows,
        columns=COLUMNS,
        table=size_table((partial(_named, zones), zones.steps) for zones in shown),
        sources={hold.source for hold in atlas.holds if hold.source and hold.span.overlaps(span)}
        | {figure.source for zones in shown for figure in zones.figures if figure.source},
    )


def holders(steps: Sequence[Step], named: Sequence[Callable[[date], str]]) -> tuple[Sentence, ...]:
    """Return who holds how much at the end of some steps, and since when.

    The end is that of what is known; nothing where nobody holds any.

    Args:
        steps: the steps, in order of time; their levels have parts.
        named: what each part of the levels is called on a day.
    """
    documented = [step for step in steps if not step.last_known]
    if not documented or not documented[-1].value:
        return ()
    shares = documented[-1].level.parts
    same = list(takewhile(lambda step: step.level.parts == shares, reversed(documented)))
    last = documented[-1].span.start
    holdings = [f"{name(last)} {measured(share, 'km²')}" for name, share in zip(named, shares, strict=True) if share]
    return (("Since ", same[-1].span.start, f": {listed(holdings)}."),)


def published(zones: Zones) -> tuple[Sentence, ...]:
    """Return the published figures of each day, with publishers and ours."""
    sentences: list[Sentence] = []
    for mark in zones.marks:
        figures = [figure for figure in zones.figures if figure.day == mark.day]
        sizes = [
            f"{between(one.low_km2, one.high_km2)}{TIE}km² {f'by {one.publisher}' if one.publisher else NOT_RECORDED}"
            for one in figures
        ]
        ours = step_on(zones.steps, mark.day)
        beside = f"; our figure for that day is {describe(ours, 'km²')}." if ours else "."
        sentences.append((f"{mark.letter}: published for ", mark.day, f": {listed(sizes)}{beside}"))
    return tuple(sentences)


def _named(zones: Zones, _: Span) -> str:
    return zones.name


def _shown(numbers: Statistics, atlas: Atlas, span: Span) -> list[Zones]:
    """Return what has a size in the span: all zones first, then each alone, then several."""
    names = {zone.id: zone.name for zone in atlas.zones}
    shown = []
    for subject, every in numbers.sizes.items():
        steps = within(every, span, numbers.known_until)
        if subject.zones and any(step.value for step in steps):
            whole = len(subject.zones) == len(names)
            shown.append(
                Zones(
                    subject.zones,
                    "All together" if whole else " + ".join(names[zone] for zone in subject.zones),
                    steps,
                    _figures(atlas, subject.zones, span),
                    whole,
                )
            )
    return sorted(shown, key=lambda zones: (not zones.whole, len(zones.ids)))


def _figures(atlas: Atlas, zones: tuple[str, ...], span: Span) -> tuple[Figure, ...]:
    figures = [
        row for row in atlas.figures if tuple(sorted(row.zones)) == tuple(sorted(zones)) and span.covers(row.day)
    ]
    return tuple(sorted(figures, key=lambda figure: figure.day))
