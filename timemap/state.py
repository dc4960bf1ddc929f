"""What a person is looking at is one View; everything else about the page follows from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, get_args

from geodata.choose import choose
from geodata.days import iso_day
from geodata.defaults import LANGUAGE
from geodata.span import DAY, Span
from timemap.opening import Mode, Opening, opening_for, whole_span

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from geodata.atlas import Atlas
    from geodata.choose import Selection
    from geodata.records.events import Event

MODES: tuple[Mode, ...] = get_args(Mode)
MAX_WORDS = 200
"""Longest text that is searched for, in characters."""
MAX_SCENE = 99
"""Highest number of a scene in an address."""
MAX_WINDOW = 366
"""Widest window of "on this day", in days to either side."""


@dataclass(frozen=True, slots=True)
class View:
    """The state of the map page, complete: two equal views look the same."""

    span: Span
    """The range; its end is always set."""

    moment: date
    """Day of the slider, inside the range."""

    categories: tuple[str, ...] = ()
    """Ids of the categories that are shown; empty for all."""

    parties: tuple[str, ...] = ()
    """Ids of the parties that must take part; empty for all."""

    words: str = ""
    """What is searched for; empty for no search."""

    language: str = LANGUAGE.code
    """Code of the language of the place names."""

    event: str = ""
    """Id of the chosen event; empty for none."""

    mode: Mode = "day"
    """Which events are seen: on this day, up to this day, the whole range."""

    window: int = 7
    """Days before and after the moment that count as "on this day"."""

    compare: date | None = None
    """Day inside the range that the moment is compared with; none while one day is shown."""

    lesson: str = ""
    """Id of the lesson that runs; empty for none."""

    scene: int = 0
    """Number of the scene that it stands at; 0 is its start."""

    @property
    def filtered(self) -> bool:
        """Whether anything but the range leaves events out."""
        return bool(self.categories or self.parties or self.words)


def opening_of(view: View, atlas: Atlas, today: date) -> Opening:
    """Return ``view`` as a document opens on it."""
    opening = opening_for(atlas, span=view.span, moment=view.moment, compare=view.compare, today=today)
    return replace(
        opening,
        mode=view.mode,
        window=view.window,
        categories=view.categories,
        parties=view.parties,
        words=view.words,
        language=view.language,
        selected=view.event,
    )


def default_view(atlas: Atlas, today: date) -> View:
    """Return what is seen by someone who comes without a link."""
    return home(whole_span(atlas, today), atlas, today)


def home(span: Span, atlas: Atlas, today: date) -> View:
    """Return the view of a range with nothing chosen, on the opening day or the day of the range nearest to it."""
    opening = opening_for(atlas, span=span, today=today)
    return View(opening.span, opening.moment)


def with_span(view: View, span: Span, moment: date) -> View:
    """Return ``view`` over ``span``, with ``moment`` and the day compared with moved into it."""
    last = span.last_day or moment
    compare = view.compare and min(max(view.compare, span.start), last)
    return replace(view, span=span, moment=min(max(moment, span.start), last), compare=compare)


def chosen(view: View, atlas: Atlas) -> Selection:
    """Return the events that the view's range and filters let through."""
    return choose(atlas, span=view.span, categories=view.categories, parties=view.parties, words=view.words)


def seen_on(event: Event, view: View) -> bool:
    """Return whether ``event`` is drawn on the view's moment, were it let through by range and filters."""
    if view.mode == "range":
        return True
    if view.mode == "until":
        return event.span.start <= view.moment
    window = view.window * DAY
    return event.span.overlaps(Span(view.moment - window, view.moment + window + DAY))


def message(view: View, selection: Selection) -> dict[str, Any]:
    """Return the view as the document is told it; days are ISO dates, the range is half-open."""
    return {
        "type": "timemap:set",
        "state": {
            "range": [view.span.start.isoformat(), view.span.end.isoformat() if view.span.end else None],
            "moment": view.moment.isoformat(),
            "mode": view.mode,
            "window": view.window,
            "language": view.language,
            "selected": view.event or None,
            "compare": view.compare.isoformat() if view.compare else None,
            "lesson": view.lesson,
            "scene": view.scene,
            "events": list(selection.ids) if view.filtered else None,
        },
    }


def heard(view: View, told: Mapping[str, object], atlas: Atlas) -> View:
    """Return ``view`` after the document told what it shows; whatever does not make sense is passed over.

    Args:
        view: the view before.
        told: ``moment`` as ISO date, ``mode``, ``window``, ``selected`` (an id or null), ``compare`` (an ISO date or
            null), ``lesson`` (an id, empty for none) and ``scene`` (a number), each of them optional.
        atlas: what is known.
    """
    moment, mode, window, selected = (told.get(name) for name in ("moment", "mode", "window", "selected"))
    if isinstance(moment, str) and (day := iso_day(moment)):
        view = with_span(view, view.span, day)
    compare = told.get("compare")
    if isinstance(compare, str) and (other := iso_day(compare)):
        view = with_span(replace(view, compare=other), view.span, view.moment)
    elif compare is None and "compare" in told:
        view = replace(view, compare=None)
    if mode in MODES:
        view = replace(view, mode=mode)
    if isinstance(window, int) and not isinstance(window, bool) and 0 <= window <= MAX_WINDOW:
        view = replace(view, window=window)
    if selected is None and "selected" in told:
        view = replace(view, event="")
    elif isinstance(selected, str) and atlas.has_event(selected):
        view = replace(view, event=atlas.event(selected).id)
    lesson, scene = told.get("lesson"), told.get("scene")
    if isinstance(lesson, str) and isinstance(scene, int) and scene >= 0:
        view = replace(view, lesson=lesson, scene=scene if lesson else 0)
    return view
