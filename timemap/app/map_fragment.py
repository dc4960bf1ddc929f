"""Map on a page as a fragment, with the panels that follow it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.errors import StreamlitAPIException

from timemap.app import resources, session
from timemap.app.components import map_component
from timemap.app.own_data import store
from timemap.app.page_list import start_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from geodata.atlas import Atlas

_AROUND = "around-the-map"


def render_map_and_panels(
    atlas: Atlas, around: Callable[[], None], explicit: Sequence[str] = (), *, welcome: bool = False
) -> None:
    """Put the map on the page, or bring the one that is there up to date.

    Not to be called in a fragment.

    What a page offers around its map takes the browser longer to draw than the map itself. So it is drawn when the map
    has told for the first time what it shows, or after a while if it cannot start.

    Args:
        atlas: what is known.
        around: draws what follows the map, and alone runs again when the map told something.
        explicit: fields that the page's address always names, empty where there is none; see ``component.mount``.
        welcome: whether the start of the map is shown to whoever comes without a link.
    """
    document = resources.load_document(atlas)
    map_component.render_map(
        document,
        start=session.initial_parameters(),
        command=session.command_id(),
        opening=session.is_opening(),
        on_told=_hear,
        once=session.fields_instead(),
        explicit=explicit,
        pages=start_pages(),
        welcome=welcome,
        own=store.address(),
    )
    _follow(around)


@st.fragment(key=_AROUND)
def _follow(around: Callable[[], None]) -> None:
    if map_component.received_state():
        around()


def _hear() -> None:
    session.on_map_event(resources.load_atlas())
    if session.is_leaving_page():
        return
    with suppress(StreamlitAPIException):  # a run that was cut off before the fragment: the whole page runs again
        st.rerun(_AROUND)
