"""Filter for the time that charts show: all, a chapter, or the map's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from geodata.text.selection import filter_events
from timemap.app import session
from timemap.state.initial import whole_span
from timemap.state.map_state import filter_by_state

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.dates.span import Span
    from geodata.text.selection import Selection

MAP = "map"
"""Choice of the range of the map; the others are those of the map's own chapters."""

CHOICE_WIDTH = 440
"""CSS pixels of the choice."""


@dataclass(frozen=True, slots=True)
class ShownTime:
    """Days and events that the charts show."""

    span: Span
    """The days; the end is set."""

    selection: Selection
    """The events."""

    categories: tuple[str, ...] = ()
    """Ids of the categories by which the events were chosen; empty for all."""


def render_time_filter(atlas: Atlas) -> ShownTime:
    """Draw the choice and return what was chosen.

    What the map shows where the visitor or the address has set it.
    """
    state = session.current(atlas)
    whole = whole_span(atlas, session.today())
    spans = session.chapter_spans(atlas)
    names = {name: label for name, label in session.chapter_names(atlas).items() if name in spans}
    names = {session.ALL: names[session.ALL], MAP: "As on the map, with its filters", **names}
    picked = st.selectbox(
        "Period",
        list(names),
        index=list(names).index(MAP if state.span != whole or state.filtered else session.ALL),
        format_func=names.__getitem__,
        key="numbers-time",
        bind="query-params",
        width=CHOICE_WIDTH,
    )
    if picked == MAP:
        return ShownTime(state.span, filter_by_state(state, atlas), state.categories)
    return ShownTime(spans[picked], filter_events(atlas, span=spans[picked]))
