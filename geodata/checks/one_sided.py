"""Check for events of violence told by one side alone.

A source belongs to a side where its publisher has an affiliation. An event is listed where its category asks for both
sides (`both_sides` in the table of categories) or its title has one of the words of the setting `accusing-words`, where
its sources belong to one side at most, and where nothing stands under contested. It need not be wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geodata.atlas import Atlas
    from geodata.records.events import Event

WORDS = "accusing-words"
"""Id of the setting with the words in titles that ask for both sides."""


def one_sided_events(atlas: Atlas) -> tuple[Event, ...]:
    """Return the events for which at most one side is heard.

    They are in the order of the table.
    """
    asking = {category.id for category in atlas.categories if category.both_sides}
    words = [word.strip().lower() for word in atlas.setting(WORDS).split(";") if word.strip()]
    return tuple(
        event
        for event in atlas.events
        if not event.contested
        and (asking.intersection(event.categories) or any(word in event.title.lower() for word in words))
        and len(sides_of(atlas, event)) <= 1
    )


def sides_of(atlas: Atlas, event: Event) -> frozenset[str]:
    """Return the ids of the affiliations of an event's publishers."""
    publishers = (atlas.source(source).publisher for source in event.sources if atlas.has_source(source))
    sides = (atlas.publisher(publisher).affiliation for publisher in publishers if atlas.has_publisher(publisher))
    return frozenset(filter(None, sides))


def one_sided_lines(atlas: Atlas) -> Iterator[str]:
    """Yield the list of one-sided events, line by line.

    Their number comes first.
    """
    names = {row.id: row.name for row in atlas.affiliations}
    events = one_sided_events(atlas)
    number = "1 event" if len(events) == 1 else f"{len(events)} events"
    yield f"{number} of violence, trials or sanctions with sources from at most one side and nothing contested"
    for event in events:
        sides = (
            ", ".join(sorted(names.get(side, side) for side in sides_of(atlas, event)))
            or "no source with a known affiliation"
        )
        yield f"  {event.start}  {event.id}: {event.title} ({sides})"
