"""Small images made for tests, and the block of a lesson with one."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image

BLOCK = """```picture
file: bridge.jpg
caption: A bridge, made for a test.
credit: Made by the tests
licence: CC0 1.0
alt: A red rectangle above a blue one.
```
"""


def drawn(width: int = 320, height: int = 200) -> Image.Image:
    """Return a picture that is red above and blue below."""
    picture = Image.new("RGB", (width, height), (20, 40, 200))
    picture.paste((200, 30, 20), (0, 0, width, height // 2))
    return picture


def noise(width: int, height: int) -> Image.Image:
    """Return a picture that no format makes small."""
    return Image.effect_noise((width, height), 90).convert("RGB")


def saved(picture: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:  # noqa: ANN401 - Pillow's own
    """Return a picture as the bytes of a file."""
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def opened(content: bytes) -> Image.Image:
    """Return the picture in a file."""
    picture = Image.open(io.BytesIO(content))
    picture.load()
    return picture
