"""No id of the last release is lost unnoticed."""

from __future__ import annotations

import csv
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from geodata.atlas import files_of, load, read_tables
from geodata.checks.released_ids import (
    RELEASE,
    Release,
    changes_of_rows,
    check_released_ids,
    read_release,
    release_of,
    release_text,
)
from geodata.cli import release
from tests import project_data

if TYPE_CHECKING:
    from geodata.io.tables import Rows

LAST = read_release()


@pytest.fixture(scope="module")
def tables() -> dict[str, Rows[Any]]:
    return read_tables(files_of())


@pytest.fixture(scope="module")
def now(tables: dict[str, Rows[Any]]) -> Release:
    return release_of(tables, project_data.lessons())


@pytest.fixture
def recorded(tmp_path: Path) -> Path:
    """Return a copy of what is recorded, which a test may change."""
    return Path(shutil.copy(RELEASE, tmp_path / "release.json"))


def lost(tables: dict[str, Rows[Any]], last: Release) -> list[str]:
    """Return what is reported as lost since a release."""
    problems = check_released_ids(tables, release_of(tables, project_data.lessons()), last)
    return [problem.file + ": " + problem.expected.split('"')[1] for problem in problems]


def test_nothing_that_was_released_is_lost(tables: dict[str, Rows[Any]]) -> None:
    assert lost(tables, LAST) == []


def test_a_release_reads_back_as_it_is_stored(recorded: Path) -> None:
    assert read_release(recorded) == LAST
    assert release_text(LAST) == RELEASE.read_text("utf-8")


def test_everything_that_addresses_and_links_name_is_recorded() -> None:
    named = {"events", "sources", "places", "terms", "claims", "statements", "categories", "periods", "lessons"}
    assert named <= {name for name, ids in LAST.ids.items() if ids}


@pytest.mark.parametrize("table", [name for name in LAST.ids if name != "lessons"])
def test_every_row_that_is_taken_out_is_reported(table: str, tables: dict[str, Rows[Any]], now: Release) -> None:
    rows = tables[table]
    gone = set(release_of({table: rows}, ()).ids[table])
    shorter = replace(rows, records=rows.records[:-1], numbers=rows.numbers[:-1])
    gone -= set(release_of({table: shorter}, ()).ids.get(table, ()))
    assert lost(tables | {table: shorter}, now) == [f"{rows.file}: {value}" for value in sorted(gone)]
    assert gone


def test_a_lesson_that_is_taken_out_is_reported(tables: dict[str, Rows[Any]], now: Release) -> None:
    fewer = release_of(tables, project_data.lessons()[:-1])
    (problem,) = check_released_ids(tables, fewer, now)
    assert project_data.lessons()[-1].lesson.id in problem.sentence()


def with_first_event(folder: Path, **cells: str) -> str:
    """Change cells of the first event; return the id that it had."""
    file = folder / "events.csv"
    with file.open(encoding="utf-8", newline="") as opened:
        head, first, *others = csv.reader(opened)
    before = first[head.index("id")]
    for column, value in cells.items():
        first[head.index(column)] = value
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows([head, first, *others])
    return before


def test_an_event_may_be_renamed_if_its_former_id_is_kept(folder: Path, now: Release) -> None:
    before = load(folder).events[0]
    with_first_event(folder, id="renamed")
    gone = lost(read_tables(files_of(folder)), now)
    assert gone == [f"events.csv: {before.id}"]
    with_first_event(folder, former_id=before.id)
    kept = lost(read_tables(files_of(folder)), now)
    assert kept == ([f"events.csv: {before.former_id}"] if before.former_id else [])


def test_of_a_table_that_cannot_be_read_whole_no_id_is_called_lost(folder: Path) -> None:
    with_first_event(folder, start="tomorrow")
    assert lost(read_tables(files_of(folder)), LAST) == []


def test_the_command_records_what_is_there(recorded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    recorded.write_text(release_text(Release("old", {}, {})), "utf-8")
    assert release.run(path=recorded) == 0
    assert read_release(recorded).version == load().version
    assert "(before: old)" in capsys.readouterr().out


def test_the_command_records_no_loss_that_is_not_meant(recorded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = release_text(replace(LAST, ids=LAST.ids | {"claims": [*LAST.ids["claims"], "only-once"]}))
    recorded.write_text(text, "utf-8")
    assert release.run(path=recorded) == 1
    assert 'claims.csv, column id: got "", expected "only-once", which the last release has.' in capsys.readouterr().err
    assert recorded.read_text("utf-8") == text
    assert release.run(["only-once"], path=recorded) == 0
    assert "only-once" not in read_release(recorded).ids["claims"]


def test_the_command_records_no_tables_with_a_fault(folder: Path, recorded: Path) -> None:
    with_first_event(folder, start="tomorrow")
    assert release.run((), folder, recorded) == 1
    assert read_release(recorded) == LAST


def test_more_and_fewer_rows_are_counted(tables: dict[str, Rows[Any]]) -> None:
    assert changes_of_rows(LAST, LAST) == ""
    fewer = tables | {"holds": replace(tables["holds"], records=(), numbers=())}
    before = release_of(tables, project_data.lessons())
    assert (
        changes_of_rows(release_of(fewer, project_data.lessons()), before) == f"holds -{len(tables['holds'].records):,}"
    )
