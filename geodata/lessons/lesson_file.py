"""Lesson files: a text, or a zip file of text and pictures."""

from __future__ import annotations

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


def is_lesson(path: Path) -> bool:
    """Return whether a file is named as a lesson is."""
    return path.suffix.lower() in {TEXT, BUNDLE}


def unpack(content: bytes, name: str, find: FindPicture = no_pictures) -> Unpacked | Problem:
    """Return the text of a lesson and its pictures, or what is wrong.

    What is wrong is about the file as a whole.

    Args:
        content: of the file, be it a text or a zip file.
        name: of the file, as problems give it.
        find: returns the pictures of a text that came without a zip file.
    """
    if not name.lower().endswith(BUNDLE):
        text = text_of(content, name)
        return text if isinstance(text, Problem) else Unpacked(name, text, find)
    if len(content) > LONGEST_BUNDLE:
        return Problem(name, None, "", name, f"a zip file of at most {LONGEST_BUNDLE:,} bytes")
    try:
        return _unzipped(zipfile.ZipFile(io.BytesIO(content)), name)
    except ZIP_FAULTS:
        return Problem(name, None, "", name, "a readable zip file", "Save it without a password.")


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
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Problem(file, None, "", file, "UTF-8 text", "Save it as plain text in UTF-8.")


def pack(files: Mapping[str, bytes]) -> bytes:
    """Return files as one zip file, the same bytes for the same files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
