"""Command that imports a table: what it says, and what is still open."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from geodata.cli.arguments import can_write, write_files
from geodata.io.problems import FEW, Problem, in_brief
from geodata.io.signs import visible
from geodata.table_import.columns.roles import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geodata.table_import.faults import CellFault
    from geodata.table_import.files.opened import OpenedTable
    from geodata.table_import.importer import ImportedTable
    from geodata.table_import.questions import Question
    from geodata.table_import.recipe import Recipe

PASTED = "-"
ENDINGS = (".csv", ".geojson", ".parquet")
_MOST_PLACES = 8

HELP = "read a table of your own, list what is wrong and write its events"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command to its parser."""
    parser.add_argument("file", metavar="FILE", help=f"a table, or {PASTED} for cells from standard input")
    parser.add_argument("--recipe", type=Path, metavar="FILE", help="answers and corrections of an earlier import")
    parser.add_argument(
        "--save-recipe", type=Path, metavar="FILE", help="write the answers for the next file of its kind"
    )
    parser.add_argument(
        "--answer", type=_pair, action="append", default=[], metavar="QUESTION=ANSWER", help="answer a question"
    )
    parser.add_argument(
        "--column",
        type=column_argument,
        action="append",
        default=[],
        metavar="NAME=ROLE",
        help=f"say what a column holds: {', '.join(role.value for role in Role)}; nothing to leave it out",
    )
    parser.add_argument(
        "--out", type=_out, metavar="FILE", help=f"write the events; the name ends with {', '.join(ENDINGS)}"
    )
    parser.add_argument("--marked", type=Path, metavar="FILE", help="write the table as a workbook with marked faults")
    parser.add_argument("--all", action="store_true", help=f"list every fault, not only the first {FEW} of each column")


def run(given: argparse.Namespace) -> int:
    """Import a table; return 0, or 1 where something is wrong with it."""
    from geodata.atlas import load  # noqa: PLC0415 - only this command needs it
    from geodata.dataset import geography_of  # noqa: PLC0415 - only this command needs it
    from geodata.table_import.event_files import WRITERS  # noqa: PLC0415 - only this command needs it
    from geodata.table_import.importer import Importer  # noqa: PLC0415 - only this command needs it
    from geodata.table_import.marked_workbook import (  # noqa: PLC0415 - only this command needs it
        TooManyRowsError,
        marked_workbook,
    )

    outs = [path for path in (given.out, given.marked, given.save_recipe) if path is not None]
    recipe = _recipe(given)
    if recipe is None or not all(map(can_write, outs)):
        return 1
    atlas = load()
    importer = Importer(atlas, geography_of(atlas))
    opened = open_file(given.file, recipe, importer.places)
    if opened is None:
        return 1
    name = "pasted cells" if given.file == PASTED else Path(given.file).name
    found = importer.read(opened, name, recipe)
    for line in report(found, None if given.all else FEW):
        sys.stdout.write(line + "\n")
    files = {}
    if given.out is not None:
        files[given.out] = WRITERS[given.out.suffix.lower()](found.events)
    if given.save_recipe is not None:
        columns = found.matching.recipe if found.matching is not None else recipe.columns
        files[given.save_recipe] = recipe.model_copy(update={"columns": columns}).json_text().encode()
    if given.marked is not None and found.sheet is not None:
        try:
            files[given.marked] = marked_workbook([found.sheet], found.faults)
        except TooManyRowsError as error:
            sys.stderr.write(f'cannot write "{given.marked}": {error}.\n')
            return 1
    if files and not write_files(files):
        return 1
    return 1 if found.faults or not found.events.num_rows else 0


def _recipe(given: argparse.Namespace) -> Recipe | None:
    """Return the answers of a recipe and of the command; ``None``, after saying why, where it cannot be read."""
    recipe = open_recipe(given.recipe)
    if recipe is None:
        return None
    answers, columns = recipe.answers | dict(given.answer), recipe.columns | dict(given.column)
    return recipe.model_copy(update={"answers": answers, "columns": columns})


def open_recipe(path: Path | None) -> Recipe | None:
    """Return the recipe in a file, an empty one where none is named.

    ``None``, after saying why, where it cannot be read.
    """
    from geodata.table_import.recipe import LONGEST, Recipe, RecipeError, read_recipe  # noqa: PLC0415 - as above

    if path is None:
        return Recipe()
    try:
        with path.open("rb") as file:
            return read_recipe(file.read(LONGEST + 1).decode("utf-8"))
    except OSError as error:
        sys.stderr.write(f'cannot read "{path}": {error.strerror}\n')
    except (UnicodeDecodeError, RecipeError) as error:
        said = error if isinstance(error, RecipeError) else "expected UTF-8 text"
        sys.stderr.write(f'cannot read "{path}": {said}.\n')
    return None


def open_file(file: str, recipe: Recipe, places: frozenset[str]) -> OpenedTable | None:
    """Return a table, or pasted cells from standard input.

    ``None``, after saying why, where it cannot be read.
    """
    from geodata.table_import.files.formats import LARGEST_FILE  # noqa: PLC0415 - as above
    from geodata.table_import.files.opening import open_pasted, open_table  # noqa: PLC0415 - as above

    if file == PASTED:
        return open_pasted(sys.stdin.read(LARGEST_FILE), recipe.answers)
    content = table_bytes(file)
    return None if content is None else open_table(content, Path(file).name, recipe.answers, places=places)


def table_bytes(file: str | Path) -> bytes | None:
    """Return the bytes of a table, one more than a table may have at most.

    ``None``, after saying why, where it cannot be read.
    """
    from geodata.table_import.files.formats import LARGEST_FILE  # noqa: PLC0415 - as above

    try:
        with Path(file).open("rb") as source:
            return source.read(LARGEST_FILE + 1)
    except OSError as error:
        sys.stderr.write(f'cannot read "{file}": {error.strerror}\n')
        return None


def report(found: ImportedTable, most: int | None) -> Iterator[str]:
    """Yield what a person reads of an import, a line each."""
    yield from found.notes
    if found.matching is not None:
        if found.matching.format is not None:
            yield f"Format: {found.matching.format.name}."
        for role, names in found.matching.roles.items():
            yield f"{role.label}: {', '.join(f'“{visible(name)}”' for name in names)}"
        if found.matching.unused:
            yield f"Not used: {', '.join(map(visible, found.matching.unused))}"
    if found.positions is not None and found.positions.by_name:
        places = found.positions.by_name
        named = "; ".join(f"{visible(one.text)} = {one.match.name}" for one in places[:_MOST_PLACES] if one.match)
        more = f"; and {len(places) - _MOST_PLACES:,} more" if len(places) > _MOST_PLACES else ""
        yield f"Placed by name: {named}{more}"
    yield from in_brief(map(as_problem, found.faults), most)
    for question in found.questions:
        yield from _asked(question)
    rows = f"{found.rows:,} row{'' if found.rows == 1 else 's'}"
    events = f"{found.events.num_rows:,} event{'' if found.events.num_rows == 1 else 's'}"
    replaced = f", {len(found.replaced):,} replaced by later ones" if found.replaced else ""
    yield f"{events} from {rows}{replaced}; {found.left_out:,} left out."


def as_problem(each: CellFault) -> Problem:
    """Return a fault in the form in which problems of tables are told."""
    file = f"{each.file}, sheet {each.sheet}" if each.sheet else each.file
    suggestion = f"Suggestion: {each.fault.suggestion}." if each.fault.suggestion else ""
    hint = " ".join(filter(None, (suggestion, each.fault.hint)))
    return Problem(file, each.row, each.column, each.value, each.fault.expected, hint)


def _asked(question: Question) -> Iterator[str]:
    yield f"{question.text}"
    for option in question.options:
        preview = f" ({'; '.join(map(visible, option.preview))})" if option.preview else ""
        yield f'  --answer "{visible(question.key)}={visible(option.value)}": {visible(option.label)}{preview}'


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.rpartition("=")
    if not (key and equals):
        message = f'got "{text}", expected a question and its answer such as date-order:Date=day-first'
        raise argparse.ArgumentTypeError(message)
    return key, value


def column_argument(text: str) -> tuple[str, str]:
    """Return the column and the role that an argument names.

    Raises:
        argparse.ArgumentTypeError: if there is no such role.
    """
    name, equals, role = text.rpartition("=")
    if not (name and equals) or (role and role not in {one.value for one in Role}):
        message = f'got "{text}", expected a column and its role such as Datum=start'
        raise argparse.ArgumentTypeError(message)
    return name, role


def _out(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in ENDINGS:
        message = f'got "{text}", expected a name that ends with {", ".join(ENDINGS)}'
        raise argparse.ArgumentTypeError(message)
    return path
