"""The bibliography lists every source once, with who published it and all that rests on it."""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.sources.bibliography import CITING, COLUMNS, bibliography, bibliography_csv, entry_of, short_address
from tests.paths import CASES

if TYPE_CHECKING:
    from geodata.atlas import Atlas


def test_every_source_is_listed_once(atlas: Atlas) -> None:
    assert [entry.id for entry in bibliography(atlas)] == [source.id for source in atlas.sources]


def test_a_source_names_the_events_that_cite_it_in_order_of_time(atlas: Atlas) -> None:
    most = max(bibliography(atlas), key=lambda entry: len(entry.events))
    assert set(most.events) == {event.id for event in atlas.events if most.id in event.sources}
    days = [atlas.event(event).span.start for event in most.events]
    assert len(days) > 2
    assert days == sorted(days)


def test_every_citation_in_any_table_is_counted_once(atlas: Atlas) -> None:
    cited = 0
    for table, column in CITING:
        for row in getattr(atlas, table):
            cell = getattr(row, column)
            cited += len(({cell} if isinstance(cell, str) else set(cell)) - {""})
    assert sum(entry.uses for entry in bibliography(atlas)) == cited
    assert all(entry.uses for entry in bibliography(atlas))


def test_a_long_address_is_shortened_as_in_the_page() -> None:
    rows: list[list[str]] = json.loads((CASES / "source_addresses.json").read_text("utf-8"))["rows"]
    assert [short_address(address) for address, _ in rows] == [short for _, short in rows]


def test_a_source_without_a_title_is_named_by_its_address(atlas: Atlas) -> None:
    untitled = [source for source in atlas.sources if not source.title]
    assert untitled
    for source in untitled:
        title = entry_of(atlas, source.id).title
        assert title
        assert not title.startswith("http")


def test_an_unknown_source_is_only_its_id(atlas: Atlas) -> None:
    entry = entry_of(atlas, "no-such-source")
    assert (entry.title, entry.publisher, entry.url, entry.uses) == ("no-such-source", "", "", 0)


def test_kinds_stand_in_words(atlas: Atlas) -> None:
    names = {kind.id: kind.name for kind in atlas.publisher_kinds}
    assert {entry.kind_name for entry in bibliography(atlas)} - {""} == set(names.values())
    assert all(entry.kind_name == names.get(entry.kind, "") for entry in bibliography(atlas))


def test_one_publisher_has_one_kind_and_one_country(atlas: Atlas) -> None:
    found = defaultdict(set)
    for publisher in atlas.publishers:
        found[publisher.canonical_name].add((publisher.kind, publisher.based_in))
    assert {name: kinds for name, kinds in found.items() if len(kinds) > 1} == {}


def test_the_table_for_a_spreadsheet_has_every_entry_and_no_formula(atlas: Atlas) -> None:
    entries = bibliography(atlas)
    harmful = replace(entries[0], title="=HYPERLINK(1)")
    rows = list(csv.reader(io.StringIO(bibliography_csv((harmful, *entries[1:])).decode("utf-8-sig"))))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == len(entries) + 1
    assert rows[1][0] == "'=HYPERLINK(1)"
    assert [row[6] for row in rows[1:]] == [source.url for source in atlas.sources]
    assert tuple(rows[1][7].split("; ")) == entries[0].events
