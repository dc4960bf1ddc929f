"""Pictures of scenes for the document, as data addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geodata.lessons.image import size_of
from timemap.document.assets import data_uri

if TYPE_CHECKING:
    from geodata.lessons.picture import ScenePicture


def picture_data(picture: ScenePicture) -> dict[str, Any]:
    """Return a picture as plain values: address, size, description.

    Its size is width and height in pixels.
    """
    width, height = size_of(picture.image)
    return {
        "src": data_uri(picture.image, "image/webp"),
        "width": width,
        "height": height,
        "caption": picture.caption,
        "credit": picture.credit,
        "licence": picture.licence,
        "alt": picture.alt,
    }
