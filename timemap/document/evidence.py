"""Evidence for areas in the document: holds, sources, disputes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geodata.dates.iso import day_number
from geodata.records.fields import Confidence

if TYPE_CHECKING:
    from geodata.areas import AreasInTime
    from geodata.atlas import Atlas
    from geodata.records.places import Hold
    from timemap.document.source_list import SourceList

Row = list[int | None]

NONE = -1
"""Number of what is not there: a source that was not seen, an empty note."""


def evidence_data(atlas: Atlas, areas: AreasInTime, sources: SourceList) -> dict[str, Any]:
    """Return what an area can be asked for.

    Days are counted from 1970-01-01, open ends are null.

    Returns:
        ``holds``: for each cell of the areas ``[start, end, controller, confidence, source, note]`` in order of time;
        ``notes``: the texts of the notes; ``statements``: ``{text, sources}`` of what is disputed; ``disputes``: for
        each disputed cell, by its number, ``[statement, start, end]``; ``topics``: for each of the ``controllers`` and
        ``zones`` the topics of its contested words, see `words_data`; references are numbers, and -1 is none.
    """
    notes: dict[str, int] = {}
    numbers = {cell.place: index for index, cell in enumerate(areas.cells)}
    return {
        "holds": _holds(atlas, areas, sources, notes),
        "notes": list(notes),
        **_disputes(atlas, numbers, sources),
        "topics": _topics(atlas, areas),
    }


def _holds(
    atlas: Atlas, areas: AreasInTime, sources: SourceList, notes: dict[str, int]
) -> list[list[list[int | None]]]:
    controllers = {controller: index for index, controller in enumerate(areas.controllers)}
    confidences = {confidence: index for index, confidence in enumerate(Confidence)}
    found: dict[str, list[Hold]] = {cell.place: [] for cell in areas.cells}
    for hold in sorted(atlas.holds, key=lambda hold: hold.start):
        if hold.place in found and hold.controller in controllers:
            found[hold.place].append(hold)
    return [
        [
            [
                day_number(hold.start),
                None if hold.end is None else day_number(hold.end),
                controllers[hold.controller],
                confidences[hold.confidence],
                sources.number(hold.source) if hold.source else NONE,
                notes.setdefault(hold.note, len(notes)) if hold.note else NONE,
            ]
            for hold in found[cell.place]
        ]
        for cell in areas.cells
    ]


def _disputes(atlas: Atlas, numbers: dict[str, int], sources: SourceList) -> dict[str, Any]:
    known = {row.id: row for row in atlas.statements}
    rows = [row for row in atlas.disputes if row.place in numbers and row.statement in known]
    meant = {statement: index for index, statement in enumerate(dict.fromkeys(row.statement for row in rows))}
    disputes: dict[int, list[Row]] = {}
    for row in rows:
        end = None if row.end is None else day_number(row.end)
        disputes.setdefault(numbers[row.place], []).append([meant[row.statement], day_number(row.start), end])
    return {
        "statements": [
            {"text": known[key].text, "sources": [sources.number(source) for source in known[key].sources]}
            for key in meant
        ],
        "disputes": disputes,
    }


def _topics(atlas: Atlas, areas: AreasInTime) -> dict[str, list[list[int]]]:
    topics = list(dict.fromkeys(term.topic for term in atlas.terms))
    asked = [row for row in atlas.area_topics if row.topic in topics]
    return {
        "controllers": [
            [topics.index(row.topic) for row in asked if row.controller == controller]
            for controller in areas.controllers
        ],
        "zones": [[topics.index(row.topic) for row in asked if row.zone == zone] for zone, _ in areas.zones],
    }
