"""Formats of files, told by their content."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from geodata.table_import.faults import FaultKind
from geodata.table_import.files import formats
from geodata.table_import.files.opening import open_table

TEXT = b"id,place\n1,Kobane\n2,Aleppo\n"


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no bytes"),
        (b"\r\n\n", "no bytes"),
        (b"<!DOCTYPE html><title>Sign in</title>", "a web page"),
        (b"<html><table><tr><td>1</td></tr></table>", "a web page"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"SQLite format 3\0" + bytes(200), "a database"),
        (b'<?xml version="1.0"?><Workbook/>', "an XML file"),
        (b'{"Result": []}', "a JSON file"),
        (bytes(range(1, 32)) * 20, "a binary file"),
        (b"PK\x03\x04 cut short", "a damaged zip archive"),
        (gzip.compress(TEXT)[:-12], "a damaged archive"),
        (zipped(a_csv=TEXT, b_csv=TEXT), "a zip archive with a.csv, b.csv"),
        (zipped(photo_png=b"x"), "a zip archive with no table"),
        (zipped(a_csv=zipped(b_csv=TEXT)), "an archive in an archive"),
        (zipped(a_csv=b"%PDF-1.7"), "a PDF"),
    ],
)
def test_what_is_no_table_is_named(content: bytes, said: str) -> None:
    table = open_table(content, "events.csv")
    assert (table.sheets, table.kind) == ((), "")
    (fault,) = table.faults
    assert (fault.fault.kind, fault.row, fault.value) == (FaultKind.SOURCE, None, said)
    assert fault.fault.expected
    assert fault.fault.hint


@pytest.mark.parametrize(
    "content",
    [gzip.compress(TEXT), zipped(events_csv=TEXT), zipped(GED__events_csv=TEXT, README_txt=b"x", x_pdf=b"%PDF")],
)
def test_the_one_table_in_an_archive_is_read(content: bytes) -> None:
    table = open_table(content, "events.zip")
    assert list(table.sheets[0].column("place")) == ["Kobane", "Aleppo"]


def test_a_wrong_ending_is_said_and_not_refused() -> None:
    assert open_table(TEXT, "events.xlsx").notes == ("The name ends in .xlsx, but this is a CSV file.",)
    assert open_table(TEXT, "events.txt").notes == ()


def test_files_that_are_too_large_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = gzip.compress(TEXT * 1000)
    monkeypatch.setattr(formats, "LARGEST_FILE", 10_000)
    assert open_table(packed, "events.csv.gz").faults[0].value == "more than 0 MB when unpacked"
    monkeypatch.setattr("geodata.table_import.files.opening.LARGEST_FILE", 10)
    assert open_table(TEXT, "events.csv").faults[0].fault.hint == "Split the table."
