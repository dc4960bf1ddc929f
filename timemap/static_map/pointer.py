"""Arrow at the edge to a focus that lies outside the frame."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from timemap.static_map.drawing import DrawingOrder, LineStyle, mark
from timemap.static_map.label_placement import Label, spot_at

if TYPE_CHECKING:
    from timemap.static_map.drawing import Plot
    from timemap.static_map.frame import Frame
    from timemap.static_map.text import TextBlock

_INSET = 44
"""Pixels between the edge of the frame and the arrow."""

_SIZE = 9
_REACH = 14
_EDGE = 4
_ARROW = Path([(1, 0), (-0.7, 0.75), (-0.3, 0), (-0.7, -0.75), (1, 0)], closed=True)


def pointer_to(frame: Frame, x: float, y: float, inset: float = _INSET) -> tuple[float, float, float]:
    """Return position and angle of the arrow to a point outside a frame.

    In pixels and radians.
    """
    middle_x, middle_y = frame.width / 2, frame.height / 2
    across, down = x - middle_x, y - middle_y
    reach = min(
        max(middle_x - inset, 1) / max(abs(across), 1e-9),
        max(middle_y - inset, 1) / max(abs(down), 1e-9),
    )
    return middle_x + across * reach, middle_y + down * reach, math.atan2(down, across)


def draw_pointer(plot: Plot, words: TextBlock, x: float, y: float) -> Label:
    """Draw the arrow to a point outside the frame, and return its label."""
    frame = plot.frame
    at_x, at_y, angle = pointer_to(frame, x, y, _INSET * plot.scale)
    arrow = Affine2D().rotate(angle).transform_path(_ARROW)
    at = plot.at(at_x, at_y, _SIZE * plot.scale)
    mark(at, arrow, DrawingOrder.MARKS + 0.5, line=LineStyle(plot.colours["halo"], 4 * plot.scale))
    mark(at, arrow, DrawingOrder.MARKS + 0.5, ink=plot.colours["focus"])
    half = (_REACH * plot.scale + words.width / 2, _REACH * plot.scale + words.height / 2)
    wanted = (at_x - math.cos(angle) * half[0], at_y - math.sin(angle) * half[1])
    spot = spot_at(
        min(max(wanted[0], words.width / 2 + _EDGE), frame.width - words.width / 2 - _EDGE),
        min(max(wanted[1], words.height / 2 + _EDGE), frame.height - words.height / 2 - _EDGE),
        words,
    )
    return Label(words, [spot], 0, always=True)
