"""The lengths that the document carries sum up to the lines of any day."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

import pytest

from geodata.areas import load_areas
from geodata.areas.timeline.front_lines import LineKind, cut_lines
from geodata.geography import load_geography
from timemap.document.edges import edge_data

if TYPE_CHECKING:
    from geodata.atlas import Atlas


def test_front_lines_and_borders_of_a_day_sum_up_from_the_edges(atlas: Atlas) -> None:
    geography = load_geography()
    areas = load_areas(atlas, geography)
    day = date(2019, 11, 1)
    holders = [None if interval is None else interval.controller for interval in areas.stretches_on(day)]
    data = edge_data(areas, geography)
    sums: dict[tuple[str, ...], float] = defaultdict(float)
    for one, other, state, km in data["between"]:
        if other < 0 and state >= 0 and holders[one]:
            sums[str(holders[one]), data["states"][state]] += km
        elif other >= 0 and holders[one] and holders[other] and holders[one] != holders[other]:
            sums[tuple(sorted((str(holders[one]), str(holders[other]))))] += km
    lines = cut_lines(areas, geography)
    expected = {
        tuple(sorted(line.controllers))
        if line.kind is LineKind.FRONT
        else (*line.controllers, lines.states[line.state]): line.km
        for line in lines.on(day)
        if line.kind is not LineKind.RIM
    }
    assert dict(sums) == pytest.approx(expected, abs=2)
