"""Start card of the document: starting points, and whether it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timemap.state.initial import initial_state

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from timemap.state.initial import InitialState


def start_data(atlas: Atlas, opening: InitialState) -> dict[str, Any]:
    """Return the starting points and the key dates for the start card.

    The key dates are with what happened on them, the pages are those beside the document.
    """
    bare = initial_state(atlas, today=opening.whole.last_day or opening.moment)
    return {
        "welcome": bool(atlas.starting_points) and not opening.names_something(bare),
        "points": [row.model_dump() for row in atlas.starting_points],
        "days": [
            {"day": row.day.isoformat(), "title": atlas.event(row.event).title}
            for row in atlas.key_dates
            if atlas.has_event(row.event)
        ],
        "pages": dict(opening.pages),
    }
