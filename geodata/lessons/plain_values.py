"""Text fields of a block as typed, where YAML would cut or refuse them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geodata.io.signs import name_of
from geodata.lessons.unseen import odd_spaces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TEXTS = frozenset({"title", "word", "explanation", "file", "caption", "credit", "licence", "alt"})
"""Fields that hold one line of text."""

LISTED = "aims"
"""Field that holds a list of such lines."""

_FIELD = re.compile(rf"([ \t]*(?:-[ \t]+)*)({'|'.join(sorted(TEXTS))})([ \t]*):(\s*)(.*?)\s*")
_ITEM = re.compile(r"([ \t]*-)([ \t]+)(.*?)\s*")
_TOP = re.compile(r"([^\W\d]\w*)[ \t]*:")
_BLOCK = re.compile(r"[|>][-+1-9]{0,2}(\s+#.*)?")
"""Begins text that goes on in the lines below."""

_QUOTED = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(\s+#.*)?""")
_LIST = re.compile(r"(\[.*\]|\{.*\})(\s+#.*)?")
_HAZARD = re.compile(r"[-?:](\s|$)|[,\[\]{}#&*!|>%@`]|.*(:(\s|$)|\s#|[\t\x85\u2028\u2029])", re.DOTALL)
"""Finds what YAML takes for marks of its own, at the start of a text or inside it."""

_SPECIAL = re.compile(r"[\\\"\t\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Remark:
    """Note on a value that is read as it was meant, with the way to write it."""

    index: int
    """Line of the block, from 0."""
    field: str
    value: str
    expected: str
    hint: str


def as_meant(lines: Sequence[str]) -> tuple[list[str], list[Remark]]:
    """Return the lines with quotation marks where a text needs them.

    With them comes what should be written differently. There are as many lines as before. Numbers, dates and ids are
    left alone: a # behind them starts a comment.

    Args:
        lines: of a block of fields.
    """
    written, remarks = list(lines), []
    for index, (field, before, value) in _values(lines):
        quoted, remark = _meant(field, before, value)
        if quoted is not None:
            written[index] = f"{before.rstrip()} {quoted}"
        if remark is not None:
            remarks.append(Remark(index, field, value, *remark))
    return written, remarks


def _values(lines: Sequence[str]) -> Iterator[tuple[int, tuple[str, str, str]]]:
    """Yield the line, the name, what stands before the value, and the value of every text on one line."""
    top, index = "", 0
    while index < len(lines):
        line = lines[index]
        if begins := _TOP.match(line):
            top = begins[1]
        found = _FIELD.fullmatch(line)
        item = _ITEM.fullmatch(line) if top == LISTED and not found else None
        after = index + 1
        if found or item:
            value = (found or item)[5 if found else 3]  # type: ignore[index] # one of them is there
            after = _end(lines, index, value)
            if after == index + 1 and value:
                before = line[: found.start(4)] + found[4] if found else line[: item.end(2)]  # type: ignore[union-attr]
                yield index, (found[2] if found else LISTED, before, value)
        index = after


def _end(lines: Sequence[str], index: int, value: str) -> int:
    """Return the index after the last line of a value that goes on below on purpose."""
    after = index + 1
    if _BLOCK.fullmatch(value):
        indent = _indent(lines[index])
        while after < len(lines) and (not lines[after].strip() or _indent(lines[after]) > indent):
            after += 1
    elif value[:1] in {'"', "'"} and value.count(value[0]) == 1 and after < len(lines):
        goes_on = _indent(lines[after]) > _indent(lines[index])
        ends = (at for at in range(after, len(lines)) if lines[at].rstrip().endswith(value[0]))
        after = next(ends, index) + 1 if goes_on else after
    return after


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _meant(field: str, before: str, value: str) -> tuple[str | None, tuple[str, str] | None]:
    """Return the value as YAML has to have it, ``None`` to leave it, and what was expected with a hint."""
    if odd := next(odd_spaces(before), ""):
        return _quoted(value), ("an ordinary space after the colon", f"There is {name_of(odd)}.")
    if value[0] in {'"', "'"} and not _QUOTED.fullmatch(value):
        text = _without_outer(value)
        return _quoted(text), ("the whole text in one pair of quotation marks", f"Write {_suggested(text)}.")
    spaced = before.endswith(" ") and "\t" not in before
    if _QUOTED.fullmatch(value) or (spaced and (_LIST.fullmatch(value) or not _HAZARD.match(value))):
        return (None if spaced else value), None
    if field == LISTED and re.search(r":(\s|$)", value):
        return _quoted(value), ("quotation marks around text that contains a colon", f"Write {_suggested(value)}.")
    return _quoted(value), None


def _without_outer(value: str) -> str:
    """Return a value without the quotation marks around all of it; those around a part of it stay."""
    mark, inner = value[0], value[1:-1]
    around_all = len(value) > 1 and value[-1] == mark and not re.search(rf"\S{mark}(\W|$)", inner)
    return inner if around_all else value


def _suggested(text: str) -> str:
    """Return a text in quotation marks as a person would write it.

    >>> print(_suggested("Kobane's siege"), _suggested('"Kobane" besieged'))
    "Kobane's siege" '"Kobane" besieged'
    """
    return '"' + text + '"' if '"' not in text else "'" + text.replace("'", "''") + "'"


def _quoted(text: str) -> str:
    escaped = _SPECIAL.sub(lambda sign: f"\\{sign[0]}" if sign[0] in '\\"' else f"\\u{ord(sign[0]):04x}", text)
    return f'"{escaped}"'
