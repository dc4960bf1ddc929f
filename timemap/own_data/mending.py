"""Mending of a table: corrections and accepted values in its recipe."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from geodata.table_import.columns.naming import name_columns
from geodata.table_import.columns.roles import Role
from geodata.table_import.recipe import AcceptedValue, Correction, typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geodata.table_import.columns.matching import Matching
    from geodata.table_import.recipe import Recipe
    from geodata.table_import.sheets import Sheet
    from timemap.own_data.problem_groups import ProblemGroup
    from timemap.own_data.reading import ReadTable

LONGEST_VALUE = 2_000
"""Characters of a value that stands in place of another."""


def mended(read: ReadTable, group: ProblemGroup, meant: str, row: int | None) -> Recipe:
    """Return the recipe with another value in place of one that has a problem.

    Args:
        read: the table.
        group: the problem.
        meant: the value that counts; empty where the cell is to be read as empty.
        row: the row that is meant; ``None`` for every row with this value.
    """
    recipe, sheet = read.brought.recipe, _typed_sheet(read)
    if sheet is None or group.column not in sheet.header:
        return recipe
    rows = group.rows if row is None else (row,)
    places = list(_as_typed(sheet, group.column, rows))
    recipe = _without(recipe, group.column, {number for number, _ in places})
    matching = read.found.matching
    if matching is not None and group.column in matching.roles.get(Role.LATITUDE, ()):
        # A pair may stand there now, by which the column would be taken for one of pairs.
        recipe = recipe.model_copy(update={"columns": matching.recipe})
    corrections: list[tuple[str, int | None]]
    if row is None:
        corrections = [(text, None) for text in dict.fromkeys([group.value, *(text for _, text in places)])]
    else:
        corrections = [(text, number) for number, text in places]
    for text, number in corrections:
        recipe = recipe.with_correction(Correction(column=group.column, typed=text, meant=meant.strip(), row=number))
    return recipe


def accepted(read: ReadTable, group: ProblemGroup, row: int | None) -> Recipe:
    """Return the recipe with a problem accepted.

    What cannot be read is left out, and nothing more is said.

    Args:
        read: the table.
        group: the problem.
        row: the row that is meant; ``None`` for every row with this value.
    """
    return read.brought.recipe.with_accepted(AcceptedValue(column=group.column, value=group.value, row=row))


def with_role(matching: Matching, recipe: Recipe, column: str, role: str) -> Recipe:
    """Return the recipe with another role for a column.

    A role that only one column can have is taken from the other one.

    Args:
        matching: the roles so far.
        recipe: the recipe.
        column: name of the column.
        role: value of its role; empty for none.
    """
    columns = dict(matching.recipe)
    if role and not Role(role).several:
        columns = {name: "" if has == role else has for name, has in columns.items()}
    return recipe.model_copy(update={"columns": {**columns, column: role}})


def without_answer(recipe: Recipe, key: str) -> Recipe:
    """Return the recipe with a question open again."""
    return recipe.model_copy(update={"answers": {name: value for name, value in recipe.answers.items() if name != key}})


def _typed_sheet(read: ReadTable) -> Sheet | None:
    """Return the sheet as it was typed, without corrections."""
    return name_columns(read.opened.sheets[0]) if read.opened.sheets else None


def _as_typed(sheet: Sheet, column: str, rows: Sequence[int]) -> Iterable[tuple[int, str]]:
    """Yield for some rows what was typed in a column."""
    cells = sheet.column(column)
    for place in np.flatnonzero(np.isin(sheet.numbers, rows)).tolist():
        yield int(sheet.numbers[place]), typed(cells[place])


def _without(recipe: Recipe, column: str, rows: set[int]) -> Recipe:
    """Return the recipe without corrections of single cells."""
    kept = tuple(each for each in recipe.corrections if each.column != column or each.row not in rows)
    return recipe.model_copy(update={"corrections": kept})
