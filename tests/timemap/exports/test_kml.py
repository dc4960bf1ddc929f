"""The KML is read again as XML, and by another map program's reader: folders, days, styles and every field."""

from __future__ import annotations

import io
from datetime import date, timedelta
from typing import TYPE_CHECKING

import defusedxml.ElementTree as Xml
import fastkml
import geopandas as gpd
import lxml.html
import pyogrio
import pytest
import shapely

from geodata.sources.exported_events import event_cells
from tests.timemap.snapshots import SCRIPTS, first_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from geodata.areas import AreasInTime
    from geodata.atlas import Atlas
    from geodata.text.selection import Selection

KIND = "kml"
DAY = date(2018, 4, 1)
KML = "{http://www.opengis.net/kml/2.2}"


@pytest.fixture(scope="module")
def document(content: bytes) -> Element:
    found = Xml.fromstring(content).find(f"{KML}Document")
    assert found is not None
    return found


def data_of(feature: Element) -> dict[str, str]:
    return {data.get("name", ""): data.findtext(f"{KML}value", "") for data in feature.iter(f"{KML}Data")}


def marks_in(document: Element, folder: int) -> list[Element]:
    return list(document.findall(f"{KML}Folder")[folder].iter(f"{KML}Placemark"))


def test_it_says_what_it_is_of_when_and_from_whom(atlas: Atlas, document: Element) -> None:
    assert document.findtext(f"{KML}name", "").startswith("Kobane timeline map, 1 April 2018")
    assert "OpenStreetMap contributors (ODbL)" in document.findtext(f"{KML}description", "")
    about = document.find(f"{KML}ExtendedData")
    assert about is not None
    assert data_of(about)["date"] == "2018-04-01"
    assert data_of(about)["version"] == atlas.version
    assert "CC BY-SA 4.0" in data_of(about)["licence"]


def test_every_event_has_its_days_and_every_field_that_is_not_empty(
    atlas: Atlas, document: Element, selection: Selection
) -> None:
    marks = {data_of(mark)["id"]: mark for mark in marks_in(document, 0)}
    assert set(marks) == set(selection.ids)
    for event in selection.events:
        mark = marks[event.id]
        cells = {name: f"{cell}" for name, cell in event_cells(atlas, event).items() if cell != ""}
        assert data_of(mark) == {"last_day" if name == "end" else name: cell for name, cell in cells.items()}
        assert mark.findtext(f"{KML}TimeSpan/{KML}begin") == event.span.start.isoformat()
        assert mark.findtext(f"{KML}TimeSpan/{KML}end") == f"{event.span.end}"


def test_noon_of_the_last_day_lies_within_the_span(selection: Selection, content: bytes) -> None:
    ends = {event.title: event.span.last_day for event in selection.events}
    for name, _ in pyogrio.list_layers(content):
        for row in pyogrio.read_dataframe(content, layer=str(name), read_geometry=False).itertuples():
            if row.Name in ends:
                assert row.begin.date() <= ends[row.Name] == (row.end - timedelta(hours=12)).date()


def test_lines_of_a_description_are_parted_where_it_is_read_as_html(
    document: Element, content: bytes, selection: Selection
) -> None:
    marks = {data_of(mark)["id"]: mark for mark in marks_in(document, 0)}
    for event in selection.events:
        lines = [event.when, event.summary, event.contested, *event.sources]
        shown = lxml.html.fromstring(marks[event.id].findtext(f"{KML}description", ""))
        assert len(shown.findall(".//br")) == len([line for line in lines if line]) - 1
    told = lxml.html.fromstring(marks[first_of(selection).id].findtext(f"{KML}description", ""))
    assert first_of(selection).summary in told.text_content()
    assert told.find(".//b") is None
    (read,) = fastkml.KML.from_string(content.decode().split("\n", 1)[1]).features
    assert isinstance(read, fastkml.Document)
    assert "<br>" in str(read.description)


def test_events_lie_in_a_folder_of_their_main_category(document: Element) -> None:
    folders = document.findall(f"{KML}Folder")[0].findall(f"{KML}Folder")
    assert len(folders) > 10
    for folder in folders:
        kinds = {data_of(mark)["main_category"] for mark in folder.findall(f"{KML}Placemark")}
        assert kinds == {folder.findtext(f"{KML}name")}


def test_pins_have_the_colour_of_their_main_category_and_no_picture_of_another_machine(
    atlas: Atlas, document: Element, content: bytes
) -> None:
    pins = {style.get("id"): style.findtext(f"{KML}IconStyle/{KML}color") for style in document.findall(f"{KML}Style")}
    colours = {row.name: row.colour for row in atlas.categories}
    for mark in marks_in(document, 0):
        blue, green, red = (colours[data_of(mark)["main_category"]][at : at + 2] for at in (5, 3, 1))
        assert pins[mark.findtext(f"{KML}styleUrl", "").removeprefix("#")] == f"ff{blue}{green}{red}"
    assert b"<Icon>" not in content


def test_every_script_comes_back(document: Element, selection: Selection) -> None:
    (told,) = (mark for mark in marks_in(document, 0) if data_of(mark)["id"] == first_of(selection).id)
    assert told.findtext(f"{KML}name") == SCRIPTS
    assert '&lt;b&gt;"&amp;"&lt;/b&gt;' in told.findtext(f"{KML}description", "")


def test_every_style_that_is_asked_for_is_there(document: Element) -> None:
    known = {f"#{style.get('id')}" for style in document.findall(f"{KML}Style")}
    asked = {url.text for url in document.iter(f"{KML}styleUrl")}
    assert len(asked) > 5
    assert asked <= known


def test_another_reader_finds_the_events_and_the_land(content: bytes, areas: AreasInTime, selection: Selection) -> None:
    layers = [str(name) for name, _ in pyogrio.list_layers(content)]
    events = gpd.read_file(io.BytesIO(content), layer="Fighting")
    assert set(events["Name"]) == {event.title for event in selection.events if event.main_category == "battle"}
    (held,) = (name for name in layers if name.startswith("Areas by holder"))
    land = gpd.read_file(io.BytesIO(content), layer=held)
    whole = sum(area.geometry.area for area in areas.on(DAY))
    assert shapely.area(land.geometry.to_numpy()).sum() == pytest.approx(whole, rel=1e-4)
