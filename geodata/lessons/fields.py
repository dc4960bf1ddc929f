"""Fields of a block as text, each with the number of its line."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from geodata.io.messages import expectation, hint_for
from geodata.io.problems import Problem
from geodata.io.signs import name_of, visible
from geodata.io.tables import columns_of
from geodata.lessons.plain_values import as_meant
from geodata.lessons.unseen import odd_spaces, unseen_in
from geodata.lessons.yaml_block import Entry, UnreadableError, pieces_of, read_block

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from geodata.lessons.outline import SectionPart
    from geodata.records.base import Record

LONGEST_SHOWN = 80
"""Characters of a value that a problem repeats."""

LONGEST_BLOCK = 20_000
"""Characters of a block of fields; what a lesson says of itself or a scene is a tenth of it."""

_BOUNDS = frozenset({"greater_than_equal", "less_than_equal"})


@dataclass(frozen=True, slots=True)
class Fields:
    """Fields of a block, by name and line."""

    values: dict[str, object]
    """Text, lists and fields in fields, by name; those left empty are not there."""
    lines: dict[str, int]
    """Line of each field in the file."""
    problems: tuple[Problem, ...] = ()
    readable: bool = True
    """Whether every field of the block could be read."""


def read_fields(part: SectionPart, file: str, known: Collection[str]) -> Fields:
    """Read a block of fields; never raises for what is in it.

    Where a field cannot be read the others still are.

    Args:
        part: the lines of the block.
        file: name of the file, for problems.
        known: names that fields may have; others are left out and told.
    """
    typed = part.text.split("\n")
    if len(part.text) > LONGEST_BLOCK:
        expected = f"at most {LONGEST_BLOCK:,} characters between the lines that open and close the fields"
        return Fields({}, {}, (Problem(file, part.line, "", _shown(typed[0]), expected),), readable=False)
    lines, remarks = as_meant(typed)
    entries, problems = _entries(lines, typed, part.line, file)
    readable = not problems
    problems += [
        Problem(file, part.line + note.index, note.field, _shown(note.value), note.expected, note.hint)
        for note in remarks
    ]
    fields = _named(entries, part.line, file, known)
    return Fields(fields.values, fields.lines, (*problems, *fields.problems), readable)


def _entries(lines: list[str], typed: list[str], line: int, file: str) -> tuple[list[Entry], list[Problem]]:
    """Return the fields of a block, piece by piece where it cannot be read whole, and why a piece cannot."""
    try:
        return read_block(lines), []
    except UnreadableError as error:
        whole = error
    entries: list[Entry] = []
    problems: list[Problem] = []
    for name, first, piece in pieces_of(lines):
        try:
            entries += [replace(entry, index=first + entry.index) for entry in read_block(piece)]
        except UnreadableError as error:
            index = first + min(error.index, len(piece) - 1)
            shown = _shown(typed[index])
            problems.append(Problem(file, line + index, name, shown, error.expected, error.hint))
    if not problems:  # each piece alone can be read, so what lies between them is wrong
        index = min(whole.index, len(typed) - 1)
        problems.append(Problem(file, line + index, "", _shown(typed[index]), whole.expected, whole.hint))
    return entries, problems


def _named(entries: list[Entry], first: int, file: str, known: Collection[str]) -> Fields:
    lines: dict[str, int] = {}
    values: dict[str, object] = {}
    problems: list[Problem] = []
    for entry in entries:
        name, line = _shown(entry.name), first + entry.index
        if name in lines:
            problems.append(Problem(file, line, name, name, "each field only once", "The last one is used."))
        elif name not in known:
            close = get_close_matches(name, known, n=1)
            meant = f'Did you mean "{close[0]}"?' if close else "This field is ignored."
            hint = f"{meant} {_out_of_sight(str(entry.name))}".rstrip()
            problems.append(Problem(file, line, name, name, f"one of the fields {', '.join(known)}", hint))
        for inner, index in entry.doubled:
            hint = "The last one is used."
            problems.append(Problem(file, first + index, name, _shown(inner), "each field only once", hint))
        lines[name] = line
        values[name] = entry.value
    kept = {name: value for name, value in values.items() if name in known and value not in ("", [], {})}
    return Fields(kept, {name: line for name, line in lines.items() if name in known}, tuple(problems))


def _out_of_sight(name: str) -> str:
    odd = next(odd_spaces(name), "")
    return unseen_in(name) or (f"There is {name_of(odd)}." if odd else "")


@dataclass(frozen=True, slots=True)
class Typed:
    """Values typed for a record, and where they stand."""

    file: str
    line: int
    """Line of the record itself."""
    values: Mapping[str, object]
    """Values as typed, by field."""
    lines: Mapping[str, int]
    """Line of each field."""
    numbers: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """For each text the number of each of its lines."""


def faults(error: ValidationError, kind: type[Record], typed: Typed) -> Iterator[Problem]:
    """Yield what a record's type found wrong with the values of fields."""
    names = columns_of(kind)
    for fault in error.errors(include_url=False):
        first = fault["loc"][0] if fault["loc"] else fault.get("ctx", {}).get("column", "")
        name = next((name for name, column in names.items() if first in {name, column.alias}), str(first))
        value = fault["input"] if fault["type"] != "missing" and fault["loc"] else typed.values.get(name, "")
        line, context = typed.lines.get(name, typed.line), fault.get("ctx", {})
        if fault["type"] == "extra_forbidden":
            yield Problem(typed.file, line, name, *_unknown(kind, name, fault))
        elif "index" in context:
            line = line_of(typed.numbers.get(name, ()), context["index"], line)
            yield Problem(typed.file, line, name, _shown(context["shown"]), context["expected"], context["hint"])
        else:
            shown = _shown(value)
            degrees = fault["type"] not in _BOUNDS or fault["loc"][-1] in {"lat", "lon"}
            hint = hint_for(fault, shown) if degrees else ""
            yield Problem(typed.file, line, name, shown, expectation(fault), hint or _way_out(fault, value))


def line_of(numbers: Sequence[int], index: int, otherwise: int) -> int:
    """Return the number of a text's line in its file.

    Another one where that is not known.
    """
    return numbers[index] if index < len(numbers) else otherwise


def _way_out(fault: ErrorDetails, value: object) -> str:
    """Return what helps where nothing else is known: quotation marks, or the name of a character that is unseen."""
    if fault["type"] == "string_type" and isinstance(value, (dict, list)):
        return "Put quotation marks around it."
    return unseen_in(value) if isinstance(value, str) else ""


def _unknown(kind: type[Record], name: str, fault: ErrorDetails) -> tuple[str, str, str]:
    """Return the value, what was expected and a hint for a field inside a field that it does not have."""
    typed = str(fault["loc"][-1])
    known = [inner for model in _models_in(columns_of(kind)[name].annotation) for inner in columns_of(model)]
    expected = f"the fields {', '.join(known)} only"
    before, colon, after = typed.partition(":")
    if colon and before in known:
        return _shown(typed), expected, f"Put a space after the colon: {before}: {after}."
    close = get_close_matches(typed[:LONGEST_SHOWN], known, n=1)
    return _shown(typed), expected, f'Did you mean "{close[0]}"?' if close else unseen_in(typed)


def _models_in(annotation: Any) -> Iterator[type[Record]]:  # noqa: ANN401 - a type, or what types are made of
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation  # type: ignore[misc] # all our models are records
    for part in get_args(annotation):
        yield from _models_in(part)


def _shown(value: object) -> str:
    """Return a value as typed, on one line and not too long."""
    if isinstance(value, dict):
        shown = ", ".join(f"{name}: {_shown(part)}" for name, part in value.items())
    elif isinstance(value, list):
        shown = ", ".join(_shown(part) for part in value)
    else:
        shown = str(value)
    # Half a character, which an escape in YAML can make, can be neither printed nor saved.
    line = visible(" ".join(shown[: 10 * LONGEST_SHOWN].encode("utf-8", "replace").decode().split()))
    return line if len(line) <= LONGEST_SHOWN else line[:LONGEST_SHOWN] + "\N{HORIZONTAL ELLIPSIS}"
