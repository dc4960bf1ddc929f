"""The build names what is missing, keeps shared edges shared, and refuses seeds that lie on nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import shapely
from shapely import LineString, Point, box

from geodata.base_map_build import MissingSourceError, build_base
from geodata.base_map_build.geojson_writer import write_geojson
from geodata.base_map_build.names import names_of
from geodata.base_map_build.river_course import course, interval
from geodata.base_map_build.settings import HERE, Seed, read_notices, read_seeds, read_settings
from geodata.base_map_build.shared_edges import Unit, countries, land_borders, simplify
from geodata.base_map_build.towns import build_towns
from geodata.geography import LAYERS, Notice

if TYPE_CHECKING:
    from pathlib import Path


def test_a_missing_package_is_named_with_what_installs_it(tmp_path: Path) -> None:
    with pytest.raises(MissingSourceError, match=r"is not installed\. To install it: \S+"):
        build_base(tmp_path / "out", node_modules=tmp_path / "nothing", natural_earth=tmp_path)
    assert not (tmp_path / "out").exists()


def test_every_layer_has_a_notice() -> None:
    assert set(read_notices()) == {*LAYERS, "relief"}


def test_seeds_lie_in_the_area_they_name() -> None:
    area = read_settings().area
    for table in ("divisions.csv", "names.csv"):
        assert all(area.covers(Point(seed.lon, seed.lat)) for seed in read_seeds(HERE / table))


def test_neighbours_simplified_together_share_their_edge() -> None:
    edge = [(38.0, 36.0), (38.0005, 36.25), (38.0, 36.5), (38.2, 36.75), (38.0, 37.0)]
    west = shapely.Polygon([(37.0, 36.0), *edge, (37.0, 37.0)])
    east = shapely.Polygon([(39.0, 36.0), *edge, (39.0, 37.0)])
    units = simplify([Unit("AAA", "", west), Unit("BBB", "", east)], 2000)
    line = land_borders(countries(units))["AAA", "BBB"]
    assert list(line.coords) == [(38.0, 36.0), (38.0, 36.5), (38.2, 36.75), (38.0, 37.0)]


def test_units_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        simplify([Unit("AAA", "", box(37, 36, 38, 37)), Unit("BBB", "", box(37.5, 36, 39, 37))], 10)


def test_a_seed_names_the_shape_it_lies_on() -> None:
    shapes = [box(0, 0, 1, 1), box(2, 0, 3, 1)]
    assert names_of(shapes, [Seed("lake", "Second", 2.5, 0.5)]) == ["", "Second"]
    with pytest.raises(ValueError, match="Lost"):
        names_of(shapes, [Seed("lake", "Lost", 1.5, 0.5)])
    with pytest.raises(ValueError, match="Other"):
        names_of(shapes, [Seed("lake", "One", 0.5, 0.5), Seed("lake", "Other", 0.5, 0.5)])


def test_a_river_in_pieces_becomes_one_line_from_the_north() -> None:
    pieces = [LineString([(38, 35), (38, 36)]), LineString([(38.001, 36.001), (38, 37)])]
    line = course(pieces, box(37, 34, 39, 36.5), 1)
    assert line.coords[0] == (38.0005, 36.5)
    assert line.coords[-1] == (38.0, 35.0)
    assert interval(line, Point(37.9, 35.2), Point(37.9, 35.8)).length == pytest.approx(0.6)


def test_a_syrian_town_of_our_own_table_is_left_out_but_its_turkish_neighbour_stays() -> None:
    rows = [
        {"geonameid": number, "name": name, "countrycode": code, "population": 50_000, "alternatenames": []}
        | {"longitude": 38.95, "latitude": latitude}
        for number, name, code, latitude in ((1, "Tall Abyad", "SY", 36.6965), (2, "Akçakale", "TR", 36.711))
    ]
    border = LineString([(38, 36.704), (40, 36.704)])
    towns = build_towns(
        rows, box(37, 36, 40, 38), border, known=[Point(38.95, 36.6965)], wanted={}, rules=read_settings().towns
    )
    assert [(town.names, town.rank) for town in towns] == [
        ({"name": "Akçakale", "name_arabic": "", "name_turkish": "Akçakale"}, 3)
    ]


def test_a_file_carries_its_notice_and_five_decimals(tmp_path: Path) -> None:
    write_geojson(tmp_path / "one.geojson", [({"name": "Suruç"}, Point(42.123456789, 37))], Notice("us", "free"))
    text = json.loads((tmp_path / "one.geojson").read_text(encoding="utf-8"))
    assert (text["attribution"], text["licence"]) == ("us", "free")
    assert text["features"][0]["geometry"]["coordinates"] == [42.12346, 37.0]
    assert text["features"][0]["properties"] == {"name": "Suruç"}
