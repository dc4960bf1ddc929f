"""Your data: a table in, its problems mended, its events given to the map, and all of it saved and opened again."""

from __future__ import annotations

import csv
import gzip
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from geodata.table_import.importer import rows_of
from tests.geodata.ucdp.made_files import COUNTRY_ONLY, KOBANE, YEMEN, ucdp_csv, ucdp_row
from tests.messy_table import MESSY
from tests.pages.app import entered, visit
from timemap.app.own_data import store as own_store
from timemap.app.own_data.problems import PAGE
from timemap.app.page_files import page_file
from timemap.app.server.own_events import shelf
from timemap.own_data import limits
from timemap.own_data.saved_file import read_saved_file, saved_file

if TYPE_CHECKING:
    import pytest
    from streamlit.testing.v1 import AppTest

    from geodata.table_import.faults import Fault
    from timemap.own_data.reading import ReadTable

SCRIPT = "<script>alert(1)</script> **b** $x$ :red[r] [l](javascript:alert(1))"


def opened() -> AppTest:
    return entered("your_data")


def sound(app: AppTest) -> AppTest:
    """Return the app, which must show the page and no error."""
    assert not app.exception
    assert app.title[0].value == "Your data"
    return app


def upload(app: AppTest, *files: tuple[str, bytes]) -> AppTest:
    field: Any = next(row for row in app.get("file_uploader") if "saved here" in getattr(row, "label", ""))
    field.set_value([(name, content, "text/csv") for name, content in files]).run()
    return sound(app)


def recipe_field(app: AppTest) -> Any:  # noqa: ANN401 - Streamlit's own
    return next(row for row in app.get("file_uploader") if "recipe" in getattr(row, "label", ""))


def with_messy() -> AppTest:
    return upload(opened(), ("olaylar.csv", MESSY))


def read(app: AppTest, number: int = 0) -> ReadTable:
    """Return what was read of a table."""
    key = app.session_state["own-tables"].tables[number].key
    found: ReadTable = app.session_state["own-read"][key]
    return found


def events(app: AppTest, number: int = 0) -> list[dict[str, Any]]:
    return list(rows_of(read(app, number).own.events))


def press(app: AppTest, begin: str, number: int = 0) -> AppTest:
    """Press a button whose key begins so."""
    [row for row in app.button if row.key and row.key.startswith(begin)][number].click().run()
    return sound(app)


def widget(app: AppTest, kind: str, begin: str) -> Any:  # noqa: ANN401 - a widget of any kind
    return next(row for row in app.get(kind) if row.key and row.key.startswith(begin))


def raw(app: AppTest) -> str:
    """Return the Markdown of the page."""
    kinds = ("markdown", "caption", "error", "warning")
    return "\n".join(getattr(row, "value", "") for kind in kinds for row in app.get(kind))


def said(app: AppTest) -> str:
    """Return what the page says, without the signs that keep text from being Markdown."""
    return raw(app).replace("\\", "")


def test_a_table_in_and_its_good_rows_are_events() -> None:
    app = with_messy()
    assert [row["title"] for row in events(app)] == ["Birinci olay", "Son olay"]
    text = said(app)
    assert "**2 events** from 6 rows; 4 rows are left out." in text
    for part in ("a CSV file", "Turkish (Windows-1254)", "semicolons", "decimal comma"):
        assert part in text
    assert [row.value for row in app.subheader] == ["2 open questions", "3 problems"]
    assert "Rows 5, 6, column Tarih" in text
    assert "got “31.02.2018”, expected a date such as 2018-02-28" in text
    assert {"Tarih", "Yer", "Olay"} <= {row.label for row in app.selectbox}


def test_questions_are_answered_and_cells_mended_until_nothing_is_open() -> None:
    app = with_messy()
    place = next(row for row in app.radio if "Kubane" in row.label)
    assert place.options[-1] == "None of these"
    assert any(option.endswith("**(used now)**") for row in app.radio for option in row.options)
    press(app, "own-answer", [row.key for row in app.radio].index(place.key))
    assert [row.value for row in app.subheader] == ["1 open question", "3 problems"]
    press(app, "own-answer")
    assert [row.value for row in app.subheader] == ["3 problems"]
    widget(app, "text_input", "own-meant").set_value("28.02.2018").run()
    widget(app, "selectbox", "own-where").set_value(6).run()
    press(app, "own-change")
    assert [row["row"] for row in events(app)] == [4, 6, 8, 9]
    press(app, "own-accept")
    (pair,) = [row for row in app.text_input if (row.key or "").startswith("own-meant")]
    assert pair.value == "36.6900, 38.9500"
    press(app, "own-change")
    assert not app.subheader
    assert [row["row"] for row in events(app)] == [4, 6, 7, 8, 9]
    assert "Row 6, column Tarih: “31.02.2018” is now “28.02.2018”" in said(app)
    press(app, "own-undo-all")
    assert [row.value for row in app.subheader] == ["2 open questions", "3 problems"]


def test_a_place_can_be_another_one_of_ours_or_none() -> None:
    app = with_messy()
    number = next(number for number, row in enumerate(app.radio) if "Kubane" in row.label)
    widget(app, "selectbox", "own-other").set_value("manbij").run()
    press(app, "own-answer", number)
    manbij = next(row for row in events(app) if row["row"] == 8)
    assert round(manbij["lat"], 1) == 36.5
    press(app, "own-undo")
    app.radio[number].set_value("none").run()
    press(app, "own-answer", number)
    assert 8 not in [row["row"] for row in events(app)]


def test_the_role_of_a_column_is_changed() -> None:
    app = with_messy()
    next(row for row in app.selectbox if row.label == "Kaynak").set_value("notes").run()
    assert sound(app)
    assert events(app)[0]["summary"] == "Örnek"
    next(row for row in app.selectbox if row.label == "Tarih").set_value("").run()
    assert "No column was found for “Date or first day”" in said(app)
    assert events(app) == []


def test_a_recipe_answers_the_next_table_and_one_that_is_none_is_refused() -> None:
    app = press(press(with_messy(), "own-answer"), "own-answer")
    recipe = read(app).brought.recipe.json_text().encode()
    later = opened()
    upload(later, ("later.csv", MESSY))
    recipe_field(later).set_value(("wrong.json", b"[]", "application/json")).run()
    assert "Could not use wrong.json: the recipe: expected another value" in said(sound(later))
    recipe_field(later).set_value(("recipe.json", recipe, "application/json")).run()
    assert [row.value for row in sound(later).subheader] == ["3 problems"]


def test_pasted_cells_and_added_events_are_tables_too() -> None:
    app = opened()
    app.text_area(key="own-pasted").set_value("Date\tPlace\tTitle\n2014-10-06\tKobane\tPasted event")
    next(row for row in app.button if row.label == "Read these cells").click().run()
    assert events(sound(app))[0]["title"] == "Pasted event"
    for number, day in enumerate(("06.10.2014", "31.02.2015", "October 2014")):
        for name, value in {
            "date": day,
            "title": f"Event {number}",
            "latitude": "36,891",
            "longitude": "38.354",
        }.items():
            app.text_input(key=f"own-add-{name}").set_value(value)
        next(row for row in app.button if row.label == "Add this event").click().run()
        sound(app)
    assert [row["title"] for row in events(app, 1)] == ["Event 0", "Event 2"]
    assert [row.value for row in app.subheader] == ["1 problem"]
    widget(app, "text_input", "own-edit-title").set_value("Renamed")
    next(row for row in app.button if row.label == "Save the changes").click().run()
    assert events(sound(app), 1)[0]["title"] == "Renamed"
    for _ in range(3):
        next(row for row in app.button if row.label == "Remove this event").click().run()
    assert len(sound(app).session_state["own-tables"].tables) == 1


def test_saved_data_are_opened_again_several_at_once() -> None:
    app = press(with_messy(), "own-answer")
    file = saved_file(app.session_state["own-tables"].tables)
    again = upload(
        opened(), ("Aram.zip", file), ("Berfin.zip", file), ("Cemil.zip", file[:-30]), ("d.pdf", b"%PDF-1.7")
    )
    tables = again.session_state["own-tables"].tables
    assert [each.name for each in tables] == ["olaylar.csv", "olaylar.csv (Berfin)", "Cemil.zip", "d.pdf"]
    assert [each.recipe for each in tables[:2]] == [read(app).brought.recipe] * 2
    assert read_saved_file(saved_file(tables))[1].name == "olaylar.csv (Berfin)"
    assert "Could not" not in said(again)
    press(again, "own-remove-all")
    assert again.session_state["own-tables"].tables == ()


def test_what_cannot_be_read_is_said_beside_what_can() -> None:
    broken = saved_file(()).replace(b"own_data", b"own_dato")
    app = upload(opened(), ("empty.csv", b""), ("a.zip", saved_file(())), ("b.zip", broken), ("olaylar.csv", MESSY))
    text = said(app)
    assert "Could not open a.zip. There are no tables in it." in text
    assert "Could not open b.zip." in text
    assert "**2 events** from 6 rows" in text
    widget(app, "selectbox", "own-table").set_value(app.session_state["own-tables"].tables[0].key).run()
    assert "got “no bytes”, expected a table as CSV" in said(sound(app))


def test_there_are_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_store, "MOST_TABLES", 2)
    monkeypatch.setattr(own_store, "MOST_ROWS", 10)
    app = upload(opened(), *((f"{name}.csv", MESSY) for name in "abc"))
    assert "Could not open c.csv. There are 2 tables already" in said(app)
    assert read(app, 1).found.faults[0].fault.expected == "at most 4 more rows here"
    press(app, "own-remove-")
    assert len(app.session_state["own-tables"].tables) == 1
    monkeypatch.setattr(own_store, "LARGEST_FILE", 100)
    assert "It is larger than" in said(upload(app, ("d.csv", MESSY)))
    monkeypatch.setattr(own_store, "LARGEST_FILE", limits.LARGEST_FILE)
    monkeypatch.setattr(own_store, "LARGEST_TOTAL", len(MESSY) + 10)
    assert "All tables together may have" in said(upload(app, ("d.csv", MESSY)))
    monkeypatch.setattr(own_store, "LARGEST_TOTAL", limits.LARGEST_TOTAL)
    monkeypatch.setattr(own_store, "LARGEST_OF_ALL", len(MESSY) + 10)
    assert "This server holds too many tables" in said(upload(app, ("d.csv", MESSY)))


def test_many_problems_are_paged_and_filtered() -> None:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["date", "title", "place", "deaths"])
    writer.writerows([[f"2018-02-{30 + number}", "Event", "Kobane", "many"] for number in range(PAGE + 5)])
    writer.writerows([["2018-03-01", "Event", "Kobane", "1"]] * 60)
    app = upload(opened(), ("many.csv", out.getvalue().encode()))
    assert len([row for row in app.button if row.key and row.key.startswith("own-change-")]) == PAGE
    widget(app, "number_input", "own-page").set_value(2).run()
    assert 0 < len([row for row in app.button if row.key and row.key.startswith("own-change-")]) < PAGE
    widget(app, "multiselect", "own-columns").set_value(["deaths"]).run()
    assert len([row for row in app.button if row.key and row.key.startswith("own-change-")]) == 1
    press(app, "own-change-")


def test_hostile_names_and_cells_are_shown_as_text() -> None:
    content = f"date;place;title;{SCRIPT}\n2018-02-31;Kobane;{SCRIPT};1\n2018-02-01;{SCRIPT};x;1\n"
    app = upload(opened(), (f"{SCRIPT}.csv", content.encode()))
    text = raw(app)
    assert "<script>" not in text.replace("\\<script", "")
    assert "**b**" not in text
    assert "](javascript" not in text


def test_endless_and_doubled_texts_break_no_page() -> None:
    """Names of columns that only differ at their ends, and two faults of one kind in one cell."""
    long = "x" * 3_000
    content = f"date;place;title;{long}1;{long}2;deaths\n" + f"{long};{long};{long};{long};{long};{long}\n" * 3
    app = upload(opened(), ("long.csv", content.encode()))
    assert len([row for row in app.selectbox if row.label.startswith("xxx")]) == 2
    (table,) = app.session_state["own-tables"].tables
    faults = read(app).found.faults
    doubled = replace(read(app).found, faults=(*faults, *(replace(each, fault=other(each.fault)) for each in faults)))
    app.session_state["own-read"][table.key] = replace(read(app), found=doubled)
    app.run()
    sound(app)


def other(fault: Fault) -> Fault:
    """Return a fault of the same kind that expects something else."""
    return replace(fault, expected=f"{fault.expected} or so")


def test_terms_are_asked_for_before_files_are_given() -> None:
    header = "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1"
    header += ",inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2"
    header += ",admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp"
    values = {"event_id_cnty": "SYR1", "event_date": "2019-10-10", "event_type": "Battles", "latitude": "36.89"}
    values |= {
        "longitude": "38.35",
        "time_precision": "1",
        "geo_precision": "1",
        "notes": "Made up",
        "country": "Syria",
    }
    row = ",".join(values.get(name, "") for name in header.split(","))
    app = upload(opened(), ("acled.csv", f"{header}\n{row}\n".encode()))
    assert "Recognised as: ACLED events" in said(app)
    assert all(button.proto.disabled for button in app.get("download_button") if "Events" in button.proto.label)
    for box in app.checkbox:
        assert "ACLED" in box.label
        box.check()
    app.run()
    assert not any(button.proto.disabled for button in app.get("download_button"))


def test_the_server_gives_the_events_of_a_session_out_until_they_change() -> None:
    app = with_messy()
    first = dict(shelf()._packed)  # noqa: SLF001 - what is given out
    (packed,) = first.values()
    given = json.loads(gzip.decompress(packed))
    assert given["columns"]["title"] == ["Birinci olay", "Son olay"]
    app.run()
    assert shelf()._packed == first  # noqa: SLF001
    press(app, "own-change")
    assert shelf()._packed.keys().isdisjoint(first)  # noqa: SLF001
    app.switch_page(page_file("map")).run()
    assert len(shelf()._packed) == 1  # noqa: SLF001
    app.switch_page(page_file("your_data")).run()
    press(app, "own-remove-all")
    assert not shelf()._packed  # noqa: SLF001


def test_a_page_without_tables_asks_for_one() -> None:
    app = visit("your_data").run()
    assert sound(app).get("file_uploader")
    assert not app.header


def brought(app: AppTest) -> tuple[object, ...]:
    """Return the tables of the visit."""
    found: tuple[object, ...] = app.session_state["own-tables"].tables
    return found


def ucdp_upload(app: AppTest, *files: tuple[str, bytes]) -> AppTest:
    field: Any = next(row for row in app.get("file_uploader") if "downloaded" in getattr(row, "label", ""))
    field.set_value([(name, content, "text/csv") for name, content in files]).run()
    return sound(app)


def test_events_of_ucdp_become_a_table_that_is_marked_as_not_checked() -> None:
    first = ucdp_csv(
        ucdp_row(1, "2026-08-01", KOBANE),
        ucdp_row(2, "2026-08-02", COUNTRY_ONLY),
        ucdp_row(3, "2026-08-03", YEMEN),
        ucdp_row(5, "2026-08-03", KOBANE, latitude="37.9"),
    )
    second = ucdp_csv(ucdp_row(1, "2026-08-01", KOBANE, best="7"), ucdp_row(4, "2026-09-01", KOBANE), header=False)
    app = ucdp_upload(opened(), ("GEDEvent_v26_0_8.csv", first), ("GEDEvent_v26_0_9.csv", second))
    assert "2 events of UCDP Candidate 26.0.8, 26.0.9" in app.success[0].value
    assert "1 row of the releases cannot be read" in said(app)
    own = read(app).own
    assert (own.name, own.restricted) == ("UCDP Candidate (not checked by us)", "")
    assert [(row["id"], row["deaths"]) for row in events(app)] == [("1", 7), ("4", 0)]
    assert any("may still have happened" in row.value for row in app.markdown)
    again = ucdp_upload(app, ("GEDEvent_v26_0_8.csv", first))
    assert [row["id"] for row in events(again)] == ["1"]
    assert len(brought(again)) == 1


def test_a_file_that_is_no_release_is_told_and_brings_no_table() -> None:
    for name, content, said in (
        ("events.csv", ucdp_csv(ucdp_row(1, "2026-08-01", KOBANE)), "has no name such as"),
        ("GEDEvent_v26_0_8.csv", b"<!doctype html>", "this is a web page"),
        ("GEDEvent_v26_0_8.csv", ucdp_csv(ucdp_row(1, "2026-08-01", YEMEN)), "no events with a place"),
    ):
        app = ucdp_upload(opened(), (name, content))
        assert said in app.warning[0].value.replace("\\", "")
        assert not brought(app)


def test_a_server_without_a_network_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    app = opened()
    app.button(key="ucdp-fetch").click().run()
    assert "UCDP cannot be reached" in sound(app).warning[0].value
    assert not brought(app)
