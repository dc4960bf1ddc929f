"""Check for duplicates: ids, former ids, actors, publishers, addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodata.io.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from geodata.io.tables import Rows

_ALSO_ONCE = (("sources", "url"), ("publishers", "name"), ("events", "former_id"))
"""Columns beside the first one of a table whose values must differ, as far as there are any."""

_MAY_REPEAT = frozenset(
    {
        "feature_names",
        "holds",
        "disputes",
        "area_topics",
        "area_ranges",
        "front_marks",
        "crossing_states",
        "controller_names",
        "successions",
    }
)
"""Tables whose first column names something that has several rows."""


def check_identity(tables: Mapping[str, Rows[Any]]) -> Iterator[Problem]:
    """Yield a problem for everything that is there more than once."""
    for name, rows in tables.items():
        if name not in _MAY_REPEAT and rows.records:
            yield from _check_once(rows, next(iter(type(rows.records[0]).model_fields)))
    for name, column in _ALSO_ONCE:
        yield from _check_once(tables[name], column)
    yield from _check_former(tables["events"])


def _check_once(rows: Rows[Any], column: str) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for number, record in rows:
        value = getattr(record, column)
        if value and value in seen:
            yield Problem(rows.file, number, column, value, "a value that no other row has", f"See row {seen[value]}.")
        seen.setdefault(value, number)


def _check_former(events: Rows[Any]) -> Iterator[Problem]:
    numbers = {event.id: number for number, event in events}
    for number, event in events:
        if event.former_id in numbers:
            hint = f"Row {numbers[event.former_id]} now has this id, so links to it would lead there."
            yield Problem(events.file, number, "former_id", event.former_id, "an id that no event has now", hint)
