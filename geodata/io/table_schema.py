"""Schemas of our tables as Table Schema of Frictionless Data."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from geodata.io.csv_writer import to_csv
from geodata.io.tables import SEPARATOR, columns_of
from geodata.records.notes import field_notes, plain
from geodata.records.references import REFERENCES
from geodata.records.tables import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geodata.records.base import Record

BETWEEN = f"{SEPARATOR} "
"""Stands between several values in one cell."""

YES, NO = "yes", "no"

SEVERAL = f'Several values, separated by "{BETWEEN}".'
"""Note on a column with several values in a cell: Table Schema has no type for it that all programs know."""

_CONSTRAINTS = (
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "pattern",
    "minLength",
    "maxLength",
    "enum",
)
"""Constraints that JSON Schema and Table Schema call by one name."""

_KEYS = frozenset(("id", "code"))
"""Names of first columns of which each value is there once."""


def columns_in(table: str, records: Sequence[Record]) -> tuple[str, ...]:
    """Return the columns of a table that records need.

    Those that may be missing and that no row fills are left out, such as the names in languages that an atlas lacks.
    """
    kind = KINDS[table]
    attributes = {field.alias or name: name for name, field in kind.model_fields.items()}
    return tuple(
        column
        for column, field in columns_of(kind).items()
        if field.is_required() or any(getattr(record, attributes[column]) != field.default for record in records)
    )


def schema_of(table: str, columns: Iterable[str] | None = None) -> dict[str, Any]:
    """Return the schema of a table, by the table's name.

    >>> schema_of("settings")["fields"][0]["name"], schema_of("settings")["primaryKey"]
    ('id', ['id'])

    Args:
        table: its name.
        columns: those that it has; all where none are given.
    """
    kind = KINDS[table]
    described = _described(kind)
    present = tuple(columns_of(kind) if columns is None else columns)
    fields = [_field(kind, column, described) for column in present]
    first = fields[0]["name"]
    several = {field["name"] for field in fields if SEVERAL in field.get("description", "")}
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""]}
    if first in _KEYS:
        schema["primaryKey"] = [first]
    one_value = [column for column in present if column not in several]
    if keys := [
        _reference(column, other) for name, column, other in REFERENCES if name == table and column in one_value
    ]:
        schema["foreignKeys"] = keys
    return schema


def about(table: str) -> str:
    """Return what a row of a table is, in a sentence or two."""
    return plain(KINDS[table].__doc__ or "")


def table_csv(columns: Sequence[str], records: Iterable[Record]) -> bytes:
    """Return records as CSV in UTF-8, as `schema_of` tells it.

    Args:
        columns: of their table that are wanted.
        records: the rows.
    """
    dumped = (record.model_dump(mode="json", by_alias=True) for record in records)
    return to_csv(columns, ([_cell(row[column]) for column in columns] for row in dumped)).removeprefix(b"\xef\xbb\xbf")


def _cell(value: Any) -> str | float:  # noqa: ANN401 - a value of any column
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, list):
        return BETWEEN.join(map(str, value))
    return "" if value is None else value if isinstance(value, int | float) else str(value)


@cache
def _described(kind: type[Record]) -> Mapping[str, Any]:
    return kind.model_json_schema()


def _field(kind: type[Record], column: str, described: Mapping[str, Any]) -> dict[str, Any]:
    """Return the description of a column."""
    told = described["properties"][column]
    told = next((one for one in told.get("anyOf", ()) if one.get("type") != "null"), told)
    told = described["$defs"][told["$ref"].rpartition("/")[2]] if "$ref" in told else told
    is_list = told["type"] == "array"
    field: dict[str, Any] = {"name": column, "type": _type(told)}
    attribute = next(name for name, one in kind.model_fields.items() if (one.alias or name) == column)
    notes = (field_notes(kind).get(attribute, ""), SEVERAL if is_list else "")
    if any(notes):
        field["description"] = " ".join(filter(None, notes))
    if field["type"] == "boolean":
        field |= {"trueValues": [YES], "falseValues": [NO]}
    constraints = {key: told[key] for key in _CONSTRAINTS if key in told and not is_list}
    if is_list and told.get("minItems"):
        constraints["required"] = True
    if columns_of(kind)[column].is_required() and not is_list and _may_not_be_empty(field["type"], constraints):
        constraints["required"] = True
    if constraints:
        field["constraints"] = constraints
    return field


def _type(told: Mapping[str, Any]) -> str:
    """Return the type of Table Schema for one of JSON Schema."""
    if told.get("format") == "date":
        return "date"
    return "string" if told["type"] == "array" else str(told["type"])


def _may_not_be_empty(type_: str, constraints: Mapping[str, Any]) -> bool:
    """Return whether no cell of a required column is empty.

    A text without limits may be.
    """
    return type_ != "string" or bool(constraints.keys() & {"minLength", "enum", "pattern"})


def _reference(column: str, other: str) -> dict[str, Any]:
    first = next(iter(columns_of(KINDS[other])))
    return {"fields": [column], "reference": {"resource": other, "fields": [first]}}
