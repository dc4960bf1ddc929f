"""Signs that cannot be seen are read as meant, or named; what no cell may hold is refused with its row and column."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from geodata.io.problems import Problem
from geodata.io.signs import clean_code, clean_name, clean_text, refused_sign, visible
from geodata.io.tables import TABLES, read_text
from geodata.records.events import Event
from tests.paths import BAD

if TYPE_CHECKING:
    from geodata.io.tables import Rows

HEADER, GOOD = (BAD / "tab-events.csv").read_text("utf-8").splitlines()
CELLS = dict(zip(HEADER.split("\t"), GOOD.split("\t"), strict=True))

DROPPED = "\u00ad\u200b\u2060\ufeff\u180e\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
MARKS = "\u200e\u200f\u061c"
"""They order letters of two directions, and belong to a text."""


def table(*changes: dict[str, str]) -> str:
    """Return a table of events, each row the good one with some other cells."""
    rows = (CELLS | change for change in changes)
    return "\n".join([HEADER, *("\t".join(row.values()) for row in rows)]) + "\n"


def read(**cells: str) -> Rows[Event]:
    """Return what a row with some other cells gives, the good one below it."""
    rows = read_text(table(cells, {}), "events.csv", Event)
    assert [event.id for event in rows.records][-1] == CELLS["id"]
    return rows


@pytest.mark.parametrize("sign", DROPPED)
def test_what_says_nothing_is_left_out_of_every_cell(sign: str) -> None:
    text = table({name: f"{sign}{cell[:1]}{sign}{cell[1:]}{sign}" for name, cell in CELLS.items()})
    rows = read_text(sign + text.replace("title", f"ti{sign}tle", 1), "events.csv", Event)
    assert rows.problems == ()
    assert rows.records == read_text(table({}), "events.csv", Event).records


@pytest.mark.parametrize("sign", MARKS)
def test_marks_of_direction_stay_in_texts_alone(sign: str) -> None:
    rows = read(id=f"kobane{sign}-x", start=f"{sign}2015-03-01", lat=f"{sign}36.89", title=f"Kobane{sign}!")
    assert rows.problems == ()
    assert (rows.records[0].id, rows.records[0].title) == ("kobane-x", f"Kobane{sign}!")


def test_joiners_stay_in_words_of_arabic_letters() -> None:
    word = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
    assert clean_text(word) == clean_name(word) == word
    assert clean_code(word) != word


@pytest.mark.parametrize(
    ("column", "typed", "meant"),
    [
        ("start", "2015\u201303\u201301", "2015-03-01"),
        ("start", "2015\u201103\u201101", "2015-03-01"),
        ("lat", "36.89\u00a0", "36.89"),
        ("id", "kobane\u2011school", "kobane-school"),
        ("title", "Cafe\u0301 opens", "Caf\u00e9 opens"),
        ("summary", "one\r\ntwo", "one\ntwo"),
    ],
)
def test_what_looks_like_the_usual_sign_is_read_as_that(column: str, typed: str, meant: str) -> None:
    quoted = f'"{typed}"' if "\n" in typed else typed
    (first, _) = read(**{column: quoted}).records
    assert str(getattr(first, column)) == meant


def test_names_are_found_with_any_space_and_an_arabic_semicolon() -> None:
    (first, _) = read(actors="Government\u00a0of\u202fSyria\u061b YPG\u200f").records
    assert first.actors == ("Government of Syria", "YPG")


@pytest.mark.parametrize(
    ("column", "typed", "hint"),
    [
        ("id", "kob\u0430ne", "It contains U+0430 (CYRILLIC SMALL LETTER A)."),
        ("id", "kobane-\uff11", "It contains U+FF11 (FULLWIDTH DIGIT ONE)."),
        ("date_precision", "d\u0430y", "It contains U+0430 (CYRILLIC SMALL LETTER A)."),
        ("lon", "\u221238.35", "Write -38.35. It contains U+2212 (MINUS SIGN)."),
        ("lat", "\uff13\uff16.8", "Write the digits as 36.8."),
        ("start", "\uff12\uff10\uff11\uff15-03-01", "Write 2015-03-01."),
    ],
)
def test_what_cannot_be_told_apart_by_looking_is_named(column: str, typed: str, hint: str) -> None:
    (problem,) = read(**{column: typed}).problems
    assert (problem.row, problem.column, problem.hint) == (2, column, hint)


CONTROLS = [chr(code) for code in (*range(32), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\r"]


@pytest.mark.parametrize("column", ["title", "summary", "actors", "start", "sources"])
def test_what_no_export_can_hold_is_refused_with_its_row_and_column(column: str) -> None:
    for sign in [*CONTROLS, "\u202d", "\u202e", "\ufffe", "\uffff"]:
        (problem,) = read(**{column: f"a{sign}b"}).problems
        assert (problem.row, problem.column) == (2, column)
        assert f"U+{ord(sign):04X}" in problem.expected
        assert sign not in problem.sentence()
        assert f"[U+{ord(sign):04X}]" in problem.sentence()


def test_names_of_files_and_columns_are_shown_on_one_line() -> None:
    said = Problem("a\u202eb.csv", 2, "x" * 100_000 + "\x1b", "\x1b[31m\n" * 50_000, "text").sentence()
    assert said.isprintable()
    assert len(said) < 300


@settings(max_examples=200, deadline=None)
@given(st.text())
@example("\u0958\u0301\u00ad")
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    for clean in (clean_text, clean_name, clean_code):
        once = clean(text)
        assert clean(once) == once
        assert unicodedata.is_normalized("NFC", once)
    assert not any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in visible(text))


def test_our_tables_hold_no_unseen_sign() -> None:
    texts = {file.name: file.read_text("utf-8") for file in TABLES.glob("*.csv")}
    assert [name for name, text in texts.items() if clean_text(text) != text or refused_sign(text)] == []
    assert refused_sign("\u202e")
