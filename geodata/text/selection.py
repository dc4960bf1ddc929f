"""Filters of events: by days, categories, parties and words.

The same atlas and the same wishes always give the same events, in order of time.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from geodata.text.folding import fold
from geodata.text.search import SearchIndex
from geodata.text.spellings import searched_text

if TYPE_CHECKING:
    from collections.abc import Collection

    from geodata.atlas import Atlas
    from geodata.dates.span import Span
    from geodata.records.events import Event


@dataclass(frozen=True, slots=True)
class Selection:
    """The events that passed."""

    events: tuple[Event, ...]
    """Sorted by their first possible day, then by id."""

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the events, in their order."""
        return tuple(event.id for event in self.events)


@lru_cache(maxsize=4)
def _findable(atlas: Atlas) -> SearchIndex[Event]:
    return SearchIndex.of(atlas, atlas.events, partial(searched_text, atlas))


def filter_events(
    atlas: Atlas,
    *,
    span: Span | None = None,
    categories: Collection[str] | None = None,
    parties: Collection[str] | None = None,
    words: str = "",
) -> Selection:
    """Return the events that meet every wish.

    An empty or missing wish lets all pass.

    >>> from geodata.atlas import load
    >>> filter_events(load(), words="peshmerga mursitpinar").ids
    ('turkey-allows-peshmerga', 'fsa-and-peshmerga-arrive', 'peshmerga-leave-kobane')

    Args:
        atlas: what is known.
        span: events of which at least one possible day lies in it.
        categories: ids, any of which is among the event's.
        parties: ids, any of which acts in the event.
        words: text, every word of which begins a word of the event in any spelling, script or case; a text of signs
            alone is found in none.
    """
    wanted_categories = frozenset(categories or ()) or None
    wanted_parties = frozenset(parties or ()) or None
    found = _findable(atlas).search(words) if fold(words) else atlas.events

    def passes(event: Event) -> bool:
        return (
            (span is None or event.span.overlaps(span))
            and (wanted_categories is None or not wanted_categories.isdisjoint(event.categories))
            and (wanted_parties is None or not wanted_parties.isdisjoint(atlas.parties_of(event)))
        )

    events = sorted(filter(passes, found), key=lambda event: event.order)
    return Selection(tuple(events))
