"""Whatever stands in a file, reading ends, keeps the good rows and says what was wrong, in time and on one line."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.io.csv_reader import LARGEST_TABLE, LONGEST_CELL, MOST_COLUMNS, MOST_ROWS
from geodata.io.file_kinds import kind_of
from geodata.io.tables import read_table, read_text
from geodata.records.events import Event
from geodata.records.tables import KINDS
from tests.hostile import TEXTS
from tests.paths import BAD

if TYPE_CHECKING:
    from pathlib import Path

    from geodata.io.tables import Rows

HEADER, GOOD = (line.split("\t") for line in (BAD / "tab-events.csv").read_text("utf-8").splitlines())
LONGEST_SENTENCE = 1_500
"""Characters; a header that lacks all columns names each of them."""


def saved(*rows: list[str], **form: Any) -> str:  # noqa: ANN401 - what the csv module takes
    out = io.StringIO(newline="")
    csv.writer(out, **form).writerows(rows)
    return out.getvalue()


def assert_told(rows: Rows[Any]) -> None:
    """Assert that every problem can be printed on one line that is not too long."""
    for problem in rows.problems:
        sentence = problem.sentence()
        assert len(sentence) < LONGEST_SENTENCE
        assert "\n" not in sentence
        sentence.encode("utf-8")
    assert len(rows.records) == len(rows.numbers)


def kept(rows: Rows[Event]) -> list[str]:
    assert_told(rows)
    return [event.id for event in rows.records]


@pytest.mark.parametrize("cell", TEXTS.values(), ids=TEXTS)
def test_a_hostile_cell_takes_nothing_from_other_rows(cell: str) -> None:
    for number in range(len(HEADER)):
        bad = [*GOOD[:number], cell, *GOOD[number + 1 :]]
        rows = read_text(saved(HEADER, bad, GOOD), "events.csv", Event)
        assert kept(rows)[-1] == GOOD[0]
        assert {problem.row for problem in rows.problems} <= {2}
    header = [*HEADER, cell]
    assert kept(read_text(saved(header, GOOD), "events.csv", Event)) == [GOOD[0]] or len(cell) > LONGEST_CELL


CELLS = st.one_of(st.text(max_size=30), st.sampled_from(list(TEXTS.values())), st.sampled_from(GOOD))
FORMS = st.fixed_dictionaries(
    {
        "delimiter": st.sampled_from(",;\t"),
        "lineterminator": st.sampled_from(["\n", "\r\n", "\r"]),
        "quoting": st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    }
)
SETTINGS = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=150)


@SETTINGS
@given(st.lists(st.lists(CELLS, min_size=1, max_size=len(HEADER)), max_size=3), FORMS)
def test_good_rows_are_kept_among_any_others(others: list[list[str]], form: dict[str, Any]) -> None:
    rows = read_text(saved(HEADER, *others, GOOD, **form), "events.csv", Event)
    assert kept(rows)[-1] == GOOD[0]


@SETTINGS
@given(
    st.sampled_from(sorted(KINDS)),
    st.text(alphabet=st.one_of(st.characters(), st.sampled_from(',;\t"\r\n')), max_size=200),
)
def test_any_text_is_read_to_its_end(table: str, text: str) -> None:
    assert_told(read_text(text, f"{table}.csv", KINDS[table]))


@SETTINGS
@given(
    st.dictionaries(
        st.sampled_from(HEADER), st.one_of(st.sampled_from(list(TEXTS.values())), st.text(max_size=40)), min_size=1
    )
)
def test_any_cells_of_a_row_are_read_or_told(cells: dict[str, str]) -> None:
    row = list((dict(zip(HEADER, GOOD, strict=True)) | cells).values())
    rows = read_text(saved(HEADER, row, GOOD), "events.csv", Event)
    assert kept(rows)[-1] == GOOD[0]
    assert all(problem.column in {*HEADER, "title"} for problem in rows.problems)


@settings(SETTINGS, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(st.binary(max_size=300), st.binary(max_size=50).map(lambda start: start + saved(HEADER, GOOD).encode()))
)
def test_any_bytes_are_read_to_their_end(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "events.csv"
    file.write_bytes(content)
    assert_told(read_table(file, Event))


def problem_of(content: bytes, tmp_path: Path) -> str:
    """Return the only problem of a file, as a sentence."""
    file = tmp_path / "events.csv"
    file.write_bytes(content)
    rows = read_table(file, Event)
    assert rows.records == ()
    (problem,) = rows.problems
    return problem.sentence()


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "application/vnd.oasis.opendocument.spreadsheet" if name == "mimetype" else "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "an Excel workbook"),
        (zipped("mimetype", "content.xml"), "a LibreOffice workbook"),
        (zipped("Index/Document.iwa"), "a Numbers spreadsheet"),
        (zipped("events.csv"), "a zip archive. Unpack it"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel workbook"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"{\\rtf1", "a text document"),
        (b"\x1f\x8b\x08", "a compressed file (gzip)"),
        (b"SQLite format 3\0", "a database"),
        (b"PAR1\x15", "a Parquet file"),
        (b"\x89PNG\r\n", "a picture"),
        ("id,start\n".encode("utf-16"), "UTF-16"),
        ("id,start\n".encode("utf-16-le"), "UTF-16"),
        ("id,start\n".encode("utf-16-be"), "UTF-16"),
        (b"\xef\xbb\xbf\n <!doctype HTML><html><head><title>Sign in</title>", "a web page. Download"),
        (b"<html><body><table><tr><td>id</td></tr></table>", "a web page"),
        (b"<?xml version='1.0'?><Workbook>", "an XML file"),
        (b'[{"id": "a"}]', "a JSON file"),
    ],
)
def test_a_file_of_another_kind_is_one_problem_with_a_way_out(content: bytes, words: str, tmp_path: Path) -> None:
    assert f"This is {words}" in problem_of(content, tmp_path)


@pytest.mark.parametrize("content", [b"", b"id,start\n", b"{{x}},a\n", b"[a],b\n", b"PK,b\n", b"< 5,b\n"])
def test_a_table_is_taken_for_no_other_kind(content: bytes) -> None:
    assert kind_of(content) is None


def test_a_file_that_is_too_large_is_told_the_limit(tmp_path: Path) -> None:
    assert "expected a file of at most 10 MB" in problem_of(b"x" * (LARGEST_TABLE + 1), tmp_path)


def test_a_table_that_is_too_long_is_read_up_to_the_limit() -> None:
    text = saved(["id", "spellings"], *(["a", "b; c"] for _ in range(MOST_ROWS)))
    rows = read_text(text, "spellings.csv", KINDS["spellings"])
    assert len(rows.records) == MOST_ROWS - 1
    (problem,) = rows.problems
    assert (problem.row, problem.expected) == (MOST_ROWS + 1, f"a table of at most {MOST_ROWS:,} rows")


def test_too_many_columns_are_one_problem() -> None:
    named = read_text(saved([*HEADER, *(f"c{number}" for number in range(10**6))]), "events.csv", Event)
    assert [problem.expected for problem in named.problems][:1] == [f"at most {MOST_COLUMNS} cells in a row"]
    assert_told(named)
    wide = read_text(saved(HEADER, [*GOOD, *["x"] * 10**6], GOOD), "events.csv", Event)
    assert kept(wide) == [GOOD[0]]
    assert [problem.row for problem in wide.problems] == [2]


def test_empty_columns_and_separators_at_the_end_are_nothing() -> None:
    empty = [""] * 10**6
    assert read_text(saved([*HEADER, *empty], [*GOOD, " ", ""], GOOD), "events.csv", Event).problems == ()
    assert (
        read_text(saved([*HEADER[:5], "", *HEADER[5:]], [*GOOD[:5], "", *GOOD[5:]]), "events.csv", Event).problems == ()
    )


def test_a_value_in_a_column_without_a_name_is_told() -> None:
    rows = read_text(saved(HEADER, [*GOOD, "", "note"], GOOD), "events.csv", Event)
    assert kept(rows) == [GOOD[0]]
    (problem,) = rows.problems
    assert (problem.row, problem.value) == (2, ", note")


def test_a_cell_that_is_too_long_is_told_with_its_column() -> None:
    long = [*GOOD[:5], "x" * 100_000, *GOOD[6:]]
    rows = read_text(saved(HEADER, long, GOOD), "events.csv", Event)
    assert kept(rows) == [GOOD[0]]
    (problem,) = rows.problems
    assert (problem.row, problem.column, problem.expected) == (2, HEADER[5], "at most 32,767 characters in a cell")


@pytest.mark.parametrize("separator", [";", "\t", ","])
@pytest.mark.parametrize("column", [0, 2, 16])
def test_a_line_end_in_a_header_cell_does_not_hide_the_separator(separator: str, column: int) -> None:
    header = [*HEADER[:column], f"{HEADER[column]}\n", *HEADER[column + 1 :]]
    assert kept(read_text(saved(header, GOOD, delimiter=separator), "events.csv", Event)) == [GOOD[0]]


@pytest.mark.parametrize("line", ["sep=;\r\n", "SEP=;\n", '"sep=;"\n', "sep=;;;;\n"])
def test_a_line_that_names_the_separator_is_no_row(line: str) -> None:
    bad = [*GOOD[:1], "soon", *GOOD[2:]]
    rows = read_text(line + saved(HEADER, GOOD, bad, delimiter=";"), "events.csv", Event)
    assert kept(rows) == [GOOD[0]]
    assert [problem.row for problem in rows.problems] == [3]


@pytest.mark.parametrize(
    ("column", "typed", "hint"),
    [
        ("lat", "36893", "Is the decimal point missing? Write 36.893."),
        ("lat", "3.689.095", "write 36.89095."),
        ("lat", "3689095", "This looks like metres; coordinates must be in degrees (WGS 84). If only the decimal"),
        ("lat", "36\u00b053'N", "In decimal degrees, this is 36.88333."),
        ("lat", "36 53 20", "In decimal degrees, this is 36.88889."),
        ("lon", "38\u00b021\u203212\u2033 E", "In decimal degrees, this is 38.35333."),
        ("lon", "w 5\u00b030'", "In decimal degrees, this is -5.5."),
        ("lat", "36 75 20", ""),
        ("lat", "136.89", "Are latitude and longitude swapped?"),
        ("sources", "wikipedia-siege-of-kobani, rudaw", "wikipedia-siege-of-kobani; rudaw."),
        ("categories", "fighting\nhumanitarian", "Put semicolons between several values: fighting; humanitarian."),
        ("categories", "fighting; exile\u060c a", "Put semicolons between several values: fighting; exile; a."),
    ],
)
def test_a_value_in_another_form_is_told_how_to_write_it(column: str, typed: str, hint: str) -> None:
    row = list((dict(zip(HEADER, GOOD, strict=True)) | {column: typed}).values())
    rows = read_text(saved(HEADER, row, GOOD), "events.csv", Event)
    assert kept(rows) == [GOOD[0]]
    (problem,) = rows.problems
    assert (problem.row, problem.column) == (2, column)
    assert hint in problem.hint
    assert bool(hint) == bool(problem.hint)


def test_hints_end_where_nobody_reads_them() -> None:
    bad = [*GOOD[:1], "6 October 2014", *GOOD[2:]]
    problems = read_text(saved(HEADER, *[bad] * 1_500), "events.csv", Event).problems
    assert [bool(problem.hint) for problem in problems] == [True] * 1_000 + [False] * 500
