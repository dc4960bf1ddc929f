"""The wall and the crossings lie on the border, with the lengths that were reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas as gpd
import pytest

from geodata.areas.projection import metres
from timemap.document.border import crossing_entries, section_line

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.geography import Geography


def test_stretches_of_the_wall_have_their_lengths_on_the_border(atlas: Atlas, geography: Geography) -> None:
    for section in atlas.wall_sections:
        line = gpd.GeoSeries([section_line(atlas, section, geography.border)], crs="EPSG:4326").to_crs(metres()).iloc[0]
        border = gpd.GeoSeries([geography.border], crs="EPSG:4326").to_crs(metres()).iloc[0]
        assert line.distance(border) < 1
        if section.km_west is not None and section.km_east is not None:
            assert line.length == pytest.approx(1000 * (section.km_west + section.km_east), rel=0.01)
        else:
            assert line.length == pytest.approx(border.length)


def test_every_crossing_is_there(atlas: Atlas) -> None:
    crossings = [place.id for place in atlas.places if place.kind == "crossing"]
    assert [entry["id"] for entry in crossing_entries(atlas)] == crossings
    assert crossings
