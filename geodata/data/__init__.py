"""Data files: tables, base map, lessons and notes."""

from __future__ import annotations

import os
from pathlib import Path

DATA = Path(__file__).parent
"""Folder of our own atlas, and of the words that every atlas needs."""

ATLAS = "TIMEMAP_ATLAS"
"""Environment variable with the folder of another atlas to read in place of ours."""


ATTRIBUTION = Path("base", "attribution.txt")
"""File of an atlas with whom its base map is from, in one line."""


def other_atlas() -> Path | None:
    """Return the folder of another atlas that is read in place of ours.

    None where ours is.
    """
    named = os.environ.get(ATLAS, "").strip()
    return Path(named) if named else None


def atlas_folder() -> Path:
    """Return the folder of the atlas that is read.

    Tables, lessons, base map and notes lie in it.
    """
    return other_atlas() or DATA
