"""Map of the page: the visitor's view, turned to new events of theirs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from timemap.app import resources, session
from timemap.app.components import map_component
from timemap.app.own_data import store
from timemap.app.page_files import page_file
from timemap.app.page_list import start_pages
from timemap.state.map_state import default_state
from timemap.text.numbers import pluralize

if TYPE_CHECKING:
    from geodata.atlas import Atlas

_SHOWN = "own-on-map"


def turn_to_new(atlas: Atlas) -> None:
    """Let the map show all events when a table with events was brought."""
    tables = {each.key for each in store.tables() if store.read(each).own.events.num_rows}
    seen: set[str] = st.session_state.get(_SHOWN, set())
    if tables - seen:
        session.show(atlas, replace(default_state(atlas, session.today()), mode="range", own="alone"))
    st.session_state[_SHOWN] = tables


def render_link() -> None:
    """Draw the link to the page with the map."""
    count = sum(each.events.num_rows for each in store.own_tables())
    if count:
        st.page_link(
            page_file("map"), label=f"Show {pluralize(count, 'event', 'events')} on the page Map", icon=":material/map:"
        )


def render_preview(atlas: Atlas) -> None:
    """Put the map on the page. Not to be called in a fragment."""
    st.header("On the map", anchor=False)
    # No fragment follows what the map tells: one that is run alone would pass over a button that was pressed meanwhile.
    map_component.render_map(
        resources.load_document(atlas),
        start=session.initial_parameters(),
        command=session.command_id(),
        opening=session.is_opening(),
        on_told=_hear,
        once=session.fields_instead(),
        pages=start_pages(),
        own=store.address(),
    )


def _hear() -> None:
    session.on_map_event(resources.load_atlas())
