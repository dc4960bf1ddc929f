"""Whatever table is missing, the charts show the rest or say that there is nothing; no chart is drawn from nothing."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from geodata.areas import load_areas
from geodata.atlas import Atlas, load
from geodata.dataset import Dataset
from geodata.dates.span import Span
from geodata.records.tables import KINDS
from geodata.text.selection import filter_events
from timemap.app.charts import cache
from timemap.charts.chart_list import CHARTS, ChartData
from timemap.charts.files import credit, table_csv
from timemap.charts.statistics import compute_statistics

if TYPE_CHECKING:
    from pathlib import Path

    from geodata.geography import Geography
    from timemap.charts.section import ChartSection

pytestmark = pytest.mark.slow

WHOLE = Span(date(2012, 1, 1), date(2026, 11, 24))
SECTIONS = {"areas", "zones", "distances", "events", "changes"}
OF_AREAS = SECTIONS - {"events"}
GONE: dict[str, set[str]] = {
    "places": OF_AREAS,
    "holds": OF_AREAS,
    "controllers": OF_AREAS,
    "zones": {"zones"},
    "settings": {"distances"},
    "events": {"events"},
    "categories": set(),
    "figures": set(),
    "sources": set(),
    "publishers": set(),
}
"""What there is nothing to show for without one of the tables that charts are made from."""


def sections(known: Atlas, geography: Geography, cells: Path, span: Span = WHOLE) -> dict[str, ChartSection]:
    """Return all sections; each of them has been made into a table, and one of its charts drawn."""
    numbers = compute_statistics(Dataset(known, load_areas(known, geography, cells), geography))
    data = ChartData(known, numbers, span, filter_events(known, span=span).events)
    found = [chart.section(data) for chart in CHARTS]
    for section in found:
        file = table_csv(section, credit(section, known, date(2026, 11, 24), ""))
        assert len(file.splitlines()) == len(section.table) + 1
        assert bool(section.rows) == bool(section.table)
        for row in section.rows[:1]:
            assert "null" not in {layer["mark"]["type"] for layer in cache.spec(row.shown)["layer"]}
            assert json.dumps(cache.spec(row.shown)).count("NaN") == 0
    return {section.id: section for section in found}


@pytest.mark.parametrize("table", list(GONE))
def test_without_a_table_the_rest_is_shown(table: str, folder: Path, geography: Geography, cells: Path) -> None:
    (folder / f"{table}.csv").unlink()
    shown = {name for name, section in sections(load(folder), geography, cells).items() if section.rows}
    assert shown == SECTIONS - GONE[table]


def test_with_events_alone_they_are_counted(folder: Path, geography: Geography, cells: Path) -> None:
    for table in KINDS:
        if table != "events":
            (folder / f"{table}.csv").unlink()
    shown = sections(load(folder), geography, cells)
    assert {name for name, section in shown.items() if section.rows} == {"events"}
    assert [row.name for row in shown["events"].rows] == ["All events", "Other"]


def test_without_ranges_nothing_is_said_of_them(folder: Path, geography: Geography, cells: Path) -> None:
    (folder / "area_ranges.csv").unlink()
    section = sections(load(folder), geography, cells)["areas"]
    assert "range" not in section.how
    assert {row["low_km2"] for row in section.table} == {None}


@pytest.mark.parametrize("typed", ["", "atlantis"])
def test_without_a_place_of_focus_there_are_no_distances(
    typed: str, folder: Path, geography: Geography, cells: Path
) -> None:
    file = folder / "settings.csv"
    file.write_text(file.read_text("utf-8").replace("focus-place,kobane,", f"focus-place,{typed},"), "utf-8")
    assert sections(load(folder), geography, cells)["distances"].rows == ()


def test_before_the_record_begins_there_is_nothing(folder: Path, geography: Geography, cells: Path) -> None:
    early = Span(date(2012, 1, 1), date(2012, 2, 1))
    assert not any(section.rows for section in sections(load(folder), geography, cells, early).values())


def test_a_single_day_is_shown(folder: Path, geography: Geography, cells: Path) -> None:
    day = Span(date(2014, 10, 6), date(2014, 10, 7))
    shown = sections(load(folder), geography, cells, day)
    assert shown["areas"].rows
    assert {row["last_day"] for row in shown["areas"].table} == {day.start}
