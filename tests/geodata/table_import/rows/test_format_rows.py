"""Rows of known formats read as precision, parties, categories, deaths, sources, titles and revisions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeVar

import pytest

from geodata.dates.precision import DatePrecision
from geodata.records.fields import LocationPrecision
from geodata.table_import.columns.known_formats import FormatCode
from geodata.table_import.columns.matching import match_columns
from geodata.table_import.columns.roles import Role
from geodata.table_import.faults import Fault, FaultKind
from geodata.table_import.rows.format_codes import read_codes, widen
from geodata.table_import.rows.format_rows import Actor, Deaths, actors, categories, deaths, read_count
from geodata.table_import.rows.format_texts import LONGEST_TITLE, SourceText, sources, titles
from geodata.table_import.rows.revisions import latest_rows
from tests.geodata.table_import.made_sheets import sheet_like, sheet_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from geodata.table_import.columns.matching import Matching
    from geodata.table_import.rows.combined import Combined
    from geodata.table_import.sheets import Cell, Sheet


T = TypeVar("T")


def read(function: Callable[[Sheet, Matching], Combined[T]], sheet: Sheet) -> list[T]:
    """Return what a function says of each row of a sheet."""
    return list(function(sheet, match_columns(sheet)))


def codes(sheet: Sheet, role: Role) -> list[FormatCode]:
    """Return what the codes of a role mean, all of which are known."""
    found = read_codes(sheet, match_columns(sheet), role)
    assert found is not None
    meant = list(found)
    assert all(isinstance(code, FormatCode) for code in meant)
    return meant  # type: ignore[return-value]


@pytest.mark.parametrize("name", ["acled", "acled-old"])
@pytest.mark.parametrize("typed", [str, int, float])
def test_precisions_of_acled(name: str, typed: Callable[[int], Cell]) -> None:
    sheet = sheet_like(name, *({"time_precision": typed(code), "geo_precision": typed(code)} for code in (1, 2, 3)))
    times = codes(sheet, Role.DATE_PRECISION)
    assert [(code.date_precision, code.days) for code in times] == [
        (DatePrecision.DAY, 0),
        (DatePrecision.DAY, 6),
        (DatePrecision.MONTH, 0),
    ]
    assert "week" in times[1].words
    where = codes(sheet, Role.LOCATION_PRECISION)
    assert [code.location_precision for code in where] == [
        LocationPrecision.TOWN,
        LocationPrecision.AREA,
        LocationPrecision.AREA,
    ]
    assert all(code.drawn for code in where)


def test_a_week_is_all_days_that_it_can_mean_and_no_more() -> None:
    sheet = sheet_like("acled", {"time_precision": "2"}, {"time_precision": "1"}, {"time_precision": "3"})
    week, day, month = codes(sheet, Role.DATE_PRECISION)
    on = date(2018, 2, 1)
    assert widen(on, None, week) == (date(2018, 1, 26), date(2018, 2, 7), DatePrecision.DAY)
    assert widen(on, None, day) == (on, None, DatePrecision.DAY)
    assert widen(on, None, month) == (on, None, DatePrecision.MONTH)
    assert widen(on, on, None) == (on, on, DatePrecision.DAY)


def test_precisions_of_ucdp_and_centroids_that_are_no_places() -> None:
    sheet = sheet_like("ucdp", *({"where_prec": str(code), "date_prec": str(min(code, 5))} for code in range(1, 8)))
    where = codes(sheet, Role.LOCATION_PRECISION)
    assert [code.location_precision for code in where] == [LocationPrecision.EXACT] + [LocationPrecision.AREA] * 6
    assert [code.drawn for code in where] == [True] * 5 + [False] * 2
    assert {code.date_precision for code in codes(sheet, Role.DATE_PRECISION)} == {DatePrecision.DAY}
    assert len({code.words for code in codes(sheet, Role.DATE_PRECISION)}) == 5


def test_status_and_clarity_of_ucdp_are_kept_in_words() -> None:
    sheet = sheet_like("ucdp", {"code_status": "Clear"}, {"code_status": "Example status", "event_clarity": "2"})
    clear, other = codes(sheet, Role.STATUS)
    assert clear.words != other.words
    assert "may still change" in other.words
    assert [code.code for code in codes(sheet, Role.CLARITY)] == ["1", "2"]


def test_a_code_that_does_not_exist_is_a_fault_and_an_empty_one_is_not() -> None:
    sheet = sheet_like("acled", {"geo_precision": "4"}, {"geo_precision": ""}, {"geo_precision": None})
    found = read_codes(sheet, match_columns(sheet), Role.LOCATION_PRECISION)
    assert found is not None
    assert list(found) == [Fault(FaultKind.CONSTRAINT, "one of 1, 2, 3"), None, None]


def test_other_tables_give_precision_in_our_words() -> None:
    sheet = sheet_of(["Date", "Date precision", "Accuracy"], ["2014-10-06", "Month", "town"])
    assert codes(sheet, Role.DATE_PRECISION)[0].date_precision is DatePrecision.MONTH
    assert codes(sheet, Role.LOCATION_PRECISION)[0].location_precision is LocationPrecision.TOWN
    assert read_codes(sheet, match_columns(sheet), Role.STATUS) is None


def test_approximation_of_linked_places_is_an_area() -> None:
    header = ["id", "title", "title_source", "start", "lon", "lat", "approximation"]
    sheet = sheet_of(header, ["1", "Example Town", "Example Atlas", "1900", "38.1", "36.5", "2.5"])
    (code,) = codes(sheet, Role.LOCATION_PRECISION)
    assert code.location_precision is LocationPrecision.AREA


def test_title_slides_and_eras_of_a_timeline_are_no_events() -> None:
    sheet = sheet_like("timeline", {"Type": "title"}, {"Type": "era"}, {"Type": ""})
    found = read_codes(sheet, match_columns(sheet), Role.ROW_KIND)
    assert found is not None
    assert [isinstance(code, FormatCode) and not code.event for code in found] == [True, True, False]


def test_parties_are_both_sides_with_their_associates_and_kinds() -> None:
    row = {"assoc_actor_1": "Group C; Group D", "assoc_actor_2": ""}
    expected = (
        Actor("Group A", 1, "Rebel group"),
        Actor("Group C", 1, associate=True),
        Actor("Group D", 1, associate=True),
        Actor("Group B", 2, "State forces"),
    )
    assert read(actors, sheet_like("acled", row)) == [expected]


def test_kinds_of_parties_are_read_as_text_and_as_number() -> None:
    sheet = sheet_like("acled", {"inter1": "2", "inter2": 1}, {"inter1": "Rebel group", "inter2": "State forces"})
    by_number, by_text = read(actors, sheet)
    assert by_number == by_text
    assert read(actors, sheet_like("acled-old", {})) == [by_text]


def test_parties_of_other_tables_have_no_side() -> None:
    sheet = sheet_of(["Date", "Parties"], ["2014-10-06", "Group A; Group B\u061b Group A"], ["2014-10-06", None])
    assert read(actors, sheet) == [(Actor("Group A", 0), Actor("Group B", 0)), ()]
    assert read(actors, sheet_of(["Date"], ["2014-10-06"])) == [()]


def test_categories_keep_their_names_and_the_narrower_one_is_proposed_first() -> None:
    sheet = sheet_like(
        "acled",
        {},
        {"sub_event_type": "Government regains territory"},
        {"event_type": "Strategic developments", "sub_event_type": "Other"},
        {"event_type": "Example type", "sub_event_type": ""},
    )
    found = list(categories(sheet, match_columns(sheet)))
    assert found[0].names == ("Battles", "Armed clash")
    assert [row.proposed.category if row.proposed else None for row in found] == [
        "battle",
        "territorial-change",
        None,
        None,
    ]
    assert found[0].proposed is not None
    assert found[0].proposed.reason.endswith(".")
    assert found[3].names == ("Example type",)


def test_kinds_of_violence_of_ucdp_are_named() -> None:
    sheet = sheet_like("ucdp", *({"type_of_violence": code} for code in (1, "2", 3.0)))
    found = list(categories(sheet, match_columns(sheet)))
    assert [row.names for row in found] == [
        ("State-based violence",),
        ("Non-state violence",),
        ("One-sided violence",),
    ]
    assert [row.proposed.category for row in found if row.proposed] == ["battle", "battle", "attack-on-civilians"]


def test_deaths_are_kept_with_their_range_and_none_counted_is_not_none() -> None:
    sheet = sheet_like(
        "ucdp",
        {"best": "12", "low": "10", "high": "1500", "deaths_civilians": "3", "deaths_a": 0},
        {"best": 0, "low": 0, "high": 4},
        {"best": "", "low": "", "high": ""},
        {"best": "a few"},
    )
    known, none, empty, bad = list(deaths(sheet, match_columns(sheet)))
    assert known == Deaths(12, 10, 1500, side_a=0, civilians=3)
    assert known.words == "12 deaths counted (10\N{EN DASH}1,500)"
    assert none.words == "No deaths counted (0\N{EN DASH}4)"
    assert empty == Deaths()
    assert empty.words == ""
    assert bad.best is None
    assert bad.faults == ((Role.FATALITIES, Fault(FaultKind.TYPE, "a whole number such as 12")),)


@pytest.mark.parametrize(
    ("cell", "suggestion"), [("about 10", "10"), ("10+", "10"), ("5-10", ""), ("-3", ""), ("1.5", ""), ("many", "")]
)
def test_a_count_that_is_none_is_a_fault(cell: str, suggestion: str) -> None:
    count = read_count(cell)
    assert isinstance(count, Fault)
    assert count.suggestion == suggestion


def test_sources_of_acled_are_names() -> None:
    sheet = sheet_like("acled", {"source": "Example News; Example Radio"}, {"source": ""})
    assert read(sources, sheet) == [(SourceText("Example News"), SourceText("Example Radio")), ()]


def test_sources_of_ucdp_keep_their_headlines_and_dates() -> None:
    sheet = sheet_like(
        "ucdp",
        {
            "source_office": "Example News;Example Radio",
            "source_headline": "One;Two",
            "source_date": "2018-02-02;2018-02-03",
            "source_original": "Example witness",
        },
        {"source_headline": "One; with a semicolon"},
        {"source_office": "", "source_headline": "", "source_date": "", "source_article": '"Example News, 2018"'},
    )
    two, one, citation = read(sources, sheet)
    assert two == (
        SourceText("Example News", "One", date="2018-02-02"),
        SourceText("Example Radio", "Two", date="2018-02-03"),
    )
    assert one == (SourceText("Example News", "One; with a semicolon", date="2018-02-02"),)
    assert citation == (SourceText('"Example News, 2018"'),)


def test_links_belong_to_sources_in_their_order() -> None:
    sheet = sheet_of(["Date", "Source", "Link"], ["2014-10-06", "A; B", "https://a.example; https://b.example"])
    pair = (SourceText("A", address="https://a.example"), SourceText("B", address="https://b.example"))
    assert read(sources, sheet) == [pair]
    with_sign = sheet_of(["Date", "Link"], ["2014-10-06", "https://a.example/x;y=1"])
    assert read(sources, with_sign) == [(SourceText(address="https://a.example/x;y=1"),)]
    alone = sheet_of(["Date", "Link"], ["2014-10-06", "https://a.example"])
    assert read(sources, alone) == [(SourceText(address="https://a.example"),)]


def test_titles_are_the_own_ones_or_built() -> None:
    assert read(titles, sheet_like("acled", {})) == ["Armed clash, Example Town"]
    assert read(titles, sheet_like("acled-old", {})) == ["Battle-No change of territory, Example Town"]
    assert read(titles, sheet_like("ucdp", {})) == ["State-based violence, Example Town"]
    assert read(titles, sheet_like("timeline", {})) == ["Example event"]
    assert read(titles, sheet_like("linked-places", {})) == ["Example Town"]
    mixed = sheet_of(["Title", "Category", "Place"], ["Own", "Kind", "Here"], ["", "Kind", "Here"])
    assert read(titles, mixed) == ["Own", "Kind, Here"]
    (long,) = read(titles, sheet_of(["Date", "Summary"], ["2014-10-06", "Example " * 30]))
    assert long.endswith("Example…")
    assert len(long) <= LONGEST_TITLE


def test_the_same_id_is_a_revision_and_the_latest_one_holds() -> None:
    sheet = sheet_like("ucdp", {"id": "1"}, {"id": "2"}, {"id": 1}, {"id": 1.0})
    found = latest_rows(sheet, match_columns(sheet))
    assert found.kept.tolist() == [False, True, False, True]
    assert found.replaced == ((0, 3), (2, 3))


def test_the_latest_one_of_acled_is_the_one_that_was_changed_last() -> None:
    sheet = sheet_like("acled", {"timestamp": "1700000002"}, {"timestamp": 1700000001}, {"timestamp": ""})
    found = latest_rows(sheet, match_columns(sheet))
    assert found.kept.tolist() == [True, False, False]
    assert found.replaced == ((1, 0), (2, 0))


def test_rows_without_an_id_and_tables_without_revisions_are_all_kept() -> None:
    blank = sheet_like("ucdp", {"id": ""}, {"id": None})
    assert latest_rows(blank, match_columns(blank)).kept.all()
    other = sheet_of(["ID", "Date"], ["1", "2014-10-06"], ["1", "2014-10-07"])
    assert latest_rows(other, match_columns(other)).kept.all()


def test_each_different_combination_is_read_once() -> None:
    sheet = sheet_like("acled", *[{}] * 50, {"actor1": "Group C"})
    found = actors(sheet, match_columns(sheet))
    assert len(found.meant) == 2
    assert [row[0].name for row in found] == ["Group A"] * 50 + ["Group C"]
