"""Arguments of all commands: days, and files that may not be writable."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from typing import TYPE_CHECKING

from geodata.dates.iso import iso_day

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


def day_argument(text: str) -> date:
    """Return the day that an argument names.

    Raises:
        argparse.ArgumentTypeError: if it is not a date such as 2014-10-06.
    """
    day = iso_day(text)
    if day is None:
        message = f'got "{text}", expected a date such as 2014-10-06'
        raise argparse.ArgumentTypeError(message)
    return day


def can_write(path: Path, *, folders: bool = False) -> bool:
    """Return whether a file can be written at ``path``; else say so.

    That is judged by its folder.

    What takes long to make is not made in vain.

    Args:
        path: where to.
        folders: whether folders that are missing on the way there will be made.
    """
    try:
        folder = path.parent
        while folders and not folder.exists() and folder != folder.parent:
            folder = folder.parent
        if not folder.is_dir():
            problem = errno.ENOTDIR if folder.exists() else errno.ENOENT
        elif not os.access(path if path.is_file() else folder, os.W_OK):
            problem = errno.EACCES
        else:
            return True
    except OSError as error:
        problem = error.errno or errno.EIO
    _say_not_written(path, os.strerror(problem))
    return False


def write_file(path: Path, content: str | bytes, *, folders: bool = False) -> bool:
    """Write a text as UTF-8, or bytes, and return True.

    Where that cannot be done say so and return False.

    Args:
        path: where to.
        content: what to write.
        folders: whether folders that are missing on the way there are made.
    """
    try:
        if folders:
            path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    except OSError as error:
        _say_not_written(path, error.strerror)
        return False
    return True


def _say_not_written(path: Path, why: str | None) -> None:
    sys.stderr.write(f'cannot write "{path}": {why}\n')
