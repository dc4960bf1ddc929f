"""Guide to the tables, made from their records: columns and meaning."""

from __future__ import annotations

import inspect
from enum import Enum
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

import annotated_types
import pydantic

from geodata.io.tables import columns_of
from geodata.records import fields
from geodata.records.notes import field_notes, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from geodata.records.base import Record

_NAMED = (
    (fields.Slug, "id"),
    (fields.Day, "day"),
    (fields.EndDay, "day"),
    (fields.Latitude, "degrees north"),
    (fields.Longitude, "degrees east"),
    (fields.Colour, "colour such as `#2f6db5`"),
)


def tables_guide(kinds: Mapping[str, type[Record]]) -> str:
    """Return tables with their columns as Markdown, each under a heading."""
    return "\n\n".join(_table(name, kind) for name, kind in kinds.items())


def markdown_table(head: tuple[str, ...], rows: Iterable[Iterable[str]]) -> str:
    """Return a table in Markdown."""
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |".replace("  |", " |") for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


def _table(name: str, kind: type[Record]) -> str:
    notes = field_notes(kind)
    types = inspect.get_annotations(kind, eval_str=True)
    attributes = {field.alias or attribute: attribute for attribute, field in kind.model_fields.items()}
    rows = (
        (
            f"`{column}`",
            _type_in_words(types[attributes[column]]),
            "yes" if field.is_required() else "",
            notes.get(attributes[column], ""),
        )
        for column, field in columns_of(kind).items()
    )
    about = plain(inspect.getdoc(kind) or "")
    return f"### {name}\n\n{about}\n\n{markdown_table(('column', 'value', 'required', 'what it is'), rows)}"


def _type_in_words(kind: Any) -> str:  # noqa: ANN401, PLR0911 - any annotation, one answer for each sort of them
    if name := next((name for named, name in _NAMED if named is kind), ""):
        return name
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _type_in_words(parts[0]) + "".join(_limits(parts[1:]))
    if origin in {Union, UnionType}:
        (kind,) = (part for part in parts if part is not type(None))
        return _type_in_words(kind)
    if origin is tuple:
        return f"several: {_type_in_words(parts[0])}"
    if origin is Literal:
        return ", ".join(f"`{value}`" for value in parts)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return ", ".join(f"`{member.value}`" for member in kind)
    return {str: "text", float: "number", int: "whole number", bool: "`true` or `false`"}[kind]


def _limits(notes: Iterable[Any]) -> Iterator[str]:
    for note in notes:
        for limit in note.metadata if isinstance(note, pydantic.fields.FieldInfo) else (note,):
            if isinstance(limit, annotated_types.MaxLen):
                yield f", at most {limit.max_length} characters"
            elif isinstance(limit, annotated_types.Gt):
                yield f" above {limit.gt}"
