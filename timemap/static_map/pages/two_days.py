"""Page with two days compared: two maps, changes and one legend."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geodata.areas.timeline.changes import difference
from geodata.dates.wording import day_in_words
from timemap.attribution import credit_of, days_seen_in_words
from timemap.state.snapshot import visible_events
from timemap.static_map.drawing import Plot
from timemap.static_map.layout import COLUMN_GAP, Columns, frame_in, layout_of, lowered, surplus
from timemap.static_map.legend import lay_legend, legend_of
from timemap.static_map.pages.one_day import period_on, write_origin
from timemap.static_map.pages.sheet import MARGIN, Face, blank_sheet, map_axes, write_foot, write_line
from timemap.static_map.render import draw_map
from timemap.static_map.text import text_width, wrapped
from timemap.style.page_shapes import shape_by_id
from timemap.text.numbers import format_number, pluralize

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from geodata.areas.timeline.changes import Difference
    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from geodata.text.selection import Selection
    from timemap.attribution import Credit
    from timemap.state.snapshot import Snapshot
    from timemap.static_map.layout import Layout
    from timemap.static_map.legend import LegendSection
    from timemap.static_map.pages.sheet import Sheet
    from timemap.static_map.text import Box

_HEAD = 82
_OVER = 20
_GAP = 16
_SCALE = 0.84
_TITLE = Face(25, bold=True)
_DAY = Face(13, bold=True)
_QUIET = Face(10.5, quiet=True)
_LEGEND = 9.8
_CHANGE = Face(9.4)
_WAY = Face(9.4, bold=True)
_CHANGES = Face(10.4, bold=True)
_LEADING = 12.2
_APART = 2.8
_CHANGES_HEAD = 22.0


def draw_two_days(dataset: Dataset, selection: Selection, snapshot: Snapshot, other: date) -> tuple[Sheet, Credit]:
    """Return the drawn page, and the words that go with it.

    Args:
        dataset: what is drawn.
        selection: the chosen events.
        snapshot: what is seen; its moment is the first of the two days.
        other: the second day; it may be the earlier one.
    """
    atlas, days = dataset.atlas, (snapshot.state.moment, other)
    sheet = blank_sheet(shape_by_id(snapshot.shape), snapshot.theme)
    snapshots = [replace(snapshot, state=replace(snapshot.state, moment=day)) for day in days]
    seen = [visible_events(selection, view) for view in snapshots]
    both = list(dict.fromkeys(event for events in seen for event in events))
    words = days_seen_in_words(snapshot.state)
    credit = credit_of(atlas, both, snapshot, days=days)
    credit = replace(credit, heading=credit.heading.replace(credit.day, words, 1), day=words)
    layout = layout_of(sheet.shape, write_foot(sheet, credit), _HEAD, maps=2)
    between = sum(min(days) < event.start <= max(days) for event in selection.events)
    _write_head(sheet, credit, between)
    boxes = _map_boxes(layout.map, snapshot)
    if boxes[0][1] == boxes[1][1]:
        layout = lowered(layout, surplus(boxes[0], snapshot, atlas))
        boxes = _map_boxes(layout.map, snapshot)
    frame = frame_in(boxes[0], snapshot)
    plot = Plot(sheet.axes, frame, _SCALE, theme=snapshot.theme, patterns=snapshot.patterns)
    shown = []
    for number, (box, view, events) in enumerate(zip(boxes, snapshots, seen, strict=True)):
        inside = sum(frame.shows(event.lon, event.lat) for event in events)
        _write_over(sheet, atlas, view, inside, box)
        here = replace(plot, axes=map_axes(sheet, box))
        shown.append(draw_map(here, dataset, view.state, events, bar=number == 0))
    _explain(sheet, layout, legend_of(atlas, shown), difference(dataset.areas, min(days), max(days)), atlas)
    return sheet, credit


def _map_boxes(box: Box, snapshot: Snapshot) -> tuple[Box, Box]:
    """Return where the two maps stand: one above the other or side by side, whichever is larger."""
    left, top, right, bottom = box
    middle, centre = (top + bottom + _GAP) / 2, (left + right) / 2
    above = ((left, top + _OVER, right, middle - _GAP), (left, middle + _OVER, right, bottom))
    beside = (
        (left, top + _OVER, centre - _GAP / 2, bottom),
        (centre + _GAP / 2, top + _OVER, right, bottom),
    )
    return max(above, beside, key=lambda boxes: frame_in(boxes[0], snapshot).view.zoom)


def _explain(sheet: Sheet, layout: Layout, legend: Sequence[LegendSection], change: Difference, atlas: Atlas) -> None:
    """Write below both maps their legend and, in the last of the columns, what changed hands."""
    (left, top, right, bottom), number = layout.notes
    width = layout.notes.width
    columns = Columns((left, top, right - width - COLUMN_GAP, bottom), number - 1)
    lay_legend(legend, columns, size=_LEGEND).draw(sheet)
    _write_changes(sheet, _changes(change, atlas, width), (right - width, top, right, bottom))


def _write_head(sheet: Sheet, credit: Credit, between: int) -> None:
    top = MARGIN * 0.75
    write_line(sheet, MARGIN, top, credit.day, _TITLE)
    write_origin(sheet, credit)
    sentence = (
        f"Two days compared, with {pluralize(between, 'event', 'events') if between else 'no events'} in between."
    )
    write_line(sheet, MARGIN, top + 35, f"{sentence} {credit.last_known}".strip(), Face(12.5))


def _write_over(sheet: Sheet, atlas: Atlas, snapshot: Snapshot, events: int, box: Box) -> None:
    """Write above a map its day and, where there is room, its period and how many events are on it."""
    left, top, right, _ = box
    day = day_in_words(snapshot.state.moment)
    write_line(sheet, left, top - _OVER, day, _DAY)
    left += text_width(day, _DAY.size, bold=True) + 12
    number = f"{pluralize(events, 'event', 'events') if events else 'no events'} on the map"
    period = period_on(atlas, snapshot.state)
    for words in (", ".join(filter(None, (period, number))), number):
        if left + text_width(words, _QUIET.size) <= right:
            write_line(sheet, left, top - _OVER + 2, words, _QUIET)
            break


@dataclass(frozen=True, slots=True)
class _Way:
    """What changed hands in one way."""

    heading: tuple[str, ...]
    """The way and how much it was, in lines."""
    rows: tuple[tuple[float, tuple[str, ...]], ...]
    """How much went from whom to whom in km\u00b2, each with its words in lines, the largest first."""
    width: float
    """Pixels that a line may take."""

    def lines(self, shown: int) -> list[tuple[str, ...]]:
        """Return the heading, so many of the rows, and how much the others are together; the heading alone for none."""
        shown_lines = [self.heading, *(lines for _, lines in self.rows[:shown])]
        if shown and (others := self.rows[shown:]):
            number = pluralize(len(others), "other", "others")
            shown_lines.append(_lines(f"{number}: {format_number(sum(km2 for km2, _ in others))} km\u00b2", self.width))
        return shown_lines


def _changes(change: Difference, atlas: Atlas, width: float) -> list[_Way]:
    """Return what changed hands, by the ways in which it did."""
    ways = []
    for way, whole in change.by_handover().items():
        transfers = tuple(
            (
                row.km2,
                _lines(f"{' to '.join(change.sides(row, atlas.names))}: {format_number(row.km2)} km\u00b2", width),
            )
            for row in change.largest_first(way)
        )
        ways.append(
            _Way(_lines(f"{atlas.handover_name(way)}: {format_number(whole)} km\u00b2", width), transfers, width)
        )
    return ways


def _lines(words: str, width: float) -> tuple[str, ...]:
    return wrapped(words, _CHANGE.size, width)


def _height(ways: Sequence[_Way], shown: Sequence[int]) -> float:
    """Return how many pixels so many rows of each way take, with the headings."""
    paragraphs = [lines for way, number in zip(ways, shown, strict=True) for lines in way.lines(number)]
    return _CHANGES_HEAD + sum(len(lines) * _LEADING + _APART for lines in paragraphs)


def _fitting(ways: Sequence[_Way], room: float) -> list[int]:
    """Return how many rows of each way fit in the room: the smallest are left out first."""
    shown = [len(way.rows) for way in ways]
    while any(shown) and _height(ways, shown) > room:
        last = min((at for at, number in enumerate(shown) if number), key=lambda at: ways[at].rows[shown[at] - 1][0])
        shown[last] -= 1
    return shown


def _write_changes(sheet: Sheet, ways: Sequence[_Way], box: Box) -> None:
    """Write what changed hands, by the ways: each with its sum, and as many rows as there is room for."""
    left, top, _, bottom = box
    write_line(sheet, left, top + 4, "What changed hands", _CHANGES)
    shown = _fitting(ways, bottom - top)
    top += _CHANGES_HEAD
    for way, number in zip(ways, shown, strict=True):
        for at, lines in enumerate(way.lines(number)):
            for line in lines:
                write_line(sheet, left, top, line, _WAY if at == 0 else _CHANGE)
                top += _LEADING
            top += _APART
    if not ways:
        write_line(sheet, left, top, "No change in any area.", _CHANGE)
