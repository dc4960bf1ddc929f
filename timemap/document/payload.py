"""Payload: all data of the document, as one JSON-ready dictionary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geodata.dates.iso import day_number
from geodata.records.controller_names import NOBODY
from geodata.records.fields import Confidence
from geodata.text.place_names import names_of
from timemap.document.areas import area_data
from timemap.document.base_map import base_data
from timemap.document.border import crossing_entries, post_entries, wall_entries
from timemap.document.choices import choices_data
from timemap.document.controllers import controller_entries, handover_data
from timemap.document.edges import edge_data
from timemap.document.events import category_entries, event_columns
from timemap.document.evidence import evidence_data
from timemap.document.lessons import lesson_data
from timemap.document.quarters import quarter_entries
from timemap.document.ranges import range_entries
from timemap.document.search import search_data
from timemap.document.source_list import SourceList
from timemap.document.start_card import start_data
from timemap.document.terms import terms_data
from timemap.document.zones import zone_entries
from timemap.state.fields import table
from timemap.text.legend_words import legend_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from geodata.dates.span import Span
    from timemap.state.initial import InitialState


_SUBJECT = {
    "region": "region",
    "side": "home-side",
    "border": "border-name",
    "borderStart": "border-start",
    "banks": "river-banks",
    "post": "post-name",
}
"""Settings with words for what the map in words tells, by their names there."""


def _days(span: Span) -> list[int | None]:
    return [day_number(span.start), day_number(span.end)]


def _focus(atlas: Atlas) -> dict[str, Any] | None:
    """Return the place that is always marked; None where it is not known."""
    place_id = atlas.setting("focus-place")
    if not atlas.has_place(place_id):
        return None
    focus = atlas.place(place_id)
    return {"id": focus.id, "lat": focus.lat, "lon": focus.lon, "names": names_of(atlas, focus)}


def _texts(atlas: Atlas, opening: InitialState) -> Iterator[str]:
    """Yield the texts in which contested wordings are marked."""
    for event in atlas.events:
        yield from (event.title, event.summary, event.contested)
    for controller in atlas.controllers:
        yield from (controller.name, controller.note)
    for dated in atlas.controller_names:
        yield dated.name
    for zone in atlas.zones:
        yield zone.name
    for statement in atlas.statements:
        yield statement.text
    for hold in atlas.holds:
        yield hold.note
    for lesson in opening.lessons:
        yield from (lesson.title, lesson.text, *lesson.aims)
        for scene in lesson.scenes:
            yield from (scene.title, scene.text, scene.question)
    yield from (atlas.setting("sentence"), atlas.setting("zones-name"))


def payload(dataset: Dataset, *, opening: InitialState) -> dict[str, Any]:
    """Return what the document is made from.

    Days are counted from 1970-01-01, coordinates are degrees WGS 84.
    """
    atlas, areas, geography = dataset.atlas, dataset.areas, dataset.geography
    sources = SourceList(atlas)
    first = atlas.setting_list("named-first")
    lat, lon, zoom = atlas.setting_numbers("opening-view")
    west, south, east, north = atlas.setting_numbers("area-bounds")
    return {
        "version": atlas.version,
        "fields": {name: table()[name] for name in ("fields", "layers", "others")},
        "title": atlas.setting("title"),
        "sentence": atlas.setting("sentence"),
        "disclaimer": atlas.setting("disclaimer"),
        "licence": atlas.setting("licence"),
        "attribution": atlas.setting("attribution"),
        "reportAddress": atlas.setting("report-address"),
        "languages": [
            {"code": row.code, "name": row.name, "dir": row.direction} for row in atlas.name_languages.values()
        ],
        "zonesName": atlas.setting("zones-name"),
        "legendWords": legend_words(),
        "subject": {key: atlas.setting(name) for key, name in _SUBJECT.items()},
        "foundingArticle": atlas.setting("founding-article"),
        "whole": _days(opening.whole),
        "range": _days(opening.span),
        "moment": day_number(opening.moment),
        "compare": None if opening.compare is None else day_number(opening.compare),
        "mode": opening.mode,
        "selected": opening.selected,
        "choices": choices_data(opening),
        "lessons": [lesson_data(atlas, lesson) for lesson in opening.lessons],
        "lesson": {"id": opening.lesson, "scene": opening.scene} if opening.lesson else None,
        "home": opening.home,
        "start": start_data(atlas, opening),
        "knownUntil": {
            "control": day_number(atlas.setting_day("control-known-until")),
            "events": day_number(atlas.setting_day("events-known-until")),
        },
        "view": {"lat": lat, "lon": lon, "zoom": zoom},
        "bounds": [[south, west], [north, east]],
        "events": event_columns(atlas, atlas.events, sources),
        "evidence": evidence_data(atlas, areas, sources),
        "quarters": quarter_entries(atlas, areas, sources),
        "edges": edge_data(areas, geography),
        "ranges": range_entries(atlas, areas),
        "words": terms_data(atlas, _texts(atlas, opening), sources),
        "sources": sources.table(),
        "categories": category_entries(atlas, atlas.events),
        **search_data(atlas),
        "controllers": controller_entries(atlas),
        "handovers": handover_data(atlas),
        "confidences": list(Confidence),
        "strengths": [confidence.strength for confidence in Confidence],
        "unknownHolder": NOBODY.capitalize(),
        "periods": [
            {
                "id": row.id,
                "name": row.name,
                "start": day_number(row.span.start),
                "end": day_number(row.span.end),
                "chapter": row.chapter,
                "line": row.one_line,
                "short": row.short,
            }
            for row in atlas.periods
        ],
        "callouts": [
            {
                "start": day_number(row.start),
                "end": day_number(row.last_day) + 1,
                "text": row.text,
                "lat": place.lat,
                "lon": place.lon,
            }
            for row in atlas.callouts
            if atlas.has_place(row.place)
            for place in (atlas.place(row.place),)
        ],
        "areas": area_data(areas) | {"zones": zone_entries(atlas, areas)},
        "places": [
            {"id": row.id, "names": names_of(atlas, row), "kind": row.kind, "lat": row.lat, "lon": row.lon}
            | ({"first": first.index(row.id) + 1} if row.id in first else {})
            for row in atlas.places
        ],
        "base": base_data(atlas, geography),
        "focus": _focus(atlas),
        "crossings": crossing_entries(atlas),
        "wall": wall_entries(atlas, geography),
        "posts": post_entries(atlas),
    }
