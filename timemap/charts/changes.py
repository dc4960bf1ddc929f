"""Charts of changes of control: days, size, between whom, and how."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from geodata.areas.timeline.changes import IN_ORDER
from geodata.dates.span import DAY, Span
from geodata.dates.wording import day_in_words
from geodata.records.control import Handover
from timemap.charts.axes import Axes
from timemap.charts.bar_chart import Bar, Bars
from timemap.charts.section import ChartSection, Column, Row
from timemap.charts.sentences import TIE, former_names, listed, measured, number, signed
from timemap.style.symbols import OTHER_COLOUR
from timemap.text.numbers import pluralize

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from geodata.areas.timeline.changes import DayOfChange
    from geodata.atlas import Atlas
    from timemap.charts.sentences import Sentence
    from timemap.charts.statistics import Statistics

COLUMNS = (
    Column("day", "Day", "day"),
    Column("origin", "From"),
    Column("target", "To"),
    Column("how", "How"),
    Column("km2", "km²", "number", decimals=1),
)


def heading(_atlas: Atlas) -> str:
    """Return the name of the part."""
    return "Land changing hands"


def section(numbers: Statistics, atlas: Atlas, span: Span) -> ChartSection:
    """Return the changes on the days of a span with an end."""
    changes = [change for change in numbers.changes if span.covers(change.day)]
    sides = {
        controller.id: (controller, bars)
        for controller in atlas.controllers
        if (bars := bars_of(changes, controller.id, atlas))
    }
    ways = {way: bars for way in IN_ORDER if (bars := _bars_of_way(changes, way, atlas))}
    heights = [0.0, *(bar.value for _, bars in sides.values() for bar in bars)]
    axes = Axes(span, max(heights), "km²", bottom=min(heights))
    rows = [
        Row(
            id=controller.id,
            name=names[0][0],
            former=former_names(names),
            shown=Bars(bars, controller.colour, axes, thin=True),
            words=side_words(bars),
            on=partial(on_day, bars),
        )
        for controller, bars in sides.values()
        for names in [atlas.names.history(controller.id, span)]
    ]
    return ChartSection(
        id="changes",
        heading=heading(atlas),
        span=span,
        how="Each bar is one day: up for land taken, down for land lost, in km². Land joined or shared by agreement, "
        f"or only renamed, is shown separately. All areas together: {measured(numbers.covered_km2, 'km²')}. Dates "
        "are those of dated reports about places.",
        lead=lead(changes, ways, atlas),
        key=(),
        rows=(*_every_change(ways, atlas, span), *rows),
        columns=COLUMNS,
        table=tuple(
            {
                "day": change.day,
                "origin": atlas.names.on(pair[0], change.day),
                "target": atlas.names.on(pair[1], change.day),
                "how": atlas.handover_name(change.handovers[pair]),
                "km2": km2,
            }
            for change in changes
            for pair, km2 in change.km2.items()
        ),
        sources={hold.source for hold in atlas.holds if hold.source and span.covers(hold.start)}
        | {row.source for row in atlas.successions},
    )


def _every_change(ways: Mapping[Handover, tuple[Bar, ...]], atlas: Atlas, span: Span) -> Iterator[Row]:
    """Yield a chart of the land that passed on each day for every way in which any did, with the same axes."""
    top = max((bar.value for bars in ways.values() for bar in bars), default=0.0)
    for way, bars in ways.items():
        yield Row(
            id=f"all-{way.value}",
            name=atlas.handover_name(way),
            shown=Bars(bars, OTHER_COLOUR, Axes(span, top, "km²"), thin=True),
            words=(way_words(bars, atlas.handover_name(way)),),
            on=partial(on_day, bars),
            wide=True,
        )


def _bars_of_way(changes: Sequence[DayOfChange], way: Handover, atlas: Atlas) -> tuple[Bar, ...]:
    days = [change for change in changes if way in change.handovers.values()]
    return tuple(
        _bar(change.day, change.size(way), f"{measured(change.size(way), 'km²')}: {_moves(change, way, atlas)}")
        for change in days
    )


def bars_of(changes: Sequence[DayOfChange], controller: str, atlas: Atlas) -> tuple[Bar, ...]:
    """Return bars of what a controller took and lost on each day.

    What it took goes upwards, what was taken from it downwards.
    """
    bars = []
    for change in changes:
        for own, other, sign, word in ((1, 0, 1, "from"), (0, 1, -1, "to")):
            moves = {
                pair[other]: km2
                for pair, km2 in change.km2.items()
                if pair[own] == controller and change.handovers[pair] is Handover.TAKEN
            }
            if moves:
                total = sign * sum(moves.values())
                sides = listed(atlas.names.on(side, change.day) for side in moves)
                bars.append(_bar(change.day, total, f"{signed(total)}{TIE}km² {word} {sides}"))
    return tuple(bars)


def side_words(bars: Sequence[Bar]) -> tuple[Sentence, ...]:
    """Return on how many days a controller took and lost land, and when most.

    There must be one bar at least.
    """
    sentences: list[Sentence] = []
    for verb, chosen in (
        ("Took", [bar for bar in bars if bar.value > 0]),
        ("Lost", [bar for bar in bars if bar.value < 0]),
    ):
        if chosen:
            most = max(chosen, key=lambda bar: abs(bar.value))
            days = pluralize(len(chosen), "day", "days")
            sentences.append((f"{verb} land on {days}, most on ", most.day, f": {most.told}."))
    return tuple(sentences)


def way_words(bars: Sequence[Bar], name: str) -> Sentence:
    """Return on how many days land passed on in a way, and when most.

    There must be one bar at least.
    """
    most = max(bars, key=lambda bar: bar.value)
    if len(bars) == 1:
        return (f"{name} on one day, ", most.day, f": {most.told}.")
    return (f"{name} on {pluralize(len(bars), 'day', 'days')}, most on ", most.day, f": {most.told}.")


def lead(
    changes: Sequence[DayOfChange], ways: Mapping[Handover, tuple[Bar, ...]], atlas: Atlas
) -> tuple[Sentence, ...]:
    """Return on how many days land was taken, and when most.

    The year with most of them is named, then the other ways.
    """
    taken, others = ways.get(Handover.TAKEN, ()), [way for way in ways if way is not Handover.TAKEN]
    sentences: list[Sentence] = []
    if taken:
        years = Counter(bar.day.year for bar in taken)
        year, often = max(years.items(), key=lambda row: (row[1], -row[0]))
        most = max(taken, key=lambda bar: bar.value)
        days = pluralize(len(taken), "day", "days")
        most_often = f", most often in {year} ({often})" if len(years) > 1 else ""
        sentences += [
            (
                f"Land was taken by fighting or withdrawal on {days}{most_often}; first on ",
                taken[0].day,
                ", last on ",
                taken[-1].day,
                ".",
            ),
            ("Most in one day: ", most.day, f", {most.told}."),
        ]
    sentences += [way_words(ways[way], atlas.handover_name(way)) for way in others]
    if others:
        largest = max(changes, key=lambda change: change.size())
        whole, own = measured(largest.size(), "km²"), measured(largest.size(Handover.TAKEN), "km²")
        sentences.append(
            (
                "Most land changed hands in all ways together on ",
                largest.day,
                f": {whole}, including {own} taken by fighting or withdrawal.",
            )
        )
    return tuple(sentences)


def on_day(bars: Sequence[Bar], day: date) -> tuple[Sentence, ...]:
    """Return what the bars of a day say."""
    return ((day, f": {'; '.join(bar.told for bar in bars if bar.day == day)}."),)


def _bar(day: date, value: float, told: str) -> Bar:
    return Bar(Span(day, day + DAY), value, day, day_in_words(day), told)


def _moves(change: DayOfChange, way: Handover, atlas: Atlas) -> str:
    ordered = sorted(change.km2.items(), key=lambda row: -row[1])
    return "; ".join(
        f"{atlas.names.on(origin, change.day)} to {atlas.names.on(target, change.day)} {number(km2)}"
        for (origin, target), km2 in ordered
        if change.handovers[origin, target] is way
    )
