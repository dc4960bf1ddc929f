"""The document carries, for each cell, all holds of its place with note and source, and what is disputed there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from geodata.dates.iso import day_number
from geodata.records.fields import Confidence
from timemap.document.evidence import evidence_data
from timemap.document.source_list import SourceList, source_entry

if TYPE_CHECKING:
    from geodata.areas import AreasInTime
    from geodata.atlas import Atlas

Told = tuple[dict[str, Any], list[dict[str, str]]]


@pytest.fixture(scope="module")
def told(atlas: Atlas, areas: AreasInTime) -> Told:
    sources = SourceList(atlas)
    return evidence_data(atlas, areas, sources), sources.entries()


def test_every_hold_of_a_cell_comes_with_its_note_and_source(atlas: Atlas, areas: AreasInTime, told: Told) -> None:
    data, sources = told
    cells = {cell.place: rows for cell, rows in zip(areas.cells, data["holds"], strict=True)}
    expected: dict[str, list[list[Any]]] = {place: [] for place in cells}
    for hold in sorted(atlas.holds, key=lambda hold: hold.start):
        if hold.place in cells:
            end = None if hold.end is None else day_number(hold.end)
            source = source_entry(atlas, hold.source)["title"] if hold.source else None
            row = [day_number(hold.start), end, hold.controller, hold.confidence, source, hold.note]
            expected[hold.place].append(row)
    confidences = list(Confidence)
    found = {
        place: [
            [
                start,
                end,
                areas.controllers[controller],
                confidences[confidence],
                sources[source]["title"] if source >= 0 else None,
                data["notes"][note] if note >= 0 else "",
            ]
            for start, end, controller, confidence, source, note in rows
        ]
        for place, rows in cells.items()
    }
    assert found == expected


def test_disputes_find_their_texts_and_areas_their_topics(atlas: Atlas, areas: AreasInTime, told: Told) -> None:
    data, _ = told
    texts = {
        (areas.cells[cell].place, data["statements"][statement]["text"])
        for cell, rows in data["disputes"].items()
        for statement, *_ in rows
    }
    known = {row.id: row.text for row in atlas.statements}
    assert texts == {(row.place, known[row.statement]) for row in atlas.disputes}
    names = list(dict.fromkeys(term.topic for term in atlas.terms))
    zones = [[names[topic] for topic in topics] for topics in data["topics"]["zones"]]
    assert zones == [[row.topic for row in atlas.area_topics if row.zone == zone] for zone, _ in areas.zones]
    held = [[names[topic] for topic in topics] for topics in data["topics"]["controllers"]]
    asked = {one: [row.topic for row in atlas.area_topics if row.controller == one] for one in areas.controllers}
    assert held == list(asked.values())
