"""The base geography puts every known place on its right side, and its edges fit each other exactly."""

from __future__ import annotations

# ruff: noqa: RUF001 - Turkish names have an i without a dot
import csv
import json
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest
import shapely
from shapely import LineString, Point
from shapely.affinity import translate
from shapely.ops import substring

from geodata.areas.partition.river_banks import banks
from geodata.areas.projection import KM, to_metres
from geodata.geography import BASE, LAYERS, Geography
from geodata.table_import.places.country_sides import CountrySides
from tests.paths import ROOT

if TYPE_CHECKING:
    from shapely import Polygon
    from shapely.geometry.base import BaseGeometry

PLACES = ROOT / "geodata" / "data" / "tables" / "places.csv"

SIDES = {
    "Kobane": ("SYR", 38.35347, 36.89095),
    "Suruç": ("TUR", 38.424, 36.976),
    "Tell Abyad": ("SYR", 38.95382, 36.69648),
    "Akçakale": ("TUR", 38.9475, 36.71111),
    "Ras al-Ayn": ("SYR", 40.07055, 36.85034),
    "Ceylanpınar": ("TUR", 40.05, 36.84722),
    "Qamishli": ("SYR", 41.23142, 37.05215),
    "Nusaybin": ("TUR", 41.21465, 37.07028),
    "Jarabulus": ("SYR", 38.01111, 36.8175),
    "Karkamış": ("TUR", 37.9983, 36.83452),
    "Azaz": ("SYR", 37.04628, 36.58662),
    "Kilis": ("TUR", 37.115, 36.717),
    "Darbasiyah": ("SYR", 40.65199, 37.07279),
    "Amuda": ("SYR", 40.93, 37.10417),
}

LEFT_BANK = {
    "Kobane": (38.35347, 36.89095),
    "Qara Qozak bridge, east end": (38.216, 36.646),
    "Shuyukh Fawqani": (38.066, 36.786),
    "Shuyukh Tahtani": (38.07676, 36.75059),
    "Zawr Mughar": (38.044, 36.835),
    "Qasiq, opposite Qal'at Najm": (38.285, 36.559),
    "Sarrin": (38.29788, 36.58838),
    "al-Jarniyah": (38.23337, 36.16054),
    "Raqqa": (39.00788, 35.95283),
    "al-Karamah": (39.27803, 35.86865),
    "al-Kasrah": (39.9202, 35.56743),
    "al-Busayrah": (40.42716, 35.15618),
}

RIGHT_BANK = {
    "Jarabulus": (38.01111, 36.8175),
    "Jarabulus Tahtani": (38.027, 36.8),
    "Manbij": (37.95495, 36.52815),
    "Qaber Imu": (38.164, 36.6075),
    "Qal'at Najm": (38.2614, 36.555),
    "Khafsa": (38.02172, 36.2311),
    "Maskanah": (38.04165, 35.96577),
    "Tabqa": (38.54659, 35.83453),
    "al-Mansurah": (38.74288, 35.83917),
    "as-Sabkha": (39.26268, 35.81182),
    "Maadan": (39.59835, 35.7552),
    "at-Tibni": (39.8181, 35.6117),
    "Deir ez-Zor": (40.14084, 35.33588),
    "al-Mayadin": (40.45154, 35.01982),
    "Abu Kamal": (40.91854, 34.45226),
}


def segments(shape: BaseGeometry) -> set[frozenset[tuple[float, ...]]]:
    rings = shapely.get_parts(shapely.get_rings(shape)) if shape.area else shapely.get_parts(shape)
    return {frozenset(pair) for ring in rings for pair in pairwise(ring.coords)}


@pytest.fixture(scope="module")
def sides(geography: Geography) -> CountrySides:
    return CountrySides(geography)


@pytest.fixture(scope="module")
def right_and_left(geography: Geography) -> list[Polygon]:
    return sorted(banks(geography.country, geography.dividing_river), key=lambda bank: bank.centroid.x)


def outside(sides: CountrySides, points: dict[str, tuple[float, float]], iso: str) -> list[str]:
    return [name for name, (lon, lat) in points.items() if sides.country(lat, lon) != iso]


@pytest.mark.parametrize("name", SIDES)
def test_a_town_is_in_its_country(sides: CountrySides, name: str) -> None:
    iso, lon, lat = SIDES[name]
    assert sides.country(lat, lon) == iso


def test_the_check_of_sides_can_fail(sides: CountrySides) -> None:
    assert outside(sides, {"Suruç": SIDES["Suruç"][1:]}, "SYR") == ["Suruç"]


def test_no_country_at_sea_or_far_away(sides: CountrySides) -> None:
    assert sides.country(35.5, 35.4) == ""
    assert sides.country(52.5, 13.4) == ""


def test_every_place_of_the_table_is_in_syria(geography: Geography, sides: CountrySides) -> None:
    with PLACES.open(encoding="utf-8", newline="") as rows:
        places = {row["id"]: (float(row["lon"]), float(row["lat"])) for row in csv.DictReader(rows) if row["lat"]}
    inside = {name: point for name, point in places.items() if geography.area.covers(Point(point))}
    assert len(inside) > 250
    assert outside(sides, inside, "SYR") == []


def test_the_border_is_one_line_of_its_known_length(geography: Geography) -> None:
    assert to_metres(geography.border).length / KM == pytest.approx(911, abs=2.5)
    assert geography.border.geom_type == "LineString"
    assert geography.border.is_simple
    assert geography.border.coords[0][0] < 36
    assert geography.border.coords[-1][0] > 42.3


def test_the_border_is_an_edge_of_both_countries(geography: Geography) -> None:
    for iso in ("SYR", "TUR"):
        assert segments(geography.border) <= segments(geography.land(iso))


def test_the_check_of_edges_can_fail(geography: Geography) -> None:
    moved = translate(geography.border, xoff=1e-5)
    assert not segments(moved) <= segments(geography.country)


def test_other_borders_are_edges_of_both_neighbours(geography: Geography) -> None:
    rows = geography.borders
    for one, other, line in zip(rows["iso"], rows["neighbour"], rows.geometry, strict=True):
        assert segments(line) <= segments(geography.land(one)) & segments(geography.land(other))


@pytest.mark.parametrize("iso", ["SYR", "TUR"])
def test_a_country_is_the_union_of_its_divisions(geography: Geography, iso: str) -> None:
    parts = geography.divisions[geography.divisions["iso"] == iso].geometry.to_list()
    assert geography.land(iso).symmetric_difference(shapely.union_all(parts)).area == 0
    assert segments(shapely.coverage_union_all(parts)) == segments(geography.land(iso))


def test_the_check_of_the_union_can_fail(geography: Geography) -> None:
    parts = geography.divisions[geography.divisions["iso"] == "SYR"].geometry.to_list()
    assert geography.country.symmetric_difference(shapely.union_all(parts[1:])).area > 0


def test_countries_and_divisions_are_coverages(geography: Geography) -> None:
    assert geography.countries.is_valid.all()
    assert geography.divisions.is_valid.all()
    assert shapely.coverage_is_valid(geography.countries.geometry.to_numpy())
    assert shapely.coverage_is_valid(geography.divisions.geometry.to_numpy())
    for one, other in combinations(geography.countries.geometry, 2):
        assert one.intersection(other).area == 0


def test_kobane_lies_in_aleppo_and_kilis_in_kilis(geography: Geography) -> None:
    divisions = geography.divisions
    for point, name in (((38.35347, 36.89095), "Aleppo"), ((37.115, 36.717), "Kilis"), ((40.07, 36.85), "Al-Hasakah")):
        assert divisions[divisions.covers(Point(point))]["name"].to_list() == [name]


def test_the_euphrates_divides_the_area_in_two(geography: Geography) -> None:
    assert isinstance(geography.dividing_river, LineString)
    assert geography.dividing_river.is_simple
    assert geography.dividing_river.coords[0][1] > geography.dividing_river.coords[-1][1]


@pytest.mark.parametrize("name", LEFT_BANK)
def test_a_place_is_on_the_left_bank(right_and_left: list[Polygon], name: str) -> None:
    right, left = right_and_left
    assert left.covers(Point(LEFT_BANK[name]))
    assert not right.covers(Point(LEFT_BANK[name]))


@pytest.mark.parametrize("name", RIGHT_BANK)
def test_a_place_is_on_the_right_bank(right_and_left: list[Polygon], name: str) -> None:
    right, left = right_and_left
    assert right.covers(Point(RIGHT_BANK[name]))
    assert not left.covers(Point(RIGHT_BANK[name]))


@pytest.mark.parametrize(
    ("name", "least_km2", "upstream", "downstream"),
    [
        ("Lake Assad", 550, (38.186, 36.34), (38.55, 35.8655)),
        ("Tishrin reservoir", 100, (38.05, 36.75), (38.19, 36.40)),
    ],
)
def test_a_reservoir_holds_its_stretch_of_the_euphrates(
    geography: Geography, name: str, least_km2: float, upstream: tuple[float, float], downstream: tuple[float, float]
) -> None:
    lake = geography.lakes[geography.lakes["name"] == name]
    assert len(lake) == 1
    assert lake["area_km2"].iloc[0] > least_km2
    start, end = (geography.dividing_river.project(Point(point)) for point in (upstream, downstream))
    assert lake.geometry.iloc[0].covers(substring(geography.dividing_river, start, end))


def test_rivers_and_towns_have_names(geography: Geography) -> None:
    assert {"Euphrates", "Tigris", "Khabur", "Afrin", "Orontes"} <= set(geography.rivers["name"])
    towns = set(geography.towns["name"])
    assert {"Suruç", "Akçakale", "Ceylanpınar", "Nusaybin", "Karkamış", "Kilis", "Reyhanlı", "Gaziantep"} <= towns
    assert {"Şanlıurfa", "Mardin", "Viranşehir", "Cizre", "Mürşitpınar"} <= towns
    assert set(geography.towns["rank"]) == {1, 2, 3, 4}
    assert geography.towns["geonameid"].is_unique


def test_a_town_lies_in_the_country_it_names(geography: Geography, sides: CountrySides) -> None:
    codes = {"TR": "TUR", "SY": "SYR", "IQ": "IRQ", "LB": "LBN"}
    towns = geography.towns
    wrong = [
        name
        for name, country, point in zip(towns["name"], towns["country"], towns.geometry, strict=True)
        if sides.country(*point.coords[0][::-1]) != codes[country]
    ]
    assert wrong == []


@pytest.mark.parametrize("layer", LAYERS)
def test_a_file_says_where_it_comes_from(layer: str) -> None:
    text = json.loads((BASE / f"{layer}.geojson").read_text(encoding="utf-8"))
    assert text["attribution"]
    assert text["licence"]
    if "OpenStreetMap" in text["attribution"]:
        assert "ODbL 1.0" in text["licence"]


def test_every_geojson_of_the_folder_is_a_layer() -> None:
    assert {path.stem for path in BASE.glob("*.geojson")} == set(LAYERS)
    assert sum(path.stat().st_size for path in BASE.iterdir()) < 900_000


def test_the_relief_says_where_it_lies_and_comes_from() -> None:
    about = json.loads((BASE / "relief.json").read_text(encoding="utf-8"))
    assert about["bounds"] == [[34.3, 35.3], [38.3, 43.0]]
    assert about["attribution"]
    assert (BASE / about["file"]).stat().st_size < 40_000
