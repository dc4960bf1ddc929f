"""What passes range, categories, parties and words is the same in Python and in the page: one table holds both."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

import pytest

from geodata.text.folding import letters
from geodata.text.selection import filter_events
from tests.geodata.text.filter_cases import TABLE, atlas_of_cases, span_of
from timemap.document.events import event_columns
from timemap.document.search import search_data
from timemap.document.source_list import SourceList

if TYPE_CHECKING:
    from geodata.atlas import Atlas


@pytest.fixture(scope="module")
def told(atlas: Atlas) -> Atlas:
    return atlas_of_cases(atlas)


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["what"])
def test_the_same_events_pass_as_in_the_page(told: Atlas, case: dict[str, Any]) -> None:
    found = filter_events(
        told,
        span=span_of(case),
        categories=case.get("categories"),
        parties=case.get("parties"),
        words=case.get("words", ""),
    )
    assert list(found.ids) == case["ids"]


def test_the_page_is_given_what_python_works_out(told: Atlas) -> None:
    document = TABLE["document"]
    columns = event_columns(told, told.events, SourceList(told))
    assert {name: columns[name] for name in document["columns"]} == document["columns"]
    assert search_data(told)["spellings"] == document["spellings"]


def test_the_letters_of_the_table_are_ours() -> None:
    ours = {letter: other for other, all_of_it in letters().items() for letter in all_of_it}
    given = {letter: other for other, all_of_it in TABLE["document"]["letters"].items() for letter in all_of_it}
    assert given.items() <= ours.items()
    typed = {part for case in TABLE["cases"] for part in unicodedata.normalize("NFKD", case.get("words", ""))}
    assert typed & ours.keys() <= given.keys()
