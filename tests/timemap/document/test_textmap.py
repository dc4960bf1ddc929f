"""The map in words says of real days what shapely measures, and meets each criterion of a text that replaces a map."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from datetime import date
from functools import cache
from itertools import combinations
from typing import Any

import pytest
import shapely

from geodata.areas.projection import KM, square_km, to_metres
from geodata.dates.iso import day_number
from tests.paths import ROOT
from tests.project_data import areas, atlas, dataset
from timemap.document.payload import payload
from timemap.state.initial import initial_state

READER = ROOT / "tests" / "web" / "describe_day.js"
DAYS = (date(2014, 10, 6), date(2019, 11, 1))
BEFORE = date(2013, 5, 5)
LAST_KNOWN = date(2026, 6, 1)
KOBANE = (36.89095, 38.35347)
OUTSIDE = (36.95, 38.35)
ANATOLIA = (38.24, 38.35)
COAST = (35.6, 35.9)

SIZE, LENGTH, ALONG, AWAY = 0.01, 0.02, 0.03, 0.01
"""Shares by which sizes, shared lines, stretches of a route and distances may differ."""


@cache
def told(language: str = "en") -> dict[date, dict[str, Any]]:
    """Return what JavaScript says of the days, from the data of the document."""
    node = shutil.which("node")
    if node is None:
        pytest.fail("node is not installed")
    made = payload(dataset(), opening=initial_state(atlas(), today=date(2026, 11, 1)))
    days = (*DAYS, BEFORE, LAST_KNOWN)
    asked = {
        "data": made,
        "days": [day_number(day) for day in days],
        "points": [KOBANE, OUTSIDE, ANATOLIA, COAST],
        "language": language,
    }
    run = subprocess.run([node, str(READER)], input=json.dumps(asked), capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return dict(zip(days, json.loads(run.stdout), strict=True))


def text_of(day: date) -> str:
    return str(told()[day]["text"])


def lands(day: date) -> dict[int, Any]:
    """Return the land of each controller of a day, by its number."""
    return {areas().controllers.index(area.controller): area.geometry for area in areas().on(day)}


@pytest.mark.parametrize("day", DAYS)
def test_sizes_are_those_of_python(day: date) -> None:
    sums: dict[int, float] = {}
    for area in told()[day]["areas"]:
        sums[area["controller"]] = sums.get(area["controller"], 0) + area["km2"]
    expected = {holder: square_km(land) for holder, land in lands(day).items()}
    assert sums == pytest.approx(expected, rel=SIZE)
    written = re.findall(r"^- .+: ([\d,]+) km², (?:\d+|less than 1)% of the land shown", text_of(day), re.MULTILINE)
    assert sorted(int(size.replace(",", "")) for size in written) == pytest.approx(sorted(expected.values()), rel=SIZE)


@pytest.mark.parametrize("day", DAYS)
def test_shared_borders_are_as_long_as_in_python(day: date) -> None:
    sums: dict[tuple[int, int], float] = {}
    for area in told()[day]["areas"]:
        for meeting in area["meetings"]:
            if meeting["kind"] == "holder":
                key = (area["controller"], meeting["controller"])
                sums[key] = sums.get(key, 0) + meeting["km"]
    shapes = lands(day)
    long = 20
    expected = {}
    for one, other in combinations(shapes, 2):
        shared = shapely.intersection(shapes[one].boundary, shapes[other].boundary)
        km = to_metres(shared).length / KM
        if km > long:
            expected[one, other] = expected[other, one] = km
    assert len(expected) >= 2 * 4
    assert {key: sums[key] for key in expected} == pytest.approx(expected, rel=LENGTH)


@pytest.mark.parametrize("day", DAYS)
def test_shapes_lie_where_python_finds_them(day: date) -> None:
    kobane = to_metres(shapely.Point(KOBANE[1], KOBANE[0]))
    names = [zone for zone, _ in areas().zones]
    zones = {names.index(row.zone): row.geometry for row in areas().zones_on(day)}
    held = lands(day)
    for area in told()[day]["areas"]:
        shape = area["shape"]
        point = shapely.Point(shape["point"]["lon"], shape["point"]["lat"])
        parts = [zones[area["zone"]]] if area["zone"] >= 0 else held[area["controller"]].geoms
        (land, *_) = (part for part in parts if part.intersects(point))
        middle = shapely.Point(shape["middle"]["lon"], shape["middle"]["lat"])
        flat = to_metres(land)
        # Cells that meet in a point only are one area in the document and two parts here.
        if abs(square_km(land) - area["km2"]) < 1:
            assert to_metres(middle).distance(flat.centroid) < KM
        assert area["focus"]["km"] <= flat.boundary.distance(kobane) / KM * (1 + AWAY) + 0.1


@pytest.mark.parametrize("day", DAYS)
def test_the_route_along_the_border_is_as_long_as_the_borders_of_the_areas(day: date) -> None:
    along: dict[int, float] = {}
    for holder, km in told()[day]["border"]:
        along[holder] = along.get(holder, 0) + km
    borders: dict[int, float] = {}
    for area in told()[day]["areas"]:
        for meeting in area["meetings"]:
            if meeting["state"] == "Turkey":
                borders[area["controller"]] = borders.get(area["controller"], 0) + meeting["km"]
    for holder, km in borders.items():
        assert along[holder] == pytest.approx(km, rel=ALONG, abs=6)


CRITERIA = {
    "name of a landmark": r"### Islamic State \(ISIS\): Tabqa",
    "type of a landmark": r"Bab al-Hawa \(border crossing, at 184\)(?s:.*)Qamishli crossing \(border crossing, closed",
    "shape": r"9,\d+ km², a strip along the border with Turkey, from west to east",
    "orientation": r"much longer from west to east than across",
    "size": r"about 225 km from west to east and 108 km from north to south",
    "change over time": r"1,742 km² less than a month before",
    "last step": r"Compared with the day before, land changed hands:\n\n- 4 km² passed from YPG and allied groups to",
    "value laid over": r"Evidence: some \d+%, weak \d+%",
    "landmarks along a route": r"Jarabulus crossing .*, Jarabulus \(at 447\)",
    "survey of a route": r"1\. Kilometre 0 to 23: .*\n2\. Kilometre 23 to \d+: Syrian government",
    "prominence": r"Cities: Hasakah, .*\. Towns: Tell Tamer",
    "distance": r"Its nearest edge is 1\d\d km west of Kobane",
    "direction": r"Manbij, 54 km south-west of Kobane",
    "absolute place": r"36\.\d\d° north, 3\d\.\d\d° east",
    "topology": r"It borders Islamic State \(ISIS\) for 8 km in the east, south and west; and Turkey for 3 km",
    "edge of what is shown": r"It meets the edge of what the map shows for \d+ km in the south",
    "rivers": r"The Euphrates runs through it for \d+ km and the Khabur for \d+ km",
    "both banks": r"Islamic State \(ISIS\) on both banks",
    "quarters": r"## In and around Kobane, by reports of 2 October 2014",
    "what stands on the map": r"On the map: “Kobane: held by YPG and allied groups, ISIS at east edge\.”",
}
"""A criterion of a text that stands for a map, with what meets it on 6 October 2014."""


@pytest.mark.parametrize("criterion", CRITERIA)
def test_each_criterion_of_a_text_in_place_of_a_map_is_met(criterion: str) -> None:
    assert re.search(CRITERIA[criterion], text_of(DAYS[0]))


@pytest.mark.parametrize("criterion", CRITERIA)
def test_a_day_without_areas_does_not_meet_it(criterion: str) -> None:
    without = {"type of a landmark", "landmarks along a route"}
    assert criterion in without or not re.search(CRITERIA[criterion], text_of(BEFORE))


def test_unknown_and_last_known_days_are_said() -> None:
    assert "No areas are known for this day. The record of areas begins on 1 January 2014." in text_of(BEFORE)
    assert "This is the last known state, of 5 March 2026." in text_of(LAST_KNOWN)
    assert "last known" not in text_of(DAYS[0])


def test_neighbours_of_the_same_holder_are_named() -> None:
    assert re.search(
        r"Euphrates Shield area\n(.*\n)+?.*and Azaz and Mare area for \d+ km in the west", text_of(DAYS[1])
    )


def test_a_spot_of_the_text_map_says_what_is_there_and_around() -> None:
    kobane, outside, anatolia, coast = told()[DAYS[0]]["here"]
    assert kobane.startswith("At Kobane. Here: held by YPG and allied groups, strong evidence.")
    assert "The Turkish border, 1 km north. Kobane crossing (border crossing), 1 km north." in kobane
    assert "Event on this day, 2 km east: ISIS flags raised on the eastern edge of Kobane." in kobane
    assert re.search(r"North of here: Turkey after 1 km\. East of here: Islamic State \(ISIS\) after \d km\.", kobane)
    assert outside.startswith("7 km north of Kobane. Here: Turkey.")
    assert "North of here: the edge of the map after 7 km." in anatolia
    assert "the sea" not in anatolia
    assert "West of here: the sea after " in coast
    assert "held by SDF with government or Russian forces" in told()[DAYS[1]]["here"][0]


def test_names_are_in_the_language_of_the_map() -> None:
    assert "Dêrik" in str(told("ku")[DAYS[0]]["text"])
    assert "Malikiyah" not in str(told("ku")[DAYS[0]]["text"])
