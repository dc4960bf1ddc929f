"""Rendering of one map of a day: base map, areas, border, events, names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from matplotlib_scalebar.scalebar import ScaleBar

from timemap.static_map.areas import draw_areas
from timemap.static_map.base_map import draw_ground
from timemap.static_map.border import draw_border
from timemap.static_map.callouts import callouts_on
from timemap.static_map.drawing import POINTS
from timemap.static_map.events import draw_events
from timemap.static_map.labels import LabelContext, draw_labels
from timemap.static_map.legend import DrawnMap
from timemap.static_map.quarters import draw_quarters
from timemap.static_map.text import FONT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geodata.dataset import Dataset
    from geodata.records.events import Event
    from timemap.state.map_state import MapState
    from timemap.static_map.drawing import DrawnGround, Plot
    from timemap.static_map.text import Box


def draw_map(plot: Plot, dataset: Dataset, state: MapState, events: Sequence[Event], *, bar: bool = True) -> DrawnMap:
    """Draw a map and return what can be seen on it.

    Args:
        plot: where; the units of its axes become the pixels of its frame.
        dataset: what is drawn.
        state: moment, language, chosen event and what is hidden.
        events: those that are seen on the moment.
        bar: whether it has a scale bar.
    """
    plot = replace(plot, hidden=frozenset(state.hidden))
    ground = plot.ground or lay_ground(plot, dataset)
    control = draw_areas(plot, dataset, state.moment)
    border = draw_border(plot, dataset.atlas, dataset.geography, state.moment)
    quarters = draw_quarters(plot, dataset.atlas, state.moment)
    marks = draw_events(plot, dataset.atlas, () if "events" in plot.hidden else events, state)
    reserved = (_draw_scale(plot),) if bar else ()
    said = callouts_on(plot, dataset.atlas, state.moment)
    under = LabelContext(border, control, [*marks.boxes, *quarters.boxes], said, reserved, quarters)
    named = draw_labels(plot, dataset.atlas, dataset.geography, under, state.language)
    return DrawnMap(state.moment, ground, control, border, marks, named, quarters, plot.patterns)


def lay_ground(plot: Plot, dataset: Dataset) -> DrawnGround:
    """Draw the base map of every day, and return what of it can be seen."""
    plot.axes.set(xlim=(0, plot.frame.width), ylim=(plot.frame.height, 0), xticks=[], yticks=[])
    for spine in plot.axes.spines.values():
        spine.set(edgecolor=plot.colours["quiet"], linewidth=0.8, zorder=20)
    return draw_ground(plot, dataset.atlas, dataset.geography)


def _draw_scale(plot: Plot) -> Box:
    """Draw a scale bar in the lower left corner and return what it covers at most."""
    size = 10 * plot.scale
    share = min(0.25, 180 * plot.scale / plot.frame.width)
    bar = ScaleBar(
        plot.frame.km_per_pixel,
        "km",
        length_fraction=share,
        location="lower left",
        pad=0.4,
        border_pad=0.5,
        sep=2,
        width_fraction=0.004,
        color=plot.colours["page-ink"],
        box_color=plot.colours["page-panel"],
        box_alpha=0.85,
        scale_loc="top",
        rotation="horizontal-only",
        font_properties={"family": FONT, "size": size * POINTS},
    )
    bar.set_zorder(12)
    plot.axes.add_artist(bar)
    return (0, plot.frame.height - 4 * size, share * plot.frame.width + 3 * size, plot.frame.height)
