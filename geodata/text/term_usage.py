"""Usage of contested wordings: the events in whose texts they stand."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from geodata.text.contested_terms import contested_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geodata.atlas import Atlas


@lru_cache(maxsize=4)
def events_by_wording(atlas: Atlas) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of the events that use a wording, by its id.

    A form of it stands in their title, summary or dispute.

    Events are in the order of their table; a wording that stands in none is left out.

    >>> from geodata.atlas import load
    >>> events_by_wording(load())["held-safe-zone"]
    ('erdogan-un-safe-zone-map',)
    """
    found: dict[str, list[str]] = {}
    for event in atlas.events:
        text = f"{event.title}\n{event.summary}\n{event.contested}"
        terms = (term.id for segment in contested_words(text, atlas.terms) for term in segment.terms)
        for term in dict.fromkeys(terms):
            found.setdefault(term, []).append(event.id)
    return {term: tuple(events) for term, events in found.items()}
