"""Events as rows for every file format: columns, sources spelled out."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from geodata.io.csv_writer import to_csv

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from geodata.atlas import Atlas
    from geodata.records.events import Event

    Value: TypeAlias = str | float | bool | date | tuple[str, ...] | None

COLUMNS = (
    "id",
    "start",
    "end",
    "date_precision",
    "date_in_words",
    "title",
    "summary",
    "main_category",
    "categories",
    "place",
    "lat",
    "lon",
    "country",
    "location_precision",
    "actors",
    "parties",
    "contested",
    "sources",
    "founding_article",
    "former_id",
)
"""Names of the columns, in their order."""


def events_csv(atlas: Atlas, events: Iterable[Event], credit: str = "", separator: str = ",") -> bytes:
    """Return the events as CSV with a header; see `csv_of`.

    Args:
        atlas: what is known.
        events: a row each, in this order.
        credit: what the table is, of when and by whom; where given, a last column says it in every row, so that it is
            not lost when rows are copied.
        separator: what stands between two cells; with a semicolon, numbers have a decimal comma.
    """
    last = ("credit", credit) if credit else ()
    rows = ((*event_cells(atlas, event).values(), *last[1:]) for event in events)
    return to_csv((*COLUMNS, *last[:1]), rows, separator)


def source_in_words(atlas: Atlas, source_id: str) -> str:
    """Return a source as title, publisher with its kind, date and address.

    What is not known is left out; of an unknown source only the id is there.
    """
    if not atlas.has_source(source_id):
        return source_id
    source = atlas.source(source_id)
    by = ""
    if atlas.has_publisher(source.publisher):
        publisher = atlas.publisher(source.publisher)
        by = f"{publisher.canonical_name} ({atlas.kind_name(publisher.kind)})"
    return ", ".join(part for part in (source.title, by, source.date, source.url) if part)


def event_values(atlas: Atlas, event: Event) -> dict[str, Value]:
    """Return what is known of an event by column, in the order of ``COLUMNS``.

    ``start`` and ``end`` are the first and the last day, both included, on which it may have happened; an empty text
    is None, several values are a tuple.
    """
    categories = atlas.category_names(event)
    parties = {party.id: party.name for party in atlas.parties}
    sides = (atlas.party_of(actor) for actor in event.actors)
    values: dict[str, Value] = {
        "id": event.id,
        "start": event.span.start,
        "end": event.span.last_day,
        "date_precision": event.date_precision.value,
        "date_in_words": event.when,
        "title": event.title,
        "summary": event.summary or None,
        "main_category": categories[0],
        "categories": categories,
        "place": event.place or None,
        "lat": event.lat,
        "lon": event.lon,
        "country": event.country or None,
        "location_precision": event.location_precision.value,
        "actors": event.actors,
        "parties": tuple(dict.fromkeys(parties.get(side, side) for side in sides if side)),
        "contested": event.contested or None,
        "sources": tuple(source_in_words(atlas, source) for source in event.sources),
        "founding_article": event.founding_article,
        "former_id": event.former_id or None,
    }
    return {name: values[name] for name in COLUMNS}


def event_cells(atlas: Atlas, event: Event) -> dict[str, str | float]:
    """Return the values of an event as texts and numbers.

    Days are ISO dates, and several values are one text.
    """
    return {name: _cell(value) for name, value in event_values(atlas, event).items()}


def _cell(value: Value) -> str | float:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "; ".join(value)
    if value is None or isinstance(value, (str, float)):
        return value or ""
    return str(value)
