"""References of a scene: the texts of the records that it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from geodata.atlas import Atlas
    from geodata.lessons.model import Scene


@dataclass(frozen=True, slots=True)
class RecordText:
    """Text of one record that a scene names."""

    text: str
    """All that it tells in words."""
    days: tuple[date, ...] = ()
    """Days that stand in fields of their own."""


def texts_behind(scene: Scene, atlas: Atlas) -> Iterator[RecordText]:
    """Yield what the records of a scene say.

    These are its events, claims, terms and sources, its zones and their sizes.

    Ids that the tables do not have are passed over.
    """
    for event in (atlas.event(name) for name in scene.events if atlas.has_event(name)):
        told = f"{event.title}. {event.summary} {event.contested} {event.place}"
        yield RecordText(told, tuple(filter(None, (event.start, event.last_day))))
    for source in (atlas.source(name) for name in scene.sources if atlas.has_source(name)):
        yield RecordText(f"{source.title} {source.date}")
    for claim in (row for row in atlas.claims if row.id in scene.claims):
        yield RecordText(f"{claim.statement} {claim.finding}")
    for term in (row for row in atlas.terms if row.id in scene.terms):
        yield RecordText(f"{term.wording} {term.used_by} {term.meaning}")
    for zone in (row for row in atlas.zones if row.id in scene.areas):
        yield RecordText(zone.note, (zone.start,))
    for figure in (row for row in atlas.figures if set(row.zones) <= set(scene.areas)):
        yield RecordText(f"{figure.low_km2:,g}; {figure.high_km2:,g}; {figure.note}", (figure.day,))
