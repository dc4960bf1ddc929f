"""Words of dates: every month in every language, and none with two meanings."""

from __future__ import annotations

from collections import defaultdict

import pytest

from geodata.dates.words import month_names, phrase, vocabulary


def test_no_name_is_of_two_months() -> None:
    numbers: dict[str, set[int]] = defaultdict(set)
    for name, number in month_names():
        numbers[phrase(name)].add(number)

    assert len(numbers) > 280
    assert not {name: found for name, found in numbers.items() if len(found) > 1}


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("kewçêr", 10), ("Cotmehê", 10), ("Çirîya Pêşîn", 10), ("reşemiyê", 2), ("Kanûna Paşîn", 1),
        ("\u062a\u0634\u0631\u06cc\u0646\u06cc \u06cc\u06d5\u06a9\u06d5\u0645", 10),
        ("\u0643\u0627\u0646\u0648\u0646 \u0627\u0644\u062b\u0627\u0646\u064a", 1),
        ("\u064a\u0646\u0627\u064a\u0631", 1),
        ("A\u011eUSTOS", 8), ("J\u00e4nner", 1), ("ao\u00fbt", 8), ("Sept.", 9),
    ],
)  # fmt: skip
def test_names_are_known_however_they_are_written(name: str, month: int) -> None:
    assert (vocabulary()[phrase(name)].kind, vocabulary()[phrase(name)].value) == ("month", month)


@pytest.mark.parametrize("name", ["\u062a\u0634\u0631\u064a\u0646", "\u0643\u0627\u0646\u0648\u0646", "kanûn", "çirî"])
def test_names_that_two_months_share_are_not_guessed(name: str) -> None:
    assert phrase(name) not in vocabulary()
