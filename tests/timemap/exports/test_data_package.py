"""The data package: valid by Frictionless, the same rows as ours, licence and hashes within."""

from __future__ import annotations

import io
import json
import zipfile
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pytest
from frictionless import Package

from geodata.io.table_schema import schema_of
from geodata.io.tables import read_text
from geodata.records.tables import KINDS
from tests.timemap.snapshots import snapshot_on
from timemap.exports import format_by_id
from timemap.exports.data_package import AREAS, DESCRIPTOR, EVENTS, package_files
from timemap.state.map_state import filter_by_state

if TYPE_CHECKING:
    from pathlib import Path

    from geodata.atlas import Atlas
    from geodata.dataset import Dataset


@pytest.fixture(scope="module")
def files(atlas: Atlas, dataset: Dataset) -> dict[str, bytes]:
    return package_files(dataset, snapshot_on(atlas, atlas.key_dates[0].day))


@pytest.fixture(scope="module")
def folder(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("package")
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def faults(descriptor: Path) -> list[list[Any]]:
    """Return what Frictionless finds wrong with a package and the rows of its tables."""
    report = Package(str(descriptor)).validate()
    found: list[list[Any]] = report.flatten(["title", "rowNumber", "fieldName", "message"])
    return found


def test_it_is_valid_with_all_rows_and_references(folder: Path) -> None:
    assert faults(folder / DESCRIPTOR) == []


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [("events", ",36.891,", ",96.891,"), ("holds", "\nkobane,", "\nnowhere,"), ("events", "2012-07-19", "19/07/2012")],
)
def test_a_wrong_cell_is_found(files: dict[str, bytes], tmp_path: Path, table: str, old: str, new: str) -> None:
    path = f"tables/{table}.csv"
    text = files[path].decode()
    changed = files | {path: text.replace(old, new, 1).encode()}
    assert changed[path] != files[path]
    descriptor = json.loads(files[DESCRIPTOR])
    for resource in descriptor["resources"]:
        resource.pop("hash"), resource.pop("bytes")
    changed[DESCRIPTOR] = json.dumps(descriptor).encode()
    for name, content in changed.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    assert faults(tmp_path / DESCRIPTOR)


@pytest.mark.parametrize("table", KINDS)
def test_the_rows_of_a_table_are_read_back_as_they_were(files: dict[str, bytes], atlas: Atlas, table: str) -> None:
    read = read_text(files[f"tables/{table}.csv"].decode(), f"{table}.csv", KINDS[table])
    assert read.problems == ()
    assert read.records == getattr(atlas, table)


def test_it_says_licence_attribution_version_and_what_each_file_is(files: dict[str, bytes], atlas: Atlas) -> None:
    descriptor = json.loads(files[DESCRIPTOR])
    assert [licence["name"] for licence in descriptor["licenses"]] == ["CC-BY-4.0", "CC-BY-SA-4.0", "ODbL-1.0"]
    assert atlas.setting("attribution") in descriptor["description"]
    assert descriptor["version"] == atlas.version
    assert {resource["path"] for resource in descriptor["resources"]} == set(files) - {DESCRIPTOR}
    for resource in descriptor["resources"]:
        assert resource["hash"] == f"sha256:{sha256(files[resource['path']]).hexdigest()}"
        assert resource["bytes"] == len(files[resource["path"]])


def test_schemas_tell_types_limits_keys_and_notes_of_columns() -> None:
    schema = schema_of("events")
    fields = {field["name"]: field for field in schema["fields"]}
    assert schema["primaryKey"] == ["id"]
    assert fields["start"]["type"] == "date"
    assert fields["lat"]["constraints"] == {"minimum": -90, "maximum": 90, "required": True}
    assert fields["date_precision"]["constraints"]["enum"] == ["day", "month", "year"]
    assert fields["sources"]["description"] == 'Ids of the sources. Several values, separated by "; ".'
    assert "constraints" not in fields["last_day"]
    assert fields["founding_article"]["trueValues"] == ["yes"]
    reference = {"resource": "places", "fields": ["id"]}
    assert {"fields": ["place"], "reference": reference} in schema_of("holds")["foreignKeys"]


def test_events_and_areas_are_there_as_shapes(folder: Path, atlas: Atlas) -> None:
    assert set(gpd.read_parquet(folder / EVENTS)["id"]) == {event.id for event in atlas.events}
    areas = gpd.read_parquet(folder / AREAS)
    assert {row.day for row in atlas.key_dates} <= set(areas["day"])
    assert areas.crs is not None
    assert areas.crs.to_epsg() == 4326
    assert set(areas["licence"]) == {atlas.setting("licence")}


def test_the_zip_holds_the_same_files_whatever_is_chosen(
    atlas: Atlas, dataset: Dataset, files: dict[str, bytes]
) -> None:
    snapshot = snapshot_on(atlas, atlas.key_dates[0].day)
    nothing = filter_by_state(snapshot.state, atlas)
    packed = format_by_id("data-package").write(dataset, nothing, snapshot)
    with zipfile.ZipFile(io.BytesIO(packed)) as file:
        assert {name: file.read(name) for name in file.namelist()} == files
