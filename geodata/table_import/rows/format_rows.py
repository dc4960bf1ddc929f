"""Parties, categories and deaths of the rows of a sheet."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geodata.table_import.columns.naming import code_key
from geodata.table_import.columns.roles import Role
from geodata.table_import.faults import Fault, FaultKind
from geodata.table_import.rows.combined import Combined, join_columns, read_column
from geodata.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geodata.table_import.columns.known_formats import ProposedCategory
    from geodata.table_import.columns.matching import Matching
    from geodata.table_import.sheets import Cell, Sheet


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who takes part in an event."""

    name: str
    side: int
    """1 or 2 as the table has them, without saying who attacked; 0 where it has no sides."""
    kind: str = ""
    """Kind as the table names it, such as "State forces"; empty where it says none."""
    associate: bool = False
    """Whether the table names it beside the main one of the side."""


@dataclass(frozen=True, slots=True)
class CategoryText:
    """Category as the table names it, and one of ours that may fit."""

    names: tuple[str, ...]
    """From the wider to the narrower one; empty where the table says none."""
    proposed: ProposedCategory | None = None
    """Category of ours that is proposed, with the reason; ``None`` where none is."""


@dataclass(frozen=True, slots=True)
class Deaths:
    """Deaths that were counted; ``None`` where the table says nothing."""

    best: int | None = None
    low: int | None = None
    high: int | None = None
    side_a: int | None = None
    side_b: int | None = None
    civilians: int | None = None
    unknown: int | None = None
    faults: tuple[tuple[Role, Fault], ...] = ()
    """What is wrong with counts, by role; such a count is left out."""

    @property
    def words(self) -> str:
        """Deaths in words; empty where nothing is known.

        A count of none does not mean that nobody died.

        >>> Deaths(12, 12, 12).words, Deaths(0).words, Deaths(1).words
        ('12 deaths counted', 'No deaths counted', '1 death counted')
        """
        if self.best is None:
            return ""
        counted = {0: "No deaths counted", 1: "1 death counted"}.get(self.best, f"{self.best:,} deaths counted")
        if self.low is None or self.high is None or self.low == self.high:
            return counted
        return f"{counted} ({self.low:,}\N{EN DASH}{self.high:,})"


def actors(sheet: Sheet, matching: Matching) -> Combined[tuple[Actor, ...]]:
    """Return who takes part, by row.

    Both sides come first, each with its associates, then those without a side.
    """
    columns = [
        _actors_in(sheet, matching, name, side, associate=side > 0 and number > 0)
        for role, side in ((Role.ACTOR1, 1), (Role.ACTOR2, 2), (Role.ACTORS, 0))
        for number, name in enumerate(matching.roles.get(role, ()))
    ]

    def join(*parts: tuple[Actor, ...]) -> tuple[Actor, ...]:
        found: dict[tuple[str, int], Actor] = {}
        for part in parts:
            for actor in part:
                found.setdefault((actor.name, actor.side), actor)
        return tuple(found.values())

    return join_columns(columns, join, len(sheet))


def _actors_in(
    sheet: Sheet, matching: Matching, name: str, side: int, *, associate: bool
) -> Combined[tuple[Actor, ...]]:
    """Return the actors that a column names, with their kind where another column tells it."""

    def read(cell: Cell) -> tuple[Actor, ...]:
        return tuple(Actor(actor, side, associate=associate) for actor in parts_of(cell))

    named = read_column(sheet.column(name), read)
    kind_role = {1: Role.ACTOR1_KIND, 2: Role.ACTOR2_KIND}.get(side)
    if associate or kind_role is None or kind_role not in matching.roles:
        return named

    def join(found: tuple[Actor, ...], kind: str) -> tuple[Actor, ...]:
        return tuple(replace(actor, kind=kind) for actor in found)

    return join_columns([named, read_words(sheet, matching, kind_role)], join, len(sheet))


def categories(sheet: Sheet, matching: Matching) -> Combined[CategoryText]:
    """Return the category by row, as the table names it.

    With it comes the one of ours that is proposed.
    """
    roles = [role for role in (Role.CATEGORY, Role.SUBCATEGORY) if role in matching.roles]
    proposals = [_proposals(matching, role) for role in roles]

    def join(*cells: tuple[str, str]) -> CategoryText:
        names = dict.fromkeys(name for _, words in cells for name in parts_of(words))
        narrow_first = reversed(list(zip(proposals, cells, strict=True)))
        proposed = (rows[typed] for rows, (typed, _) in narrow_first if typed in rows)
        return CategoryText(tuple(names), next(proposed, None))

    columns = [
        join_columns(
            [read_column(sheet.column(matching.roles[role][0]), code_key), read_words(sheet, matching, role)],
            lambda typed, words: (typed, words),
            len(sheet),
        )
        for role in roles
    ]
    return join_columns(columns, join, len(sheet))


def _proposals(matching: Matching, role: Role) -> Mapping[str, ProposedCategory]:
    """Return the categories of ours that fit the values of the column of a role, folded."""
    column = fold(matching.column(role) or "")
    table = matching.format.categories if matching.format is not None else ()
    return {fold(row.value): row for row in table if fold(row.column) == column}


_COUNTS = {
    Role.FATALITIES: "best",
    Role.FATALITIES_LOW: "low",
    Role.FATALITIES_HIGH: "high",
    Role.DEATHS_A: "side_a",
    Role.DEATHS_B: "side_b",
    Role.DEATHS_CIVILIANS: "civilians",
    Role.DEATHS_UNKNOWN: "unknown",
}
"""Fields of `Deaths` by role."""


def deaths(sheet: Sheet, matching: Matching) -> Combined[Deaths]:
    """Return the deaths by row, with what is wrong with a count."""
    roles = [role for role in _COUNTS if role in matching.roles]

    def join(*counts: int | Fault | None) -> Deaths:
        by_role = dict(zip(roles, counts, strict=True))
        faults = tuple((role, count) for role, count in by_role.items() if isinstance(count, Fault))
        good = {_COUNTS[role]: count for role, count in by_role.items() if not isinstance(count, Fault)}
        return Deaths(**good, faults=faults)

    columns = [read_column(sheet.column(matching.roles[role][0]), read_count) for role in roles]
    return join_columns(columns, join, len(sheet))


def read_count(cell: Cell) -> int | Fault | None:
    """Return a count of people; ``None`` for an empty cell.

    >>> read_count("12"), read_count(3.0), read_count(""), read_count("about 10").suggestion
    (12, 3, None, '10')
    """
    text = code_key(text_of(cell))
    if not text:
        return None
    if text.isdecimal():
        return int(text)
    digits = re.findall(r"\d+", text)
    suggestion = digits[0] if len(digits) == 1 and "-" not in text and "." not in text else ""
    return Fault(FaultKind.TYPE, "a whole number such as 12", suggestion)


def read_words(sheet: Sheet, matching: Matching, role: Role) -> Combined[str]:
    """Return what the column of a role says, in words.

    Codes of a known format are replaced by their meaning.
    """
    column = matching.roles[role][0]
    codes = matching.format.codes_of(column) if matching.format is not None else {}
    if not codes:
        return read_column(sheet.column(column), text_of)

    def read(cell: Cell) -> str:
        code = codes.get(code_key(cell)) if cell is not None else None
        return code.words if code is not None else text_of(cell)

    return read_column(sheet.column(column), read)


def text_of(cell: Cell) -> str:
    """Return a cell as text; empty for an empty one."""
    return "" if cell is None else str(cell).strip()


def parts_of(cell: Cell) -> list[str]:
    """Return the values in a cell, which semicolons part."""
    return [part.strip() for part in re.split("[;\u061b]", text_of(cell)) if part.strip()]
