"""Help pages: their list, their text, and links between them."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from timemap.help.folder import docs_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

INDEX = "index"
"""Path of the page that lists all others."""

PICTURES = "pictures"
"""Folder of the pictures, inside that of the documentation."""

_SECTION = re.compile(r"^## (.+)$")
_ENTRY = re.compile(r"^- \[(.+?)\]\(([\w/-]+)\.md\)")
_COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
_LINK = re.compile(r"(!?)\[([^\]]*)\]\(([\w./-]+)(#[\w-]+)?\)")
_FOR_DEVELOPERS = "## Development"
"""The section of the list from which on pages are no help pages."""


@dataclass(frozen=True, slots=True)
class HelpPage:
    """A page of the help."""

    path: str
    """Where it is in the documentation, without the ending, such as ``using/map``."""
    title: str
    """What the list calls it."""
    section: str
    """Heading in the list; empty for the list itself."""


@cache
def help_pages() -> tuple[HelpPage, ...]:
    """Return the help pages in order: the list, then all that it links to.

    >>> [page.path for page in help_pages()][:2]
    ['index', 'using/map']
    """
    pages, section = [HelpPage(INDEX, "All help pages", "")], ""
    for line in help_text(INDEX).splitlines():
        if heading := _SECTION.match(line):
            section = heading[1]
        elif entry := _ENTRY.match(line):
            pages.append(HelpPage(entry[2], entry[1], section))
    return tuple(pages)


def help_text(path: str) -> str:
    """Return the Markdown of a page, without comments.

    Raises:
        OSError: if there is no such page.
    """
    text = _COMMENT.sub("", (docs_folder() / f"{path}.md").read_text(encoding="utf-8"))
    return text.partition(_FOR_DEVELOPERS)[0] if path == INDEX else text


def linked_text(path: str, page_url: Callable[[str], str], picture_url: Callable[[str], str]) -> str:
    """Return the Markdown of a page with its links as they are where shown.

    So are the addresses of its pictures.

    A link to a page that is not part of the help becomes plain text.

    Args:
        path: path of the page.
        page_url: gives the URL of a help page by its path.
        picture_url: gives the URL of a picture by the name of its file.
    """
    paths = {page.path for page in help_pages()}

    def link(match: re.Match[str]) -> str:
        picture, text, target, anchor = match[1], match[2], match[3], match[4] or ""
        found = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
        if picture:
            return f"![{text}]({picture_url(posixpath.basename(found))})"
        page = found.removesuffix(".md")
        return f"[{text}]({page_url(page)}{anchor})" if page in paths else text

    return _LINK.sub(link, help_text(path))


def pictures() -> tuple[Path, ...]:
    """Return the files of all pictures."""
    return tuple(sorted((docs_folder() / PICTURES).iterdir()))
