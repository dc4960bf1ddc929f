"""Formats are offered once, named by their endings; table and map are among them with title, day and licence inside."""

from __future__ import annotations

import csv
import io
import mimetypes
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from geodata.dates.span import DAY as ONE_DAY
from geodata.dates.span import Span
from geodata.sources.exported_events import COLUMNS
from tests import project_data
from tests.timemap.snapshots import SCRIPTS, TODAY, snapshot_on, told_in_scripts
from timemap.attribution import publishers_in_words
from timemap.exports import FORMATS, format_by_ending, format_by_id
from timemap.state.map_state import filter_by_state

if TYPE_CHECKING:
    from collections.abc import Callable

    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from timemap.exports import Format

DAY = date(2014, 10, 6)
LESSONS = [read.lesson for read in project_data.lessons()]


def test_each_format_is_named_explained_and_of_a_known_kind() -> None:
    assert len({row.id for row in FORMATS}) == len({row.label for row in FORMATS}) == len(FORMATS)
    for row in FORMATS:
        assert row.help.endswith(".")
        guessed = mimetypes.guess_type(f"map{row.ending}")[0]
        assert guessed in {None, row.media_type}


@pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.id)
def test_each_is_found_by_its_id_and_by_its_ending(row: Format) -> None:
    assert format_by_id(row.id) is row
    first = next(other for other in FORMATS if (other.ending, other.whole) == (row.ending, row.whole))
    assert format_by_ending(f"A map.{row.ending[1:].upper()}", whole=row.whole) is first


@pytest.mark.parametrize("name", ["map.docx", "map", "png", "map.png.7z"])
def test_an_unknown_ending_is_told_with_those_there_are(name: str) -> None:
    with pytest.raises(
        ValueError,
        match=r"expected a file name that ends in one of: \.html, \.pdf, \.png, \.svg, \.gif, \.webp, \.mp4",
    ) as told:
        format_by_ending(name)
    assert f'got "{name}"' in str(told.value)


def test_key_dates_are_pictures_only() -> None:
    with pytest.raises(ValueError, match=r"one of: \.pdf, \.png, \.svg$"):
        format_by_ending("days.csv", whole=True)


def test_the_table_says_in_every_row_what_it_is_and_keeps_every_script(atlas: Atlas, dataset: Dataset) -> None:
    snapshot = snapshot_on(atlas, DAY)
    selection = told_in_scripts(atlas, snapshot)
    content = format_by_id("csv").write(dataset, selection, snapshot)
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [row["id"] for row in rows] == list(selection.ids)
    assert set(rows[0]) == {*COLUMNS, "credit"}
    assert rows[0]["title"] == SCRIPTS
    (credit,) = {row["credit"] for row in rows}
    for words in ("Kobane timeline map, 6 October 2014", "OpenStreetMap contributors (ODbL)", atlas.version):
        assert words in credit


def test_the_table_with_semicolons_says_the_same_with_decimal_commas(atlas: Atlas, dataset: Dataset) -> None:
    snapshot = snapshot_on(atlas, DAY)
    selection = told_in_scripts(atlas, snapshot)
    contents = {name: format_by_id(name).write(dataset, selection, snapshot) for name in ("csv", "csv-semicolons")}
    commas, semicolons = (
        list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=separator))
        for content, separator in zip(contents.values(), ",;", strict=True)
    )
    degrees = {COLUMNS.index("lat"), COLUMNS.index("lon")}
    assert semicolons == [
        [cell.replace(".", ",") if column in degrees else cell for column, cell in enumerate(row)] for row in commas
    ]
    assert all("," in row[column] for row in semicolons[1:] for column in degrees)
    assert contents["csv-semicolons"].decode("utf-8-sig").splitlines()[0] == ";".join([*COLUMNS, "credit"])


def test_the_map_opens_on_the_view_with_its_events(
    atlas: Atlas, dataset: Dataset, data_of: Callable[[str], dict[str, Any]]
) -> None:
    snapshot = snapshot_on(atlas, DAY)
    snapshot = replace(snapshot, state=replace(snapshot.state, words="kobane", parties=(atlas.parties[0].id,)))
    selection = filter_by_state(snapshot.state, atlas)
    data = data_of(format_by_id("html").write(dataset, selection, snapshot).decode())
    assert data["events"]["id"] == [event.id for event in sorted(atlas.events, key=lambda event: event.order)]
    assert data["choices"]["parties"] == [atlas.parties[0].id]
    assert data["choices"]["words"] == "kobane"
    assert data["moment"] == (DAY - date(1970, 1, 1)).days
    assert "OpenStreetMap contributors" in data["attribution"]


def test_the_map_with_lessons_goes_on_where_a_lesson_stands_and_has_all_its_days(
    atlas: Atlas, dataset: Dataset, data_of: Callable[[str], dict[str, Any]]
) -> None:
    snapshot = snapshot_on(atlas, DAY)
    late = replace(
        snapshot.state, span=Span(date(2020, 1, 1), TODAY + ONE_DAY), moment=date(2020, 1, 1), words="kobane"
    )
    running = replace(snapshot, state=replace(late, lesson=LESSONS[0].id, scene=2))
    selection = filter_by_state(running.state, atlas)
    data = data_of(format_by_id("html-lessons").write(dataset, selection, running).decode())
    assert [lesson["id"] for lesson in data["lessons"]] == [lesson.id for lesson in LESSONS]
    assert data["lesson"] == {"id": LESSONS[0].id, "scene": 2}
    scenes = [scene for lesson in data["lessons"] for scene in lesson["scenes"]]
    named = {event for scene in scenes for event in scene["events"]}
    assert named <= set(data["events"]["id"])
    assert data["whole"][0] <= min(scene["moment"] for scene in scenes)
    assert data["whole"][1] == (TODAY + ONE_DAY - date(1970, 1, 1)).days
    plain = data_of(format_by_id("html").write(dataset, selection, running).decode())
    assert (plain["lessons"], plain["lesson"]) == ([], None)


def test_publishers_are_named_by_how_many_sources_are_theirs(atlas: Atlas) -> None:
    event = atlas.event("black-flags-raised")
    words = publishers_in_words(atlas, event.sources)
    assert words == "3 sources (Deutsche Welle, Reuters, Wikipedia)"
    assert publishers_in_words(atlas, event.sources, most=1) == "3 sources (Deutsche Welle and 2 more)"
    assert publishers_in_words(atlas, ()) == ""
