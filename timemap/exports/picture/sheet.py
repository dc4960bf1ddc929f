"""A sheet is a page of A4 across with its words: title, day, legend, sources, licence and address round the map."""

from __future__ import annotations

import io
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from timemap.exports.picture.lettering import font_of, wrapped
from timemap.exports.picture.palette import INK, PAPER, palette

if TYPE_CHECKING:
    from datetime import date

    from matplotlib.axes import Axes

    from timemap.exports.credit import Credit
    from timemap.exports.picture.placing import Box

DRAWING = Lock()
"""Held while a page is drawn: the drawing library is not made for several at once."""

WIDTH = 1122.5
"""Pixels: 297 mm at 96 to the inch."""

HEIGHT = 793.7
"""Pixels: 210 mm."""

MARGIN = 30
"""Pixels round all."""

DPI = 96
PRINT_DPI = 300
"""Dots per inch of a PNG: enough for print."""


def blank_sheet() -> tuple[Figure, Axes]:
    """Return an empty page, and axes over the whole of it whose units are its pixels, y downwards."""
    figure = Figure(figsize=(WIDTH / DPI, HEIGHT / DPI), dpi=DPI, facecolor=PAPER)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(HEIGHT, 0))
    axes.set_axis_off()
    return figure, axes


def map_axes(figure: Figure, box: Box) -> Axes:
    """Return axes on a part of the page, given in its pixels."""
    left, top, right, bottom = box
    return figure.add_axes((left / WIDTH, 1 - bottom / HEIGHT, (right - left) / WIDTH, (bottom - top) / HEIGHT))


class Face(NamedTuple):
    """How a line of text is written."""

    size: float
    """In pixels."""
    bold: bool = False
    quiet: bool = False
    """Less dark than the rest."""
    right: bool = False
    """Whether the point it is written at is its upper right corner, not its left one."""


_FOOT = Face(8.6, quiet=True)


def write_line(axes: Axes, x: float, y: float, text: str, face: Face) -> None:
    """Write one line of text with its upper corner at a point."""
    written = axes.text(x, y, text, va="top", ha="right" if face.right else "left", parse_math=False)
    written.set(fontproperties=font_of(face.size, bold=face.bold), color=palette()["quiet"] if face.quiet else INK)


def write_foot(axes: Axes, credit: Credit) -> float:
    """Write who the picture is from at the foot of the page, and return where that begins."""
    paragraphs = (credit.disclaimer, credit.sources, credit.rights, credit.origin)
    lines = [line for text in paragraphs if text for line in wrapped(text, _FOOT.size, WIDTH - 2 * MARGIN)]
    step = _FOOT.size * 1.4
    top = HEIGHT - MARGIN * 0.7 - len(lines) * step
    for number, line in enumerate(lines):
        write_line(axes, MARGIN, top + number * step, line, _FOOT)
    return top


def save_png(figure: Figure, credit: Credit) -> bytes:
    """Return the page as a PNG for print, with title, day, sources and licence as its text entries."""
    out = io.BytesIO()
    about = {
        "Title": credit.heading,
        "Description": credit.text,
        "Copyright": credit.rights,
        "Source": credit.origin,
        "Software": credit.title,
    }
    figure.savefig(out, format="png", dpi=PRINT_DPI, metadata=about)
    return out.getvalue()


def save_svg(figure: Figure, credit: Credit, day: date) -> bytes:
    """Return the page as an SVG whose letters are outlines, with title, day, sources and licence in its metadata."""
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
        figure.savefig(out, format="svg", metadata=about)
    return out.getvalue()
