"""What a visitor has on the screen now: the view, the part of the map and the address, for tables and citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from timemap.app import session
from timemap.app.server.addresses import bare_address
from timemap.state.snapshot import sight_of

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from timemap.state.snapshot import Sight


def seen(atlas: Atlas) -> Sight:
    """Return what is on the visitor's screen, as of what the map told last."""
    return sight_of(
        atlas, today=session.today(), view=st.session_state.view, address=bare_address(st.context.url or "")
    )
