"""Current view of a visitor: map state, viewport and address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from timemap.app import session
from timemap.app.server.addresses import bare_address
from timemap.state.snapshot import snapshot_of

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from timemap.state.snapshot import Snapshot


def current_view(atlas: Atlas) -> Snapshot:
    """Return what is on the visitor's screen, as of what the map told last."""
    return snapshot_of(
        atlas, today=session.today(), state=st.session_state.view, address=bare_address(st.context.url or "")
    )
