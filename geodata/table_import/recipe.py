"""Recipe of an import: answers, columns and corrections, kept as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from geodata.table_import.sheets import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from geodata.table_import.sheets import Cell

LONGEST = 5_000_000
"""Characters of a recipe; a longer one is none."""


class RecipeError(ValueError):
    """A recipe that cannot be read, with where and what was expected."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Correction(_Part):
    """Value that stands in place of another one."""

    column: str
    """Name of the column in the file."""

    typed: str
    """The value as it stands in the file."""

    meant: str
    """The value that counts; empty where the cell is to be read as empty."""

    row: Annotated[int, Field(ge=1)] | None = None
    """Row as a spreadsheet counts; ``None`` for every row with this value."""


class AcceptedValue(_Part):
    """Value whose fault was accepted.

    It stays left out, and nothing more is said.
    """

    column: str
    """Name of the column in the file; empty where the fault is one of the whole row."""

    value: str
    """The value as it stands, after corrections."""

    row: Annotated[int, Field(ge=1)] | None = None
    """Row as a spreadsheet counts; ``None`` for every row with this value."""


class Recipe(_Part):
    """Answers to all that a table leaves open.

    With it the next file of the same kind needs no question.
    """

    recipe: Literal[1] = 1
    """Version of this form."""

    answers: dict[str, str] = {}
    """Answers by the keys of their questions."""

    columns: dict[str, str] = {}
    """Roles by names in the header, where they were chosen."""

    corrections: tuple[Correction, ...] = ()
    """Corrections of cells; those of one row count before those of all rows."""

    accepted: tuple[str, ...] = ()
    """Columns whose faults were accepted: a row without that value is taken all the same."""

    accepted_values: tuple[AcceptedValue, ...] = ()
    """Values whose faults were accepted."""

    def with_answer(self, key: str, value: str) -> Recipe:
        """Return the recipe with one more answer, or another one."""
        return self.model_copy(update={"answers": self.answers | {key: value}})

    def with_accepted(self, value: AcceptedValue) -> Recipe:
        """Return the recipe with one more value whose faults are accepted."""
        return self.model_copy(update={"accepted_values": tuple(dict.fromkeys((*self.accepted_values, value)))})

    def acceptance(self) -> Callable[[str, str, int | None], bool]:
        """Return the test whether the faults of a cell are accepted.

        It takes column, value and row.

        >>> recipe = Recipe(accepted=("deaths",), accepted_values=(AcceptedValue(column="date", value="?"),))
        >>> accepts = recipe.acceptance()
        >>> accepts("deaths", "x", 4), accepts("date", "?", 5), accepts("date", "x", 5)
        (True, True, False)
        """
        columns = frozenset(self.accepted)
        values = frozenset((each.column, each.value, each.row) for each in self.accepted_values)

        def accepts(column: str, value: str, row: int | None) -> bool:
            return column in columns or (column, value, row) in values or (column, value, None) in values

        return accepts

    def with_correction(self, correction: Correction) -> Recipe:
        """Return the recipe with one more correction, or another one."""
        place = (correction.column, correction.typed, correction.row)
        kept = tuple(each for each in self.corrections if (each.column, each.typed, each.row) != place)
        return self.model_copy(update={"corrections": (*kept, correction)})

    def json_text(self) -> str:
        """Return the recipe as JSON."""
        return self.model_dump_json(indent=2, exclude_defaults=True) + "\n"


def read_recipe(text: str) -> Recipe:
    """Read a recipe.

    >>> read_recipe('{"answers": {"encoding": "cp1254"}}').answers
    {'encoding': 'cp1254'}

    Raises:
        RecipeError: if it is none, with the first place that is wrong.
    """
    if len(text) > LONGEST:
        message = f"expected a recipe of at most {LONGEST:,} characters, got {len(text):,}"
        raise RecipeError(message)
    try:
        return Recipe.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        if first["type"] == "json_invalid":
            message = "expected a recipe in JSON, as the import wrote it"
        else:
            place = ".".join(map(str, first["loc"])) or "the recipe"
            message = f"{place}: expected another value; a recipe is written by the import itself"
        raise RecipeError(message) from error


def corrected(sheet: Sheet, recipe: Recipe) -> Sheet:
    """Return a sheet with the corrections of a recipe in place of its cells.

    A correction of a column or a value that the sheet does not have changes nothing.
    """
    by_column: dict[str, list[Correction]] = {}
    for each in recipe.corrections:
        by_column.setdefault(each.column, []).append(each)
    columns = tuple(
        _corrected(cells, by_column[name], sheet) if name in by_column else cells
        for name, cells in zip(sheet.header, sheet.columns, strict=True)
    )
    return Sheet(sheet.name, sheet.header, columns, sheet.numbers)


def typed(cell: Cell) -> str:
    """Return a cell as a person reads it; empty for an empty one."""
    return "" if cell is None else str(cell)


def _corrected(cells: Sequence[Cell], corrections: Sequence[Correction], sheet: Sheet) -> Sequence[Cell]:
    everywhere = {each.typed: each.meant or None for each in corrections if each.row is None}
    single = {(each.row, each.typed): each.meant or None for each in corrections if each.row is not None}
    return [
        single[place] if (place := (int(number), text := typed(cell))) in single else everywhere.get(text, cell)
        for number, cell in zip(sheet.numbers, cells, strict=True)
    ]
