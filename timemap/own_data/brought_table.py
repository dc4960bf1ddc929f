"""Table as a visitor brought it: what was typed, and the answers to it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias
from uuid import uuid4

from geodata.table_import.recipe import Recipe

Origin: TypeAlias = Literal["file", "pasted", "added"]
"""How a table came: as a file, as pasted cells, or event by event in a form."""


@dataclass(frozen=True, eq=False)
class BroughtTable:
    """Table of a visitor, as it was brought."""

    name: str
    """What the visitor calls it."""

    file: str
    """Name of the file, as problems give it."""

    content: bytes
    """The file as it was brought; pasted and added cells as CSV in UTF-8."""

    origin: Origin = "file"

    recipe: Recipe = field(default_factory=Recipe)
    """Answers and corrections."""

    key: str = field(default_factory=lambda: uuid4().hex)
    """What tells it from other tables of the same name."""

    def with_recipe(self, recipe: Recipe) -> BroughtTable:
        """Return the table with other answers."""
        return replace(self, recipe=recipe)


def free_name(wanted: str, taken: set[str]) -> str:
    """Return a name that no other table has.

    >>> free_name("events.csv", {"events.csv"})
    'events.csv (2)'
    """
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted} ({number})"
    return name
