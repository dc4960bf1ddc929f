"""Writing of files that appear whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def write_whole(files: Mapping[Path, bytes], *, folders: bool = False) -> None:
    """Write files so that all of them appear, or none and the old ones stay.

    Each is written beside its place under another name and moved there when all are written.

    Args:
        files: what to write, by where to.
        folders: whether folders that are missing on the way there are made.

    Raises:
        OSError: if one cannot be written; its ``filename`` is the file's.
    """
    made: list[Path] = []
    parts: dict[Path, Path] = {}
    try:
        for path, content in files.items():
            try:
                if folders:
                    _make_folders(path.parent, made)
                _write_beside(path, content, parts)
            except OSError as error:
                raise OSError(error.errno, error.strerror, str(path)) from error
        for path, part in parts.items():
            part.replace(path)
    except BaseException:
        for part in parts.values():
            part.unlink(missing_ok=True)
        for folder in reversed(made):
            with suppress(OSError):  # another program may have put something into it
                folder.rmdir()
        raise


def _make_folders(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it, and note which ones are new."""
    if not folder.is_dir():
        if folder.exists():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        if folder != folder.parent:
            _make_folders(folder.parent, made)
        folder.mkdir(exist_ok=True)
        made.append(folder)


def _write_beside(path: Path, content: bytes, parts: dict[Path, Path]) -> None:
    """Write a file under another name, and note it by the place that it is for.

    What is no file, such as a pipe or a device, is written to at once.
    """
    place = path.resolve()  # a link stays one
    if place.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if place.exists() and not place.is_file():
        place.write_bytes(content)
        return
    part = place.with_name(f".{secrets.token_hex(8)}.part")
    with part.open("xb") as file:
        parts[place] = part
        file.write(content)
    if place.exists():
        part.chmod(place.stat().st_mode)
