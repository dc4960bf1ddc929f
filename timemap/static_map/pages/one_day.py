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
from timemap.static_map.events import RADIUS, draw_symbol, style_of
from timemap.static_map.layout import frame_in, layout_of, lowered, surplus
from timemap.static_map.legend import draw_in_columns, legend_of
from timemap.static_map.pages.sheet import MARGIN, Face, blank_sheet, map_axes, write_foot, write_line
from timemap.static_map.render import draw_map
from timemap.static_map.text import text_width, wrapped
from timemap.style.page_shapes import shape_by_id
from timemap.text.legend_words import legend_words
from timemap.text.numbers import format_number, pluralize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from geodata.records.events import Event
    from geodata.text.selection import Selection
    from timemap.attribution import Credit
    from timemap.state.map_state import MapState
    from timemap.state.snapshot import Snapshot
    from timemap.static_map.layout import Layout
    from timemap.static_map.pages.sheet import Sheet
    from timemap.static_map.text import Box

_FACE = Face(10.2)


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
    if layout.columns > 1:
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
    credit = credit_of(dataset.atlas, (), snapshot)
    _write_head(
        sheet, credit, period_on(dataset.atlas, snapshot.state), f"{number}{away}: {events_in_words(snapshot.state)}"
    )
    shown = draw_map(plot, dataset, snapshot.state, seen)
    sections = legend_of(dataset.atlas, [shown])
    room = draw_in_columns(sheet, sections, layout.notes, layout.columns, size=_FACE.size)
    _list_events(sheet, dataset.atlas, inside, snapshot.state, max(room, key=lambda box: box[3] - box[1]))


def write_origin(sheet: Sheet, credit: Credit) -> None:
    """Write in the upper right corner from which map a page is.

    The range is named unless it is the whole.
    """
    top = MARGIN * 0.75
    write_line(sheet, sheet.width - MARGIN, top + 3, credit.title, Face(15, bold=True, right=True))
    told = "" if credit.whole else f"Date range: {credit.span}"
    write_line(sheet, sheet.width - MARGIN, top + 25, told, Face(10.5, quiet=True, right=True))


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
    found = [row for row in atlas.periods if row.span.covers(state.moment)]
    return min(found, key=lambda row: (row.last_day or date.max) - row.start).name if found else ""


def events_in_words(state: MapState) -> str:
    """Return which events are seen on the moment."""
    first, last = state.span.start, state.span.last_day or state.moment
    if state.mode == "range":
        return span_in_words(state.span)
    if state.mode == "until":
        return f"{day_in_words(first)} to this day; older events are paler"
    window = state.window * DAY
    return days_in_words(max(first, state.moment - window), min(last, state.moment + window))


def _list_events(sheet: Sheet, atlas: Atlas, events: Sequence[Event], state: MapState, box: Box) -> None:
    """List the chosen event and those nearest to the moment as far as there is room, and count the others."""
    left, top, right, bottom = box
    size = _FACE.size
    step, indent = size * 1.32, 2 * RADIUS + 8
    rows = {event.id: wrapped(f"{event.when}: {event.title}", size, right - left - indent) for event in events}
    room = bottom - top - size * 3.6
    listed: set[str] = set()
    for event in sorted(events, key=lambda event: (event.id != state.event, abs((event.start - state.moment).days))):
        room -= len(rows[event.id]) * step + 3
        if room < 0:
            break
        listed.add(event.id)
    if not listed:
        return
    y = top + size * 0.5
    write_line(sheet, left, y, "Events on the map", Face(size * 1.05, bold=True))
    y += size * 1.9
    for event in (event for event in events if event.id in listed):
        at = sheet.at(left + RADIUS + 1, y + size * 0.6, 0.75 * RADIUS)
        draw_symbol(at, style_of(atlas, event.main_category))
        for number, line in enumerate(rows[event.id]):
            write_line(sheet, left + indent, y + number * step, line, Face(size, bold=event.id == state.event))
        y += len(rows[event.id]) * step + 3
    if len(listed) < len(events):
        write_line(sheet, left, y, f"and {format_number(len(events) - len(listed))} more", Face(size, quiet=True))
