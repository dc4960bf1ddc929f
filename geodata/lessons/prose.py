"""Prose of lessons: the subset of Markdown that is allowed.

Paragraphs, lists, quotations, emphasis and web links, nothing else.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated

from markdown_it import MarkdownIt
from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from geodata.io.signs import visible
from geodata.lessons.outline import MARK, first_heading
from geodata.lessons.unseen import unseen_in

if TYPE_CHECKING:
    from markdown_it.token import Token

BLOCKS = frozenset({"paragraph", "bullet_list", "ordered_list", "list_item", "blockquote", "inline"})
"""Kinds of blocks that prose may have. The document keeps the same elements of their HTML (lesson/prose.js)."""

SPANS = frozenset({"text", "softbreak", "hardbreak", "em", "strong", "link", "code_inline"})
"""Kinds of parts of a line that prose may have."""

LONGEST_PROSE = 20_000
"""Characters of one text: pages of notes for the teacher, and still read in no time."""

_NO_HEADING = "no heading inside a text; a scene starts with ## and its title"
_ONLY = "paragraphs, lists, quotations, emphasis and links only"
_NO_PICTURE = "no picture inside a text; use a separate block that starts with ```picture"
_BREAKS = frozenset({"softbreak", "hardbreak"})


def prose_parser() -> MarkdownIt:
    r"""Return the parser of prose; HTML in it stays text.

    >>> prose_parser().render("*Who* says <b>so</b>?")
    '<p><em>Who</em> says &lt;b&gt;so&lt;/b&gt;?</p>\n'
    """
    return MarkdownIt("commonmark", {"html": False})


def strip_markdown(prose: str) -> str:
    r"""Return the words of prose without its marks.

    The numbers of a list stay: one may be a year.

    >>> strip_markdown("- *Who* says so?\n- [They](https://example.org) do.")
    'Who says so? They do.'
    >>> strip_markdown("2014. The siege began.")
    '2014. The siege began.'
    """
    words: list[str] = []
    for token in prose_parser().parse(prose):
        if token.type == "list_item_open" and token.info:
            words.append(f"{token.info}{token.markup}")
        elif token.type == "inline":
            words.append("".join(" " if part.type in _BREAKS else part.content for part in token.children or []))
    return " ".join(words)


@dataclass(frozen=True, slots=True)
class ProseFault:
    """Fault of prose, with its line."""

    index: int
    """Line of the prose, from 0."""
    shown: str
    """What stands there."""
    expected: str
    """What it should have been, in words."""
    hint: str = ""


def fault_of(prose: str) -> str:
    """Return what prose should have been, in words.

    Empty when nothing is wrong with it.
    """
    fault = find_fault(prose)
    return fault.expected if fault else ""


def find_fault(prose: str) -> ProseFault | None:
    """Return what is wrong with prose and where; ``None`` when nothing is."""
    lines = prose.split("\n")
    if len(prose) > LONGEST_PROSE:
        return ProseFault(0, lines[0], f"a text of at most {LONGEST_PROSE:,} characters")
    for index, line in enumerate(lines):
        if any(unicodedata.category(letter) == "Cc" and letter != "\t" for letter in line):
            return ProseFault(index, visible(line), "text without control characters", unseen_in(line))
    mark = next((index for index, line in enumerate(lines) if line.strip().startswith(MARK)), None)
    if mark is not None:
        expected = f'"{MARK} question" or "{MARK} teacher" on a line of its own, and "{MARK}" where it ends'
        return ProseFault(mark, lines[mark], expected)
    heading = first_heading(prose)
    if heading is not None:
        return ProseFault(heading, lines[heading], _NO_HEADING)
    return _fault_of_kind(_prose_parser().parse(prose), lines)


def _fault_of_kind(tokens: list[Token], lines: list[str]) -> ProseFault | None:
    """Return the first block, or part of a line, that prose must not have."""
    for token in tokens:
        first, last = token.map or (0, 0)
        shown = "\n".join(lines[first:last])
        if token.type == "heading_open":
            return ProseFault(first, shown, _NO_HEADING)
        if _kind(token) not in BLOCKS:
            return ProseFault(first, shown, _ONLY)
        at = first
        for part in token.children or []:
            at += part.type in _BREAKS
            if _kind(part) not in SPANS:
                return ProseFault(at, lines[at], _NO_PICTURE if part.type == "image" else _ONLY)
            if part.type == "link_open" and not str(part.attrs["href"]).startswith(("https://", "http://")):
                return ProseFault(at, lines[at], "links to web addresses, such as https://example.org/page")
    return None


def _kind(token: Token) -> str:
    return token.type.removesuffix("_open").removesuffix("_close")


@cache
def _prose_parser() -> MarkdownIt:
    """Return a parser that nobody changes."""
    return prose_parser()


def _checked(value: str) -> str:
    prose = value.replace("\r\n", "\n").replace("\r", "\n").strip()
    fault = find_fault(prose)
    if fault:
        kind, message = "row", "expected {expected}"
        context = {"column": "text", "expected": fault.expected, "index": fault.index, "shown": fault.shown}
        raise PydanticCustomError(kind, message, context | {"hint": fault.hint})
    return prose


Prose = Annotated[str, AfterValidator(_checked)]
"""Markdown of the allowed kinds, without blank lines around it; empty for none."""
