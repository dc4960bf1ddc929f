"""In pictures too the name of a zone lies on its own land, or beside it at the end of a line."""

from __future__ import annotations

from datetime import date

import pytest
import shapely

from tests.project_data import atlas, dataset
from timemap.exports import Viewport
from timemap.static_map.areas import draw_areas
from timemap.static_map.drawing import Plot
from timemap.static_map.frame import Frame
from timemap.static_map.label_placement import Label, around, place_labels
from timemap.static_map.pages.sheet import blank_sheet, map_axes
from timemap.static_map.text import Spot, text_block
from timemap.static_map.zone_labels import zone_labels


@pytest.mark.parametrize("day", ["2016-10-01", "2019-11-01", "2024-12-07"])
@pytest.mark.parametrize("zoom", [7.2, 8.5])
def test_every_spot_for_the_name_of_a_zone_is_on_its_land_or_led_to_it(day: str, zoom: float) -> None:
    plot = Plot(map_axes(blank_sheet(), (0, 0, 900, 600)), Frame(Viewport(36.5, 38.4, zoom), 900, 600))
    lands = draw_areas(plot, dataset(), date.fromisoformat(day)).zones
    short = {zone.id: zone.short for zone in atlas().zones}
    asked: list[str] = []

    def say(zone: str) -> str:
        asked.append(zone)
        return short[zone]

    labels = list(zone_labels(plot, lands, say))
    assert labels
    for zone, label in zip(dict.fromkeys(asked), labels, strict=True):
        assert label.spots
        others = [land for other, land in lands.items() if other != zone]
        for spot in label.spots:
            box = shapely.box(*spot.box)
            if spot.foot is None:
                assert lands[zone].contains(box)
            else:
                assert lands[zone].contains(shapely.Point(spot.foot))
                assert box.intersection(shapely.union_all(others)).area < 0.01 * box.area


def test_a_line_crosses_no_words_that_stand_there_already() -> None:
    words = text_block("town", ["Town"], 1)
    first = Label(words, [Spot(100, 50, 0, (80, 40, 120, 60))], 1)
    over = Spot(100, 10, 0, (80, 0, 120, 20), foot=(100, 100))
    aside = Spot(200, 100, 0, (180, 90, 220, 110), foot=(100, 100))
    placed = place_labels([first, Label(words, [over, aside], 2)], [around(500, 500, 1)], (0, 0, 600, 600))
    assert [spot for _, spot in placed] == [first.spots[0], aside]
