"""Rows of any kind are found as events are: every word, in every spelling."""

from __future__ import annotations

import pytest

from geodata.atlas import load
from geodata.text.search import SearchIndex

NAMES = SearchIndex.of(load(), ("Kobanî in 2014", "Tell Abyad", "Ras al-Ayn (Serê Kaniyê)"), str)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", NAMES.rows),
        ("  ", NAMES.rows),
        ("kobane", ("Kobanî in 2014",)),
        ("عين العرب", ("Kobanî in 2014",)),
        ("ser kan", ("Ras al-Ayn (Serê Kaniyê)",)),
        ("tell abyad kobane", ()),
        ("byad", ()),
        ("?!", ()),
        (" - ", ()),
        ("kobane ?!", ("Kobanî in 2014",)),
    ],
)
def test_every_word_begins_a_word_of_the_row(words: str, expected: tuple[str, ...]) -> None:
    assert NAMES.search(words) == expected
