"""The atlas holds all that is in the tables; what their rows say of each other agrees."""

from __future__ import annotations

import csv
import io
from dataclasses import FrozenInstanceError
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from geodata.atlas import Atlas, files_of, load, read_tables, version_of
from geodata.dates.span import Span
from geodata.io.tables import TABLES
from geodata.records.tables import KINDS
from tests.paths import BAD

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize("table", KINDS)
def test_every_table_has_rows_and_all_of_them_are_read(atlas: Atlas, table: str) -> None:
    with files_of()[table].open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if any(row.values())]
    assert len(getattr(atlas, table)) == len(rows) > 0


def test_every_file_of_the_folder_is_a_table_that_is_read() -> None:
    assert {file.stem for file in TABLES.glob("*.csv")} == set(KINDS)


def test_our_tables_have_no_problem(atlas: Atlas) -> None:
    assert atlas.problems == ()


def test_no_event_names_a_source_twice_and_every_source_is_there(atlas: Atlas) -> None:
    links = [(event.id, source) for event in atlas.events for source in event.sources]
    assert len(links) == len(set(links)) > len(atlas.events)
    assert all(atlas.has_source(source) for _, source in links)


def test_every_category_has_events_and_every_event_has_categories(atlas: Atlas) -> None:
    assert all(len(event.categories) == len(set(event.categories)) > 0 for event in atlas.events)
    assert {category for event in atlas.events for category in event.categories} == {row.id for row in atlas.categories}


def test_every_publisher_and_every_actor_is_used(atlas: Atlas) -> None:
    assert {source.publisher for source in atlas.sources} - {""} == {publisher.id for publisher in atlas.publishers}
    assert {actor for event in atlas.events for actor in event.actors} == {actor.actor for actor in atlas.actors}


def test_every_place_has_holds_and_every_hold_a_place(atlas: Atlas) -> None:
    assert {hold.place for hold in atlas.holds} == {place.id for place in atlas.places}


def test_every_claim_names_sources_and_events_that_are_there(atlas: Atlas) -> None:
    assert all(atlas.has_source(source) for claim in atlas.claims for source in claim.sources)
    assert all(atlas.has_event(event) for claim in atlas.claims for event in claim.events)


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
    assert atlas.version == load().version == version_of(read_tables(files_of()))
    other = tmp_path / "settings.csv"
    other.write_bytes(files_of()["settings"].read_bytes().replace(b"endorsement", b"Endorsement", 1))
    assert load(instead={"settings": other}).version != atlas.version


@pytest.mark.parametrize("spoil", [b"", b"1", b"2"])
def test_rows_that_cannot_be_read_count_for_the_version(spoil: bytes, tmp_path: Path) -> None:
    good, bad = tmp_path / "good-periods.csv", tmp_path / "periods.csv"
    good.write_bytes(files_of()["periods"].read_bytes())
    bad.write_bytes(files_of()["periods"].read_bytes() + b"Bad id" + spoil + b"\n")
    one, other = load(instead={"periods": good}), load(instead={"periods": bad})
    assert one.periods == other.periods
    assert one.version != other.version


def saved_again(content: bytes, **form: Any) -> bytes:  # noqa: ANN401 - what the csv module takes
    """Return a table as another program writes it."""
    out = io.StringIO(newline="")
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    csv.writer(out, **form).writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def with_empty_columns(content: bytes) -> bytes:
    """Return a table with two empty columns at the end, as a spreadsheet program leaves them behind."""
    out = io.StringIO(newline="")
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    csv.writer(out).writerows([*row, "", ""] for row in rows)
    return out.getvalue().encode("utf-8")


@pytest.mark.parametrize(
    "save",
    [
        lambda content: content.replace(b"\n", b"\r\n"),
        lambda content: content.replace(b"\n", b"\r"),
        saved_again,
        lambda content: saved_again(content, quoting=csv.QUOTE_ALL, delimiter="\t"),
        lambda content: b"sep=;\r\n" + saved_again(content, delimiter=";").removeprefix(b"\xef\xbb\xbf"),
        lambda content: content + b"\n\n,,,\n",
        with_empty_columns,
    ],
)
def test_tables_saved_in_another_way_are_the_same_data(
    atlas: Atlas, save: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    for name, file in files_of().items():
        (tmp_path / f"{name}.csv").write_bytes(save(file.read_bytes()))
    again = load(tmp_path)
    assert again.problems == ()
    assert again.version == atlas.version
    assert again.events == atlas.events


def test_a_bad_table_takes_nothing_from_the_others() -> None:
    atlas = load(instead={"events": BAD / "day-first-events.csv"})
    assert [event.id for event in atlas.events] == ["kobane-school-opens"]
    assert [problem.row for problem in atlas.problems] == [3]
    assert atlas.holds == load().holds


def test_a_folder_without_tables_gives_an_empty_atlas(tmp_path: Path) -> None:
    atlas = load(tmp_path)
    assert atlas.events == ()
    assert len(atlas.problems) == len(KINDS)
