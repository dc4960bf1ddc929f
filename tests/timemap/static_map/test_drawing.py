"""The parts of a picture: projection, patterns, states at the border, places of names, a legend that is complete."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Transformer

from tests.timemap.snapshots import snapshot_on, told_in_scripts
from timemap.exports import Viewport
from timemap.state.snapshot import visible_events
from timemap.static_map.border import state_on
from timemap.static_map.drawing import Plot
from timemap.static_map.events import draw_events, faded
from timemap.static_map.frame import EQUATOR_KM, Frame, fitting
from timemap.static_map.label_placement import Label, place_labels, spots_beside
from timemap.static_map.legend import legend_of
from timemap.static_map.pages.sheet import blank_sheet, map_axes
from timemap.static_map.render import draw_map
from timemap.static_map.text import text_block, text_width, wrapped
from timemap.style.hatching import pattern_lines, stripes
from timemap.style.symbols import PATTERNS
from timemap.style.tokens import TOKENS

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from timemap.static_map.legend import DrawnMap
    from timemap.static_map.text import Box


def plot_of(view: Viewport, width: float = 700, height: float = 500) -> Plot:
    plot = Plot(map_axes(blank_sheet(), (0, 0, width, height)), Frame(view, width, height))
    plot.axes.set(xlim=(0, width), ylim=(height, 0))
    return plot


def test_pixels_are_those_of_web_mercator() -> None:
    frame = Frame(Viewport(36.75, 38.55, 8.5), 800, 600)
    to_metres = Transformer.from_crs(4326, 3857, always_xy=True)
    middle = np.array(to_metres.transform(38.55, 36.75))
    per_pixel = 1000 * EQUATOR_KM / frame.world
    for lon, lat in ((36.0, 35.5), (38.3535, 36.891), (42.4, 37.4)):
        x, y = (np.array(to_metres.transform(lon, lat)) - middle) / per_pixel
        assert frame.spot(lon, lat) == pytest.approx((400 + x, 300 - y), abs=0.01)


def test_a_fitting_frame_shows_its_bounds_and_not_much_more() -> None:
    frame = fitting((36, 35.8, 42, 37.2), 400, 300)
    assert frame.spot(36, 36.5)[0] == pytest.approx(0, abs=1e-6)
    assert frame.spot(42, 36.5)[0] == pytest.approx(400)
    assert frame.shows(39, 35.8)
    assert frame.shows(39, 37.2)


@pytest.mark.parametrize("pattern", [path for path in PATTERNS.values() if path])
def test_a_pattern_stays_in_its_area_and_covers_all_of_it(pattern: str) -> None:
    area = shapely.Point(100, 80).buffer(60)
    lines = pattern_lines(pattern, area, 1)
    assert area.buffer(0.01).covers(lines)
    assert area.difference(lines.buffer(9)).is_empty


def test_stripes_are_as_wide_as_asked() -> None:
    area = shapely.box(0, 0, 200, 100)
    apart = TOKENS.areas.stripes_apart / 2**0.5
    for stripe in TOKENS.areas.stripe:
        assert stripes(stripe.width, area, 1).area / area.area == pytest.approx(stripe.width / apart, rel=0.02)


@pytest.mark.parametrize(
    ("place", "day", "state"),
    [
        ("x-kobane", date(2014, 10, 30), ("open", False)),
        ("x-kobane", date(2014, 10, 31), ("unknown", False)),
        ("x-kobane", date(2020, 1, 1), ("closed", False)),
        ("x-kobane", date(2026, 2, 5), ("closed", True)),
    ],
)
def test_a_crossing_is_as_the_table_says(atlas: Atlas, place: str, day: date, state: tuple[str, bool]) -> None:
    assert state_on(atlas, place, day) == state


def test_older_events_are_paler_but_never_gone(atlas: Atlas) -> None:
    event = atlas.event("black-flags-raised")
    strengths = [faded(event, date(year, 10, 6)) for year in (2014, 2015, 2016, 2026)]
    assert strengths[0] == 1
    assert sorted(strengths, reverse=True) == strengths
    assert strengths[-1] > 0.3


def test_every_event_in_the_frame_is_counted(atlas: Atlas) -> None:
    snapshot = snapshot_on(atlas, date(2014, 10, 6))
    events = visible_events(told_in_scripts(atlas, snapshot), snapshot)
    plot = plot_of(Viewport(36.9, 38.35, 9))
    marks = draw_events(plot, atlas, events, snapshot.state)
    inside = [event for event in events if plot.frame.shows(event.lon, event.lat)]
    plates = [int(text.get_text()) for text in plot.axes.texts]
    alone = len(marks.boxes) - 2 * len(plates)
    assert sum(plates) + alone == len(inside) > 5
    assert set(marks.categories) == {event.main_category for event in inside}


def box_strategy() -> st.SearchStrategy[tuple[float, float]]:
    return st.tuples(st.floats(0, 400), st.floats(0, 300))


@given(points=st.lists(box_strategy(), max_size=25), obstacles=st.lists(box_strategy(), max_size=8))
def test_no_name_covers_another_or_an_obstacle(
    points: list[tuple[float, float]], obstacles: list[tuple[float, float]]
) -> None:
    words = text_block("town", ["Name of a town"], 1)
    labels = [Label(words, spots_beside(x, y, words, 5), at, dot=(x, y)) for at, (x, y) in enumerate(points)]
    blocked: list[Box] = [(x, y, x + 30, y + 12) for x, y in obstacles]
    placed = [spot.box for _, spot in place_labels(labels, blocked, (0, 0, 400, 300))]
    boxes = [shapely.box(*box) for box in placed]
    walls = [shapely.box(*box) for box in blocked]
    for at, box in enumerate(boxes):
        assert shapely.box(0, 0, 400, 300).covers(box)
        assert all(box.intersection(other).area == 0 for other in boxes[:at] + walls)


def test_what_must_stand_stands_even_where_all_is_covered() -> None:
    words = text_block("focus", ["Here"], 1)
    label = Label(words, spots_beside(50, 50, words, 5), 0, always=True)
    assert place_labels([label], [(0, 0, 100, 100)], (0, 0, 100, 100))
    assert not place_labels([Label(words, label.spots, 0)], [(0, 0, 100, 100)], (0, 0, 100, 100))


def test_arabic_letters_are_joined_and_text_is_broken_between_words() -> None:
    letter = "\N{ARABIC LETTER AIN}"
    assert text_width(letter * 3, 20) < 0.9 * 3 * text_width(letter, 20)
    lines = wrapped("a line that is too long for its room", 10, 90)
    assert " ".join(lines) == "a line that is too long for its room"
    assert len(lines) > 1
    assert all(text_width(line, 10) <= 90 for line in lines)


def seen_on(dataset: Dataset, day: date, view: Viewport) -> DrawnMap:
    snapshot = snapshot_on(dataset.atlas, day)
    events = visible_events(told_in_scripts(dataset.atlas, snapshot), snapshot)
    return draw_map(plot_of(view), dataset, snapshot.state, events)


def words_in_legend(dataset: Dataset, day: date, view: Viewport) -> list[str]:
    seen = seen_on(dataset, day, view)
    return [entry.words for section in legend_of(dataset.atlas, [seen]) for entry in section.entries]


def test_the_legend_of_the_siege_has_who_was_there_and_nobody_else(dataset: Dataset) -> None:
    words = words_in_legend(dataset, date(2014, 10, 6), Viewport(36.89, 38.36, 12))
    assert {"YPG and allied groups", "Islamic State (ISIS)", "Fighting", "Kobane (Ayn al-Arab)"} <= set(words)
    assert not [entry for entry in words if "Turkish" in entry or "wall" in entry or "last known" in entry]
    assert len(words) == len(set(words))


def test_the_legend_of_afrin_has_its_zone_its_wall_and_its_posts(dataset: Dataset) -> None:
    words = words_in_legend(dataset, date(2018, 7, 1), Viewport(36.4, 36.8, 9))
    wanted = {
        dataset.atlas.setting("zones-name"),
        "Border wall",
        "Military post",
        "State border",
    }
    assert wanted <= set(words)
    assert "Islamic State (ISIS)" not in words
    assert "Kobane (Ayn al-Arab)" not in words


def test_the_legend_says_what_is_only_last_known(dataset: Dataset) -> None:
    seen = [seen_on(dataset, day, Viewport(36.6, 38.0, 8.5)) for day in (date(2026, 10, 1), date(2025, 10, 1))]
    late, both = legend_of(dataset.atlas, seen[:1]), legend_of(dataset.atlas, seen)
    zones = dataset.atlas.setting("zones-name")
    assert late[0].heading == "Areas, as last known"
    assert zones in [entry.words for entry in late[0].entries]
    assert both[0].heading == "Areas"
    assert {zones, f"{zones}, last known", "Greyed: last known state"} <= {entry.words for entry in both[0].entries}
    assert "Crossing, closed, last known" in words_in_legend(dataset, date(2026, 10, 1), Viewport(36.891, 38.3535, 13))


def test_the_legend_explains_the_soft_edge_where_it_is_seen(dataset: Dataset) -> None:
    edge = "Soft edge: no data beyond"
    assert edge in words_in_legend(dataset, date(2016, 1, 1), Viewport(35.6, 38.5, 9))
    assert edge not in words_in_legend(dataset, date(2016, 1, 1), Viewport(36.89, 38.36, 12))


def test_the_legend_of_open_country_has_no_border(dataset: Dataset) -> None:
    words = words_in_legend(dataset, date(2016, 1, 1), Viewport(36.2, 40.0, 11))
    assert "State border" not in words
    assert "Crossing, closed" not in words
