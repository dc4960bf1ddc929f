"""Reader of tables: CSV rows as records, faults as problems."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from types import UnionType
from typing import TYPE_CHECKING, Generic, TypeVar, Union, get_args, get_origin

from pydantic import ValidationError

from geodata.data import DATA
from geodata.io.csv_reader import read_file, split
from geodata.io.messages import expectation, hint_for
from geodata.io.problems import Problem
from geodata.records.base import Record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic.fields import FieldInfo

    from geodata.io.csv_reader import Cells

TABLES = DATA / "tables"

SEPARATOR = ";"
"""Stands between several values in one cell."""

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Rows(Generic[R]):
    """Records of a table, and the problems of its reading."""

    file: str
    """Name of the file, as problems give it."""
    records: tuple[R, ...] = ()
    """The good rows, in their order."""
    numbers: tuple[int, ...] = ()
    """For each record its row as a spreadsheet counts, the header being row 1."""
    problems: tuple[Problem, ...] = ()
    """What was wrong, in the order of the rows."""
    lost: frozenset[str] = frozenset()
    """What stands in the first column of the rows that are no records, so that nobody looks for them in vain."""

    def __iter__(self) -> Iterator[tuple[int, R]]:
        """Yield each record with the number of its row."""
        return zip(self.numbers, self.records, strict=True)


def columns_of(kind: type[Record]) -> dict[str, FieldInfo]:
    """Return the columns of a kind of record, by their names in the header."""
    return {field.alias or name: field for name, field in kind.model_fields.items()}


def read_table(path: Path, kind: type[R]) -> Rows[R]:
    """Read one table; never raises for what is in the file.

    Args:
        path: a CSV file, UTF-8, separated by commas, semicolons or tabs, with a header.
        kind: the kind of record of its rows.

    Returns:
        The good rows and the problems; a file that cannot be read at all gives one problem and no row.
    """
    text = read_file(path)
    return Rows(path.name, problems=(text,)) if isinstance(text, Problem) else read_text(text, path.name, kind)


def read_text(text: str, file: str, kind: type[R]) -> Rows[R]:
    """Read the text of one table.

    See `read_table`. ``file`` is the name that problems give.
    """
    columns = columns_of(kind)
    lines, problems = split(text, file)
    if not lines:
        expected = f"a header with the columns {', '.join(columns)}"
        return Rows(file, problems=(*problems, Problem(file, None, "", "", expected)))
    header = [cell.strip() for cell in lines[0][1]]
    missing = [name for name, field in columns.items() if name not in header and field.is_required()]
    problems += _header_problems(file, lines[0][0], header, missing, list(columns))
    if missing:
        return Rows(file, problems=tuple(problems))
    found: list[R] = []
    numbers: list[int] = []
    lost: set[str] = set()
    for number, cells in lines[1:]:
        record, wrong = _read_cells(cells, header, file, number, kind)
        problems += wrong
        if record is None:
            lost.add(cells[0].strip())
        else:
            found.append(record)
            numbers.append(number)
    return Rows(file, tuple(found), tuple(numbers), tuple(problems), frozenset(lost))


def _header_problems(file: str, row: int, header: Cells, missing: Cells, known: Cells) -> list[Problem]:
    shown = ", ".join(header)
    unknown = [name for name in dict.fromkeys(header) if name not in known]
    problems = []
    for name in missing:
        close = get_close_matches(name, [other.lower() for other in unknown], n=1)
        typed = next((other for other in unknown if [other.lower()] == close), "")
        hint = f'Did you mean "{typed}"? Rename it to "{name}".' if typed else "No rows can be read without it."
        problems.append(Problem(file, row, name, shown, f'a column "{name}"', hint))
    expected = f"only these columns: {', '.join(known)}"
    problems += [Problem(file, row, name, name, expected, "This column is ignored.") for name in unknown]
    twice = [name for name in dict.fromkeys(header) if header.count(name) > 1]
    problems += [Problem(file, row, name, name, "each column only once", "The last one is used.") for name in twice]
    return problems


def _read_cells(
    cells: Cells, header: Cells, file: str, number: int, kind: type[R]
) -> tuple[R | None, tuple[Problem, ...]]:
    if len(cells) > len(header) and any(cells[len(header) :]):
        extra = ", ".join(cells[len(header) :])
        hint = "Put quotation marks around a value that contains a comma."
        return None, (Problem(file, number, "", extra, f"{len(header)} cells, not {len(cells)}", hint),)
    return _read_row(dict(zip(header, cells, strict=False)), file, number, kind)


def _read_row(cells: dict[str, str], file: str, number: int, kind: type[R]) -> tuple[R | None, tuple[Problem, ...]]:
    """Read one row: a record and no problem, or no record and what was wrong with its cells.

    Args:
        cells: values as typed, by column.
        file: name of the file, for problems.
        number: row as a spreadsheet counts.
        kind: the kind of record.
    """
    columns = columns_of(kind)
    values: dict[str, object] = {}
    for name, field in columns.items():
        typed = cells.get(name, "").strip()
        if _holds_several(field.annotation):
            values[name] = tuple(part.strip() for part in typed.split(SEPARATOR) if part.strip())
        elif typed or (field.is_required() and not _may_be_empty(field.annotation)):
            values[name] = typed
    try:
        return kind.model_validate(values), ()
    except ValidationError as error:
        problems = []
        for fault in error.errors(include_url=False):
            first = fault["loc"][0] if fault["loc"] else fault.get("ctx", {}).get("column", "")
            column = next((name for name, field in columns.items() if first in {name, field.alias}), str(first))
            value = cells.get(column, "").strip()
            problems.append(Problem(file, number, column, value, expectation(fault), hint_for(fault, value)))
        return None, tuple(dict.fromkeys(problems))


def _holds_several(annotation: object) -> bool:
    return get_origin(annotation) is tuple


def _may_be_empty(annotation: object) -> bool:
    return get_origin(annotation) in {Union, UnionType} and type(None) in get_args(annotation)
