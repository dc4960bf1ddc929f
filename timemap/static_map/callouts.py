"""Callouts on a picture: a few words on a day, with a leader line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import shapely
from matplotlib.patches import FancyBboxPatch

from timemap.static_map.drawing import POINTS, RING, DrawingOrder, LineStyle, stroke
from timemap.static_map.label_placement import Label, spots_beside
from timemap.static_map.text import broken, text_block
from timemap.style.tokens import TOKENS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from geodata.atlas import Atlas
    from geodata.records.events import Callout
    from timemap.static_map.drawing import Plot
    from timemap.static_map.text import Spot

PAD = 5
"""Pixels between the words of a callout and its rim: less than on the screen, as the words are smaller."""

_RULES = TOKENS.labels
_LEAST_SCALE = 0.8
"""Of a map that has room for callouts."""

_PRIORITY = 5.5
"""After the names of zones and towns; on the screen before them: there one can look nearer for a missing name."""


def callouts_on(plot: Plot, atlas: Atlas, day: date) -> tuple[Callout, ...]:
    """Return what is said on the map of a day of places that are in the frame."""
    if "callouts" in plot.hidden or plot.scale < _LEAST_SCALE:
        return ()
    said = (row for row in atlas.callouts if row.start <= day <= row.last_day and atlas.has_place(row.place))
    return tuple(row for row in said if plot.frame.shows(atlas.place(row.place).lon, atlas.place(row.place).lat))


def callout_labels(plot: Plot, atlas: Atlas, callouts: tuple[Callout, ...]) -> Iterator[Label]:
    """Yield a label for each callout.

    It gives way to the names of zones and towns, and may lie on symbols.
    """
    for row in callouts:
        place = atlas.place(row.place)
        x, y = plot.frame.spot(place.lon, place.lat)
        words = text_block("callout", broken(row.text, _RULES.callout_letters), plot.scale)
        pad = 2 * PAD * plot.scale
        plate = replace(words, width=words.width + pad, height=words.height + pad)
        ways = (spots_beside(x, y, plate, away * plot.scale, _RULES.callout_sides) for away in _RULES.callout_away)
        spots = [spot for way in ways for spot in way]
        yield Label(words, spots, _PRIORITY, foot=(x, y), bears=1)


def draw_plate(plot: Plot, label: Label, spot: Spot) -> None:
    """Draw the ground of a callout, and the line to its place."""
    assert label.foot is not None  # noqa: S101 (for the type: every callout has one)
    left, top, right, bottom = spot.box
    plate = shapely.box(*spot.box)
    line = shapely.LineString([label.foot, (spot.x, spot.y)]).difference(plate)
    start = (RING + 3) * plot.scale
    stroke(plot.axes, line.difference(shapely.Point(label.foot).buffer(start)), _rim(plot, 1.4), DrawingOrder.WORDS)
    rounded = FancyBboxPatch(
        (left, top), right - left, bottom - top, boxstyle=f"round,pad=0,rounding_size={4 * plot.scale}"
    )
    rim = _rim(plot, 1)
    rounded.set(
        facecolor=plot.colours["plate"], edgecolor=rim.colour, linewidth=rim.width * POINTS, zorder=DrawingOrder.WORDS
    )
    plot.axes.add_artist(rounded)


def _rim(plot: Plot, width: float) -> LineStyle:
    return LineStyle(plot.colours["label"], width * plot.scale)
