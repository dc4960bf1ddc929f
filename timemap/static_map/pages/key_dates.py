"""Page of eight key dates: small maps with one legend."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import shapely

from geodata.dates.wording import day_in_words
from timemap.attribution import credit_of
from timemap.static_map.drawing import Plot
from timemap.static_map.frame import Frame, fitting
from timemap.static_map.layout import Columns
from timemap.static_map.legend import lay_legend, legend_of
from timemap.static_map.pages.sheet import (
    DRAWING,
    MARGIN,
    Face,
    blank_sheet,
    map_axes,
    save_png,
    save_svg,
    write_foot,
    write_line,
)
from timemap.static_map.render import draw_map
from timemap.static_map.text import text_width, wrapped

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from geodata.records.events import KeyDate
    from geodata.text.selection import Selection
    from timemap.attribution import Credit
    from timemap.state.snapshot import Snapshot
    from timemap.static_map.pages.sheet import Sheet
    from timemap.static_map.text import Box

COLUMNS = 2
"""Maps side by side."""

MOST_LINES = 2
"""Lines for what a map tells."""

_HEAD = 62
_SIDE = 196
_GAP = 14
_SCALE = 0.72
_SIZE = 9.6
_OVER = 39
_ROUND = 10
_STEP = 11
_DAY = Face(11, bold=True)
_TITLE = Face(9.4, bold=True, quiet=True)
_WHY = Face(8.6)


def write_png(dataset: Dataset, selection: Selection, snapshot: Snapshot) -> bytes:
    """Return the key dates as a PNG for print.

    Selection and view play no part.
    """
    del selection
    with DRAWING:
        return save_png(*draw_key_dates(dataset, snapshot))


def write_svg(dataset: Dataset, selection: Selection, snapshot: Snapshot) -> bytes:
    """Return the key dates as an SVG; selection and view play no part."""
    del selection
    with DRAWING:
        return save_svg(*draw_key_dates(dataset, snapshot), snapshot.today)


def draw_key_dates(dataset: Dataset, snapshot: Snapshot) -> tuple[Sheet, Credit]:
    """Return the drawn page, and the words that go with it."""
    atlas = dataset.atlas
    sheet = blank_sheet()
    events = [atlas.event(row.event) for row in atlas.key_dates if atlas.has_event(row.event)]
    days = [row.day for row in atlas.key_dates]
    credit = credit_of(atlas, events, snapshot, days=days, heading=_heading(atlas))
    foot = write_foot(sheet, credit)
    write_line(sheet, MARGIN, MARGIN * 0.75, credit.heading, Face(20, bold=True))
    width = (sheet.width - 2 * MARGIN - _SIDE - COLUMNS * _GAP) / COLUMNS
    height = (foot - 6 - _HEAD) / max(-(-len(days) // COLUMNS), 1)
    tall = height - _OVER - _GAP * 0.6
    view = fitting(_bounds(dataset), width - 2 * _ROUND, tall - 2 * _ROUND).view
    frame = Frame(view, width, tall, detail=0.4)
    seen = []
    for number, row in enumerate(atlas.key_dates):
        left = MARGIN + number % COLUMNS * (width + _GAP)
        top = _HEAD + number // COLUMNS * height
        beside = atlas.key_dates[number - number % COLUMNS :][:COLUMNS]
        lines = max(len(_why(other, width)) for other in beside)
        _write_over(sheet, atlas, row, (left, top + (MOST_LINES - lines) * _STEP, left + width, top + _OVER))
        axes = map_axes(sheet, (left, top + _OVER, left + width, top + _OVER + tall))
        day = replace(snapshot.state, moment=row.day)
        seen.append(draw_map(Plot(axes, frame, _SCALE), dataset, day, (), bar=number == 0))
    box = (sheet.width - MARGIN - _SIDE, _HEAD, sheet.width - MARGIN, foot - 6)
    lay_legend(legend_of(atlas, seen), Columns(box, 1), size=_SIZE).draw(sheet)
    return sheet, credit


def _heading(atlas: Atlas) -> str:
    days = [row.day for row in atlas.key_dates]
    number = {8: "eight"}.get(len(days), f"{len(days)}")
    span = f", {min(days).year}\u2013{max(days).year}" if days else ""
    return f"{atlas.setting('title')}: {number} key dates{span}"


def _bounds(dataset: Dataset) -> tuple[float, float, float, float]:
    """Return the box round all that the zones held on the days, and the marked place.

    Without them it is that round all areas, or the ground.
    """
    atlas, areas = dataset.atlas, dataset.areas
    shapes: list[BaseGeometry] = [zone.geometry for row in atlas.key_dates for zone in areas.zones_on(row.day)]
    focus = atlas.setting("focus-place")
    if shapes and atlas.has_place(focus):
        shapes.append(shapely.Point(atlas.place(focus).lon, atlas.place(focus).lat))
    shapes = shapes or [cell.shape for cell in areas.cells] or [dataset.geography.area]
    west, south, east, north = shapely.total_bounds(shapes)
    return float(west), float(south), float(east), float(north)


def _write_over(sheet: Sheet, atlas: Atlas, row: KeyDate, box: Box) -> None:
    """Write above a map its day, what happened, and what the map tells."""
    left, top, right, _ = box
    day = day_in_words(row.day)
    write_line(sheet, left, top, day, _DAY)
    after = left + text_width(day, _DAY.size, bold=True) + 8
    if atlas.has_event(row.event):
        (title, *_) = wrapped(atlas.event(row.event).title, _TITLE.size, right - after, bold=True)
        write_line(sheet, after, top + 1.2, title, _TITLE)
    for number, line in enumerate(_why(row, right - left)):
        write_line(sheet, left, top + 15 + number * _STEP, line, _WHY)


def _why(row: KeyDate, width: float) -> tuple[str, ...]:
    """Return what the map of a day tells, in lines."""
    return wrapped(row.why, _WHY.size, width)[:MOST_LINES]
