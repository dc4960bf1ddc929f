"""Days that no map can show are told with their row and column, and take nothing else with them."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from geodata.atlas import atlas_of, files_of, read_tables
from geodata.checks import check_tables
from geodata.dates.limits import FIRST_DAY, LAST_DAY
from geodata.io.settings import DAYS
from geodata.io.tables import columns_of, read_table
from geodata.lessons.reader import read_lesson_text
from geodata.records.events import Event
from geodata.records.tables import KINDS

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from geodata.geography import Geography

ENDS = "Leave it empty if it goes on."
LESSON = "---\ntitle: A day\n---\n\n## One\n\n```scene\n{field}\nview: {{place: kobane, zoom: 12}}\n```\n\nText.\n"


def day_columns(table: str) -> list[str]:
    return [name for name, field in columns_of(KINDS[table]).items() if "datetime.date" in repr(field.annotation)]


COLUMNS = [(table, column) for table in KINDS for column in day_columns(table)]


def changed(folder: Path, table: str, **cells: str) -> Path:
    """Return a copy of one of our tables whose first row has some other cells."""
    rows = list(csv.DictReader(io.StringIO(files_of()[table].read_text("utf-8-sig"), newline="")))
    rows[0] |= cells
    path = folder / f"{table}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_columns_of_days_are_found() -> None:
    assert {("events", "start"), ("events", "last_day"), ("holds", "to"), ("callouts", "last_day")} <= set(COLUMNS)


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_day_beyond_the_limits_loses_its_own_row_only(table: str, column: str, tmp_path: Path) -> None:
    rows = len(read_table(files_of()[table], KINDS[table]).records)
    for typed, expected in (("9999-12-31", f"a day up to {LAST_DAY}"), ("0001-01-01", f"a day from {FIRST_DAY} on")):
        read = read_table(changed(tmp_path, table, **{column: typed}), KINDS[table])
        (problem,) = read.problems
        assert (problem.row, problem.column, problem.value, problem.expected) == (2, column, typed, expected)
        may_be_empty = column in {"to", "last_day"} and not columns_of(KINDS[table])[column].is_required()
        assert problem.hint == (ENDS if typed.startswith("9") and may_be_empty else "")
        assert len(read.records) == rows - 1


@pytest.mark.parametrize("day", [FIRST_DAY, LAST_DAY])
@pytest.mark.parametrize("precision", ["day", "month", "year"])
def test_the_first_and_the_last_day_have_a_span(day: date, precision: str, tmp_path: Path) -> None:
    cells = {"start": f"{day}", "last_day": f"{day}", "date_precision": precision}
    read = read_table(changed(tmp_path, "events", **cells), Event)
    assert read.problems == ()
    assert read.records[0].span.covers(day)


@pytest.mark.parametrize("typed", ["9999-12-31", "0001-01-01"])
def test_all_tables_are_still_checked(typed: str, tmp_path: Path, geography: Geography) -> None:
    days = {table: day_columns(table) for table in KINDS if day_columns(table)}
    instead = {table: changed(tmp_path, table, **dict.fromkeys(columns, typed)) for table, columns in days.items()}
    settings = files_of()["settings"].read_text("utf-8")
    for name in DAYS:
        old = next(line for line in settings.splitlines() if line.startswith(f"{name},")).split(",")[1]
        settings = settings.replace(f"{name},{old}", f"{name},{typed}")
    instead["settings"] = tmp_path / "settings.csv"
    instead["settings"].write_text(settings, "utf-8")
    tables = read_tables(files_of(instead=instead))
    told = list(check_tables(tables, geography))
    assert {(f"{table}.csv", column) for table, column in COLUMNS} <= {(each.file, each.column) for each in told}
    assert sum((each.file, each.value) == ("settings.csv", typed) for each in told) == len(DAYS)
    atlas = atlas_of(tables)
    assert all(FIRST_DAY <= atlas.setting_day(name) <= LAST_DAY for name in DAYS)


@pytest.mark.parametrize("typed", ["9999-12-31", "0001-01-01"])
@pytest.mark.parametrize("field", ["moment: {}", "moment: 2014-10-06\ncompare: {}", "range: [2014-10-06, {}]"])
def test_a_scene_on_such_a_day_is_told(field: str, typed: str) -> None:
    read = read_lesson_text(LESSON.format(field=field.format(typed)), "a.md")
    (problem,) = read.problems
    assert problem.column == field.rpartition("\n")[2].split(":")[0]
    assert "a day up to" in problem.expected or "a day from" in problem.expected
