"""Names are given by language; the table of languages says which column holds which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geodata.atlas import Atlas, load
from geodata.io.tables import read_text
from geodata.records.terms import Language
from geodata.text.place_names import names_in, names_of

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "code,name,own_name,direction,column\n"


def test_a_place_has_a_name_in_every_language_that_has_a_column(atlas: Atlas) -> None:
    assert list(atlas.name_languages) == ["en", "ku", "ar", "tr"]
    assert names_of(atlas, atlas.place("kobane")) == {
        "en": "Kobane (Ayn al-Arab)",
        "ku": "Kobanî",
        "ar": "عين العرب (كوباني)",
        "tr": "Ayn el-Arap (Kobani)",
    }


def test_names_that_are_missing_are_left_out(atlas: Atlas) -> None:
    assert names_in(atlas, {"name": "Halab", "name_turkish": "", "population": "5"}) == {"en": "Halab"}


def test_a_language_of_wordings_only_has_a_name_and_no_column(atlas: Atlas) -> None:
    assert "syr" not in atlas.name_languages
    assert atlas.language_name("syr") == "Syriac"
    assert atlas.language_name("xx") == "xx"


@pytest.mark.parametrize("row", ["", "ku,Kurdish,Kurdî,ltr,name_kurdish\n"])
def test_the_language_of_the_interface_is_there_whatever_the_table_says(row: str, tmp_path: Path) -> None:
    file = tmp_path / "languages.csv"
    file.write_text(HEADER + row, "utf-8")
    atlas = load(instead={"languages": file})
    assert names_of(atlas, atlas.place("kobane"))["en"] == "Kobane (Ayn al-Arab)"
    assert set(atlas.name_languages) == ({"en", "ku"} if row else {"en"})


@pytest.mark.parametrize(
    ("row", "column", "expected"),
    [
        ("ku,Kurdish,,left,name_kurdish", "direction", 'one of "ltr" or "rtl"'),
        ("ku,Kurdish,,ltr,kurdish", "column", 'one of "name", "name_kurdish", "name_arabic" or "name_turkish"'),
    ],
)
def test_what_no_browser_and_no_table_knows_is_told(row: str, column: str, expected: str) -> None:
    (problem,) = read_text(HEADER + row, "languages.csv", Language).problems
    assert (problem.column, problem.expected) == (column, expected)
