"""The colours of a picture are those of the map on the screen in its light theme: they stand in the style sheet."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import tinycss2
import tinycss2.color4
from matplotlib.colors import to_hex, to_rgb

from timemap.assets import WEB

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.typing import ColorType

FILL = 0.45
"""How strongly the colour of an area covers the land."""

INK = "#1d1d1b"
"""Outlines of symbols, and the words of the sheet."""

PAPER = "#ffffff"
"""The sheet itself."""

_PREFIX = "--map-"


@cache
def palette() -> Mapping[str, ColorType]:
    """Return the colours of the map by name, such as ``land`` or ``water-label``, each as red, green, blue, opacity."""
    css = (WEB / "map" / "map.css").read_text(encoding="utf-8")
    colours: dict[str, ColorType] = {}
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type != "qualified-rule" or tinycss2.serialize(rule.prelude).strip() != ":root":
            continue
        for entry in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
            if entry.type == "declaration" and entry.name.startswith(_PREFIX):
                colour = tinycss2.color4.parse_color(tinycss2.serialize(entry.value).strip())
                if colour is not None:
                    colours[entry.name.removeprefix(_PREFIX)] = (*colour.coordinates, colour.alpha)
    return colours


def mixed(ground: ColorType, colour: ColorType, share: float) -> str:
    """Return ``ground`` covered with ``colour`` as strongly as ``share`` says, from 0 to 1.

    >>> mixed("#ffffff", "#000000", 0.2)
    '#cccccc'
    """
    pairs = zip(to_rgb(ground), to_rgb(colour), strict=True)
    red, green, blue = (under + (over - under) * share for under, over in pairs)
    return to_hex((red, green, blue))


def shaded(colour: ColorType, *, darker: float = 0, greyer: float = 0) -> str:
    """Return a colour nearer to black or nearer to its own grey, each as strongly as a number from 0 to 1 says.

    >>> shaded("#ff8000", darker=0.5)
    '#804000'
    """
    parts = to_rgb(colour)
    grey = sum(part * weight for part, weight in zip(parts, (0.299, 0.587, 0.114), strict=True))
    red, green, blue = ((part + (grey - part) * greyer) * (1 - darker) for part in parts)
    return to_hex((red, green, blue))


def area_colour(colour: ColorType, *, last_known: bool) -> str:
    """Return the colour of an area; a state that is only the last known one has lost most of its hue."""
    return shaded(colour, greyer=0.6, darker=0.22) if last_known else shaded(colour)
