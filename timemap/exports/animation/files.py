"""Writers of animations: GIF and WebP by Pillow, MP4 (H.264) by PyAV."""

from __future__ import annotations

import io
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import av
import numpy as np
from PIL import Image

from timemap.text.tool_errors import tool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from timemap.attribution import Credit

PACE = 120
"""Milliseconds that each picture stays; a GIF counts in tens of them."""

_RATE = Fraction(1000, PACE)
"""Pictures a second in a film, in which one that stays longer is repeated."""

_DESCRIPTION, _SOFTWARE, _COPYRIGHT = 0x010E, 0x0131, 0x8298
"""Tags of Exif."""

_COLOURS = 255
"""Colours of a GIF: one of 256 is left for what stays as it was."""


def write_gif(
    pictures: Iterator[Image.Image], stays: Sequence[int], samples: Sequence[Image.Image], about: Credit
) -> bytes:
    """Return the pictures as a GIF that runs for ever.

    Args:
        pictures: all of one size, RGB.
        stays: milliseconds that each stays.
        samples: pictures that have the colours of all, for the one palette of the file.
        about: what the file says of itself.
    """
    palette = _palette_of(samples)
    indexed = (picture.quantize(palette=palette, dither=Image.Dither.NONE) for picture in pictures)
    out = io.BytesIO()
    first = next(indexed)
    comment = about.text.encode()
    with tool("Pillow", "write the GIF", (OSError,)):
        first.save(out, "GIF", save_all=True, append_images=indexed, duration=list(stays), loop=0, comment=comment)
    return out.getvalue()


def write_webp(
    pictures: Iterator[Image.Image], stays: Sequence[int], samples: Sequence[Image.Image], about: Credit
) -> bytes:
    """Return the pictures as a WebP that runs for ever.

    The arguments are those of ``write_gif``.
    """
    del samples
    exif = Image.Exif()
    exif[_DESCRIPTION], exif[_SOFTWARE], exif[_COPYRIGHT] = about.text, about.software, about.rights
    out = io.BytesIO()
    options = {"quality": 80, "method": 3, "exif": exif.tobytes()}
    with tool("Pillow", "write the WebP", (OSError,)):
        next(pictures).save(out, "WEBP", save_all=True, append_images=pictures, duration=list(stays), loop=0, **options)
    return out.getvalue()


def write_mp4(
    pictures: Iterator[Image.Image], stays: Sequence[int], samples: Sequence[Image.Image], about: Credit
) -> bytes:
    """Return the pictures as an MP4 film.

    The arguments are those of ``write_gif``.

    Width and height are cut to even numbers of dots, which the format asks for.
    """
    del samples
    # A file of its own: the head of the film is moved to its front at the end, for which it is read again.
    with tool("PyAV", "write the MP4", (OSError, av.FFmpegError)), TemporaryDirectory() as folder:
        path = Path(folder) / "film.mp4"
        _film(path, pictures, stays, about)
        return path.read_bytes()


def _film(path: Path, pictures: Iterator[Image.Image], stays: Sequence[int], about: Credit) -> None:
    with av.open(str(path), "w", options={"movflags": "faststart"}) as film:
        film.metadata.update(title=about.heading, comment=about.text, copyright=about.rights)
        first = next(pictures)
        stream = film.add_stream("libx264", rate=_RATE, options={"crf": "20", "preset": "medium", "tune": "animation"})
        stream.width, stream.height = (side // 2 * 2 for side in first.size)
        stream.pix_fmt = "yuv420p"
        time = 0
        for picture, stay in zip(chain([first], pictures), stays, strict=True):
            even = picture.crop((0, 0, stream.width, stream.height))
            for _ in range(stay // PACE):
                frame = av.VideoFrame.from_ndarray(np.asarray(even), format="rgb24")
                frame.pts, frame.time_base = time, 1 / _RATE
                time += 1
                film.mux(stream.encode(frame))
        film.mux(stream.encode())


@dataclass(frozen=True, slots=True)
class Animation:
    """A kind of file of a moving picture."""

    write: Callable[[Iterator[Image.Image], Sequence[int], Sequence[Image.Image], Credit], bytes]
    """Makes the file; see `write_gif`."""

    first_bytes: int
    """About what the first picture takes, as measured."""

    further_bytes: int
    """About what each further picture takes, as measured."""

    needs_samples: bool = False
    """Whether the writer needs samples, for a palette."""


ANIMATIONS: Mapping[str, Animation] = {
    "gif": Animation(write_gif, 180_000, 14_000, needs_samples=True),
    "webp": Animation(write_webp, 80_000, 28_000),
    "mp4": Animation(write_mp4, 180_000, 6_000),
}
"""Every kind by the id of its format in ``timemap.exports.formats``."""


def _palette_of(samples: Sequence[Image.Image]) -> Image.Image:
    """Return a picture with the palette that suits all samples."""
    width, height = samples[0].size
    joined = Image.new("RGB", (width, height * len(samples)))
    for number, sample in enumerate(samples):
        joined.paste(sample, (0, number * height))
    return joined.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
