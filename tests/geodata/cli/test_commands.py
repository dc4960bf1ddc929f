"""The command line says what is wrong, one sentence a line, and its exit code is for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geodata.cli.arguments import can_write
from geodata.cli.main import main
from geodata.records.tables import KINDS
from tests.paths import BAD, ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from geodata.atlas import Atlas


def test_check_passes_on_our_tables(atlas: Atlas, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    line, *_ = capsys.readouterr().out.splitlines()
    assert line.startswith(f"No problems in {len(KINDS)} tables")
    assert " events" not in line
    assert main(["check", "--verbose"]) == 0
    line, *_ = capsys.readouterr().out.splitlines()
    assert f" {len(atlas.events):,} events" in line
    assert f" {len(atlas.holds):,} holds" in line


def test_check_names_every_problem_of_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(BAD / "metres-events.csv")]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith('metres-events.csv, row 3, column lat: got "4083000"')
    assert lines[1].startswith('metres-events.csv, row 3, column lon: got "442000"')
    assert lines[-1].startswith(f"2 problems in metres-events.csv, checked with the other tables: {len(KINDS)} tables")


def test_of_thousands_of_bad_rows_the_first_of_each_column_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = tmp_path / "my-holds.csv"
    rows = "".join(f"kobane,yesterday,,nobody-{number},sure,,\n" for number in range(3000))
    mine.write_text("place,from,to,controller,confidence,source,note\n" + rows, "utf-8")
    assert main(["check", str(mine)]) == 1
    few = capsys.readouterr().out.splitlines()
    assert len(few) < 60
    assert few.count("... and 2,980 more like this.") == 2
    assert few[-1].startswith("6,000 problems in my-holds.csv")
    assert main(["check", "--all", str(mine)]) == 1
    every = capsys.readouterr().out.splitlines()
    assert sum(line.startswith("my-holds.csv, row ") for line in every) == 6000
    assert every[-1] == few[-1]


def test_a_value_without_end_is_cut_off(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = tmp_path / "holds.csv"
    mine.write_text(f'place,from,to,controller,confidence\nkobane,"{"never " * 5000}",,sdf,high\n', "utf-8")
    assert main(["check", str(mine)]) == 1
    (line, *_) = capsys.readouterr().out.splitlines()
    assert len(line) < 250
    assert '…", expected a date' in line


def test_a_file_in_good_order_stands_in_for_ours(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ours = ROOT / "geodata" / "data" / "tables" / "front_marks.csv"
    mine = tmp_path / "My Front-Marks.csv"
    mine.write_bytes(ours.read_bytes())
    assert main(["check", str(mine)]) == 0
    assert capsys.readouterr().out.startswith("No problem")


def test_what_other_tables_miss_in_a_file_is_one_line_and_no_fault_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ours = ROOT / "geodata" / "data" / "tables" / "events.csv"
    mine = tmp_path / "my-events.csv"
    mine.write_text("".join(ours.read_text("utf-8").splitlines(keepends=True)[:4]), "utf-8")
    assert main(["check", str(mine)]) == 0
    others, last = capsys.readouterr().out.splitlines()
    assert "problems in other tables, whose rows refer to values missing from the given file" in others
    assert last.startswith("No problems in my-events.csv")
    assert last.endswith(" rows: 3 events; 0 lessons with 0 scenes.")


def test_a_file_with_another_name_is_not_guessed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "things.csv")]) == 1
    assert "must be, or end with, the name of a table: events, sources" in capsys.readouterr().err


def test_areas_refuses_what_is_no_day(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["areas", "1 November 2019"])
    assert "expected a date such as 2014-10-06" in capsys.readouterr().err


def test_areas_reports_the_zones_of_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["areas", "2019-11-01"]) == 0
    assert "Peace Spring" in capsys.readouterr().out


def test_areas_says_when_a_file_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["areas", "2019-11-01", "--geojson", str(tmp_path / "no" / "areas.geojson")]) == 1
    assert "cannot write" in capsys.readouterr().err


def test_build_says_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--node-modules", str(tmp_path)]) == 1
    assert "install" in capsys.readouterr().err


def test_a_name_that_no_file_can_have_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert not can_write(tmp_path / ("x" * 300) / "map.html")
    assert capsys.readouterr().err.endswith(": File name too long\n")
    assert not can_write(tmp_path / "no" / "map.html")
    assert capsys.readouterr().err.endswith(": No such file or directory\n")
    assert can_write(tmp_path / "no" / "map.html", folders=True)
