"""Axes of a chart, set once by a layer that is not seen."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, overload

import altair as alt

from geodata.dates.iso import day_number
from geodata.dates.span import DAY

if TYPE_CHECKING:
    from datetime import date

    from geodata.dates.span import Span

MILLISECONDS = 86_400_000
"""In a day."""

LABEL_WIDTH = 52
"""CSS pixels for the numbers beside the axis, so that charts above one another begin at the same place."""

ROOM = 1.03
"""How much farther an axis reaches than its largest number."""

UNEVEN = (0, 5, 25, 100, 250, 500, 1000)
"""Numbers that stand beside an axis that gives small numbers more room."""

GROUPED = "format(datum.value, ',.2~f')"
"""Expression of a number on an axis, with commas between its thousands."""

WHEN = alt.X("from:T")
"""Where something stands in time: the field `from`, an `instant`."""

NUMBER = alt.Y("y:Q")
"""How high something is: the field `y`."""


@dataclass(frozen=True, slots=True)
class Axes:
    """Time from left to right, and a number upwards."""

    span: Span
    """The days; the end is set."""

    top: float
    """The largest number."""

    unit: str
    """Unit of the number; in a chart of counts what is counted."""

    bottom: float = 0.0
    """The smallest number."""

    kind: Literal["linear", "sqrt"] = "linear"
    """Whether all numbers have the same room, or small ones more."""

    whole: bool = False
    """Whether there are no numbers between whole ones."""

    def layer(self) -> alt.Chart:
        """Return the layer that sets the axes.

        Days are those of UTC wherever the reader is.

        The first and the last day are data of the layer, not a domain of the scale: Vega-Lite 6.4 loses a domain of
        days where layers share it.
        """
        start, end = instant(self.span.start), instant(self.span.end or self.span.start + DAY)
        time = alt.Axis(grid=False, tickSize=4, labelPadding=3, labelFlush=False, tickCount=6)
        chart: alt.Chart = (
            alt.Chart(inline([{"from": start}, {"from": end}]))
            .mark_point(opacity=0, tooltip=None)
            .encode(
                x=alt.X("from:T", scale=alt.Scale(type="utc", nice=False), axis=time),
                y=alt.YDatum(0, scale=self._scale(), axis=self._number()),
            )
        )
        return chart

    def _scale(self) -> alt.Scale:
        return alt.Scale(domain=[self.bottom * ROOM, (self.top or 1) * ROOM], type=self.kind, nice=False)

    def _number(self) -> alt.Axis:
        even = self.kind == "linear"
        marks: list[float] = [mark for mark in UNEVEN if mark <= self.top]
        return alt.Axis(
            labelExpr=f"{GROUPED} + (datum.index == 1 ? ' {self.unit}' : '')",
            values=alt.Undefined if even else marks,
            tickCount=3 if even else alt.Undefined,
            tickMinStep=1 if self.whole else alt.Undefined,
            grid=True,
            ticks=False,
            domain=False,
            minExtent=LABEL_WIDTH,
            maxExtent=LABEL_WIDTH,
        )


def inline(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return rows as the data of a layer, named after what is in them.

    What has a name stays in its layer: the chart has its data from the start, and knows how far its axes reach.
    """
    return {"name": hashlib.sha256(json.dumps(rows).encode()).hexdigest()[:16], "values": rows}


@overload
def instant(day: date) -> int: ...
@overload
def instant(day: date | None) -> int | None: ...
def instant(day: date | None) -> int | None:
    """Return the first moment of a day in UTC as charts count time.

    In milliseconds since 1970; none for no day.
    """
    return None if day is None else day_number(day) * MILLISECONDS
