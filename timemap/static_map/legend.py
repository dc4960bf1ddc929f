"""Legend of a picture: only what is in it, in the screen's words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from itertools import product, zip_longest
from typing import TYPE_CHECKING, NamedTuple, get_args

from geodata.dates.wording import day_in_words
from timemap.static_map import legend_swatches
from timemap.static_map.border import draw_gate, draw_post
from timemap.static_map.events import draw_chosen, draw_number, draw_smaller, draw_symbol, draw_uncertain, style_of
from timemap.static_map.labels import draw_ring
from timemap.static_map.text import font_of, wrapped
from timemap.style.tokens import CrossingStateName
from timemap.text.legend_words import legend_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from geodata.atlas import Atlas
    from timemap.static_map.areas import DrawnAreas
    from timemap.static_map.border import DrawnBorder
    from timemap.static_map.drawing import DrawnGround, MarkPosition
    from timemap.static_map.events import DrawnEvents
    from timemap.static_map.labels import DrawnLabels
    from timemap.static_map.layout import Columns
    from timemap.static_map.pages.sheet import Sheet
    from timemap.static_map.quarters import DrawnQuarters
    from timemap.static_map.text import Box

    Sample = Callable[[MarkPosition], None]

_LEAST = 7.2
"""Pixels of the smallest letters."""

_LEAST_FOR_ROOM = 8.2
"""The same where smaller ones would only leave more room: they can be read on paper."""

_SMALLER = 0.4
"""Pixels from one size of letters to the next that is tried."""

_SPACINGS = (1, 0.9, 0.82, 0.75)
"""Heights of rows that are tried, as shares of that of a legend with room enough."""

_STEP = 4

_FEW_DAYS = 2
"""So many days of reports are told one by one."""


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


def _draw_rows(sheet: Sheet, rows: Sequence[_Row], corner: tuple[float, float], size: float) -> None:
    """Draw rows of a legend below each other."""
    left, y = corner
    ink = sheet.colours["page-ink"]
    for row in rows:
        middle = y + row.height / 2
        if row.sample is None:
            sheet.axes.text(
                left, middle, row.lines[0], fontproperties=font_of(size * 1.05, bold=True), color=ink, va="center"
            )
        else:
            row.sample(sheet.at(left + legend_swatches.WIDTH / 2, middle, row.sample_height / 2))
            sheet.axes.text(
                left + legend_swatches.WIDTH + 8, middle, "\n".join(row.lines), fontproperties=font_of(size), color=ink,
                va="center", linespacing=1.1, parse_math=False,
            )  # fmt: skip
        y += row.height


@dataclass(frozen=True, slots=True)
class LaidLegend:
    """A legend that is laid out in columns."""

    filled: Sequence[Sequence[_Row]]
    """Its rows, by column."""

    columns: Columns

    size: float
    """Of the letters, in pixels."""

    @property
    def rooms(self) -> list[Box]:
        """What room it leaves: below it, and the columns that it does not need."""
        boxes = self.columns.boxes
        if not self.filled:
            return boxes
        last = min(len(self.filled), self.columns.number) - 1
        left, top, right, bottom = boxes[last]
        return [(left, top + sum(row.height for row in self.filled[last]), right, bottom), *boxes[last + 1 :]]

    @property
    def fits(self) -> bool:
        """Whether the columns hold it."""
        return len(self.filled) <= self.columns.number

    @property
    def room(self) -> float:
        """Height in pixels of the highest of the rooms."""
        return max(bottom - top for _, top, _, bottom in self.rooms)

    def draw(self, sheet: Sheet) -> None:
        """Draw it on a sheet."""
        for rows, (left, top, _, _) in zip(self.filled, self.columns.boxes, strict=False):
            _draw_rows(sheet, rows, (left, top), self.size)


def lay_legend(
    sections: Sequence[LegendSection], columns: Columns, *, size: float, keep: Sequence[float] = ()
) -> LaidLegend:
    """Return the legend laid out in columns.

    Where the columns cannot hold it, or would leave less room than wished, its lines move together, and then letters
    become smaller. Letters that are hard to read are for a legend that would not fit otherwise, not for more room.

    Args:
        sections: what is in it.
        columns: room for it.
        size: size of the letters in pixels, at most.
        keep: heights in pixels, one of which is to be left free in a column: the first that can be.
    """

    @cache
    def laid(setting: _Setting, *, full: bool) -> LaidLegend:
        rows = _rows(sections, columns.width, setting)
        filled = (_filled if full else _balanced)(rows, columns.height)
        return LaidLegend(filled, columns, setting.size)

    settings = list(_settings(size))
    readable = [setting for setting in settings if setting.size >= _LEAST_FOR_ROOM]
    for height in keep:
        for setting, full in product(readable if height <= columns.height else (), (False, True)):
            found = laid(setting, full=full)
            if found.fits and found.room >= height:
                return found
    balanced = (laid(setting, full=False) for setting in settings)
    return next((found for found in balanced if found.fits), None) or laid(settings[-1], full=False)


class _Row(NamedTuple):
    """A heading or an entry as it will be drawn."""

    lines: tuple[str, ...]
    height: float
    sample: Sample | None
    sample_height: float = 0
    """Pixels."""


class _Setting(NamedTuple):
    """Letters and lines of a legend."""

    size: float
    """Of the letters, in pixels."""
    spacing: float
    """Height of the rows, as a share of that of a legend with room enough."""


def _settings(size: float) -> Iterator[_Setting]:
    """Return settings from the widest to the closest; lines move together before letters become smaller."""
    yield from (_Setting(size, spacing) for spacing in _SPACINGS)
    while size > _LEAST:
        size = max(round(size - _SMALLER, 1), _LEAST)
        yield _Setting(size, _SPACINGS[-1])


def _rows(sections: Sequence[LegendSection], width: float, setting: _Setting) -> list[_Row]:
    size, spacing = setting
    rows = []
    for section in sections:
        rows.append(_Row((section.heading,), size * 2.2 * spacing, None))
        for entry in section.entries:
            lines = wrapped(entry.words, size, width - legend_swatches.WIDTH - 8)
            single = size * 2.05 * spacing
            high = max(single, (len(lines) * 1.28 + 0.5 * spacing) * size)
            rows.append(_Row(lines, high, entry.sample, min(legend_swatches.HEIGHT, single - 1)))
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
    for state in get_args(CrossingStateName):
        for last_known in (False, True):
            if (state, last_known) in gates:
                yield LegendEntry(
                    partial(draw_gate, state=state, last_known=last_known), _known(words[state], last_known)
                )
    colours = {row.id: row.colour for row in atlas.controllers}
    for post, holder in dict.fromkeys(post for seen in maps for post in seen.border.posts):
        sample = partial(draw_post, state=post, colour=colours.get(holder))
        yield LegendEntry(sample, _known(words["post"], post == "last-known"))


def _quarter_entries(atlas: Atlas, maps: Sequence[DrawnMap]) -> Iterator[LegendEntry]:
    words, rows = legend_words(), {row.id: row for row in atlas.controllers}
    for holder in dict.fromkeys(holder for seen in maps for holder in seen.quarters.holders):
        days = [seen.day for seen in maps if holder in seen.quarters.holders]
        name = words["quarter"] if holder else words["quarterOfOthers"]
        reported = _reported([seen for seen in maps if holder in seen.quarters.holders])
        told = name.format(holder=atlas.names.on_days(holder, days) if holder else "", days=reported)
        yield LegendEntry(partial(legend_swatches.quarter, rows.get(holder)), told)
    if any(seen.quarters.estimated for seen in maps):
        yield LegendEntry(legend_swatches.estimated, words["estimated"])


def _reported(maps: Sequence[DrawnMap]) -> str:
    """Return the days of the reports on the maps; of many the first and the last."""
    days = sorted({seen.quarters.reported for seen in maps if seen.quarters.reported is not None})
    if len(days) > _FEW_DAYS:
        return f"{day_in_words(days[0])} \u2013 {day_in_words(days[-1])}"
    return " / ".join(map(day_in_words, days))


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
