"""On which days land changed hands, how much of it, and between whom."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from geodata.datewords import day_in_words
from geodata.span import DAY, Span
from timemap.charts.axes import Axes
from timemap.charts.barchart import Bar, Bars
from timemap.charts.section import Column, Row, Section
from timemap.charts.words import TIE, listed, measured, number, signed
from timemap.numberwords import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from geodata.areas.change import DayOfChange
    from geodata.atlas import Atlas
    from timemap.charts.numbers import Numbers
    from timemap.charts.words import Sentence

WHOLE_COLOUR = "#777777"
"""Colour of all changes together, which is that of no controller."""

COLUMNS = (
    Column("day", "Day", "day"),
    Column("origin", "From"),
    Column("target", "To"),
    Column("km2", "km²", "number", decimals=1),
)


def section(numbers: Numbers, atlas: Atlas, span: Span) -> Section:
    """Return the changes on the days of a span with an end."""
    names = {controller.id: controller.name for controller in atlas.controllers} | {"": "nobody known"}
    found = [change for change in numbers.changes if span.covers(change.day)]
    sides = {
        controller.id: (controller, bars)
        for controller in atlas.controllers
        if (bars := bars_of(found, controller.id, names))
    }
    heights = [0.0, *(bar.value for _, bars in sides.values() for bar in bars)]
    axes = Axes(span, max(heights), "km²", bottom=min(heights))
    rows = [
        Row(
            id=controller.id,
            name=controller.name,
            shown=Bars(bars, controller.colour, axes, thin=True),
            words=side_words(bars),
            on=partial(on_day, bars),
        )
        for controller, bars in sides.values()
    ]
    return Section(
        id="changes",
        heading="Days on which land changed hands",
        span=span,
        how="Each stem is a day: upwards land gained, downwards land lost, in km². "
        "Days follow dated reports about places.",
        lead=lead(found, names),
        key=(),
        rows=(_every_change(found, names, span), *rows) if found else (),
        columns=COLUMNS,
        table=tuple(
            {"day": change.day, "origin": names[origin], "target": names[target], "km2": km2}
            for change in found
            for (origin, target), km2 in change.km2.items()
        ),
        sources={hold.source for hold in atlas.holds if hold.source and span.covers(hold.start)},
    )


def _every_change(found: Sequence[DayOfChange], names: Mapping[str, str], span: Span) -> Row:
    """Return the chart of all land that changed hands on each day."""
    bars = tuple(_bar(row.day, _size(row), f"{measured(_size(row), 'km²')}: {_moves(row, names)}") for row in found)
    axes = Axes(span, max(bar.value for bar in bars), "km²")
    return Row(
        id="all",
        name="All land that changed hands",
        shown=Bars(bars, WHOLE_COLOUR, axes, thin=True),
        words=lead(found, names)[:1],
        on=partial(on_day, bars),
        wide=True,
    )


def bars_of(changes: Sequence[DayOfChange], controller: str, names: Mapping[str, str]) -> tuple[Bar, ...]:
    """Return for each day what a controller gained, upwards, and what it lost, downwards."""
    bars = []
    for change in changes:
        for own, other, sign, word in ((1, 0, 1, "from"), (0, 1, -1, "to")):
            moves = {key[other]: km2 for key, km2 in change.km2.items() if key[own] == controller}
            if moves:
                total = sign * sum(moves.values())
                sides = listed(names[side] for side in moves)
                bars.append(_bar(change.day, total, f"{signed(total)}{TIE}km² {word} {sides}"))
    return tuple(bars)


def side_words(bars: Sequence[Bar]) -> tuple[Sentence, ...]:
    """Return on how many days a controller gained and lost, and when most; there must be one bar at least."""
    sentences: list[Sentence] = []
    for verb, chosen in (
        ("Gained", [bar for bar in bars if bar.value > 0]),
        ("Lost", [bar for bar in bars if bar.value < 0]),
    ):
        if chosen:
            most = max(chosen, key=lambda bar: abs(bar.value))
            days = counted(len(chosen), "day", "days")
            sentences.append((f"{verb} land on {days}, most on ", most.day, f": {most.told}."))
    return tuple(sentences)


def lead(changes: Sequence[DayOfChange], names: Mapping[str, str]) -> tuple[Sentence, ...]:
    """Return on how many days land changed hands, in which year most often, and when most of it did."""
    if not changes:
        return ()
    years = Counter(change.day.year for change in changes)
    year, often = max(years.items(), key=lambda row: (row[1], -row[0]))
    most = max(changes, key=_size)
    days = counted(len(changes), "day", "days")
    return (
        (
            f"Land changed hands on {days}, most often in {year}, on {often}; the first was ",
            changes[0].day,
            ", the last ",
            changes[-1].day,
            ".",
        ),
        ("Most land on one day: ", most.day, f", {measured(_size(most), 'km²')}: {_moves(most, names)}."),
    )


def on_day(bars: Sequence[Bar], day: date) -> tuple[Sentence, ...]:
    """Return what the bars of a day say."""
    return ((day, f": {'; '.join(bar.told for bar in bars if bar.day == day)}."),)


def _bar(day: date, value: float, told: str) -> Bar:
    return Bar(Span(day, day + DAY), value, day, day_in_words(day), told)


def _size(change: DayOfChange) -> float:
    return sum(change.km2.values())


def _moves(change: DayOfChange, names: Mapping[str, str]) -> str:
    ordered = sorted(change.km2.items(), key=lambda row: -row[1])
    return "; ".join(f"{names[origin]} to {names[target]} {number(km2)}" for (origin, target), km2 in ordered)
