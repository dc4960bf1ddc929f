"""Command line of the map: `export`, `handout`, `site` and `app`."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from geodata import __version__
from geodata.atlas import load
from geodata.cli.arguments import add_atlas_option, can_write, check_atlas, reading_atlas, write_files
from geodata.cli.console import prepare_console
from geodata.lessons.reader import lesson_ids
from timemap.cli import app, handout, site
from timemap.cli import export as exports
from timemap.cli.lessons import lesson_path
from timemap.site import file_list
from timemap.static_map.text import drawn_boxes
from timemap.text.tool_errors import ToolError
from timemap.typst.sign_places import sign_sentences
from timemap.typst.signs import MissingSignsError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from pathlib import Path

    from geodata.atlas import Atlas

_FEW = 3
"""So many files in the way are named."""


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m timemap", description="Export the map, make handouts, or build a static site."
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True)
    export = commands.add_parser("export", help="export the map; the file extension selects the format")
    exports.add_options(export)
    export.set_defaults(files=_one(exports.write))
    lesson = commands.add_parser("handout", help="write a lesson or an event-ordering exercise as a PDF")
    handout.add_options(lesson)
    lesson.set_defaults(files=_one(handout.write), sorted_out=handout.sorted_out)
    pages = commands.add_parser("site", help="write a static site that any web host can serve")
    site.add_options(pages)
    pages.set_defaults(files=site.files, folders=True)
    served = commands.add_parser("app", help="run the app and open it in the browser")
    app.add_options(served)
    for reader in (parser, *commands.choices.values()):
        add_atlas_option(reader)
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code.

    0 written, 1 not made or not writable, 2 wrong options or texts, 130 stopped.
    """
    prepare_console()
    parser = build_parser()
    options = _parse(parser, arguments)
    with reading_atlas(getattr(options, "atlas", None)):
        check_atlas(parser)
        return _run(options)


def _run(options: argparse.Namespace) -> int:
    """Do what a command asks for and return the exit code."""
    if options.command == "app":
        app.run(options)
        return 0
    folders = "folders" in options
    if not can_write(options.out / file_list.NAME if folders else options.out, folders=folders):
        return 1
    try:
        return _make(options, folders=folders)
    except (OSError, ToolError) as error:
        why, code = f'cannot make "{options.out}": {getattr(error, "strerror", None) or error}', 1
    except ValueError as error:
        why, code = f"{error}", 2
    except KeyboardInterrupt:
        why, code = "interrupted, nothing written", 130
    sys.stderr.write(f"{why}\n")
    return code


def _parse(parser: argparse.ArgumentParser, arguments: list[str] | None) -> argparse.Namespace:
    options, rest = parser.parse_known_args(arguments)
    if "sorted_out" in options:
        rest = options.sorted_out(options, rest)
    if rest:
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    return options


def _make(options: argparse.Namespace, *, folders: bool) -> int:
    """Make and write the files of a command, and return the exit code."""
    if folders and not _may_replace(options, {options.out / file_list.FIRST_PAGE: b""}):
        return 1
    atlas, name = load(), getattr(options, "lesson", "")
    printed = [name] if name else lesson_ids() if folders else ()
    lessons = [lesson_path(each) for each in printed]
    try:
        with drawn_boxes() as boxes:
            files: dict[Path, bytes] = options.files(atlas, options, datetime.now(tz=UTC).date())
    except MissingSignsError as error:
        raise ValueError("\n".join(sign_sentences(error, atlas, lessons))) from error
    if boxes:
        sentences = sign_sentences(MissingSignsError(tuple(boxes)), atlas, lessons)
        sys.stderr.write("".join(f"{sentence} The picture shows a box instead.\n" for sentence in sentences))
    if folders and not _may_replace(options, files):
        return 1
    return _write_files(options.out, files, folders=folders)


def _may_replace(options: argparse.Namespace, files: Mapping[Path, bytes]) -> bool:
    """Return whether files may be written into a folder; else say which ones of somebody else are in the way."""
    foreign = () if options.replace else file_list.foreign(options.out, files)
    if foreign:
        names = ", ".join(path.relative_to(options.out).as_posix() for path in foreign[:_FEW])
        more = f" and {len(foreign) - _FEW:,} more" if len(foreign) > _FEW else ""
        sys.stderr.write(
            f'cannot write "{options.out}": a site would overwrite files that are not from an earlier one or were '
            f"changed since: {names}{more}. Choose another folder, or add --replace.\n"
        )
    return not foreign


def _write_files(out: Path, files: Mapping[Path, bytes], *, folders: bool) -> int:
    """Write the files and return the exit code: 0 written, 1 not writable."""
    leftover = file_list.left_over(out, files) if folders else ()
    if not write_files(files, folders=folders):
        return 1
    try:
        file_list.remove(out, leftover)
    except OSError as error:
        sys.stderr.write(f'cannot remove "{error.filename}": {error.strerror}\n')
        return 1
    sys.stdout.write(f"{out}: {sum(map(len, files.values())) / 1e6:.2f} MB\n")
    return 0


def _one(write: Callable[[Atlas, argparse.Namespace, date], bytes]) -> Callable[..., dict[Path, bytes]]:
    """Return what gives the only file of a command by where it is to be written."""
    return lambda atlas, options, today: {options.out: write(atlas, options, today)}
