"""Tables of somebody's own events that a command is given."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from geodata.cli.table_import import open_file, open_recipe, report
from geodata.geography import load_geography
from geodata.io.problems import FEW
from geodata.io.signs import visible
from geodata.table_import.importer import Importer
from timemap.own_data.own_table import OwnTable
from timemap.own_data.reading import restriction_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geodata.atlas import Atlas


_NOTHING_WRITTEN = "nothing written"
"""What is said after the reason."""


class OwnTableError(ValueError):
    """Error for a table of which no event may or can travel in a file."""


def read_own_tables(atlas: Atlas, files: Sequence[str], recipe: Path | None, *, restricted: bool) -> list[OwnTable]:
    """Return the tables in files.

    What is wrong with them, and what is still open, goes to the error stream.

    Args:
        atlas: knows places and categories.
        files: their names.
        recipe: answers and corrections for all of them, if any.
        restricted: whether tables are taken whose terms do not allow passing them on.

    Raises:
        OwnTableError: if a file cannot be read, holds no event, or may not be passed on.
    """
    answers = open_recipe(recipe)
    if answers is None:
        raise OwnTableError(_NOTHING_WRITTEN)
    importer = Importer(atlas, load_geography())
    tables = []
    for file in files:
        opened = open_file(file, answers, importer.places)
        if opened is None:
            raise OwnTableError(_NOTHING_WRITTEN)
        name = Path(file).name
        found = importer.read(opened, name, answers)
        for line in report(found, FEW):
            sys.stderr.write(f"{line}\n")
        if not found.events.num_rows:
            message = f'got "{visible(name)}" in --own, expected a table with at least one event'
            raise OwnTableError(message)
        table = OwnTable(name, found.events, restriction_of(found))
        if table.restricted and not restricted:
            message = (
                f'"{visible(name)}" may not be passed on: {table.restricted} '
                "If you keep the file to yourself or have leave, add --allow-restricted."
            )
            raise OwnTableError(message)
        tables.append(table)
    return tables
