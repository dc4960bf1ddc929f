"""The atlas holds every fact that was found: the counts are those of the research, and nothing may drop out of them."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from geodata.atlas import Atlas, files_of, load, version_of
from geodata.records.values import DatePrecision
from geodata.span import Span
from geodata.tables import KINDS

BAD = Path(__file__).parent / "bad"

COUNTS = {
    "events": 310,
    "sources": 1372,
    "publishers": 559,
    "publisher_kinds": 13,
    "affiliations": 22,
    "actors": 221,
    "parties": 16,
    "places": 352,
    "holds": 1652,
    "periods": 20,
    "telling_days": 8,
    "callouts": 9,
    "feature_names": 103,
    "starting_points": 6,
    "terms": 149,
    "verdicts": 6,
    "claims": 41,
    "posts": 12,
    "front_snapshots": 14,
    "front_marks": 161,
    "categories": 13,
    "controllers": 9,
    "controller_names": 6,
    "successions": 8,
    "handover_kinds": 4,
    "zones": 5,
    "figures": 9,
    "coverage": 8,
    "statements": 57,
}


@pytest.mark.parametrize("table", COUNTS)
def test_every_row_is_there(atlas: Atlas, table: str) -> None:
    assert len(getattr(atlas, table)) == COUNTS[table]


def test_every_table_has_its_field_and_every_field_its_table() -> None:
    assert {field.name for field in fields(Atlas)} - {"version", "problems"} == set(KINDS)


def test_our_tables_have_no_problem(atlas: Atlas) -> None:
    assert atlas.problems == ()


def test_every_link_from_an_event_to_a_source_is_there(atlas: Atlas) -> None:
    links = [(event.id, source) for event in atlas.events for source in event.sources]
    assert len(links) == len(set(links)) == 1211
    assert len({atlas.source(source).url for _, source in links}) == 1138


def test_every_category_of_an_event_is_there(atlas: Atlas) -> None:
    assert sum(len(event.categories) for event in atlas.events) == 453
    assert sum(len(event.categories) > 1 for event in atlas.events) == 124
    assert {category for event in atlas.events for category in event.categories} == {row.id for row in atlas.categories}


def test_every_publisher_and_every_actor_is_used(atlas: Atlas) -> None:
    assert {source.publisher for source in atlas.sources} - {""} == {publisher.id for publisher in atlas.publishers}
    assert {actor for event in atlas.events for actor in event.actors} == {actor.actor for actor in atlas.actors}


def test_every_place_has_holds_and_every_hold_a_place(atlas: Atlas) -> None:
    assert {hold.place for hold in atlas.holds} == {place.id for place in atlas.places}


def test_claims_keep_their_events_and_sources(atlas: Atlas) -> None:
    assert sum(len(claim.sources) for claim in atlas.claims) == 67
    assert sum(len(claim.events) for claim in atlas.claims) == 71


def test_what_is_empty_was_empty_in_the_facts(atlas: Atlas) -> None:
    assert sum(1 for event in atlas.events if event.former_id) == 32
    assert sum(1 for event in atlas.events if event.founding_article) == 10
    assert sum(1 for event in atlas.events if event.date_precision is DatePrecision.MONTH) == 10
    assert sum(1 for event in atlas.events if event.country == "") == 53
    assert sum(1 for place in atlas.places if place.reach_km is not None) == 42


def test_an_event_is_found_by_a_former_id(atlas: Atlas) -> None:
    event = atlas.event("kobani-schoolchildren-abducted-2014")
    assert event.id == "kobane-schoolchildren-abducted-2014"
    assert atlas.has_event("kobani-schoolchildren-abducted-2014")
    assert not atlas.has_event("never-was")
    with pytest.raises(KeyError):
        atlas.event("never-was")


def test_lookups_give_the_record_asked_for(atlas: Atlas) -> None:
    assert atlas.place("kobane").kind == "city"
    assert atlas.setting("focus-place") == "kobane"
    assert atlas.publisher(atlas.source(atlas.events[0].sources[0]).publisher).name
    assert atlas.party_of("AFAD (Turkey)") == "turkey"
    assert atlas.party_of("nobody") == ""


def test_an_uncertain_date_widens_to_the_whole_month(atlas: Atlas) -> None:
    assert atlas.event("isis-takes-manbij-2014").span == Span(date(2014, 1, 1), date(2014, 2, 1))
    assert atlas.event("kobane-returns-2015").span == Span(date(2015, 9, 1), date(2015, 10, 1))


def test_chapters_tile_from_july_2014_to_the_present(atlas: Atlas) -> None:
    chapters = [period.span for period in atlas.periods if period.chapter]
    assert len(chapters) == 6
    assert chapters[0].start == date(2014, 7, 1)
    assert [span.end for span in chapters] == [*(span.start for span in chapters[1:]), None]


def test_posts_stand_until_given_up_or_last_known(atlas: Atlas) -> None:
    assert [post.id for post in atlas.posts if post.end] == ["morek", "rashidin", "shir-mughar"]
    assert all((post.end is None) == (post.last_known is not None) for post in atlas.posts)


def test_nothing_in_an_atlas_can_be_changed(atlas: Atlas) -> None:
    with pytest.raises(FrozenInstanceError):
        atlas.events = ()  # type: ignore[misc]
    with pytest.raises(ValidationError):
        atlas.events[0].title = "Other"  # type: ignore[misc]


def test_the_version_tells_contents_apart(atlas: Atlas, tmp_path: Path) -> None:
    assert atlas.version == load().version == version_of(files_of().values())
    other = tmp_path / "settings.csv"
    other.write_bytes(files_of()["settings"].read_bytes() + b"\n")
    assert load(instead={"settings": other}).version != atlas.version


def test_a_bad_table_takes_nothing_from_the_others() -> None:
    atlas = load(instead={"events": BAD / "day-first-events.csv"})
    assert [event.id for event in atlas.events] == ["kobane-school-opens"]
    assert [problem.row for problem in atlas.problems] == [3]
    assert len(atlas.holds) == 1652


def test_a_folder_without_tables_gives_an_empty_atlas(tmp_path: Path) -> None:
    atlas = load(tmp_path)
    assert atlas.events == ()
    assert len(atlas.problems) == len(KINDS)
