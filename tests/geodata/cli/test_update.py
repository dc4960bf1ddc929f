"""The commands update and compare: what they keep, say and refuse."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from geodata.atlas import load
from geodata.cli.main import main
from geodata.io.tables import TABLES
from geodata.ucdp.store import ABOUT, CSV, TABLE, read_reported
from tests.geodata.ucdp.made_files import COUNTRY_ONLY, KOBANE, YEMEN, ucdp_csv, ucdp_row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geodata.table_import.sheets import Cell


def release(folder: Path, name: str, *rows: Mapping[str, Cell], header: bool = True) -> str:
    """Return the path of a release with these rows."""
    path = folder / name
    path.write_bytes(ucdp_csv(*rows, header=header))
    return str(path)


def test_a_file_is_kept_apart_and_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ours = next(event for event in load().events if event.date_precision == "day" and event.last_day is None)
    near: dict[str, Cell] = {"latitude": str(ours.lat), "longitude": str(ours.lon), "country": "Syria"}
    file = release(
        tmp_path,
        "GEDEvent_v26_0_8.csv",
        ucdp_row(1, "2026-08-01", KOBANE),
        ucdp_row(2, "2026-08-02", COUNTRY_ONLY),
        ucdp_row(3, "2026-08-03", YEMEN),
        ucdp_row(4, ours.start.isoformat(), near),
        header=False,
    )
    tables = {path: path.read_bytes() for path in Path(TABLES).iterdir() if path.is_file()}
    out = tmp_path / "kept"
    assert main(["update", "--from", file, "--out", str(out)]) == 0
    said = capsys.readouterr().out
    assert "Release 26.0.8: 3 new." in said
    assert "not checked by us" in said
    assert sorted(path.name for path in out.iterdir()) == sorted([TABLE, CSV, ABOUT])
    assert {path: path.read_bytes() for path in tables} == tables
    table = tmp_path / "comparison.csv"
    assert main(["compare", str(out / TABLE), "--out", str(table)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "Not found among ours: 1." in lines
    assert "Found in both: 1." in lines
    assert any(line.startswith("Not compared") and line.endswith(": 1.") for line in lines)
    assert table.read_text("utf-8-sig").splitlines()[1].startswith("found,4,")
    assert len(table.read_text("utf-8-sig").splitlines()) == 4


def test_releases_are_read_one_after_the_other_and_changes_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = release(
        tmp_path, "GEDEvent_v26_0_8.csv", ucdp_row(1, "2026-08-01", KOBANE), ucdp_row(2, "2026-08-02", KOBANE)
    )
    second = release(tmp_path, "GEDEvent_v26_01_26_08.csv", ucdp_row(1, "2026-08-01", KOBANE, best="7"))
    out = tmp_path / "kept"
    assert main(["update", "--from", first, "--from", second, "--out", str(out)]) == 0
    said = capsys.readouterr().out
    assert "Release 26.01.26.08: 1 revised, 1 withdrawn." in said
    assert "  withdrawn: 2" in said
    assert main(["update", "--from", first, "--out", str(out)]) == 0
    assert "2 known from a later release" in capsys.readouterr().out
    held = [row for row in read_reported(out / TABLE).rows if not row["withdrawn_in"]]
    assert [(row["id"], row["deaths"]) for row in held] == [("1", 7)]
    about = json.loads((out / ABOUT).read_text("utf-8"))
    assert [one["version"] for one in about["releases"]] == ["26.0.8", "26.01.26.08"]


def test_what_cannot_be_read_is_said_and_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    web_page = tmp_path / "GEDEvent_v26_0_9.csv"
    web_page.write_text("<!doctype html>", "utf-8")
    good = release(tmp_path, "GEDEvent_v26_0_8.csv", ucdp_row(1, "2026-08-01", KOBANE))
    out = tmp_path / "kept"
    for origins, said in (
        ([str(tmp_path / "GEDEvent_v26_0_7.csv")], "No such file"),
        ([good, str(web_page)], "this is a web page"),
        ([good, str(tmp_path / "events.csv")], 'got "events.csv", expected a name such as GEDEvent_v26_0_8.csv'),
        (["http://127.0.0.1/GEDEvent_v26_0_8.csv"], "must begin with https://"),
    ):
        assert main(["update", *(part for one in origins for part in ("--from", one)), "--out", str(out)]) == 1
        given = capsys.readouterr()
        assert said in given.err
        assert len(given.err.splitlines()) == 1
        assert not out.exists()


def test_a_folder_with_another_table_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = release(tmp_path, "GEDEvent_v26_0_8.csv", ucdp_row(1, "2026-08-01", KOBANE))
    (tmp_path / TABLE).write_text("mine", "utf-8")
    assert main(["update", "--from", good, "--out", str(tmp_path)]) == 1
    assert "not a table that this command wrote" in capsys.readouterr().err
    assert (tmp_path / TABLE).read_text("utf-8") == "mine"


def test_any_table_of_events_can_be_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "table.csv"
    table.write_text("date,title,lat,lon\n2018-02-01,Example event,36.8912,38.3536\n", "utf-8")
    assert main(["compare", str(table)]) == 0
    assert "1 reported event compared with ours" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [["--days", "-1"], ["--days", "9999"], ["--km", "0"], ["--km", "far"], ["--km", "9999"]]
)
def test_distances_without_sense_are_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["compare", "table.csv", *arguments])
    assert "expected a " in capsys.readouterr().err


def test_a_file_to_compare_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(tmp_path / "none.csv")]) == 1
    assert "cannot read" in capsys.readouterr().err
