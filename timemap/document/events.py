"""Events and their sources as columns for the document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from geodata.dates.iso import day_number
from geodata.text.folding import fold, words_of
from geodata.text.place_names import names_of
from geodata.text.spellings import searched_text, spellings_of
from timemap.style.symbols import OTHER_COLOUR, OTHER_NAME, OTHER_SHAPE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geodata.atlas import Atlas
    from geodata.records.events import Event
    from geodata.records.places import Place
    from timemap.document.source_list import SourceList

NEAR_DEGREES = 0.15
"""A place can lend its names to an event only within about 15 km."""

OTHER = "other"
"""Id of the category that stands for those that are not in the table, so that their events are shown all the same."""

_ASIDE = re.compile(r"\s*\(.*?\)")


class NamesNearby:
    """Finder of the place that an event's caption names.

    So the event can show all names of it.
    """

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas
        towns = [place for place in atlas.places if place.kind in {"city", "town", "village"}]
        self._folded = [(fold(_ASIDE.sub("", place.name)), place) for place in towns]

    def of(self, event: Event) -> dict[str, str] | None:
        """Return the names of the place in the caption of ``event``, or None.

        It is the place with the longest name there.
        """
        caption = f" {fold(event.place)} "
        best: tuple[int, Place] | None = None
        for name, place in self._folded:
            near = abs(place.lat - event.lat) < NEAR_DEGREES and abs(place.lon - event.lon) < NEAR_DEGREES
            if near and f" {name} " in re.sub(r"[,;()]", " ", caption) and (best is None or len(name) > best[0]):
                best = (len(name), place)
        return names_of(self._atlas, best[1]) if best else None


def event_columns(atlas: Atlas, events: Sequence[Event], sources: SourceList) -> dict[str, list[Any]]:
    """Return ``events`` as columns, one value per event.

    ``sources`` numbers theirs.
    """
    rows = sorted(events, key=lambda event: event.order)
    categories = {category.id: index for index, category in enumerate(atlas.categories)}
    parties = {party.id: index for index, party in enumerate(atlas.parties)}
    actors = {actor.actor: actor.canonical_name for actor in atlas.actors}
    names, spellings = NamesNearby(atlas), spellings_of(atlas)
    return {
        "id": [event.id for event in rows],
        "start": [day_number(event.span.start) for event in rows],
        "end": [day_number(event.span.end) for event in rows if event.span.end],
        "precision": [event.date_precision.value for event in rows],
        "title": [event.title for event in rows],
        "categories": [_numbers(event, categories) for event in rows],
        "lat": [round(event.lat, 5) for event in rows],
        "lon": [round(event.lon, 5) for event in rows],
        "where": [event.location_precision.value for event in rows],
        "place": [event.place for event in rows],
        "summary": [event.summary for event in rows],
        "contested": [event.contested for event in rows],
        "actors": [list(dict.fromkeys(actors.get(actor, actor) for actor in event.actors)) for event in rows],
        "actorsAsWritten": [_otherwise_written(event, actors) for event in rows],
        "parties": [_party_numbers(atlas, event, parties) for event in rows],
        "spellings": [list(spellings.named_in(searched_text(atlas, event))) for event in rows],
        "sources": [[sources.number(source) for source in event.sources] for event in rows],
        "formerId": [event.former_id for event in rows],
        "column": [event.founding_article for event in rows],
        "names": [names.of(event) for event in rows],
    }


def _numbers(event: Event, categories: Mapping[str, int]) -> list[int]:
    """Return the numbers of an event's categories, each once.

    Unknown ones share the number after the last.
    """
    return list(dict.fromkeys(categories.get(category, len(categories)) for category in event.categories))


def _otherwise_written(event: Event, usual: Mapping[str, str]) -> list[str]:
    """Return the actors whose spelling in an event holds words that its other texts do not, so that they are found."""
    texts = (event.title, event.summary, event.place, event.contested)
    shown = set(words_of(" ".join((*texts, *(usual.get(actor, actor) for actor in event.actors)))))
    return [actor for actor in event.actors if not shown.issuperset(words_of(actor))]


def _party_numbers(atlas: Atlas, event: Event, parties: Mapping[str, int]) -> list[int]:
    """Return the numbers of the parties that act in an event."""
    return sorted(parties[party] for party in atlas.parties_of(event) if party in parties)


def category_entries(atlas: Atlas, events: Sequence[Event]) -> list[dict[str, str]]:
    """Return the categories of the document.

    A neutral one is at the end if one of an event's is not among them.
    """
    entries = [
        {
            "id": row.id,
            "name": row.name,
            "group": row.group,
            "path": row.shape.outline,
            "colour": row.colour,
            "description": row.description,
        }
        for row in atlas.categories
    ]
    if {category for event in events for category in event.categories} - {row.id for row in atlas.categories}:
        entries.append(other_category())
    return entries


def other_category() -> dict[str, str]:
    """Return the neutral category, for events whose own is not among ours."""
    look = {"path": OTHER_SHAPE, "colour": OTHER_COLOUR}
    return {"id": OTHER, "name": OTHER_NAME, "group": OTHER, **look, "description": ""}
