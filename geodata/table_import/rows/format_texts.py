"""Sources and titles of the rows of a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geodata.table_import.columns.roles import Role
from geodata.table_import.rows.combined import Combined, join_columns, read_column
from geodata.table_import.rows.format_rows import parts_of, read_words, text_of

if TYPE_CHECKING:
    from geodata.table_import.columns.matching import Matching
    from geodata.table_import.sheets import Cell, Sheet

LONGEST_TITLE = 70
"""Characters that a title of an event can have."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """Source as the table names it.

    Each part is empty where the table lacks it.
    """

    name: str = ""
    title: str = ""
    address: str = ""
    date: str = ""
    """As typed."""
    origin: str = ""
    """Whom the source quotes."""


_PARTS = (Role.SOURCE_TITLE, Role.SOURCE_ADDRESS, Role.SOURCE_DATE, Role.SOURCE_ORIGIN)
"""In the order of the fields of `SourceText` after the name."""


def sources(sheet: Sheet, matching: Matching) -> Combined[tuple[SourceText, ...]]:
    """Return the sources by row.

    Titles, links, dates and those who are quoted belong to the sources in their order where there are as many of them;
    they belong to a single source all together; else they are left out, as it is not plain which belongs to which. A
    row without a source's name has the full reference instead.
    """
    roles = [
        (role, name) for role in (Role.SOURCE, Role.SOURCE_CITATION, *_PARTS) for name in matching.roles.get(role, ())
    ]

    def join(*cells: list[str]) -> tuple[SourceText, ...]:
        texts: dict[Role, list[str]] = {}
        for (role, _), cell in zip(roles, cells, strict=True):
            texts.setdefault(role, []).extend(cell)
        count = max(1, len(texts.get(Role.SOURCE, ())) or len(texts.get(Role.SOURCE_ADDRESS, ())))
        names = texts.get(Role.SOURCE) or _spread(texts.get(Role.SOURCE_CITATION, []), count)
        others = [_spread(texts.get(role, []), count) for role in _PARTS]
        found = (SourceText(*source) for source in zip(names, *others, strict=True))
        return tuple(source for source in found if source != SourceText())

    columns = [
        read_column(sheet.column(name), _links if role is Role.SOURCE_ADDRESS else parts_of) for role, name in roles
    ]
    return join_columns(columns, join, len(sheet))


def _spread(texts: list[str], count: int) -> list[str]:
    """Return one text for each of so many sources; empty ones where it is not plain which belongs to which."""
    if len(texts) == count:
        return texts
    return ["; ".join(texts)] if count == 1 else [""] * count


def _links(cell: Cell) -> list[str]:
    """Return the links in a cell; a semicolon may be part of one."""
    return [link for part in text_of(cell).split() if (link := part.rstrip(";\u061b"))]


def titles(sheet: Sheet, matching: Matching) -> Combined[str]:
    """Return a title by row, of at most `LONGEST_TITLE` characters.

    It is the table's own one, or else its narrowest category and its place; where the table has neither titles nor
    categories, it is how the summary begins. It is empty where the row has none of them.
    """
    roles = [Role.TITLE, Role.SUBCATEGORY, Role.CATEGORY, Role.PLACE]
    if not matching.roles.keys() & set(roles[:3]):
        roles = [Role.SUMMARY, Role.NOTES, Role.PLACE]
    roles = [role for role in roles if role in matching.roles]

    def join(*texts: str) -> str:
        said = dict(zip(roles, texts, strict=True))
        kind = said.get(Role.SUBCATEGORY) or said.get(Role.CATEGORY, "")
        built = ", ".join(part for part in (kind, said.get(Role.PLACE, "")) if part)
        return shorten(said.get(Role.TITLE) or said.get(Role.SUMMARY) or said.get(Role.NOTES) or built)

    return join_columns([read_words(sheet, matching, role) for role in roles], join, len(sheet))


def shorten(text: str, most: int = LONGEST_TITLE) -> str:
    r"""Return a text in one line, cut where it is too long.

    At most ``most`` characters are left, and no word is cut.

    >>> shorten("A title in  two\nlines"), shorten("one two three", 9)
    ('A title in two lines', 'one two…')
    """
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[:most]
    return (cut[: cut.rfind(" ")] if " " in cut else cut[:-1]).rstrip(" ,;:.-") + "…"
