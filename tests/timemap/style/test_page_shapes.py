"""Pictures in every shape and theme are opened by independent readers; what the screen shows is on them."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import defusedxml.ElementTree as Xml
import pytest
import shapely
from PIL import Image
from pypdf import PdfReader

from geodata.dates.wording import day_in_words
from geodata.text.selection import Selection
from tests.timemap.snapshots import snapshot_on, told_in_scripts
from timemap.exports import Viewport, format_by_id
from timemap.static_map.drawing import Plot
from timemap.static_map.frame import Frame
from timemap.static_map.label_placement import around
from timemap.static_map.legend import legend_of
from timemap.static_map.pages.sheet import blank_sheet, map_axes
from timemap.static_map.pointer import pointer_to
from timemap.static_map.quarters import report_on
from timemap.static_map.render import draw_map
from timemap.static_map.text import short_name
from timemap.style.page_shapes import SHAPES, shape_by_id
from timemap.style.palette import THEMES, holder_colour, mixed, palette, share

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from geodata.dataset import Dataset
    from timemap.state.snapshot import Snapshot
    from timemap.static_map.legend import DrawnMap
    from timemap.style.page_shapes import Shape
    from timemap.style.palette import Theme

pytestmark = pytest.mark.slow

SIEGE, KOBANE = date(2014, 10, 6), Viewport(36.891, 38.3535, 9)


def written(dataset: Dataset, kind: str, snapshot: Snapshot) -> bytes:
    selection = told_in_scripts(dataset.atlas, snapshot)
    return format_by_id(kind).write(dataset, selection, snapshot)


def shown(dataset: Dataset, day: date, view: Viewport, *hidden: str, language: str = "en") -> tuple[Axes, DrawnMap]:
    snapshot = snapshot_on(dataset.atlas, day)
    plot = Plot(map_axes(blank_sheet(), (0, 0, 900, 560)), Frame(view, 900, 560), patterns=False)
    return plot.axes, draw_map(plot, dataset, replace(snapshot.state, hidden=hidden, language=language), ())


def words_on(axes: Axes) -> list[str]:
    return [text.get_text().replace("\n", " ").replace("\u200a", "") for text in axes.texts]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.id)
def test_a_png_has_its_shape_and_its_theme_and_says_what_it_is(dataset: Dataset, shape: Shape, theme: Theme) -> None:
    snapshot = replace(snapshot_on(dataset.atlas, SIEGE, viewport=KOBANE), shape=shape.id, theme=theme)
    with Image.open(io.BytesIO(written(dataset, "png", snapshot))) as picture:
        assert picture.size == pytest.approx(shape.pixels, abs=1)
        corner = picture.convert("RGB").getpixel((2, 2))
        assert isinstance(corner, tuple)
        assert (sum(corner) > 600) == (theme == "light")
        for words in ("6 October 2014", "CC BY-SA 4.0", "sources (", "do not imply endorsement"):
            assert words in picture.info["Description"]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.id)
def test_a_pdf_has_its_shape_and_is_light_with_all_its_words(dataset: Dataset, shape: Shape) -> None:
    snapshot = replace(snapshot_on(dataset.atlas, SIEGE, viewport=KOBANE), shape=shape.id, theme="dark")
    content = written(dataset, "pdf", snapshot)
    assert content == written(dataset, "pdf", replace(snapshot, theme="light", patterns=False))
    (page,) = PdfReader(io.BytesIO(content)).pages
    sides = (float(page.mediabox.width), float(page.mediabox.height))
    assert sides == pytest.approx((shape.width * 0.75, shape.height * 0.75), abs=0.1)
    text = " ".join(page.extract_text().split())
    for words in ("6 October 2014", "Kobane timeline map", "Islamic State (ISIS)", "CC BY-SA 4.0", " km"):
        assert words in text


@pytest.mark.parametrize("compare", [None, date(2015, 1, 26)])
def test_an_svg_has_its_shape_and_names_no_local_address(dataset: Dataset, compare: date | None) -> None:
    snapshot = snapshot_on(dataset.atlas, SIEGE, viewport=KOBANE)
    view = replace(snapshot.state, compare=compare)
    snapshot = replace(snapshot, state=view, shape="square", theme="dark", address="http://localhost:8501/")
    content = written(dataset, "svg", snapshot)
    root = Xml.fromstring(content)
    wanted = shape_by_id("square")
    assert root.get("viewBox") == f"0 0 {wanted.width * 0.75:g} {wanted.height * 0.75:g}"
    assert b"localhost" not in content
    assert f"version={dataset.atlas.version}".encode() in content


def test_areas_of_the_dark_theme_have_the_dark_colours_of_the_table(dataset: Dataset) -> None:
    (row,) = (row for row in dataset.atlas.controllers if row.id == "sdf")
    view = Viewport(36.891, 38.3535, 12)
    snapshot = replace(snapshot_on(dataset.atlas, date(2017, 1, 1), viewport=view), theme="dark", shape="wide")
    snapshot = replace(snapshot, state=replace(snapshot.state, hidden=("quarters", "callouts")))
    content = format_by_id("png").write(dataset, Selection(()), snapshot)
    with Image.open(io.BytesIO(content)) as picture:
        colours = {colour for _, colour in picture.convert("RGB").getcolors(2**24) or []}
    held = mixed(palette("dark")["land"], holder_colour(row, "dark"), share("fill", "dark"))
    assert tuple(bytes.fromhex(held[1:])) in colours


def test_what_the_day_is_about_stands_on_the_map_clear_of_names(dataset: Dataset) -> None:
    (row,) = (row for row in dataset.atlas.callouts if row.start == SIEGE)
    axes, seen = shown(dataset, SIEGE, KOBANE)
    assert seen.named.callouts
    assert row.text in words_on(axes)
    hidden, unseen = shown(dataset, SIEGE, KOBANE, "callouts")
    assert not unseen.named.callouts
    assert row.text not in words_on(hidden)
    axes.figure.canvas.draw()
    boxes = {text.get_text(): shapely.box(*text.get_window_extent().extents) for text in axes.texts}
    (own,) = (box for words, box in boxes.items() if words.replace("\n", " ") == row.text)
    assert [words for words, box in boxes.items() if box is not own and box.intersects(own)] == []


def test_an_arrow_leads_to_the_marked_place_outside_the_frame(dataset: Dataset) -> None:
    view = Viewport(36.2, 36.8, 10)
    axes, seen = shown(dataset, SIEGE, view)
    assert "Kobane" in words_on(axes)
    assert seen.named.focus == "", "the legend explains no ring where there is none"
    frame = Frame(view, 900, 560)
    x, y, angle = pointer_to(frame, *frame.spot(38.3535, 36.891))
    assert 0 < x < 900
    assert 0 < y < 560
    assert -1.57 < angle < 0, "to the upper right"
    (label,) = (text for text in axes.texts if text.get_text() == "Kobane" and not text.get_path_effects())
    assert shapely.box(*around(x, y, 120)).intersects(shapely.Point(*label.get_position()))


def test_quarters_are_drawn_from_near_and_named(dataset: Dataset) -> None:
    near = Viewport(36.891, 38.3535, 13)
    axes, seen = shown(dataset, SIEGE, near)
    report = report_on(dataset.atlas, SIEGE)
    assert report is not None
    inside = [row.name for row in dataset.atlas.front_marks if row.snapshot == report.id]
    drawn = [row.name for row, _, _ in seen.quarters.marks]
    assert drawn
    legend = [entry.words for section in legend_of(dataset.atlas, [seen]) for entry in section.entries]
    assert any(words.startswith(f"Reported on {day_in_words(report.day)}: ") for words in legend)
    assert set(drawn) <= set(inside)
    assert set(drawn) & set(words_on(axes))
    assert shown(dataset, SIEGE, near, "quarters")[1].quarters.marks == ()
    assert shown(dataset, SIEGE, KOBANE)[1].quarters.marks == ()
    assert shown(dataset, date(2018, 1, 1), near)[1].quarters.marks == ()


def test_names_are_in_the_chosen_language(dataset: Dataset) -> None:
    words = words_on(shown(dataset, SIEGE, KOBANE, language="ar")[0])
    place = dataset.atlas.place("kobane")
    assert any(place.name_arabic.startswith(name) for name in words if name)
    assert short_name(place.name) not in words
