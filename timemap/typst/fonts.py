"""Fonts of what is typeset."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import matplotlib as mpl
import typst

FAMILIES = ("Libertinus Serif", "DejaVu Sans")
"""Families in the order in which they are asked for a letter; those of the system stand in for other scripts."""


@cache
def fonts() -> typst.Fonts:
    """Return the fonts: those of packages, and the system's."""
    return typst.Fonts(font_paths=[Path(mpl.get_data_path()) / "fonts" / "ttf"])
