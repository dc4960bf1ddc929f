"""The first page shows the map of the opening day as a small picture that leads to the moving one."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from timemap.state.map_state import chosen
from timemap.state.snapshot import seen_events
from timemap.static_map.drawing import Plot
from timemap.static_map.frame import Frame
from timemap.static_map.pages.sheet import DPI
from timemap.static_map.render import draw_map
from timemap.style.palette import PAPER

if TYPE_CHECKING:
    from timemap.state.snapshot import Sight
    from timemap.static_map.render import Known

WIDTH, HEIGHT = 560, 350
"""CSS pixels."""

_SHARP = 2
"""Dots to a CSS pixel."""

_BACK = 0.6
"""Zoom levels that the picture is farther away than the map, because it is smaller."""


def preview(known: Known, sight: Sight) -> bytes:
    """Return what is seen as a PNG of ``WIDTH`` by ``HEIGHT`` CSS pixels."""
    figure = Figure(figsize=(WIDTH / DPI, HEIGHT / DPI), dpi=DPI * _SHARP, facecolor=PAPER)
    FigureCanvasAgg(figure)
    frame = Frame(replace(sight.map, zoom=sight.map.zoom - _BACK), WIDTH, HEIGHT)
    events = seen_events(chosen(sight.view, known.atlas), sight)
    draw_map(Plot(figure.add_axes((0, 0, 1, 1)), frame, 0.8, patterns=False), known, sight.view, events)
    out = io.BytesIO()
    figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()
