"""Every check passes on our own tables, and each can fail: a table with one fault gives one problem."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, Any

import pytest

from geodata.atlas import files_of, load, read_tables
from geodata.checks import check_tables
from geodata.checks.urls import fault_of
from geodata.defaults import DEFAULTS
from geodata.io.settings import DAYS
from tests.paths import BAD

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from geodata.geography import Geography
    from geodata.io.problems import Problem
    from geodata.io.tables import Rows


@pytest.fixture(scope="module")
def tables() -> dict[str, Rows[Any]]:
    return read_tables(files_of())


def problems_of(file: str, geography: Geography) -> list[Problem]:
    table = file.removesuffix(".csv").rsplit("-", 1)[-1]
    tables = read_tables(files_of(instead={table: BAD / file}))
    return [problem for problem in check_tables(tables, geography) if problem.file == file]


def test_our_tables_have_no_problem(tables: Mapping[str, Rows[Any]], geography: Geography) -> None:
    assert [problem.sentence() for problem in check_tables(tables, geography)] == []


@pytest.mark.parametrize(
    ("file", "row", "column", "words"),
    [
        ("same-id-events.csv", 3, "id", "See row 2."),
        ("former-id-events.csv", 3, "former_id", "Row 2 now has this id"),
        ("after-the-last-events.csv", 3, "start", "the last documented day"),
        ("swapped-events.csv", 3, "lat", "Are latitude and longitude swapped?"),
        ("wrong-country-events.csv", 3, "country", '"SYR"'),
        ("place-names-country-events.csv", 3, "lat", "a point in Turkey, which the place names"),
        ("wrong-side-places.csv", 2, "lat", "This point is in Turkey."),
        ("far-away-places.csv", 2, "lat", "a point in Syria"),
        ("gap-holds.csv", 2, "to", "Days are missing at kobane"),
        ("overlap-holds.csv", 2, "to", "Days overlap at kobane"),
        ("no-such-day-key_dates.csv", 3, "day", "a day of the event, 2015-01-26 to 2015-01-27"),
        ("no-such-event-starting_points.csv", 3, "address", "the id of an event"),
        ("no-such-month-starting_points.csv", 2, "address", "a day such as 2014-10-06"),
        ("no-zone-holds.csv", 3, "controller", "a hold that belongs to a zone"),
    ],
)
def test_a_fault_gives_one_problem(file: str, row: int, column: str, words: str, geography: Geography) -> None:
    (problem,) = problems_of(file, geography)
    assert (problem.row, problem.column) == (row, column)
    assert words in problem.sentence()


def test_swapped_degrees_of_a_place_are_recognised(tmp_path: Path, geography: Geography) -> None:
    good = files_of()["places"].read_text("utf-8")
    swapped = tmp_path / "places.csv"
    swapped.write_text(good.replace("36.89095,38.35347", "38.35347,36.89095"), "utf-8")
    (problem,) = check_tables(read_tables(files_of(instead={"places": swapped})), geography)
    assert (problem.row, problem.hint) == (2, "Are latitude and longitude swapped?")


POINT = ("place", "country", "lat", "lon")


def problems_of_event(tmp_path: Path, geography: Geography, **cells: str) -> list[str]:
    """Return what is told of the first event with some other cells."""
    header, first, *_ = csv.reader(files_of()["events"].read_text("utf-8").splitlines())
    file = tmp_path / "my-events.csv"
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows([header, (dict(zip(header, first, strict=True)) | cells).values()])
    tables = read_tables(files_of(instead={"events": file}))
    return [problem.sentence() for problem in check_tables(tables, geography) if problem.file == file.name]


@pytest.mark.parametrize(
    "typed",
    [
        ("Manbij", "SYR", "37.955", "36.5281"),  # the point as typed lies in Turkey
        ("Afrin", "SYR", "36.869", "36.512"),  # so near the diagonal that both points lie in the region
        ("a village near Afrin", "SYR", "36.869", "36.512"),
        ("Kobane", "SYR", "38.3536", "36.891"),
        ("near Kobane, Syria", "TUR", "38.3536", "36.891"),
        ("Suru\u00e7, Turkey", "TUR", "38.4254", "36.9761"),
        ("Al-Hasakah", "SYR", "40.7478", "36.5024"),  # off the map
    ],
)
def test_swapped_degrees_are_tried_against_country_and_place_first(
    typed: tuple[str, ...], tmp_path: Path, geography: Geography
) -> None:
    (told,) = problems_of_event(tmp_path, geography, **dict(zip(POINT, typed, strict=True)))
    assert told.endswith("expected latitude first, then longitude. Are latitude and longitude swapped?")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("Manbij", "SYR", "36.5281", "37.955"), ""),
        (("between Afrin and Manbij", "SYR", "36.52", "37.3"), ""),
        (("Ankara", "TUR", "36.9", "36.6"), ""),  # the place is not known: the country decides
        (("a village", "IRQ", "36.5281", "37.955"), 'expected "SYR", the country of the point'),
        (("Geneva, Switzerland", "", "46.2044", "6.1432"), ""),
    ],
)
def test_degrees_that_fit_are_not_taken_for_swapped(
    typed: tuple[str, ...], words: str, tmp_path: Path, geography: Geography
) -> None:
    told = problems_of_event(tmp_path, geography, **dict(zip(POINT, typed, strict=True)))
    assert len(told) == bool(words)
    assert all(words in sentence for sentence in told)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("YPG, Government of Syria", "Put semicolons between several values: YPG; Government of Syria."),
        ("YPG\u060c Government of Syria", "Put semicolons between several values: YPG; Government of Syria."),
        ("Government of Syr\u0456a", 'Did you mean "Government of Syria"? It contains U+0456 (CYRILLIC SMALL LETTER '),
        ("Governmnt of Syria", 'Did you mean "Government of Syria"?'),
    ],
)
def test_a_reference_in_another_form_is_told_how_to_write_it(
    typed: str, hint: str, tmp_path: Path, geography: Geography
) -> None:
    (told,) = problems_of_event(tmp_path, geography, actors=typed)
    assert f"actors.csv. {hint}" in told


def test_names_that_are_nowhere_are_told_with_what_may_be_meant(geography: Geography) -> None:
    found = {problem.column: problem.hint for problem in problems_of("unknown-names-events.csv", geography)}
    assert found == {
        "categories": 'Did you mean "reconstruction"?',
        "actors": 'Did you mean "YPG"?',
        "sources": 'Did you mean "wikipedia-siege-of-kobani"?',
    }


def test_holds_begin_on_the_first_day_and_stay_open(geography: Geography) -> None:
    found = [(problem.row, problem.column) for problem in problems_of("late-holds.csv", geography)]
    assert found == [(2, "from"), (3, "to")]


def test_a_place_without_holds_is_told(geography: Geography) -> None:
    tables = read_tables(files_of(instead={"holds": BAD / "gap-holds.csv"}))
    lacking = [problem for problem in check_tables(tables, geography) if problem.file == "places.csv"]
    with_holds = {row.place for row in tables["holds"].records}
    assert {problem.value for problem in lacking} == {row.id for row in tables["places"].records} - with_holds


def test_chapters_without_tiling_are_told(geography: Geography) -> None:
    found = [(problem.row, problem.value) for problem in problems_of("chapters-periods.csv", geography)]
    assert found == [(2, "2015-01-27"), (3, "2016-01-01")]


def test_bad_addresses_are_told(geography: Geography) -> None:
    found = [(problem.row, problem.column) for problem in problems_of("addresses-sources.csv", geography)]
    assert found == [*((row, "url") for row in range(2, 8)), (8, "date")]


def test_missing_settings_are_told(geography: Geography) -> None:
    found = [problem.sentence() for problem in problems_of("few-settings.csv", geography)]
    assert any('got "kobani"' in sentence and 'Did you mean "kobane"?' in sentence for sentence in found)
    assert any('got "1 January 2014"' in sentence for sentence in found)
    missing = {*DEFAULTS, *DAYS} - {"title", "focus-place", "holds-from"}
    assert {sentence.split('"')[-2] for sentence in found if 'expected a row "' in sentence} == missing


@pytest.mark.parametrize(
    ("setting", "bad", "expected"),
    [
        ("opening-moment", "6 October 2014", "a date such as"),
        ("area-bounds", "43.0 34.3 35.3 38.3", "west, south, east and north"),
        ("opening-view", "36.75 38.55", "latitude, longitude and zoom"),
        ("opening-view", "nan 38.55 8.5", "latitude, longitude and zoom"),
    ],
)
def test_a_setting_that_cannot_be_read_is_told(
    setting: str, bad: str, expected: str, tmp_path: Path, geography: Geography
) -> None:
    file = tmp_path / "settings.csv"
    text, changed = re.subn(
        rf"^({setting}),[^,]*", rf"\1,{bad}", files_of()["settings"].read_text("utf-8"), flags=re.MULTILINE
    )
    assert changed == 1
    file.write_text(text, "utf-8")
    (problem,) = check_tables(read_tables(files_of(instead={"settings": file})), geography)
    assert (problem.column, problem.value) == ("value", bad)
    assert problem.expected.startswith(expected)
    assert (problem.hint == "Write 2014-10-06.") == (expected == "a date such as")


@pytest.mark.parametrize(
    ("address", "count"),
    [
        ("", 0),
        ("maps@example.org", 0),
        ("https://example.org/new?title={title}&body={body}", 0),
        ("https://example.org/new", 1),
        ("http://example.org/{title}{body}", 1),
        ("by phone", 1),
    ],
)
def test_an_address_for_reports_may_be_missing_and_is_one_of_mail_or_a_tracker(
    address: str, count: int, tmp_path: Path, geography: Geography
) -> None:
    file = tmp_path / "settings.csv"
    file.write_text(f"{files_of()['settings'].read_text('utf-8')}report-address,{address},\n", "utf-8")
    problems = list(check_tables(read_tables(files_of(instead={"settings": file})), geography))
    assert [problem.value for problem in problems] == [address] * count
    assert load(instead={"settings": file}).setting("report-address") == address
    assert load().setting("report-address") == ""


def test_names_of_no_feature_and_two_rows_about_one_are_told(tmp_path: Path, geography: Geography) -> None:
    file = tmp_path / "feature_names.csv"
    text = files_of()["feature_names"].read_text("utf-8")
    file.write_text(text + "river,Eufrates,Firat,,,a map\nriver,Tigris,,,Dicle,a map\n", "utf-8")
    first, second = check_tables(read_tables(files_of(instead={"feature_names": file})), geography)
    assert (first.value, first.expected) == ("Eufrates", "a river of the base map")
    assert first.hint == 'Did you mean "Euphrates"?'
    assert (second.value, second.expected) == ("Tigris", "one row per feature")


def test_a_town_to_be_named_first_that_is_not_known_is_told(tmp_path: Path, geography: Geography) -> None:
    file = tmp_path / "settings.csv"
    file.write_text(files_of()["settings"].read_text("utf-8").replace("afrin; manbij", "afrn; manbij"), "utf-8")
    (problem,) = check_tables(read_tables(files_of(instead={"settings": file})), geography)
    assert (problem.column, problem.value, problem.hint) == ("value", "afrn", 'Did you mean "afrin"?')


@pytest.mark.parametrize("address", ["http://a.org", "https://www.a-b.co.uk:8080/x?y=1#z", "https://a.org/%C3%AE_(b)"])
def test_good_addresses_pass(address: str) -> None:
    assert fault_of(address) == ""


@pytest.mark.parametrize(
    "address", ["", "ftp://a.org", "//a.org", "https://", "https:///x", "http://a..org", 'https://a.org/"', "http://[x"]
)
def test_other_addresses_do_not(address: str) -> None:
    assert fault_of(address)
