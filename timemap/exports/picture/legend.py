"""The legend explains what is in the picture and nothing else; each sample is drawn by what draws the thing itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from timemap.exports.picture import samples
from timemap.exports.picture.border import draw_gate, draw_post
from timemap.exports.picture.labels import draw_ring
from timemap.exports.picture.lettering import font_of, wrapped
from timemap.exports.picture.marks import draw_number, draw_symbol, draw_uncertain, look_of
from timemap.exports.picture.palette import INK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from geodata.atlas import Atlas
    from timemap.exports.picture.border import Border, GateState
    from timemap.exports.picture.control import Control
    from timemap.exports.picture.ground import Ground
    from timemap.exports.picture.labels import Named
    from timemap.exports.picture.marks import Marks
    from timemap.exports.picture.placing import Box
    from timemap.exports.picture.sheet import Sheet
    from timemap.exports.picture.strokes import At

    Sample = Callable[[At], None]

COLUMN_GAP = 22
"""Pixels between columns."""

_LEAST = 7.2
_CHOSEN = "Larger: the chosen event"
_GATES: dict[GateState, str] = {
    "open": "Crossing, open",
    "closed": "Crossing, closed",
    "unknown": "Crossing, open or closed not known",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """All that can be seen on one map."""

    day: date
    ground: Ground
    control: Control
    border: Border
    marks: Marks
    named: Named


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the legend."""

    sample: Sample
    """Draws the sample."""
    words: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the legend."""

    heading: str
    entries: tuple[Entry, ...]


def legend_of(atlas: Atlas, maps: Sequence[Seen]) -> tuple[Section, ...]:
    """Return the legend of one map, or of several that share it; parts that would be empty are left out."""
    sections = (
        Section("Areas: who held them", tuple(_area_entries(atlas, maps))),
        Section("Events", tuple(_event_entries(atlas, maps))),
        Section("Border, places and water", tuple(_border_entries(atlas, maps))),
    )
    return tuple(section for section in sections if section.entries)


def draw_legend(sheet: Sheet, sections: Sequence[Section], box: Box, *, size: float) -> float:
    """Draw the legend on a sheet, and return where it ends below.

    Args:
        sheet: the sheet.
        sections: what to draw.
        box: room for it; where it would reach below, letters and samples are made smaller.
        size: size of the letters in pixels, at most.
    """
    left, top, right, bottom = box
    rows = _rows(sections, right - left, size)
    while sum(row.height for row in rows) > bottom - top and size > _LEAST:
        size -= 0.2
        rows = _rows(sections, right - left, size)
    return _draw_rows(sheet, rows, (left, top), size)


def _filled(rows: Sequence[_Row], height: float) -> list[list[_Row]]:
    """Return rows in columns of a height; a heading never ends one."""
    columns: list[list[_Row]] = []
    room = 0.0
    for row, after in zip_longest(rows, rows[1:]):
        needed = row.height + (after.height if row.sample is None and after else 0)
        if not columns or needed > room:
            columns.append([])
            room = height
        columns[-1].append(row)
        room -= row.height
    return columns


def _draw_rows(sheet: Sheet, rows: Sequence[_Row], corner: tuple[float, float], size: float) -> float:
    """Draw rows of a legend below each other, and return where they end."""
    left, y = corner
    ink = sheet.colours["page-ink"]
    for row in rows:
        middle = y + row.height / 2
        if row.sample is None:
            sheet.axes.text(
                left, middle, row.lines[0], fontproperties=font_of(size * 1.05, bold=True), color=ink, va="center"
            )
        else:
            row.sample(sheet.at(left + samples.WIDTH / 2, middle, samples.HEIGHT / 2))
            sheet.axes.text(
                left + samples.WIDTH + 8, middle, "\n".join(row.lines), fontproperties=font_of(size), color=ink,
                va="center", linespacing=1.1, parse_math=False,
            )  # fmt: skip
        y += row.height
    return y


def draw_in_columns(sheet: Sheet, sections: Sequence[Section], box: Box, columns: int, *, size: float) -> list[Box]:
    """Draw the legend in columns, and return what room is left: below it, and the columns that it does not need.

    Args:
        sheet: the sheet.
        sections: what to draw.
        box: room for it; where the columns cannot hold it, letters and samples are made smaller.
        columns: into how many columns the box is divided.
        size: size of the letters in pixels, at most.
    """
    left, top, right, bottom = box
    width = (right - left - (columns - 1) * COLUMN_GAP) / columns
    filled = _filled(_rows(sections, width, size), bottom - top)
    while len(filled) > columns and size > _LEAST:
        size -= 0.2
        filled = _filled(_rows(sections, width, size), bottom - top)
    edges = [left + at * (width + COLUMN_GAP) for at in range(columns)]
    boxes = [(edge, top, edge + width, bottom) for edge in edges]
    for rows, column in zip(filled, boxes, strict=False):
        _draw_rows(sheet, rows, column[:2], size)
    last = min(len(filled), columns) - 1
    if last < 0:
        return boxes
    used = sum(row.height for row in filled[last])
    return [(boxes[last][0], top + used, boxes[last][2], bottom), *boxes[last + 1 :]]


class _Row(NamedTuple):
    """A heading or an entry as it will be drawn."""

    lines: tuple[str, ...]
    height: float
    sample: Sample | None


def _rows(sections: Sequence[Section], width: float, size: float) -> list[_Row]:
    rows = []
    for section in sections:
        rows.append(_Row((section.heading,), size * 2.2, None))
        for entry in section.entries:
            lines = wrapped(entry.words, size, width - samples.WIDTH - 8)
            rows.append(_Row(lines, max(size * 2.05, (len(lines) * 1.28 + 0.5) * size), entry.sample))
    return rows


def _area_entries(atlas: Atlas, maps: Sequence[Seen]) -> Iterator[Entry]:
    present = {controller for seen in maps for controller in seen.control.controllers}
    fading = all(seen.control.last_known for seen in maps)
    for row in atlas.controllers:
        if row.id in present:
            days = [seen.day for seen in maps if row.id in seen.control.controllers]
            yield Entry(partial(samples.area, row, last_known=fading), atlas.names.on_days(row.id, days))
    if any(seen.control.weak for seen in maps):
        yield Entry(samples.weak, "Weakly supported")
    if any(seen.control.rim for seen in maps):
        yield Entry(samples.rim, "Soft edge: not covered beyond")
    if any(seen.control.last_known for seen in maps):
        yield Entry(samples.faded, "Greyed: last known, nothing newer")
    outlines = {seen.control.last_known: seen.control.outline for seen in maps if seen.control.zones}
    for last_known, colour in outlines.items():
        words = _known(atlas.setting("zones-name"), last_known)
        yield Entry(partial(samples.zone, colour, last_known=last_known), words)


def _event_entries(atlas: Atlas, maps: Sequence[Seen]) -> Iterator[Entry]:
    present = {category for seen in maps for category in seen.marks.categories}
    for category in [row.id for row in atlas.categories if row.id in present] + ([""] if "" in present else []):
        look = look_of(atlas, category)
        yield Entry(partial(draw_symbol, look=look), look.name)
    if any(seen.marks.chosen for seen in maps):
        yield Entry(lambda at: draw_symbol(replace(at, size=at.size * 0.6), look_of(atlas, ""), chosen=True), _CHOSEN)
    if any(seen.marks.piled for seen in maps):
        yield Entry(partial(draw_number, number=3), "Number of events at one spot")
    if any(seen.marks.uncertain for seen in maps):
        yield Entry(draw_uncertain, "Place uncertain: near here")


def _border_entries(atlas: Atlas, maps: Sequence[Seen]) -> Iterator[Entry]:
    for name in dict.fromkeys(seen.named.focus for seen in maps if seen.named.focus):
        yield Entry(draw_ring, name)
    for name in dict.fromkeys(seen.border.name for seen in maps if not seen.border.line.is_empty):
        yield Entry(samples.border, name)
    if any(seen.border.wall for seen in maps):
        yield Entry(samples.wall, "Border wall, as reported")
    gates = {(gate.state, gate.last_known) for seen in maps for gate in seen.border.gates}
    for state, words in _GATES.items():
        for last_known in (False, True):
            if (state, last_known) in gates:
                yield Entry(partial(draw_gate, state=state, last_known=last_known), _known(words, last_known))
    days = [seen.day for seen in maps]
    names = {row.id: (f"Military post: {atlas.names.on_days(row.id, days)}", row.colour) for row in atlas.controllers}
    for post, holder in dict.fromkeys(post for seen in maps for post in seen.border.posts):
        words, colour = names.get(holder, ("Military post", INK))
        yield Entry(partial(draw_post, state=post, colour=colour), _known(words, post == "last-known"))
    yield from _ground_entries(maps)


def _ground_entries(maps: Sequence[Seen]) -> Iterator[Entry]:
    if any(seen.ground.borders for seen in maps):
        yield Entry(samples.other_border, "Other state border")
    if any(seen.ground.divisions for seen in maps):
        yield Entry(samples.division, "Border of a governorate or province")
    if any(seen.named.dots for seen in maps):
        yield Entry(samples.dot, "City, town or village")
    if any(seen.ground.water for seen in maps):
        yield Entry(samples.water, "River, lake or sea")
    if any(seen.ground.outside for seen in maps):
        yield Entry(samples.outside, "Outside the map")


def _known(words: str, last_known: bool) -> str:  # noqa: FBT001 - read as a sentence: known (words), last known
    return f"{words}, as last known" if last_known else words
