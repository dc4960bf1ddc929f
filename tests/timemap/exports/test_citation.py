"""A citation names title, day, range, version, address and day of access, in words and in both forms for programs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
import rispy
from bibtexparser.entrypoint import parse_string

from tests.timemap.snapshots import TODAY, snapshot_on
from timemap.exports.citation import cite
from timemap.state.snapshot import snapshot_of

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from timemap.exports import Snapshot


def url(atlas: Atlas) -> str:
    """Return the address of the view, which holds the version of the data."""
    return (
        f"https://maps.example.org/kobane?from=2014-01-01&moment=2019-11-01&mode=day&window=7&version={atlas.version}"
    )


@pytest.fixture
def snapshot(atlas: Atlas) -> Snapshot:
    return snapshot_on(atlas, date(2019, 11, 1))


def test_the_words_hold_all_that_is_needed_to_find_it_again(atlas: Atlas, snapshot: Snapshot) -> None:
    words = cite(atlas, snapshot).words
    assert words == (
        "Kobane timeline map: 1 November 2019 (date range 1 January 2014 \N{EN DASH} 1 November 2026). "
        f"Data version {atlas.version}. {url(atlas)}. Accessed 1 November 2026."
    )


def test_the_address_names_the_day_also_where_the_map_opens_on_it(atlas: Atlas) -> None:
    opening = snapshot_of(atlas, today=TODAY, address="https://maps.example.org/kobane")
    assert f"moment={opening.state.moment.isoformat()}&" in cite(atlas, opening).words


def test_both_days_are_named_where_two_are_compared(atlas: Atlas, snapshot: Snapshot) -> None:
    both = cite(atlas, replace(snapshot, state=replace(snapshot.state, compare=date(2018, 3, 24))))
    days = "Kobane timeline map: 1 November 2019 and 24 March 2018 (date range 1 January 2014"
    assert both.words.startswith(days)
    (entry,) = parse_string(both.bibtex).entries
    assert entry["title"].startswith(days)
    (reference,) = rispy.loads(both.ris)
    assert reference["title"].startswith(days)
    assert "compare=2018-03-24" in reference["urls"][0]


def test_bibtex_is_read_again(atlas: Atlas, snapshot: Snapshot) -> None:
    (entry,) = parse_string(cite(atlas, snapshot).bibtex).entries
    assert entry.entry_type == "misc"
    assert entry["title"].startswith("Kobane timeline map: 1 November 2019")
    assert (entry["url"], entry["urldate"], entry["version"]) == (url(atlas), TODAY.isoformat(), atlas.version)
    assert cite(atlas, snapshot).bibtex.isascii()


def test_ris_is_read_again(atlas: Atlas, snapshot: Snapshot) -> None:
    (entry,) = rispy.loads(cite(atlas, snapshot).ris)
    assert entry["title"].startswith("Kobane timeline map: 1 November 2019")
    assert entry["urls"] == [url(atlas)]
    assert entry["access_date"] == TODAY.isoformat()
    assert atlas.version in entry["edition"]


def test_without_a_known_address_none_is_made_up(atlas: Atlas, snapshot: Snapshot) -> None:
    citation = cite(atlas, replace(snapshot, address=""))
    assert "http" not in citation.words + citation.bibtex + citation.ris
    assert "?" not in citation.words
