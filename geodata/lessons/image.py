"""Preparation of pictures: small enough, and without camera data."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from geodata.lessons.picture import UnfitPicture

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_ORIGINAL = 4_000_000
"""Bytes that a picture may have before it is prepared."""

MOST_PIXELS = 25_000_000
"""A small file can hold a picture that fills all memory once it is unpacked."""

LONGEST_SIDE = 1600
"""Pixels of a prepared picture: enough for a projector."""

LARGEST_PREPARED = 200_000
"""Bytes of a prepared picture."""

_KINDS = ("JPEG", "PNG", "WEBP")
_QUALITIES = (82, 72, 60, 48, 36)
_SMALLER = 0.75
_PLAIN_CHUNKS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH"})
"""What a WebP file holds that is a picture and nothing else: no place, no camera, no animation."""

MOST_SCANS = 100
"""Passes in which a JPEG is built up; a small file can hold so many that it takes hours to open."""

_SCAN = b"\xff\xda"
_EXPECTED = "a JPEG, PNG or WebP picture"
_TOO_MANY_PIXELS = UnfitPicture(f"a picture of at most {MOST_PIXELS // 1_000_000} million pixels", "Save it smaller.")
_HINTS = (
    (b"<svg", "SVG can contain scripts. Save it as PNG."),
    (b"<?xml", "SVG can contain scripts. Save it as PNG."),
    (b"GIF8", "Save it as PNG."),
    (b"ftyphei", "Save it as JPEG."),
    (b"ftypavif", "Save it as JPEG."),
    (b"%PDF", "Save the page as PNG."),
)
"""What the first bytes of other files hold, and what helps."""

_HEAD = 300


def prepare(content: bytes) -> bytes | UnfitPicture:
    """Return a picture as small WebP, or why it is refused.

    It has at most `LONGEST_SIDE` pixels and about `LARGEST_PREPARED` bytes.

    Never raises for what is in it. What is prepared already stays as it is, so that nothing is lost by doing it again.

    Args:
        content: of a file.
    """
    if len(content) > LARGEST_ORIGINAL:
        return UnfitPicture(f"a picture of at most {LARGEST_ORIGINAL // 1_000_000} MB", "Save it smaller.")
    try:
        return _prepared(content)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return _TOO_MANY_PIXELS
    except UnidentifiedImageError:
        head = content[:_HEAD].lower()
        return UnfitPicture(_EXPECTED, next((hint for mark, hint in _HINTS if mark.lower() in head), ""))
    except Exception:  # noqa: BLE001 - a broken picture makes Pillow raise errors of many kinds
        return UnfitPicture(f"{_EXPECTED} that can be opened", "The file is damaged or incomplete.")


def _prepared(content: bytes) -> bytes | UnfitPicture:
    if content[:2] == b"\xff\xd8" and content.count(_SCAN) > MOST_SCANS:
        return UnfitPicture(f"{_EXPECTED} that is not built up in hundreds of passes", "Save it anew.")
    with Image.open(io.BytesIO(content), formats=_KINDS) as opened:
        width, height = opened.size
        if width * height > MOST_PIXELS:
            return _TOO_MANY_PIXELS
        # A JPEG is read no larger than it is needed.
        opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        opened.load()
        if _is_prepared(content, max(width, height)):
            return content
        return _encoded(_upright(opened))


def _is_prepared(content: bytes, side: int) -> bool:
    """Return whether a picture that can be read is one that `prepare` made, or could have made."""
    return side <= LONGEST_SIDE and len(content) <= LARGEST_PREPARED and set(_chunks(content)) <= _PLAIN_CHUNKS


def _chunks(content: bytes) -> Iterator[bytes]:
    """Yield the names of the parts of a WebP file.

    An empty one for what is none.
    """
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        yield b""
    at = 12
    while at < len(content):
        size = int.from_bytes(content[at + 4 : at + 8], "little")
        yield content[at : at + 4]
        at += 8 + size + size % 2


def _upright(opened: Image.Image) -> Image.Image:
    """Return the picture alone: turned as it was held, in the colours of screens."""
    upright = ImageOps.exif_transpose(opened)
    if profile := upright.info.get("icc_profile"):
        upright = _in_screen_colours(upright, profile)
    if upright.mode.startswith("I"):  # of 65,536 greys the brighter ones would all turn white
        upright = upright.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")
    clear = upright.has_transparency_data
    return upright.convert("RGBA" if clear else "RGB")


def _in_screen_colours(picture: Image.Image, profile: bytes) -> Image.Image:
    """Return the picture in the colours of screens.

    As it stands where its profile makes no sense.
    """
    if picture.mode not in {"RGB", "CMYK"}:
        return picture
    try:
        source, target = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(picture, source, target, outputMode="RGB") or picture
    except (ImageCms.PyCMSError, OSError):
        return picture


def _encoded(picture: Image.Image) -> bytes:
    """Return the picture as WebP, less sharp and then smaller until it is small enough."""
    side = LONGEST_SIDE
    while True:
        picture.thumbnail((side, side), Image.Resampling.LANCZOS)
        for quality in _QUALITIES:
            out = io.BytesIO()
            picture.save(out, "WEBP", quality=quality, exif=b"", icc_profile=b"", xmp=b"")
            if out.tell() <= LARGEST_PREPARED:
                return out.getvalue()
        side = int(max(picture.size) * _SMALLER)


def size_of(image: bytes) -> tuple[int, int]:
    """Return width and height in pixels of a prepared picture."""
    with Image.open(io.BytesIO(image), formats=["WEBP"]) as opened:
        return opened.size


def for_print(image: bytes, width: int) -> bytes:
    """Return a prepared picture as JPEG on white, of limited width.

    In a PDF that stays small.
    """
    with Image.open(io.BytesIO(image), formats=["WEBP"]) as opened:
        clear = opened.convert("RGBA")
    paper = Image.new("RGB", clear.size, "white")
    paper.paste(clear, mask=clear.getchannel("A"))
    paper.thumbnail((width, paper.height), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    paper.save(out, "JPEG", quality=85)
    return out.getvalue()
