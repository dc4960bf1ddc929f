"""Sheet: the words of a page round the map, from title to address."""

from __future__ import annotations

import io
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from timemap.static_map.drawing import MarkPosition
from timemap.static_map.text import font_of, wrapped
from timemap.style.page_shapes import SHAPES
from timemap.style.palette import palette

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import AbstractContextManager
    from datetime import date

    from matplotlib.axes import Axes
    from matplotlib.typing import ColorType

    from timemap.attribution import Credit
    from timemap.static_map.text import Box
    from timemap.style.page_shapes import Shape
    from timemap.style.palette import Theme

DRAWING = Lock()
"""Held while a page is drawn: the drawing library is not made for several at once."""

MARGIN = 30
"""Pixels round all."""

DPI = 96


@dataclass(frozen=True)
class Sheet:
    """Page that is drawn on."""

    figure: Figure

    axes: Axes
    """Over the whole page; their units are its pixels, y downwards."""

    shape: Shape

    theme: Theme = "light"
    """Whose colours are used."""

    @property
    def width(self) -> float:
        """Pixels."""
        return self.shape.width

    @property
    def height(self) -> float:
        """Pixels."""
        return self.shape.height

    @property
    def colours(self) -> Mapping[str, ColorType]:
        """Those of the theme."""
        return palette(self.theme)

    def at(self, x: float, y: float, size: float) -> MarkPosition:
        """Return where a mark stands, given in pixels."""
        return MarkPosition(self.axes, x, y, size, self.theme)


def blank_sheet(shape: Shape = SHAPES[0], theme: Theme = "light", *, dots: float = 1) -> Sheet:
    """Return an empty page.

    Args:
        shape: its shape.
        theme: whose colours it has.
        dots: dots to a CSS pixel where it is drawn as dots.
    """
    paper = palette(theme)["page-paper"]
    figure = Figure(figsize=(shape.width / DPI, shape.height / DPI), dpi=DPI * dots, facecolor=paper)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, shape.width), ylim=(shape.height, 0))
    axes.set_axis_off()
    return Sheet(figure, axes, shape, theme)


def map_axes(sheet: Sheet, box: Box) -> Axes:
    """Return axes on a part of the page, given in its pixels."""
    left, top, right, bottom = box
    width, height = sheet.width, sheet.height
    return sheet.figure.add_axes((left / width, 1 - bottom / height, (right - left) / width, (bottom - top) / height))


class Face(NamedTuple):
    """Style of a line of text."""

    size: float
    """In pixels."""
    bold: bool = False
    quiet: bool = False
    """Less dark than the rest."""
    right: bool = False
    """Whether the point it is written at is its upper right corner, not its left one."""


_FOOT = Face(8.6, quiet=True)


def write_line(sheet: Sheet, x: float, y: float, text: str, face: Face) -> None:
    """Write one line of text with its upper corner at a point."""
    written = sheet.axes.text(x, y, text, va="top", ha="right" if face.right else "left", parse_math=False)
    colour = sheet.colours["page-muted" if face.quiet else "page-ink"]
    written.set(fontproperties=font_of(face.size, bold=face.bold), color=colour)


def write_foot(sheet: Sheet, credit: Credit) -> float:
    """Write the attribution at the foot of the page.

    Return where that begins.
    """
    paragraphs = (credit.disclaimer, credit.sources, credit.rights, credit.origin)
    lines = [line for text in paragraphs if text for line in wrapped(text, _FOOT.size, sheet.width - 2 * MARGIN)]
    step = _FOOT.size * 1.4
    top = sheet.height - MARGIN * 0.7 - len(lines) * step
    for number, line in enumerate(lines):
        write_line(sheet, MARGIN, top + number * step, line, _FOOT)
    return top


def unhinted() -> AbstractContextManager[None]:
    """Return a context in which letters keep their measured width.

    That holds for letters drawn as dots, whatever their size. Hinted ones stand beside their halo.
    """
    return rc_context({"text.hinting": "none"})


def save_png(sheet: Sheet, credit: Credit) -> bytes:
    """Return the page as a PNG with text entries.

    They are title, day, sources and licence.
    """
    out = io.BytesIO()
    about = {
        "Title": credit.heading,
        "Description": credit.text,
        "Copyright": credit.rights,
        "Source": credit.origin,
        "Software": credit.software,
    }
    with unhinted():
        sheet.figure.savefig(out, format="png", dpi=DPI * sheet.shape.dots, metadata=about)
    return out.getvalue()


def save_svg(sheet: Sheet, credit: Credit, day: date) -> bytes:
    """Return the page as an SVG with metadata and outlined letters.

    The metadata are title, day, sources and licence.
    """
    out = io.BytesIO()
    about = {
        "Title": credit.heading,
        "Description": credit.text,
        "Rights": credit.rights,
        "Source": credit.origin,
        "Date": day.isoformat(),
        "Creator": credit.title,
        "Format": "image/svg+xml",
        "Type": None,
    }
    with rc_context({"svg.fonttype": "path", "svg.hashsalt": credit.version}):
        sheet.figure.savefig(out, format="svg", metadata=about)
    return out.getvalue()
