"""Fields of YAML as text, each with the number of its line."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

import yaml

from geodata.io.messages import expectation, hint_for
from geodata.io.problems import Problem
from geodata.io.tables import columns_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pydantic import ValidationError

    from geodata.lessons.outline import SectionPart
    from geodata.records.base import Record

LONGEST_SHOWN = 80
"""Characters of a value that a problem repeats."""

DEEPEST = 4
"""Fields in lists in fields: so many levels hold all that a lesson says."""

_HINTS: dict[str | None, str] = {
    "mapping values are not allowed here": "Put quotation marks around text that contains a colon."
}
"""What helps, for what the reader of YAML finds wrong."""

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
    """Whether the block is YAML at all."""


def read_fields(part: SectionPart, file: str, known: Collection[str]) -> Fields:
    """Read a block of fields; never raises for what is in it.

    Args:
        part: the lines of the block.
        file: name of the file, for problems.
        known: names that fields may have; others are left out and told.
    """
    try:
        if refused := _refused(part):
            return _unreadable(part, file, *refused)
        # The base loader makes text, lists and dictionaries only: no date, no "no" that turns false, no object.
        root = yaml.compose(part.text, yaml.BaseLoader)
        values = yaml.load(part.text, yaml.BaseLoader)  # noqa: S506 - safer than the safe loader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return _unreadable(part, file, mark.line if mark else 0, hint=_HINTS.get(error.problem, f"{error.problem}."))
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # Characters that YAML does not allow, and numbers of characters that do not exist.
        return _unreadable(part, file, 0, hint=f"{error}.".split("\n", 1)[0])
    if root is None:
        return Fields({}, {})
    if not isinstance(root, yaml.MappingNode):
        return _unreadable(part, file, 0)
    return _named(root, values, part, file, known)


def _refused(part: SectionPart) -> tuple[int, str] | None:
    """Return the line, from 0, of what no lesson needs and what could grow without end; ``None`` for nothing of it."""
    depth = 0
    for event in yaml.parse(part.text, yaml.BaseLoader):
        index = event.start_mark.line if event.start_mark else 0
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent):
            return index, "no references to other fields"
        if depth > DEEPEST:
            return index, "fewer nested brackets"
    return None


def _unreadable(
    part: SectionPart, file: str, index: int, expected: str = "fields such as minutes: 45", hint: str = ""
) -> Fields:
    """Return no fields, but a problem in the line of the block that has this index."""
    lines = part.text.split("\n")
    shown = _shown(lines[min(index, len(lines) - 1)])
    return Fields({}, {}, (Problem(file, part.line + index, "", shown, expected, hint),), readable=False)


def _named(
    root: yaml.MappingNode, values: dict[object, object], part: SectionPart, file: str, known: Collection[str]
) -> Fields:
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    for key, _ in root.value:
        name, line = _shown(key.value), part.line + key.start_mark.line
        if name in lines:
            problems.append(Problem(file, line, name, name, "each field only once", "The last one is used."))
        elif name not in known:
            close = get_close_matches(name, known, n=1)
            hint = f'Did you mean "{close[0]}"?' if close else "This field is ignored."
            problems.append(Problem(file, line, name, name, f"one of the fields {', '.join(known)}", hint))
        lines[name] = line
    kept = {str(name): value for name, value in values.items() if name in known and value not in ("", [], {})}
    return Fields(kept, {name: line for name, line in lines.items() if name in known}, tuple(problems))


def faults(
    error: ValidationError, kind: type[Record], values: dict[str, object], lines: dict[str, int], place: tuple[str, int]
) -> Iterator[Problem]:
    """Yield what a record's type found wrong with the values of fields.

    Args:
        error: what was found.
        kind: the kind of record.
        values: values as typed, by field.
        lines: line of each field.
        place: file and line of the record itself.
    """
    names = columns_of(kind)
    for fault in error.errors(include_url=False):
        first = fault["loc"][0] if fault["loc"] else fault.get("ctx", {}).get("column", "")
        name = next((name for name, field in names.items() if first in {name, field.alias}), str(first))
        typed = fault["input"] if fault["type"] != "missing" and fault["loc"] else values.get(name, "")
        shown = _shown(typed)
        line = lines.get(name, place[1])
        degrees = fault["type"] not in _BOUNDS or fault["loc"][-1] in {"lat", "lon"}
        yield Problem(place[0], line, name, shown, expectation(fault), hint_for(fault, shown) if degrees else "")


def _shown(value: object) -> str:
    """Return a value as typed, on one line and not too long."""
    if isinstance(value, dict):
        shown = ", ".join(f"{name}: {_shown(part)}" for name, part in value.items())
    elif isinstance(value, list):
        shown = ", ".join(_shown(part) for part in value)
    else:
        shown = str(value)
    # Half a character, which an escape in YAML can make, can be neither printed nor saved.
    line = " ".join(shown.encode("utf-8", "replace").decode().split())
    return line if len(line) <= LONGEST_SHOWN else line[:LONGEST_SHOWN] + "\N{HORIZONTAL ELLIPSIS}"
