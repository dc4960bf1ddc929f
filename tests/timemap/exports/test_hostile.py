"""Texts of the corpus stay texts in every kind of file, and come back as they were typed."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import defusedxml.ElementTree as Xml
import openpyxl
import pytest
import rispy
from bibtexparser.entrypoint import parse_string

from geodata.sources.exported_events import events_csv
from tests.hostile import TEXTS
from tests.timemap.snapshots import snapshot_on
from timemap.exports import format_by_id
from timemap.exports.citation import cite
from timemap.state.map_state import filter_by_state

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from geodata.text.selection import Selection

DAY = date(2018, 4, 1)
KIND = "kml"
KML = "{http://www.opengis.net/kml/2.2}"
TYPED = [line for text in TEXTS.values() if len(line := " ".join(text.split())) < 300 and line.isprintable()]
"""Texts of one line, of signs that the check of the tables lets through."""


@pytest.fixture(scope="module")
def hostile(atlas: Atlas) -> Selection:
    """Return events, each of which has a text of the corpus as its title and summary."""
    selection = filter_by_state(snapshot_on(atlas, DAY).state, atlas)
    events = selection.events[: len(TYPED)]
    assert len(events) == len(TYPED)
    told = (
        event.model_copy(update={"title": text, "summary": text}) for event, text in zip(events, TYPED, strict=True)
    )
    return replace(selection, events=tuple(told))


def written(kind: str, atlas: Atlas, dataset: Dataset, selection: Selection) -> bytes:
    return format_by_id(kind).write(dataset, selection, snapshot_on(atlas, DAY))


def test_in_kml_they_are_text_of_elements(atlas: Atlas, dataset: Dataset, hostile: Selection) -> None:
    root = Xml.fromstring(written("kml", atlas, dataset, hostile))
    assert set(TYPED) <= {name.text for name in root.iter(f"{KML}name")}


def test_in_geojson_they_are_values(atlas: Atlas, dataset: Dataset, hostile: Selection) -> None:
    features = json.loads(written("geojson", atlas, dataset, hostile))["features"]
    assert set(TYPED) <= {feature["properties"].get("title") for feature in features}


def test_in_a_workbook_no_cell_is_a_formula_or_a_link(atlas: Atlas, dataset: Dataset, hostile: Selection) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", atlas, dataset, hostile)))
    cells = [cell for row in book["Events"].iter_rows(min_row=2) for cell in row]
    assert set(TYPED) <= {cell.value for cell in cells}
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}


def test_in_a_table_no_cell_starts_a_formula(atlas: Atlas, hostile: Selection) -> None:
    rows = list(csv.DictReader(io.StringIO(events_csv(atlas, hostile.events).decode("utf-8-sig"))))
    titles = [row["title"] for row in rows]
    assert [title.lstrip("'") for title in titles] == [text.lstrip("'") for text in TYPED]
    assert not [title for title in titles if re.match(r"\s*[=+@]|-[^ ]", title)]


@pytest.mark.parametrize("text", TYPED)
def test_a_citation_holds_one_entry_whatever_its_title(atlas: Atlas, text: str) -> None:
    settings = tuple(row.model_copy(update={"value": text}) if row.id == "title" else row for row in atlas.settings)
    cited = cite(replace(atlas, settings=settings), snapshot_on(atlas, DAY))
    assert len(parse_string(cited.bibtex).entries) == 1
    (reference,) = rispy.loads(cited.ris)
    assert text[:20] in reference["title"]
