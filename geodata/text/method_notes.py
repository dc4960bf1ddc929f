"""Notes on how the areas are derived, as Markdown."""

from __future__ import annotations

from geodata.data import DATA, atlas_folder

OWN, GENERAL = "notes/method.md", "notes/general-method.md"


def method_notes() -> str:
    """Return the notes of the atlas.

    An atlas without notes has general ones.
    """
    own = atlas_folder() / OWN
    return (own if own.is_file() else DATA / GENERAL).read_text(encoding="utf-8")
