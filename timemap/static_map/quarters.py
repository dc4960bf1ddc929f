"""Quarters and villages in the colours of their reported holders."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.path import Path

from timemap.document.quarters import ESTIMATED
from timemap.static_map.drawing import RING, DrawingOrder, LineStyle, mark
from timemap.static_map.label_placement import Label, around, spots_beside
from timemap.static_map.text import broken, text_block
from timemap.style.palette import holder_colour
from timemap.style.tokens import TOKENS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from matplotlib.typing import ColorType

    from geodata.atlas import Atlas
    from geodata.records.military import FrontMark, FrontSnapshot
    from timemap.static_map.drawing import MarkPosition, Plot
    from timemap.static_map.text import Box

_LOOK = TOKENS.quarters


@dataclass(frozen=True, slots=True)
class DrawnQuarters:
    """Drawn quarters that can be seen, for the legend and the labels."""

    holders: tuple[str, ...] = ()
    """Ids of who held them, in the order of their table; one that it lacks is empty and comes last."""

    estimated: bool = False
    """Whether the point of one of them is an estimate."""

    marks: tuple[tuple[FrontMark, float, float], ...] = ()
    """Each with its pixel."""

    reported: date | None = None
    """Day of the report; None where nothing is drawn."""

    @property
    def boxes(self) -> tuple[Box, ...]:
        """What the marks cover, in pixels."""
        return tuple(around(x, y, _LOOK.size) for _, x, y in self.marks)


def report_on(atlas: Atlas, day: date) -> FrontSnapshot | None:
    """Return the report that counts on a day: the latest one.

    The last of all counts for its own day alone.
    """
    reports = sorted(atlas.front_snapshots, key=lambda row: row.day)
    so_far = [row for row in reports if row.day <= day]
    return None if not so_far or (so_far[-1] is reports[-1] and so_far[-1].day != day) else so_far[-1]


def draw_quarters(plot: Plot, atlas: Atlas, day: date) -> DrawnQuarters:
    """Draw the quarters of a day and return what of them can be seen."""
    report = report_on(atlas, day)
    if report is None or "quarters" in plot.hidden or plot.frame.view.zoom < _LOOK.from_zoom:
        return DrawnQuarters()
    colours = {row.id: holder_colour(row, plot.theme) for row in atlas.controllers}
    focus = atlas.setting("focus-place")
    ring = plot.frame.spot(atlas.place(focus).lon, atlas.place(focus).lat) if atlas.has_place(focus) else (-99.0, -99.0)
    marks = []
    for row in atlas.front_marks:
        x, y = plot.frame.spot(row.lon, row.lat)
        if row.snapshot == report.id and plot.frame.shows(row.lon, row.lat) and math.dist((x, y), ring) > RING:
            colour = colours.get(row.holder, TOKENS.areas.unknown_colour)
            draw_quarter(plot.at(x, y, _LOOK.size * plot.scale), colour, estimated=row.precision == ESTIMATED)
            marks.append((row, x, y))
    present = {row.holder for row, _, _ in marks}
    holders = tuple(name for name in colours if name in present) + (("",) if present - set(colours) else ())
    estimated = any(row.precision == ESTIMATED for row, _, _ in marks)
    return DrawnQuarters(holders, estimated, tuple(marks), report.day if marks else None)


def draw_quarter(at: MarkPosition, colour: ColorType, *, estimated: bool = False) -> None:
    """Draw the mark of a quarter.

    A dashed rim says that its point is an estimate.
    """
    path = Path([(0, -1), (1, 0), (0, 1), (-1, 0), (0, -1)], closed=True)
    unit = at.size / _LOOK.size
    mark(at, path, DrawingOrder.MARKS, line=LineStyle(at.colours["halo"], _LOOK.halo_width * unit))
    dashes = tuple(part * unit for part in _LOOK.rim_dashes) if estimated else ()
    rim = LineStyle(at.colours["label"], _LOOK.rim_width * unit, dashes)
    mark(at, path, DrawingOrder.MARKS, ink=colour, line=rim)


def quarter_labels(plot: Plot, quarters: DrawnQuarters) -> Iterator[Label]:
    """Yield the name of every quarter that is drawn."""
    for row, x, y in quarters.marks:
        words = text_block("town", broken(row.name), plot.scale)
        spots = spots_beside(x, y, words, _LOOK.name_away * plot.scale)
        yield Label(words, spots, TOKENS.lettering["town"].priority, gap=2.5 * plot.scale)
