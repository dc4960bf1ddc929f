"""Drawing of shapes in pixels on the axes of a map.

Widths are in CSS pixels.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeVar, cast

import shapely
from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import parse_path
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import Affine2D
from shapely.plotting import patch_from_polygon

from geodata.areas.projection import multi, polygons
from timemap.style.palette import palette

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    import numpy as np
    from matplotlib.axes import Axes
    from matplotlib.typing import ColorType
    from shapely.geometry.base import BaseGeometry

    from timemap.static_map.frame import Frame
    from timemap.style.palette import Theme

Result = TypeVar("Result")

POINTS = 0.75
"""Points in a CSS pixel: 72 to 96 per inch."""


RING = 10
"""Half of what the ring of the marked place covers, in pixels."""

CIRCLE = "M0-1A1 1 0 1 1 0 1A1 1 0 1 1 0-1Z"
"""A circle as an SVG path."""


class DrawingOrder(IntEnum):
    """Drawing order, the lowest first."""

    LAND = 1
    AREAS = 2
    BASE_LAYERS = 3
    FRONTS = 4
    ZONES = 5
    BORDER = 6
    MARKS = 7
    WORDS = 8
    EVENTS = 9


@dataclass(frozen=True, slots=True)
class DrawnGround:
    """Drawn parts of the base map, for the legend."""

    water: bool
    """Whether there is sea, a lake or a river."""

    borders: bool
    """Whether there is a land border other than the one that the map is about."""

    divisions: bool
    """Whether there is a line between governorates or provinces."""

    outside: bool
    """Whether the frame reaches beyond the mapped area."""


@dataclass(frozen=True)
class Plot:
    """Axes and frame on which a map is drawn."""

    axes: Axes
    """Axes whose units are the pixels of the frame."""

    frame: Frame
    """What part of the world it is."""

    scale: float = 1
    """How much larger than on the screen lines, symbols and letters are."""

    hidden: frozenset[str] = frozenset()
    """Layers that are not drawn, as in the state of the map."""

    theme: Theme = "light"
    """Whose colours are used."""

    patterns: bool = True
    """Whether areas are told apart by patterns too, as is good for print."""

    outlined: bool = False
    """Whether letters become outlines here, which are quick to draw again and again, or stay letters."""

    ground: DrawnGround | None = None
    """What of the ground can be seen, where that is drawn already."""

    kept: dict[Hashable, object] = field(default_factory=dict)
    """What was worked out for this frame once and does not depend on the day; maps of one frame may share it."""

    @property
    def colours(self) -> Mapping[str, ColorType]:
        """Those of the theme."""
        return palette(self.theme)

    def at(self, x: float, y: float, size: float) -> MarkPosition:
        """Return where a mark stands, given in pixels."""
        return MarkPosition(self.axes, x, y, size, self.theme)

    def once(self, key: Hashable, make: Callable[[], Result]) -> Result:
        """Return what ``make`` gives for a key.

        It is asked once for all maps that share what is kept.
        """
        if key not in self.kept:
            self.kept[key] = make()
        return cast("Result", self.kept[key])


@dataclass(frozen=True, slots=True)
class LineStyle:
    """Style of a line: colour, width and dashes."""

    colour: ColorType
    width: float
    """In pixels."""
    dashes: tuple[float, ...] = ()
    """Lengths of dashes and gaps in pixels, whatever the width; a full line where there are none."""

    @property
    def style(self) -> Literal["solid"] | tuple[float, Sequence[float]]:
        """As matplotlib wants it: in widths of the line."""
        return (0, [dash / self.width for dash in self.dashes]) if self.dashes else "solid"


@dataclass(frozen=True, slots=True)
class MarkPosition:
    """Position and size of a mark."""

    axes: Axes
    x: float
    y: float
    """Its middle, in pixels."""
    size: float
    """Half its width, in pixels."""
    theme: Theme = "light"
    """Whose colours are used."""

    @property
    def colours(self) -> Mapping[str, ColorType]:
        """Those of the theme."""
        return palette(self.theme)


def fill(
    axes: Axes, shape: BaseGeometry, colour: ColorType, level: DrawingOrder, edge: LineStyle | None = None
) -> None:
    """Fill the areas of a shape in one colour, with an outline or without."""
    land = polygons(shape)
    if land:
        patch = patch_from_polygon(multi(land), facecolor=colour, edgecolor="none", zorder=level)
        if edge is not None:
            patch.set(edgecolor=edge.colour, linewidth=edge.width * POINTS)
        axes.add_artist(patch)


def stroke(axes: Axes, shape: BaseGeometry, line: LineStyle, level: DrawingOrder) -> None:
    """Draw the lines of a shape."""
    parts = [shapely.get_coordinates(part) for part in shapely.get_parts(shape) if part.geom_type.startswith("Line")]
    if parts:
        axes.add_artist(_outline(Path.make_compound_path(*map(Path, parts)), line, level))


def mark(at: MarkPosition, path: Path, level: float, *, ink: ColorType = "none", line: LineStyle | None = None) -> None:
    """Draw a path as a mark, filled with ink, with or without outline.

    It is given in a square from -1 to 1.
    """
    placed = Affine2D().scale(at.size).translate(at.x, at.y).transform_path(path)
    patch = PathPatch(placed, linewidth=0) if line is None else _outline(placed, line, level)
    patch.set(facecolor=ink, zorder=level)
    at.axes.add_artist(patch)


def _outline(path: Path, line: LineStyle, level: float) -> PathPatch:
    return PathPatch(
        path,
        facecolor="none",
        edgecolor=line.colour,
        linewidth=line.width * POINTS,
        linestyle=line.style,
        capstyle="butt" if line.dashes else "round",
        joinstyle="round",
        zorder=level,
    )


@cache
def svg_path(definition: str) -> Path:
    """Return an SVG path as one that can be drawn."""
    pen = _PathPen(None)
    parse_path(definition, pen)
    return Path(pen.points, pen.codes)


class _PathPen(BasePen):  # type: ignore[misc] # fontTools has no types
    """Takes down what it is told to draw."""

    def __init__(self, glyphs: None) -> None:
        super().__init__(glyphs)
        self.points: list[tuple[float, float]] = []
        self.codes: list[np.uint8] = []

    def _add(self, code: np.uint8, *points: tuple[float, float]) -> None:
        self.points += points
        self.codes += [code] * len(points)

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 - the name that fontTools calls
        self._add(Path.MOVETO, pt)

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self._add(Path.LINETO, pt)

    def _curveToOne(  # noqa: N802
        self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]
    ) -> None:
        self._add(Path.CURVE4, pt1, pt2, pt3)

    def _closePath(self) -> None:  # noqa: N802
        self._add(Path.CLOSEPOLY, (0.0, 0.0))
