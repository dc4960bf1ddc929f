"""Preview picture on the site's first page, which leads to the map."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from timemap.state.map_state import filter_by_state
from timemap.state.snapshot import visible_events
from timemap.static_map.drawing import Plot
from timemap.static_map.frame import Frame
from timemap.static_map.pages.sheet import DPI, unhinted
from timemap.static_map.render import draw_map
from timemap.style.palette import PAPER

if TYPE_CHECKING:
    from geodata.dataset import Dataset
    from timemap.state.snapshot import Snapshot

WIDTH, HEIGHT = 560, 350
"""CSS pixels."""

_SHARP = 2
"""Dots to a CSS pixel."""

PICTURE_SIZE = (WIDTH * _SHARP, HEIGHT * _SHARP)
"""Width and height of the picture in its own pixels."""

_BACK = 0.6
"""Zoom levels that the picture is farther away than the map, because it is smaller."""


def preview(dataset: Dataset, snapshot: Snapshot) -> bytes:
    """Return what is seen as a PNG of ``WIDTH`` by ``HEIGHT`` CSS pixels."""
    figure = Figure(figsize=(WIDTH / DPI, HEIGHT / DPI), dpi=DPI * _SHARP, facecolor=PAPER)
    FigureCanvasAgg(figure)
    frame = Frame(replace(snapshot.viewport, zoom=snapshot.viewport.zoom - _BACK), WIDTH, HEIGHT)
    events = visible_events(filter_by_state(snapshot.state, dataset.atlas), snapshot)
    draw_map(Plot(figure.add_axes((0, 0, 1, 1)), frame, 0.8, patterns=False), dataset, snapshot.state, events)
    out = io.BytesIO()
    with unhinted():
        figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()
