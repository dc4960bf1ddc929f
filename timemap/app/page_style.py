"""Style sheet of the app's pages, with the title of the product."""

from __future__ import annotations

import re
from pathlib import Path

import timemap

_SHEET = Path(timemap.__file__).parent / "web" / "app" / "app.css"


def page_style(title: str) -> str:
    """Return the style sheet as HTML; the head of every page shows the title."""
    return f"<style>{_SHEET.read_text(encoding='utf-8')}\n:root {{ --title: {css_string(title)}; }}</style>"


def css_string(text: str) -> str:
    r"""Return a text as a string of CSS that no text can end.

    >>> print(css_string('Kobane "map" </style>'))
    "Kobane \22 map\22  \3c \2f style\3e "
    """
    return '"' + re.sub(r"[^\w .,:;-]", lambda sign: f"\\{ord(sign[0]):x} ", text) + '"'
