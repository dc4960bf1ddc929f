"""Stored ranges must be those of the areas as they are, and topics of areas those of the terms; each check can fail."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from geodata.atlas import files_of, read_tables
from geodata.checks.topics_and_ranges import check_evidence, check_ranges
from geodata.geography import load_geography
from geodata.io.tables import Rows, read_text
from geodata.records.ranges_and_disputes import AreaRange, AreaTopic

if TYPE_CHECKING:
    from geodata.io.problems import Problem


@pytest.fixture(scope="module")
def tables() -> dict[str, Rows[Any]]:
    return read_tables(files_of())


def problems(tables: dict[str, Rows[Any]]) -> list[Problem]:
    return list(check_ranges(tables, load_geography()))


def test_our_ranges_are_of_the_areas_as_they_are(tables: dict[str, Rows[Any]]) -> None:
    assert problems(tables) == []


def test_a_range_of_another_size_is_told(tables: dict[str, Rows[Any]]) -> None:
    rows = tables["area_ranges"]
    off = rows.records[20].model_copy(update={"km2": 1.0})
    changed = replace(rows, records=(*rows.records[:20], off, *rows.records[21:]))
    (problem,) = problems(tables | {"area_ranges": changed})
    assert (problem.row, problem.column, problem.value) == (rows.numbers[20], "km2", "1.0")
    assert "--resample" in problem.hint


def test_a_range_that_is_missing_is_told(tables: dict[str, Rows[Any]]) -> None:
    rows = tables["area_ranges"]
    fewer = replace(rows, records=rows.records[1:], numbers=rows.numbers[1:])
    (problem,) = problems(tables | {"area_ranges": fewer})
    assert f"a range of {rows.records[0].controller} on {rows.records[0].start}" in problem.sentence()


def test_holds_that_changed_make_ranges_old(tables: dict[str, Rows[Any]]) -> None:
    holds = tables["holds"]
    last = max(range(len(holds.records)), key=lambda at: holds.records[at].start)
    moved = holds.records[last].model_copy(update={"controller": "isis"})
    changed = replace(holds, records=(*holds.records[:last], moved, *holds.records[last + 1 :]))
    found = problems(tables | {"holds": changed})
    assert found
    assert {problem.file for problem in found} == {"area_ranges.csv"}


def test_a_topic_without_terms_is_told(tables: dict[str, Rows[Any]]) -> None:
    assert list(check_evidence(tables)) == []
    rows = Rows("area_topics.csv", (AreaTopic(controller="sdf", topic="Nothing"),), (2,))
    (problem,) = check_evidence(tables | {"area_topics": rows})
    assert (problem.row, problem.value) == (2, "Nothing")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"zones": "afrin-area"}, "either a controller or zones"),
        ({"controller": ""}, "either a controller or zones"),
        ({"low_km2": "20"}, "a number from 20 to 30"),
        ({"high_km2": "5"}, "a number from 5 to 5"),
    ],
)
def test_a_range_that_cannot_be_is_refused(changes: dict[str, str], words: str) -> None:
    good = {"controller": "sdf", "zones": "", "from": "2014-01-01", "km2": "10", "low_km2": "5", "high_km2": "30"}
    good |= {"low_percentile": "5", "high_percentile": "95", "tries": "9", "seed": "1"}
    assert len(read_text(text_of(good), "area_ranges.csv", AreaRange).records) == 1
    rows = read_text(text_of(good | changes), "area_ranges.csv", AreaRange)
    assert rows.records == ()
    assert words in rows.problems[0].sentence()


def text_of(cells: dict[str, str]) -> str:
    return f"{','.join(cells)}\n{','.join(cells.values())}\n"


def test_words_are_for_a_controller_or_a_zone() -> None:
    rows = read_text("controller,zone,topic\n,,SDF\n", "area_topics.csv", AreaTopic)
    assert rows.records == ()
    assert "either a controller or a zone" in rows.problems[0].sentence()
