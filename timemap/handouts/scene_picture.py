"""Pictures of scenes for print, with maker and licence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geodata.lessons.image import for_print, size_of

if TYPE_CHECKING:
    from geodata.lessons.picture import ScenePicture

WIDTH = 1000
"""Pixels across half a page: 300 to the inch."""


def printed_picture(picture: ScenePicture) -> dict[str, Any]:
    """Return a picture as plain values.

    Its bytes are a list of numbers, as JSON has no others.
    """
    width, height = size_of(picture.image)
    return {
        "jpeg": list(for_print(picture.image, WIDTH)),
        "ratio": width / height,
        "alt": picture.alt,
        "caption": picture.caption,
        "credit": f"{picture.credit} \N{MIDDLE DOT} {picture.licence}",
    }
