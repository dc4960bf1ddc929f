"""What a visitor has on the screen now: the view, the part of the map and the address, for tables and citations."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

import streamlit as st

from timemap import session
from timemap.exports.sight import sight_of

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from timemap.exports.sight import Sight


def seen(atlas: Atlas) -> Sight:
    """Return what is on the visitor's screen, as of what the map told last."""
    return sight_of(atlas, today=session.today(), view=st.session_state.view, address=_own_address())


def _own_address() -> str:
    """Return where the page stands, without parameters; empty where that is not known."""
    parts = urlsplit(st.context.url or "")
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", "", "")) if parts.netloc else ""
