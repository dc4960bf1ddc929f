"""Picture files of a lesson, in its folder or its zip file."""

from __future__ import annotations

import lzma
import posixpath
import struct
import unicodedata
import zipfile
import zlib
from functools import cache
from itertools import count
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from geodata.lessons.image import LARGEST_ORIGINAL, prepare
from geodata.lessons.picture import UnfitPicture

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geodata.lessons.picture import FindPicture

ZIP_FAULTS = (OSError, ValueError, RuntimeError, EOFError, struct.error, zlib.error, lzma.LZMAError, zipfile.BadZipFile)
"""What reading a broken zip file, or one with a password, raises."""

_BESIDE = "the name of a file next to the lesson or in a folder there, such as pictures/bridge.jpg"


def pictures_in(folder: Path) -> FindPicture:
    """Return what finds the pictures in the folder of a lesson.

    Nothing outside it is opened.
    """

    @cache
    def find(name: str) -> bytes | UnfitPicture:
        if not _is_beside(name):
            return UnfitPicture(_BESIDE)
        try:
            path, root = (folder / name).resolve(), folder.resolve()
            if not path.is_relative_to(root):
                return UnfitPicture(_BESIDE)
            if not path.is_file():
                return UnfitPicture(
                    "an existing file", f"There is no such file next to the lesson, in {root.name or root}."
                )
            with path.open("rb") as file:
                return prepare(file.read(LARGEST_ORIGINAL + 1))
        except (OSError, ValueError):
            return UnfitPicture("a readable file")

    return find


MOST_PICTURES = 30
"""Pictures of a zip file that are prepared: each takes its time, and a lesson has at most one for a scene."""


def pictures_among(archive: zipfile.ZipFile, lesson: str) -> FindPicture:
    """Return what finds the pictures of a lesson in a zip file.

    Args:
        archive: open for reading as long as pictures are asked for.
        lesson: name of the lesson in it.
    """
    prepared = count(1)
    entries: Mapping[str, zipfile.ZipInfo] = {_composed(entry.filename): entry for entry in archive.infolist()}

    @cache
    def find(name: str) -> bytes | UnfitPicture:
        if not _is_beside(name):
            return UnfitPicture(_BESIDE)
        entry = entries.get(_composed(posixpath.normpath(posixpath.join(posixpath.dirname(lesson), name))))
        if entry is None:
            return UnfitPicture("a file in the zip file")
        if next(prepared) > MOST_PICTURES:
            return UnfitPicture(f"at most {MOST_PICTURES} pictures in a lesson")
        try:
            with archive.open(entry) as file:
                return prepare(file.read(LARGEST_ORIGINAL + 1))
        except ZIP_FAULTS:
            return UnfitPicture("a readable file")

    return find


def _is_beside(name: str) -> bool:
    """Return whether a name leads nowhere but into the folder of the lesson, on any system."""
    windows = PureWindowsPath(name)
    return not (
        windows.drive
        or windows.root
        or ":" in name
        or "\0" in name
        or ".." in (*windows.parts, *PurePosixPath(name).parts)
    )


def _composed(name: str) -> str:
    """Return a name with its accents as most systems write them: a Mac writes them apart."""
    return unicodedata.normalize("NFC", name)
