"""The View of one visitor: kept in the session, shown by fields, written to the address, read back from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from geodata.span import DAY, Span
from timemap import fields
from timemap.address import NAMES, read_view, version_in, write_view
from timemap.component import KEY, has_arrived, told
from timemap.opening import whole_span
from timemap.state import View, default_view, heard, with_span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geodata.atlas import Atlas
    from geodata.problem import Problem

ALL, OWN = "everything", "own"
"""Choices of the chapter field besides the chapters: the widest range, and one that is no chapter's."""


def today() -> date:
    """Return the present day in UTC."""
    return datetime.now(tz=UTC).date()


def begin(atlas: Atlas, map_key: str = KEY) -> View:
    """Return the view of this run, and see to it that the fields that follow show it.

    The address counts when the visit starts, when a link led here and when the browser went back or on.
    Otherwise the fields do: a browser may ask for a run before it has the address that was written last.

    Args:
        atlas: what is known.
        map_key: key of the map on the page.
    """
    session, address = st.session_state, _own_address()
    view: View | None = session.get("view")
    entering = not fields.is_drawn("from")
    session.alone = entering and not session.get("alone", False) and not has_arrived(map_key)
    if view is not None and not entering:
        view = _gathered(view)
    came_by_link = entering and bool(address)
    if view is None or (address != session.get("written") and (came_by_link or _went_through_history())):
        view, session.problems = read_view(address, atlas, today())
        session.made_with = version_in(address)
        _command(view, atlas)
    elif entering:
        _fill_fields(view, atlas)
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
    """Return whether this run is to draw the map alone: the first since the visitor came, where no map is there yet."""
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
    """Let the range follow the chapter field."""
    span = chapter_spans(atlas).get(str(fields.value_of("chapter")))
    if span:
        _fill_range(span)


def show_range(atlas: Atlas) -> None:
    """Put the two days of the range in order, a cleared one back, and let the chapter field follow them."""
    span = _span_of_fields(st.session_state.view)
    _fill_range(span)
    fields.fill("chapter", _chapter_of(span, atlas))


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


def _went_through_history() -> bool:
    """Return whether the browser asked for this run because its reader went back or on."""
    run = get_script_run_ctx()
    return run is not None and run.is_history_navigation


def _own_address() -> dict[str, str]:
    return {name: st.query_params[name] for name in NAMES if name in st.query_params}


def _command(view: View, atlas: Atlas) -> None:
    st.session_state.view = view
    st.session_state.command = uuid4().hex
    _fill_fields(view, atlas)


def _fill_fields(view: View, atlas: Atlas) -> None:
    _fill_range(view.span)
    fields.fill("chapter", _chapter_of(view.span, atlas))
    fields.fill("categories", list(view.categories))
    fields.fill("parties", list(view.parties))
    fields.fill("words", view.words)
    fields.fill("language", view.language)


def _fill_range(span: Span) -> None:
    fields.fill("from", span.start)
    fields.fill("to", span.last_day)


def _span_of_fields(view: View) -> Span:
    """Return the range of the two fields; one that was cleared counts as it was in ``view``."""
    before = {"from": view.span.start, "to": view.span.last_day or today()}
    first, last = sorted(day if isinstance(day := fields.value_of(name), date) else before[name] for name in before)
    return Span(first, last + DAY)


def _gathered(view: View) -> View:
    """Return ``view`` as the fields show it now."""
    return replace(
        with_span(view, _span_of_fields(view), view.moment),
        categories=_ids("categories"),
        parties=_ids("parties"),
        words=str(fields.value_of("words") or "").strip(),
        language=str(fields.value_of("language")),
    )


def _ids(name: str) -> tuple[str, ...]:
    ids = fields.value_of(name)
    return tuple(ids) if isinstance(ids, list) else ()


def chapter_spans(atlas: Atlas) -> Mapping[str, Span]:
    """Return the range of each choice of the chapter field, kept inside the widest one."""
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
    """Return the choices of the chapter field with their names."""
    names = {period.id: period.name for period in atlas.periods}
    return {name: names.get(name, "Everything") for name in chapter_spans(atlas)} | {OWN: "Dates of your own"}
