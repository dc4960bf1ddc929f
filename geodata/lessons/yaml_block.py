"""YAML of a block: text, lists and fields only, and what is wrong by line.

What the library says is never passed on: it speaks of tokens, not of lessons.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml
from yaml.reader import Reader

from geodata.io.signs import name_of
from geodata.lessons.unseen import odd_spaces, unseen_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DEEPEST = 4
"""Fields in lists in fields: so many levels hold all that a lesson says."""

FIELDS = "fields such as minutes: 45"
"""What a block should hold."""

_MARKS = "Put quotation marks around text with signs such as : # [ { or quotation marks."
_TOP = re.compile(r"([^\W\d]\w*)[ \t]*:")


class UnreadableError(Exception):
    """Refusal of a block: a line, what was expected, and a hint."""

    def __init__(self, index: int, expected: str = FIELDS, hint: str = "") -> None:
        super().__init__(expected)
        self.index, self.expected, self.hint = index, expected, hint


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of a block."""

    name: object
    """As typed; text unless somebody tried something else."""
    index: int
    """Line of the block, from 0."""
    value: Any
    """Text, list or dictionary of these."""
    doubled: tuple[tuple[str, int], ...] = ()
    """Fields inside it that are there twice, with their lines."""


class _Loader(yaml.BaseLoader):
    """Makes text, lists and dictionaries only: no date, no "no" that turns false, no object.

    What no lesson needs and what could grow without end is refused before it is built.
    """

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:  # noqa: ANN401 - as the library has it
        event: yaml.Event = self.peek_event()  # type: ignore[no-untyped-call]
        line = event.start_mark.line if event.start_mark else 0
        if self.check_event(yaml.AliasEvent):
            raise UnreadableError(line, "no references to other fields", _MARKS)
        self.depth += 1
        # Text is one level deeper than the list that holds it.
        if self.depth > DEEPEST + 1 and not self.check_event(yaml.ScalarEvent):
            raise UnreadableError(line, "fewer nested brackets")
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


def read_block(lines: Sequence[str]) -> list[Entry]:
    """Return the fields of a block.

    Args:
        lines: of the block; none may be folded.

    Raises:
        UnreadableError: if they are none.
    """
    for index, line in enumerate(lines):
        if Reader.NON_PRINTABLE.search(line):
            raise UnreadableError(index, "text without control characters", unseen_in(line))
    try:
        return _entries("\n".join(lines))
    except yaml.MarkedYAMLError as error:
        raise _in_words(error, lines) from None
    except (yaml.YAMLError, ValueError, OverflowError):
        raise UnreadableError(0, FIELDS, "An escape with a backslash names no character.") from None


def pieces_of(lines: Sequence[str]) -> Iterator[tuple[str, int, Sequence[str]]]:
    """Yield each field at the margin of a block.

    It has its name, the index of its first line, and its lines. The name of what stands before the first one is empty.
    """
    starts = [index for index, line in enumerate(lines) if _TOP.match(line)]
    for first, end in zip([0, *starts], [*starts, len(lines)], strict=True):
        piece = lines[first:end]
        if any(line.strip() for line in piece):
            found = _TOP.match(piece[0])
            yield found[1] if found else "", first, piece


def _entries(text: str) -> list[Entry]:
    loader = _Loader(text)
    try:
        root = loader.get_single_node()
        if root is None:
            return []
        if not isinstance(root, yaml.MappingNode):
            raise UnreadableError(root.start_mark.line)
        return [
            Entry(
                loader.construct_object(key, deep=True),
                key.start_mark.line,
                loader.construct_object(value, deep=True),
                tuple(_doubled(value)),
            )
            for key, value in root.value
        ]
    finally:
        loader.dispose()


def _doubled(node: yaml.Node) -> Iterator[tuple[str, int]]:
    if isinstance(node, yaml.MappingNode):
        names: set[str] = set()
        for key, value in node.value:
            name = str(key.value)
            if name in names:
                yield name, key.start_mark.line
            names.add(name)
            yield from _doubled(value)
    elif isinstance(node, yaml.SequenceNode):
        for part in node.value:
            yield from _doubled(part)


def _in_words(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> UnreadableError:
    """Return what the library found wrong in words for who wrote the block."""
    mark = error.problem_mark or error.context_mark
    index = min(mark.line if mark else 0, len(lines) - 1)
    context, problem = error.context or "", error.problem or ""
    began = min(error.context_mark.line, index) if error.context_mark else index
    if lines[index][: len(lines[index]) - len(lines[index].lstrip())].count("\t"):
        return UnreadableError(index, "spaces at the start of the line, not tabs")
    if odd := next((sign for line in (lines[index], lines[began]) for sign in odd_spaces(line)), ""):
        return UnreadableError(index, "ordinary spaces", f"There is {name_of(odd)}.")
    if "quoted scalar" in context and "unexpected end" in problem:
        return UnreadableError(began, "a closing quotation mark", "Or take the first one away.")
    if "flow" in context:
        return UnreadableError(began, "a bracket that is closed, such as [a, b]", _MARKS)
    return UnreadableError(began if "simple key" in context else index, FIELDS, _MARKS)
