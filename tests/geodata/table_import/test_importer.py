"""Tables become events: each good row one, and each other row a fault that says where and why."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter import Workbook

from geodata.io.tables import TABLES
from geodata.sources.exported_events import events_csv
from geodata.table_import.event_files import WRITERS
from geodata.table_import.faults import FaultKind
from geodata.table_import.files.opened import OpenedTable, refusal
from geodata.table_import.files.opening import open_pasted, open_table
from geodata.table_import.importer import COLUMNS, ImportedTable, Importer, rows_of
from geodata.table_import.recipe import AcceptedValue, Correction, Recipe, read_recipe
from geodata.table_import.sheets import Sheet
from tests.geodata.table_import.files.workbook_files import ods, text_cell
from tests.geodata.table_import.made_sheets import csv_of, sheet_like, sheet_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geodata.atlas import Atlas

DOTLESS = "\N{LATIN SMALL LETTER DOTLESS I}"
TITLE = f"Başl{DOTLESS}k"
MESSY = """Tarih;Yer;Başl{i}k;Enlem;Boylam;Ölü;Kaynak
06.10.2014;Kobani;Örnek olay;36,891;38,3536;12;Örnek Gazete
03/04/2018;Afrin;Örnek toplant{i};;;;Örnek Haber
31.02.2018;Afrin;Olmayan gün;36,51;36,87;;
5 Ekim 2019;Tel Abyad;Ters koordinat;38,95;36,69;3;
12.10.2019;Rasulayn;Yanl{i}ş say{i};36,85;40,07;çok;
1 Ekim 2019;;;;;;
1 Kasim 2019;Kubane;Yak{i}n ad;;;;
""".replace("{i}", DOTLESS)
PLAIN = sheet_of(
    ["date", "title", "lat", "lon", "deaths", "source"],
    ["2018-02-01", "Example event", "36.8912", "38.3536", "2", "Example News"],
    ["2018-02", "Example month", "36.5123", "36.8712", None, "Example News; Example Radio"],
)
HEADER = ["date", "title", "lat", "lon"]


def read(importer: Importer, content: bytes, name: str = "table.csv", recipe: Recipe | None = None) -> ImportedTable:
    """Return what a file says, as the command reads it."""
    recipe = recipe or Recipe()
    opened = open_table(content, name, recipe.answers, places=importer.places)
    return importer.read(opened, name, recipe)


def rows(found: ImportedTable) -> list[dict[str, Any]]:
    return list(rows_of(found.events))


def faults(found: ImportedTable) -> list[tuple[int | None, str, str, str]]:
    """Return for each fault its row, column, value and suggestion."""
    return [(one.row, one.column, one.value, one.fault.suggestion) for one in found.faults]


def keys(found: ImportedTable) -> list[str]:
    return [one.key for one in found.questions]


def one_row(importer: Importer, header: Sequence[str], *cells: Sequence[str | float | None]) -> ImportedTable:
    """Return what rows with this header say."""
    return importer.read(OpenedTable((sheet_of(header, *cells),)), "table.csv")


def test_every_suggested_value_mends_its_cell(importer: Importer) -> None:
    good = [["2018-02-01", f"Event {number}", "Kobane", "36.89", "38.35"] for number in range(5)]
    wrong = [
        ["2018-02-02", "Swapped", "Kobane", "38.35", "36.89"],
        ["2018-02-03", "No point", "Kobane", "3689", "38.35"],
    ]
    sheet = OpenedTable((sheet_of(["date", "title", "place", "lat", "lon"], *good, *wrong),))
    found = importer.read(sheet, "table.csv")
    assert [one.row for one in found.faults] == [7, 8]
    corrections = tuple(
        Correction(column=one.column, typed=one.value, meant=one.fault.suggestion, row=one.row) for one in found.faults
    )
    mended = importer.read(sheet, "table.csv", Recipe(corrections=corrections))
    assert faults(mended) == []
    assert {(row["lat"], row["lon"]) for row in rows(mended)} == {(36.89, 38.35)}


def test_a_messy_turkish_table_gives_its_good_rows_and_a_fault_for_each_other(importer: Importer) -> None:
    found = read(importer, MESSY.encode("cp1254"))
    first, second, third = rows(found)
    assert (first["row"], first["start"], first["title"]) == (2, date(2014, 10, 6), "Örnek olay")
    assert (first["lat"], first["lon"], first["deaths"], first["sources"]) == (36.891, 38.3536, 12, "Örnek Gazete")
    assert (second["start"], second["place"], second["deaths"]) == (date(2018, 4, 3), "Afrin", None)
    assert second["location_precision"] == "town"
    assert (third["row"], third["deaths"]) == (6, None)
    assert [(row, column) for row, column, _, _ in faults(found)] == [
        (4, "Tarih"),
        (5, "Enlem"),
        (6, "Ölü"),
        (7, "Yer"),
        (7, TITLE),
        (8, "Yer"),
    ]
    values = {row: (value, suggestion) for row, _, value, suggestion in faults(found)}
    assert values[4][0] == "31.02.2018"
    assert values[5] == ("38,95", "36.6900, 38.9500")
    assert values[6] == ("çok", "")
    assert [one.fault.kind for one in found.faults if one.row == 7] == [FaultKind.MISSING_CELL] * 2
    assert "place:Kubane" in keys(found)
    assert (found.rows, found.events.num_rows, found.left_out) == (7, 3, 4)


def test_a_recipe_answers_all_questions_of_the_next_file_too(importer: Importer) -> None:
    text = MESSY.replace("06.10.2014", "06/10/2014").replace("31.02.2018", "01/02/2018").replace("12.10", "02.10")
    found = read(importer, text.encode("cp1254"))
    assert {"date-order:Tarih", "place:Kubane"} <= set(keys(found))
    recipe = Recipe()
    for question in found.questions:
        chosen = "day-first" if question.id == "date-order" else question.options[0].value
        recipe = recipe.with_answer(question.key, chosen)
    assert found.matching is not None
    recipe = recipe.model_copy(update={"columns": found.matching.recipe})
    kept = read_recipe(recipe.json_text())
    again = read(importer, text.encode("cp1254"), recipe=kept)
    assert keys(again) == []
    assert again.events.num_rows == found.events.num_rows + 1
    assert rows(again)[-1]["place"] == "Kubane"
    later = text.replace("06/10/2014", "07/10/2014")
    second = read(importer, later.encode("cp1254"), "next.csv", kept)
    assert keys(second) == []
    assert rows(second)[0]["start"] == date(2014, 10, 7)
    month_first = kept.with_answer("date-order:Tarih", "month-first")
    assert rows(read(importer, later.encode("cp1254"), recipe=month_first))[0]["start"] == date(2014, 7, 10)


def test_corrections_and_accepted_columns_hold(importer: Importer) -> None:
    header = [*HEADER, "deaths"]
    sheet = sheet_of(
        header,
        ["2018-02-01", "Example event", "36.8912", "38.3536", "many"],
        ["2018-02-30", "Example event", "36.8912", "38.3536", "many"],
        *(["2018-02-03", "Example event", "36.8912", "38.3536", "2"] for _ in range(6)),
    )
    opened = OpenedTable((sheet,))
    found = importer.read(opened, "table.csv")
    assert [(row, column) for row, column, _, _ in faults(found)] == [(2, "deaths"), (3, "date"), (3, "deaths")]
    recipe = Recipe(accepted=("deaths",)).with_correction(
        Correction(column="date", typed="2018-02-30", meant="2018-02-28", row=3)
    )
    again = importer.read(opened, "table.csv", recipe)
    assert again.faults == ()
    assert [(row["start"].day, row["deaths"]) for row in rows(again)] == [(1, None), (28, None), *[(3, 2)] * 6]


def test_accepted_values_are_left_out_without_a_word(importer: Importer) -> None:
    sheet = sheet_of(
        HEADER,
        ["2018-02-30", "Example event", "36.8912", "38.3536"],
        ["2018-02-31", "Example event", "36.8912", "38.3536"],
        ["2018-02-31", "Example event", "36.8912", "38.3536"],
        ["2018-02-03", "Example event", "36.8912", "here"],
        *(["2018-02-03", "Example event", "36.8912", "38.3536"] for _ in range(6)),
    )
    opened = OpenedTable((sheet,), faults=refusal("table.csv", "odd", "even").faults)
    found = importer.read(opened, "table.csv")
    listed = [(None, ""), (2, "date"), (3, "date"), (4, "date"), (5, "lon")]
    assert [(row, column) for row, column, _, _ in faults(found)] == listed
    recipe = Recipe()
    for value in (
        AcceptedValue(column="date", value="2018-02-30", row=2),
        AcceptedValue(column="date", value="2018-02-31", row=4),
        AcceptedValue(column="lon", value="here"),
        AcceptedValue(column="", value="odd"),
    ):
        recipe = recipe.with_accepted(value).with_accepted(value)
    again = importer.read(opened, "table.csv", read_recipe(recipe.json_text()))
    assert [(row, column) for row, column, _, _ in faults(again)] == [(3, "date")]
    assert len(recipe.accepted_values) == 4
    assert (again.events.num_rows, again.left_out) == (6, 4)


def test_acled_files_have_precision_sides_and_later_versions(importer: Importer) -> None:
    sheet = sheet_like(
        "acled",
        {},
        {"event_id_cnty": "XXX2", "time_precision": "2", "latitude": "36.8912", "longitude": "38.3536"},
        {"event_id_cnty": "XXX1", "timestamp": "1800000000", "fatalities": "3", "notes": "Example of a later version."},
        {"event_id_cnty": "XXX3", "geo_precision": "9"},
    )
    found = read(importer, csv_of(sheet))
    week, later, third = rows(found)
    assert found.replaced == ((2, 4),)
    assert found.left_out == 0
    assert (week["start"], week["last_day"]) == (date(2018, 1, 26), date(2018, 2, 7))
    assert (later["id"], later["deaths"], later["summary"]) == ("XXX1", 3, "Example of a later version.")
    assert (later["actors"], later["category"]) == ("Group A; Group B", "Battles; Armed clash")
    assert (later["proposed_category"], later["country"], later["sources"]) == ("battle", "SYR", "Example News")
    assert third["row"] == 5
    assert faults(found) == [(5, "geo_precision", "9", "")]
    assert any("ACLED" in note for note in found.notes)
    assert keys(found) == []


def test_acled_codes_may_be_numbers_as_in_old_files_and_workbooks(importer: Importer) -> None:
    old = rows(read(importer, csv_of(sheet_like("acled-old", {}))))[0]
    assert old["start"] == date(2001, 4, 18)
    codes = {"time_precision": 1.0, "geo_precision": 2.0, "fatalities": 4.0}
    numbers = sheet_like("acled", {**codes, "latitude": 36.5123, "longitude": 38.0123})
    (new,) = rows(importer.read(OpenedTable((numbers,)), "acled.xlsx"))
    assert (new["deaths"], new["lat"], new["date_precision"]) == (4, 36.5123, "day")


@pytest.mark.parametrize("header", [True, False])
def test_ucdp_rows_known_by_country_only_are_left_out_with_the_reason(importer: Importer, *, header: bool) -> None:
    month = {"id": "4", "date_prec": "4", "date_end": "2018-02-28 00:00:00.000", "best": "5", "low": "4", "high": "9"}
    sheet = sheet_like("ucdp", {}, {"id": "2", "where_prec": "6"}, {"id": "3", "where_prec": "7"}, month)
    found = read(importer, csv_of(sheet, header=header, encoding="utf-8"))
    assert found.matching is not None
    assert found.matching.format is not None
    assert found.matching.format.id == "ucdp"
    assert keys(found) == []
    first = 2 if header else 1
    assert [row["row"] for row in rows(found)] == [first, first + 3]
    last = rows(found)[1]
    assert (last["deaths"], last["deaths_low"], last["deaths_high"]) == (5, 4, 9)
    assert (last["start"], last["last_day"]) == (date(2018, 2, 1), date(2018, 2, 28))
    assert [(one.row, one.column, one.value) for one in found.faults] == [
        (first + 1, "where_prec", "6"),
        (first + 2, "where_prec", "7"),
    ]
    assert "middle of the country" in found.faults[0].fault.hint
    assert found.left_out == 2


def test_counts_of_weeks_are_no_events(importer: Importer) -> None:
    found = read(importer, csv_of(sheet_like("acled-weekly", {})))
    assert (found.events.num_rows, found.left_out) == (0, 1)
    assert any("nothing can be put on the map" in note for note in found.notes)


def test_linked_places_have_their_years(importer: Importer) -> None:
    text = "id\ttitle\ttitle_source\ttypes\tstart\tlon\tlat\tend\n"
    text += "1\tExample Town\tExample Atlas\ttown\t1990\t38.1234\t36.6123\t2000\n"
    found = read(importer, text.encode(), "places.tsv")
    (place,) = rows(found)
    assert (place["start"], place["last_day"], place["date_precision"]) == (
        date(1990, 1, 1),
        date(2000, 12, 31),
        "year",
    )
    assert (place["place"], place["sources"], place["lat"]) == ("Example Town", "Example Atlas", 36.6123)


def test_a_timeline_needs_a_column_for_places(importer: Importer) -> None:
    sheet = sheet_like("timeline", {"Day": "5"}, {}, {"Month": None}, {"Type": "title"})
    found = read(importer, csv_of(sheet))
    assert [one.fault.kind for one in found.faults] == [FaultKind.MISSING_LABEL]
    assert "Place" in found.faults[0].fault.expected
    placed = Sheet("", (*sheet.header, "Place"), (*sheet.columns, ["Kobani"] * 4), sheet.numbers)
    found = read(importer, csv_of(placed))
    told = [(str(row["start"]), row["date_precision"]) for row in rows(found)]
    assert told == [("2018-02-05", "day"), ("2018-02-01", "month"), ("2018-01-01", "year")]
    assert found.left_out == 1
    assert found.faults == ()


def test_our_own_events_come_back_whole_from_our_table_and_our_export(importer: Importer, atlas: Atlas) -> None:
    for content in ((TABLES / "events.csv").read_bytes(), events_csv(atlas, atlas.events, credit="Example")):
        found = read(importer, content, "events.csv")
        assert (found.faults, found.questions, found.left_out) == ((), (), 0)
        for row, event in zip(rows(found), atlas.events, strict=True):
            assert (row["id"], row["title"]) == (event.id, event.title)
            # The export gives the first day of a month or year.
            assert row["start"] in {event.start, event.span.start}
            assert row["last_day"] == event.last_day
            assert (row["lat"], row["lon"]) == (event.lat, event.lon)
            assert row["date_precision"] == event.date_precision
            assert row["proposed_category"] in event.categories
            assert row["summary"] == event.summary


@pytest.mark.parametrize("ending", WRITERS)
def test_what_is_written_is_read_again(importer: Importer, ending: str) -> None:
    found = read(importer, csv_of(PLAIN))
    assert found.faults == ()
    again = read(importer, WRITERS[ending](found.events), f"events{ending}")
    assert (again.faults, again.left_out) == ((), 0)
    same = ("start", "date_precision", "title", "lat", "lon", "deaths", "sources", "location_precision")
    assert [[row[name] for name in same] for row in rows(again)] == [
        [row[name] for name in same] for row in rows(found)
    ]


def test_workbooks_hold_the_same_events_as_text(importer: Importer) -> None:
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        page, day = book.add_worksheet("Events"), book.add_format({"num_format": "dd.mm.yyyy"})
        page.write_row(0, 0, [*HEADER, "deaths"])
        page.write_datetime(1, 0, date(2018, 2, 1), day)
        page.write_row(1, 1, ["Example event", 36.8912, 38.3536, 2])
        page.write_row(2, 0, ["31.02.2018", "Example event", 36.8912, 38.3536, 2])
    found = read(importer, out.getvalue(), "events.xlsx")
    (event,) = rows(found)
    assert (event["start"], event["lat"], event["deaths"]) == (date(2018, 2, 1), 36.8912, 2)
    assert [(one.sheet, one.row, one.column, one.value) for one in found.faults] == [
        ("Events", 3, "date", "31.02.2018")
    ]
    cells = [HEADER, ["2018-02-01", "Example event", "36.8912", "38.3536"]]
    table = "".join(f"<table:table-row>{''.join(map(text_cell, row))}</table:table-row>" for row in cells)
    found = read(importer, ods(f'<table:table table:name="Events">{table}</table:table>'), "events.ods")
    (event,) = rows(found)
    assert (event["start"], event["lat"], found.faults) == (date(2018, 2, 1), 36.8912, ())


def test_map_files_give_positions_without_columns_for_them(importer: Importer) -> None:
    point = '"geometry": {"type": "Point", "coordinates": [38.3536, 36.8912]}'
    told = '"properties": {"date": "2018-02-01", "title": "Example event"}'
    feature = f'{{"type": "Feature", {point}, {told}}}'
    geojson = f'{{"type": "FeatureCollection", "features": [{feature}, {feature}]}}'
    kml = (
        '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>Example event</name>'
        "<TimeStamp><when>2018-02-01</when></TimeStamp>"
        "<Point><coordinates>38.3536,36.8912</coordinates></Point></Placemark></Document></kml>"
    )
    for content, name in ((geojson, "events.geojson"), (kml, "events.kml")):
        found = read(importer, content.encode(), name)
        event = rows(found)[0]
        assert (event["start"], event["title"]) == (date(2018, 2, 1), "Example event")
        assert (event["lat"], event["lon"]) == (36.8912, 38.3536)
        assert (found.faults, found.questions) == ((), ())


def test_a_geopackage_gives_events(importer: Importer, tmp_path: Any) -> None:  # noqa: ANN401 - a path
    import geopandas as gpd  # noqa: PLC0415 - only here

    frame = gpd.GeoDataFrame(
        {"date": ["2018-02-01"], "title": ["Example event"]},
        geometry=gpd.points_from_xy([38.3536], [36.8912]),
        crs=4326,
    )
    path = tmp_path / "events.gpkg"
    frame.to_file(path, layer="events", driver="GPKG")
    (event,) = rows(read(importer, path.read_bytes(), path.name))
    assert (event["start"], event["lat"], event["lon"]) == (date(2018, 2, 1), 36.8912, 38.3536)


def test_pasted_cells_are_a_table(importer: Importer) -> None:
    opened = open_pasted("date\ttitle\tlat\tlon\r\n2018-02-01\tExample event\t36.8912\t38.3536\r\n")
    (event,) = rows(importer.read(opened, "pasted cells"))
    assert (event["start"], event["title"]) == (date(2018, 2, 1), "Example event")


@pytest.mark.parametrize(
    ("content", "kinds"),
    [
        (b"", {FaultKind.SOURCE}),
        (b"date,title,lat,lon\n", set()),
        (b"a,b\n1,2\n", {FaultKind.MISSING_LABEL}),
        (b"date,title,lat,lon\nsoon,Example event,36.8912,38.3536\n", {FaultKind.TYPE}),
    ],
)
def test_a_table_without_events_says_so(importer: Importer, content: bytes, kinds: set[FaultKind]) -> None:
    found = read(importer, content)
    assert found.events.num_rows == 0
    assert found.events.schema == COLUMNS
    assert {one.fault.kind for one in found.faults} == kinds


def test_a_column_may_be_given_its_role_and_two_alike_are_asked_for(importer: Importer) -> None:
    sheet = sheet_of(["a", "b", "lat", "lon"], ["2018-02-01", "Example event", "36.8912", "38.3536"])
    (event,) = rows(importer.read(OpenedTable((sheet,)), "t.csv", Recipe(columns={"a": "start", "b": "title"})))
    assert (event["start"], event["title"]) == (date(2018, 2, 1), "Example event")


def test_a_position_next_to_a_country_is_told_with_what_would_fit(importer: Importer) -> None:
    header = [*HEADER, "country"]
    found = one_row(importer, header, ["2018-02-01", "Example event", "38.3536", "36.8912", "Syria"])
    assert found.left_out == 1
    (fault,) = found.faults
    assert (fault.row, fault.column, fault.fault.suggestion) == (2, "lat", "36.8912, 38.3536")


WORDS = st.sampled_from(
    [
        "",
        "2018-02-01",
        "31/02/2018",
        "Kobani",
        "Kubane",
        "36.9",
        "38,4",
        "0",
        "-1",
        "Example event",
        "=1+1",
        "\0",
        "'",
        "1e400",
    ]
) | st.text(max_size=8)


@given(
    header=st.lists(st.sampled_from([*HEADER, "place", "end", "year", "deaths", "actor", "", "x"]) | WORDS, max_size=6),
    cells=st.lists(st.lists(WORDS, min_size=6, max_size=6), max_size=5),
)
def test_no_small_table_stops_the_import_and_each_row_is_accounted_for(
    importer: Importer, header: list[str], cells: list[list[str]]
) -> None:
    columns = tuple([row[at] or None for row in cells] for at in range(len(header)))
    sheet = Sheet("", tuple(header), columns, np.arange(2, 2 + len(cells)))
    found = importer.read(OpenedTable((sheet,)), "table.csv")
    assert found.rows == found.events.num_rows + found.left_out + len(found.replaced)
    assert found.left_out >= 0
    for write in WRITERS.values():
        assert write(found.events)
    text = "\n".join("\t".join(row) for row in [header, *cells])
    pasted = importer.read(open_pasted(text), "pasted cells")
    assert pasted.left_out >= 0
