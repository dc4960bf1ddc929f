"""Lesson files: a text, or a zip file of text and pictures."""

from __future__ import annotations

import codecs
import io
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from geodata.io.problems import Problem
from geodata.lessons.picture import no_pictures
from geodata.lessons.picture_files import ZIP_FAULTS, pictures_among

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from geodata.lessons.picture import FindPicture

TEXT, BUNDLE = ".md", ".zip"
"""How the names of both end."""

LONGEST_TEXT = 1_000_000
"""Bytes; a longer text is no lesson."""

LONGEST_BUNDLE = 20_000_000
"""Bytes of a zip file."""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """Text and pictures of a lesson file, or its problem."""

    file: str
    """Name of the text."""
    text: str
    find: FindPicture
    """Returns its pictures by their names."""


_SAVE = "Save it as plain text in UTF-8."
_DAMAGED = "The file is damaged. Download or copy it again."

_ZIP = b"PK"

_KINDS = (
    (b"PK\x03\x04", "a zip file or a Word document"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"%PDF", "a PDF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a sound"),
    (b"\x1f\x8b", "a compressed file"),
)
"""First bytes by which files that are no text are known."""

_PAGES = ("<!doctype html", "<html")
"""What a web page begins with that was saved under the name of a lesson."""


def is_lesson(path: Path) -> bool:
    """Return whether a file is named as a lesson is."""
    return path.suffix.lower() in {TEXT, BUNDLE}


def read_limited(path: Path) -> bytes:
    """Return the content of a lesson file, up to a byte past its limit.

    Raises:
        OSError: if it cannot be read.
    """
    most = LONGEST_BUNDLE if path.suffix.lower() == BUNDLE else LONGEST_TEXT
    with path.open("rb") as file:
        return file.read(most + 1)


def unpack(content: bytes, name: str, find: FindPicture = no_pictures) -> Unpacked | Problem:
    """Return the text of a lesson and its pictures, or what is wrong.

    What is wrong is about the file as a whole.

    Args:
        content: of the file, be it a text or a zip file.
        name: of the file, as problems give it.
        find: returns the pictures of a text that came without a zip file.
    """
    if not name.lower().endswith(BUNDLE):
        own = text_of(content, name)
        return own if isinstance(own, Problem) else Unpacked(name, own, find)
    if len(content) > LONGEST_BUNDLE:
        return Problem(name, None, "", name, f"a zip file of at most {LONGEST_BUNDLE:,} bytes")
    try:
        return _unzipped(zipfile.ZipFile(io.BytesIO(content)), name)
    except RuntimeError:  # what Python's reader of zip files says of encryption
        return Problem(name, None, "", name, "a readable zip file", "Save it without a password.")
    except ZIP_FAULTS:
        return Problem(name, None, "", name, "a readable zip file", _hint_for_no_zip(content))


def _hint_for_no_zip(content: bytes) -> str:
    """Return what may help with a file that is named as a zip file and cannot be read as one."""
    if content.startswith(_ZIP):
        return _DAMAGED
    if kind := _kind_hint(content):
        return kind
    text = _decoded(content)
    return f"This is text: name it {TEXT}." if text and "\0" not in text else _DAMAGED


def _unzipped(archive: zipfile.ZipFile, name: str) -> Unpacked | Problem:
    texts = [entry for entry in archive.infolist() if _is_text(PurePosixPath(entry.filename))]
    if len(texts) != 1:
        expected = f"a zip file with one lesson ({TEXT}) and its pictures"
        return Problem(name, None, "", name, expected, f"It contains {len(texts) or 'none'}.")
    with archive.open(texts[0]) as file:
        content = file.read(LONGEST_TEXT + 1)
    inner = PurePosixPath(texts[0].filename).name
    text = text_of(content, inner)
    return text if isinstance(text, Problem) else Unpacked(inner, text, pictures_among(archive, texts[0].filename))


def _is_text(path: PurePosixPath) -> bool:
    # A Mac puts files of its own, which begin with a dot, beside each of ours.
    return path.suffix.lower() == TEXT and not path.name.startswith(".")


def text_of(content: bytes, file: str) -> str | Problem:
    """Return the text of a file, or what is wrong with it as a whole."""
    if len(content) > LONGEST_TEXT:
        return Problem(file, None, "", file, f"a file of at most {LONGEST_TEXT:,} bytes")
    text = _decoded(content)
    if text is None:
        return Problem(file, None, "", file, "UTF-8 text", _kind_hint(content) or _SAVE)
    if "\0" in text:
        return Problem(file, None, "", file, "text without NUL characters", _kind_hint(text.encode()) or _DAMAGED)
    if text.lstrip().lower().startswith(_PAGES):
        return Problem(file, None, "", file, "a lesson in Markdown", "This is a web page.")
    return text


def _decoded(content: bytes) -> str | None:
    """Return text, of the encodings that can be told from their first bytes; ``None`` where it is none."""
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        return None


def _kind_hint(content: bytes) -> str:
    """Return what a file is by its first bytes; empty where that is not known."""
    return next((f"This is {kind}. {_SAVE}" for mark, kind in _KINDS if content.startswith(mark)), "")


def pack(files: Mapping[str, bytes]) -> bytes:
    """Return files as one zip file, the same bytes for the same files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
