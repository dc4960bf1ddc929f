"""The GeoPackage is read again as the database that it is, and by a map program's reader."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import geopandas as gpd
import pytest

from geodata.spreadsheet import COLUMNS
from tests.timemap.exported import SCRIPTS, first_of, sight_on, told_in_scripts
from timemap.exports import format_by_id

if TYPE_CHECKING:
    from pathlib import Path

    from geodata.areas import AreasInTime
    from geodata.atlas import Atlas
    from geodata.choose import Selection
    from geodata.geography import Geography

DAY = date(2026, 6, 1)


@pytest.fixture(scope="module")
def selection(atlas: Atlas) -> Selection:
    return told_in_scripts(atlas, sight_on(atlas, DAY))


@pytest.fixture(scope="module")
def package(
    atlas: Atlas,
    areas: AreasInTime,
    geography: Geography,
    selection: Selection,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    path = tmp_path_factory.mktemp("package") / "map.gpkg"
    path.write_bytes(format_by_id("gpkg").write(atlas, areas, geography, selection, sight_on(atlas, DAY)))
    return path


def rows(package: Path, query: str) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(package)) as database:
        return database.execute(query).fetchall()


def test_every_layer_has_a_title_and_says_from_whom_it_is(package: Path) -> None:
    found = {
        name: (title, about)
        for name, title, about in rows(package, "SELECT table_name, identifier, description FROM gpkg_contents")
    }
    assert list(found) == ["events", "areas", "zones", "border"]
    assert found["areas"][0] == "Areas by who held them, 1 June 2026"
    for _, about in found.values():
        assert "OpenStreetMap contributors (ODbL)" in about
        assert "last known on 5 March 2026, not current" in about


def test_the_package_says_what_it_is_of_when_and_from_whom(atlas: Atlas, package: Path) -> None:
    ((about,),) = rows(package, "SELECT metadata FROM gpkg_metadata")
    for words in ("Kobane timeline map, 1 June 2026", "2026-06-01", "CC BY-SA 4.0", atlas.version):
        assert words in about


def test_every_event_is_there_with_every_field_in_every_script(package: Path, selection: Selection) -> None:
    events = gpd.read_file(package, layer="events")
    assert events["id"].tolist() == list(selection.ids)
    assert set(COLUMNS) <= set(events.columns)
    assert events.set_index("id").loc[first_of(selection).id, "title"] == SCRIPTS
    assert events["sources"].str.contains("http").all()


def test_areas_are_in_degrees_and_last_known(areas: AreasInTime, package: Path) -> None:
    land = gpd.read_file(package, layer="areas")
    assert land.crs is not None
    assert land.crs.to_epsg() == 4326
    assert set(land["last_known"]) == {"yes"}
    assert land["km2"].sum() == pytest.approx(sum(area.km2 for area in areas.on(DAY)), abs=1)


def test_no_file_is_left_behind(
    atlas: Atlas, areas: AreasInTime, geography: Geography, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    sight = sight_on(atlas, DAY)
    format_by_id("gpkg").write(atlas, areas, geography, told_in_scripts(atlas, sight), sight)
    assert list(tmp_path.iterdir()) == []
