"""The command tells a day, compares two, writes sizes over time, and stores ranges that the check takes."""

from __future__ import annotations

import csv
import json
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from geodata.areas import load_areas
from geodata.areas.reports.series import COLUMNS
from geodata.areas.timeline.changes import difference
from geodata.areas.timeline.evidence import evidence_of
from geodata.atlas import load
from geodata.cli import areas
from geodata.cli.main import main
from geodata.geography import load_geography

if TYPE_CHECKING:
    from pathlib import Path

UNTIL = load().setting("control-known-until")


def test_two_days_are_compared(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["areas", "2019-10-08", "--against", "2019-10-31"]) == 0
    text = capsys.readouterr().out
    found = difference(load_areas(load(), load_geography()), date(2019, 10, 8), date(2019, 10, 31))
    head, *rows = text.splitlines()
    assert head.startswith("Changes between 2019-10-08 and 2019-10-31, km²")
    (sdf,) = [row for row in rows if row.startswith("  SDF and self-administration  ")]
    columns = dict(
        zip(head.split("km²")[1].split(), sdf.removeprefix("  SDF and self-administration").split(), strict=True)
    )
    assert columns["turkey"] == f"{found.km2('sdf', 'turkey'):,.0f}"
    assert columns["sdf"] == f"{found.kept['sdf']:,.0f}"
    assert columns["hts"] == "-"
    (move,) = [row for row in found.transfers if (row.origin, row.target) == ("sdf", "turkey")]
    assert f"{move.km2:,.0f} km², {len(move.places)} places" in text
    assert len(move.places) > 50
    assert "Taken by fighting or withdrawal: " in text
    assert "Joined or shared by agreement: " in text


def test_an_area_tells_what_it_rests_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["areas", "2019-11-01", "--why", "turkey", "--at", "tell-abyad"]) == 0
    text = capsys.readouterr().out
    atlas = load()
    found = evidence_of(atlas, load_areas(atlas, load_geography()), "turkey", date(2019, 11, 1), "tell-abyad")
    assert found is not None
    head, shares, *rows = text.splitlines()
    assert head.endswith(f"{found.km2:,.0f} km², since 2019-10-10")
    assert sum(int(share) for share in re.findall(r"(\d+)%", shares)) == pytest.approx(100, abs=1)
    for place in found.places:
        (row,) = [row for row in rows if row.startswith(f"{place.place.name}  ")]
        assert str(place.since) in row
        assert row.endswith(place.source.url if place.source else "no page recorded")
    told = " ".join(text.split())
    assert all(" ".join(statement.text.split()) in told for statement in found.disputes)
    assert all(f"{term.wording}, used by {term.used_by}" in told for term in found.terms)


def test_an_area_says_when_it_is_only_last_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["areas", "2026-11-01", "--why", "sdf"]) == 0
    assert f"Last known: the last documented day is {UNTIL}" in capsys.readouterr().out
    assert main(["areas", "2026-11-01", "--why", "isis"]) == 0
    assert capsys.readouterr().out == "This holder held nothing there on this day.\n"


@pytest.mark.parametrize(("options", "told"), [(["--why", "x"], "--why"), (["--why", "sdf", "--at", "x"], "--at")])
def test_a_controller_or_place_that_is_not_there_is_said(
    options: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["areas", "2019-11-01", *options]) == 1
    assert f'got "x" in {told}, expected' in capsys.readouterr().err


def test_a_day_compared_with_itself_says_that_nothing_changed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["areas", "2019-10-31", "--against", "2019-10-31"]) == 0
    assert "Nothing changed hands" in capsys.readouterr().out


def test_a_day_after_the_last_supported_one_is_told_as_last_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["areas", "2019-10-31", "--against", "2026-10-31"]) == 0
    assert capsys.readouterr().out.startswith(f"Last known: the last documented day is {UNTIL};")
    assert main(["areas", "2019-10-31", "--against", UNTIL]) == 0
    assert "Last known" not in capsys.readouterr().out


def test_the_series_has_every_controller_and_zone_on_every_day_of_change(tmp_path: Path) -> None:
    file = tmp_path / "sizes.csv"
    assert main(["areas", "--series", str(file)]) == 0
    areas = load_areas(load(), load_geography())
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert tuple(rows[0]) == COLUMNS
    told = {(row["controller"] or row["zone"], row["day"]): row for row in rows}
    assert len(told) == len(rows) == sum(len(areas.on(day)) + len(areas.zones_on(day)) for day in areas.days)
    for day in areas.days[::25]:
        for area in areas.on(day):
            row = told[area.controller, day.isoformat()]
            assert float(row["km2"]) == pytest.approx(area.km2, abs=0.05)
            assert float(row["low"]) <= float(row["km2"]) <= float(row["high"])


def test_the_geojson_of_a_day_is_written(tmp_path: Path) -> None:
    file = tmp_path / "areas.geojson"
    assert main(["areas", "2019-11-01", "--geojson", str(file)]) == 0
    kinds = {feature["properties"]["kind"] for feature in json.loads(file.read_text("utf-8"))["features"]}
    assert kinds == {"area", "zone", "front", "border", "rim"}


@pytest.mark.parametrize(
    "options",
    [
        ["1999-01-01"],
        ["1999-01-01", "--geojson", "FILE"],
        ["1999-01-01", "--series", "FILE"],
        ["1999-01-01", "--why", "turkey"],
        ["2019-10-08", "--against", "1999-01-01"],
    ],
)
def test_a_day_before_the_record_begins_is_told_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    file = tmp_path / "areas"
    assert main(["areas", *(str(file) if option == "FILE" else option for option in options)]) == 1
    begins = load_areas(load(), load_geography()).days[0]
    assert capsys.readouterr() == ("", f"No areas are known on 1999-01-01: the record begins on {begins}.\n")
    assert not file.exists()


@pytest.mark.parametrize("option", ["--geojson", "--series"])
def test_nothing_is_told_where_the_file_that_was_asked_for_cannot_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    assert main(["areas", "2019-11-01", option, str(tmp_path / "no" / "areas")]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("cannot write")
    assert told.err.count("\n") == 1


def test_a_folder_in_the_way_of_the_series_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["areas", "--series", str(tmp_path)]) == 1
    assert "cannot write" in capsys.readouterr().err


def test_without_anything_to_do_it_says_what_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["areas"])
    assert "expected a DATE" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--geojson", "--why", "--against"])
def test_what_is_told_of_a_day_needs_one(tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str) -> None:
    with pytest.raises(SystemExit):
        main(["areas", "--series", str(tmp_path / "sizes.csv"), option, "2019-11-01"])
    assert f"{option} needs a DATE" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("number", ["0", "-3", "many", "1.5"])
def test_tries_are_a_whole_number(number: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["areas", f"--resample={number}"])
    assert "expected a whole number above 0" in capsys.readouterr().err


def test_stored_ranges_are_in_good_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are written beside ours here, so that ours stay."""
    monkeypatch.setattr(areas, "tables_folder", lambda: tmp_path)
    assert main(["areas", "--resample", "2", "--seed", "7"]) == 0
    assert "from 2 resamples with seed 7" in capsys.readouterr().out
    assert main(["check", str(tmp_path / areas.RANGES)]) == 0
    assert capsys.readouterr().out.startswith("No problems in area_ranges.csv")


def test_where_ranges_cannot_be_stored_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(areas, "tables_folder", lambda: tmp_path / "nowhere")
    assert main(["areas", "--resample", "1"]) == 1
    assert "cannot write" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--geojson", "--series"])
def test_a_file_that_cannot_be_written_is_said_before_any_work(
    option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def read() -> None:
        message = "the tables were read in vain"
        raise AssertionError(message)

    monkeypatch.setattr(areas, "load", read)
    path = tmp_path / "missing" / "areas"
    assert main(["areas", "2019-11-01", option, str(path)]) == 1
    assert capsys.readouterr().err == f'cannot write "{path}": No such file or directory\n'


def test_two_days_are_told_forwards_whichever_comes_first(capsys: pytest.CaptureFixture[str]) -> None:
    told = []
    for one, other in (("2019-10-08", "2019-10-31"), ("2019-10-31", "2019-10-08")):
        assert main(["areas", one, "--against", other]) == 0
        told.append(capsys.readouterr().out)
    assert told[0] == told[1]
