"""Command `export`: a view from options, in the format of its file name."""

from __future__ import annotations

import argparse
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from geodata.cli.arguments import day_argument
from geodata.dataset import load_dataset
from geodata.records.view_limits import is_on_map
from timemap.cli.ids import ids_named
from timemap.cli.lessons import lesson_named
from timemap.cli.ranges import requested_range, require_day
from timemap.cli.texts import address_argument, require_stem, words_argument
from timemap.exports.animation.drawing import draw_animation
from timemap.exports.animation.plan import STEPS, plan_for
from timemap.exports.formats import FORMATS, SEMICOLONS, format_by_ending, format_by_id
from timemap.exports.html import one_file
from timemap.state.initial import Viewport, initial_state
from timemap.state.map_state import MODES, MapState, default_mode, filter_by_state
from timemap.state.snapshot import snapshot_of
from timemap.style.page_shapes import SHAPES
from timemap.style.palette import THEMES

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from geodata.lessons.model import Lesson
    from geodata.text.selection import Selection
    from timemap.exports.animation.plan import Plan
    from timemap.exports.formats import Format
    from timemap.own_data.own_table import OwnTable
    from timemap.state.snapshot import Snapshot


_USED_BY: dict[str, Callable[[Format], bool]] = {
    "shape": lambda row: row.shaped or row.is_moving,
    "theme": lambda row: row.is_moving or (row.shaped and row.id != "pdf"),
    "patterns": lambda row: row.is_moving or row.shaped,
    "step": lambda row: row.is_moving,
    "separator": lambda row: row.ending == format_by_id(SEMICOLONS).ending,
    "own": lambda row: row.ending == ".html",
    "own_recipe": lambda row: row.ending == ".html",
    "allow_restricted": lambda row: row.ending == ".html",
}
"""Which formats make use of an option; a PDF is always light."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command to its parser."""
    endings = ", ".join(dict.fromkeys(row.ending for row in FORMATS))
    parser.add_argument("out", type=Path, metavar="OUT", help=f"output file; its extension is one of {endings}")
    parser.add_argument("--from", dest="start", type=day_argument, metavar="DATE", help="first day of the date range")
    parser.add_argument("--to", dest="last", type=day_argument, metavar="DATE", help="last day of the date range")
    parser.add_argument("--moment", type=day_argument, metavar="DATE", help="date shown on the map")
    parser.add_argument("--compare", type=day_argument, metavar="DATE", help="date to compare with")
    parser.add_argument("--categories", default="", metavar="A,B", help="category ids (default: all)")
    parser.add_argument(
        "--parties", default="", metavar="A,B", help="ids of parties that take part in the events (default: any)"
    )
    parser.add_argument("--words", type=words_argument, default="", help="search words that the events must contain")
    parser.add_argument("--mode", choices=MODES, help="events shown: on the date, up to it, or all in the range")
    parser.add_argument("--language", default="", metavar="CODE", help="language code of the place names, such as ar")
    parser.add_argument("--event", default="", metavar="ID", help="id of the selected event")
    parser.add_argument(
        "--view", default="", metavar="LAT,LON,ZOOM", help="centre and zoom of the map, as in a laptop window"
    )
    parser.add_argument("--address", type=address_argument, default="", help="URL of the app, to be named in the file")
    shapes = [shape.id for shape in SHAPES]
    parser.add_argument("--shape", choices=shapes, help="page shape of a picture; wide is 16:9")
    parser.add_argument("--theme", choices=THEMES, help="colour theme of a picture; a PDF is always light")
    parser.add_argument(
        "--patterns", action="store_true", help="draw patterns in the areas of a picture; a PDF always has them"
    )
    parser.add_argument("--step", choices=STEPS, help="time between frames in .gif, .webp and .mp4")
    parser.add_argument(
        "--separator",
        choices=("comma", "semicolon"),
        help="what separates the columns in .csv; semicolon also writes decimal commas, as Excel in German, Turkish or "
        "French expects",
    )
    parser.add_argument(
        "--key-dates",
        action="store_true",
        help="draw the key dates side by side (.pdf, .png or .svg)",
    )
    parser.add_argument("--telling-days", dest="key_dates", action="store_true", help=argparse.SUPPRESS)  # its old name
    parser.add_argument(
        "--lesson",
        default="",
        metavar="LESSON",
        help="lesson to include and start (.html): id of one of our lessons, or a Markdown or zip file",
    )
    parser.add_argument(
        "--own",
        action="append",
        default=[],
        metavar="FILE",
        help="table of your own events to show as well (.html); may be given several times",
    )
    parser.add_argument(
        "--own-recipe", type=Path, metavar="FILE", help="answers and corrections for these tables, as import saves them"
    )
    parser.add_argument(
        "--allow-restricted",
        action="store_true",
        help="include tables of your own whose terms do not allow passing them on",
    )


def snapshot_from(atlas: Atlas, options: argparse.Namespace, today: date) -> Snapshot:
    """Return what is to be seen in the file.

    Raises:
        ValueError: if something asked for does not exist or makes no sense, with what was read and expected.
    """
    categories = ids_named("--categories", options.categories, [row.id for row in atlas.categories])
    parties = ids_named("--parties", options.parties, [row.id for row in atlas.parties])
    (language,) = ids_named("--language", options.language, atlas.name_languages) or ("",)
    if options.event and not atlas.has_event(options.event):
        message = f'got "{options.event}" in --event, expected the id of an event'
        raise ValueError(message)
    span = requested_range(atlas, options.start, options.last, today)
    require_day("--moment", options.moment, span)
    require_day("--compare", options.compare, span)
    opening = initial_state(atlas, span=span, moment=options.moment, compare=options.compare, today=today)
    state = MapState(
        opening.span,
        opening.moment,
        categories=categories,
        parties=parties,
        words=options.words,
        event=options.event and atlas.event(options.event).id,
        mode=options.mode or default_mode(opening.span, opening.whole),
        compare=opening.compare,
    )
    if language:
        state = replace(state, language=language)
    viewport = viewport_in(options.view) if options.view else None
    snapshot = snapshot_of(atlas, today=today, state=state, viewport=viewport, address=options.address)
    return replace(
        snapshot,
        shape=options.shape or SHAPES[0].id,
        theme=options.theme or THEMES[0],
        patterns=options.patterns,
    )


def write(atlas: Atlas, options: argparse.Namespace, today: date) -> bytes:
    """Return the file for the options.

    Raises:
        ValueError: if something asked for does not exist or makes no sense, or no format has the ending.
    """
    chosen_format = format_by_ending(options.out.name, whole=options.key_dates)
    require_stem(options.out, chosen_format.ending)
    _refuse_unused(chosen_format, options)
    if options.separator == "semicolon":
        chosen_format = format_by_id(SEMICOLONS)
    snapshot = snapshot_from(atlas, options, today)
    selection = filter_by_state(snapshot.state, atlas)
    lesson = _lesson_for(chosen_format, options.lesson) if options.lesson else None
    own = _own_tables(atlas, options)
    dataset = load_dataset(atlas)
    if lesson:
        snapshot = replace(snapshot, state=replace(snapshot.state, lesson=lesson.id))
    if lesson or own:
        return one_file(dataset, snapshot, [lesson] if lesson else [], own)
    if chosen_format.is_moving:
        plan = plan_for(snapshot, chosen_format.id, options.step)
        return _animation(dataset, selection, snapshot, plan)
    return chosen_format.write(dataset, selection, snapshot)


def _refuse_unused(chosen_format: Format, options: argparse.Namespace) -> None:
    """Refuse options that a format makes no use of.

    Raises:
        ValueError: if there is one, with the endings that use it.
    """
    for option, is_used in _USED_BY.items():
        if getattr(options, option) and not is_used(chosen_format):
            endings = ", ".join(dict.fromkeys(row.ending for row in FORMATS if is_used(row)))
            where = "with --key-dates" if chosen_format.whole else f"on {chosen_format.ending}, only on {endings}"
            message = f"--{option.replace('_', '-')} has no effect {where}"
            raise ValueError(message)


def _own_tables(atlas: Atlas, options: argparse.Namespace) -> list[OwnTable]:
    """Return the tables of somebody's own events that a file is to carry.

    Raises:
        ValueError: if one cannot be read or may not be passed on, or only options about them are given.
    """
    if options.own:
        from timemap.cli.own_tables import read_own_tables  # noqa: PLC0415 - only then the import is needed

        return read_own_tables(atlas, options.own, options.own_recipe, restricted=options.allow_restricted)
    for option in ("own_recipe", "allow_restricted"):
        if getattr(options, option):
            message = f"--{option.replace('_', '-')} has no effect without --own"
            raise ValueError(message)
    return []


def _animation(dataset: Dataset, selection: Selection, snapshot: Snapshot, plan: Plan) -> bytes:
    """Return a moving picture.

    What it will be and how far it is goes to the error stream.
    """
    sys.stderr.write(f"{plan.words}\n")
    told = set[int]()

    def tell(drawn: int, number: int) -> None:
        tenth = 10 * drawn // number
        if tenth not in told:
            told.add(tenth)
            sys.stderr.write(f"{drawn} of {number} frames drawn\n")

    return draw_animation(dataset, selection, snapshot, plan, tell)


def _lesson_for(chosen_format: Format, name: str) -> Lesson:
    """Return the lesson that a file of a format is to carry."""
    if chosen_format.ending != ".html":
        message = (
            f"--lesson works only with .html, not {chosen_format.ending}; to print a lesson use the command handout"
        )
        raise ValueError(message)
    return lesson_named(name)


def viewport_in(text: str) -> Viewport:
    """Return the view that a text names.

    >>> viewport_in("36.75,38.55,8.5")
    Viewport(lat=36.75, lon=38.55, zoom=8.5)

    Raises:
        ValueError: if it names none on a web map.
    """
    number = r"\s*(-?[0-9]{1,3}(?:\.[0-9]+)?)\s*"
    found = re.fullmatch(f"{number},{number},{number}", text)
    view = Viewport(*map(float, found.groups())) if found else None
    if view is None or not is_on_map(view.lat, view.lon, view.zoom):
        message = f'got "{text}" in --view, expected latitude, longitude and zoom such as 36.75,38.55,8.5'
        raise ValueError(message)
    return view
