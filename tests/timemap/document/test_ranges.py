"""The document has the ranges of sizes, and which share of the recalculations they hold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timemap.document.ranges import range_entries

if TYPE_CHECKING:
    from geodata.areas import AreasInTime
    from geodata.atlas import Atlas


def test_every_controller_and_zone_has_its_ranges(atlas: Atlas, areas: AreasInTime) -> None:
    told = range_entries(atlas, areas)
    assert [len(rows) for rows in told["controllers"]] == [
        sum(row.controller == controller for row in atlas.area_ranges) for controller in areas.controllers
    ]
    assert [len(rows) for rows in told["zones"]] == [
        sum(row.zones == (zone,) for row in atlas.area_ranges) for zone, _ in areas.zones
    ]


def test_the_share_is_that_between_the_percentiles(atlas: Atlas, areas: AreasInTime) -> None:
    rows = tuple(row.model_copy(update={"low_percentile": 10, "high_percentile": 80}) for row in atlas.area_ranges)
    assert range_entries(replace(atlas, area_ranges=rows), areas)["share"] == 70
    assert range_entries(replace(atlas, area_ranges=()), areas)["share"] == 0
