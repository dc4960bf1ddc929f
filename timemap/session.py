"""The View of one visitor: kept in the session, shown by the widgets, written to the address, read back from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

import streamlit as st

from geodata.span import DAY, Span
from timemap.address import NAMES, read_view, version_in, write_view
from timemap.component import told
from timemap.opening import whole_span
from timemap.state import View, default_view, heard, with_span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geodata.atlas import Atlas
    from geodata.problem import Problem

ALL, OWN = "everything", "own"
"""Choices of the chapter widget besides the chapters: the widest range, and one that is no chapter's."""


def today() -> date:
    """Return the present day in UTC."""
    return datetime.now(tz=UTC).date()


def begin(atlas: Atlas) -> View:
    """Return the view of this run, and see to it that the widgets that follow show it.

    The address counts when the visit starts and when it was changed from outside (the Back button, a link).
    Otherwise the widgets do.
    """
    session, address = st.session_state, _own_address()
    view: View | None = session.get("view")
    entering = "from" not in session
    session.alone = entering and not session.get("alone", False)
    if view is not None and not entering:
        view = _gathered(view)
    came_from_outside = address != session.get("written") and view == session.get("view")
    if view is None or (came_from_outside and not (entering and not address)):
        view, session.problems = read_view(address, atlas, today())
        session.made_with = version_in(address)
        _command(view, atlas)
    elif entering:
        _fill_widgets(view, atlas)
    elif view != session.view:
        forget_address()
    session.view = view
    return view


def seen(atlas: Atlas) -> View:
    """Return the view for a page without a map: that of the visitor's map, or what the address asks for if none is."""
    session = st.session_state
    if "view" in session:
        kept: View = session.view
        return kept
    address = _own_address()
    view, session.problems = read_view(address, atlas, today())
    session.made_with = version_in(address)
    return view


def is_first_run() -> bool:
    """Return whether this is the first run since the visitor came to a page with a map; no widgets are drawn in it."""
    alone: bool = st.session_state.alone
    return alone


def keep(view: View, atlas: Atlas) -> None:
    """Keep ``view`` and write it to the address, in one step so that the browser's history gets one entry.

    The browser may not have the address written last when it asks for the next run, so that its own says too little.
    """
    session, written = st.session_state, write_view(view, atlas, today())
    if version := made_with():
        written["version"] = version
    last = session.get("written", written)
    session.view, session.written = view, written
    if written != _own_address() or written != last:
        others = {name: st.query_params.get_all(name) for name in st.query_params if name not in NAMES}
        st.query_params.from_dict({**others, **written})


def hear(atlas: Atlas) -> None:
    """Take over what the map told: to be called when it told something.

    What it told before it followed the last command is passed over; it shows what was commanded since.
    """
    said = told()
    if said.get("command") == st.session_state.get("command", ""):
        keep(heard(st.session_state.view, said, atlas), atlas)


def compare(atlas: Atlas, first: date, second: date) -> View:
    """Return the view with the two days compared, and let the map show it; days outside the range are moved into it."""
    view: View = st.session_state.view
    _command(with_span(replace(view, compare=second, lesson="", scene=0), view.span, first), atlas)
    changed: View = st.session_state.view
    return changed


def reset(atlas: Atlas) -> None:
    """Go back to what is seen without any link."""
    forget_address()
    _command(default_view(atlas, today()), atlas)


def show_chapter(atlas: Atlas) -> None:
    """Let the range follow the chapter widget."""
    span = chapter_spans(atlas).get(st.session_state.chapter)
    if span:
        st.session_state["from"], st.session_state["to"] = span.start, span.last_day


def show_range(atlas: Atlas) -> None:
    """Put the two days of the range in order, a cleared one back, and let the chapter widget follow them."""
    view: View = st.session_state.view
    before = {"from": view.span.start, "to": view.span.last_day}
    first, last = sorted(st.session_state[name] or before[name] or today() for name in before)
    st.session_state["from"], st.session_state["to"] = first, last
    st.session_state.chapter = _chapter_of(Span(first, last + DAY), atlas)


def problems() -> tuple[Problem, ...]:
    """Return what is wrong in the address that the view came from."""
    found: tuple[Problem, ...] = st.session_state.get("problems", ())
    return found


def made_with() -> str:
    """Return the version of the data that the view's address was made with; empty where it does not say."""
    version: str = st.session_state.get("made_with", "")
    return version


def forget_address() -> None:
    """Let what the address said of itself be over: the view is no longer the one that it asked for."""
    st.session_state.problems, st.session_state.made_with = (), ""


def command() -> str:
    """Return the name of the last command: of what the page set that else the reader of the map sets."""
    name: str = st.session_state.command
    return name


def _own_address() -> dict[str, str]:
    return {name: st.query_params[name] for name in NAMES if name in st.query_params}


def _command(view: View, atlas: Atlas) -> None:
    st.session_state.view = view
    st.session_state.command = uuid4().hex
    _fill_widgets(view, atlas)


def _fill_widgets(view: View, atlas: Atlas) -> None:
    if is_first_run():
        return  # what is set for a widget that is not drawn would outlive the visit to the page
    session = st.session_state
    session["from"], session["to"] = view.span.start, view.span.last_day
    session.chapter = _chapter_of(view.span, atlas)
    session.categories, session.parties = list(view.categories), list(view.parties)
    session.words, session.language = view.words, view.language


def _gathered(view: View) -> View:
    """Return ``view`` as the widgets show it now."""
    session = st.session_state
    span = Span(session["from"], session["to"] + DAY)
    return replace(
        with_span(view, span, view.moment),
        categories=tuple(session.categories),
        parties=tuple(session.parties),
        words=(session.words or "").strip(),
        language=session.language,
    )


def chapter_spans(atlas: Atlas) -> Mapping[str, Span]:
    """Return the range of each choice of the chapter widget, kept inside the widest one."""
    whole = whole_span(atlas, today())
    spans = {ALL: whole}
    for period in atlas.periods:
        if period.chapter and period.span.overlaps(whole):
            end = min(period.span.end or whole.end or date.max, whole.end or date.max)
            spans[period.id] = Span(max(period.span.start, whole.start), end)
    return spans


def _chapter_of(span: Span, atlas: Atlas) -> str:
    return next((name for name, chapter in chapter_spans(atlas).items() if chapter == span), OWN)


def chapter_names(atlas: Atlas) -> dict[str, str]:
    """Return the choices of the chapter widget with their names."""
    names = {period.id: period.name for period in atlas.periods}
    return {name: names.get(name, "Everything") for name in chapter_spans(atlas)} | {OWN: "Dates of your own"}
