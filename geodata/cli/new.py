"""Command `new`: write the folder of a new atlas."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

HELP = "write the folder of a new atlas with example rows and a page of help"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command to its parser."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="a folder that is not there yet, or empty")


def run(given: argparse.Namespace) -> int:
    """Write the folder; return 0, or 1 where that cannot be done."""
    from geodata.new_atlas.new_folder import HELP as PAGE  # noqa: PLC0415 - only this command needs it
    from geodata.new_atlas.new_folder import FolderInUseError, write_new  # noqa: PLC0415 - likewise

    try:
        write_new(given.folder)
    except FolderInUseError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f'cannot write "{error.filename or given.folder}": {error.strerror}\n')
        return 1
    sys.stdout.write(
        f"{given.folder} has example rows; {given.folder / PAGE} explains them. To look at it:\n"
        f"  python -m timemap app --atlas {given.folder}\n"
    )
    return 0
