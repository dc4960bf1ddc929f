"""Names of the layers of the base map."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LAYERS = {
    "countries": "countries",
    "divisions": "provinces",
    "border": "main border",
    "borders": "other land borders",
    "lakes": "lakes",
    "rivers": "rivers",
    "dividing_river": "river between areas",
    "towns": "towns",
    "relief": "hill shading",
}


def layers_in_words(layers: Iterable[str]) -> str:
    """Return the names of layers as they are listed.

    >>> layers_in_words(["lakes", "relief"])
    'Lakes, hill shading'
    """
    names = ", ".join(_LAYERS.get(layer, layer) for layer in layers)
    return names[:1].upper() + names[1:]
