"""Style sheet of the app's pages, with the title of the product."""

from __future__ import annotations

import re

from timemap.style.palette import in_css
from timemap.web import WEB

_SHEET = WEB / "app" / "app.css"

HEAD_HEIGHT = "2.75rem"
"""Height of the head of every page, over the map."""


def page_style(title: str) -> str:
    """Return the style sheet as HTML; the head of every page shows the title."""
    own = f"--title: {css_string(title)}; --head: {HEAD_HEIGHT}; --accent: {in_css('page-accent')};"
    return f"<style>{_SHEET.read_text(encoding='utf-8')}\n:root {{ {own} }}</style>"


def css_string(text: str) -> str:
    r"""Return a text as a string of CSS that no text can end.

    >>> print(css_string('Kobane "map" </style>'))
    "Kobane \22 map\22  \3c \2f style\3e "
    """
    return '"' + re.sub(r"[^\w .,:;-]", lambda sign: f"\\{ord(sign[0]):x} ", text) + '"'
