"""Tags of a page's head for link previews and reference managers."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from geodata.defaults import LANGUAGE

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class PageHead:
    """Description of a page for other programs."""

    title: str
    """Title of the page."""

    description: str
    """A sentence or two on what is on it."""

    site: str
    """Name of the map, which is also its publisher."""

    licence: str
    """What may be done with it."""

    made: date
    """Day on which it was made."""

    address: str = ""
    """URL of the page; empty where it is not known."""

    picture: str = ""
    """URL of a picture of the map; empty for none."""

    picture_size: tuple[int, int] = (0, 0)
    """Width and height of the picture in pixels."""

    picture_words: str = ""
    """What the picture shows."""


def head_tags(head: PageHead) -> str:
    """Return the tags as HTML.

    No word of a text can be a tag or a command of a template.

    Link previews read Open Graph, reference managers such as Zotero the names that begin with ``citation_`` and ``DC``.
    """
    named = {
        "description": head.description,
        "twitter:card": "summary_large_image" if head.picture else "summary",
        "citation_title": head.title,
        "citation_publisher": head.site,
        "citation_date": head.made.strftime("%Y/%m/%d"),
        "citation_language": LANGUAGE.code,
        "citation_public_url": head.address,
        "DC.rights": head.licence,
    }
    properties = {
        "og:type": "website",
        "og:site_name": head.site,
        "og:title": head.title,
        "og:description": head.description,
        "og:url": head.address,
        "og:image": head.picture,
    }
    if head.picture:
        width, height = head.picture_size
        properties |= {
            "og:image:width": f"{width}",
            "og:image:height": f"{height}",
            "og:image:alt": head.picture_words,
        }
    tags = [
        *(f'<meta name="{name}" content="{_attribute(text)}">' for name, text in named.items() if text),
        *(f'<meta property="{name}" content="{_attribute(text)}">' for name, text in properties.items() if text),
    ]
    if head.address:
        tags.append(f'<link rel="canonical" href="{_attribute(head.address)}">')
    return "\n".join(tags)


def _attribute(text: str) -> str:
    return escape(" ".join(text.split())).replace("{", "&#123;")
