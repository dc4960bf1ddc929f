"""A table is a CSV file that a person edits; reading it gives the good rows as records and every fault as a problem."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, Union, get_args, get_origin

from pydantic import ValidationError

from geodata import records
from geodata.problem import Problem
from geodata.wording import expectation, hint_for

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

TABLES = Path(__file__).parent / "tables"

KINDS: dict[str, type[records.Record]] = {
    "events": records.Event,
    "sources": records.Source,
    "publishers": records.Publisher,
    "actors": records.Actor,
    "parties": records.Party,
    "places": records.Place,
    "spellings": records.Spelling,
    "holds": records.Hold,
    "periods": records.Period,
    "terms": records.Term,
    "claims": records.Claim,
    "posts": records.Post,
    "front_snapshots": records.FrontSnapshot,
    "front_marks": records.FrontMark,
    "categories": records.Category,
    "controllers": records.Controller,
    "zones": records.Zone,
    "figures": records.Figure,
    "crossing_states": records.CrossingState,
    "wall_sections": records.WallSection,
    "coverage": records.Coverage,
    "statements": records.Statement,
    "settings": records.Setting,
}
"""Every table by the name of its file, with the kind of record that a row becomes."""

SEPARATOR = ";"
"""Stands between several values in one cell."""

R = TypeVar("R", bound=records.Record)


@dataclass(frozen=True, slots=True)
class Rows(Generic[R]):
    """What a table gave."""

    records: tuple[R, ...]
    """The good rows, in their order."""

    numbers: tuple[int, ...]
    """For each record its row as a spreadsheet counts, the header being row 1."""

    problems: tuple[Problem, ...]
    """What was wrong, in the order of the rows."""


def columns_of(kind: type[records.Record]) -> dict[str, FieldInfo]:
    """Return the columns of a kind of record by the names that stand in the header."""
    return {field.alias or name: field for name, field in kind.model_fields.items()}


def _holds_several(annotation: Any) -> bool:  # noqa: ANN401 - an annotation can be anything
    return get_origin(annotation) is tuple


def _may_be_empty(annotation: Any) -> bool:  # noqa: ANN401 - an annotation can be anything
    return get_origin(annotation) in {Union, UnionType} and type(None) in get_args(annotation)


def read_table(path: Path, kind: type[R]) -> Rows[R]:
    """Read one table; never raises for what is in the file.

    Args:
        path: a CSV file, UTF-8, separated by commas or semicolons, with a header.
        kind: the kind of record of its rows.

    Returns:
        The good rows and the problems; a file that cannot be read at all gives one problem and no row.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        return Rows((), (), (Problem(path.name, None, "", str(path.name), "a file that can be read", f"{error.strerror}."),))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        shown = content[error.start : error.end].hex(" ")
        hint = 'Save it as "CSV UTF-8" in the spreadsheet program.'
        return Rows((), (), (Problem(path.name, row, "", f"bytes {shown}", "text in UTF-8", hint),))
    return read_text(text, path.name, kind)


def read_text(text: str, file: str, kind: type[R]) -> Rows[R]:
    """Read the text of one table; see `read_table`. ``file`` is the name that problems give."""
    columns = columns_of(kind)
    reader = csv.reader(io.StringIO(text.replace("\0", "\ufffd"), newline=""), delimiter=_delimiter(text))
    try:
        lines = [(reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells)]
    except csv.Error as error:
        return Rows((), (), (Problem(file, reader.line_num, "", str(error), "a row of cells", "Is a quotation mark missing?"),))
    if not lines:
        return Rows((), (), (Problem(file, None, "", "", f"a header with the columns {', '.join(columns)}", ""),))
    header = [cell.strip() for cell in lines[0][1]]
    problems = _header_problems(file, header, columns)
    found: list[R] = []
    numbers: list[int] = []
    # A row's number is that of its order in the file, as a spreadsheet shows it, not of its line: a cell may hold line ends.
    for number, (_, cells) in enumerate(lines[1:], start=2):
        if len(cells) > len(header):
            extra = ", ".join(cells[len(header) :])
            hint = "A comma inside a value needs quotation marks round the value."
            problems.append(Problem(file, number, "", extra, f"{len(header)} cells, not {len(cells)}", hint))
            continue
        record, wrong = read_row(dict(zip(header, cells, strict=False)), file, number, kind)
        problems += wrong
        if record is not None:
            found.append(record)
            numbers.append(number)
    return Rows(tuple(found), tuple(numbers), tuple(problems))


def _delimiter(text: str) -> str:
    header = text.split("\n", 1)[0]
    return max(",;\t", key=header.count)


def _header_problems(file: str, header: list[str], columns: dict[str, FieldInfo]) -> list[Problem]:
    problems = []
    for name, field in columns.items():
        if header.count(name) > 1:
            problems.append(Problem(file, 1, name, name, "each column once", "The last of them counts."))
        if name not in header and field.is_required():
            known = ", ".join(header)
            problems.append(Problem(file, 1, name, known, f'a column "{name}"', "No row can be read without it."))
    unknown = [name for name in header if name not in columns]
    expected = f"only the columns {', '.join(columns)}"
    problems += [Problem(file, 1, name, name, expected, "The column is left out.") for name in unknown]
    return problems


def read_row(cells: dict[str, str], file: str, number: int, kind: type[R]) -> tuple[R | None, list[Problem]]:
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
        elif typed == "" and (_may_be_empty(field.annotation) or not field.is_required()):
            continue
        else:
            values[name] = typed
    try:
        return kind.model_validate(values), []
    except ValidationError as error:
        problems = []
        for fault in error.errors(include_url=False):
            place = fault["loc"]
            column = str(place[0]) if place else ""
            column = next((name for name, field in columns.items() if column in {name, field.alias}), column)
            value = cells.get(column, "").strip() if column else fault["msg"].removeprefix("Value error, ")
            problems.append(Problem(file, number, column, value, expectation(fault), hint_for(fault, value)))
        return None, list(dict.fromkeys(problems))
