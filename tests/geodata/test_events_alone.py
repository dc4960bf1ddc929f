"""A folder with the one table of events is an atlas; what its rows name without a table is called by its id."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geodata.atlas import load
from geodata.cli.main import main
from geodata.data import ATLAS
from geodata.dataset import load_dataset
from timemap.cli.main import main as timemap

if TYPE_CHECKING:
    from pathlib import Path

EVENTS = """id,start,date_precision,title,summary,categories,place,lat,lon,location_precision,actors,sources
blockade-begins,1948-06-24,day,The blockade begins,Roads close.,politics,Berlin,52.52,13.40,town,Soviet Union,a-book
wall-built,1961-08-13,day,The wall is built,The border closes.,border-closing,Berlin,52.51,13.38,town,East Berlin,a-page
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "events.csv").write_text(EVENTS, "utf-8")
    monkeypatch.setenv(ATLAS, str(tmp_path))
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_events_alone_are_an_atlas() -> None:
    atlas = load()
    assert atlas.problems == ()
    assert [event.id for event in atlas.events] == ["blockade-begins", "wall-built"]
    assert [row.name for row in atlas.categories] == ["Politics", "Border closing"]
    assert [row.title for row in atlas.sources] == ["A book", "A page"]
    assert [row.name for row in atlas.parties] == ["Soviet Union", "East Berlin"]
    assert main(["check"]) == 0


@pytest.mark.usefixtures("folder")
def test_without_base_map_and_holds_the_ground_is_plain_and_nobody_holds_it() -> None:
    dataset = load_dataset()
    assert dataset.areas.days == ()
    assert dataset.geography.countries.empty
    assert list(dataset.geography.drawn_land["name"]) == [""]
    assert dataset.geography.area.bounds == tuple(dataset.atlas.setting_numbers("area-bounds"))


def test_an_option_names_the_atlas_for_one_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ATLAS, raising=False)
    (tmp_path / "events.csv").write_text(EVENTS, "utf-8")
    out = tmp_path / "map.html"
    assert timemap(["export", str(out), "--atlas", str(tmp_path)]) == 0
    assert "The blockade begins" in out.read_text("utf-8")
    assert load().has_place("kobane")


@pytest.mark.usefixtures("folder")
def test_a_table_that_is_there_is_read_and_its_gaps_are_problems(folder: Path) -> None:
    (folder / "sources.csv").write_text("id,title,url\na-book,A book,https://example.org/book\n", "utf-8")
    assert main(["check"]) == 1


@pytest.mark.parametrize("command", [["check", "--atlas"], ["--atlas"]])
def test_a_folder_without_events_is_refused(
    tmp_path: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([*command, str(tmp_path)])
    assert "expected a folder with the table events.csv" in capsys.readouterr().err


def test_a_variable_that_names_no_atlas_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(ATLAS, str(tmp_path / "nowhere"))
    with pytest.raises(SystemExit):
        main(["check"])
    assert f"in --atlas or {ATLAS}, expected a folder" in capsys.readouterr().err
