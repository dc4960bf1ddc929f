"""Command `site`: a folder with all pages, for any web host."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from geodata.dataset import load_dataset
from geodata.lessons.reader import read_lessons
from timemap.site.build import build
from timemap.state.snapshot import snapshot_of

if TYPE_CHECKING:
    from datetime import date

    from geodata.atlas import Atlas


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command to its parser."""
    parser.add_argument("out", type=Path, metavar="OUT", help="output folder; created if missing")
    parser.add_argument(
        "--handouts", action="store_true", help="add worksheets and teacher's notes for every lesson (PDF)"
    )
    parser.add_argument("--address", default="", help="URL of the app, to be named in the files")
    parser.add_argument(
        "--site-address",
        type=_site_address,
        metavar="URL",
        help="URL that the folder will have, for link previews",
    )
    parser.add_argument("--replace", action="store_true", help="overwrite files in the folder that are not from a site")


def _site_address(text: str) -> str:
    """Return the URL of a folder, with a slash at its end.

    Raises:
        argparse.ArgumentTypeError: if it is no URL of the web.
    """
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        message = f'got "{text}", expected a URL such as https://example.org/kobane/'
        raise argparse.ArgumentTypeError(message)
    return f"{text.removesuffix('index.html').rstrip('/')}/"


def files(atlas: Atlas, options: argparse.Namespace, today: date) -> dict[Path, bytes]:
    """Return the files of the site, by where they are to be written."""
    lessons = [read.lesson for read in read_lessons() if read.lesson.scenes]
    snapshot = snapshot_of(atlas, today=today, address=options.address)
    made = build(load_dataset(atlas), lessons, snapshot, handouts=options.handouts, address=options.site_address or "")
    return {options.out / name: content for name, content in made.items()}
