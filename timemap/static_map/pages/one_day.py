"""Page with the map of one day and all that explains it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from geodata.dates.span import DAY
from geodata.dates.wording import day_in_words, days_in_words
from timemap.attribution import credit_of, span_in_words
from timemap.state.snapshot import visible_events
from timemap.static_map.drawing import Plot
from timemap.static_map.layout import frame_in, layout_of, lowered, surplus
from timemap.static_map.legend import lay_legend, legend_of
from timemap.static_map.pages.event_list import event_list
from timemap.static_map.pages.sheet import MARGIN, Face, blank_sheet, map_axes, write_foot, write_line
from timemap.static_map.render import draw_map
from timemap.static_map.text import text_width
from timemap.style.page_shapes import shape_by_id
from timemap.text.legend_words import legend_words
from timemap.text.numbers import format_number, pluralize

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from geodata.text.selection import Selection
    from timemap.attribution import Credit
    from timemap.state.map_state import MapState
    from timemap.state.snapshot import Snapshot
    from timemap.static_map.layout import Layout
    from timemap.static_map.pages.sheet import Sheet

LIST_ELSEWHERE = "For the list, open the link below."
"""What a page says whose legend leaves no room for the list of events."""

_SIZE = 10.2
"""Pixels of the letters of legend and list."""


@dataclass(frozen=True, slots=True)
class Page:
    """Page with its foot, and with room for a map and its legend."""

    sheet: Sheet
    layout: Layout
    plot: Plot
    """Where the map stands."""


def draw_one_day(dataset: Dataset, selection: Selection, snapshot: Snapshot) -> tuple[Sheet, Credit]:
    """Return the drawn page, and the words that go with it."""
    credit = credit_of(dataset.atlas, visible_events(selection, snapshot), snapshot)
    page = begin_page(blank_sheet(shape_by_id(snapshot.shape), snapshot.theme), dataset.atlas, snapshot, credit)
    draw_day(page, dataset, selection, snapshot)
    return page.sheet, credit


def begin_page(sheet: Sheet, atlas: Atlas, snapshot: Snapshot, credit: Credit) -> Page:
    """Write the foot of a sheet, and return the page with room for a map."""
    layout = layout_of(sheet.shape, write_foot(sheet, credit))
    if layout.notes.number > 1:
        layout = lowered(layout, surplus(layout.map, snapshot, atlas))
    axes = map_axes(sheet, layout.map)
    return Page(
        sheet, layout, Plot(axes, frame_in(layout.map, snapshot), theme=sheet.theme, patterns=snapshot.patterns)
    )


def draw_day(page: Page, dataset: Dataset, selection: Selection, snapshot: Snapshot) -> None:
    """Draw all of a page that depends on the day."""
    sheet, layout, plot = page.sheet, page.layout, page.plot
    seen = visible_events(selection, snapshot)
    inside = [event for event in seen if plot.frame.shows(event.lon, event.lat)]
    number = f"{pluralize(len(inside), 'event', 'events') if inside else 'No events'} on the map"
    away = (
        f", {format_number(len(seen) - len(inside))} {legend_words()['elsewhere']}" if len(seen) > len(inside) else ""
    )
    shown = draw_map(plot, dataset, snapshot.state, seen)
    events = event_list(inside, snapshot.state, layout.notes.width, _SIZE)
    legend = lay_legend(legend_of(dataset.atlas, [shown]), layout.notes, size=_SIZE, keep=events.heights())
    listed = events.laid(legend.rooms)
    told = f"{number}{away}: {events_in_words(snapshot.state)}"
    if inside and not listed.placed:
        told += f". {LIST_ELSEWHERE}"
    _write_head(sheet, credit_of(dataset.atlas, (), snapshot), period_on(dataset.atlas, snapshot.state), told)
    legend.draw(sheet)
    listed.draw(sheet, dataset.atlas)


def write_origin(sheet: Sheet, credit: Credit) -> None:
    """Write in the upper right corner from which map a page is.

    The range is named unless it is the whole.
    """
    top = MARGIN * 0.75
    write_line(sheet, sheet.width - MARGIN, top + 3, credit.title, Face(15, bold=True, right=True))
    date_range = "" if credit.whole else f"Date range: {credit.span}"
    write_line(sheet, sheet.width - MARGIN, top + 25, date_range, Face(10.5, quiet=True, right=True))


def _write_head(sheet: Sheet, credit: Credit, period: str, events: str) -> None:
    top, line = MARGIN * 0.75, 12.5
    write_line(sheet, MARGIN, top, credit.day, Face(25, bold=True))
    write_origin(sheet, credit)
    write_line(sheet, MARGIN, top + 35, period, Face(line))
    after = MARGIN + (text_width(period, line) + 16 if period else 0)
    write_line(sheet, after, top + 35, credit.last_known, Face(line, bold=True))
    write_line(sheet, MARGIN, top + 53, events, Face(10.5, quiet=True))


def period_on(atlas: Atlas, state: MapState) -> str:
    """Return the name of the shortest period round the day.

    It is the most telling one; empty for none.
    """
    periods = [row for row in atlas.periods if row.span.covers(state.moment)]
    return min(periods, key=lambda row: (row.last_day or date.max) - row.start).name if periods else ""


def events_in_words(state: MapState) -> str:
    """Return which events are seen on the moment."""
    first, last = state.span.start, state.span.last_day or state.moment
    if state.mode == "range":
        return span_in_words(state.span)
    if state.mode == "until":
        return f"{day_in_words(first)} to this day; older events are paler"
    window = state.window * DAY
    return days_in_words(max(first, state.moment - window), min(last, state.moment + window))
