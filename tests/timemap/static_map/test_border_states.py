"""Crossings, posts and the wall on a day are in a picture as in the document."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from geodata.records.border import CrossingState, WallSection
from geodata.records.military import Post
from tests.paths import CASES
from timemap.static_map.border import crossing_on, post_on, wall_on

TABLE: dict[str, Any] = json.loads((CASES / "border.json").read_text("utf-8"))
"""Cases on which Python and the document agree; tests/web/borderstates.test.js reads them, too."""


def filled(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value and name != "precision"}


def states(rows: str) -> list[CrossingState]:
    return [
        CrossingState.model_validate({"place": "a-gate", "date_precision": row["precision"]} | filled(row))
        for row in TABLE[rows]
    ]


def a_post(row: dict[str, Any]) -> Post:
    about = {"id": "a-post", "name": "A post", "lat": 36.0, "lon": 38.0, "holder": "turkey", "precision": "exact"}
    return Post.model_validate(about | filled(row))


@pytest.mark.parametrize("case", TABLE["crossing_cases"], ids=lambda case: f"{case['rows']} on {case['day']}")
def test_a_crossing_is_open_closed_or_unknown(case: dict[str, Any]) -> None:
    found = crossing_on(states(case["rows"]), date.fromisoformat(case["day"]), date.fromisoformat(TABLE["knownUntil"]))
    assert found == (case["state"], case["last_known"])


@pytest.mark.parametrize("case", TABLE["post_cases"], ids=lambda case: f"{case['post']} on {case['day']}")
def test_a_post_stands_is_last_known_or_absent(case: dict[str, Any]) -> None:
    assert post_on(a_post(TABLE["posts"][case["post"]]), date.fromisoformat(case["day"])) == case["state"]


@pytest.mark.parametrize("case", TABLE["wall_cases"], ids=lambda case: case["day"])
def test_the_wall_grows_by_what_was_reported(case: dict[str, Any]) -> None:
    sections = [
        WallSection.model_validate({"id": f"part-{number}", "name": "A part", "from": start, "date_precision": "day"})
        for number, start in enumerate(TABLE["wall"])
    ]
    assert wall_on(sections, date.fromisoformat(case["day"])) == tuple(sections[number] for number in case["sections"])


def test_the_cases_have_every_state() -> None:
    assert {case["state"] for case in TABLE["crossing_cases"]} == {"open", "closed", "unknown"}
    assert {case["state"] for case in TABLE["post_cases"]} == {"standing", "last-known", "absent"}
