"""Text on a picture: styles, measures, halo and direction of writing."""

from __future__ import annotations

import math
import re
import warnings
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.patheffects import Stroke
from matplotlib.textpath import TextPath
from matplotlib.transforms import Affine2D

from timemap.static_map.drawing import POINTS, DrawingOrder
from timemap.style.tokens import TOKENS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timemap.static_map.drawing import Plot
    from timemap.style.tokens import Kind, Lettering

Box = tuple[float, float, float, float]
"""Left, upper, right and lower edge in pixels."""

FONT = "DejaVu Sans"
"""Comes with matplotlib and has Latin, Kurdish, Turkish and Arabic letters."""

LEADING = 1.2
"""Height of a line, as a part of the size; the font has higher letters than those of screens."""

_LEADING_OF: dict[Kind, float] = {"border": 2.6}
"""The same where it is another: between the names of two countries the border has room."""

_BOLD_FROM = 600
"""Weight from which the font is bold; it has no others."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_BOX = re.compile(r"Glyph (\d+) .*missing from font")
"""Warning of the drawing library; the number is the letter's code point."""

_HAIR = "\u200a"
_FINE = 10
_BASE = 0.33
"""How far the feet of letters lie below the middle of their line, as a part of the size."""


class Style(NamedTuple):
    """Style of words of a kind."""

    size: float
    """In pixels."""
    colour: str
    """Name in the palette."""
    bold: bool
    italic: bool
    spaced: int
    """Hair spaces between letters; words in capitals are spaced, others are not: each space is one more letter."""
    halo: float
    """Pixels all around, twice."""
    leading: float


def _style(kind: Kind, look: Lettering) -> Style:
    spaced = round(look.spacing) if look.upper else 0
    leading = _LEADING_OF.get(kind, LEADING)
    return Style(look.picture_size, look.colour, look.weight >= _BOLD_FROM, look.italic, spaced, look.halo, leading)


STYLES: dict[Kind, Style] = {kind: _style(kind, look) for kind, look in TOKENS.lettering.items()}


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Words as they will be drawn."""

    lines: tuple[str, ...]
    style: Style
    size: float
    """In pixels, scale applied."""
    width: float
    height: float

    @property
    def font(self) -> FontProperties:
        """The font, its size in points."""
        return font_of(self.size, bold=self.style.bold, italic=self.style.italic)


def font_of(size: float, *, bold: bool = False, italic: bool = False) -> FontProperties:
    """Return the font of a size in pixels."""
    return FontProperties(
        family=FONT, size=size * POINTS, weight="bold" if bold else "normal", style="italic" if italic else "normal"
    )


class Spot(NamedTuple):
    """Possible position of words."""

    x: float
    y: float
    """Their middle."""
    angle: float
    """Degrees, clockwise."""
    box: Box
    """What they cover there."""
    words: TextBlock | None = None
    """The words as they are broken here; None for those of the label."""
    foot: tuple[float, float] | None = None
    """What a line from the words leads to, which crosses no other words; None without a line."""


def text_block(kind: Kind, lines: Sequence[str], scale: float) -> TextBlock:
    """Return words of a kind with what room they take.

    Only Latin letters have an italic.
    """
    style = STYLES[kind]
    if style.italic and any(_RIGHT_TO_LEFT.search(line) for line in lines):
        style = style._replace(italic=False)
    size = style.size * scale
    shown = tuple(_spaced(line, style.spaced) for line in lines)
    width = max(text_width(line, size, bold=style.bold, italic=style.italic) for line in shown)
    return TextBlock(shown, style, size, width + 2, size * (style.leading * (len(shown) - 1) + LEADING))


@lru_cache(maxsize=4096)
def text_width(text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """Return how wide a line of text is, in pixels."""
    font = font_of(size, bold=bold, italic=italic)
    width, _, _ = _measuring().get_text_width_height_descent(text, font, ismath=False)  # type: ignore[no-untyped-call]
    return float(width) / _FINE


@cache
def _measuring() -> RendererAgg:
    """Return a renderer that only measures, finer than a pixel."""
    return RendererAgg(1, 1, dpi=_FINE * 96)  # type: ignore[no-untyped-call]


def draw_words(plot: Plot, words: TextBlock, spot: Spot) -> None:
    """Draw words on a spot, over the halo of all their lines.

    The halo comes first, so that none covers the letters of another.
    """
    colours = plot.colours
    if plot.outlined:
        _draw_outlines(plot, words, spot)
        return
    halo = Stroke(linewidth=words.style.halo * 1.6 * POINTS, foreground=colours["halo"])
    for effects, level in (([halo], DrawingOrder.WORDS), ([], DrawingOrder.WORDS + 0.5)):
        text = plot.axes.text(spot.x, spot.y, "\n".join(words.lines), fontproperties=words.font, clip_on=True)
        text.set(color=colours[words.style.colour], rotation=-spot.angle, rotation_mode="anchor", ha="center")
        text.set(va="center", linespacing=words.style.leading * 0.86, zorder=level, path_effects=effects)
        text.set_parse_math(False)


def _draw_outlines(plot: Plot, words: TextBlock, spot: Spot) -> None:
    """Draw words as outlines of letters, which are kept from one drawing to the next."""
    colours = plot.colours
    turned = Affine2D().rotate_deg(spot.angle).translate(spot.x, spot.y)
    placed = turned.transform_path(_outline_of(words))
    width = words.style.halo * 1.6 * POINTS
    for colour, edge, level in (("halo", width, DrawingOrder.WORDS), (words.style.colour, 0, DrawingOrder.WORDS + 0.5)):
        patch = PathPatch(placed, facecolor=colours[colour], edgecolor=colours[colour], linewidth=edge, zorder=level)
        plot.axes.add_artist(patch)


@lru_cache(maxsize=1024)
def _outline_of(words: TextBlock) -> Path:
    """Return the letters of words round the point 0, 0, y downwards."""
    step = words.size * words.style.leading
    lines = []
    for number, line in enumerate(words.lines):
        path = TextPath((0, 0), line, size=words.size, prop=words.font)
        width = text_width(line, words.size, bold=words.style.bold, italic=words.style.italic)
        base = (number - (len(words.lines) - 1) / 2) * step + words.size * _BASE
        lines.append(Affine2D().translate(-width / 2, 0).scale(1, -1).translate(0, base).transform_path(path))
    return Path.make_compound_path(*lines)


@contextmanager
def drawn_boxes() -> Iterator[list[str]]:
    """Return a context whose value lists the letters that were drawn as boxes.

    The font does not have them; the drawing library warns of each. The list is filled at the end of the context.
    """
    letters: list[str] = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield letters
    for warning in caught:
        if found := _BOX.match(str(warning.message)):
            letters.append(chr(int(found[1])))
        else:
            warnings.warn_explicit(warning.message, warning.category, warning.filename, warning.lineno)
    letters[:] = dict.fromkeys(letters)


def short_name(name: str) -> str:
    """Return a name without what stands in brackets after it.

    >>> short_name("Kobane (Ayn al-Arab)")
    'Kobane'
    """
    return re.sub(r"\s*[(\[].*$", "", name) or name


def broken(name: str, longest: int = 18) -> tuple[str, ...]:
    """Return a name on as many lines as it needs, of like length.

    >>> broken("Tell Abyad and Ras al-Ayn area (Peace Spring)")
    ('Tell Abyad and', 'Ras al-Ayn area', '(Peace Spring)')
    """
    words = name.split(" ")
    lines = min(len(words), math.ceil(len(name) / longest))
    cuts = combinations(range(1, len(words)), lines - 1)
    ways = ([" ".join(words[start:end]) for start, end in pairwise((0, *cut, len(words)))] for cut in cuts)
    return tuple(min(ways, key=lambda way: max(map(len, way))))


def wrapped(text: str, size: float, width: float, *, bold: bool = False) -> tuple[str, ...]:
    """Return a text as lines of at most ``width`` pixels.

    They are broken between words, and in a word that is wider than a line, such as a long link.
    """
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.extend(_parts(word, size, width, bold=bold))
    return tuple(lines)


def _parts(word: str, size: float, width: float, *, bold: bool) -> Iterator[str]:
    """Return a word in parts of at most ``width`` pixels, broken before "&" where there is one."""
    while len(word) > 1 and text_width(word, size, bold=bold) > width:
        end = next((end for end in range(len(word) - 1, 1, -1) if text_width(word[:end], size, bold=bold) <= width), 1)
        cut = word.rfind("&", 1, end + 1)
        cut = end if cut < 1 else cut
        yield word[:cut]
        word = word[cut:]
    yield word


def _spaced(line: str, spaces: int) -> str:
    """Return a line in capitals with wider gaps.

    Joined letters are never pulled apart.
    """
    if not spaces or _RIGHT_TO_LEFT.search(line):
        return line
    return (_HAIR * spaces).join(line.upper())
