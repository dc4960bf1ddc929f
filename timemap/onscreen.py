"""What a visitor has on the screen now: the view, the part of the map and the address, for files and citations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

import streamlit as st

from timemap import session
from timemap.component import told
from timemap.exports.sight import MapView, sight_of

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from timemap.exports.sight import Sight

FARTHEST = {"lat": 85.0, "lon": 180.0, "zoom": 22.0}
"""Farthest from zero that each number of a view of the map may be."""


@dataclass(slots=True)
class Screen:
    """The screen of one visitor: a file is made outside of any run, when nothing else can be learned of the visitor."""

    sight: Sight
    """What is on it, as of what the map told last."""


def screen(atlas: Atlas) -> Screen:
    """Return the visitor's screen, always the same and now up to date: to be called whenever the map told something."""
    view, map_view = st.session_state.view, _part_of_the_map()
    sight = sight_of(atlas, today=session.today(), view=view, map_view=map_view, address=_own_address())
    known: Screen = st.session_state.setdefault("screen", Screen(sight))
    known.sight = sight
    return known


def _own_address() -> str:
    """Return where the page stands, without parameters; empty where that is not known."""
    parts = urlsplit(st.context.url or "")
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", "", "")) if parts.netloc else ""


def _part_of_the_map() -> MapView | None:
    """Return where the map is looked at, as it told; None before it has told or where that makes no sense."""
    view = told().get("view")
    if not isinstance(view, dict):
        return None
    found: dict[str, float] = {}
    for name, most in FARTHEST.items():
        number = view.get(name)
        if not isinstance(number, int | float) or not abs(number) <= most:
            return None
        found[name] = float(number)
    return MapView(**found)
