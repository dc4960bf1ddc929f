"""The GeoPackage is read again as the database that it is, and by a map program's reader."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pyogrio
import pytest

from geodata.dates.span import DAY as ONE_DAY
from geodata.dates.wording import day_in_words
from geodata.sources.exported_events import COLUMNS
from tests.timemap.snapshots import SCRIPTS, first_of, snapshot_on, told_in_scripts
from timemap.exports import format_by_id

if TYPE_CHECKING:
    from pathlib import Path

    from geodata.areas import AreasInTime
    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from geodata.text.selection import Selection

KIND = "gpkg"
DAY = date(2026, 6, 1)


@pytest.fixture(scope="module")
def package(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("package") / "map.gpkg"
    path.write_bytes(content)
    return path


def rows(package: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(package)) as database:
        return database.execute(query).fetchall()


def test_every_layer_has_a_title_and_says_from_whom_it_is(package: Path, atlas: Atlas) -> None:
    known_until = day_in_words(atlas.setting_day("control-known-until"))
    found = {
        name: (title, about)
        for name, title, about in rows(package, "SELECT table_name, identifier, description FROM gpkg_contents")
    }
    assert list(found) == ["events", "areas", "zones", "border"]
    assert found["areas"][0] == "Areas by holder, 1 June 2026"
    for _, about in found.values():
        assert "OpenStreetMap contributors (ODbL)" in about
        assert f"last known on {known_until}, not current" in about


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
    assert set(land["last_known"]) == {True}
    assert land["km2"].sum() == pytest.approx(sum(area.km2 for area in areas.on(DAY)), abs=1)


@pytest.mark.parametrize("layer", ["events", "areas", "zones"])
def test_days_are_fields_of_the_type_that_a_temporal_controller_takes(package: Path, layer: str) -> None:
    kinds = {name: kind for _, name, kind, *_ in rows(package, f"PRAGMA table_info({layer})")}
    assert (kinds["start"], kinds["end"]) == ("DATE", "DATE")
    about = pyogrio.read_info(package, layer=layer)
    types = dict(zip(about["fields"], about["dtypes"], strict=True))
    assert str(types["start"]).startswith("datetime64")
    assert str(types["end"]).startswith("datetime64")


def test_an_event_lasts_from_its_first_to_its_last_day(package: Path, selection: Selection) -> None:
    found = rows(package, 'SELECT id, start, "end" FROM events ORDER BY fid')
    assert found == [(event.id, str(event.span.start), str(event.span.last_day)) for event in selection.events]


def test_areas_say_from_when_to_when_they_are_as_drawn_and_an_open_end_is_null(
    atlas: Atlas, areas: AreasInTime, dataset: Dataset, selection: Selection, package: Path
) -> None:
    assert set(rows(package, 'SELECT day, start, "end" FROM areas')) == {(str(DAY), str(areas.days[-1]), None)}
    earlier = package.with_name("earlier.gpkg")
    day = areas.days[1] - ONE_DAY
    earlier.write_bytes(format_by_id("gpkg").write(dataset, selection, snapshot_on(atlas, day)))
    assert set(rows(earlier, 'SELECT start, "end" FROM areas')) == {(str(areas.days[0]), str(day))}


def test_what_is_not_known_is_null(package: Path) -> None:
    texts = [name for _, name, kind, *_ in rows(package, "PRAGMA table_info(events)") if kind == "TEXT"]
    empty = " OR ".join(f"{name} = ''" for name in texts)
    assert rows(package, f"SELECT count(*) FROM events WHERE {empty}") == [(0,)]  # noqa: S608 (names of columns)
    assert rows(package, "SELECT count(*) FROM events WHERE former_id IS NULL") != [(0,)]


def test_no_file_is_left_behind(
    atlas: Atlas, dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    snapshot = snapshot_on(atlas, DAY)
    format_by_id("gpkg").write(dataset, told_in_scripts(atlas, snapshot), snapshot)
    assert list(tmp_path.iterdir()) == []
