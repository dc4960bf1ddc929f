"""Legend of a picture: only what is in it, in the screen's words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from timemap.static_map import legend_swatches
from timemap.static_map.border import draw_gate, draw_post
from timemap.static_map.events import draw_chosen, draw_number, draw_smaller, draw_symbol, draw_uncertain, style_of
from timemap.static_map.labels import draw_ring
from timemap.static_map.text import font_of, wrapped
from timemap.style.palette import INK
from timemap.text.legend_words import legend_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from geodata.atlas import Atlas
    from timemap.static_map.areas import DrawnAreas
    from timemap.static_map.border import DrawnBorder, GateState
    from timemap.static_map.drawing import DrawnGround, MarkPosition
    from timemap.static_map.events import DrawnEvents
    from timemap.static_map.labels import DrawnLabels
    from timemap.static_map.pages.sheet import Sheet
    from timemap.static_map.quarters import DrawnQuarters
    from timemap.static_map.text import Box

    Sample = Callable[[MarkPosition], None]

COLUMN_GAP = 22
"""Pixels between columns."""

_LEAST = 7.2
_STEP = 4
_GATES: tuple[GateState, ...] = ("open", "closed", "unknown")


@dataclass(frozen=True, slots=True)
class DrawnMap:
    """Drawn parts of one map, for its legend."""

    day: date
    ground: DrawnGround
    control: DrawnAreas
    border: DrawnBorder
    marks: DrawnEvents
    named: DrawnLabels
    quarters: DrawnQuarters
    patterns: bool
    """Whether areas are told apart by patterns too."""


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A line of the legend."""

    sample: Sample
    """Draws the sample."""
    words: str


@dataclass(frozen=True, slots=True)
class LegendSection:
    """A part of the legend."""

    heading: str
    entries: tuple[LegendEntry, ...]


def legend_of(atlas: Atlas, maps: Sequence[DrawnMap]) -> tuple[LegendSection, ...]:
    """Return the legend of one map, or of several that share it.

    Parts that would be empty are left out.
    """
    words = legend_words()
    areas = words["areasLastKnown" if all(seen.control.last_known for seen in maps) else "areas"]
    sections = (
        LegendSection(areas, tuple(_area_entries(atlas, maps))),
        LegendSection(words["events"], tuple(_event_entries(atlas, maps))),
        LegendSection(words["places"], tuple(_place_entries(atlas, maps))),
        LegendSection(words["borderHeading"], tuple(_border_entries(atlas, maps))),
        LegendSection(words["baseMap"], tuple(_ground_entries(maps))),
    )
    return tuple(section for section in sections if section.entries)


def draw_legend(sheet: Sheet, sections: Sequence[LegendSection], box: Box, *, size: float) -> float:
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


def _balanced(rows: Sequence[_Row], height: float) -> list[list[_Row]]:
    """Return rows in as few columns of a height as hold them, all of them about as long."""
    columns = _filled(rows, height)
    while height > _STEP and len(shorter := _filled(rows, height - _STEP)) == len(columns):
        columns, height = shorter, height - _STEP
    return columns


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
            row.sample(sheet.at(left + legend_swatches.WIDTH / 2, middle, legend_swatches.HEIGHT / 2))
            sheet.axes.text(
                left + legend_swatches.WIDTH + 8, middle, "\n".join(row.lines), fontproperties=font_of(size), color=ink,
                va="center", linespacing=1.1, parse_math=False,
            )  # fmt: skip
        y += row.height
    return y


def draw_in_columns(
    sheet: Sheet, sections: Sequence[LegendSection], box: Box, columns: int, *, size: float
) -> list[Box]:
    """Draw the legend in columns, and return what room is left.

    Below it, and the columns that it does not need.

    Args:
        sheet: the sheet.
        sections: what to draw.
        box: room for it; where the columns cannot hold it, letters and samples are made smaller.
        columns: into how many columns the box is divided.
        size: size of the letters in pixels, at most.
    """
    left, top, right, bottom = box
    width = (right - left - (columns - 1) * COLUMN_GAP) / columns
    filled = _balanced(_rows(sections, width, size), bottom - top)
    while len(filled) > columns and size > _LEAST:
        size -= 0.2
        filled = _balanced(_rows(sections, width, size), bottom - top)
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


def _rows(sections: Sequence[LegendSection], width: float, size: float) -> list[_Row]:
    rows = []
    for section in sections:
        rows.append(_Row((section.heading,), size * 2.2, None))
        for entry in section.entries:
            lines = wrapped(entry.words, size, width - legend_swatches.WIDTH - 8)
            rows.append(_Row(lines, max(size * 2.05, (len(lines) * 1.28 + 0.5) * size), entry.sample))
    return rows


def _area_entries(atlas: Atlas, maps: Sequence[DrawnMap]) -> Iterator[LegendEntry]:
    present = {controller for seen in maps for controller in seen.control.controllers}
    words, fading = legend_words(), all(seen.control.last_known for seen in maps)
    for row in atlas.controllers:
        if row.id in present:
            days = [seen.day for seen in maps if row.id in seen.control.controllers]
            look = partial(legend_swatches.area, row, last_known=fading, patterns=any(seen.patterns for seen in maps))
            yield LegendEntry(look, atlas.names.on_days(row.id, days))
    if any(seen.control.weak for seen in maps):
        yield LegendEntry(legend_swatches.weak, words["evidence"])
    if any(seen.control.rim for seen in maps):
        yield LegendEntry(legend_swatches.rim, words["rim"])
    if any(seen.control.last_known for seen in maps) and not fading:
        yield LegendEntry(legend_swatches.faded, words["greyed"])
    outlines = {seen.control.last_known: seen.control.outline for seen in maps if seen.control.zones}
    for last_known, colour in outlines.items():
        name = atlas.setting("zones-name") if fading else _known(atlas.setting("zones-name"), last_known)
        yield LegendEntry(partial(legend_swatches.zone, colour, last_known=last_known), name)


def _event_entries(atlas: Atlas, maps: Sequence[DrawnMap]) -> Iterator[LegendEntry]:
    words = legend_words()
    present = {category for seen in maps for category in seen.marks.categories}
    for category in [row.id for row in atlas.categories if row.id in present] + ([""] if "" in present else []):
        look = style_of(atlas, category)
        yield LegendEntry(partial(draw_symbol, look=look), look.name)
    if any(seen.marks.chosen for seen in maps):
        yield LegendEntry(draw_chosen, words["chosen"])
    if any(seen.marks.beside for seen in maps):
        yield LegendEntry(draw_smaller, words["beside"])
    if any(seen.marks.piled for seen in maps):
        yield LegendEntry(partial(draw_number, number=3), words["stacked"])
    if any(seen.marks.uncertain for seen in maps):
        yield LegendEntry(draw_uncertain, words["near"])


def _place_entries(atlas: Atlas, maps: Sequence[DrawnMap]) -> Iterator[LegendEntry]:
    for name in dict.fromkeys(seen.named.focus for seen in maps if seen.named.focus):
        yield LegendEntry(draw_ring, name)
    yield from _quarter_entries(atlas, maps)
    if any(seen.named.callouts for seen in maps):
        yield LegendEntry(legend_swatches.callout, legend_words()["callouts"])


def _border_entries(atlas: Atlas, maps: Sequence[DrawnMap]) -> Iterator[LegendEntry]:
    words = legend_words()
    if not all(seen.border.line.is_empty for seen in maps):
        yield LegendEntry(legend_swatches.border, words["border"])
    if any(seen.border.wall for seen in maps):
        yield LegendEntry(legend_swatches.wall, words["wall"])
    gates = {(gate.state, gate.last_known) for seen in maps for gate in seen.border.gates}
    for state in _GATES:
        for last_known in (False, True):
            if (state, last_known) in gates:
                yield LegendEntry(
                    partial(draw_gate, state=state, last_known=last_known), _known(words[state], last_known)
                )
    colours = {row.id: row.colour for row in atlas.controllers}
    for post, holder in dict.fromkeys(post for seen in maps for post in seen.border.posts):
        sample = partial(draw_post, state=post, colour=colours.get(holder, INK))
        yield LegendEntry(sample, _known(words["post"], post == "last-known"))


def _quarter_entries(atlas: Atlas, maps: Sequence[DrawnMap]) -> Iterator[LegendEntry]:
    words, rows = legend_words(), {row.id: row for row in atlas.controllers}
    for holder in dict.fromkeys(holder for seen in maps for holder in seen.quarters.holders):
        days = [seen.day for seen in maps if holder in seen.quarters.holders]
        name = words["quarter"].format(holder=atlas.names.on_days(holder, days)) if holder else words["quarterOfOthers"]
        yield LegendEntry(partial(legend_swatches.quarter, rows.get(holder)), name)
    if any(seen.quarters.estimated for seen in maps):
        yield LegendEntry(legend_swatches.estimated, words["estimated"])


def _ground_entries(maps: Sequence[DrawnMap]) -> Iterator[LegendEntry]:
    words = legend_words()
    if any(seen.ground.borders for seen in maps):
        yield LegendEntry(legend_swatches.other_border, words["otherBorder"])
    if any(seen.ground.divisions for seen in maps):
        yield LegendEntry(legend_swatches.division, words["division"])
    if any(seen.named.dots for seen in maps):
        yield LegendEntry(legend_swatches.dot, words["place"])
    if any(seen.ground.water for seen in maps):
        yield LegendEntry(legend_swatches.water, words["water"])
    if any(seen.ground.outside for seen in maps):
        yield LegendEntry(legend_swatches.outside, words["outside"])


def _known(words: str, last_known: bool) -> str:  # noqa: FBT001 - read as a sentence: known (words), last known
    return legend_words()["lastKnown"].format(words=words) if last_known else words
