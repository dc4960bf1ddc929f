"""The sources as a reader wants them: who published each, how close to a party, and how many events rest on it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geodata.atlas import Atlas


@dataclass(frozen=True, slots=True)
class Entry:
    """One source with its publisher."""

    title: str
    """Title of the page, or its address where the title was not recorded."""
    publisher: str
    """The publisher's usual name; empty where it was not recorded."""
    kind: str
    """What sort of publisher; empty where it was not recorded."""
    based_in: str
    """Country; empty when not known."""
    note: str
    """Known closeness to a party, or through whom the text came; empty when nothing is known."""
    date: str
    """Day of publication as ISO date; empty when not known."""
    url: str
    """Address."""
    events: int
    """Number of events that cite it."""


def bibliography(atlas: Atlas) -> tuple[Entry, ...]:
    """Return all sources, those that most events rest on first."""
    cited = Counter(source for event in atlas.events for source in event.sources)
    publishers = {publisher.id: publisher for publisher in atlas.publishers}
    entries = []
    for source in atlas.sources:
        publisher = publishers.get(source.publisher)
        entries.append(
            Entry(
                source.title or source.url,
                publisher.canonical_name if publisher else source.publisher,
                publisher.kind if publisher else "",
                publisher.based_in if publisher else "",
                publisher.affiliation_note if publisher else "",
                source.date,
                source.url,
                cited[source.id],
            )
        )
    return tuple(sorted(entries, key=lambda entry: (-entry.events, entry.publisher, entry.title)))
