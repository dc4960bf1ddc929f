"""Command `site`: a folder with all pages, for any web host."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from geodata.dataset import load_dataset
from geodata.lessons.reader import read_lessons
from timemap.cli.texts import address_argument, folder_address_argument
from timemap.site.build import build
from timemap.state.snapshot import snapshot_of

if TYPE_CHECKING:
    import argparse
    from datetime import date

    from geodata.atlas import Atlas


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command to its parser."""
    parser.add_argument("out", type=Path, metavar="OUT", help="output folder; created if missing")
    parser.add_argument(
        "--handouts",
        action="store_true",
        help="add worksheets and teacher's notes for every lesson (PDF); takes several minutes, and every visitor can "
        "read the notes",
    )
    parser.add_argument("--address", type=address_argument, default="", help="URL of the app, to be named in the files")
    parser.add_argument(
        "--site-address",
        type=folder_address_argument,
        metavar="URL",
        help="URL that the folder will have, for link previews",
    )
    parser.add_argument("--replace", action="store_true", help="overwrite files in the folder that are not from a site")


def files(atlas: Atlas, options: argparse.Namespace, today: date) -> dict[Path, bytes]:
    """Return the files of the site, by where they are to be written."""
    lessons = [read.lesson for read in read_lessons() if read.lesson.scenes]
    snapshot = snapshot_of(atlas, today=today, address=options.address)
    made = build(load_dataset(atlas), lessons, snapshot, handouts=options.handouts, address=options.site_address or "")
    return {options.out / name: content for name, content in made.items()}
