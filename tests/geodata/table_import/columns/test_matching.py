"""Columns matched to roles by format, by name and by content, with what stays open."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from typing import overload

import pytest

from geodata.io.tables import TABLES
from geodata.table_import.columns.contents import Surroundings
from geodata.table_import.columns.known_formats import known_formats
from geodata.table_import.columns.matching import chosen_columns, match_columns
from geodata.table_import.columns.roles import Role
from geodata.table_import.sheets import Cell, Sheet
from tests.geodata.table_import.made_sheets import USUAL, sheet_like, sheet_of

ROW = ("06.10.2014", "Example event", "Example Town", "36.89", "38.35", "Example text.", "Example News")
CORE = (Role.START, Role.TITLE, Role.PLACE, Role.LATITUDE, Role.LONGITUDE, Role.SUMMARY, Role.SOURCE)


@pytest.mark.parametrize(
    "header",
    [
        "Date,Title,Place,Latitude,Longitude,Description,Source",
        "EVENT DATE,event_name,Town,lat,lng,what happened?,References",
        "Tarih,Ba\u015fl\u0131k,Yer,Enlem,Boylam,A\u00e7\u0131klama,Kaynak",
        "OLAY TARİHİ,OLAY,KÖY,ENLEM,BOYLAM,ÖZET,KAYNAKLAR",
        "Dîrok,Sernav,Cih,Firehî,Dirêjahî,Kurte,Çavkanî",
        "بەروار,سەردێڕ,شوێن,هێڵی پانی,هێڵی درێژی,کورتە,سەرچاوە",
        "التاريخ,العنوان,المكان,خط العرض,خط الطول,الوصف,المصدر",
        "تاريخ الحدث,الحدث,القرية,دائرة العرض,خط الطول,التفاصيل,المصادر",
        "Datum,Titel,Ort,Breitengrad,Längengrad,Beschreibung,Quelle",
        "Datum,Ereignis,Ortschaft,Breite,Länge,Zusammenfassung,Quellen",
        "Date,Titre,Lieu,Latitude,Longitude,Résumé,Source",
        "Date de début,Événement,Village,latitude,longitude,Détails,Référence",
        "Date*,Title (English),Place [name],Latitude (N),Longitude (E),Description:,Source(s)",
        "Eventt date,Titlle,Placee,Latitudes,Longitudes,Descriptions,Sourcess",
    ],
)
def test_names_in_seven_languages_and_near_misses_are_matched(header: str) -> None:
    names = header.split(",")
    matching = match_columns(sheet_of(names, ROW))
    assert matching.roles == {role: (name,) for role, name in zip(CORE, names, strict=True)}
    assert set(matching.how.values()) == {"name"}
    assert (matching.missing, matching.unused, matching.questions) == ((), (), ())


def test_content_decides_where_names_say_nothing() -> None:
    long = "Example text that tells at some length what happened, so that nobody takes it for the title of the event."
    sheet = sheet_of(
        ["a", "b", "c", "d", "e", "f"],
        ["6 Ekim 2014", 38.35, 36.89, "Example event one", "Kobanî", long],
        ["7 Ekim 2014", 38.42, 36.97, "Example event two", "Suruç", f"{long} It goes on."],
    )
    matching = match_columns(sheet)
    assert matching.roles == {
        Role.START: ("a",),
        Role.TITLE: ("d",),
        Role.SUMMARY: ("f",),
        Role.PLACE: ("e",),
        Role.LATITUDE: ("c",),
        Role.LONGITUDE: ("b",),
    }
    assert set(matching.how.values()) == {"content"}
    assert not matching.missing
    assert not matching.questions


def test_our_own_events_are_matched_without_their_header() -> None:
    header, *rows = csv.reader(io.StringIO((TABLES / "events.csv").read_text("utf-8")))
    matching = match_columns(sheet_of([""] * len(header), *rows))
    names = {role: header[int(columns[0].removeprefix("Column ")) - 1] for role, columns in matching.roles.items()}
    assert names == {
        Role.START: "start",
        Role.TITLE: "title",
        Role.SUMMARY: "summary",
        Role.LATITUDE: "lat",
        Role.LONGITUDE: "lon",
    }
    assert not matching.missing


@pytest.mark.parametrize(("bad", "matched"), [(1, True), (2, False)])
def test_nine_of_ten_cells_must_be_dates(bad: int, matched: bool) -> None:  # noqa: FBT001 - a case
    cells = ["2014-10-06"] * (10 - bad) + ["soon"] * bad
    matching = match_columns(sheet_of(["a"], *[[cell] for cell in cells]))
    assert (Role.START in matching.roles) is matched
    assert (Role.START in matching.missing) is not matched


def test_years_alone_links_positions_and_geometries_are_told_by_content() -> None:
    sheet = sheet_of(
        ["a", "b", "c"],
        ["2014", "36.89, 38.35", "https://example.org/1"],
        ["2015", "36.90, 38.36", "https://example.org/2"],
    )
    assert match_columns(sheet).roles == {Role.YEAR: ("a",), Role.POSITION: ("b",), Role.SOURCE_ADDRESS: ("c",)}
    shape = sheet_of(["a", "b"], ["2014-10-06", "POINT (38.35 36.89)"])
    assert match_columns(shape).roles == {Role.START: ("a",), Role.GEOMETRY: ("b",)}


def test_a_name_with_two_meanings_is_settled_by_the_cells() -> None:
    here = match_columns(sheet_of(["Location", "Zeit", "Datum"], ["36.89, 38.35", "12:30", "06.10.2014"]))
    assert here.roles == {Role.START: ("Datum",), Role.TIME: ("Zeit",), Role.POSITION: ("Location",)}
    there = match_columns(sheet_of(["Location", "Zeit"], ["Example Town", "06.10.2014"]))
    assert there.roles == {Role.START: ("Zeit",), Role.PLACE: ("Location",)}
    assert match_columns(sheet_of(["Name"], ["Kobanî"])).roles == {Role.PLACE: ("Name",)}
    assert match_columns(sheet_of(["Name", "Ort"], ["Example", "Kobanî"])).column(Role.TITLE) == "Name"


@pytest.mark.parametrize(
    ("header", "cell", "role"),
    [
        ("Datum (von)", "06.10.2014", Role.START),
        ("Datum (bis)", "06.10.2014", Role.END),
        ("Date [day]", "06.10.2014", Role.START),
        ("Quelle (URL)", "https://example.org", Role.SOURCE_ADDRESS),
        ("Quelle (URL)", "Example News", Role.SOURCE),
        ("Deaths (low)", "3", Role.FATALITIES_LOW),
        ("Köy/Mahalle", "Example Town", Role.PLACE),
        ("Yer / Mevki", "Example Town", Role.PLACE),
    ],
)
def test_brackets_and_strokes_in_names_are_read(header: str, cell: str, role: Role) -> None:
    assert match_columns(sheet_of([header], [cell])).roles == {role: (header,)}


def test_parts_of_dates_in_columns_of_their_own_are_matched() -> None:
    sheet = sheet_of(["Y\u0131l", "Ay", "G\u00fcn", "Saat"], ["2014", "Ekim", "6", "12:30"])
    assert list(match_columns(sheet).roles) == [Role.YEAR, Role.MONTH, Role.DAY, Role.TIME]
    weekday = match_columns(sheet_of(["Tarih", "G\u00fcn"], ["06.10.2014", "Pazartesi"]))
    assert weekday.unused == ("G\u00fcn",)


def test_cells_can_speak_against_a_name() -> None:
    matching = match_columns(sheet_of(["from", "b"], ["Kobanî", "2014-10-06"], ["Suruç", "2014-10-07"]))
    assert matching.roles == {Role.START: ("b",), Role.PLACE: ("from",)}


def test_two_columns_as_good_as_each_other_are_asked_about() -> None:
    sheet = sheet_of(
        ["Date", "Tarih", "Place", "Title"],
        ["06.10.2014", "01.10.2014", "Kobanî", "Example one"],
        [None, "02.10.2014", "Kobanî", "Example two"],
        ["08.10.2014", "", "Kobanî", "Example three"],
    )
    matching = match_columns(sheet)
    (question,) = matching.questions
    assert question.key == "column:start"
    assert [(option.value, option.preview) for option in question.options] == [
        ("Date", ("06.10.2014", "08.10.2014")),
        ("Tarih", ("01.10.2014", "02.10.2014")),
    ]
    assert matching.column(Role.START) == "Date"
    assert matching.unused == ("Tarih",)
    answered = match_columns(sheet, chosen_columns({question.key: "Tarih"}))
    assert answered.column(Role.START) == "Tarih"
    assert answered.how[Role.START] == "chosen"
    assert not answered.questions


def test_columns_that_say_the_same_or_are_mostly_empty_raise_no_question() -> None:
    same = sheet_of(["Date", "Tarih"], ["06.10.2014", "06.10.2014"], ["07.10.2014", "07.10.2014"])
    assert not match_columns(same).questions
    empty = sheet_of(["Date", "Tarih"], [None, "06.10.2014"], [None, "07.10.2014"])
    assert match_columns(empty).column(Role.START) == "Tarih"
    assert not match_columns(empty).questions


def test_the_order_of_coordinates_is_asked_where_both_fit() -> None:
    sheet = sheet_of(["a", "b"], [36.5, 36.8], [36.4, 36.9])
    matching = match_columns(sheet)
    (question,) = matching.questions
    assert (question.key, [option.value for option in question.options]) == ("column:latitude", ["a", "b"])
    other = match_columns(sheet, {"b": "latitude"})
    assert (other.column(Role.LATITUDE), other.column(Role.LONGITUDE), other.questions) == ("b", "a", ())


def test_coordinates_are_looked_for_around_the_places_of_the_atlas() -> None:
    sheet = sheet_of(["a", "b"], [52.5, 13.4], [52.4, 13.3])
    assert not match_columns(sheet).roles
    around = Surroundings(frozenset({"example town"}), (52.0, 53.0), (13.0, 14.0))
    matching = match_columns(sheet, around=around)
    assert (matching.column(Role.LATITUDE), matching.column(Role.LONGITUDE)) == ("a", "b")


def test_several_columns_can_be_sources_and_parties() -> None:
    sheet = sheet_of(
        ["Source", "Kaynak", "Attacker", "Target"], ["Example News", "Example Radio", "Group A", "Group B"]
    )
    roles = match_columns(sheet).roles
    assert roles == {Role.ACTOR1: ("Attacker",), Role.ACTOR2: ("Target",), Role.SOURCE: ("Source", "Kaynak")}


def test_columns_with_numbers_are_several_sources_or_one_question() -> None:
    sheet = sheet_of(["Kaynak 1", "Kaynak 2", "Date 1", "Date 2"], ["A", "B", "06.10.2014", "07.10.2014"])
    matching = match_columns(sheet)
    assert matching.roles[Role.SOURCE] == ("Kaynak 1", "Kaynak 2")
    assert [question.key for question in matching.questions] == ["column:start"]
    sides = match_columns(sheet_of(["Actor 1", "Actor 2", "Actor 3"], ["A", "B", "C"]))
    assert sides.roles == {Role.ACTOR1: ("Actor 1",), Role.ACTOR2: ("Actor 2",), Role.ACTORS: ("Actor 3",)}


@pytest.mark.parametrize("header", ["County", "Religion", "Votes", "Skill", "Events", "Tiles", "Il", "Ad 7x"])
def test_other_words_are_not_taken_for_misspelt_dates_titles_or_places(header: str) -> None:
    roles = match_columns(sheet_of([header], [5])).roles
    assert not roles.keys() & {Role.START, Role.TITLE, Role.PLACE, Role.SUMMARY, Role.CATEGORY, Role.STATUS}


@pytest.mark.parametrize(
    ("header", "row", "missing"),
    [
        (["Title"], ["Example"], (Role.START, Role.PLACE)),
        (["Date", "Place"], ["06.10.2014", "Kobanî"], (Role.TITLE,)),
        (["Date", "Lat", "Title"], ["06.10.2014", "36.89", "Example"], (Role.LONGITUDE,)),
        (["Year", "Place", "Category"], ["2014", "Kobanî", "Example"], ()),
        (["Date", "Lat", "Lon", "Notes"], ["06.10.2014", "36.89", "38.35", "Example"], ()),
        (["Date", "Place", "x", "Title"], ["06.10.2014", "Kobanî", "3", "Example"], ()),
    ],
)
def test_what_events_need_and_a_table_lacks_is_said(
    header: list[str], row: list[Cell], missing: tuple[Role, ...]
) -> None:
    assert match_columns(sheet_of(header, row)).missing == missing


def test_a_lone_number_beside_a_place_is_no_longitude() -> None:
    matching = match_columns(sheet_of(["Date", "Place", "x", "Title"], ["06.10.2014", "Kobanî", "3", "Example"]))
    assert Role.LONGITUDE not in matching.roles
    assert matching.unused == ("x",)


def test_a_recipe_holds_against_everything_else() -> None:
    sheet = sheet_like("acled", {})
    matching = match_columns(sheet, {"tags": "title", "notes": "", "NO SUCH COLUMN": "summary"})
    assert matching.roles[Role.TITLE] == ("tags",)
    assert matching.how[Role.TITLE] == "chosen"
    assert Role.SUMMARY not in matching.roles
    assert "notes" in matching.unused
    assert matching.how[Role.START] == "known"
    with pytest.raises(ValueError, match="no-such-role"):
        match_columns(sheet, {"tags": "no-such-role"})


def test_a_recipe_names_columns_however_their_case_and_spaces_are() -> None:
    matching = match_columns(sheet_of(["My Day"], ["06.10.2014"]), {"my_day": "source-date"})
    assert matching.roles == {Role.SOURCE_DATE: ("My Day",)}


@pytest.mark.parametrize(
    "sheet",
    [
        *(sheet_like(name, {}) for name in USUAL),
        sheet_of(["Date", "Tarih", "Name", "Location", "x"], ["06.10.2014", "01.10.2014", "Kobanî", "36.8, 38.3", "3"]),
        sheet_of(["a", "b", "c"], [36.5, 36.8, "2014-10-06"]),
        sheet_of(["Source", "Kaynak", "", ""], ["Example News", "Example Radio", "Example", "2014-10-06"]),
    ],
)
def test_a_recipe_leads_to_the_same_roles_without_a_question(sheet: Sheet) -> None:
    matching = match_columns(sheet)
    assert matching.roles
    again = match_columns(sheet, matching.recipe)
    assert (again.roles, again.unused, again.missing) == (matching.roles, matching.unused, matching.missing)
    assert again.format is matching.format
    assert not again.questions
    assert set(again.how.values()) == {"chosen"}
    assert again.recipe == matching.recipe


def test_a_known_format_gives_its_roles_and_leaves_its_other_columns_alone() -> None:
    matching = match_columns(sheet_like("acled", {}))
    assert matching.format is not None
    assert set(matching.how.values()) == {"known"}
    assert matching.roles[Role.ACTOR1] == ("actor1", "assoc_actor_1")
    assert matching.column(Role.SUMMARY) == "notes"
    assert {"year", "region", "interaction"} <= set(matching.unused)
    assert not matching.missing
    assert not matching.questions


def test_columns_that_were_added_to_a_known_format_are_matched_by_name() -> None:
    sheet = sheet_like("timeline", {})
    assert match_columns(sheet).missing == (Role.PLACE,)
    more = replace(sheet, header=(*sheet.header, "Yer"), columns=(*sheet.columns, ["Kobanî"]))
    matching = match_columns(more)
    assert (matching.column(Role.PLACE), matching.how[Role.PLACE], matching.missing) == ("Yer", "name", ())


def test_all_formats_of_events_have_what_events_need() -> None:
    for known in known_formats():
        if known.id in USUAL and known.about.rows == "events" and not known.id.startswith("timeline"):
            assert not match_columns(sheet_like(known.id, {})).missing


class Watched(Sequence[Cell]):
    """Column that remembers which rows were looked at."""

    def __init__(self, cells: list[Cell]) -> None:
        self.cells = cells
        self.seen: set[int] = set()

    def __len__(self) -> int:
        return len(self.cells)

    @overload
    def __getitem__(self, index: int) -> Cell: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Cell]: ...
    def __getitem__(self, index: int | slice) -> Cell | Sequence[Cell]:
        if isinstance(index, slice):
            self.seen.update(range(*index.indices(len(self.cells))))
        else:
            self.seen.add(index)
        return self.cells[index]


def test_at_most_a_thousand_rows_are_looked_at_from_all_over_the_table() -> None:
    days = Watched([f"2014-10-{1 + number % 28:02}" for number in range(25_000)])
    others = Watched([f"2014-11-{1 + number % 28:02}" for number in range(25_000)])
    sheet = sheet_of(["Date", "Tarih"], *([None, None] for _ in range(25_000)))
    matching = match_columns(replace(sheet, columns=(days, others)))
    assert matching.questions
    for column in (days, others):
        assert len(column.seen) <= 1_000
        assert max(column.seen) > 24_900
