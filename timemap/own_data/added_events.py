"""Events that are added one by one, as a table of their own."""

from __future__ import annotations

import csv
import io
from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING

from geodata.table_import.recipe import Recipe

if TYPE_CHECKING:
    from collections.abc import Iterable

NAME = "Added events"
"""What the table is called at first."""

MOST_EVENTS = 2_000
"""Events that one table of this kind holds."""

LONGEST_TEXT = 5_000
"""Characters of a field."""


@dataclass(frozen=True, slots=True)
class AddedEvent:
    """An event as it was typed."""

    date: str = ""
    last_day: str = ""
    title: str = ""
    place: str = ""
    latitude: str = ""
    longitude: str = ""
    words: str = ""
    category: str = ""
    source: str = ""
    link: str = ""


_ROLES = {
    "date": "start",
    "last_day": "end",
    "title": "title",
    "place": "place",
    "latitude": "latitude",
    "longitude": "longitude",
    "words": "summary",
    "category": "category",
    "source": "source",
    "link": "source-address",
}
COLUMNS = tuple(field.name for field in fields(AddedEvent))
RECIPE = Recipe(columns=_ROLES, answers={"delimiter": ",", "header": "1", "decimal": "."})
"""Answers that are known beforehand: the columns, the row that names them, and the signs."""


def added_table(events: Iterable[AddedEvent]) -> bytes:
    """Return events as a table in CSV."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    writer.writerows(astuple(event) for event in events)
    return out.getvalue().encode()


def read_added(content: bytes) -> tuple[AddedEvent, ...]:
    """Return the events of such a table.

    Raises:
        ValueError: if it is none.
    """
    rows = csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True)
    try:
        if tuple(next(rows, ())) != COLUMNS:
            message = f"expected the columns {', '.join(COLUMNS)}"
            raise ValueError(message)
        return tuple(AddedEvent(*row) for row in rows if row and _is_whole(row))
    except csv.Error as error:
        message = "expected a table of added events"
        raise ValueError(message) from error


def _is_whole(row: list[str]) -> bool:
    if len(row) != len(COLUMNS):
        message = f"expected {len(COLUMNS)} cells in each row, got {len(row)}"
        raise ValueError(message)
    return True
