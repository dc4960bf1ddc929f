"""Arguments of all commands: days, and files that may not be writable."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from geodata.data import ATLAS, other_atlas
from geodata.dates.date_hints import date_hint
from geodata.dates.iso import iso_day
from geodata.io.signs import western_digits
from geodata.io.whole_files import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date


def day_argument(text: str) -> date:
    """Return the day that an argument names.

    Raises:
        argparse.ArgumentTypeError: if it is not a date such as 2014-10-06.
    """
    day = iso_day(text)
    if day is None:
        hint = date_hint(western_digits(text))
        message = f'got "{text}", expected a date such as 2014-10-06' + (f". {hint}" if hint else "")
        raise argparse.ArgumentTypeError(message)
    return day


def add_atlas_option(parser: argparse.ArgumentParser) -> None:
    """Add the option that names another atlas."""
    parser.add_argument(
        "--atlas",
        type=Path,
        metavar="FOLDER",
        default=argparse.SUPPRESS,
        help=f"folder of another atlas to read in place of ours (also: the variable {ATLAS})",
    )


@contextmanager
def reading_atlas(folder: Path | None) -> Iterator[None]:
    """Let everything read the atlas of a folder; None changes nothing.

    What is started meanwhile, such as a server, reads it too.
    """
    before = os.environ.get(ATLAS)
    if folder is not None:
        os.environ[ATLAS] = str(folder.absolute())
    try:
        yield
    finally:
        if folder is not None:
            os.environ.pop(ATLAS)
            if before is not None:
                os.environ[ATLAS] = before


def check_atlas(parser: argparse.ArgumentParser) -> None:
    """Refuse a folder that holds no atlas."""
    other = other_atlas()
    if other is not None and not any((each / "events.csv").is_file() for each in (other / "tables", other)):
        parser.error(f'got "{other}" in --atlas or {ATLAS}, expected a folder with the table events.csv')


def count_argument(text: str) -> int:
    """Return the number that an argument names.

    Raises:
        argparse.ArgumentTypeError: if it is not a whole number above 0.
    """
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        message = f'got "{text}", expected a whole number above 0'
        raise argparse.ArgumentTypeError(message)
    return int(text)


def can_write(path: Path, *, folders: bool = False) -> bool:
    """Return whether a file can be written at ``path``; else say so.

    That is judged by its folder.

    What takes long to make is not made in vain.

    Args:
        path: where to.
        folders: whether folders that are missing on the way there will be made.
    """
    try:
        folder, problem = path.parent, 0
        while folders and not folder.exists() and folder != folder.parent:
            folder = folder.parent
        if not folder.is_dir():
            problem = errno.ENOTDIR if folder.exists() else errno.ENOENT
        elif path.is_dir():
            problem = errno.EISDIR
        elif not os.access(folder, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
            problem = errno.EACCES
    except OSError as error:
        problem = error.errno or errno.EIO
    if problem:
        _say_not_written(path, os.strerror(problem))
    return not problem


def write_file(path: Path, content: str | bytes) -> bool:
    """Write a text as UTF-8, or bytes, and return True.

    Where that cannot be done say so and return False; an old file stays as it was.

    Args:
        path: where to.
        content: what to write.
    """
    return write_files({path: content.encode() if isinstance(content, str) else content})


def write_files(files: Mapping[Path, bytes], *, folders: bool = False) -> bool:
    """Write files and return True.

    Where one cannot be written say so, write none and return False; old files stay as they were.

    Args:
        files: what to write, by where to.
        folders: whether folders that are missing on the way there are made.
    """
    try:
        write_whole(files, folders=folders)
    except OSError as error:
        _say_not_written(error.filename, error.strerror)
        return False
    return True


def _say_not_written(path: Path | str, why: str | None) -> None:
    sys.stderr.write(f'cannot write "{path}": {why}\n')
