"""Layout of a page: the map, and what explains it beside or below."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timemap.state.initial import Viewport
from timemap.static_map.frame import Frame, fitting
from timemap.static_map.pages.sheet import MARGIN

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from timemap.state.snapshot import Bounds, Snapshot
    from timemap.static_map.text import Box
    from timemap.style.page_shapes import Shape

HEAD = 92
"""Pixels from the upper edge of a page to the map."""

SIDE = 236
"""Pixels of what stands beside a map."""

GAP = 16
"""Pixels between them."""

COLUMN_GAP = 22
"""Pixels between columns of notes."""

_BELOW = 0.24
_COLUMN = 270
"""Pixels of a column of notes, about."""

_WINDOW = (1046, 614)
"""Pixels of the map in the window of a common laptop, for which a view is meant that comes without a window."""


class Columns(NamedTuple):
    """Room that is divided into columns."""

    box: Box

    number: int

    @property
    def width(self) -> float:
        """Pixels of a column."""
        left, _, right, _ = self.box
        return (right - left - (self.number - 1) * COLUMN_GAP) / self.number

    @property
    def height(self) -> float:
        """Pixels."""
        return self.box[3] - self.box[1]

    @property
    def boxes(self) -> list[Box]:
        """The columns from left to right."""
        left, top, _, bottom = self.box
        edges = [left + at * (self.width + COLUMN_GAP) for at in range(self.number)]
        return [(edge, top, edge + self.width, bottom) for edge in edges]


class Layout(NamedTuple):
    """The parts of a page, in its pixels."""

    map: Box

    notes: Columns
    """What explains the map: legend, and events or changes."""


def layout_of(shape: Shape, foot: float, head: float = HEAD, *, maps: int = 1) -> Layout:
    """Return the parts of a page.

    Args:
        shape: of the page.
        foot: where its foot begins.
        head: where its head ends.
        maps: how many there are; several have the whole width, with the notes below them.
    """
    left, right, bottom = MARGIN, shape.width - MARGIN, foot - 10
    if shape.is_beside and maps == 1:
        edge = right - SIDE
        return Layout((left, head, edge - GAP, bottom), Columns((edge, head - 6, right, bottom), 1))
    edge = bottom - _BELOW * shape.height
    columns = Columns((left, edge, right, bottom), round((right - left) / _COLUMN))
    return Layout((left, head, right, edge - GAP / 2), columns)


def lowered(layout: Layout, cut: float) -> Layout:
    """Return a layout whose map is lower by some pixels.

    There is as much more room for the notes below it.
    """
    left, top, right, bottom = layout.map
    box, number = layout.notes
    notes = Columns((box[0], box[1] - cut, *box[2:]), number)
    return Layout((left, top, right, bottom - cut), notes)


def surplus(box: Box, snapshot: Snapshot, atlas: Atlas) -> float:
    """Return by how many pixels a map could be lower.

    It reaches that far beyond all that the base map has.

    What was seen stays in its middle, also where that reaches beyond.
    """
    frame = frame_in(box, snapshot)
    _, south, _, north = atlas.setting_numbers("area-bounds")
    lon, middle = frame.view.lon, frame.height / 2
    least = middle - frame.spot(lon, seen_bounds(snapshot)[3])[1]
    room = min(middle - frame.spot(lon, north)[1], frame.spot(lon, south)[1] - middle)
    return max(frame.height - 2 * max(room, least), 0)


def frame_in(box: Box, snapshot: Snapshot) -> Frame:
    """Return the frame that fills a box and shows all that was seen.

    What was seen is as large as the shape allows, in its middle.
    """
    left, top, right, bottom = box
    return fitting(seen_bounds(snapshot), right - left, bottom - top)


def seen_bounds(snapshot: Snapshot) -> Bounds:
    """Return what of the world was seen.

    Round the middle of a view as in a common window where that is not known.
    """
    return (
        snapshot.seen
        or Frame(Viewport(snapshot.viewport.lat, snapshot.viewport.lon, snapshot.viewport.zoom), *_WINDOW).bounds
    )
