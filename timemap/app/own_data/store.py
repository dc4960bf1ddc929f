"""Tables of one visitor, kept in the session and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING
from weakref import WeakSet

import streamlit as st

from geodata.table_import.importer import Importer
from timemap.app import resources
from timemap.app.server.own_events import publication
from timemap.document.own_events import own_data
from timemap.own_data.brought_table import BroughtTable, free_name
from timemap.own_data.limits import LARGEST_FILE, LARGEST_TOTAL, LONGEST_NAME, MEGABYTE, MOST_ROWS, MOST_TABLES
from timemap.own_data.reading import ReadTable, read_brought

if TYPE_CHECKING:
    from collections.abc import Callable

    from geodata.table_import.recipe import Recipe
    from timemap.own_data.own_table import OwnTable

LARGEST_OF_ALL = 300 * MEGABYTE
"""Bytes of the tables of all visitors of this server."""

_TABLES, _READ, _IMPORTER = "own-tables", "own-read", "own-importer"


class TableRefusedError(ValueError):
    """A table that is not taken in, with the reason in a sentence."""


class _Tables:
    """Tables of one session."""

    def __init__(self) -> None:
        self.tables: tuple[BroughtTable, ...] = ()
        self.own: tuple[OwnTable, ...] = ()
        _all_tables.add(self)

    @property
    def bytes(self) -> int:
        """So many bytes were brought."""
        return sum(len(table.content) for table in self.tables)


_all_tables: WeakSet[_Tables] = WeakSet()
_lock = Lock()


def tables() -> tuple[BroughtTable, ...]:
    """Return the tables in the order in which they came."""
    return _mine().tables


def table(key: str) -> BroughtTable | None:
    """Return the table of a key; ``None`` where it is gone."""
    return next((each for each in tables() if each.key == key), None)


def add(brought: BroughtTable) -> BroughtTable:
    """Take a table in, under a name that no other one has.

    Raises:
        TableRefusedError: if it is too large, or there are too many.
    """
    mine = _mine()
    size = len(brought.content)
    if len(mine.tables) >= MOST_TABLES:
        message = f"There are {MOST_TABLES} tables already, and no more are taken. Remove one first."
        raise TableRefusedError(message)
    if size > LARGEST_FILE:
        message = f"It is larger than {LARGEST_FILE // MEGABYTE} MB. Split it, or import it with the command line."
        raise TableRefusedError(message)
    if mine.bytes + size > LARGEST_TOTAL:
        message = f"All tables together may have {LARGEST_TOTAL // MEGABYTE} MB. Remove one first."
        raise TableRefusedError(message)
    name = free_name(brought.name.strip()[: LONGEST_NAME - 5] or "Table", {each.name for each in mine.tables})
    named = replace(brought, name=name, file=brought.file[-LONGEST_NAME:])
    with _lock:
        if sum(each.bytes for each in _all_tables) + size > LARGEST_OF_ALL:
            message = "This server holds too many tables right now. Try again later."
            raise TableRefusedError(message)
        mine.tables = (*mine.tables, named)
    return named


def rename(key: str, name: str) -> None:
    """Give a table another name.

    An empty one, or that of another table, changes nothing.
    """
    brought, wanted = table(key), name.strip()[:LONGEST_NAME]
    if brought is not None and wanted and wanted not in {each.name for each in tables()}:
        _put(replace(brought, name=wanted))


def answer(key: str, recipe: Recipe) -> None:
    """Let a table be read with other answers."""
    brought = table(key)
    if brought is not None and brought.recipe != recipe:
        _put(brought.with_recipe(recipe))


def replace_content(key: str, content: bytes) -> None:
    """Let other cells stand in a table."""
    brought = table(key)
    if brought is not None and brought.content != content:
        _put(replace(brought, content=content))


def remove(key: str) -> None:
    """Take a table out."""
    mine = _mine()
    mine.tables = tuple(each for each in mine.tables if each.key != key)
    # What was refused may have been one table too many.
    st.session_state[_READ] = {
        name: each for name, each in _read_tables().items() if name != key and each.found.sheet is not None
    }


def remove_all() -> None:
    """Take all tables out."""
    for each in tables():
        remove(each.key)


def read(brought: BroughtTable, progress: Callable[[float], None] | None = None) -> ReadTable:
    """Return what a table says; it is read once for the same answers.

    Args:
        brought: one of the tables.
        progress: called with the share of the file that is opened; what it raises stops the reading.
    """
    kept = _read_tables()
    before = kept.get(brought.key)
    if before is not None and before.brought is brought:
        return before
    others = sum(each.found.rows for key, each in kept.items() if key != brought.key)
    now = read_brought(brought, _importer(), before, progress, max(0, MOST_ROWS - others))
    kept[brought.key] = now
    return now


def is_read(brought: BroughtTable) -> bool:
    """Return whether a table was read with its present answers."""
    before = _read_tables().get(brought.key)
    return before is not None and before.brought is brought


def own_tables() -> tuple[OwnTable, ...]:
    """Return the tables that have events.

    It is the same object as long as nothing changes.
    """
    mine = _mine()
    own = tuple(found.own for each in mine.tables if (found := read(each)).own.events.num_rows)
    if len(own) != len(mine.own) or any(one is not other for one, other in zip(own, mine.own, strict=True)):
        mine.own = own
    return mine.own


def address() -> str:
    """Return where the map gets the visitor's events, seen from any page.

    Empty where there are none.
    """
    if _TABLES not in st.session_state:
        return ""
    own = own_tables()
    if not own:
        publication().withdraw()
        return ""
    return publication().address(own) or publication().publish(own, own_data(resources.load_atlas(), own))


def _mine() -> _Tables:
    if _TABLES not in st.session_state:
        st.session_state[_TABLES] = _Tables()
    mine: _Tables = st.session_state[_TABLES]
    return mine


def _read_tables() -> dict[str, ReadTable]:
    kept: dict[str, ReadTable] = st.session_state.setdefault(_READ, {})
    return kept


def _importer() -> Importer:
    """Return the reader of this session: it keeps the names of places that it was asked for."""
    atlas = resources.load_atlas()
    kept: tuple[str, Importer] | None = st.session_state.get(_IMPORTER)
    if kept is None or kept[0] != atlas.version:
        kept = st.session_state[_IMPORTER] = (atlas.version, Importer(atlas, resources.load_geography()))
    return kept[1]


def _put(brought: BroughtTable) -> None:
    mine = _mine()
    mine.tables = tuple(brought if each.key == brought.key else each for each in mine.tables)
