"""The import command: what it reports, how questions are answered, what it writes and refuses."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

import geopandas as gpd
import pyarrow.csv as pa_csv
import pytest
from python_calamine import CalamineWorkbook

from geodata.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

TABLE = """date;title;place;lat;lon;deaths
03/04/2018;Example event;Kobani;36,8912;38,3536;2
05/04/2018;=1+1;Kubane;;;
31/04/2018;Example event;Afrin;36,5123;36,8712;1
06/04/2018;Example event;Afrin;;;many
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Return a table with a question and two faults."""
    path = tmp_path / "table.csv"
    path.write_text(TABLE, "utf-8")
    return path


def test_it_reports_columns_faults_questions_and_counts(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(table)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "Date or first day: “date”" in lines
    assert "Placed by name: Afrin = Afrin" in lines
    fault = next(line for line in lines if ", row 4," in line)
    assert fault.startswith('table.csv, row 4, column date: got "31/04/2018", expected ')
    assert "Suggestion: 2018-04-30." in fault
    assert any("row 5, column deaths" in line for line in lines)
    question = lines.index('Which place is "Kubane" (1 row)?')
    assert lines[question + 1].startswith('  --answer "place:Kubane=')
    assert lines[-1] == "2 events from 4 rows; 2 left out."


@pytest.mark.parametrize("ending", [".csv", ".geojson", ".parquet"])
def test_answers_hold_and_events_are_written(
    table: Path, tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / f"events{ending.upper()}"
    main(["import", str(table), "--answer", "place:Kubane=kobane", "--out", str(out)])
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "3 events from 4 rows; 1 left out."
    assert not any("place:Kubane" in line for line in lines)
    match ending:
        case ".csv":
            read = pa_csv.read_csv(out)
            assert read["title"].to_pylist() == ["Example event", "'=1+1", "Example event"]
        case ".geojson":
            read = json.loads(out.read_text("utf-8"))
            assert [each["properties"]["row"] for each in read["features"]] == [2, 3, 5]
        case _:
            assert gpd.read_parquet(out)["row"].tolist() == [2, 3, 5]


def test_a_saved_recipe_answers_for_the_next_file(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe = tmp_path / "recipe.json"
    answers = ["--answer", "place:Kubane=kobane", "--answer", "date-order:date=day-first"]
    main(["import", str(table), *answers, "--column", "title=summary", "--save-recipe", str(recipe)])
    kept = json.loads(recipe.read_text("utf-8"))
    assert kept["answers"] == {"place:Kubane": "kobane", "date-order:date": "day-first"}
    assert kept["columns"]["title"] == "summary"
    following = tmp_path / "next.csv"
    following.write_text("\n".join(TABLE.splitlines()[:3]) + "\n", "utf-8")
    capsys.readouterr()
    assert main(["import", str(following), "--recipe", str(recipe)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert not any(line.startswith("  --answer") for line in lines)
    assert lines[-1] == "2 events from 2 rows; 0 left out."


def test_the_marked_workbook_holds_the_table_and_its_faults(table: Path, tmp_path: Path) -> None:
    marked = tmp_path / "marked.xlsx"
    assert main(["import", str(table), "--marked", str(marked)]) == 1
    book = CalamineWorkbook.from_filelike(io.BytesIO(marked.read_bytes()))
    cells, problems = (book.get_sheet_by_name(name).to_python() for name in book.sheet_names)
    assert cells[2][1] == "=1+1"
    assert {row[2] for row in problems[1:]} >= {"date", "deaths"}


def test_pasted_cells_come_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cells = "date\ttitle\tlat\tlon\n2018-02-01\tExample event\t36.8912\t38.3536\n"
    monkeypatch.setattr(sys, "stdin", io.StringIO(cells))
    assert main(["import", "-"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "1 event from 1 row; 0 left out."


def test_of_many_faults_the_first_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "table.csv"
    good = "2018-02-01,Example event,36.8912,38.3536\n"
    path.write_text("date,title,lat,lon\n" + good * 200 + "soon,Example event,36.8912,38.3536\n" * 30, "utf-8")
    assert main(["import", str(path)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert sum('got "soon"' in line for line in lines) == 20
    assert "... and 10 more like this." in lines
    assert main(["import", "--all", str(path)]) == 1
    assert sum('got "soon"' in line for line in capsys.readouterr().out.splitlines()) == 30


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--answer", "day-first"], 'got "day-first", expected a question and its answer'),
        (["--column", "date=when"], 'got "date=when", expected a column and its role'),
        (["--column", "date"], 'got "date", expected a column and its role'),
        (["--out", "events.shp"], 'got "events.shp", expected a name that ends with .csv, .geojson, .parquet'),
    ],
)
def test_arguments_without_sense_are_refused(
    table: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["import", str(table), *arguments])
    assert stopped.value.code == 2
    assert said in capsys.readouterr().err


def test_what_cannot_be_read_or_written_is_said_in_one_line(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe = tmp_path / "recipe.json"
    recipe.write_text('{"answers": 5}', "utf-8")
    for arguments, said in (
        ([str(tmp_path / "none.csv")], "cannot read"),
        ([str(tmp_path)], "cannot read"),
        ([str(table), "--recipe", str(recipe)], "answers: expected another value"),
        ([str(table), "--recipe", str(tmp_path / "none.json")], "cannot read"),
        ([str(table), "--out", str(tmp_path / "none" / "events.csv")], "none"),
        ([str(table), "--marked", str(tmp_path)], str(tmp_path)),
        ([str(table), "--save-recipe", str(tmp_path / "none" / "recipe.json")], "none"),
    ):
        assert main(["import", *arguments]) == 1
        given = capsys.readouterr()
        assert given.out == ""
        assert len(given.err.splitlines()) == 1
        assert said in given.err


def test_a_table_that_holds_no_events_says_what_it_lacks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "table.csv"
    for content, said in (
        ("", "The file is empty."),
        ("date,title,lat,lon\n", "0 events from 0 rows; 0 left out."),
        ("a,b\n1,2\n", 'expected a column for "Date or first day"'),
    ):
        path.write_text(content, "utf-8")
        assert main(["import", str(path)]) == 1
        assert said in capsys.readouterr().out
