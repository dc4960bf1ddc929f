"""Where things stand on a page of a shape: the map, and what explains it beside or below."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timemap.exports.picture.frame import Frame, fitting
from timemap.exports.picture.sheet import MARGIN
from timemap.opening import MapView

if TYPE_CHECKING:
    from timemap.exports.picture.placing import Box
    from timemap.exports.shapes import Shape
    from timemap.exports.sight import Sight

HEAD = 92
"""Pixels from the upper edge of a page to the map."""

SIDE = 236
"""Pixels of what stands beside a map."""

GAP = 16
"""Pixels between them."""

_BELOW = 0.235
_COLUMNS = 3
_WINDOW = (1046, 614)
"""Pixels of the map in the window of a common laptop, for which a view is meant that comes without a window."""


class Layout(NamedTuple):
    """The parts of a page, in its pixels."""

    map: Box

    notes: Box
    """What explains the map: legend, and events or changes."""

    columns: int
    """Columns of the notes."""


def layout_of(shape: Shape, foot: float, head: float = HEAD) -> Layout:
    """Return the parts of a page whose foot begins at a height."""
    left, right, bottom = MARGIN, shape.width - MARGIN, foot - 10
    if shape.is_beside:
        edge = right - SIDE
        return Layout((left, head, edge - GAP, bottom), (edge, head - 6, right, bottom), 1)
    edge = bottom - _BELOW * shape.height
    return Layout((left, head, right, edge - GAP / 2), (left, edge, right, bottom), _COLUMNS)


def frame_in(box: Box, sight: Sight) -> Frame:
    """Return the frame that fills a box and shows all that was seen, as large as its shape allows, in its middle."""
    left, top, right, bottom = box
    return fitting(seen_bounds(sight), right - left, bottom - top)


def seen_bounds(sight: Sight) -> tuple[float, float, float, float]:
    """Return what of the world was seen; round the middle of a view as in a common window where that is not known."""
    return sight.seen or Frame(MapView(sight.map.lat, sight.map.lon, sight.map.zoom), *_WINDOW).bounds
