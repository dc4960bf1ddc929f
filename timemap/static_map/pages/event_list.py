"""List of the events on a map, in the room that its legend leaves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from timemap.static_map.events import RADIUS, draw_symbol, style_of
from timemap.static_map.pages.sheet import Face, write_line
from timemap.static_map.text import wrapped
from timemap.text.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geodata.atlas import Atlas
    from geodata.records.events import Event
    from timemap.state.map_state import MapState
    from timemap.static_map.pages.sheet import Sheet
    from timemap.static_map.text import Box

HEADING = "Events on the map"

_INDENT = 2 * RADIUS + 8
_APART = 3
_LINE, _HEADING, _MORE = 1.32, 2.4, 1.2
"""Heights of a line, of the heading and of what counts the others, in sizes of the letters."""

_WORTH = (6, 3, 1)
"""Numbers of events that are worth a closer legend, the best first."""


class _Row(NamedTuple):
    """An event as it will be written."""

    event: Event
    lines: tuple[str, ...]
    height: float
    """Pixels, with what is left free below it."""

    number: int
    """Of the event in order of time."""


class _PlacedRow(NamedTuple):
    """An event, and where it will be written."""

    row: _Row
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class LaidList:
    """A list of events that is laid out on a page."""

    placed: Sequence[_PlacedRow]
    """The events that find room, in order of time."""

    others: int
    """How many do not."""

    selected: str
    """Id of the selected event; empty for none."""

    size: float
    """Of the letters, in pixels."""

    def draw(self, sheet: Sheet, atlas: Atlas) -> None:
        """Draw it on a sheet; nothing where it has no events."""
        for number, (row, left, top) in enumerate(self.placed):
            if number == 0:
                y = top - (_HEADING - 0.5) * self.size
                write_line(sheet, left, y, HEADING, Face(self.size * 1.05, bold=True))
            at = sheet.at(left + RADIUS + 1, top + self.size * 0.6, 0.75 * RADIUS)
            draw_symbol(at, style_of(atlas, row.event.main_category))
            face = Face(self.size, bold=row.event.id == self.selected)
            for step, line in enumerate(row.lines):
                write_line(sheet, left + _INDENT, top + step * _LINE * self.size, line, face)
        if self.placed and self.others:
            row, left, top = self.placed[-1]
            words = f"and {format_number(self.others)} more"
            write_line(sheet, left, top + row.height, words, Face(self.size, quiet=True))


@dataclass(frozen=True, slots=True)
class EventList:
    """Events of a map, for columns of a width."""

    rows: tuple[_Row, ...]
    """In the order in which they are listed where there is no room for all."""

    selected: str
    """Id of the selected event; empty for none."""

    size: float
    """Of the letters, in pixels."""

    def heights(self) -> tuple[float, ...]:
        """Return how high a column is that holds all events, some, or one.

        The best comes first; there is none without events.
        """
        heights = [row.height for row in self.rows]
        numbers = dict.fromkeys(min(number, len(heights)) for number in (len(heights), *_WORTH))
        return tuple((_HEADING + _MORE) * self.size + sum(heights[:number]) for number in numbers if number)

    def laid(self, rooms: Sequence[Box]) -> LaidList:
        """Return as many of the events as find room, in order of time.

        They stay together in the highest room where all of them fit there, and go on from room to room elsewhere.
        """
        highest = max(rooms, key=lambda room: room[3] - room[1])
        placed = self._filled(len(self.rows), [highest]) or self._filled(len(self.rows), rooms)
        if placed is None:
            placed = []
            for number in range(1, len(self.rows)):
                more = self._filled(number, rooms)
                if more is None:
                    break
                placed = more
        return LaidList(placed, len(self.rows) - len(placed), self.selected, self.size)

    def _filled(self, number: int, rooms: Sequence[Box]) -> list[_PlacedRow] | None:
        """Return where the first rows stand in order of time; None if they do not fit."""
        waiting = sorted(self.rows[:number], key=lambda row: row.number)
        placed: list[_PlacedRow] = []
        for left, top, _, bottom in rooms:
            y = top + (0.5 if placed else _HEADING) * self.size
            while waiting and y + waiting[0].height + _MORE * self.size <= bottom:
                row = waiting.pop(0)
                placed.append(_PlacedRow(row, left, y))
                y += row.height
        return None if waiting else placed


def event_list(events: Sequence[Event], state: MapState, width: float, size: float) -> EventList:
    """Return the list of events for columns of a width in pixels.

    The selected event matters most, then those nearest to the day.

    Args:
        events: all that are on the map, in order of time.
        state: selected event and day.
        width: of a column.
        size: of the letters.
    """

    def row_of(number: int, event: Event) -> _Row:
        words = f"{event.when}: {event.title}"
        lines = wrapped(words, size, width - _INDENT, bold=event.id == state.event)
        return _Row(event, lines, len(lines) * _LINE * size + _APART, number)

    rows = [row_of(number, event) for number, event in enumerate(events)]
    rows.sort(key=lambda row: (row.event.id != state.event, abs((row.event.start - state.moment).days)))
    return EventList(tuple(rows), state.event, size)
