"""Command `handout`: a lesson or an exercise as a PDF for print."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from geodata.cli.arguments import day_argument
from geodata.dataset import load_dataset
from geodata.lessons.ordering_exercise import order_events
from geodata.text.selection import filter_events
from timemap.cli.ids import ids_named
from timemap.cli.lessons import lesson_named
from timemap.cli.ranges import requested_range
from timemap.cli.texts import address_argument, require_stem
from timemap.handouts.imprint import Paper
from timemap.handouts.lesson_pdf import HandoutSheet, lesson_pdf, whole
from timemap.handouts.ordering import ordering_sheet
from timemap.state.snapshot import snapshot_of
from timemap.typst.typesetting import typeset

if TYPE_CHECKING:
    from collections.abc import Generator
    from datetime import date

    from geodata.atlas import Atlas
    from timemap.handouts.scene_maps import Progress
    from timemap.state.snapshot import Snapshot


ENDING = ".pdf"
"""How the name of a handout ends."""

FIRST_SEED = 1
"""Number of the set of events that is made where none is asked for."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command to its parser."""
    parser.add_argument(
        "lesson", nargs="?", default="", metavar="LESSON", help="id of one of our lessons, or a Markdown or zip file"
    )
    parser.add_argument("out", type=Path, metavar="OUT.pdf", help="output file")
    parser.add_argument("--paper", type=_paper, default=Paper.A4, metavar=f"{{{','.join(Paper)}}}", help="paper size")
    parser.add_argument("--teacher", action="store_true", help="teacher's notes instead of the worksheet")
    parser.add_argument(
        "--short", action="store_true", help="short worksheet of two pages: some maps and all questions"
    )
    parser.add_argument(
        "--order", type=int, metavar="N", help="instead of a lesson: an exercise with N events to put in order"
    )
    parser.add_argument("--seed", type=int, metavar="S", help=f"seed that selects the events (default: {FIRST_SEED})")
    parser.add_argument("--from", dest="start", type=day_argument, metavar="DATE", help="first day of the events")
    parser.add_argument("--to", dest="last", type=day_argument, metavar="DATE", help="last day of the events")
    parser.add_argument("--categories", default="", metavar="A,B", help="category ids (default: all)")
    parser.add_argument("--address", type=address_argument, default="", help="URL of the app, to be named in the file")


def _paper(text: str) -> Paper:
    """Return the size of paper that an argument names."""
    if text not in list(Paper):
        message = f'got "{text}", expected one of: {", ".join(Paper)}'
        raise argparse.ArgumentTypeError(message)
    return Paper(text)


def sorted_out(options: argparse.Namespace, rest: list[str]) -> list[str]:
    """Return the arguments that are left over once a file is found.

    They were not known; the file stands behind options.

    Where options stand between a lesson and the file, argparse takes the lesson for the file and leaves the file over.
    """
    if options.lesson or len(rest) != 1 or rest[0].startswith("-"):
        return rest
    options.lesson, options.out = str(options.out), Path(rest[0])
    return []


def write(atlas: Atlas, options: argparse.Namespace, today: date) -> bytes:
    """Return the PDF for the options.

    Raises:
        ValueError: if something asked for does not exist, cannot be read or makes no sense, with what was expected.
    """
    if not options.out.name.lower().endswith(ENDING):
        message = f'got "{options.out.name}", expected a file name that ends in {ENDING}'
        raise ValueError(message)
    require_stem(options.out, ENDING)
    snapshot = snapshot_of(atlas, today=today, address=options.address)
    if options.order is None:
        if not options.lesson:
            message = "expected a lesson, or --order with a number of events"
            raise ValueError(message)
        if useless := _only_with_order(options):
            message = f"{', '.join(useless)}: only valid with --order, because a lesson has its own events"
            raise ValueError(message)
        lesson = lesson_named(options.lesson)
        if options.teacher and options.short:
            message = "--teacher and --short cannot be combined"
            raise ValueError(message)
        sheet = HandoutSheet.NOTES if options.teacher else HandoutSheet.SHORT if options.short else HandoutSheet.FULL
        return _made(lesson_pdf(load_dataset(atlas), lesson, snapshot, options.paper, sheet))
    if options.lesson or options.teacher or options.short:
        message = "--order cannot be combined with a lesson, --teacher or --short"
        raise ValueError(message)
    return _exercise(atlas, options, snapshot)


def _only_with_order(options: argparse.Namespace) -> list[str]:
    """Return the options that were given and choose events, which a lesson has no use for."""
    asked = {
        "--seed": options.seed is not None,
        "--from": options.start is not None,
        "--to": options.last is not None,
        "--categories": bool(options.categories),
    }
    return [name for name, given in asked.items() if given]


def _made(steps: Generator[Progress, None, bytes]) -> bytes:
    """Make a handout; who watches a terminal sees how far it has come."""
    if not sys.stderr.isatty():
        return whole(steps)
    content = whole(steps, lambda so_far: _write(f"\rScene {so_far[0]} of {so_far[1]}"))
    _write("\n")
    return content


def _write(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()


def _exercise(atlas: Atlas, options: argparse.Namespace, snapshot: Snapshot) -> bytes:
    categories = ids_named("--categories", options.categories, [row.id for row in atlas.categories])
    span = requested_range(atlas, options.start, options.last, snapshot.today)
    view = replace(snapshot.state, span=span, categories=categories)
    events = filter_events(atlas, span=view.span, categories=view.categories).events
    exercise = order_events(events, options.order, FIRST_SEED if options.seed is None else options.seed)
    return typeset("ordering", ordering_sheet(atlas, exercise, replace(snapshot, state=view), options.paper))
