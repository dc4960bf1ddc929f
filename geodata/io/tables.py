"""Reader of tables: CSV rows as records, faults as problems."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Generic, TypeVar, Union, get_args, get_origin

from pydantic import ValidationError

from geodata.data import DATA, other_atlas
from geodata.io.csv_reader import LONGEST_CELL, read_file, split
from geodata.io.messages import expectation, hint_for, list_hint
from geodata.io.problems import Problem
from geodata.io.signs import clean_code, clean_header, clean_list, clean_name, clean_text, name_of, refused_sign
from geodata.records.base import Record
from geodata.records.references import REFERENCES
from geodata.records.tables import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from pydantic.fields import FieldInfo

    from geodata.io.csv_reader import Cells

TABLES = DATA / "tables"
"""Folder of our own tables."""

SEPARATOR = ";"
"""Stands between several values in one cell."""

MOST_HINTED = 1_000
"""So many problems of a table come with hints; nobody reads more, and looking for them takes long."""

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

    is_filled: bool = False
    """Whether there is no such file: the records follow from other tables."""

    def __iter__(self) -> Iterator[tuple[int, R]]:
        """Yield each record with the number of its row."""
        return zip(self.numbers, self.records, strict=True)


@dataclass(frozen=True, slots=True)
class Place:
    """Place of a row that is read."""

    file: str
    """Name of the file, as problems give it."""
    row: int
    """Row as a spreadsheet counts."""
    with_hints: bool
    """Whether problems of the row come with hints."""


def tables_folder() -> Path:
    """Return the folder of the tables that are read.

    In another atlas they may lie in the folder itself.
    """
    other = other_atlas()
    if other is None:
        return TABLES
    return other / "tables" if (other / "tables").is_dir() else other


@cache
def columns_of(kind: type[Record]) -> Mapping[str, FieldInfo]:
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
    header = [clean_header(cell) for cell in lines[0][1]]
    missing = [name for name, field in columns.items() if name not in header and field.is_required()]
    problems += _header_problems(file, lines[0][0], header, missing, list(columns))
    if missing:
        return Rows(file, problems=tuple(problems))
    found: list[R] = []
    numbers: list[int] = []
    lost: set[str] = set()
    for number, cells in lines[1:]:
        record, wrong = _read_cells(cells, header, Place(file, number, with_hints=len(problems) < MOST_HINTED), kind)
        problems += wrong
        if record is None:
            lost.add(clean_name(cells[0]).strip())
        else:
            found.append(record)
            numbers.append(number)
    return Rows(file, tuple(found), tuple(numbers), tuple(problems), frozenset(lost))


def _header_problems(file: str, row: int, header: Cells, missing: Cells, known: Cells) -> list[Problem]:
    shown = ", ".join(header)
    unknown = [name for name in dict.fromkeys(header) if name and name not in known]
    problems = []
    for name in missing:
        close = get_close_matches(name, [other.lower() for other in unknown], n=1)
        typed = next((other for other in unknown if [other.lower()] == close), "")
        hint = f'Did you mean "{typed}"? Rename it to "{name}".' if typed else "No rows can be read without it."
        problems.append(Problem(file, row, name, shown, f'a column "{name}"', hint))
    expected = f"only these columns: {', '.join(known)}"
    problems += [Problem(file, row, name, name, expected, "This column is ignored.") for name in unknown]
    twice = [name for name in dict.fromkeys(header) if name and header.count(name) > 1]
    problems += [Problem(file, row, name, name, "each column only once", "The last one is used.") for name in twice]
    return problems


def _read_cells(cells: Cells, header: Cells, place: Place, kind: type[R]) -> tuple[R | None, tuple[Problem, ...]]:
    if len(cells) > len(header):
        extra = ", ".join(cells[len(header) :])
        hint = "Put quotation marks around a value that contains a comma."
        return None, (Problem(place.file, place.row, "", extra, f"{len(header)} cells, not {len(cells)}", hint),)
    return _read_row(dict(zip(header, cells, strict=False)), place, kind)


def _read_row(cells: dict[str, str], place: Place, kind: type[R]) -> tuple[R | None, tuple[Problem, ...]]:
    """Read one row: a record and no problem, or no record and what was wrong with its cells.

    Args:
        cells: values as typed, by column.
        place: where the row stands, for problems.
        kind: the kind of record.
    """
    columns, cleaned = columns_of(kind), _cleaners(kind)
    typed = {name: cleaned[name](cells.get(name, "")).strip() for name in columns}
    refused = [problem for name in columns if (problem := _refused(place, name, typed[name]))]
    if refused:
        return None, tuple(refused)
    values: dict[str, object] = {}
    for name, field in columns.items():
        if _holds_several(field.annotation):
            values[name] = tuple(part.strip() for part in typed[name].split(SEPARATOR) if part.strip())
        elif typed[name] or (field.is_required() and not _may_be_empty(field.annotation)):
            values[name] = typed[name]
    try:
        return kind.model_validate(values), ()
    except ValidationError as error:
        return None, tuple(dict.fromkeys(_faults(error, kind, typed, place)))


def _faults(error: ValidationError, kind: type[Record], typed: dict[str, str], place: Place) -> Iterator[Problem]:
    """Yield what a record's type found wrong with the cells of a row."""
    columns, faults = columns_of(kind), error.errors(include_url=False)
    with_bad_values = {fault["loc"][0] for fault in faults if len(fault["loc"]) > 1}
    for fault in faults:
        first = fault["loc"][0] if fault["loc"] else fault.get("ctx", {}).get("column", "")
        if fault["type"] == "too_short" and first in with_bad_values:  # they are only missing because they are bad
            continue
        column = next((name for name, field in columns.items() if first in {name, field.alias}), str(first))
        value, hint = typed.get(column, ""), ""
        if place.with_hints:
            several = column in columns and _holds_several(columns[column].annotation)
            hint = (list_hint(value) if several else "") or hint_for(fault, value)
        yield Problem(place.file, place.row, column, value, expectation(fault), hint)


def _refused(place: Place, column: str, value: str) -> Problem | None:
    """Return the problem of a value that no cell may hold, whatever its column."""
    if len(value) > LONGEST_CELL:
        expected, hint = f"at most {LONGEST_CELL:,} characters in a cell", "Is a quotation mark missing?"
        return Problem(place.file, place.row, column, value, expected, hint)
    if sign := refused_sign(value):
        hint = "The file is damaged. Download or copy it again." if sign == "\0" else "Delete it."
        return Problem(place.file, place.row, column, value, f"text without {name_of(sign)}", hint)
    return None


@cache
def _cleaners(kind: type[Record]) -> dict[str, Callable[[str], str]]:
    """Return for each column what reads the signs in it as they are meant."""
    return {name: _cleaner(field, is_name=name in _names(kind)) for name, field in columns_of(kind).items()}


def _cleaner(field: FieldInfo, *, is_name: bool) -> Callable[[str], str]:
    if _holds_several(field.annotation):
        of_codes = get_args(field.annotation)[0] is not str
        return lambda text: (clean_code if of_codes else clean_name)(clean_list(text))
    if field.annotation is not str or any(getattr(rule, "pattern", None) for rule in field.metadata):
        return clean_code
    return clean_name if is_name else clean_text


def _names(kind: type[Record]) -> set[str]:
    """Return the columns of a kind of record by which rows are looked up, or that look up others."""
    first = next(iter(columns_of(kind)))
    return {first, *(column for table, column, _ in REFERENCES if KINDS[table] is kind)}


def _holds_several(annotation: object) -> bool:
    return get_origin(annotation) is tuple


def _may_be_empty(annotation: object) -> bool:
    return get_origin(annotation) in {Union, UnionType} and type(None) in get_args(annotation)
