"""Command line of the data: check, import, count, update and more."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from geodata import __version__
from geodata.atlas import atlas_of, read_atlas_tables
from geodata.cli import base, compare, count, new, table_import, update
from geodata.cli.arguments import (
    add_atlas_option,
    check_atlas,
    count_argument,
    day_argument,
    reading_atlas,
)
from geodata.cli.console import prepare_console
from geodata.io.problems import FEW, in_brief
from geodata.records.tables import KINDS

if TYPE_CHECKING:
    from typing import Any

    from geodata.io.tables import Rows

_MODULES = {"import": table_import, "count": count, "update": update, "compare": compare, "new": new, "base": base}
"""Commands with a module of their own, which has `HELP`, `add_options` and `run`."""


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m geodata",
        description="Check and build the data, import and count tables, and report who held which area.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command")
    check = commands.add_parser("check", help="check all tables and lessons and list their problems")
    check.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="a table to check instead of ours, or a lesson"
    )
    check.add_argument(
        "--all", action="store_true", help=f"list every problem, not only the first {FEW} of each column"
    )
    check.add_argument(
        "--one-sided",
        action="store_true",
        help="list events of violence, trials or sanctions with sources from one side only",
    )
    check.add_argument("--verbose", action="store_true", help="also count the rows of every table")
    for name, module in _MODULES.items():
        module.add_options(commands.add_parser(name, help=module.HELP))
    release = commands.add_parser("release", help="record the published ids, so that none gets lost")
    release.add_argument("--drop", nargs="+", default=[], metavar="ID", help="ids that are dropped on purpose")
    build = commands.add_parser("build", help="build the base map from its source packages")
    build.add_argument("--node-modules", type=Path, required=True, help="the folder with the @geo-maps packages")
    build.add_argument("--natural-earth", type=Path, help="the folder with the ne_10m shapefiles")
    areas = commands.add_parser("areas", help="report area by holder on a day or over time")
    areas.add_argument("day", type=day_argument, metavar="DATE", nargs="?", help="such as 2019-11-01")
    areas.add_argument("--geojson", type=Path, metavar="FILE", help="also write the areas and lines of the day to FILE")
    areas.add_argument(
        "--against", type=day_argument, metavar="DATE", help="report what changed hands between DATE and this day"
    )
    areas.add_argument("--why", metavar="ID", help="explain the evidence for the area of this holder")
    areas.add_argument("--at", metavar="PLACE", help="with --why: only the connected area that contains this place")
    areas.add_argument("--series", type=Path, metavar="FILE", help="write the areas on every day of change as CSV")
    areas.add_argument(
        "--resample",
        type=count_argument,
        metavar="N",
        nargs="?",
        const=0,
        help="recompute the uncertainty ranges from N bootstrap resamples and store them",
    )
    areas.add_argument("--seed", type=count_argument, metavar="S", help="random seed of the resamples")
    areas.set_defaults(refuse=areas.error)
    for reader in (parser, *commands.choices.values()):
        add_atlas_option(reader)
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run a command; return 0, or 1 where there are problems."""
    prepare_console()
    parser = build_parser()
    words = sys.argv[1:] if arguments is None else arguments
    given = parser.parse_args(words)
    if given.command is None:
        if "atlas" not in given:
            parser.error("expected a command")
        given = parser.parse_args([*words, "check"])  # an atlas alone is checked
    with reading_atlas(getattr(given, "atlas", None)):
        if given.command != "new":
            check_atlas(parser)
        return _run(given)


def _run(given: argparse.Namespace) -> int:
    """Do what a command asks for and return the exit code."""
    if given.command == "check" and given.one_sided:
        return _one_sided(given.files)
    if given.command == "check":
        return _check(given.files, None if given.all else FEW, counts=given.verbose)
    if given.command in _MODULES:
        code: int = _MODULES[given.command].run(given)
        return code
    if given.command == "release":
        from geodata.cli.release import run as run_release  # noqa: PLC0415 - only this command needs it

        return run_release(given.drop)
    if given.command == "build":
        return _build(given.node_modules, given.natural_earth)
    if given.day is None and given.series is None and given.resample is None:
        given.refuse("expected a DATE, --series or --resample")
    if given.day is None:
        needless = [name for name in ("geojson", "against", "why") if getattr(given, name) is not None]
        if needless:
            given.refuse(f"--{needless[0]} needs a DATE")
    if given.at is not None and given.why is None:
        given.refuse("--at is only valid with --why")
    return _areas(given)


def _check(files: list[Path], most: int | None, *, counts: bool) -> int:
    from geodata.checks import check_lessons, check_tables  # noqa: PLC0415 - only this command needs it
    from geodata.checks.released_ids import (  # noqa: PLC0415 - only this command needs it
        changes_of_rows,
        check_released_ids,
        read_release,
        release_of,
    )
    from geodata.dataset import geography_of  # noqa: PLC0415 - only this command needs it
    from geodata.lessons.lesson_file import is_lesson  # noqa: PLC0415 - only this command needs it
    from geodata.lessons.reader import read_lesson, read_lessons  # noqa: PLC0415 - only this command needs it

    lessons = [read_lesson(file) for file in files if is_lesson(file)] if files else read_lessons()
    tables = _tables_with([file for file in files if not is_lesson(file)])
    if tables is None:
        return 1
    now, last = release_of(tables, lessons), read_release()
    atlas = atlas_of(tables)
    problems = (*check_tables(tables, geography_of(atlas)), *check_lessons(lessons, atlas))
    if not files:
        problems += tuple(check_released_ids(tables, now, last))
    inside = {problem.file for read in lessons for problem in read.problems}  # of what lies in a zip file, too
    names = {file.name for file in files} | {read.file for read in lessons} | inside if files else set()
    names = names or {problem.file for problem in problems}
    own = [problem for problem in problems if problem.file in names]
    for sentence in in_brief(own, most):
        sys.stdout.write(sentence + "\n")
    if others := len(problems) - len(own):
        elsewhere = f"{_counted(others, 'problem')} in other tables"
        sys.stdout.write(f"{elsewhere}, whose rows refer to values missing from the given file.\n")
    where = f"{', '.join(sorted(names))}, checked with the other tables: " if files else ""
    rows = sum(len(table.records) for table in tables.values())
    counted = tables if counts else {_table_of(file) for file in files if not is_lesson(file)}
    told = ", ".join(f"{len(tables[name].records):,} {name}".replace("_", " ") for name in tables if name in counted)
    of_tables = f"{len(tables)} tables with {rows:,} rows" + (f": {told}" if told else "")
    found = _counted(len(own), "problem") if own else "no problems"
    scenes = sum(len(read.lesson.scenes) for read in lessons)
    taught = f"{_counted(len(lessons), 'lesson')} with {_counted(scenes, 'scene')}"
    sys.stdout.write(f"{found.capitalize()} in {where}{of_tables}; {taught}.\n")
    if not files and last.version and (changes := changes_of_rows(now, last)):
        sys.stdout.write(f"Rows since the last release: {changes}.\n")
    return 1 if own else 0


def _one_sided(files: list[Path]) -> int:
    from geodata.checks.one_sided import one_sided_lines  # noqa: PLC0415 - only this command needs it

    tables = _tables_with(files)
    if tables is None:
        return 1
    problems = [problem for rows in tables.values() for problem in rows.problems]
    for sentence in in_brief(problems, FEW):
        sys.stderr.write(sentence + "\n")
    for line in one_sided_lines(atlas_of(tables)):
        sys.stdout.write(line + "\n")
    return 1 if problems else 0


def _tables_with(files: list[Path]) -> dict[str, Rows[Any]] | None:
    """Return all tables, some files in place of ours.

    None where a file stands for no table, and say so.
    """
    instead = {_table_of(file): file for file in files}
    if "" in instead:
        known = ", ".join(KINDS)
        sys.stderr.write(f"{instead['']}: the file name must be, or end with, the name of a table: {known}.\n")
        return None
    return read_atlas_tables(instead=instead)


def _counted(number: int, what: str) -> str:
    return f"1 {what}" if number == 1 else f"{number:,} {what}s"


def _table_of(file: Path) -> str:
    """Return the table that a file stands for: events.csv and my-events.csv stand for the events; empty for none."""
    stem = "_" + file.stem.lower().replace("-", "_").replace(" ", "_")
    return max((name for name in KINDS if stem.endswith(f"_{name}")), key=len, default="")


def _build(node_modules: Path, natural_earth: Path | None) -> int:
    from geodata.base_map_build import MissingSourceError, build_base  # noqa: PLC0415 - needs packages that only a build needs
    from geodata.geography import BASE  # noqa: PLC0415 - only this command needs it

    try:
        build_base(BASE, node_modules=node_modules, natural_earth=natural_earth)
    except MissingSourceError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f'cannot build: "{error.filename}": {error.strerror}\n')
        return 1
    return 0


def _areas(given: argparse.Namespace) -> int:
    from geodata.cli.areas import run  # noqa: PLC0415 - only this command needs it

    return run(given)
