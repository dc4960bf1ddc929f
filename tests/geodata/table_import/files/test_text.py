"""Tables from texts: delimiters, headers, quotation marks, rows above and below."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.table_import.faults import FaultKind
from geodata.table_import.files import text_sheets
from geodata.table_import.files.opening import open_pasted, open_table

if TYPE_CHECKING:
    from geodata.table_import.files.opened import OpenedTable
    from geodata.table_import.sheets import Sheet

ROWS = "id,date,place,deaths\n1,2014-09-16,Kobane,3\n2,2014-10-06,Tell Abyad,\n3,2014-11-29,Ayn Issa,5\n"


def opened(text: str, answers: dict[str, str] | None = None) -> OpenedTable:
    return open_table(text.encode(), "events.csv", answers or {})


def sheet(text: str) -> Sheet:
    (only,) = opened(text).sheets
    return only


def kinds(table: OpenedTable) -> list[tuple[FaultKind, int | None]]:
    return [(fault.fault.kind, fault.row) for fault in table.faults]


def asked(table: OpenedTable) -> dict[str, list[str]]:
    return {question.key: [option.value for option in question.options] for question in table.questions}


def test_a_plain_table_has_columns_numbers_and_no_questions() -> None:
    table = opened(ROWS)
    (only,) = table.sheets
    assert only.header == ("id", "date", "place", "deaths")
    assert list(only.column("place")) == ["Kobane", "Tell Abyad", "Ayn Issa"]
    assert list(only.column("deaths")) == ["3", None, "5"]
    assert only.numbers.tolist() == [2, 3, 4]
    assert (table.questions, table.faults, table.notes, table.kind) == ((), (), (), "csv")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    table = opened(ROWS.replace(",", delimiter))
    assert table.reading.delimiter == delimiter
    assert table.sheets[0].header == ("id", "date", "place", "deaths")
    assert table.kind == ("tsv" if delimiter == "\t" else "csv")


def test_decimal_commas_between_semicolons_are_no_delimiters() -> None:
    text = "place;lat;lon;n\nKobane;36,89;38,35;5\nTell Abyad;36,7;38,95\nAyn Issa;36,38;38,86;1\n"
    table = opened(text)
    assert (table.reading.delimiter, table.reading.decimal) == (";", ",")
    assert list(table.sheets[0].column("lat")) == ["36,89", "36,7", "36,38"]
    assert kinds(table) == [(FaultKind.MISSING_CELL, 3)]
    assert opened("place;lat\nKobane;36.89\n").reading.decimal == "."


def test_a_delimiter_that_is_open_is_asked_for() -> None:
    text = "a,b;c,d\n1,x;2,y\n3,z;4,w\n"
    table = opened(text)
    values = asked(table)["delimiter"]
    assert set(values) == {",", ";"}
    assert opened(text, {"delimiter": values[1]}).reading.delimiter == values[1]
    question = next(question for question in table.questions if question.id == "delimiter")
    assert all(len(option.preview) == 3 for option in question.options)


def test_the_line_for_the_separator_counts_as_no_row() -> None:
    only = sheet("sep=;\nplace;lat\nKobane;36,89\n")
    assert (only.header, only.numbers.tolist()) == (("place", "lat"), [2])


def test_titles_above_and_notes_and_totals_below_are_left_out() -> None:
    text = "Events in 2014\nSource: us, 2015\n\n" + ROWS + "Total,,,8\n\nSource: ours\n"
    table = opened(text)
    (only,) = table.sheets
    assert only.header == ("id", "date", "place", "deaths")
    assert only.numbers.tolist() == [5, 6, 7]
    assert table.faults == ()
    assert table.notes == (
        "Rows 1\u20132 are left out above the data.",
        "Rows 8\u201310 are left out below the table: “Total”.",
    )
    assert asked(table)["header"][0] == "4"


def test_a_header_of_two_lines_becomes_one() -> None:
    text = "Event,,Place,,\nid,date,name,lat,lon\n1,2014-09-16,Kobane,36.8,38.3\n2,2014-10-06,Tell Abyad,36.7,38.9\n"
    table = opened(text)
    assert table.sheets[0].header == ("Event id", "Event date", "Place name", "Place lat", "Place lon")
    assert asked(table)["header"] == ["1-2", "1"]
    lower = opened(text, {"header": "2"}).sheets[0]
    assert (lower.header[:2], lower.numbers.tolist()) == (("id", "date"), [3, 4])


def test_a_line_of_hashtags_below_the_header_is_left_out() -> None:
    only = sheet("date,place,deaths\n#date,#loc,#affected\n2014-09-16,Kobane,3\n2014-10-06,Tell Abyad,4\n")
    assert (only.header, only.numbers.tolist()) == (("date", "place", "deaths"), [3, 4])


def test_a_table_without_a_header_keeps_its_first_row() -> None:
    text = "1,2024-01-02 00:00:00.000,Kobane,36.8,38.3\n2,2024-01-03 00:00:00.000,Aleppo,36.2,37.1\n"
    table = opened(text)
    assert table.sheets[0].header == ("",) * 5
    assert table.sheets[0].numbers.tolist() == [1, 2]
    assert table.notes == ("No row names the columns.",)
    assert asked(table)["header"] == ["0", "1"]
    assert opened(text, {"header": "1"}).sheets[0].header[2] == "Kobane"


def test_a_table_without_a_header_keeps_blank_columns_in_their_place() -> None:
    only = sheet("1,2024-01-02,,36.8,\n2,2024-01-03,,36.2,\n")
    assert len(only.header) == 5
    assert list(only.columns[3]) == ["36.8", "36.2"]
    assert sheet("1,2014-10-06,Kobane\n").numbers.tolist() == [1]


def test_years_may_name_columns() -> None:
    assert sheet("Place,2013,2014\nKobane,1,2\nAleppo,4,5\n").header == ("Place", "2013", "2014")


def test_a_table_in_markdown_is_read() -> None:
    only = sheet("| date | place |\n|---|:--|\n| 2014-01-01 | Kobane |\n| 2014-01-02 | Aleppo |\n")
    assert (only.header, only.numbers.tolist()) == (("date", "place"), [3, 4])


def test_notes_in_several_cells_below_a_gap_are_left_out_and_sparse_rows_stay() -> None:
    text = "id,date,place,n\n1,2014-01-01,K,1\n2,2014-01-02,A,2\n"
    table = opened(text + "\nNote: one, two\n")
    assert (table.sheets[0].numbers.tolist(), table.faults) == ([2, 3], ())
    assert sheet(text + "3,,,\n").numbers.tolist() == [2, 3, 4]
    assert sheet(text + "\n4,2014-01-03,,\n").numbers.tolist() == [2, 3, 5]


def test_a_header_that_cannot_be_told_from_the_rows_is_asked_for() -> None:
    assert asked(opened("place,side\nKobane,A\nAleppo,B\n"))["header"] == ["1", "0"]


def test_blank_rows_and_columns_and_trailing_delimiters_are_left_out() -> None:
    table = opened("id,,place,\n1,,Kobane,\n,,,\n\n2,,Aleppo,\n , ,\t,\n")
    (only,) = table.sheets
    assert (only.header, only.numbers.tolist()) == (("id", "place"), [2, 5])
    assert table.faults == ()


def test_short_and_long_rows_are_faults_and_stay() -> None:
    table = opened("id,date,place\n1,2014-09-16,Kobane\n2,2014-10-06\n3,2014-10-07,Aleppo, Syria\n4,2014-10-08,Raqqa\n")
    assert kinds(table) == [(FaultKind.MISSING_CELL, 3), (FaultKind.EXTRA_CELL, 4)]
    assert [(fault.column, fault.value) for fault in table.faults] == [("place", "2 cells"), ("", " Syria")]
    assert list(table.sheets[0].column("place")) == ["Kobane", None, "Aleppo", "Raqqa"]


def test_duplicate_and_blank_labels_are_faults() -> None:
    table = opened("id,date,date,\n1,2014-09-16,2014-09-17,x\n2,2014-09-16,2014-09-17,y\n")
    assert kinds(table) == [(FaultKind.BLANK_LABEL, None), (FaultKind.DUPLICATE_LABEL, None)]
    assert table.sheets[0].header == ("id", "date", "date", "")
    assert table.sheets[0].column("date")[0] == "2014-09-16"


def test_rows_after_a_lost_quotation_mark_are_kept() -> None:
    text = 'id,note,date\n1,"lost,2014-09-16\n2,plain,2014-09-17\n3,"good, quoted",2014-09-18\n4,end,2014-09-19\n'
    table = opened(text)
    assert list(table.sheets[0].column("note")) == ["lost", "plain", "good, quoted", "end"]
    assert table.sheets[0].numbers.tolist() == [2, 3, 4, 5]
    assert kinds(table) == [(FaultKind.SOURCE, 2)]


def test_a_quotation_mark_lost_in_the_last_row_or_twice_loses_no_row() -> None:
    text = 'id,note,date\n1,"lost,2014-09-16\n2,"lost too,2014-09-17\n3,a,2014-09-18\n4,"never closed,2014-09-19\n'
    table = opened(text)
    assert list(table.sheets[0].column("date")) == ["2014-09-16", "2014-09-17", "2014-09-18", "2014-09-19"]
    assert kinds(table) == [(FaultKind.SOURCE, row) for row in (2, 3, 5)]


def test_cells_of_several_lines_are_one_row() -> None:
    only = sheet('id,note\r\n1,"two\r\nlines, one ""cell"""\r\n2,b\r\n')
    assert only.column("note")[0] == 'two\r\nlines, one "cell"'
    assert only.numbers.tolist() == [2, 3]


def test_line_ends_of_old_macs_and_mixed_ones_are_read() -> None:
    for text in (ROWS.replace("\n", "\r"), ROWS.replace("\n", "\r\n"), ROWS.replace("\n", "\r", 2)):
        assert sheet(text).numbers.tolist() == [2, 3, 4]


def test_single_quotation_marks_and_backslashes_are_read() -> None:
    text = "id,place,note\n1,'Kobane, north','a'\n2,'Aleppo, east','b'\n"
    assert list(sheet(text).column("place")) == ["Kobane, north", "Aleppo, east"]
    assert sheet('id,note\n1,"said \\"no\\", left"\n2,b\n').column("note")[0] == 'said "no", left'
    assert sheet("id,place\n1,'Ayn al-'Arab\n2,'Ayn Issa\n").column("place")[0] == "'Ayn al-'Arab"


def test_a_header_repeated_among_the_rows_is_left_out() -> None:
    table = opened(ROWS + ROWS)
    assert table.sheets[0].numbers.tolist() == [2, 3, 4, 6, 7, 8]
    assert table.notes == ("Row 5 repeats the header and is left out.",)


def test_an_endless_cell_and_too_many_columns_are_said() -> None:
    long = opened(f"id,note\n1,{'x' * 100_001}\n2,{'y' * 200_000}\n3,b\n")
    assert kinds(long) == [(FaultKind.CONSTRAINT, 2), (FaultKind.CONSTRAINT, 3)]
    assert [len(str(cell)) for cell in long.sheets[0].column("note")] == [100_000, 100_000, 1]
    wide = opened(",".join(map(str, range(1001))) + "\n")
    assert (wide.sheets, wide.faults[0].value) == ((), "1,001 columns")
    assert opened("," * 1_000_000 + "\na,b").sheets == ()


def test_many_faults_of_a_kind_are_counted() -> None:
    table = opened("id,date,place\n" + "1,2014-09-16\n" * 1500 + "1,2014-09-16,Kobane\n" * 2000)
    assert len(table.faults) == 1001
    assert table.faults[-1].value == "500 more"


def test_pasted_cells_are_a_table() -> None:
    table = open_pasted('place\tnote\nKobanê\t"two\nlines"\nSerê Kaniyê\tb\n')
    assert table.kind == "tsv"
    assert list(table.sheets[0].column("place")) == ["Kobanê", "Serê Kaniyê"]
    assert open_pasted(" \n").sheets == ()


def test_reading_says_how_far_it_is_and_can_be_stopped() -> None:
    content = (ROWS * 100_000).encode()
    shares: list[float] = []
    open_table(content, "events.csv", progress=shares.append)
    assert shares == sorted(shares)
    assert (shares[0], shares[-1], len(shares) > 2) == (0.0, 1.0, True)

    def stop(share: float) -> None:
        if share:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        open_table(content, "events.csv", progress=stop)


CELLS = st.text(st.sampled_from('ab,;"\n\r éش '), max_size=6)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=4, max_size=4), min_size=1, max_size=12), st.integers(8, 80))
def test_any_table_that_a_program_writes_is_read_as_written(rows: list[list[str]], block: int) -> None:
    rows = [*rows, ["z"] * 4]  # so that none is a note below the table
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([["id", "name", "note", "kind"], *rows])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_sheets, "_BLOCK", block)
        table = open_table(out.getvalue().encode(), "events.csv", {"delimiter": ",", "header": "1"})
    kept = [[cell if cell.strip() else None for cell in row] for row in rows]
    assert [list(row) for row in zip(*table.sheets[0].columns, strict=True)] == [row for row in kept if any(row)]
