"""Icons of the site as an app: the border on the map, and the slider."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch

from timemap.static_map.border import draw_border
from timemap.static_map.drawing import Plot
from timemap.static_map.frame import Frame
from timemap.static_map.pages.sheet import DPI
from timemap.static_map.render import lay_ground
from timemap.style.palette import in_css

if TYPE_CHECKING:
    from geodata.dataset import Dataset
    from timemap.state.snapshot import Snapshot

SIZES = (192, 512)
"""Dots of an edge: what browsers ask of an app that can be installed."""

_DRAWN = 128
"""Pixels of an edge while it is drawn."""

_BACK = 1
"""Zoom levels that an icon is farther away than the map, because it is smaller."""

_BOLD = 1.6
"""How much thicker than on the screen lines are."""

_TRACK = (24, 92, 80, 8)
"""Left, top, width and height of the slider; an icon may be cut to a circle of four fifths of its width."""

_THUMB = (72, 9)
"""Where the thumb is on the slider, and its radius."""


def icons(dataset: Dataset, snapshot: Snapshot) -> dict[str, bytes]:
    """Return the icons as PNG by the names of their files.

    Each fills its square, so that a system can cut it to its own shape. It shows no areas: no party stands for the app.
    """
    return {icon_name(size): _icon(dataset, snapshot, size) for size in SIZES}


def icon_name(size: int) -> str:
    """Return the name of the file of an icon.

    >>> icon_name(192)
    'icon-192.png'
    """
    return f"icon-{size}.png"


def _icon(dataset: Dataset, snapshot: Snapshot, size: int) -> bytes:
    figure = Figure(figsize=(_DRAWN / DPI, _DRAWN / DPI), dpi=DPI * size / _DRAWN)
    FigureCanvasAgg(figure)
    view = replace(snapshot.viewport, zoom=snapshot.viewport.zoom - _BACK)
    hidden = frozenset({"crossings", "posts", "wall"})
    plot = Plot(figure.add_axes((0, 0, 1, 1)), Frame(view, _DRAWN, _DRAWN), _BOLD, hidden, patterns=False)
    lay_ground(plot, dataset)
    plot.axes.set_axis_off()
    figure.patch.set_facecolor(in_css("land"))
    draw_border(plot, dataset.atlas, dataset.geography, snapshot.state.moment)
    _draw_slider(plot)
    out = io.BytesIO()
    figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()


def _draw_slider(plot: Plot) -> None:
    """Draw the slider for the day over the lower part of the map."""
    left, top, width, height = _TRACK
    paper, accent = in_css("page-paper"), in_css("page-accent")
    shape = f"round,pad=0,rounding_size={height / 2}"
    across, radius = _THUMB
    for part in (
        FancyBboxPatch((left, top), width, height, boxstyle=shape, facecolor=paper, edgecolor=accent, linewidth=1),
        Circle((across, top + height / 2), radius, facecolor=accent, edgecolor=paper, linewidth=2),
    ):
        part.set_zorder(20)
        plot.axes.add_patch(part)
