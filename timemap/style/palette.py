"""Colours of pictures, read from the style sheets of the screen."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, get_args

import tinycss2
import tinycss2.color4
from matplotlib.colors import to_hex, to_rgb

from timemap.style.tokens import TOKENS
from timemap.web import WEB

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.typing import ColorType

    from geodata.records.control import Controller

INK, PAPER = TOKENS.events.ink, TOKENS.events.paper
"""Outlines and rims of symbols, in both themes; a sheet in the light one is paper, too."""

Theme = Literal["light", "dark"]

THEMES: tuple[Theme, ...] = get_args(Theme)

_SHEETS = {("map", "map.css"): ("--map-", ""), ("page", "page.css"): ("--", "page-")}
"""Style sheets, each with what its names begin with there and here."""

_ROOTS: dict[Theme, tuple[str, ...]] = {"light": (":root",), "dark": (":root", ':root[data-theme="dark"]')}
"""Rules that hold in a theme, the later over the earlier."""


@cache
def _declared(theme: Theme) -> Mapping[str, str]:
    """Return what the style sheets say for a theme, by name, as it is written there."""
    values: dict[str, str] = {}
    for path, (prefix, name) in _SHEETS.items():
        css = WEB.joinpath(*path).read_text(encoding="utf-8")
        for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
            if rule.type != "qualified-rule" or tinycss2.serialize(rule.prelude).strip() not in _ROOTS[theme]:
                continue
            for entry in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
                if entry.type == "declaration" and entry.name.startswith(prefix):
                    values[name + entry.name.removeprefix(prefix)] = tinycss2.serialize(entry.value).strip()
    return values


@cache
def palette(theme: Theme = "light") -> Mapping[str, ColorType]:
    """Return the colours of a theme by name: red, green, blue, opacity.

    Those of the map are called ``land`` or ``water-label``, those of the page round it ``page-ink`` or ``page-paper``.
    """
    found = {name: tinycss2.color4.parse_color(value) for name, value in _declared(theme).items()}
    return {
        name: (*colour.coordinates, colour.alpha)
        for name, colour in found.items()
        if colour is not None and not isinstance(colour, str)
    }


def in_css(name: str, theme: Theme = "light") -> str:
    """Return a value of the style sheets as it is written there.

    Names are those of `palette`.

    >>> in_css("page-accent")
    '#0b5a7a'
    """
    return _declared(theme)[name]


def share(name: str, theme: Theme = "light") -> float:
    """Return a number of the style sheet from 0 to 1.

    ``fill`` is how much of the ground an area covers, ``hatch`` how much of that the middle of a stripe takes away,
    ``relief`` how strong the relief is.
    """
    return float(_declared(theme)[name])


def mixed(ground: ColorType, colour: ColorType, share: float) -> str:
    """Return ``ground`` covered with ``colour``, as strong as ``share``.

    It is from 0 to 1.

    >>> mixed("#ffffff", "#000000", 0.2)
    '#cccccc'
    """
    pairs = zip(to_rgb(ground), to_rgb(colour), strict=True)
    red, green, blue = (under + (over - under) * share for under, over in pairs)
    return to_hex((red, green, blue))


def shaded(colour: ColorType, *, darker: float = 0, greyer: float = 0) -> str:
    """Return a colour nearer to black or to its own grey.

    How strongly, each number says from 0 to 1.

    >>> shaded("#ff8000", darker=0.5)
    '#804000'
    """
    parts = to_rgb(colour)
    grey = sum(part * weight for part, weight in zip(parts, TOKENS.areas.grey_weights, strict=True))
    red, green, blue = ((part + (grey - part) * greyer) * (1 - darker) for part in parts)
    return to_hex((red, green, blue))


def area_colour(colour: ColorType, *, last_known: bool) -> str:
    """Return the colour of an area.

    A state that is only the last known one has lost most of its hue.
    """
    if not last_known:
        return shaded(colour)
    return shaded(colour, greyer=TOKENS.areas.last_known_greyer, darker=TOKENS.areas.last_known_darker)


def pattern_colour(colour: ColorType, under: ColorType, theme: Theme) -> str:
    """Return the colour of a pattern's lines over what lies under them.

    They are darker than the colour of the area in the light theme and lighter in the dark one.

    >>> pattern_colour("#808080", "#808080", "light"), pattern_colour("#808080", "#808080", "dark")
    ('#686868', '#9b9b9b')
    """
    line = (
        mixed(colour, "#ffffff", TOKENS.areas.pattern_lighter)
        if theme == "dark"
        else shaded(colour, darker=TOKENS.areas.pattern_darker)
    )
    return mixed(under, line, TOKENS.areas.pattern_strength)


def holder_colour(row: Controller, theme: Theme, *, last_known: bool = False) -> str:
    """Return the colour of a controller's areas in a theme."""
    return area_colour(row.dark_colour if theme == "dark" else row.colour, last_known=last_known)
