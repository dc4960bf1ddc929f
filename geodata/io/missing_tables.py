"""Rows for tables that an atlas lacks, from what its others name.

An atlas may be a table of events alone. What these name by id only, such as a category or a source, is then called by
that id in words.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle
from typing import TYPE_CHECKING

from anyascii import anyascii

from geodata.io.tables import TABLES, Rows, read_table
from geodata.records.control import Controller
from geodata.records.events import Actor, Party
from geodata.records.references import REFERENCES
from geodata.records.sources import Affiliation, Publisher, Source
from geodata.records.tables import KINDS
from geodata.records.terms import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any

    from geodata.records.base import Record

NEEDED = frozenset({"events"})
"""The tables that no atlas can lack."""

GENERAL = ("handover_kinds", "publisher_kinds", "verdicts")
"""Tables that say nothing of the subject: ours stand in for them."""

OTHER = "other"
"""Sort of the publishers of which nothing is known, in our table of sorts."""


def may_be_missing(table: str) -> bool:
    """Return whether an atlas other than ours can lack a table."""
    return table not in NEEDED


def fill_missing(read: Mapping[str, Rows[Any]], missing: Iterable[str]) -> dict[str, Rows[Any]]:
    """Return what every table gave, with missing rows filled in.

    Args:
        read: what every table gave, by its name; the missing ones have no row.
        missing: names of the tables that are not there.
    """
    tables, lacking = dict(read), set(missing)
    for name in GENERAL:
        if name in lacking:
            tables[name] = _numbered(tables[name], _ours(name))
    for name, rows_of in _ROWS.items():  # those that refer to others come before these
        if name in lacking:
            tables[name] = _numbered(tables[name], rows_of(_named_in(tables, name)))
    if {"actors", "parties"} <= lacking:
        parties = [Party(id=row.party, name=row.canonical_name, description="") for row in tables["actors"].records]
        tables["parties"] = _numbered(tables["parties"], list({row.id: row for row in parties}.values()))
    return tables


def in_words(row_id: str) -> str:
    """Return an id as a name.

    >>> in_words("air-strike")
    'Air strike'
    """
    words = row_id.replace("-", " ")
    return words[:1].upper() + words[1:]


def slug_of(name: str) -> str:
    """Return a name as an id.

    >>> slug_of("Allied Control Council (1945)")
    'allied-control-council-1945'
    """
    letters = "".join(sign if sign.isalnum() else " " for sign in anyascii(name).lower())
    return "-".join(letters.split())[:80].strip("-") or "unnamed"


def _ours(name: str) -> Sequence[Any]:
    return read_table(TABLES / f"{name}.csv", KINDS[name]).records


def _numbered(rows: Rows[Any], records: Sequence[Record]) -> Rows[Any]:
    return replace(rows, records=tuple(records), numbers=tuple(range(2, len(records) + 2)), is_filled=True)


def _named_in(tables: Mapping[str, Rows[Any]], target: str) -> list[str]:
    """Return what other tables call the rows of a table, each once, in the order of its first use."""
    cells = (
        getattr(record, column)
        for name, column, referred in REFERENCES
        if referred == target
        for record in tables[name].records
    )
    each = (part for cell in cells for part in ((cell,) if isinstance(cell, str) else cell))
    return list(dict.fromkeys(filter(None, each)))


_PLAIN = {"group": OTHER, "both_sides": False, "description": ""}
"""What is not taken over from a category of ours that lends another one its look."""


def _sources(ids: Sequence[str]) -> Sequence[Record]:
    return [Source(id=one, title=in_words(one), url="") for one in ids]


def _publishers(ids: Sequence[str]) -> Sequence[Record]:
    return [Publisher(id=one, name=in_words(one), canonical_name=in_words(one), kind=OTHER) for one in ids]


def _affiliations(ids: Sequence[str]) -> Sequence[Record]:
    return [Affiliation(id=one, name=in_words(one), description="") for one in ids]


def _actors(names: Sequence[str]) -> Sequence[Record]:
    return [Actor(actor=name, canonical_name=name, party=slug_of(name)) for name in names]


def _languages(codes: Sequence[str]) -> Sequence[Record]:
    return [Language(code=code, name=code, direction="ltr") for code in codes]


def _categories(ids: Sequence[str]) -> Sequence[Record]:
    """Return categories: those that we have too as we draw them, others in the same symbols and colours by turns."""
    ours = {row.id: row for row in _ours("categories")}
    looks = cycle([row for row in ours.values() if row.id not in ids] or ours.values())
    rows = []
    for one in ids:
        if one in ours:
            rows.append(ours[one].model_copy(update={"description": ""}))
        else:
            rows.append(next(looks).model_copy(update={**_PLAIN, "id": one, "name": in_words(one)}))
    return rows


def _controllers(ids: Sequence[str]) -> Sequence[Record]:
    """Return controllers in our colours and patterns by turns."""
    looks = cycle(_ours("controllers"))
    return [
        Controller(id=one, name=in_words(one), colour=look.colour, dark_colour=look.dark_colour, pattern=look.pattern)
        for one, look in zip(ids, looks, strict=False)
    ]


def _parties(ids: Sequence[str]) -> Sequence[Record]:
    return [Party(id=one, name=in_words(one), description="") for one in ids]


_ROWS: dict[str, Callable[[Sequence[str]], Sequence[Record]]] = {
    "categories": _categories,
    "sources": _sources,
    "publishers": _publishers,
    "affiliations": _affiliations,
    "actors": _actors,
    "controllers": _controllers,
    "parties": _parties,
    "languages": _languages,
}
"""What makes the rows of a table from the ids that others name."""
