"""Initial state of a document: range, day and filters."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from geodata.dates.span import DAY, Span
from timemap.state.choices import Choices

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geodata.atlas import Atlas
    from geodata.lessons.model import Lesson
    from geodata.records.view_limits import Mode


@dataclass(frozen=True, slots=True)
class Viewport:
    """Part of the map in view: its middle and zoom."""

    lat: float
    """Degrees north of its middle."""

    lon: float
    """Degrees east of its middle."""

    zoom: float
    """As on web maps: the world is 256 times two to the power of it CSS pixels wide."""


@dataclass(frozen=True, slots=True)
class InitialState(Choices):
    """The first view of a document."""

    span: Span
    """The range; its end is always set."""

    moment: date
    """Day of the slider, inside the range."""

    whole: Span
    """The widest range that can be set; its end is always set."""

    mode: Mode = "day"
    """Which events are seen."""

    selected: str = ""
    """Id of the chosen event; empty for none."""

    compare: date | None = None
    """Day inside the range that the moment is compared with; none while one day is shown."""

    lessons: tuple[Lesson, ...] = ()
    """Lessons that the document carries."""

    lesson: str = ""
    """Id of the lesson of these that runs; empty for none."""

    scene: int = 0
    """Number of the scene that it stands at; 0 is its start."""

    home: str = ""
    """Address of the page that the document belongs to; empty where it stands for itself."""

    pages: Mapping[str, str] = field(default_factory=dict)
    """Addresses of further pages that stand beside the document, by what they are about."""

    def names_something(self, bare: InitialState) -> bool:
        """Return whether it differs from ``bare``, that of a whole map."""
        return replace(self, lessons=(), home="", pages={}) != replace(bare, lessons=(), home="", pages={})


def whole_span(atlas: Atlas, today: date) -> Span:
    """Return the widest range, from the first event or chapter on.

    It ends with the last day shown, which is ``today`` where the story goes on.
    """
    starts = [event.span.start for event in atlas.events] + [row.start for row in atlas.periods if row.chapter]
    first = min(starts, default=today)
    return Span(first, max(atlas.shown_until(today), first) + DAY)


def initial_state(
    atlas: Atlas, *, span: Span | None = None, moment: date | None = None, compare: date | None = None, today: date
) -> InitialState:
    """Return the opening for a range, with the wished days moved into it.

    Args:
        atlas: what is known.
        span: the range; the whole story where left out, up to the last day shown where its end is open.
        moment: the day; the table's opening day where left out.
        compare: the day that it is compared with, if any.
        today: the present day.
    """
    whole = whole_span(atlas, today)
    chosen = span or whole
    end = chosen.end or max(atlas.shown_until(today), chosen.start) + DAY
    wished = moment or atlas.setting_day("opening-moment")
    moment, compare = (day and min(max(day, chosen.start), end - DAY) for day in (wished, compare))
    chosen = Span(chosen.start, end)
    return InitialState(chosen, moment or wished, _joined(whole, chosen), compare=compare)


def _joined(one: Span, other: Span) -> Span:
    """Return the shortest span that holds two, whose ends are set."""
    return Span(min(one.start, other.start), max(one.end or date.max, other.end or date.max))
