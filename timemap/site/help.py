"""Help pages of the site, in the folders of the documentation."""

from __future__ import annotations

import posixpath
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markupsafe import Markup
from mdit_py_plugins.anchors import anchors_plugin

from geodata.data import other_atlas
from timemap.help.pages import INDEX, PICTURES, help_pages, linked_text, pictures
from timemap.text import page_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from markdown_it.rules_core import StateCore

FOLDER = "help"
"""Folder of the site."""

HELP = f"{FOLDER}/{INDEX}.html"
"""The page that lists all others, to which the navigation leads."""


def help_contents() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each page: its file on the site and what its template needs."""
    for page in help_pages():
        heading, _, text = linked_text(page.path, _page_url(page.path), _picture_url(page.path)).partition("\n")
        file = f"{FOLDER}/{page.path}.html"
        values = {
            "heading": heading.removeprefix("# "),
            "root": "../" * file.count("/"),
            "summary": _first_paragraph(text),
            "notice": "" if other_atlas() is None else page_texts.HELP_EXAMPLES,
            "contents": "" if page.path == INDEX else _page_url(page.path)(INDEX),
            "html": Markup(_parser().render(text)),  # noqa: S704 - our own text, parsed without HTML
        }
        yield file, values


def _first_paragraph(text: str) -> str:
    """Return the words of the first paragraph of a page; empty where it has none."""
    tokens = _parser().parse(text)
    inline = (part for token, part in pairwise(tokens) if token.type == "paragraph_open" and not token.hidden)
    words = ((child.content or " " for child in part.children or [] if not child.nesting) for part in inline)
    return "".join(next(words, ()))


def help_pictures() -> dict[str, bytes]:
    """Return the pictures of the help pages by their files on the site."""
    return {f"{FOLDER}/{PICTURES}/{picture.name}": picture.read_bytes() for picture in pictures()}


def _page_url(current: str) -> Callable[[str], str]:
    return lambda path: posixpath.relpath(f"{path}.html", posixpath.dirname(current) or ".")


def _picture_url(current: str) -> Callable[[str], str]:
    return lambda name: posixpath.relpath(f"{PICTURES}/{name}", posixpath.dirname(current) or ".")


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").use(anchors_plugin, max_level=3)
    parser.add_render_rule("table_open", lambda *_: '<div class="wide"><table>\n')
    parser.add_render_rule("table_close", lambda *_: "</table></div>\n")
    parser.core.ruler.push("links", _close_off_links)
    return parser


def _close_off_links(state: StateCore) -> None:
    """Tell other sites nothing of the page from which a link leads to them."""
    for token in state.tokens:
        for part in token.children or []:
            if part.type == "link_open" and "://" in str(part.attrGet("href")):
                part.attrSet("rel", "noopener noreferrer")
