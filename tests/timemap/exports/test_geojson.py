"""The GeoJSON is read again with nothing but JSON and shapes: all events, areas and sources are in it."""

from __future__ import annotations

import io
import json
from datetime import date
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pytest
import shapely
from shapely.geometry import shape

from geodata.dates.wording import day_in_words
from tests.timemap.snapshots import SCRIPTS, first_of, snapshot_on, told_in_scripts
from timemap.exports import format_by_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geodata.areas import Area, AreasInTime, ZoneArea
    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from geodata.text.selection import Selection

DAY = date(2019, 11, 1)

Read = dict[str, Any]


@pytest.fixture(scope="module")
def selection(atlas: Atlas) -> Selection:
    return told_in_scripts(atlas, snapshot_on(atlas, DAY))


@pytest.fixture(scope="module")
def collection(atlas: Atlas, dataset: Dataset, selection: Selection) -> Read:
    content = format_by_id("geojson").write(dataset, selection, snapshot_on(atlas, DAY))
    read: Read = json.loads(content)
    return read


def of_kind(collection: Read, kind: str) -> list[Read]:
    return [feature for feature in collection["features"] if feature["properties"]["kind"] == kind]


def test_it_says_what_it_is_of_when_and_from_whom(atlas: Atlas, collection: Read) -> None:
    assert collection["type"] == "FeatureCollection"
    assert collection["title"].startswith("Kobane timeline map, 1 November 2019")
    assert collection["date"] == "2019-11-01"
    assert "OpenStreetMap contributors (ODbL)" in collection["attribution"]
    assert "CC BY-SA 4.0" in collection["licence"]
    assert collection["version"] == atlas.version
    assert "https://maps.example.org/kobane?" in collection["description"]


def test_every_event_is_there_with_its_place_and_sources(atlas: Atlas, collection: Read, selection: Selection) -> None:
    read = of_kind(collection, "event")
    assert [feature["id"] for feature in read] == list(selection.ids)
    for feature, event in zip(read, selection.events, strict=True):
        assert shape(feature["geometry"]).equals(shapely.Point(event.lon, event.lat))
        addresses = [source["url"] for source in feature["properties"]["sources"]]
        assert addresses == [atlas.source(source).url for source in event.sources]
        assert feature["properties"]["contested"] == (event.contested or None)


@pytest.mark.parametrize("kind", ["area", "zone"])
def test_an_area_names_the_sources_of_who_holds_its_places_on_the_day(
    atlas: Atlas, areas: AreasInTime, collection: Read, kind: str
) -> None:
    held: Sequence[Area | ZoneArea] = areas.on(DAY) if kind == "area" else areas.zones_on(DAY)
    for feature, area in zip(of_kind(collection, kind), held, strict=True):
        holds = [hold for hold in atlas.holds if hold.place in area.places and hold.span.covers(DAY)]
        expected = {atlas.source(hold.source).url for hold in holds if hold.source}
        found = [source["url"] for source in feature["properties"]["sources"]]
        assert len(found) == len(set(found)) > 0
        assert set(found) == expected


def test_other_programs_keep_who_it_is_by_in_every_row(collection: Read) -> None:
    frame = gpd.read_file(io.BytesIO(json.dumps(collection).encode()))
    for name in ("attribution", "licence"):
        assert frame[name].notna().all()
    assert frame[frame["kind"] != "border"]["sources"].notna().all()


def test_what_is_not_known_is_null_and_every_feature_has_its_licence(collection: Read) -> None:
    for feature in collection["features"]:
        assert "" not in feature["properties"].values()
        assert "CC BY-SA 4.0" in feature["properties"]["licence"] or feature["properties"]["kind"] == "border"
        assert feature["properties"]["attribution"]
    told = [feature["properties"] for feature in of_kind(collection, "event")]
    assert None in {row["contested"] for row in told}
    assert None in {source["date"] for row in told for source in row["sources"]}


def test_every_script_comes_back(collection: Read, selection: Selection) -> None:
    (told,) = (feature for feature in of_kind(collection, "event") if feature["id"] == first_of(selection).id)
    assert told["properties"]["title"] == SCRIPTS
    assert told["properties"]["summary"].endswith('<b>"&"</b>')


def test_areas_are_those_of_the_day_turned_as_the_standard_asks(areas: AreasInTime, collection: Read) -> None:
    read = {feature["properties"]["controller"]: feature for feature in of_kind(collection, "area")}
    assert set(read) == {area.controller for area in areas.on(DAY)}
    for area in areas.on(DAY):
        land = shape(read[area.controller]["geometry"])
        assert land.is_valid
        assert all(part.exterior.is_ccw for part in shapely.get_parts(land))
        assert land.symmetric_difference(area.geometry).area == pytest.approx(0, abs=1e-9)
        assert read[area.controller]["properties"]["km2"] == pytest.approx(area.km2, abs=0.1)
        assert read[area.controller]["properties"]["last_known"] is False


def test_zones_have_names_and_the_border_its_own_licence(collection: Read) -> None:
    names = {feature["properties"]["name"] for feature in of_kind(collection, "zone")}
    assert "Tell Abyad and Ras al-Ayn area (Peace Spring)" in names
    (border,) = of_kind(collection, "border")
    assert "ODbL 1.0" in border["properties"]["licence"]
    assert border["properties"]["length_km"] == pytest.approx(911, abs=2)


def test_after_the_last_supported_day_areas_say_so(atlas: Atlas, dataset: Dataset) -> None:
    snapshot = snapshot_on(atlas, date(2026, 10, 1))
    content = format_by_id("geojson").write(dataset, told_in_scripts(atlas, snapshot), snapshot)
    read = json.loads(content)
    assert {feature["properties"]["last_known"] for feature in of_kind(read, "area")} == {True}
    known_until = day_in_words(atlas.setting_day("control-known-until"))
    assert f"last known on {known_until}, not current" in read["description"]
