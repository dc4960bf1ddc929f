"""Note on own events, which references and sources leave out."""

from __future__ import annotations

import streamlit as st

from timemap.app.components.map_component import received_state
from timemap.text.numbers import pluralize


def render_own_note() -> None:
    """Say how many own events the map shows; nothing where it shows none."""
    shown = received_state().get("ownShown")
    if isinstance(shown, int) and shown > 0:
        events = pluralize(shown, "event", "events")
        st.caption(f"The map also shows {events} of your data, not counted or cited here. Cite their own sources.")
