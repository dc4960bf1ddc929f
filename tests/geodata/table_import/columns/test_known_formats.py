"""Known formats: their columns, recognised with and without a header, and what users are told of them."""

from __future__ import annotations

import pytest

from geodata.atlas import load
from geodata.io.tables import TABLES
from geodata.sources.exported_events import events_csv
from geodata.table_import.columns.known_formats import key_of, known_formats, recognise
from geodata.table_import.columns.naming import name_columns
from tests.geodata.table_import.made_sheets import format_named, sheet_like, sheet_of, usual_header

ACLED = (
    "event_id_cnty, event_date, year, time_precision, disorder_type, event_type, sub_event_type, actor1, "
    "assoc_actor_1, inter1, actor2, assoc_actor_2, inter2, interaction, civilian_targeting, iso, region, country, "
    "admin1, admin2, admin3, location, latitude, longitude, geo_precision, source, source_scale, "
    "notes, fatalities, tags, timestamp"
)
ACLED_OLD = (
    "GWNO, EVENT_ID_CNTY, EVENT_ID_NO_CNTY, EVENT_DATE, YEAR, TIME_PRECISION, EVENT_TYPE, ACTOR1, ALLY_ACTOR_1, "
    "INTER1, ACTOR2, ALLY_ACTOR_2, INTER2, INTERACTION, COUNTRY, ADMIN1, ADMIN2, ADMIN3, LOCATION, LATITUDE, "
    "LONGITUDE, GEO_PRECISION, SOURCE, NOTES, FATALITIES"
)
WEEKLY = (
    "WEEK, REGION, COUNTRY, ADMIN1, EVENT_TYPE, SUB_EVENT_TYPE, EVENTS, FATALITIES, POPULATION_EXPOSURE, "
    "DISORDER_TYPE, ID, CENTROID_LATITUDE, CENTROID_LONGITUDE"
)
UCDP = (
    "id, relid, year, active_year, code_status, type_of_violence, conflict_dset_id, conflict_new_id, conflict_name, "
    "dyad_dset_id, dyad_new_id, dyad_name, side_a_dset_id, side_a_new_id, side_a, side_b_dset_id, side_b_new_id, "
    "side_b, number_of_sources, source_article, source_office, source_date, source_headline, source_original, "
    "where_prec, where_coordinates, where_description, adm_1, adm_2, latitude, longitude, geom_wkt, priogrid_gid, "
    "country, country_id, region, event_clarity, date_prec, date_start, date_end, deaths_a, deaths_b, "
    "deaths_civilians, deaths_unknown, best, high, low, gwnoa, gwnob"
)
HAPI = (
    "location_code, location_name, admin1_code, admin1_name, admin2_code, admin2_name, event_type, events, fatalities, "
    "reference_period_start, reference_period_end"
)
PLACES = "id, title, title_source, fclasses, aat_types, start, attestation_year"
TIMELINE = (
    "Year, Month, Day, Time, End Year, End Month, End Day, End Time, Display Date, Headline, Text, Media, "
    "Media Credit, Media Caption, Media Thumbnail, Alt Text, Type, Group, Background, Link"
)
TIMELINE_OLD = "Start Date, End Date, Headline, Text, Media, Media Credit, Media Caption, Media Thumbnail, Type, Tag"


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (ACLED, "acled"),
        (f"{ACLED}, population_1km, population_2km, population_5km, population_best", "acled"),
        (f"{ACLED}, population_best", "acled"),
        (f"\ufeff{ACLED}", "acled"),
        (ACLED_OLD, "acled-old"),
        (WEEKLY, "acled-weekly"),
        (UCDP, "ucdp"),
        (HAPI, "hapi"),
        (PLACES, "linked-places"),
        ("id, title, title_source, types, start, lon, lat, approximation, end, description", "linked-places"),
        (TIMELINE, "timeline"),
        (TIMELINE_OLD, "timeline-old"),
    ],
)
def test_a_header_tells_its_format_in_any_order_and_case(header: str, name: str) -> None:
    names = header.split(", ")
    for written in (names, names[::-1], [one.upper() for one in names], [one.lower() for one in names]):
        known = recognise(written)
        assert known is not None
        assert known.id == name


def test_the_usual_columns_are_those_of_real_files_in_their_order() -> None:
    assert list(usual_header("acled")) == ACLED.split(", ")
    assert list(usual_header("acled-weekly")) == WEEKLY.split(", ")
    assert list(usual_header("ucdp")) == UCDP.split(", ")
    assert [len(usual_header(name)) for name in ("acled", "ucdp")] == [31, 49]
    old = [column.column for column in format_named("acled-old").columns]
    assert set(ACLED_OLD.split(", ")) <= set(old)


@pytest.mark.parametrize("known", known_formats(), ids=lambda known: known.id)
def test_without_a_needed_column_a_format_is_not_recognised(known: object) -> None:
    header = usual_header(known.id)  # type: ignore[attr-defined]
    for needed in known.needed:  # type: ignore[attr-defined]
        assert recognise([name for name in header if key_of(name) != needed]) is not known


def test_our_own_table_and_our_own_export_are_known() -> None:
    atlas = load()
    ours = (TABLES / "events.csv").read_text("utf-8").split("\n", 1)[0].split(",")
    exported = events_csv(atlas, atlas.events[:1], credit="Example").decode("utf-8-sig").split("\r\n", 1)[0].split(",")
    for header, name in ((ours, "events"), (exported, "export")):
        known = recognise(header)
        assert known is not None
        assert known.id == name
        assert {key_of(column) for column in header} <= known.roles.keys()


def test_what_codes_and_proposals_name_exists() -> None:
    categories = {category.id for category in load().categories}
    for known in known_formats():
        assert known.columns
        assert {key_of(code.column) for code in known.codes} <= known.roles.keys()
        assert {key_of(row.column) for row in known.categories} <= known.roles.keys()
        assert {row.category for row in known.categories} <= categories


def test_terms_say_what_may_be_passed_on() -> None:
    acled, ucdp = format_named("acled"), format_named("ucdp")
    assert acled.about.may_be_passed_on is False
    assert any("do not allow passing on its raw data" in sentence for sentence in acled.said)
    assert ucdp.about.may_be_passed_on is True
    assert any("CC BY 4.0" in sentence for sentence in ucdp.said)
    assert format_named("timeline").about.may_be_passed_on is None


def test_counts_are_said_to_be_no_events() -> None:
    for name in ("acled-weekly", "hapi"):
        assert not format_named(name).has_events
        assert "nothing can be put on the map" in format_named(name).said[0]
    assert all(format_named(name).has_events for name in ("acled", "ucdp", "timeline"))


@pytest.mark.parametrize("name", ["ucdp", "acled"])
def test_a_file_without_a_header_is_known_by_its_cells(name: str) -> None:
    whole = sheet_like(name, {}, {}, {})
    first, rest = whole.row(0), sheet_like(name, {}, {})
    taken = name_columns(sheet_of([str(cell or "") for cell in first.values()], *zip(*rest.columns, strict=True)))
    assert taken.header == whole.header
    assert taken.row(0) == first
    assert taken.numbers.tolist() == [1, 2, 3]
    blank = name_columns(sheet_of([""] * len(first), *zip(*rest.columns, strict=True)))
    assert (blank.header, blank.numbers.tolist()) == (whole.header, [2, 3])
    only = name_columns(sheet_of([str(cell or "") for cell in first.values()]))
    assert (only.header, only.numbers.tolist(), only.row(0)) == (whole.header, [1], first)


@pytest.mark.parametrize(
    ("column", "cell"),
    [("where_prec", "12"), ("date_start", "soon"), ("latitude", "Example Town"), ("type_of_violence", "Battles")],
)
def test_as_many_columns_of_something_else_are_not_taken_for_a_format(column: str, cell: str) -> None:
    sheet = sheet_like("ucdp", {column: cell}, {column: cell})
    named = name_columns(sheet_of([""] * 49, *zip(*sheet.columns, strict=True)))
    assert named.header[:2] == ("Column 1", "Column 2")


def test_columns_get_a_name_of_their_own() -> None:
    sheet = sheet_of(["Date", "", "Date", " "], ["2018-02-01", "a", "2018-02-02", "b"])
    named = name_columns(sheet)
    assert named.header == ("Date", "Column 2", "Date (2)", "Column 4")
    assert name_columns(named) is named
