"""Prose of lessons: the subset of Markdown that is allowed.

Paragraphs, lists, quotations, emphasis and web links, nothing else.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Annotated

from markdown_it import MarkdownIt
from pydantic import AfterValidator

from geodata.lessons.outline import MARK, headings_of
from geodata.records.base import refuse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

BLOCKS = frozenset({"paragraph", "bullet_list", "ordered_list", "list_item", "blockquote", "inline"})
"""Kinds of blocks that prose may have. The document keeps the same elements of their HTML (lesson/prose.js)."""

SPANS = frozenset({"text", "softbreak", "hardbreak", "em", "strong", "link", "code_inline"})
"""Kinds of parts of a line that prose may have."""

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

    >>> strip_markdown("- *Who* says so?\n- [They](https://example.org) do.")
    'Who says so? They do.'
    """
    lines = (token.children or [] for token in prose_parser().parse(prose) if token.type == "inline")
    return " ".join("".join(" " if part.type in _BREAKS else part.content for part in line) for line in lines)


def fault_of(prose: str) -> str:
    """Return what prose should have been, in words.

    Empty when nothing is wrong with it.
    """
    if any(unicodedata.category(letter) == "Cc" and letter not in "\n\t" for letter in prose):
        return "text without control characters"
    if any(line.strip().startswith(MARK) for line in prose.split("\n")):
        return f'"{MARK} question" or "{MARK} teacher" on a line of its own, and "{MARK}" where it ends'
    tokens = prose_parser().parse(prose)
    if headings_of(prose) or any(token.type == "heading_open" for token in tokens):
        return "no heading inside a text; a scene starts with ## and its title"
    kinds = {_kind(part) for token in tokens for part in token.children or []}
    if not kinds <= SPANS or not {_kind(token) for token in tokens} <= BLOCKS:
        return _NO_PICTURE if "image" in kinds else "paragraphs, lists, quotations, emphasis and links only"
    if any(not link.startswith(("https://", "http://")) for link in _links(tokens)):
        return "links to web addresses, such as https://example.org/page"
    return ""


def _kind(token: Token) -> str:
    return token.type.removesuffix("_open").removesuffix("_close")


def _links(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        for part in token.children or []:
            if part.type == "link_open":
                yield str(part.attrs["href"])


def _checked(value: str) -> str:
    prose = value.replace("\r\n", "\n").replace("\r", "\n").strip()
    fault = fault_of(prose)
    if fault:
        refuse("text", fault)
    return prose


Prose = Annotated[str, AfterValidator(_checked)]
"""Markdown of the allowed kinds, without blank lines around it; empty for none."""
