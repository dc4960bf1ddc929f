"""Reader of a visitor's tables: events, problems and open questions."""

from __future__ import annotations

from dataclasses import dataclass
from threading import BoundedSemaphore
from typing import TYPE_CHECKING

from geodata.table_import.faults import CellFault, Fault, FaultKind
from geodata.table_import.files.opened import OpenedTable, refusal
from geodata.table_import.files.opening import open_pasted, open_table
from geodata.table_import.importer import COLUMNS, ImportedTable
from timemap.own_data.limits import MOST_ROWS
from timemap.own_data.own_table import OwnTable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from geodata.table_import.importer import Importer
    from timemap.own_data.brought_table import BroughtTable

OF_FILE = ("encoding", "delimiter", "decimal", "sheet", "header")
"""Questions about the file itself: only their answers make it be opened anew."""

_AT_ONCE = BoundedSemaphore(2)
"""Reading a large table takes memory: two are read at the same time, others wait."""


@dataclass(frozen=True, eq=False)
class ReadTable:
    """Table of a visitor with what was read in it."""

    brought: BroughtTable

    opened: OpenedTable

    found: ImportedTable

    own: OwnTable
    """Its events for the map."""


def read_brought(
    table: BroughtTable,
    importer: Importer,
    before: ReadTable | None = None,
    progress: Callable[[float], None] | None = None,
    most_rows: int = MOST_ROWS,
) -> ReadTable:
    """Return what a table says.

    Whatever is wrong with it is a fault of the result, never an error.

    Args:
        table: the table.
        importer: reader for the places of an atlas.
        before: the same table as it was read with other answers; the file is opened anew only where they are about it.
        progress: called with the share of the file that is opened; what it raises stops the reading.
        most_rows: a table of more rows is refused.
    """
    with _AT_ONCE:
        opened = before.opened if before and _is_opened_alike(before.brought, table) else None
        try:
            opened = opened or _open(table, importer, progress)
            found = _found(table, opened, importer, most_rows)
        except (ArithmeticError, AttributeError, LookupError, MemoryError, RuntimeError, TypeError, ValueError):
            # Nothing of what a visitor brought may get into a log, nor leave the page blank.
            opened = refusal(table.file, "a table", "a table that can be read", "Save it as CSV or XLSX and try again.")
            found = _refused(opened)
    return ReadTable(table, opened, found, OwnTable(table.name, found.events, restriction_of(found)))


def _open(table: BroughtTable, importer: Importer, progress: Callable[[float], None] | None) -> OpenedTable:
    answers = table.recipe.answers
    if table.origin != "file":
        return open_pasted(table.content.decode("utf-8", "replace"), answers)
    return open_table(table.content, table.file, answers, places=importer.places, progress=progress)


def _is_opened_alike(one: BroughtTable, other: BroughtTable) -> bool:
    return one.content is other.content and _of_file(one.recipe.answers) == _of_file(other.recipe.answers)


def _of_file(answers: Mapping[str, str]) -> dict[str, str]:
    return {key: answers[key] for key in OF_FILE if key in answers}


def _found(table: BroughtTable, opened: OpenedTable, importer: Importer, most_rows: int) -> ImportedTable:
    rows = len(opened.sheets[0]) if opened.sheets else 0
    if rows > most_rows:
        expected = f"at most {most_rows:,} more rows here"
        hint = "Split the table, or import it with the command line, which takes a million rows."
        fault = Fault(FaultKind.CONSTRAINT, expected, hint=hint)
        return _refused(OpenedTable(faults=(CellFault(table.file, "", None, "", f"{rows:,} rows", fault),)))
    return importer.read(opened, table.file, table.recipe)


def _refused(opened: OpenedTable) -> ImportedTable:
    return ImportedTable(COLUMNS.empty_table(), opened.faults, (), None, None, None)


def restriction_of(found: ImportedTable) -> str:
    """Return why rows may not be passed on; empty where nothing forbids it."""
    known = found.matching.format if found.matching is not None else None
    return known.about.terms if known is not None and known.about.may_be_passed_on is False else ""
