"""Map state as a value: days, range, filters, mode and viewport.

Everything else about a page follows from it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, get_args

from geodata.dates.visible import is_visible_on
from geodata.records.view_limits import Mode
from geodata.text.selection import filter_events
from timemap.state.choices import Choices, choices_of
from timemap.state.fields import PARTS
from timemap.state.initial import InitialState, Viewport, initial_state, whole_span

if TYPE_CHECKING:
    from datetime import date

    from geodata.atlas import Atlas
    from geodata.dates.span import Span
    from geodata.records.events import Event
    from geodata.text.selection import Selection

MODES: tuple[Mode, ...] = get_args(Mode)


@dataclass(frozen=True, slots=True)
class MapState(Choices):
    """The state of the map, complete: two equal states look the same."""

    span: Span
    """The range; its end is always set."""

    moment: date
    """Day of the slider, inside the range."""

    event: str = ""
    """Id of the chosen event; empty for none."""

    mode: Mode = "day"
    """Which events are seen: on this day, up to this day, the whole range."""

    compare: date | None = None
    """Day inside the range that the moment is compared with; none while one day is shown."""

    lesson: str = ""
    """Id of the lesson that runs; empty for none."""

    scene: int = 0
    """Number of the scene that it stands at; 0 is its start."""

    presenting: bool = False
    """Whether it fills the window in large type."""

    viewport: Viewport | None = None
    """The part of the map; none for the one on which it opens."""

    @property
    def compared(self) -> date | None:
        """The other of two days that are compared.

        None where it is the moment itself.
        """
        return None if self.compare == self.moment else self.compare

    @property
    def filtered(self) -> bool:
        """Whether anything but the range leaves events out."""
        return bool(self.categories or self.parties or self.words)


def initial_state_of(state: MapState, atlas: Atlas, today: date) -> InitialState:
    """Return ``state`` as a document opens on it."""
    opening = initial_state(atlas, span=state.span, moment=state.moment, compare=state.compare, today=today)
    return replace(opening, mode=state.mode, selected=state.event, **choices_of(state))


def layer_ids(atlas: Atlas) -> tuple[str, ...]:
    """Return the layers that can be hidden.

    These are parts of the map, and each who holds areas.
    """
    return (*PARTS, *(row.id for row in atlas.controllers))


def default_state(atlas: Atlas, today: date) -> MapState:
    """Return what is seen by someone who comes without a link."""
    return home(whole_span(atlas, today), atlas, today)


def home(span: Span, atlas: Atlas, today: date) -> MapState:
    """Return the default view of a range, on or near the opening day.

    Nothing is chosen in it.
    """
    opening = initial_state(atlas, span=span, today=today)
    return MapState(opening.span, opening.moment, mode=default_mode(opening.span, opening.whole))


def default_mode(span: Span, whole: Span) -> Mode:
    """Return which events are seen unless something else is asked for.

    It is all of them where a range was chosen.
    """
    return "day" if span == whole else "range"


def with_span(state: MapState, span: Span, moment: date) -> MapState:
    """Return ``state`` over ``span``, with its days moved into it."""
    last = span.last_day or moment
    compare = state.compare and min(max(state.compare, span.start), last)
    return replace(state, span=span, moment=min(max(moment, span.start), last), compare=compare)


def filter_by_state(state: MapState, atlas: Atlas) -> Selection:
    """Return the events that the state's range and filters let through."""
    return filter_events(atlas, span=state.span, categories=state.categories, parties=state.parties, words=state.words)


def is_visible(event: Event, state: MapState) -> bool:
    """Return whether ``event`` is drawn on the view's day.

    It is taken to be let through by range and filters.
    """
    return is_visible_on(state.moment, event.span, mode=state.mode, window=state.window)
