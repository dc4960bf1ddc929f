"""What a visitor has on the screen now: the view, the part of the map and the address, for files and citations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

import streamlit as st

from timemap import session
from timemap.exports.sight import sight_of

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from timemap.exports.sight import Sight


@dataclass(slots=True)
class Screen:
    """The screen of one visitor: a file is made outside of any run, when nothing else can be learned of the visitor."""

    sight: Sight
    """What is on it, as of what the map told last."""


def screen(atlas: Atlas) -> Screen:
    """Return the visitor's screen, always the same and now up to date: to be called whenever the map told something."""
    sight = sight_of(atlas, today=session.today(), view=st.session_state.view, address=_own_address())
    known: Screen = st.session_state.setdefault("screen", Screen(sight))
    known.sight = sight
    return known


def _own_address() -> str:
    """Return where the page stands, without parameters; empty where that is not known."""
    parts = urlsplit(st.context.url or "")
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", "", "")) if parts.netloc else ""
