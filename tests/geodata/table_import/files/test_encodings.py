"""Encodings of texts, ranked by the places that they spell."""

# ruff: noqa: RUF001 - letters of other scripts are what is tested
from __future__ import annotations

import codecs

import pytest

from geodata.table_import.faults import FaultKind
from geodata.table_import.files.opening import open_table
from geodata.text.folding import fold

PLACES = frozenset(
    map(fold, ("Kobanê", "Serê Kaniyê", "Girê Spî", "عين العرب", "تل أبيض", "رأس العين", "Şırnak", "Kobané", "Türkei"))
)
HEADER = "id;place;note\n"
TURKISH = HEADER + "1;Şırnak;çatışma ve ağır bombardıman\n2;Tel Abyad;öldürüldü\n3;İlçe;sınır köyü\n"
KURDISH = HEADER + "1;Kobanê;şer\n2;Serê Kaniyê;dîsa li sînor\n3;Girê Spî;hêzên QSD ê\n"
ARABIC = HEADER + "1;عين العرب;معركة\n2;تل أبيض;قصف على المدينة\n3;رأس العين;هدنة\n"
FRENCH = HEADER + "1;Kobané;été\n2;Alep;attaque à la frontière\n3;Ras al-Aïn;réfugiés déplacés\n"
GERMAN = HEADER + "1;Kobanê;Kämpfe\n2;Türkei;Flüchtlinge, große Stadt\n3;Aleppo;Grenzübergang\n"


@pytest.mark.parametrize(
    ("text", "encodings"),
    [
        (TURKISH, "cp1254 iso8859-9 mac-turkish cp857 utf-8 utf-16 utf-32 utf-8-sig utf-16-le utf-16-be"),
        (KURDISH, "cp1254 iso8859-9 cp857 utf-8 utf-16"),
        (ARABIC, "cp1256 iso8859-6 cp720 utf-8 utf-16 utf-16-le"),
        (FRENCH, "cp1252 mac-roman cp850 utf-8"),
        (GERMAN, "cp1252 mac-roman cp850"),
    ],
)
def test_texts_of_the_region_are_read_right(text: str, encodings: str) -> None:
    for encoding in encodings.split():
        table = open_table(text.encode(encoding), "events.csv", places=PLACES)
        rows = list(zip(*table.sheets[0].columns, strict=True))
        assert [";".join(map(str, row)) for row in rows] == text.splitlines()[1:], encoding
        unicode = encoding.startswith("utf")
        assert codecs.lookup(table.reading.encoding).name.startswith("utf") == unicode, encoding
        assert any(note.startswith("The text is read as") for note in table.notes) != unicode, encoding


def test_an_open_encoding_is_asked_for_with_lines_that_differ() -> None:
    content = KURDISH.replace("ş", "").encode("cp1254") + b"4;Kobani;\xfe\xfe\n"
    table = open_table(content, "events.csv", places=PLACES)
    (question,) = [question for question in table.questions if question.id == "encoding"]
    assert question.options[0].value == table.reading.encoding == "cp1254"
    assert len(question.options) > 1
    assert all(len(option.preview) == 3 for option in question.options)
    assert len({option.preview for option in question.options}) == len(question.options)
    other = question.options[1].value
    assert open_table(content, "events.csv", {"encoding": other}).reading.encoding == other
    assert open_table(content, "events.csv", {"encoding": "no such"}).reading.encoding == "cp1254"


def test_bytes_that_cannot_be_decoded_are_faults_with_their_rows() -> None:
    content = KURDISH.encode() + b"4;Koban\xea;x\n5;Raqqa;\xff\n" + "6;Amûdê;y\n".encode()
    table = open_table(content, "events.csv", places=PLACES)
    assert table.reading.encoding == "utf-8"
    wanted = [(FaultKind.ENCODING, 5, "place", "Koban\ufffd"), (FaultKind.ENCODING, 6, "note", "\ufffd")]
    assert [(one.fault.kind, one.row, one.column, one.value) for one in table.faults] == wanted
    assert list(table.sheets[0].column("place"))[-1] == "Amûdê"


def test_a_stray_zero_byte_makes_no_wide_text() -> None:
    content = b"id,place,note\n" + b"1,Kobane,seen from the hill\n" * 9 + b"2,Ale\0ppo,x\n"
    table = open_table(content, "events.csv")
    assert (table.reading.encoding, table.sheets[0].column("place")[-1]) == ("utf-8", "Ale\0ppo")
    assert list(open_table(b"id,place\n1,K\0b\n2,A\n", "events.csv").sheets[0].column("place")) == ["K\0b", "A"]


def test_plain_letters_need_no_encoding() -> None:
    table = open_table(b"id;place\n1;Kobane\n", "events.csv")
    assert (table.reading.encoding, [one.id for one in table.questions if one.id == "encoding"]) == ("utf-8", [])
