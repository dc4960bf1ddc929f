"""Reader and writer of the map state in the address.

What is wrong in it is left out and reported.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args

from geodata.dates.iso import iso_day
from geodata.dates.span import DAY, LATEST, Span
from geodata.io.problems import Problem
from geodata.lessons.reader import lesson_ids
from geodata.records.view_limits import Mode
from timemap.state.choices import choices_of
from timemap.state.fields import (
    FIELDS,
    IN_ADDRESS,
    PLAIN,
    clean_name,
    has_visible,
    is_foreign,
    limit,
    shown_text,
    trimmed,
)
from timemap.state.initial import Viewport
from timemap.state.map_state import (
    MapState,
    default_mode,
    default_state,
    filter_by_state,
    home,
    is_visible,
    layer_ids,
    with_span,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from geodata.atlas import Atlas
    from geodata.records.events import Event
    from timemap.state.fields import Field

_VERSION = re.compile(r"[0-9a-f]{6,64}")
"""How versions of the data are written."""

_DECIMAL = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,12})?")

_FEW = 10
"""So many unknown values are told one by one."""

_MODES: dict[str, Mode] = {mode: mode for mode in get_args(Mode)}


def own_parameters(params: Mapping[str, str]) -> dict[str, str]:
    """Return the names and values of an address that are for the map.

    They may be known or not, and are as they were meant.

    >>> own_parameters({"from": "2014-07-01", "amp;words": "kobane", "embed": "true", "momnet": "x"})
    {'from': '2014-07-01', 'words': 'kobane', 'momnet': 'x'}
    """
    return {clean_name(name): value for name, value in params.items() if not is_foreign(clean_name(name))}


def read_parameters(params: Mapping[str, str], atlas: Atlas, today: date) -> tuple[MapState, tuple[Problem, ...]]:
    """Return the view that an address asks for, and what was not followed.

    A link to an event opens on a day on which the event is seen, with the filters that would hide it taken off.

    Args:
        params: names and values of the address.
        atlas: what is known.
        today: the present day.
    """
    reader = _Reader(params, atlas, today)
    view = reader.view()
    return view, tuple(reader.problems)


def read_state(params: Mapping[str, str], atlas: Atlas, today: date) -> MapState:
    """Return the view that an address asks for, without the problems.

    The map in the page reads the same address and reports them there.
    """
    return read_parameters(params, atlas, today)[0]


def read_message(state: Mapping[str, object], atlas: Atlas, today: date) -> MapState:
    """Return the view that a map tells.

    Whatever does not make sense is passed over.

    Args:
        state: fields of the table, as messages have them: days as ISO dates, lists of ids, null for none.
        atlas: what is known.
        today: the present day.
    """
    params = {name: text for name in IN_ADDRESS if (text := _as_text(state.get(name)))}
    return read_state(params, atlas, today)


def _as_text(value: object) -> str:
    """Return the value of a message as an address would have it.

    Empty where it can be none.

    >>> _as_text(["battle", "trial"]), _as_text(36.75), _as_text(None), _as_text({})
    ('battle,trial', '36.75', '', '')
    """
    if isinstance(value, list):
        return ",".join(part for part in value if isinstance(part, str))
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def version_in(params: Mapping[str, str]) -> str:
    """Return the version of the data with which an address was made.

    Empty where it names none, or nothing like one.

    >>> version_in({"version": "0a1b2c3d4e"}), version_in({"version": "newest"})
    ('0a1b2c3d4e', '')
    """
    version = trimmed(params.get("version", ""))
    return version if _VERSION.fullmatch(version) else ""


def write_parameters(state: MapState, atlas: Atlas, today: date) -> dict[str, str]:
    """Return the names and values that bring ``view`` back.

    What is as by default is left out.

    The chosen event is named only while it is let through and seen on the moment, so that the moment, too, comes back.
    """
    if state.lesson:  # a scene has a day, a range and a part of the map of its own
        state = replace(
            default_state(atlas, today),
            language=state.language,
            lesson=state.lesson,
            scene=state.scene,
            presenting=state.presenting,
        )
    default = default_state(atlas, today)
    event = atlas.event(state.event) if atlas.has_event(state.event) else None
    last, default_last = state.span.last_day, default.span.last_day
    params = {
        "from": "" if state.span.start == default.span.start else state.span.start.isoformat(),
        "to": "" if last is None or last == default_last else last.isoformat(),
        "moment": "" if state.moment == home(state.span, atlas, today).moment else state.moment.isoformat(),
        "compare": state.compare.isoformat() if state.compare else "",
        "mode": "" if state.mode == default_mode(state.span, default.span) else state.mode,
        **_map_params(state.viewport, atlas),
        "lesson": state.lesson,
        "scene": str(state.scene) if state.lesson and state.scene else "",
        "presenting": "yes" if state.lesson and state.presenting else "",
        "event": event.id
        if event and is_visible(event, state) and event in filter_by_state(state, atlas).events
        else "",
    }
    usual = choices_of(default)
    params |= {
        name: _value_text(FIELDS[name], value) for name, value in choices_of(state).items() if value != usual[name]
    }
    return {name: params[name] for name in IN_ADDRESS if params.get(name)}


def _value_text(field: Field, value: Any) -> str:  # noqa: ANN401 (whatever a field of the table can be)
    """Return the value of a field as an address has it."""
    if value is None:
        return ""
    if field.type == "ids":
        return ",".join(value)
    return _short(value, field.digits) if field.type == "decimal" else str(value)


def _map_params(view: Viewport | None, atlas: Atlas) -> dict[str, str]:
    """Return the part of the map as an address has it.

    Nothing for the one on which the map opens.
    """
    if view is None or view == Viewport(*atlas.setting_numbers("opening-view")):
        return {}
    return {name: _short(getattr(view, name), FIELDS[name].digits) for name in ("lat", "lon", "zoom")}


def _short(number: float, digits: int) -> str:
    """Return a number with at most so many digits behind the point.

    >>> _short(36.75, 4), _short(38.0, 4), _short(8.256, 2)
    ('36.75', '38', '8.26')
    """
    return f"{number:.{digits}f}".rstrip("0").rstrip(".")


class _Reader:
    """Reads one address part by part and collects what is wrong."""

    def __init__(self, params: Mapping[str, str], atlas: Atlas, today: date) -> None:
        named = {name: trimmed(value) for name, value in own_parameters(params).items()}
        self._params = {name: named[name] for name in IN_ADDRESS if named.get(name)}
        self._unknown = {name: value for name, value in named.items() if name not in IN_ADDRESS}
        self._atlas = atlas
        self._today = today
        self._default = default_state(atlas, today)
        self._whole = self._default.span
        self.problems: list[Problem] = []

    def view(self) -> MapState:
        span = self._span()
        lesson = self._one_of("lesson", lesson_ids(), "")
        if "version" in self._params and not version_in(self._params):
            self._wrong("version", f"a version of the data such as {self._atlas.version}")
        for name in self._unknown:
            self.problems.append(Problem("address", None, name, self._unknown[name], "a parameter that this map knows"))
        state = MapState(
            span,
            home(span, self._atlas, self._today).moment,
            mode=_MODES[self._one_of("mode", _MODES, default_mode(span, self._whole))],
            lesson=lesson,
            scene=self._number("scene") if lesson else 0,
            presenting=self._one_of("presenting", ("yes",), "") == "yes" and lesson != "",
            viewport=self._map_view(),
            **{name: self._value(FIELDS[name]) for name in PLAIN},
        )
        state = replace(
            state, moment=self._day_of("moment", span) or state.moment, compare=self._day_of("compare", span)
        )
        return self._with_event(state)

    def _value(self, field: Field) -> Any:  # noqa: ANN401 (whatever a field of the table can be)
        """Return the value of a field by its type; the usual one where there is none to take."""
        name, usual = field.name, getattr(self._default, field.name)
        if name not in self._params:
            return usual
        found: object = None
        match field.type:
            case "ids":
                found = self._ids(name, self._known(field))
            case "choice" | "id":
                found = self._one_of(name, self._known(field), usual)
            case "number":
                found = self._number(name)
            case "decimal":
                found = self._decimal(name)
            case "text":
                found = self._text(name)
            case "day":
                found = self._day(name)
        return usual if found is None else found

    def _known(self, field: Field) -> Collection[str]:
        """Return the values that a field can have."""
        if isinstance(field.of, tuple):
            return field.of
        if field.of == "languages":
            return self._atlas.name_languages
        if field.of == "layers":
            return layer_ids(self._atlas)
        return [row.id for row in getattr(self._atlas, field.of)]

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
            self._wrong("from" if "from" in self._params else "to", f"days from {_words(whole)}")
            return whole
        for name, day in (("from", first), ("to", last)):
            if not whole.covers(day):
                self._wrong(name, f"a day from {_words(whole)}")
        return Span(max(first, whole.start), min(last + DAY, whole.end or last + DAY))

    def _ids(self, name: str, ids: Collection[str]) -> tuple[str, ...]:
        asked = [part for part in map(trimmed, self._params.get(name, "").split(",")) if part]
        unknown = [part for part in asked if part not in ids]
        if unknown:
            few = ", ".join(map(shown_text, unknown[:_FEW]))
            more = f" and {len(unknown) - _FEW} more" if len(unknown) > _FEW else ""
            self._wrong(name, f"any of {', '.join(ids)}", f"Not known and ignored: {few}{more}.")
        chosen = tuple(part for part in ids if part in asked)
        return () if len(chosen) == len(ids) and not FIELDS[name].full else chosen

    def _text(self, name: str) -> str:
        text = self._params.get(name, "")
        most = limit(name)
        if len(text) > most:
            self._wrong(name, f"at most {most} characters", "Only the beginning is searched for.")
        searched = trimmed(text[:most])
        if text and not has_visible(searched):
            self._wrong(name, "at least one visible character")
            return ""
        return searched

    def _one_of(self, name: str, options: Collection[str], default: str) -> str:
        value = self._params.get(name, default)
        if value in options or value == default:
            return value
        self._wrong(name, f"one of {', '.join(options)}")
        return default

    def _number(self, name: str) -> int:
        field = FIELDS[name]
        default, most = field.default or 0, limit(name)
        value = self._params.get(name, str(default))
        if value.isascii() and value.isdigit() and len(value) <= len(str(most)) and int(value) <= most:
            return int(value)
        self._wrong(name, f"a whole number of {field.unit} from 0 to {most}")
        return default

    def _map_view(self) -> Viewport | None:
        """Return the part of the map.

        None unless all three numbers of it are there.
        """
        names = ("lat", "lon", "zoom")
        numbers = [self._decimal(name) for name in names if name in self._params]
        if not numbers or None in numbers:
            return None
        for name in names:
            if name not in self._params:
                given = next(other for other in names if other in self._params)
                self._wrong(given, f"{given} together with {name}")
                return None
        return Viewport(*(number for number in numbers if number is not None))

    def _decimal(self, name: str) -> float | None:
        field, value = FIELDS[name], self._params[name]
        least, most = field.least or 0, field.most or 0
        if _DECIMAL.fullmatch(value) and least <= float(value) <= most:
            return round(float(value), field.digits)
        self._wrong(name, f"a number from {least:g} to {most:g}")
        return None

    def _with_event(self, state: MapState) -> MapState:
        if "event" not in self._params:
            return state
        if not self._atlas.has_event(self._params["event"]):
            self._wrong("event", "the id of an event")
            return state
        event = self._atlas.event(self._params["event"])
        state = self._let_through(replace(state, event=event.id), event)
        if is_visible(event, state):
            return state
        return with_span(state, state.span, event.span.start)

    def _let_through(self, state: MapState, event: Event) -> MapState:
        """Return ``view`` without those of its filters that hide ``event``, and say which were taken off."""
        if event in filter_by_state(state, self._atlas).events:
            return state
        whole = self._whole
        if not event.span.overlaps(state.span):
            state = replace(state, span=whole)
            self._wrong("event", "an event inside the range", "The date range was widened to show it.")
        bare = MapState(whole, state.moment)
        for name in ("categories", "parties", "words"):
            alone = replace(bare, **{name: getattr(state, name)})
            if event not in filter_by_state(alone, self._atlas).events:
                state = replace(state, **{name: getattr(bare, name)})
                self._wrong(
                    "event", f"an event that passes the filter of {name}", "That filter was cleared to show it."
                )
        return state


def _words(span: Span) -> str:
    return f"{span.start} to {span.last_day}"
