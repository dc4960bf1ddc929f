"""Check of the views of starting points: their days and events."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from geodata.dates.iso import iso_day
from geodata.io.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from geodata.io.tables import Rows

DAYS = ("from", "to", "moment", "compare")


def check_starting_points(tables: Mapping[str, Rows[Any]]) -> Iterator[Problem]:
    """Yield a problem for every address with a wrong day or event."""
    rows, events = tables["starting_points"], {event.id for event in tables["events"].records}
    for number, row in rows:
        for name, value in parse_qsl(row.address):
            if name in DAYS and iso_day(value) is None:
                yield Problem(rows.file, number, "address", value, "a day such as 2014-10-06")
            if name == "event" and value not in events | tables["events"].lost:
                yield Problem(rows.file, number, "address", value, "the id of an event")
