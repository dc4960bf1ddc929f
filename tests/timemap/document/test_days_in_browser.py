"""Sizes, lengths and changes of real days are the same in the document as in Python."""

from __future__ import annotations

import copy
import json
import shutil
import subprocess
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from geodata.areas.timeline.changes import difference
from geodata.areas.timeline.front_lines import LineKind, cut_lines
from geodata.dates.iso import day_number
from tests.paths import ROOT
from tests.project_data import areas, atlas, geography
from timemap.document.areas import area_data
from timemap.document.controllers import handover_data
from timemap.document.edges import edge_data

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geodata.areas.timeline.front_lines import LinesInTime

READER = ROOT / "tests" / "web" / "read_days.js"

NEAR = {"km2": 0.5, "change": 0.5, "kept": 0.5, "front": 0.5, "border": 0.5, "degrees": 1e-9}
"""Most that numbers may differ by: the document has cells and edges with two digits, which adds up in their sums."""

Numbers = dict[tuple[str, ...], float]
"""What is told by whose and what it is."""


@cache
def lines() -> LinesInTime:
    return cut_lines(areas(), geography())


@cache
def data() -> dict[str, Any]:
    """Return what the document has of the areas."""
    return {
        "areas": area_data(areas()),
        "edges": edge_data(areas(), geography()),
        "successions": handover_data(atlas())["successions"],
    }


def days() -> list[date]:
    """Return days of change, the last day before the record and one after all of it."""
    first, *_ = changes = areas().days
    return [first - timedelta(days=1), *changes[::9], changes[-1] + timedelta(days=400)]


def pairs() -> list[tuple[date, date]]:
    """Return pairs of days, some of them the later first."""
    there = days()
    return [
        *pairwise(there),
        *zip(there[5:], there, strict=False),
        (date(2019, 10, 8), date(2019, 12, 31)),
        (date(2024, 11, 26), date(2024, 12, 31)),
    ]


def in_the_document(known: Mapping[str, Any]) -> tuple[list[Numbers], list[Numbers]]:
    """Return the numbers of each day, and of each pair of days, as JavaScript works them out."""
    node = shutil.which("node")
    if node is None:
        pytest.fail("node is not installed")
    asked = {
        **known,
        "days": [day_number(day) for day in days()],
        "pairs": [[day_number(day) for day in pair] for pair in pairs()],
    }
    run = subprocess.run([node, str(READER)], input=json.dumps(asked), capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    answer = json.loads(run.stdout)
    names = [*areas().controllers, ""]
    on_days = []
    for told in answer["days"]:
        numbers: Numbers = {}
        for row in told:
            holder = names[row["controller"]]
            numbers["km2", holder] = row["km2"]
            numbers["degrees", holder] = row["degrees"]
            numbers.update({("front", holder, names[other]): km for other, km in row["fronts"]})
            numbers.update({("border", holder, state): km for state, km in row["borders"]})
        on_days.append(numbers)
    between = []
    for told in answer["changes"]:
        numbers = {("change", names[one], names[other], way): km2 for one, other, way, km2 in told["changes"]}
        between.append(numbers | {("kept", names[holder]): km2 for holder, km2 in told["kept"]})
    return on_days, between


def on_day(day: date) -> Numbers:
    """Return the numbers of a day as Python works them out."""
    numbers: Numbers = {}
    for area in areas().on(day):
        numbers["km2", area.controller] = area.km2
        numbers["degrees", area.controller] = area.geometry.area
    for line in lines().on(day):
        if line.kind is LineKind.FRONT:
            one, other = line.controllers
            numbers["front", one, other] = numbers["front", other, one] = line.km
        elif line.kind is LineKind.BORDER:
            numbers["border", line.controllers[0], lines().states[line.state]] = line.km
    return numbers


def between(first: date, second: date) -> Numbers:
    """Return what changed hands and what was kept as Python works it out."""
    found = difference(areas(), first, second)
    moved: Numbers = {("change", row.origin, row.target, row.handover.value): row.km2 for row in found.transfers}
    return moved | {("kept", holder): km2 for holder, km2 in found.kept.items()}


def differences(one: Numbers, other: Numbers) -> list[str]:
    """Return in words where two sets of numbers are not the same."""
    return [
        f"{' '.join(what)}: {one.get(what)} in Python, {other.get(what)} in the document"
        for what in sorted(one.keys() | other.keys())
        if what not in one or what not in other or abs(one[what] - other[what]) > NEAR[what[0]]
    ]


def all_differences(known: Mapping[str, Any]) -> list[str]:
    """Return where the document with such data differs from Python."""
    on_days, of_pairs = in_the_document(known)
    told = [
        f"{day} {words}"
        for day, found in zip(days(), on_days, strict=True)
        for words in differences(on_day(day), found)
    ]
    for pair, found in zip(pairs(), of_pairs, strict=True):
        told += [f"{pair[0]} {pair[1]} {words}" for words in differences(between(*pair), found)]
    return told


def test_sizes_lengths_and_changes_are_the_same() -> None:
    assert all_differences(data()) == []
    assert any(what[0] == "border" for what in on_day(days()[3]))
    assert any(what[0] == "front" for what in on_day(days()[3]))


@pytest.mark.parametrize("part", ["km2", "arcs", "holds", "between", "successions"])
def test_a_fault_in_what_the_document_has_is_noticed(part: str) -> None:
    known = copy.deepcopy(data())
    rows = known["areas"]
    if part == "km2":
        rows["cells"][0]["km2"] += 1000
    elif part == "arcs":
        rows["arcs"][rows["cells"][0]["rings"][0][0][0]][0] += 1000
    elif part == "holds":
        rows["holds"][0][0][2] = (rows["holds"][0][0][2] + 1) % len(areas().controllers)
    elif part == "between":
        known["edges"]["between"] = [[*row[:3], row[3] * 2] for row in known["edges"]["between"]]
    else:
        known["successions"] = []
    assert all_differences(known)
