"""The Parquet file is read again by a database and by a map program's reader: dates, lists, points and licence hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import duckdb
import geopandas as gpd
import pytest

from geodata.sources.exported_events import COLUMNS
from tests.timemap.snapshots import SCRIPTS, first_of, snapshot_on
from timemap.exports import format_by_id

if TYPE_CHECKING:
    from pathlib import Path

    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from geodata.text.selection import Selection

KIND = "parquet"
DAY = date(2014, 10, 6)


@pytest.fixture(scope="module")
def path(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("parquet") / "map.parquet"
    path.write_bytes(content)
    return path


def asked(path: Path, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect() as database:
        return database.execute(query.replace("FILE", f"'{path}'")).fetchall()


def test_columns_have_the_kinds_of_what_they_hold(path: Path) -> None:
    kinds = {name: kind for name, kind, *_ in asked(path, "DESCRIBE SELECT * FROM FILE")}
    assert tuple(kinds) == (*COLUMNS, "geometry")
    assert (kinds["start"], kinds["end"]) == ("DATE", "DATE")
    assert kinds["categories"] == kinds["actors"] == kinds["parties"] == "VARCHAR[]"
    assert kinds["sources"].startswith("STRUCT(title VARCHAR, publisher VARCHAR, ")
    assert kinds["sources"].endswith("[]")
    assert (kinds["founding_article"], kinds["lat"], kinds["title"]) == ("BOOLEAN", "DOUBLE", "VARCHAR")


def test_every_event_is_there_with_its_days_lists_and_sources(atlas: Atlas, path: Path, selection: Selection) -> None:
    found = asked(
        path, 'SELECT id, start, "end", actors, contested, list_transform(sources, lambda source: source.url) FROM FILE'
    )
    assert found == [
        (
            event.id,
            event.span.start,
            event.span.last_day,
            list(event.actors),
            event.contested or None,
            [atlas.source(source).url for source in event.sources],
        )
        for event in selection.events
    ]
    assert dict(asked(path, "SELECT id, title FROM FILE"))[first_of(selection).id] == SCRIPTS


def test_the_file_names_licence_attribution_and_version(atlas: Atlas, path: Path) -> None:
    about = {
        bytes(name).decode(): bytes(words).decode()
        for name, words in asked(path, "SELECT key, value FROM parquet_kv_metadata(FILE)")
    }
    assert "CC BY-SA 4.0" in about["licence"]
    assert "OpenStreetMap contributors (ODbL)" in about["attribution"]
    assert about["title"].startswith("Kobane timeline map, 6 October 2014")
    assert about["version"] == atlas.version


def test_a_map_program_finds_the_points_in_degrees(path: Path, selection: Selection) -> None:
    frame = gpd.read_parquet(path)
    assert frame.crs is not None
    assert frame.crs.to_epsg() == 4326
    points = list(zip(frame.geometry.y, frame.geometry.x, strict=True))
    assert points == [(event.lat, event.lon) for event in selection.events]


def test_no_event_still_makes_a_table_of_the_same_kinds(
    atlas: Atlas, dataset: Dataset, selection: Selection, path: Path
) -> None:
    empty = path.with_name("empty.parquet")
    nothing = replace(selection, events=())
    empty.write_bytes(format_by_id("parquet").write(dataset, nothing, snapshot_on(atlas, DAY)))
    assert asked(empty, "SELECT count(*) FROM FILE") == [(0,)]
    described = "DESCRIBE SELECT * EXCLUDE geometry FROM FILE"
    assert asked(empty, described) == asked(path, described)
