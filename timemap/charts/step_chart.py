"""Step charts: a number that changes on days, with its range.

It is dashed where it is only last known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import altair as alt

from geodata.dates.span import DAY
from geodata.dates.wording import days_in_words
from timemap.charts.axes import NUMBER, WHEN, inline, instant
from timemap.charts.sentences import TIE, between, measured
from timemap.charts.theme import PAPER, PEN, clickable, layered

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from timemap.charts.axes import Axes
    from timemap.charts.steps import Step
    from timemap.charts.theme import ChartStyle


ABOVE = -15
"""CSS pixels from a published number up to its letter, counted downwards."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Published figures of one day."""

    day: date
    """The day."""

    values: tuple[float, ...]
    """The numbers that were published for it."""

    letter: str
    """By which the text names it."""


@dataclass(frozen=True, slots=True)
class Stairs:
    """Content of one step chart."""

    steps: tuple[Step, ...]
    """The number over time, inside the span."""

    colours: tuple[str, ...]
    """Those of its parts, in the order of the parts of its levels; one where it is told as one."""

    axes: Axes
    """The axes."""

    marks: tuple[Mark, ...] = ()
    """Published numbers."""

    level: float | None = None
    """A number that never changes, to compare with."""

    other: str = ""
    """What the other number of the levels is called; needed only where levels have one."""

    other_filled: bool = True
    """Whether the ground between the number and the other one is filled, as where both are sizes."""

    def chart(self, look: ChartStyle) -> alt.LayerChart:
        """Return the chart."""
        layers = [
            self.axes.layer(),
            _fill(self),
            *_band(self),
            *_constant(self),
            *_other(self),
            _line(self),
            *_published(self),
            _stretches(self, look),
        ]
        return layered(layers, look)


def _fill(stairs: Stairs) -> alt.Chart:
    """Return the space up to the number, in the colours of its parts."""
    rows = []
    for run, steps in _runs(stairs.steps):
        for index, colour in enumerate(stairs.colours):
            for day, step in _corners(steps):
                parts = step.level.parts or (step.value,)
                top = sum(parts[: index + 1])
                pale = 0.3 if step.last_known else 0.6
                rows.append(
                    {"from": day, "y": top, "y2": top - parts[index], "colour": colour, "run": run, "pale": pale}
                )
    chart: alt.Chart = (
        alt.Chart(inline(rows))
        .mark_area(interpolate="step-after", tooltip=None)
        .encode(
            x=WHEN,
            y=NUMBER,
            y2="y2:Q",
            detail="run:N",
            fill=alt.Fill("colour:N", scale=None, legend=None),
            fillOpacity=alt.FillOpacity("pale:Q", scale=None, legend=None),
        )
    )
    return chart


def _band(stairs: Stairs) -> list[alt.Chart]:
    """Return the range of the number, pale and with dotted edges.

    Nothing where no range is stored.
    """
    rows = [
        {"from": day, "y": step.level.low, "y2": step.level.high, "run": run}
        for run, steps in _runs(stairs.steps)
        for day, step in _corners(steps)
        if step.level.low is not None
    ]
    if not rows:
        return []
    chart: alt.Chart = (
        alt.Chart(inline(rows))
        .mark_area(
            interpolate="step-after",
            fill=stairs.colours[0],
            fillOpacity=0.3,
            stroke=PEN,
            strokeWidth=0.8,
            strokeOpacity=0.7,
            strokeDash=[1, 2],
            tooltip=None,
        )
        .encode(x=WHEN, y=NUMBER, y2="y2:Q", detail="run:N")
    )
    return [chart]


def _constant(stairs: Stairs) -> list[alt.Chart]:
    if stairs.level is None:
        return []
    chart: alt.Chart = (
        alt.Chart(inline([{"y": stairs.level}])).mark_rule(stroke=PEN, strokeDash=[6, 3], tooltip=None).encode(y=NUMBER)
    )
    return [chart]


def _other(stairs: Stairs) -> list[alt.Chart]:
    """Return the other number as a dotted line, with a pale ground where wished; nothing where none has one."""
    rows = [
        {"from": day, "y": step.level.other, "y2": step.value, "run": run}
        for run, steps in enumerate(_with_other(stairs.steps))
        for day, step in _corners(steps)
    ]
    if not rows:
        return []
    base = alt.Chart(inline(rows)).encode(x=WHEN, y=NUMBER, detail="run:N")
    ground: alt.Chart = base.mark_area(
        interpolate="step-after", fill=stairs.colours[0], fillOpacity=0.15, tooltip=None
    ).encode(y2="y2:Q")
    line: alt.Chart = base.mark_line(
        interpolate="step-after", stroke=PEN, strokeWidth=1.6, strokeDash=[1.5, 2.5], tooltip=None
    )
    return [ground, line] if stairs.other_filled else [line]


def _with_other(steps: Sequence[Step]) -> list[list[Step]]:
    """Return the steps whose levels have another number, those together that follow one another."""
    groups: list[list[Step]] = []
    for step in steps:
        if step.level.other is not None:
            follows = groups and groups[-1][-1].span.end == step.span.start
            groups[-1].append(step) if follows else groups.append([step])
    return groups


def _line(stairs: Stairs) -> alt.Chart:
    """Return the number as a line, dashed where it is only last known."""
    rows = [
        {"from": day, "y": step.value, "run": run, "known": "last known" if step.last_known else "known"}
        for run, steps in _runs(stairs.steps)
        for day, step in _corners(steps)
    ]
    dashes = alt.Scale(domain=["known", "last known"], range=[[1, 0], [3, 2]])
    chart: alt.Chart = (
        alt.Chart(inline(rows))
        .mark_line(interpolate="step-after", stroke=PEN, strokeWidth=1.2, tooltip=None)
        .encode(
            x=WHEN,
            y=NUMBER,
            detail="run:N",
            strokeDash=alt.StrokeDash("known:N", scale=dashes, legend=None),
        )
    )
    return chart


def _published(stairs: Stairs) -> list[alt.Chart]:
    """Return published numbers as diamonds, those of a day joined, with a letter on a disk above them."""
    if not stairs.marks:
        return []
    rows = [
        {
            "from": instant(mark.day),
            "y": value,
            "low": min(mark.values),
            "high": max(mark.values),
            "letter": mark.letter,
        }
        for mark in stairs.marks
        for value in mark.values
    ]
    base = alt.Chart(inline(rows)).encode(x=WHEN)
    white = base.mark_point(fill=PAPER, stroke=PEN, strokeWidth=1.5, opacity=1, tooltip=None)
    marks: list[alt.Chart] = [
        base.mark_rule(stroke=PEN, strokeWidth=2.5, tooltip=None).encode(y="low:Q", y2="high:Q"),
        white.encode(y=NUMBER, shape=alt.value("diamond"), size=alt.value(60)),
        white.encode(y="high:Q", yOffset=alt.value(ABOVE), size=alt.value(190)),
        base.mark_text(baseline="middle", dy=ABOVE, fontSize=11, fontWeight="bold", fill=PEN, tooltip=None).encode(
            y="high:Q", text="letter:N"
        ),
    ]
    return marks


def _stretches(stairs: Stairs, look: ChartStyle) -> alt.Chart:
    """Return a part of the ground for each step: it tells what holds there, and a click on it chooses its first day."""
    rows = [
        {
            "from": instant(step.span.start),
            "to": instant(step.span.end),
            "day": step.span.start.isoformat(),
            "days": days_in_words(step.span.start, (step.span.end or step.span.start + DAY) - DAY),
            "value": measured(step.value, stairs.axes.unit) + (", last known" if step.last_known else ""),
            "range": _range(step, stairs.axes.unit),
            "other": "" if step.level.other is None else measured(step.level.other, stairs.axes.unit),
        }
        for step in stairs.steps
    ]
    told = [alt.Tooltip("days:N", title="Days"), alt.Tooltip("value:N", title="Here")]
    if any(row["range"] for row in rows):
        told.append(alt.Tooltip("range:N", title="Range"))
    if any(row["other"] for row in rows):
        told.append(alt.Tooltip("other:N", title=stairs.other))
    ground: alt.Chart = alt.Chart(inline(rows)).mark_rect(fill=PEN, cursor="pointer")
    return clickable(ground, look).encode(x=WHEN, x2="to:T", y=alt.value(0), y2=alt.value("height"), tooltip=told)


def _range(step: Step, unit: str) -> str:
    low, high = step.level.low, step.level.high
    return "" if low is None or high is None else f"{between(low, high)}{TIE}{unit}"


def _runs(steps: Sequence[Step]) -> list[tuple[int, list[Step]]]:
    """Return the steps that follow one another without a gap and are known alike, with a number for each run."""
    runs: list[list[Step]] = []
    for step in steps:
        last = runs[-1][-1] if runs else None
        if last and last.span.end == step.span.start and last.last_known == step.last_known:
            runs[-1].append(step)
        else:
            runs.append([step])
    return list(enumerate(runs))


def _corners(steps: Sequence[Step]) -> list[tuple[int | None, Step]]:
    """Return where each step of a run begins, and where the last one ends."""
    return [*((instant(step.span.start), step) for step in steps), (instant(steps[-1].span.end), steps[-1])]
