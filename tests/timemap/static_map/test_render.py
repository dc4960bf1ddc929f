"""The pictures are opened again: size for print, words inside, nothing asked of anybody, colours as on the screen."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import defusedxml.ElementTree as Xml
import numpy as np
import pytest
from PIL import Image

from geodata import __version__
from geodata.dates.wording import day_in_words
from geodata.text.selection import Selection
from tests.timemap.snapshots import TODAY, snapshot_on, told_in_scripts
from timemap.exports import Viewport, format_by_id
from timemap.state.map_state import filter_by_state
from timemap.static_map.areas import draw_areas
from timemap.static_map.drawing import Plot
from timemap.static_map.frame import Frame
from timemap.static_map.pages import key_dates
from timemap.static_map.pages.one_day import events_in_words, period_on
from timemap.static_map.pages.sheet import DRAWING, blank_sheet, map_axes, save_svg
from timemap.static_map.render import draw_map
from timemap.style.palette import mixed, palette, share

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from timemap.attribution import Credit
    from timemap.static_map.legend import DrawnMap
    from timemap.static_map.pages.sheet import Sheet

pytestmark = pytest.mark.slow

DAY = date(2018, 4, 1)
SVG = "{http://www.w3.org/2000/svg}"
DUBLIN = "{http://purl.org/dc/elements/1.1/}"


@pytest.fixture(scope="module")
def key_dates_sheet(atlas: Atlas, dataset: Dataset) -> tuple[Sheet, Credit]:
    return key_dates.draw_key_dates(dataset, snapshot_on(atlas, DAY))


@pytest.fixture(scope="module")
def pictures(atlas: Atlas, dataset: Dataset, key_dates_sheet: tuple[Sheet, Credit]) -> dict[str, bytes]:
    snapshot = snapshot_on(atlas, DAY, viewport=Viewport(36.5, 37.2, 9))
    selection = told_in_scripts(atlas, snapshot)
    made = {kind: format_by_id(kind).write(dataset, selection, snapshot) for kind in ("png", "svg")}
    with DRAWING:
        return made | {"days-svg": save_svg(*key_dates_sheet, TODAY)}


def test_key_dates_are_named_with_what_they_tell(key_dates_sheet: tuple[Sheet, Credit], atlas: Atlas) -> None:
    sheet, credit = key_dates_sheet
    words = " ".join(text.get_text() for axes in sheet.figure.axes for text in axes.texts)
    assert credit.heading == "Kobane timeline map: eight key dates, 2014\N{EN DASH}2026"
    for row in atlas.key_dates:
        assert day_in_words(row.day) in words
        assert row.why.split(". ")[0][:40] in words


def test_a_png_is_a_page_for_print_and_says_what_it_is(pictures: dict[str, bytes]) -> None:
    with Image.open(io.BytesIO(pictures["png"])) as picture:
        assert [side * 25.4 / 300 for side in picture.size] == pytest.approx([297, 210], abs=0.2)
        assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.1)
        title = "Kobane timeline map, 1 April 2018 (date range 1 January 2014 \N{EN DASH} 1 November 2026)"
        assert picture.info["Title"] == title
        assert picture.info["Software"] == f"Kobane timeline map {__version__}"
        assert "OpenStreetMap contributors (ODbL)" in picture.info["Copyright"]
        assert "CC BY-SA 4.0" in picture.info["Copyright"]
        assert "https://maps.example.org/kobane" in picture.info["Source"]
        assert re.search(r"Sources of areas: \d+ sources \(", picture.info["Description"])


@pytest.mark.parametrize("kind", ["svg", "days-svg"])
def test_an_svg_says_what_it_is_and_asks_nobody_for_anything(pictures: dict[str, bytes], kind: str) -> None:
    root: Element = Xml.fromstring(pictures[kind])
    names = ("title", "date", "rights", "source")
    told = {name: " ".join("".join(next(root.iter(f"{DUBLIN}{name}")).itertext()).split()) for name in names}
    assert told["title"].startswith("Kobane timeline map")
    assert told["date"] == (DAY if kind == "svg" else TODAY).isoformat()
    assert "OpenStreetMap contributors (ODbL)" in told["rights"]
    assert "https://maps.example.org/kobane" in told["source"]
    links = {value for element in root.iter() for name, value in element.items() if name.endswith("href")}
    assert all(link.startswith("#") for link in links)
    assert not list(root.iter(f"{SVG}image"))
    assert not list(root.iter(f"{SVG}text")), "letters are outlines, so no font is needed"


def test_the_same_view_gives_the_same_svg(pictures: dict[str, bytes], atlas: Atlas, dataset: Dataset) -> None:
    snapshot = snapshot_on(atlas, DAY, viewport=Viewport(36.5, 37.2, 9))
    again = format_by_id("svg").write(dataset, told_in_scripts(atlas, snapshot), snapshot)
    assert again == pictures["svg"]


def test_hidden_layers_are_not_drawn_and_not_explained(atlas: Atlas, dataset: Dataset) -> None:
    snapshot = snapshot_on(atlas, DAY, viewport=Viewport(36.6, 37.4, 9))
    sheet = blank_sheet()

    def seen(*hidden: str) -> DrawnMap:
        plot = Plot(map_axes(sheet, (0, 0, 800, 500)), Frame(Viewport(36.6, 37.4, 9), 800, 500))
        return draw_map(
            plot, dataset, replace(snapshot.state, hidden=hidden), filter_by_state(snapshot.state, atlas).events
        )

    whole, bare = seen(), seen("zones", "evidence", "events", "border", "wall", "crossings", "posts", "turkey")
    assert "turkey" in whole.control.controllers
    assert set(whole.control.controllers) - set(bare.control.controllers) == {"turkey"}
    assert (bool(whole.control.zones), bool(bare.control.zones)) == (True, False)
    assert (whole.control.weak, bare.control.weak) == (True, False)
    assert (whole.border.wall, bare.border.wall) == (True, False)
    assert (whole.border.line.is_empty, bare.border.line.is_empty) == (False, True)
    assert (bool(whole.border.posts), bool(bare.border.posts)) == (True, False)
    assert (bool(whole.border.gates), bool(bare.border.gates)) == (True, False)
    assert len(bare.marks.boxes) < len(whole.marks.boxes)


def colours_of(dataset: Dataset, day: date, points: dict[str, tuple[float, float]]) -> dict[str, str]:
    """Return the colour that the areas of a day have at some points, drawn without anything over them."""
    frame = Frame(Viewport(36.891, 38.3535, 12), 800, 500)
    sheet = blank_sheet()
    plot = Plot(map_axes(sheet, (0, 0, 800, 500)), frame)
    plot.axes.set(xlim=(0, 800), ylim=(500, 0), xticks=[], yticks=[])
    plot.axes.set_axis_off()
    draw_areas(plot, dataset, day)
    picture = io.BytesIO()
    sheet.figure.savefig(picture, format="png", dpi=96)
    with Image.open(picture) as read:
        pixels = np.asarray(read.convert("RGB"))
    found = {}
    for name, (lat, lon) in points.items():
        x, y = frame.spot(lon, lat)
        found[name] = "#{:02x}{:02x}{:02x}".format(*pixels[round(y), round(x)])
    return found


def test_areas_have_the_colours_of_the_tables_over_the_land_of_the_screen(atlas: Atlas, dataset: Dataset) -> None:
    (colour,) = (row.colour for row in atlas.controllers if row.id == "sdf")
    sure = {"kobane": (36.891, 38.3535)}
    held = mixed(palette()["land"], colour, share("fill"))
    assert colours_of(dataset, date(2017, 1, 1), sure) == {"kobane": held}


def test_what_is_last_known_loses_its_colour(dataset: Dataset) -> None:
    place = {"kobane": (36.891, 38.3535)}
    (known,) = colours_of(dataset, date(2026, 3, 5), place).values()
    (late,) = colours_of(dataset, date(2026, 3, 6), place).values()

    def vividness(colour: str) -> int:
        parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
        return max(parts) - min(parts)

    assert vividness(late) < 0.6 * vividness(known)


def test_a_view_with_no_event_and_no_area_is_drawn_all_the_same(atlas: Atlas, dataset: Dataset) -> None:
    snapshot = snapshot_on(atlas, DAY, viewport=Viewport(0, 0, 5))
    content = format_by_id("png").write(dataset, Selection(()), snapshot)
    with Image.open(io.BytesIO(content)) as picture:
        assert picture.width == 3507


def test_the_palette_is_that_of_the_light_theme() -> None:
    assert mixed(palette()["land"], "#000000", 0) == "#f4f1e6"
    assert palette()["casing"] == (1, 1, 1, 0.75)


def test_the_most_telling_period_and_the_days_of_the_events_are_named(atlas: Atlas) -> None:
    state = snapshot_on(atlas, date(2014, 10, 6)).state
    assert period_on(atlas, state) == "Siege of Kobane"
    assert events_in_words(state) == "29 September \N{EN DASH} 13 October 2014"
