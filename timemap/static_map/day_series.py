"""Series of pictures of one view, day by day.

What no day changes is drawn once.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from PIL import Image

from timemap.attribution import credit_of
from timemap.state.snapshot import visible_events
from timemap.static_map.pages.one_day import begin_page, draw_day
from timemap.static_map.pages.sheet import DRAWING, blank_sheet, unhinted
from timemap.static_map.render import lay_ground
from timemap.style.page_shapes import shape_by_id

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from geodata.dataset import Dataset
    from geodata.text.selection import Selection
    from timemap.attribution import Credit
    from timemap.state.snapshot import Snapshot


def day_painter(
    dataset: Dataset, selection: Selection, snapshot: Snapshot, days: Sequence[date], *, dots: float | None = None
) -> tuple[Callable[[date], Image.Image], Credit]:
    """Return what draws a day as an RGB picture, and the series' words.

    They go with all its pictures.

    All pictures have the same size, the same part of the map in the same place, and the same foot, so that they can
    follow one another; title, map, legend and list of events are those of the day. Shape, theme, patterns, language
    and hidden layers are those of the snapshot; its moment plays no part. A second picture takes a fraction of the time
    of the first. Several painters may be used at once, from several threads: one of them draws at a time.

        paint, credit = day_painter(known, selection, replace(snapshot, shape="wide", theme="dark"), days)
        frames = (paint(day) for day in days)   # PIL images of 1920 by 1080 pixels, mode RGB

    Args:
        dataset: what is drawn.
        selection: the chosen events.
        snapshot: what is seen.
        days: those that will be drawn, at least one; the foot names the sources of all of them.
        dots: dots to a CSS pixel of the shape; 1 makes a wide picture 1280 by 720 pixels. Those of a PNG of the
            shape where left out.
    """
    atlas, shape = dataset.atlas, shape_by_id(snapshot.shape)
    snapshots = {day: replace(snapshot, state=replace(snapshot.state, moment=day, compare=None)) for day in days}
    events = {event.id: event for one in snapshots.values() for event in visible_events(selection, one)}
    credit = credit_of(atlas, events.values(), snapshot, days=days)
    with DRAWING:
        sheet = blank_sheet(shape, snapshot.theme, dots=dots or shape.dots)
        begun = begin_page(sheet, atlas, snapshot, credit)
        plot = replace(begun.plot, outlined=True)
        page = replace(begun, plot=replace(plot, ground=lay_ground(plot, dataset)))
    lasting = {artist for part in sheet.figure.axes for artist in part.get_children()}

    def paint(day: date) -> Image.Image:
        """Return the picture of one of the days."""
        with DRAWING:
            draw_day(page, dataset, selection, snapshots[day])
            canvas = sheet.figure.canvas
            assert isinstance(canvas, FigureCanvasAgg)  # noqa: S101 (for the type: blank_sheet makes it so)
            with unhinted():
                canvas.draw()  # type: ignore[no-untyped-call]
            dots = np.asarray(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
            picture = Image.fromarray(dots).convert("RGB")
            for artist in [one for part in sheet.figure.axes for one in part.get_children() if one not in lasting]:
                artist.remove()
        return picture

    return paint, credit
