"""Workbooks: types, errors, merged cells, several sheets, and traps."""

from __future__ import annotations

import io
import struct
import zipfile
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from xlsxwriter import Workbook

from geodata.table_import.faults import FaultKind
from geodata.table_import.files import workbook_parts
from geodata.table_import.files.opening import open_table
from tests.geodata.table_import.files.workbook_files import ods, text_cell, xls, xlsb

if TYPE_CHECKING:
    from collections.abc import Callable

    from geodata.table_import.files.opened import OpenedTable

ROWS: list[list[str | float | bytes]] = [["id", "place", "year"], [1.0, "Kobanê", 2014.0], [2.5, "Serê Kaniyê", 2019.0]]


def xlsx(fill: Callable[[Any, dict[str, Any]], None]) -> bytes:
    """Return a workbook that a function fills."""
    out = io.BytesIO()
    book = Workbook(out)
    formats = {form: book.add_format({"num_format": form}) for form in ("dd/mm/yyyy", "hh:mm", "[h]:mm", "d.m.yy h:mm")}
    fill(book, formats)
    book.close()
    return out.getvalue()


def changed(content: bytes, path: str, old: bytes, new: bytes) -> bytes:
    """Return an archive of which one part is changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            assert name != path or old in part
            target.writestr(name, part.replace(old, new) if name == path else part)
    return out.getvalue()


def rows_of(table: OpenedTable) -> list[list[Any]]:
    return [list(row) for row in zip(*table.sheets[0].columns, strict=True)]


def test_values_keep_their_types_and_rows_their_numbers() -> None:
    def fill(book: Workbook, formats: dict[str, Any]) -> None:
        sheet = book.add_worksheet("Events")
        sheet.write_row(2, 1, ["date", "moment", "time", "long", "number", "yes", "text"])
        sheet.write(4, 1, date(2018, 2, 3), formats["dd/mm/yyyy"])
        sheet.write(4, 2, datetime.fromisoformat("2018-02-03T14:30"), formats["d.m.yy h:mm"])
        sheet.write(4, 3, time(3, 4), formats["hh:mm"])
        sheet.write(4, 4, timedelta(hours=30), formats["[h]:mm"])
        sheet.write(4, 5, 36.5)
        sheet.write_row(4, 6, [True])
        sheet.write(4, 7, "36,5")
        sheet.write_row(5, 1, ["", "", "", "", 7, "", "x"])

    table = open_table(xlsx(fill), "events.xlsx")
    moment = datetime.fromisoformat("2018-02-03T14:30")
    assert rows_of(table) == [
        [date(2018, 2, 3), moment, time(3, 4), "30:00:00", 36.5, True, "36,5"],
        [None, None, None, None, 7, None, "x"],
    ]
    assert table.sheets[0].numbers.tolist() == [5, 6]
    assert (table.kind, table.faults, table.questions, table.notes) == ("xlsx", (), (), ())


@pytest.mark.parametrize(("content", "kind"), [(xls(ROWS), "xls"), (xlsb(ROWS), "xlsb")])
def test_old_and_binary_workbooks_are_read(content: bytes, kind: str) -> None:
    table = open_table(content, "events.csv")
    assert (table.kind, table.sheets[0].name, table.sheets[0].header) == (kind, "Events", ("id", "place", "year"))
    assert rows_of(table) == [[1, "Kobanê", 2014], [2.5, "Serê Kaniyê", 2019]]
    assert table.notes[0].startswith("The name ends in .csv, but this is an")


@pytest.mark.parametrize("write", [xls, xlsb])
def test_errors_in_cells_of_binary_workbooks_are_faults(
    write: Callable[[list[list[str | float | bytes]]], bytes],
) -> None:
    table = open_table(write([*ROWS, [3, b"\x17", 2020]]), "events.xls")
    assert [(one.row, one.column, one.value) for one in table.faults] == [(4, "place", "#REF!")]
    assert rows_of(table)[2] == [3, None, 2020]


def test_errors_in_cells_are_faults() -> None:
    def fill(book: Workbook, _: object) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["id", "place", "deaths"])
        sheet.write_row(1, 0, [1, "Kobane", 3])
        sheet.write_row(2, 0, [2, "Aleppo"])
        sheet.write_formula(2, 2, "=1/0", None, "#DIV/0!")
        sheet.write_row(3, 0, [3, "", 5])
        sheet.write_formula(3, 1, "=#REF!", None, "#REF!")

    table = open_table(xlsx(fill), "events.xlsx")
    wanted = [(FaultKind.TYPE, 3, "deaths", "#DIV/0!"), (FaultKind.TYPE, 4, "place", "#REF!")]
    assert [(one.fault.kind, one.row, one.column, one.value) for one in table.faults] == wanted
    assert rows_of(table)[1] == [2, "Aleppo", None]


def test_merged_cells_count_for_each_row_and_headers_of_two_rows_are_joined() -> None:
    def fill(book: Workbook, _: object) -> None:
        sheet = book.add_worksheet()
        sheet.merge_range(0, 0, 0, 3, "Events of 2014")
        sheet.merge_range(1, 0, 2, 0, "Place")
        sheet.merge_range(1, 1, 1, 3, "Losses")
        sheet.write_row(2, 1, ["dead", "hurt", "day"])
        sheet.merge_range(3, 0, 4, 0, "Kobane")
        sheet.write_row(3, 1, [1, 2, 3])
        sheet.write_row(4, 1, [4, 5, 6])

    table = open_table(xlsx(fill), "events.xlsx")
    assert table.sheets[0].header == ("Place", "Losses dead", "Losses hurt", "Losses day")
    assert rows_of(table) == [["Kobane", 1, 2, 3], ["Kobane", 4, 5, 6]]
    assert "A merged cell counts for each of the rows beside it." in table.notes


def test_the_fullest_visible_sheet_comes_first_and_the_choice_is_asked() -> None:
    def fill(book: Workbook, _: object) -> None:
        book.add_worksheet("Read me").write(0, 0, "Made in 2015")
        for name, count in (("2014", 3), ("Old", 9)):
            sheet = book.add_worksheet(name)
            for row in range(count):
                sheet.write_row(row, 0, [f"{name}-{row}", row] if row else ["id", "number"])
        book.get_worksheet_by_name("Old").hide()
        book.add_worksheet("Empty")

    content = xlsx(fill)
    table = open_table(content, "events.xlsx")
    assert [sheet.name for sheet in table.sheets] == ["2014", "Read me", "Old"]
    (question,) = [question for question in table.questions if question.id == "sheet"]
    assert [option.label for option in question.options] == ["2014", "Read me", "Old (hidden)"]
    assert question.options[0].preview[0] == "id | number"
    chosen = open_table(content, "events.xlsx", {"sheet": "Old"})
    assert (chosen.sheets[0].name, len(chosen.sheets[0])) == ("Old", 8)


def test_libreoffice_workbooks_are_read_with_errors_merged_and_repeated_cells() -> None:
    day = (
        '<table:table-cell office:value-type="date" office:date-value="2014-10-06"><text:p>6.10.14</text:p>'
        "</table:table-cell>"
    )
    error = (
        '<table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#REF!</text:p>'
        "</table:table-cell>"
    )
    number = '<table:table-cell office:value-type="float" office:value="3"><text:p>3</text:p></table:table-cell>'
    empty = '<table:table-cell table:number-columns-repeated="1000"/>'
    table = open_table(
        ods(
            '<table:table table:name="Events">'
            f"<table:table-row>{text_cell('place')}{text_cell('date')}{text_cell('deaths')}</table:table-row>"
            f"<table:table-row>{text_cell('Kobanê', 'table:number-rows-spanned=' + chr(34) + '2' + chr(34))}"
            f"{day}{number}</table:table-row>"
            f"<table:table-row><table:covered-table-cell/>{day}{error}{empty}</table:table-row>"
            f'<table:table-row table:number-rows-repeated="1048000">{empty}</table:table-row></table:table>'
        ),
        "events.ods",
    )
    assert rows_of(table) == [["Kobanê", date(2014, 10, 6), 3], ["Kobanê", date(2014, 10, 6), None]]
    assert [(one.row, one.column, one.value) for one in table.faults] == [(3, "deaths", "#REF!")]


def test_workbooks_that_would_fill_the_memory_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def far(book: Workbook, _: object) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["id", "place"])
        sheet.write(1_000_000, 16_000, "far")

    said = open_table(xlsx(far), "events.xlsx")
    assert (said.sheets, said.faults[0].value) == ((), "a sheet that spans 1,000,001 rows and 16,001 columns")
    repeated = text_cell("x", 'table:number-columns-repeated="16384"')
    row = f'<table:table-row table:number-rows-repeated="1048576">{repeated}</table:table-row>'
    said = open_table(ods(f'<table:table table:name="A">{row}</table:table>'), "events.ods")
    assert said.faults[0].value == "a sheet that spans 1,048,576 rows and 16,384 columns"
    monkeypatch.setattr(workbook_parts, "LARGEST_PARTS", 1000)
    assert open_table(xlsx(far), "events.xlsx").faults[0].value == "more than 0 MB when unpacked"


def test_binary_workbooks_that_say_they_are_endless_are_refused() -> None:
    head = struct.pack("<HHIIHHH", 0x0200, 14, 0, 3, 0, 3, 0)
    endless = struct.pack("<HHIIHHH", 0x0200, 14, 0, 0xFFFFFFFE, 0, 3, 0)
    content = xls(ROWS)
    assert head in content
    said = open_table(content.replace(head, endless), "events.xls")
    assert said.faults[0].value == "a sheet that spans 4,294,967,294 rows and 3 columns"
    assert "damaged" in open_table(content[:40] + b"\xff" * 4 + content[44:], "events.xls").faults[0].value
    span = struct.pack("<IIII", 0, 2, 0, 2)
    far = changed(xlsb(ROWS), "xl/worksheets/sheet1.bin", span, struct.pack("<IIII", 0, 1 << 20, 0, 1 << 14))
    assert open_table(far, "events.xlsb").faults[0].value == "a sheet that spans 1,048,577 rows and 16,385 columns"


def test_entities_in_workbooks_are_refused() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]>'
    said = open_table(ods('<table:table table:name="A"/>', bomb), "events.ods")
    assert said.faults[0].value == "a workbook that declares entities (XML)"
    content = xlsx(lambda book, _: book.add_worksheet().write_row(0, 0, ["id", "place"]))
    for path in ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"):
        hostile = changed(content, path, b'standalone="yes"?>\n', b'standalone="yes"?>\n' + bomb.encode())
        assert open_table(hostile, "events.xlsx").faults[0].value == "a workbook that declares entities (XML)"


def test_damaged_and_empty_workbooks_are_refused() -> None:
    content = xlsx(lambda book, _: book.add_worksheet().write_row(0, 0, ["id", "place"]))
    broken = changed(content, "xl/worksheets/sheet1.xml", b"</sheetData>", b"")
    for damaged in (broken, content[:-40], xls(ROWS)[:1500], b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)):
        said = open_table(damaged, "events.xlsx")
        assert said.sheets == ()
        assert "damaged" in said.faults[0].value
    locked = xls(ROWS) + "EncryptedPackage".encode("utf-16-le")
    assert open_table(locked, "events.xlsx").faults[0].value == "a workbook with a password"
    empty = xlsx(lambda book, _: book.add_worksheet())
    assert open_table(empty, "events.xlsx").faults[0].fault.hint == "All sheets are empty."
