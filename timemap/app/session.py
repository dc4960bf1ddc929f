"""Session of one visitor: map state, address, and what the map reports.

The map holds the state; the session follows it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl
from uuid import uuid4

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequestType

from geodata.dates.span import Span
from timemap.app.components.map_component import received_state
from timemap.state.fields import trimmed
from timemap.state.initial import whole_span
from timemap.state.suggested_days import Offer
from timemap.state.url import own_parameters, read_message, read_state, write_parameters

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geodata.atlas import Atlas
    from timemap.state.map_state import MapState

ALL = "everything"
"""Choice of the widest range among the chapters."""


def today() -> date:
    """Return the present day in UTC."""
    return datetime.now(tz=UTC).date()


def enter_page(path: str, atlas: Atlas) -> None:
    """Note which page this run draws, by its path in the address.

    To be called before it is drawn.

    Days that the page before had only offered are left there.
    """
    session = st.session_state
    session.entering, session.path = path != session.get("path"), path
    left: Offer | None = session.pop("offer", None) if session.entering else None
    if left is not None:
        show(atlas, left.left(session.view))


def is_entering() -> bool:
    """Return whether the visitor comes to the page of this run from elsewhere."""
    entering: bool = st.session_state.get("entering", True)
    return entering


def restore(atlas: Atlas) -> MapState:
    """Return the view of this run of a page with a map.

    The address counts when the visit starts, when a link led here and when the browser went back or on; else what the
    map told last, and on the way from page to page what it had told before.
    """
    session, address = st.session_state, _address()
    came_by_link = is_entering() and bool(own_parameters(address))
    if "view" not in session or came_by_link or _went_through_history():
        session.view = read_state(address, atlas, today())
        session.start = write_parameters(session.view, atlas, today())
    if "command" not in session:
        session.command = session.opening = uuid4().hex
    view: MapState = session.view
    return view


def current(atlas: Atlas) -> MapState:
    """Return the view for a page without a map.

    It is that of the visitor's map, or what the address asks for if there is none.
    """
    if "view" in st.session_state:
        kept: MapState = st.session_state.view
        return kept
    return read_state(_address(), atlas, today())


def on_map_event(atlas: Atlas) -> None:
    """Take over what the map told: to be called when it told something.

    What it told before it followed the last command is passed over; it shows what was commanded since.
    """
    if received_state().get("command") == st.session_state.get("command"):
        apply_map_state(atlas, received_state())


def apply_map_state(atlas: Atlas, received: Mapping[str, Any], leave_out: frozenset[str] = frozenset()) -> None:
    """Let the visitor's view be what a map told.

    Nothing happens where it told nothing of its state.

    Args:
        atlas: what is known.
        received: what it told.
        leave_out: fields that do not count.
    """
    if not received.get("moment"):
        return
    start = dict(parse_qsl(str(received.get("address", "")), keep_blank_values=True))
    kept = {name: value for name, value in received.items() if name not in leave_out}
    st.session_state.view = read_message(kept, atlas, today())
    st.session_state.start = {name: value for name, value in start.items() if name not in leave_out}


def offer_days(atlas: Atlas, first: date, second: date) -> MapState:
    """Return the view with two days of its range compared.

    The map shows it until the visitor turns elsewhere.

    A day that the address names stays, and is compared with whichever of the two is another one.
    """
    session, before, named = st.session_state, st.session_state.view, own_parameters(_address())
    moment = before.moment if {"moment", "event"} & named.keys() else first
    other = second if second != moment else first
    opening = is_opening()
    show(atlas, replace(before, moment=moment, compare=other, lesson="", scene=0))
    if opening:
        session.opening = session.command
    days = {"compare": other.isoformat()} if named.get("compare") else {}
    session.start |= named  # with what cannot be followed, which the map tells
    session.view = read_state(session.start | days, atlas, today())
    session.instead = session.command, days
    session.offer = Offer(before, session.view)
    shown: MapState = session.view
    return shown


def is_followed(name: str, value: object) -> bool:
    """Return whether the address names a field in a way that counts.

    An empty value, which asks for none of it, counts as well.

    Args:
        name: of the field.
        value: what was read of it; nothing where the address names what cannot be.
    """
    named = own_parameters(_address())
    return name in named and (bool(value) or not trimmed(named[name]))


def show(atlas: Atlas, state: MapState) -> None:
    """Let the map show a view on the part of the map that it shows now."""
    session = st.session_state
    part_of_map = {name: session.start[name] for name in ("lat", "lon", "zoom") if name in session.start}
    session.view, session.command = state, uuid4().hex
    session.start = write_parameters(replace(state, viewport=None), atlas, today()) | part_of_map


def initial_parameters() -> Mapping[str, str]:
    """Return the state on which the map opens, as an address has it."""
    address: Mapping[str, str] = st.session_state.start
    return address


def command_id() -> str:
    """Return the name of the last command.

    A command is what the page set that else the reader of the map sets.
    """
    name: str = st.session_state.command
    return name


def fields_instead() -> Mapping[str, str]:
    """Return the fields of the last command that the address hides.

    They are shown in place of what it names in vain.
    """
    command, fields = st.session_state.get("instead", ("", {}))
    return fields if command == command_id() else {}


def is_opening() -> bool:
    """Return whether nothing was commanded since this visit began.

    A map that is there already is that of a visit to a server that was started again.
    """
    return bool(st.session_state.command == st.session_state.opening)


def is_leaving_page() -> bool:
    """Return whether another page was asked for since this run began.

    A rerun that a callback asks for now names the page of this run, and Streamlit lets the newest request say which
    page is drawn: the visitor would be brought back. It keeps what is waiting to itself, so its own fields are read.
    """
    run = get_script_run_ctx()
    if run is None or run.script_requests is None:
        return False
    requests = run.script_requests
    waiting = requests._rerun_data if requests._state is ScriptRequestType.RERUN else None  # noqa: SLF001
    return waiting is not None and waiting.page_script_hash != run.page_script_hash


def _went_through_history() -> bool:
    """Return whether the browser asked for this run because its reader went back or on."""
    run = get_script_run_ctx()
    return run is not None and run.is_history_navigation


def _address() -> dict[str, str]:
    return {name: st.query_params[name] for name in st.query_params}


def chapter_spans(atlas: Atlas) -> Mapping[str, Span]:
    """Return the range of each chapter by its id.

    Each is kept inside the widest one, which comes first.
    """
    whole = whole_span(atlas, today())
    spans = {ALL: whole}
    for period in atlas.periods:
        if period.chapter and period.span.overlaps(whole):
            end = min(period.span.end or whole.end or date.max, whole.end or date.max)
            spans[period.id] = Span(max(period.span.start, whole.start), end)
    return spans


def chapter_names(atlas: Atlas) -> dict[str, str]:
    """Return the name of each range that ``chapter_spans`` has."""
    names = {period.id: period.name for period in atlas.periods}
    return {name: names.get(name, "All years") for name in chapter_spans(atlas)}
