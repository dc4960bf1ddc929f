"""Options of the forms: all that a scene can name, in order."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geodata.atlas import Atlas

MODES = {"day": "This day", "until": "Up to this day", "range": "All in the range"}
"""Ways to see events, in the words of the map."""


@lru_cache(maxsize=2)
def events(atlas: Atlas) -> Mapping[str, str]:
    """Return all events in order of time."""
    return {event.id: f"{event.when}: {event.title}" for event in sorted(atlas.events, key=lambda row: row.order)}


@lru_cache(maxsize=2)
def areas(atlas: Atlas) -> Mapping[str, str]:
    """Return controllers, then zones."""
    return {row.id: row.name for row in atlas.controllers} | {row.id: row.name for row in atlas.zones}


@lru_cache(maxsize=2)
def terms(atlas: Atlas) -> Mapping[str, str]:
    """Return the contested words, each with who uses it."""
    return {row.id: f"{row.wording} ({row.used_by})" for row in atlas.terms}


@lru_cache(maxsize=2)
def claims(atlas: Atlas) -> Mapping[str, str]:
    """Return the statements of the founding article with their numbers."""
    return {row.id: f"{number}. {row.statement}" for number, row in enumerate(atlas.claims, 1)}


@lru_cache(maxsize=2)
def sources(atlas: Atlas) -> Mapping[str, str]:
    """Return the sources by publisher."""
    rows = {row.id: f"{_publisher(atlas, row.publisher)}: {row.title or row.url}" for row in atlas.sources}
    return dict(sorted(rows.items(), key=lambda row: row[1].casefold()))


def _publisher(atlas: Atlas, publisher_id: str) -> str:
    return atlas.publisher(publisher_id).name if atlas.has_publisher(publisher_id) else publisher_id
