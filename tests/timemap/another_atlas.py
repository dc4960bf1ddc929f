"""The second atlas of the tests: another place and time, on plain ground."""

from __future__ import annotations

import re

from tests.paths import ROOT

BERLIN = ROOT / "tests" / "atlases" / "berlin"
"""Berlin in four sectors, 1945 to 1990, from pages that its table of sources names."""

OURS = re.compile(r"kobane|kobani|syria|turkey|(?<!name_)turkish|rojava", re.IGNORECASE)
"""Words of our own subject; a column of every table of places has names in Turkish."""


def own_words(text: str) -> list[str]:
    """Return where words of our own subject stand in a text.

    Each has what is round it.
    """
    return [text[max(0, found.start() - 40) : found.end() + 40] for found in OURS.finditer(text)]
