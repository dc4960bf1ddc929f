"""A page with two days compared: the same part of the map on each, what changed hands in between, and one legend."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geodata.areas.change import difference
from geodata.datewords import day_in_words
from timemap.exports.credit import credit_of, days_seen_in_words
from timemap.exports.picture.frame import Frame
from timemap.exports.picture.legend import draw_legend, legend_of
from timemap.exports.picture.lettering import text_width, wrapped
from timemap.exports.picture.oneday import period_on, write_origin
from timemap.exports.picture.onemap import draw_map
from timemap.exports.picture.sheet import MARGIN, WIDTH, Face, blank_sheet, map_axes, write_foot, write_line
from timemap.exports.picture.strokes import Plot
from timemap.exports.sight import seen_events

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from geodata.areas.change import Difference
    from geodata.atlas import Atlas
    from geodata.choose import Selection
    from timemap.exports.credit import Credit
    from timemap.exports.picture.onemap import Known
    from timemap.exports.picture.placing import Box
    from timemap.exports.sight import Sight

_HEAD = 82
_OVER = 20
_SIDE = 236
_GAP = 16
_BACK = 0.5
"""Zoom levels by which the maps are taken back, as each has half of the page."""

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
_FEWEST_CHANGES = 2
"""Changes in each way for which the legend must leave room."""


def draw(known: Known, selection: Selection, sight: Sight, other: date) -> tuple[Figure, Credit]:
    """Return the drawn page, and the words that go with it.

    Args:
        known: what is drawn.
        selection: the chosen events.
        sight: what is seen; its moment is the first of the two days.
        other: the second day; it may be the earlier one.
    """
    atlas, days = known.atlas, (sight.view.moment, other)
    figure, page = blank_sheet()
    sights = [replace(sight, view=replace(sight.view, moment=day)) for day in days]
    seen = [seen_events(selection, one) for one in sights]
    both = list(dict.fromkeys(event for events in seen for event in events))
    words = days_seen_in_words(sight.view)
    credit = credit_of(atlas, both, sight, days=days)
    credit = replace(credit, heading=credit.heading.replace(credit.day, words, 1), day=words)
    foot = write_foot(page, credit)
    between = sum(min(days) < event.start <= max(days) for event in selection.events)
    _write_head(page, credit, between)
    room = (foot - 10 - _HEAD - _GAP) / 2
    view = replace(sight.map, zoom=max(sight.map.zoom - _BACK, 0))
    frame = Frame(view, WIDTH - 2 * MARGIN - _SIDE - _GAP, room - _OVER)
    shown = []
    for number, (one, events) in enumerate(zip(sights, seen, strict=True)):
        top = _HEAD + number * (room + _GAP)
        _write_over(page, atlas, one, sum(frame.shows(event.lon, event.lat) for event in events), top)
        top += _OVER
        axes = map_axes(figure, (MARGIN, top, MARGIN + frame.width, top + frame.height))
        shown.append(draw_map(Plot(axes, frame, _SCALE), known, one.view, events, bar=number == 0))
    left, bottom = MARGIN + frame.width + _GAP, foot - 10
    changes = _changes(difference(known.areas, min(days), max(days)), atlas)
    reserved = _height(changes, [min(len(way.rows), _FEWEST_CHANGES) for way in changes])
    legend = legend_of(atlas, shown)
    top = draw_legend(page, legend, (left, _HEAD, WIDTH - MARGIN, bottom - reserved), size=_LEGEND)
    _write_changes(page, changes, (left, top, WIDTH - MARGIN, bottom))
    return figure, credit


def _write_head(page: Axes, credit: Credit, between: int) -> None:
    top = MARGIN * 0.75
    write_line(page, MARGIN, top, credit.day, _TITLE)
    write_origin(page, credit)
    told = f"Two days compared. {between or 'No'} chosen event{'' if between == 1 else 's'} in between."
    write_line(page, MARGIN, top + 35, f"{told} {credit.last_known}".strip(), Face(12.5))


def _write_over(page: Axes, atlas: Atlas, sight: Sight, events: int, top: float) -> None:
    """Write above a map its day, the period that it lies in, and how many events are on it."""
    day = day_in_words(sight.view.moment)
    write_line(page, MARGIN, top, day, _DAY)
    number = f"{events or 'no'} event{'' if events == 1 else 's'} on the map"
    told = ", ".join(filter(None, (period_on(atlas, sight.view), number)))
    write_line(page, MARGIN + text_width(day, _DAY.size, bold=True) + 12, top + 2, told, _QUIET)


@dataclass(frozen=True, slots=True)
class _Way:
    """What changed hands in one way."""

    heading: tuple[str, ...]
    """The way and how much it was, in lines."""
    rows: tuple[tuple[float, tuple[str, ...]], ...]
    """How much went from whom to whom in km\u00b2, each with its words in lines, the largest first."""

    def lines(self, shown: int) -> list[tuple[str, ...]]:
        """Return the heading, so many of the rows, and how much the others are together; the heading alone for none."""
        found = [self.heading, *(lines for _, lines in self.rows[:shown])]
        if shown and (others := self.rows[shown:]):
            number = f"{len(others)} other{'' if len(others) == 1 else 's'}"
            found.append(_lines(f"{number}: {sum(km2 for km2, _ in others):,.0f} km\u00b2"))
        return found


def _changes(found: Difference, atlas: Atlas) -> list[_Way]:
    """Return what changed hands, by the ways in which it did."""
    ways = []
    for way, whole in found.by_handover().items():
        told = tuple(
            (row.km2, _lines(f"{' to '.join(found.sides(row, atlas.names))}: {row.km2:,.0f} km\u00b2"))
            for row in found.largest_first(way)
        )
        ways.append(_Way(_lines(f"{atlas.handover_name(way)}: {whole:,.0f} km\u00b2"), told))
    return ways


def _lines(words: str) -> tuple[str, ...]:
    return wrapped(words, _CHANGE.size, _SIDE)


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


def _write_changes(page: Axes, ways: Sequence[_Way], box: Box) -> None:
    """Write what changed hands, by the ways: each with its sum, and as many rows as there is room for."""
    left, top, _, bottom = box
    write_line(page, left, top + 4, "What changed hands in between", _CHANGES)
    shown = _fitting(ways, bottom - top)
    top += _CHANGES_HEAD
    for way, number in zip(ways, shown, strict=True):
        for at, lines in enumerate(way.lines(number)):
            for line in lines:
                write_line(page, left, top, line, _WAY if at == 0 else _CHANGE)
                top += _LEADING
            top += _APART
    if not ways:
        write_line(page, left, top, "Nothing, in any of the areas.", _CHANGE)
