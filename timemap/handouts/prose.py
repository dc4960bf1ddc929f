"""Prose of a lesson as a tree of plain values for typesetting.

No word of it can be markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markdown_it.tree import SyntaxTreeNode

from geodata.defaults import LANGUAGE
from geodata.lessons.prose import prose_parser
from timemap.text.markdown import safe_link

if TYPE_CHECKING:
    from collections.abc import Iterable

_OWN_TEXT = frozenset({"text", "code_inline"})


def prose_tree(prose: str, language: str = LANGUAGE.code) -> list[dict[str, Any]]:
    """Return the blocks of prose; in English with quotation marks as in print.

    Each part has its ``kind``, as markdown-it names it, and what belongs to that: ``text``, ``parts``,
    ``address``, ``start`` (the first number of a list).

    >>> prose_tree('Who *says* "so"?')[0]["parts"][1:]
    [{'kind': 'em', 'parts': [{'kind': 'text', 'text': 'says'}]}, {'kind': 'text', 'text': ' “so”?'}]

    Args:
        prose: Markdown of the kinds that prose may have.
        language: its language as an IETF tag.
    """
    parser = prose_parser()
    if language.partition("-")[0] == LANGUAGE.code:
        parser.options["typographer"] = True
        parser.enable("smartquotes")
    return _parts(SyntaxTreeNode(parser.parse(prose)).children)


def _parts(nodes: Iterable[SyntaxTreeNode]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for node in nodes:
        if node.type == "inline":  # stands between a block and its words, and says nothing of its own
            found += _parts(node.children)
        elif node.type in _OWN_TEXT:
            found.append({"kind": node.type, "text": node.content})
        elif node.type == "link" and (address := safe_link(str(node.attrs["href"]))):
            found.append({"kind": "link", "address": address, "parts": _parts(node.children)})
        elif node.type == "ordered_list":
            start = int(node.attrs.get("start", 1))
            found.append({"kind": node.type, "start": start, "parts": _parts(node.children)})
        else:
            found.append({"kind": node.type, "parts": _parts(node.children)})
    return found
