"""Events of a visitor's own tables, as columns for the document."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from geodata.dates.iso import EPOCH
from geodata.text.folding import fold
from timemap.document.events import other_category

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from geodata.atlas import Atlas
    from timemap.own_data.own_table import OwnTable

PREFIX = "own-"
"""Beginning of the ids of own events, which no event of ours has."""

BETWEEN = "; "
"""What parts several names in one cell."""

_DEGREES = 5
"""Digits of coordinates behind the point, as those of our events have them."""


def own_data(atlas: Atlas, tables: Sequence[OwnTable]) -> dict[str, Any]:
    """Return the events of own tables as columns, by their first day.

    The columns are those of `timemap.document.events.event_columns`, but for what only ours have, and ``table`` (number
    of the table), ``row``, ``deaths`` (best, low and high; null for unknown), ``status``, ``kind`` (the category as it
    is written) and ``cited`` (texts and addresses of sources), which only own ones have. A category is a number in the
    table of ours; the one after the last is ``other``.
    """
    rows = _rows(tables)
    split = cache(_split)
    reader = _Reader(atlas)
    names, addresses = _texts(rows, "sources"), _texts(rows, "source_addresses")
    actors = _texts(rows, "actors")
    kinds = _texts(rows, "category")
    return {
        "tables": [{"name": table.name, "restricted": table.restricted} for table in tables],
        "other": other_category(),
        "columns": {
            "id": _ids(rows),
            "start": _days(rows, "start"),
            "end": [day + 1 for day in _days(rows, "last_day")],
            "precision": _texts(rows, "date_precision"),
            "title": _texts(rows, "title"),
            "categories": list(map(reader.categories, kinds, _texts(rows, "proposed_category"))),
            "lat": pc.round(rows["lat"], _DEGREES).to_pylist(),
            "lon": pc.round(rows["lon"], _DEGREES).to_pylist(),
            "where": _texts(rows, "location_precision"),
            "place": _texts(rows, "place"),
            "summary": _texts(rows, "summary"),
            "contested": _texts(rows, "contested"),
            "actors": [split(text) for text in actors],
            "actorsAsWritten": [reader.usual_names(text) for text in actors],
            "parties": [reader.parties(text) for text in actors],
            "table": rows["table"].to_pylist(),
            "row": rows["row"].to_pylist(),
            "deaths": _deaths(rows),
            "status": _texts(rows, "status"),
            "kind": kinds,
            "cited": [
                [split(texts), split(web)] if texts or web else [] for texts, web in zip(names, addresses, strict=True)
            ],
        },
    }


def _rows(tables: Sequence[OwnTable]) -> pa.Table:
    """Return all rows, each with the number of its table, in order of time."""
    numbered = [
        table.events.append_column("table", pa.array([number] * table.events.num_rows, pa.int32()))
        for number, table in enumerate(tables)
    ]
    rows = pa.concat_tables(numbered)
    last = pc.coalesce(rows["last_day"], rows["start"])
    rows = rows.set_column(rows.column_names.index("last_day"), "last_day", last)
    return rows.sort_by([("start", "ascending"), ("last_day", "ascending"), ("table", "ascending")])


def _ids(rows: pa.Table) -> list[str]:
    """Return an id for each row, of its table and row, so that a link still leads to it when the table is read anew."""
    taken: dict[str, int] = {}
    ids = []
    for table, row in zip(rows["table"].to_pylist(), rows["row"].to_pylist(), strict=True):
        name = f"{PREFIX}{table + 1}-{row}"
        again = taken[name] = taken.get(name, 0) + 1
        ids.append(name if again == 1 else f"{name}-{again}")
    return ids


def _texts(rows: pa.Table, name: str) -> list[str]:
    texts: list[str] = pc.fill_null(rows[name], "").to_pylist()
    return texts


def _days(rows: pa.Table, name: str) -> list[int]:
    days: list[int] = pc.days_between(pa.scalar(EPOCH), rows[name]).to_pylist()
    return days


def _deaths(rows: pa.Table) -> list[list[int | None]]:
    """Return best, low and high figure of each row; nothing where none is known."""
    columns = (rows[name].to_pylist() for name in ("deaths", "deaths_low", "deaths_high"))
    return [[] if figures == (None, None, None) else list(figures) for figures in zip(*columns, strict=True)]


def _split(text: str) -> list[str]:
    return [part for part in text.split(BETWEEN) if part]


class _Reader:
    """Reader of categories and actors; what many rows share is read once."""

    def __init__(self, atlas: Atlas) -> None:
        ours = {category.id: number for number, category in enumerate(atlas.categories)}
        named = {fold(category.name): number for number, category in enumerate(atlas.categories)}
        usual = {fold(row.actor): row.canonical_name for row in atlas.actors}
        party_of = {fold(row.actor): row.party for row in atlas.actors} | {
            fold(row.canonical_name): row.party for row in atlas.actors
        }
        parties = {party.id: number for number, party in enumerate(atlas.parties)}

        @cache
        def categories(written: str, proposed: str) -> list[int]:
            found = [ours.get(name, named.get(fold(name))) for name in _split(written)] + [ours.get(proposed)]
            return list(dict.fromkeys(number for number in found if number is not None)) or [len(ours)]

        @cache
        def usual_names(text: str) -> list[str]:
            names = _split(text)
            return [name for actor in names if (name := usual.get(fold(actor), "")) and name not in names]

        @cache
        def parties_in(text: str) -> list[int]:
            found = (parties.get(party_of.get(fold(actor), "")) for actor in _split(text))
            return sorted({number for number in found if number is not None})

        self.categories: Callable[[str, str], list[int]] = categories
        """Numbers of the categories of ours that fit; that of ``other`` where none does."""
        self.usual_names: Callable[[str], list[str]] = usual_names
        """Names that our actors usually have, so that a search finds them by these too."""
        self.parties: Callable[[str], list[int]] = parties_in
        """Numbers of the parties that act in an event."""
