"""The View in the address: written so that it comes back the same, read so that what is wrong is left out and said."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from geodata.days import iso_day
from geodata.problem import Problem
from geodata.span import DAY, LATEST, Span
from geodata.teaching.reading import lesson_ids
from timemap.opening import Mode
from timemap.state import (
    MAX_SCENE,
    MAX_WINDOW,
    MAX_WORDS,
    View,
    chosen,
    default_view,
    home,
    seen_on,
    with_span,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from geodata.atlas import Atlas
    from geodata.records.events import Event

NAMES = (
    *("from", "to", "categories", "parties", "words", "language"),
    *("moment", "compare", "mode", "window", "event", "lesson", "scene"),
    "version",
)
"""The names in the address that belong to the map; ``from`` and ``to`` are the first and the last day of the range.

``version`` is that of the data with which the address was made: it stands in addresses that are kept, as in citations.
"""

_VERSION = re.compile(r"[0-9a-f]{6,64}")
"""How versions of the data are written."""

_MODES: dict[str, Mode] = {mode: mode for mode in get_args(Mode)}


def read_view(params: Mapping[str, str], atlas: Atlas, today: date) -> tuple[View, tuple[Problem, ...]]:
    """Return the view that an address asks for, and what in it could not be followed.

    A link to an event opens on a day on which the event is seen, with the filters that would hide it taken off.

    Args:
        params: names and values of the address; other names than ``NAMES`` are passed over.
        atlas: what is known.
        today: the present day.
    """
    reader = _Reader(params, atlas, today)
    view = reader.view()
    return view, tuple(reader.problems)


def version_in(params: Mapping[str, str]) -> str:
    """Return the version of the data with which an address was made; empty where it names none, or nothing like one.

    >>> version_in({"version": "0a1b2c3d4e"}), version_in({"version": "newest"})
    ('0a1b2c3d4e', '')
    """
    version = params.get("version", "").strip()
    return version if _VERSION.fullmatch(version) else ""


def write_view(view: View, atlas: Atlas, today: date) -> dict[str, str]:
    """Return the names and values that bring ``view`` back; what is as by default is left out.

    The chosen event is named only while it is let through and seen on the moment, so that the moment, too, comes back.
    """
    default = default_view(atlas, today)
    event = atlas.event(view.event) if atlas.has_event(view.event) else None
    last, default_last = view.span.last_day, default.span.last_day
    params = {
        "from": "" if view.span.start == default.span.start else view.span.start.isoformat(),
        "to": "" if last is None or last == default_last else last.isoformat(),
        "categories": ",".join(view.categories),
        "parties": ",".join(view.parties),
        "words": view.words,
        "language": "" if view.language == default.language else view.language,
        "moment": "" if view.moment == home(view.span, atlas, today).moment else view.moment.isoformat(),
        "compare": view.compare.isoformat() if view.compare else "",
        "mode": "" if view.mode == default.mode else view.mode,
        "window": "" if view.window == default.window else str(view.window),
        "lesson": view.lesson,
        "scene": str(view.scene) if view.lesson and view.scene else "",
        "event": event.id if event and seen_on(event, view) and event in chosen(view, atlas).events else "",
    }
    return {name: value for name, value in params.items() if value}


class _Reader:
    """Reads one address part by part and collects what is wrong."""

    def __init__(self, params: Mapping[str, str], atlas: Atlas, today: date) -> None:
        self._params = {name: params[name].strip() for name in NAMES if params.get(name, "").strip()}
        self._atlas = atlas
        self._today = today
        self._default = default_view(atlas, today)
        self._whole = self._default.span
        self.problems: list[Problem] = []

    def view(self) -> View:
        span = self._span()
        lesson = self._one_of("lesson", lesson_ids(), "")
        if "version" in self._params and not version_in(self._params):
            self._wrong("version", f"a version of the data such as {self._atlas.version}")
        view = View(
            span,
            home(span, self._atlas, self._today).moment,
            categories=self._ids("categories", [row.id for row in self._atlas.categories]),
            parties=self._ids("parties", [row.id for row in self._atlas.parties]),
            words=self._words(),
            language=self._one_of("language", self._atlas.name_languages, self._default.language),
            mode=_MODES[self._one_of("mode", _MODES, self._default.mode)],
            window=self._number("window", self._default.window, MAX_WINDOW, "days"),
            lesson=lesson,
            scene=self._number("scene", 0, MAX_SCENE, "scenes") if lesson else 0,
        )
        view = replace(view, moment=self._day_of("moment", span) or view.moment, compare=self._day_of("compare", span))
        return self._with_event(view)

    def _wrong(self, name: str, expected: str, hint: str = "") -> None:
        self.problems.append(Problem("address", None, name, self._params[name], expected, hint))

    def _day(self, name: str) -> date | None:
        if name not in self._params:
            return None
        day = iso_day(self._params[name])
        if day is None:
            self._wrong(name, "a date such as 2014-10-06")
        return day

    def _day_of(self, name: str, span: Span) -> date | None:
        day = self._day(name)
        if day and not span.covers(day):
            self._wrong(name, f"a day of the range, {_words(span)}")
            return None
        return day

    def _span(self) -> Span:
        whole = self._whole
        first, last = self._day("from") or whole.start, self._day("to") or whole.last_day or self._today
        if last < first:
            self._wrong(
                "to" if "to" in self._params else "from", f"a range that ends after it starts ({_words(whole)})"
            )
            return whole
        first, last = min(first, LATEST), min(last, LATEST)
        asked = Span(first, last + DAY)
        if not asked.overlaps(whole):
            self._wrong("from" if "from" in self._params else "to", f"days between {_words(whole)}")
            return whole
        for name, day in (("from", first), ("to", last)):
            if not whole.covers(day):
                self._wrong(name, f"a day between {_words(whole)}")
        return Span(max(first, whole.start), min(last + DAY, whole.end or last + DAY))

    def _ids(self, name: str, known: Collection[str]) -> tuple[str, ...]:
        asked = [part.strip() for part in self._params.get(name, "").split(",") if part.strip()]
        unknown = [part for part in asked if part not in known]
        if unknown:
            self._wrong(name, f"some of {', '.join(known)}", f"Not known: {', '.join(unknown)}.")
        found = tuple(part for part in known if part in asked)
        return () if len(found) == len(known) else found

    def _words(self) -> str:
        words = self._params.get("words", "")
        if len(words) > MAX_WORDS:
            self._wrong("words", f"at most {MAX_WORDS} characters", "Only the beginning is searched for.")
        return words[:MAX_WORDS].strip()

    def _one_of(self, name: str, known: Collection[str], default: str) -> str:
        value = self._params.get(name, default)
        if value in known or value == default:
            return value
        self._wrong(name, f"one of {', '.join(known)}")
        return default

    def _number(self, name: str, default: int, most: int, of: str) -> int:
        value = self._params.get(name, str(default))
        if value.isascii() and value.isdigit() and len(value) <= len(str(most)) and int(value) <= most:
            return int(value)
        self._wrong(name, f"a number of {of} from 0 to {most}")
        return default

    def _with_event(self, view: View) -> View:
        if "event" not in self._params:
            return view
        if not self._atlas.has_event(self._params["event"]):
            self._wrong("event", "the id of an event")
            return view
        event = self._atlas.event(self._params["event"])
        view = self._let_through(replace(view, event=event.id), event)
        if seen_on(event, view):
            return view
        return with_span(view, view.span, event.span.start)

    def _let_through(self, view: View, event: Event) -> View:
        """Return ``view`` without those of its filters that hide ``event``, and say which were taken off."""
        if event in chosen(view, self._atlas).events:
            return view
        whole = self._whole
        if not event.span.overlaps(view.span):
            view = replace(view, span=whole)
            self._wrong("event", "an event inside the range", "The range was widened to show it.")
        bare = View(whole, view.moment)
        for name in ("categories", "parties", "words"):
            alone = replace(bare, **{name: getattr(view, name)})
            if event not in chosen(alone, self._atlas).events:
                view = replace(view, **{name: getattr(bare, name)})
                self._wrong(
                    "event", f"an event that passes the filter of {name}", "That filter was taken off to show it."
                )
        return view


def _words(span: Span) -> str:
    return f"{span.start} to {span.last_day}"
