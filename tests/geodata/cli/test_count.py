"""The count command: what it reports, writes and refuses."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from geodata.cli.main import main
from geodata.count_cube.encoding import decode

if TYPE_CHECKING:
    from pathlib import Path

TABLE = """event_date,latitude,longitude,event_type,location
2014-10-06,36.89,38.35,Battles,Kobane
2014-10-06,36.89,38.35,Battles,Kobane
2014-10-08,36.89,38.35,Protests,Kobane
2015-02-30,36.89,38.35,Protests,Kobane
2014-10-08,36.2,37.1,Protests,Aleppo
2014-10-08,,,Protests,Aleppo
"""
VIEW = ["--box", "38,36.5,38.5,37", "--zoom", "9"]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Return a table with rows that cannot be counted."""
    path = tmp_path / "table.csv"
    path.write_text(TABLE, "utf-8")
    return path


def test_it_reports_what_is_counted_and_what_is_not(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["count", str(table), *VIEW]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Counted: 3 of 6 rows.",
        "Outside the box or the days: 1 row.",
        "Left out, a date that cannot be read: 1 row.",
        "Left out, no position: 1 row.",
        "2 counts in 13 by 15 cells, by day from 2014-10-06 to 2014-10-08.",
    ]


def test_it_writes_counts_as_bytes_and_as_json(table: Path, tmp_path: Path) -> None:
    binary, text = tmp_path / "counts.bin", tmp_path / "counts.json"
    for path in (binary, text):
        assert main(["count", str(table), *VIEW, "--out", str(path)]) == 0
    cube, read = decode(binary.read_bytes()), json.loads(text.read_text("utf-8"))
    assert read["columns"]["count"] == cube.count.tolist() == [2, 1]
    assert read["columns"]["step"] == cube.step.tolist() == [0, 2]
    assert read["categories"] == list(cube.categories) == ["Battles", "Protests"]
    assert read["left_out"] == {"a date that cannot be read": 1, "no position": 1}


def test_days_and_categories_can_be_chosen(table: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "counts.bin"
    options = ["--from", "2014-10-07", "--to", "2014-10-31", "--no-categories", "--out", str(path)]
    assert main(["count", str(table), *VIEW, *options]) == 0
    assert "Outside the box or the days: 3 rows." in capsys.readouterr().out
    assert (decode(path.read_bytes()).counted, decode(path.read_bytes()).categories) == (1, ("",))


def test_the_rows_of_a_cell_are_printed(table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "counts.bin"
    assert main(["count", str(table), *VIEW, "--out", str(path)]) == 0
    cube = decode(path.read_bytes())
    y, x = divmod(int(cube.cell[0]), cube.tiles.width)
    capsys.readouterr()
    assert main(["count", str(table), *VIEW, "--cell", f"{x},{y}"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["event_date"] for row in rows] == ["2014-10-06", "2014-10-06", "2014-10-08"]
    assert rows[0] == {
        "event_date": "2014-10-06",
        "latitude": "36.89",
        "longitude": "38.35",
        "event_type": "Battles",
        "location": "Kobane",
    }
    assert main(["count", str(table), *VIEW, "--cell", f"{x},{y}", "--page", "2"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["count", str(table), *VIEW, "--cell", "99,0"]) == 1
    assert capsys.readouterr().err == 'got cell "99,0", expected one of 13 by 15 cells.\n'


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--box", "38,36"], 'got "38,36", expected W,S,E,N such as 36,35,42.5,37.5'),
        (["--box", "39,36,38,37"], 'got longitudes "39.0" to "38.0", expected -180 to 180, west before east'),
        (["--zoom", "19"], 'got "19", expected a whole number from 0 to 18'),
        (["--cell", "1"], 'got "1", expected X,Y such as 12,7'),
        (["--out", "counts.csv"], 'got "counts.csv", expected a name that ends with .bin or .json'),
        (["--page", "0"], 'got "0", expected a whole number above 0'),
        (["--engine", "polars"], "invalid choice: 'polars'"),
    ],
)
def test_options_that_make_no_sense_are_refused(
    options: list[str], message: str, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["count", str(table), *options])
    assert message in capsys.readouterr().err


def test_what_cannot_be_counted_is_told_in_a_sentence(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["count", str(tmp_path / "missing.csv")]) == 1
    assert 'missing.csv", expected a file' in capsys.readouterr().err
    assert main(["count", str(table), "--box=-180,-80,180,80", "--zoom", "12"]) == 1
    assert "cells at zoom 12, expected at most 1,000,000." in capsys.readouterr().err
    assert main(["count", str(table), "--out", str(tmp_path / "no" / "counts.bin")]) == 1
    assert "cannot write" in capsys.readouterr().err
