"""On a page of one day map, legend, list of events and foot have room, whatever the day, shape and filters."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from tests.timemap.snapshots import snapshot_on
from timemap.attribution import credit_of
from timemap.exports import Viewport
from timemap.state.map_state import filter_by_state
from timemap.state.snapshot import visible_events
from timemap.static_map.layout import Columns
from timemap.static_map.pages.event_list import HEADING
from timemap.static_map.pages.one_day import LIST_ELSEWHERE, begin_page, draw_day, draw_one_day
from timemap.static_map.pages.sheet import Face, blank_sheet, unhinted, write_line
from timemap.style.page_shapes import shape_by_id

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from geodata.records.view_limits import Mode
    from timemap.state.snapshot import Snapshot
    from timemap.static_map.pages.sheet import Sheet

pytestmark = pytest.mark.slow

WEST, NEAR, NORTH = Viewport(36.5, 37.2, 9), Viewport(36.89, 38.35, 10.5), Viewport(36.5, 38.6, 8)
TOLERANCE = 1.5
"""Pixels by which the boxes of letters may touch: they are higher than the letters in them."""


class Case(NamedTuple):
    """A view of one day."""

    day: date
    shape: str
    viewport: Viewport | None
    mode: Mode = "day"
    window: int = 7
    words: str = ""
    selected: bool = False

    @property
    def is_crowded(self) -> bool:
        """Whether so many events are on the map that the legend may leave no room for their list."""
        return self.mode != "day" or self.window > 7


CASES = (
    Case(date(2014, 10, 6), "a4", NEAR),
    Case(date(2016, 6, 27), "wide", WEST, window=30, selected=True),
    Case(date(2017, 4, 13), "a4", NORTH, "until", words="kobane"),
    Case(date(2017, 4, 13), "square", WEST, window=30),
    Case(date(2017, 9, 6), "wide", None, "range"),
    Case(date(2018, 1, 29), "square", NORTH, "until"),
    Case(date(2018, 4, 1), "a4", WEST),
    Case(date(2018, 6, 24), "a4", NORTH, window=30, words="kobane"),
    Case(date(2018, 6, 24), "a4-upright", WEST, "until", selected=True),
    Case(date(2019, 10, 10), "a4-upright", None),
    Case(date(2020, 6, 19), "square", None, window=7, words="kobane"),
    Case(date(2024, 12, 9), "wide", NORTH, window=30),
    Case(date(2026, 1, 20), "a4-upright", NEAR, "range", words="kobane", selected=True),
    Case(date(2026, 10, 20), "a4", NORTH),
    Case(date(2026, 10, 20), "a4-upright", None, words="a-link-longer-than-a-line" * 8),
)


def snapshot_of(case: Case, atlas: Atlas) -> Snapshot:
    """Return the view of a case; the selected event is the last one that it shows."""
    snapshot = snapshot_on(atlas, case.day, viewport=case.viewport)
    state = replace(snapshot.state, mode=case.mode, window=case.window, words=case.words)
    snapshot = replace(snapshot, state=state, shape=case.shape)
    seen = visible_events(filter_by_state(state, atlas), snapshot)
    return replace(snapshot, state=replace(state, event=seen[-1].id)) if case.selected and seen else snapshot


def words_on(sheet: Sheet) -> list[str]:
    return [text.get_text() for text in sheet.axes.texts]


def number_on_map(words: list[str]) -> int:
    """Return how many events are on the map, as the page says above it."""
    (told,) = (match for line in words if (match := re.match(r"([0-9,]+|No) events? on the map", line)))
    return 0 if told[1] == "No" else int(told[1].replace(",", ""))


def overlaps(sheet: Sheet) -> list[str]:
    """Return which words cover others or the map, or leave the page."""
    canvas = sheet.figure.canvas
    assert isinstance(canvas, FigureCanvasAgg)
    with unhinted():
        renderer = canvas.get_renderer()  # type: ignore[no-untyped-call]
        boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in sheet.axes.texts if text.get_text()]
        _, *maps = sheet.figure.axes
        boxes += [("the map", axes.get_window_extent(renderer)) for axes in maps]
    page = sheet.figure.bbox
    outside = [words for words, box in boxes if box.x0 < 0 or box.y0 < 0 or box.x1 > page.width or box.y1 > page.height]
    covered = [
        f"{first} / {second}"
        for (first, one), (second, other) in combinations(boxes, 2)
        if min(one.x1, other.x1) - max(one.x0, other.x0) > TOLERANCE
        and min(one.y1, other.y1) - max(one.y0, other.y0) > TOLERANCE
    ]
    return outside + covered


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.day}-{case.shape}-{case.mode}")
def test_the_events_are_listed_or_the_page_says_where_and_nothing_overlaps(case: Case, dataset: Dataset) -> None:
    snapshot = snapshot_of(case, dataset.atlas)
    selection = filter_by_state(snapshot.state, dataset.atlas)
    sheet, _ = draw_one_day(dataset, selection, snapshot)
    words = words_on(sheet)
    is_listed, is_elsewhere = HEADING in words, any(line.endswith(LIST_ELSEWHERE) for line in words)
    if number_on_map(words):
        assert is_listed != is_elsewhere
        assert is_listed or case.is_crowded
    else:
        assert not is_listed
        assert not is_elsewhere
    assert overlaps(sheet) == []


def test_the_events_that_are_listed_and_the_others_are_all(dataset: Dataset) -> None:
    case = Case(date(2018, 6, 24), "a4-upright", WEST, "until", selected=True)
    snapshot = snapshot_of(case, dataset.atlas)
    selection = filter_by_state(snapshot.state, dataset.atlas)
    sheet, _ = draw_one_day(dataset, selection, snapshot)
    words = words_on(sheet)
    after = words[words.index(HEADING) + 1 :]
    starts = [f"{event.when}: " for event in selection.events]
    listed = sum(any(line.startswith(start) for start in starts) for line in after)
    (more,) = (match for line in after if (match := re.fullmatch("and ([0-9,]+) more", line)))
    assert listed > 1
    assert listed + int(more[1].replace(",", "")) == number_on_map(words)
    chosen = dataset.atlas.event(snapshot.state.event)
    (line,) = (text for text in sheet.axes.texts if text.get_text().startswith(f"{chosen.when}: "))
    assert line.get_fontweight() == "bold"


def test_a_page_without_room_for_the_list_says_where_it_is(dataset: Dataset) -> None:
    snapshot = snapshot_of(Case(date(2018, 4, 1), "a4", WEST), dataset.atlas)
    selection = filter_by_state(snapshot.state, dataset.atlas)
    credit = credit_of(dataset.atlas, visible_events(selection, snapshot), snapshot)
    page = begin_page(blank_sheet(shape_by_id(snapshot.shape)), dataset.atlas, snapshot, credit)
    left, top, right, bottom = page.layout.notes.box
    low = Columns((left, top, right, top + 0.6 * (bottom - top)), 1)
    draw_day(replace(page, layout=page.layout._replace(notes=low)), dataset, selection, snapshot)
    words = words_on(page.sheet)
    assert number_on_map(words)
    assert HEADING not in words
    assert any(line.endswith(LIST_ELSEWHERE) for line in words)
    assert any(credit.address in line for line in words), "the link that it speaks of"


def test_words_over_others_are_found() -> None:
    sheet = blank_sheet()
    for y, text in ((100, "one"), (104, "two"), (200, "three")):
        write_line(sheet, 50, y, text, Face(10))
    write_line(sheet, sheet.width - 10, 300, "four four four", Face(10))
    assert overlaps(sheet) == ["four four four", "one / two"]
