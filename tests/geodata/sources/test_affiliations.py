"""Whom a publisher is close to is never said without the words that it rests on, and one publisher has one answer."""

from __future__ import annotations

from collections import defaultdict

from tests.project_data import atlas

ATLAS = atlas()


def test_an_affiliation_stands_beside_a_note_that_says_why() -> None:
    close = [publisher for publisher in ATLAS.publishers if publisher.affiliation]
    assert close
    assert [publisher.id for publisher in close if not publisher.affiliation_note] == []


def test_every_affiliation_is_somebodys_and_described() -> None:
    assert {publisher.affiliation for publisher in ATLAS.publishers} - {""} == {row.id for row in ATLAS.affiliations}
    assert all(row.description for row in ATLAS.affiliations)


def test_a_publisher_under_several_spellings_has_one_affiliation_unless_its_owner_changed() -> None:
    found = defaultdict(set)
    for publisher in ATLAS.publishers:
        if "before" not in publisher.id:
            found[publisher.canonical_name].add(publisher.affiliation)
    assert {name: several for name, several in found.items() if len(several) > 1} == {}
