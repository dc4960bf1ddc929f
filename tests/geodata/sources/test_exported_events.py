"""The table for spreadsheets holds everything and runs nothing."""

import csv
import io

import pytest

from geodata.atlas import Atlas
from geodata.io.csv_writer import escape_formula
from geodata.sources.exported_events import COLUMNS, events_csv


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_every_event_has_a_row_with_all_its_sources(atlas: Atlas) -> None:
    content = events_csv(atlas, atlas.events)
    assert content.startswith(b"\xef\xbb\xbf")
    read = rows(content)
    assert [row["id"] for row in read] == [event.id for event in atlas.events]
    assert tuple(read[0]) == COLUMNS
    for row, event in zip(read, atlas.events, strict=True):
        assert all(atlas.source(source).url in row["sources"] for source in event.sources)
        assert (float(row["lat"]), float(row["lon"])) == (event.lat, event.lon)
        assert row["title"].removeprefix("'") == event.title


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", " =1", "\uff1d1", "=cmd|'/C calc'!A0", '=HYPERLINK("http://a")'],
)
def test_a_formula_becomes_text(atlas: Atlas, text: str) -> None:
    assert escape_formula(text) == f"'{text}"
    event = atlas.events[0].model_copy(update={"title": text, "summary": text, "actors": (text,)})
    (row,) = rows(events_csv(atlas, [event]))
    assert (row["title"], row["summary"], row["actors"]) == (f"'{text}",) * 3


def test_ordinary_text_stays() -> None:
    assert escape_formula("Kobanê, 5-6 October = two days") == "Kobanê, 5-6 October = two days"
    assert escape_formula("'Quoted' headline") == "'Quoted' headline"


def test_a_credit_stands_in_every_row(atlas: Atlas) -> None:
    read = rows(events_csv(atlas, atlas.events[:3], "A map, of a day"))
    assert [row["credit"] for row in read] == ["A map, of a day"] * 3
    assert "credit" not in rows(events_csv(atlas, atlas.events[:1]))[0]
