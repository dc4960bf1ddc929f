"""Theme of all charts: ink, grids and sizes of letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

import altair as alt

if TYPE_CHECKING:
    from collections.abc import Sequence

PICKED = "picked"
"""Name of the selection: the stretch that was clicked; its field `day` says the day to go to."""


PEN, PAPER = "#1b1f24", "#ffffff"
"""Colours of lines inside the axes, and of the ground there: in every theme the areas have the colours of the map."""

PADDING = {"left": 0, "top": 8, "right": 8, "bottom": 4}
"""CSS pixels round a chart on the page: half of a label lies outside of its axis."""

CHOSEN = 0.25
"""How dark a chosen mark is laid over the others."""

GROUND = 0.88
"""How much of the ground there is paper: on a dark page it is a light grey that does not glare.

A dark ground would need other colours, and the server does not know for sure which theme a page has: Streamlit tells it
only after the first run, and not at once when the theme is changed.
"""


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """Size and look of a chart."""

    ink: str = "currentColor"
    """Colour of words round it; that of the text of the page unless a picture names one."""

    width: int | Literal["container"] = "container"
    """CSS pixels, or as wide as there is room."""

    height: int = 160
    """CSS pixels, with the axes where the width is that of the room there is, else without them."""

    clickable: bool = True
    """Whether a click chooses a day."""


@dataclass(frozen=True, slots=True)
class ChartPart:
    """One of the parts that a number is the sum of."""

    name: str
    """What it is, for the key."""

    colour: str
    """Its colour."""


class Drawing(Protocol):
    """Protocol of what can be drawn; equal drawings look the same."""

    def chart(self, look: ChartStyle) -> alt.LayerChart:
        """Return the chart."""
        ...

    def __hash__(self) -> int: ...


def clickable(chart: alt.Chart, look: ChartStyle) -> alt.Chart:
    """Return a top layer whose marks are seen only when chosen.

    That is where it is wished.

    A click chooses by the field `day`.
    """
    if not look.clickable:
        return chart.encode(fillOpacity=alt.value(0))
    picked = alt.selection_point(name=PICKED, fields=["day"], empty=False)
    seen = alt.when(picked).then(alt.value(CHOSEN)).otherwise(alt.value(0))
    return chart.encode(fillOpacity=seen).add_params(picked)


def layered(layers: Sequence[alt.Chart], look: ChartStyle) -> alt.LayerChart:
    """Return layers as one chart of its size.

    Colours and letters come from `config`, where it is shown.
    """
    return alt.LayerChart(layer=list(layers)).properties(width=look.width, height=look.height)


def config(look: ChartStyle) -> alt.Config:
    """Return the colours and letters that all charts have."""
    return alt.Config(
        background="transparent",
        font="system-ui, sans-serif",
        view=alt.ViewConfig(stroke=None, fill=PAPER, fillOpacity=GROUND),
        axis=alt.AxisConfig(
            labelColor=look.ink,
            labelFontSize=12,
            gridColor=PEN,
            gridOpacity=0.2,
            domainColor=look.ink,
            tickColor=look.ink,
            title=None,
        ),
        title=alt.TitleConfig(color=look.ink, anchor="start"),
        aria=False,
        # The chart as a whole has a name, and its sentences stand beside it.
        mark=alt.MarkConfig(aria=False),
    )
