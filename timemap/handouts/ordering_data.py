"""Ordering exercise as plain data: mixed events, and the solution."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geodata.dates.iso import day_number
from timemap.document.source_list import source_entry

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.lessons.ordering_exercise import Ordering


def ordering_data(atlas: Atlas, ordering: Ordering) -> dict[str, Any]:
    """Return an exercise as plain lists and dictionaries for JSON.

    ``asked`` holds the events in their mixed order, each with ``id``, ``title`` and ``place``. ``solution`` holds the
    same ids in order of time, each with ``day`` (the first possible one, counted from 1970-01-01), ``when`` (in words),
    ``summary`` and ``sources`` (as `timemap.document.source_list.source_entry` gives them).
    """
    return {
        "seed": ordering.seed,
        "asked": [{"id": event.id, "title": event.title, "place": event.place} for event in ordering.asked],
        "solution": [
            {
                "id": event.id,
                "day": day_number(event.span.start),
                "when": event.when,
                "summary": event.summary,
                "sources": [source_entry(atlas, source) for source in dict.fromkeys(event.sources)],
            }
            for event in ordering.solution
        ],
    }
