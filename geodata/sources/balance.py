"""Balance of sources by kind and affiliation; one-sided events."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geodata.atlas import Atlas
    from geodata.records.events import Event
    from geodata.records.sources import Publisher


@dataclass(frozen=True, slots=True)
class Share:
    """One part of the sources."""

    id: str
    """Id of a kind of publisher or of an affiliation; empty where none is known."""
    name: str
    """Its name; empty where none is known."""
    sources: int
    """How many sources there are in it."""
    share: float
    """Their share of all sources, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class OneSidedEvent:
    """An event that rests on one side alone."""

    event: Event
    publishers: tuple[str, ...]
    """Who published its sources, by the usual names; empty where that was not recorded."""
    affiliation: str
    """Name of the affiliation that they all share; empty where a single publisher stands alone that has none known."""


@dataclass(frozen=True, slots=True)
class SourceBalance:
    """Balance of sources of some events, by kind and affiliation."""

    sources: int
    """Number of sources, each counted once however many events it carries."""
    kinds: tuple[Share, ...]
    """The sources by kind of publisher, the largest part first; together they are all."""
    affiliations: tuple[Share, ...]
    """The sources by known affiliation, the largest part first, then those of no known one; together they are all."""
    one_sided: tuple[OneSidedEvent, ...]
    """In the order of the events."""


def analyse_sources(atlas: Atlas, events: Iterable[Event]) -> SourceBalance:
    """Return the balance of the sources of ``events``.

    It says how they divide, and which of the events rest on one side alone.

    An event rests on one side if a single publisher carries it, by whatever number of texts, or if all its publishers
    have the same known affiliation. A source whose publisher was not recorded counts as a publisher of its own.

    >>> from geodata.atlas import load
    >>> atlas = load()
    >>> found = analyse_sources(atlas, [atlas.event("helince-drone-strike")])
    >>> sum(kind.sources for kind in found.kinds) == sum(one.sources for one in found.affiliations) == found.sources
    True
    """
    chosen = tuple(events)
    sources = dict.fromkeys(source for event in chosen for source in event.sources)
    publishers = [_publisher(atlas, source) for source in sources]
    kinds = Counter(publisher.kind if publisher else "" for publisher in publishers)
    affiliations = Counter(publisher.affiliation if publisher else "" for publisher in publishers)
    names = {row.id: row.name for row in atlas.affiliations}
    return SourceBalance(
        len(publishers),
        _shares(kinds, {kind: atlas.kind_name(kind) for kind in kinds if kind}),
        _shares(affiliations, names),
        tuple(filter(None, (_one_sided(atlas, event, names) for event in chosen))),
    )


def _publisher(atlas: Atlas, source_id: str) -> Publisher | None:
    publisher = atlas.source(source_id).publisher if atlas.has_source(source_id) else ""
    return atlas.publisher(publisher) if atlas.has_publisher(publisher) else None


def _shares(counts: Counter[str], names: Mapping[str, str]) -> tuple[Share, ...]:
    order = sorted(counts, key=lambda one: (not one, -counts[one], names.get(one, one)))
    return tuple(Share(one, names.get(one, one), counts[one], counts[one] / counts.total()) for one in order)


def _one_sided(atlas: Atlas, event: Event, names: Mapping[str, str]) -> OneSidedEvent | None:
    """Return ``event`` with its side if it has only one."""
    publishers = {source: _publisher(atlas, source) for source in event.sources}
    alone = {publisher.canonical_name if publisher else source for source, publisher in publishers.items()}
    sides = {publisher.affiliation if publisher else "" for publisher in publishers.values()}
    shared = sides.pop() if len(sides) == 1 else ""
    if not publishers or (len(alone) > 1 and not shared):
        return None
    known = dict.fromkeys(publisher.canonical_name for publisher in publishers.values() if publisher)
    return OneSidedEvent(event, tuple(known), names.get(shared, shared))
