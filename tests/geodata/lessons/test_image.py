"""Whatever picture comes, it leaves small, upright and without what a camera wrote into it, or is refused in words."""

from __future__ import annotations

import struct
import zlib

import pytest
from PIL import Image
from PIL.ExifTags import Base
from PIL.ImageCms import ImageCmsProfile, createProfile
from PIL.PngImagePlugin import PngInfo

from geodata.lessons.image import LARGEST_ORIGINAL, LARGEST_PREPARED, LONGEST_SIDE, MOST_PIXELS, prepare
from geodata.lessons.picture import UnfitPicture
from tests.images import drawn, noise, opened, saved

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def prepared(content: bytes) -> bytes:
    image = prepare(content)
    assert isinstance(image, bytes)
    return image


def with_place() -> Image.Exif:
    """Return what a telephone writes into a picture: that it is turned, and where it was taken."""
    exif = Image.Exif()
    exif[Base.Orientation] = 6
    exif[Base.Make] = "SECRET-CAMERA"
    exif.get_ifd(Base.GPSInfo)[1] = "N"
    exif.get_ifd(Base.GPSInfo)[2] = (36.0, 53.0, 28.0)
    return exif


def png_of(width: int, height: int) -> bytes:
    """Return a tiny PNG that says it is very large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 999)) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_each_kind_of_picture_becomes_webp_of_the_same_size_and_colours(kind: str) -> None:
    image = opened(prepared(saved(drawn(), kind)))
    assert (image.format, image.size) == ("WEBP", (320, 200))
    above, below = (image.convert("RGB").getpixel((160, row)) for row in (50, 150))
    assert isinstance(above, tuple)
    assert isinstance(below, tuple)
    assert above[0] - above[2] > 100
    assert below[2] - below[0] > 100


def test_a_large_picture_becomes_small_enough_to_travel() -> None:
    content = saved(noise(3000, 2000), quality=40)
    assert LARGEST_PREPARED < len(content) <= LARGEST_ORIGINAL
    image = prepared(content)
    assert len(image) <= LARGEST_PREPARED
    width, height = opened(image).size
    assert max(width, height) <= LONGEST_SIDE
    assert width / height == pytest.approx(1.5, abs=0.01)


def test_a_picture_is_turned_upright_and_says_no_longer_where_it_was_taken() -> None:
    content = saved(drawn(), exif=with_place(), comment=b"SECRET-WORDS")
    assert b"SECRET-CAMERA" in content
    image = prepared(content)
    assert b"SECRET" not in image
    assert opened(image).size == (200, 320)
    assert not opened(image).getexif()


@pytest.mark.parametrize("profile", [ImageCmsProfile(createProfile("sRGB")).tobytes(), b"SECRET-PROFILE"])
def test_a_profile_of_colours_is_followed_where_it_makes_sense_and_left_behind(profile: bytes) -> None:
    image = prepared(saved(drawn(), icc_profile=profile))
    assert b"SECRET" not in image
    assert "icc_profile" not in opened(image).info
    above = opened(image).convert("RGB").getpixel((160, 50))
    assert above == pytest.approx((200, 30, 20), abs=12)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_what_other_kinds_carry_beside_the_picture_is_left_behind(kind: str) -> None:
    told = PngInfo()
    told.add_text("Comment", "SECRET-WORDS")
    content = saved(drawn(), kind, exif=with_place().tobytes(), pnginfo=told)
    assert b"SECRET" in content
    assert b"SECRET" not in prepared(content)


def test_words_behind_a_prepared_picture_are_left_behind() -> None:
    assert b"SECRET" not in prepared(prepared(saved(drawn())) + b"SECRET-WORDS")


def test_a_prepared_picture_stays_as_it_is() -> None:
    image = prepared(saved(drawn()))
    assert prepared(image) == image
    clear = prepared(saved(drawn().convert("RGBA").rotate(45, expand=True), "PNG"))
    assert opened(clear).mode == "RGBA"
    assert prepared(clear) == clear


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_pictures_of_all_modes_are_taken(mode: str) -> None:
    picture = drawn().convert("L").convert("I").convert(mode) if mode == "I;16" else drawn().convert(mode)
    assert opened(prepared(saved(picture, "JPEG" if mode == "CMYK" else "PNG"))).size == (320, 200)


def test_the_greys_of_a_fine_picture_stay_apart() -> None:
    fine = Image.new("I;16", (60, 40), 20_000)
    grey = opened(prepared(saved(fine, "PNG"))).convert("L").getpixel((30, 20))
    assert grey == pytest.approx(20_000 / 256, abs=3)


@pytest.mark.parametrize(
    ("content", "expected", "hint"),
    [
        (b"", "a JPEG, PNG or WebP picture", ""),
        (SVG, "a JPEG, PNG or WebP picture", "SVG can contain scripts"),
        (b"<?xml version='1.0'?>" + SVG, "a JPEG, PNG or WebP picture", "SVG can contain scripts"),
        (saved(drawn(), "GIF"), "a JPEG, PNG or WebP picture", "Save it as PNG"),
        (saved(drawn(), "TIFF"), "a JPEG, PNG or WebP picture", ""),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "a JPEG, PNG or WebP picture", "Save it as JPEG"),
        (saved(drawn())[:900], "a JPEG, PNG or WebP picture that can be opened", "damaged or incomplete"),
        (saved(drawn(), "PNG")[:150], "a JPEG, PNG or WebP picture that can be opened", "damaged or incomplete"),
        (saved(drawn(), "WEBP")[:90], "a JPEG, PNG or WebP picture that can be opened", "damaged or incomplete"),
        (b"\0" * (LARGEST_ORIGINAL + 1), "a picture of at most 4 MB", "Save it smaller"),
        (png_of(50_000, 50_000), "a picture of at most 25 million pixels", "Save it smaller"),
        (png_of(10_000, 9_500), "a picture of at most 25 million pixels", "Save it smaller"),
        (png_of(5_001, 5_000), "a picture of at most 25 million pixels", "Save it smaller"),
    ],
)  # fmt: skip
def test_what_is_no_picture_for_a_lesson_is_refused_in_words(content: bytes, expected: str, hint: str) -> None:
    refused = prepare(content)
    assert isinstance(refused, UnfitPicture)
    assert refused.expected == expected
    assert hint in refused.hint
    assert bool(refused.hint) == bool(hint)


def test_a_picture_of_just_the_most_pixels_is_taken() -> None:
    width = 5_000
    content = saved(Image.new("L", (width, MOST_PIXELS // width)), "PNG")
    assert isinstance(prepare(content), bytes)
