"""Cases of filters on which Python and the page agree.

tests/web/filters.test.js reads the same file.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from geodata.dates.precision import DatePrecision
from geodata.dates.span import Span
from geodata.records.events import Actor, Category, Event, Party
from geodata.records.fields import LocationPrecision
from geodata.records.places import Spelling
from tests.paths import CASES

if TYPE_CHECKING:
    from geodata.atlas import Atlas

TABLE: dict[str, Any] = json.loads((CASES / "filters.json").read_text(encoding="utf-8"))


def atlas_of_cases(atlas: Atlas) -> Atlas:
    """Return ``atlas`` with the few rows of the file in place of its own."""
    return replace(
        atlas,
        categories=tuple(_category(row) for row in TABLE["categories"]),
        parties=tuple(Party(id=row, name=row, description="") for row in TABLE["parties"]),
        actors=tuple(Actor(**row) for row in TABLE["actors"]),
        spellings=tuple(Spelling(**row) for row in TABLE["spellings"]),
        places=(),
        events=tuple(_event(row) for row in TABLE["events"]),
    )


def span_of(case: dict[str, Any]) -> Span | None:
    """Return the range of a case, if it has one."""
    if "range" not in case:
        return None
    first, after = map(date.fromisoformat, case["range"])
    return Span(first, after)


def _category(category: str) -> Category:
    return Category(id=category, name=category, group="people", shape="circle", colour="#123456")


def _event(row: dict[str, Any]) -> Event:
    own = {name: row[name] for name in ("id", "title", "summary", "place", "contested", "categories", "actors")}
    return Event(
        **own,
        start=date.fromisoformat(row["start"]),
        last_day=date.fromisoformat(row["last_day"]) if "last_day" in row else None,
        date_precision=DatePrecision(row.get("date_precision", "day")),
        lat=36.9,
        lon=38.35,
        location_precision=LocationPrecision("town"),
        sources=("a-source",),
    )
