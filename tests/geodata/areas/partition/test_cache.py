"""Kept cells are read when they are what was written for the same input; in every other case they are built again."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from shapely import LineString, box

from geodata.areas.partition.cache import key_of, read_cells, write_cells
from geodata.areas.partition.cells import Cells
from geodata.areas.settings import read_settings
from geodata.areas.timeline.derive import cells_key, load_cells
from geodata.records.places import Place

if TYPE_CHECKING:
    from pathlib import Path

PLACES = [
    Place(id=name, name=name, kind="village", lat=36.6, lon=lon, coord_source="made up")
    for name, lon in (("a", 38.0), ("b", 38.3), ("c", 38.6))
]
LAND = box(36, 35, 42, 38)
RIVER = LineString([(41.9, 40), (41.9, 33)])
SETTINGS = read_settings()


def cells(folder: Path) -> Cells:
    return load_cells(PLACES, LAND, RIVER, SETTINGS, folder)


def file(folder: Path) -> Path:
    return folder / f"{cells_key(PLACES, LAND, RIVER, SETTINGS)}.json"


def same(one: Cells, other: Cells) -> bool:
    shapes = all(a.shape.equals_exact(b.shape, 0) for a, b in zip(one.cells, other.cells, strict=True))
    told = [(cell.place, cell.km2) for cell in one.cells] == [(cell.place, cell.km2) for cell in other.cells]
    return shapes and told and one.covered.equals_exact(other.covered, 0)


def test_what_was_kept_is_what_was_built(tmp_path: Path) -> None:
    built = cells(tmp_path)
    assert file(tmp_path).exists()
    assert same(built, cells(tmp_path))


def test_kept_cells_are_really_read(tmp_path: Path) -> None:
    built = cells(tmp_path)
    fewer = Cells(built.covered, built.cells[:1])
    write_cells(tmp_path, file(tmp_path).stem, fewer)
    assert len(cells(tmp_path).cells) == 1


@pytest.mark.parametrize("damage", [b"", b"\n", b"nonsense", b"0" * 64 + b"\n[]", b"\xff\xfe\n\x00"])
def test_a_damaged_file_is_built_again(tmp_path: Path, damage: bytes) -> None:
    built = cells(tmp_path)
    file(tmp_path).write_bytes(damage)
    assert same(built, cells(tmp_path))
    assert len(file(tmp_path).read_bytes()) > 1000


def test_one_changed_byte_is_noticed(tmp_path: Path) -> None:
    built = cells(tmp_path)
    whole = bytearray(file(tmp_path).read_bytes())
    whole[-40] ^= 1
    file(tmp_path).write_bytes(whole)
    assert read_cells(tmp_path, file(tmp_path).stem) is None
    assert same(built, cells(tmp_path))


def test_half_a_file_is_noticed(tmp_path: Path) -> None:
    cells(tmp_path)
    whole = file(tmp_path).read_bytes()
    file(tmp_path).write_bytes(whole[: len(whole) // 2])
    assert read_cells(tmp_path, file(tmp_path).stem) is None


def test_other_input_has_another_name() -> None:
    names = {
        cells_key(PLACES, LAND, RIVER, SETTINGS),
        cells_key(PLACES[:2], LAND, RIVER, SETTINGS),
        cells_key([PLACES[0].model_copy(update={"reach_km": 2}), *PLACES[1:]], LAND, RIVER, SETTINGS),
        cells_key(PLACES, box(36, 35, 42, 38.1), RIVER, SETTINGS),
        cells_key(PLACES, LAND, LineString([(41.9, 40), (41.8, 33)]), SETTINGS),
    }
    assert len(names) == 5
    assert key_of([b"ab", b"c"]) != key_of([b"a", b"bc"])


def test_a_folder_that_cannot_be_made_keeps_nothing_and_stops_nobody(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("in the way", encoding="utf-8")
    assert len(cells(blocked / "areas").cells) == len(PLACES)
    assert blocked.read_text(encoding="utf-8") == "in the way"


def test_a_name_that_is_taken_by_a_folder_leaves_nothing_behind(tmp_path: Path) -> None:
    file(tmp_path).mkdir(parents=True)
    (file(tmp_path) / "full").write_text("x", encoding="utf-8")
    assert len(cells(tmp_path).cells) == len(PLACES)
    assert [path.name for path in tmp_path.iterdir()] == [file(tmp_path).name]


def test_a_folder_that_is_deleted_is_made_again(tmp_path: Path) -> None:
    folder = tmp_path / "areas"
    cells(folder)
    shutil.rmtree(folder)
    cells(folder)
    assert file(folder).exists()


def test_the_file_is_text_without_code(tmp_path: Path) -> None:
    cells(tmp_path)
    check, body = file(tmp_path).read_bytes().split(b"\n", 1)
    assert len(check) == 64
    assert isinstance(json.loads(body), list)
