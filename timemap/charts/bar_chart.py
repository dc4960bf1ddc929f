"""Bars over time: upright from zero, or hanging below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import altair as alt

from timemap.charts.axes import NUMBER, WHEN, inline, instant
from timemap.charts.theme import PEN, clickable, layered

if TYPE_CHECKING:
    from datetime import date

    from geodata.dates.span import Span
    from timemap.charts.axes import Axes
    from timemap.charts.theme import ChartStyle


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar."""

    span: Span
    """The days that it stands for; the end is set."""

    value: float
    """Its height; below zero it hangs."""

    day: date
    """The day that a click on it chooses."""

    when: str
    """The days in words."""

    told: str
    """What it says in words."""


@dataclass(frozen=True, slots=True)
class Bars:
    """Content of one chart of bars."""

    bars: tuple[Bar, ...]
    """The bars, in order of time."""

    colour: str
    """Their colour."""

    axes: Axes
    """The axes."""

    thin: bool = False
    """Whether they are thin stems with a head, so that even the lowest is seen."""

    def chart(self, look: ChartStyle) -> alt.LayerChart:
        """Return the chart."""
        rows = [
            {
                "from": instant(bar.span.start),
                "to": instant(bar.span.end),
                "day": bar.day.isoformat(),
                "y": bar.value,
                "when": bar.when,
                "told": bar.told,
            }
            for bar in self.bars
        ]
        base = alt.Chart(inline(rows)).encode(x=WHEN)
        shown, grounds = _stems(base, self.colour) if self.thin else _boxes(base, self.colour)
        tooltip = [alt.Tooltip("when:N", title="When"), alt.Tooltip("told:N", title="Here")]
        layers = [self.axes.layer(), *shown, clickable(grounds, look).encode(tooltip=tooltip)]
        return layered(layers, look)


def _stems(base: alt.Chart, colour: str) -> tuple[list[alt.Chart], alt.Chart]:
    """Return the line at zero with stems and heads, and round the heads room for a finger."""
    shown: list[alt.Chart] = [
        alt.Chart(inline([{"y": 0}])).mark_rule(stroke=PEN, strokeOpacity=0.5, tooltip=None).encode(y=NUMBER),
        base.mark_rule(stroke=PEN, strokeWidth=1.2, tooltip=None).encode(y=NUMBER, y2=alt.datum(0)),
        base.mark_circle(size=36, fill=colour, fillOpacity=1, stroke=PEN, strokeWidth=0.8, tooltip=None).encode(
            y=NUMBER
        ),
    ]
    return shown, base.mark_circle(size=200, fill=PEN, cursor="pointer").encode(y=NUMBER)


def _boxes(base: alt.Chart, colour: str) -> tuple[list[alt.Chart], alt.Chart]:
    """Return boxes over their days, and the ground from top to bottom over the same days."""
    box: alt.Chart = base.mark_rect(fill=colour, stroke=PEN, strokeWidth=0.6, strokeOpacity=0.7, tooltip=None).encode(
        x2="to:T", y=NUMBER, y2=alt.datum(0)
    )
    ground: alt.Chart = base.mark_rect(fill=PEN, cursor="pointer")
    return [box], ground.encode(x2="to:T", y=alt.value(0), y2=alt.value("height"))
