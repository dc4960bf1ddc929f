"""Reading keeps the good rows and names every bad cell: where, what was typed, what was expected, what may help."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geodata.io.tables import columns_of, read_table, read_text
from geodata.records.control import Figure
from geodata.records.events import Event
from geodata.records.places import Hold, Spelling
from geodata.records.tables import KINDS
from tests.paths import BAD, ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from geodata.io.problems import Problem
    from geodata.records.base import Record

DAY = "a date such as 2018-02-28"
NUMBER = "a number such as 36.89"

ONE_CELL = {
    "day-first": ("start", "03/04/2018", DAY, "Is this 2018-04-03 (day first) or 2018-03-04"),
    "day-number": ("start", "41918", DAY, "As a spreadsheet date number, this is 2014-10-06."),
    "seconds": ("start", "1425254400", DAY, ""),
    "no-such-day": ("start", "2015-02-30", DAY, "This date does not exist."),
    "arabic-digits": ("start", "\u0662\u0660\u0661\u0665-\u0660\u0663-\u0660\u0662", DAY, "Write 2015-03-02."),
    "persian-number": ("lat", "\u06f3\u06f6.\u06f8\u06f9\u06f1", NUMBER, "Write the digits as 36.891."),
    "decimal-comma": ("lat", "36,891", NUMBER, "Write a decimal point: 36.891."),
    "long-title": ("title", "A school opens in Kobane after many months", "at most 70 characters", ""),
    "no-source": ("sources", "", "1 or more values, separated by semicolons", ""),
    "no-category": ("categories", "", "1 or more values, separated by semicolons", ""),
    "category-twice": ("categories", "reconstruction; humanitarian; reconstruction", "each category once", ""),
    "ends-before": ("last_day", "2015-02-01", "a day not before 2015-03-02", ""),
}


def read(name: str) -> tuple[list[str], tuple[Problem, ...]]:
    rows = read_table(BAD / f"{name}-events.csv", Event)
    return [record.id for record in rows.records], rows.problems


@pytest.mark.parametrize("name", ONE_CELL)
def test_a_bad_cell_is_named_and_the_good_row_kept(name: str) -> None:
    column, typed, expected, hint = ONE_CELL[name]
    kept, problems = read(name)
    assert kept == ["kobane-school-opens"]
    (problem,) = problems
    assert (problem.file, problem.row, problem.column) == (f"{name}-events.csv", 3, column)
    assert problem.value.startswith(typed)
    assert problem.expected == expected
    assert problem.hint.startswith(hint)
    assert bool(problem.hint) == bool(hint)


def test_metres_in_place_of_degrees_are_recognised() -> None:
    kept, problems = read("metres")
    assert kept == ["kobane-school-opens"]
    assert [problem.column for problem in problems] == ["lat", "lon"]
    assert all(problem.hint.startswith("This looks like metres") for problem in problems)


def test_every_bad_word_of_a_row_is_named() -> None:
    _, problems = read("bad-words")
    assert {problem.column: problem.expected for problem in problems} == {
        "id": "lower-case letters, digits and single hyphens",
        "date_precision": 'one of "day", "month" or "year"',
        "location_precision": 'one of "exact", "town" or "area"',
        "founding_article": "yes or no",
    }


@pytest.mark.parametrize("name", ["byte-order-mark", "semicolon", "tab"])
def test_what_spreadsheets_write_is_read(name: str) -> None:
    assert read(name) == (["kobane-school-opens"], ())


def test_a_table_with_a_header_only_is_empty() -> None:
    assert read("header-only") == ([], ())


@pytest.mark.parametrize(
    ("name", "expected"),
    [("empty", "a header with the columns id, start"), ("latin-1", "UTF-8 text"), ("utf-16", "a table as CSV")],
)
def test_an_unreadable_file_is_one_problem(name: str, expected: str) -> None:
    kept, problems = read(name)
    assert kept == []
    (problem,) = problems
    assert problem.expected.startswith(expected)


@pytest.mark.parametrize("typed", ["nan", "inf", "-inf", "NaN"])
def test_what_is_no_finite_number_is_not_taken_for_swapped_degrees(tmp_path: Path, typed: str) -> None:
    file = tmp_path / "events.csv"
    good = (BAD / "tab-events.csv").read_text("utf-8").splitlines()
    cells = dict(zip(good[0].split("\t"), good[1].split("\t"), strict=True)) | {"lat": typed}
    file.write_text(f"{good[0]}\n{chr(9).join(cells.values())}\n", "utf-8")
    (problem,) = read_table(file, Event).problems
    assert (problem.column, problem.value, problem.expected, problem.hint) == ("lat", typed, NUMBER, "")


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    (problem,) = read_table(tmp_path / "events.csv", Event).problems
    assert problem.expected == "a readable file"


def test_a_missing_column_is_told_once() -> None:
    kept, problems = read("missing-column")
    assert kept == []
    assert [(problem.row, problem.column) for problem in problems] == [(1, "title"), (1, "Heading")]


def test_a_column_with_other_capitals_is_suggested() -> None:
    (missing, _) = read_text("id;Spellings\nkobane;a\n", "spellings.csv", Spelling).problems
    assert missing.hint == 'Did you mean "Spellings"? Rename it to "spellings".'


def test_the_former_column_of_categories_is_told_its_new_name() -> None:
    kept, problems = read("former-column")
    assert kept == []
    assert [problem.column for problem in problems] == ["categories", "category"]
    assert problems[0].hint == 'Did you mean "category"? Rename it to "categories".'


def test_an_unknown_column_is_left_out() -> None:
    kept, problems = read("unknown-column")
    assert kept == ["kobane-school-opens"]
    assert [problem.column for problem in problems] == ["mood"]


def test_a_column_that_is_there_twice_is_told() -> None:
    kept, problems = read("twice")
    assert kept == ["kobane-school-opens"]
    assert [problem.expected for problem in problems] == ["each column only once"]


def test_nul_characters_are_told() -> None:
    kept, (problem,) = read("nul")
    assert kept == ["kobane-school-opens"]
    assert (problem.column, problem.expected) == ("title", "text without U+0000 (a control character)")
    assert "\0" not in problem.sentence()


def test_an_open_quotation_mark_loses_its_own_row_only() -> None:
    kept, (problem,) = read("quote")
    assert kept == ["kobane-school-opens", "kobane-second-school"]
    assert problem.row == 4
    assert problem.hint.startswith("Is a quotation mark missing")


def test_a_comma_without_quotation_marks_is_told() -> None:
    kept, (problem,) = read("extra-cell")
    assert kept == ["kobane-school-opens"]
    assert problem.expected == "17 cells, not 18"  # the last one is empty


def test_rows_are_counted_as_a_spreadsheet_counts() -> None:
    kept, (problem,) = read("blank-rows")
    assert kept == ["kobane-school-opens"]
    assert problem.row == 6


def test_a_cell_with_line_ends_is_one_row() -> None:
    text = 'place,from,to,controller,confidence,note\na,2014-01-01,,sdf,high,"one\ntwo"\nb,2014-13-01,,sdf,high,\n'
    rows = read_text(text, "holds.csv", Hold)
    assert [hold.note for hold in rows.records] == ["one\ntwo"]
    assert [problem.row for problem in rows.problems] == [3]
    assert rows.lost == {"b"}


def test_a_hold_of_no_days_is_refused() -> None:
    (problem,) = read_table(BAD / "no-days-holds.csv", Hold).problems
    assert (problem.column, problem.value, problem.expected) == ("to", "2014-01-01", "a day after 2014-01-01")


def test_a_size_from_high_to_low_is_refused() -> None:
    (problem,) = read_table(BAD / "upside-down-figures.csv", Figure).problems
    assert (problem.column, problem.expected) == ("high_km2", "a number of at least low_km2, 2000")


@pytest.mark.parametrize("table", KINDS)
@pytest.mark.parametrize(
    "text", ["", "\n\n", "\0", '"', "id", "id\n,\n", "a;b;c\n1;2", "\ufeff", "id,id\n" + "x," * 50]
)
def test_no_text_makes_reading_fail(table: str, text: str) -> None:
    rows = read_text(text, f"{table}.csv", KINDS[table])
    assert all(problem.sentence() for problem in rows.problems)


@pytest.mark.parametrize("kind", KINDS.values())
def test_the_header_of_a_table_names_every_column(kind: type[Record]) -> None:
    name = next(name for name, other in KINDS.items() if other is kind)
    header = read_table(ROOT / "geodata" / "data" / "tables" / f"{name}.csv", kind)
    first = (ROOT / "geodata" / "data" / "tables" / f"{name}.csv").read_text("utf-8").split("\n", 1)[0]
    assert set(first.split(",")) == set(columns_of(kind))
    assert header.problems == ()
