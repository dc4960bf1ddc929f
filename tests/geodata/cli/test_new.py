"""A new atlas has example rows and help, passes the check, is exported at once, and overwrites nothing."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

import pytest

from geodata.cli.main import main
from geodata.io.missing_tables import NEEDED
from geodata.new_atlas.new_folder import HELP, STARTER
from geodata.records.tables import KINDS
from tests.timemap.another_atlas import own_words
from timemap.cli.main import main as timemap

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "my-atlas"
    assert main(["new", str(made)]) == 0
    return made


def test_it_passes_the_check_and_is_exported_at_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--atlas", str(folder)]) == 0
    assert "No problems" in capsys.readouterr().out
    out = folder.parent / "map.html"
    assert timemap(["export", str(out), "--atlas", str(folder)]) == 0
    assert "Example: a treaty is signed" in out.read_text("utf-8")


def test_each_table_has_three_example_rows_and_the_needed_ones_are_there(folder: Path) -> None:
    tables = {path.stem: path.read_text("utf-8") for path in (folder / "tables").glob("*.csv")}
    assert set(KINDS) >= set(tables) >= NEEDED
    assert all(len(list(csv.DictReader(text.splitlines()))) >= 3 for text in tables.values())


def test_the_help_tells_every_table_column_and_setting(folder: Path) -> None:
    page = (folder / HELP).read_text("utf-8")
    assert all(f"### {table}\n" in page for table in KINDS)
    settings = csv.DictReader((STARTER / "settings.csv").read_text("utf-8").splitlines())
    assert all(f"| `{row['id']}` |" in page for row in settings)
    assert not re.search(r"\{[A-Z]+\}", page)
    assert own_words(page) == []


def test_the_example_knows_every_setting_that_has_a_default() -> None:
    ours = csv.DictReader((STARTER.parent / "tables" / "settings.csv").read_text("utf-8").splitlines())
    theirs = csv.DictReader((STARTER / "settings.csv").read_text("utf-8").splitlines())
    assert {row["id"] for row in theirs} == {row["id"] for row in ours}


def test_nothing_is_overwritten(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (folder / HELP).read_text("utf-8")
    (folder / "tables" / "events.csv").write_text("mine", "utf-8")
    assert main(["new", str(folder)]) == 1
    assert "nothing in it is overwritten" in capsys.readouterr().err
    assert (folder / "tables" / "events.csv").read_text("utf-8") == "mine"
    assert (folder / HELP).read_text("utf-8") == before
