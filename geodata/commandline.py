"""What the command lines share: a day as an argument, and a file that may not be writable."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from typing import TYPE_CHECKING

from geodata.days import iso_day

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
        message = f'read "{text}", expected a date such as 2014-10-06'
        raise argparse.ArgumentTypeError(message)
    return day


def can_write(path: Path, *, folders: bool = False) -> bool:
    """Return whether a file can be written where ``path`` says, as far as its folder tells; else say so.

    What takes long to make is not made in vain.

    Args:
        path: where to.
        folders: whether folders that are missing on the way there will be made.
    """
    folder = path.parent
    while folders and not folder.exists() and folder != folder.parent:
        folder = folder.parent
    if folder.is_dir() and os.access(folder, os.W_OK):
        return True
    problem = errno.ENOENT if not folder.exists() else errno.EACCES if folder.is_dir() else errno.ENOTDIR
    sys.stderr.write(f'cannot write "{path}": {os.strerror(problem)}\n')
    return False


def write_file(path: Path, content: str | bytes, *, folders: bool = False) -> bool:
    """Write a text as UTF-8, or bytes, and return True; where that cannot be done say so and return False.

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
        sys.stderr.write(f'cannot write "{path}": {error.strerror}\n')
        return False
    return True
