"""What is chosen and seen can be taken home in every format there is; a file is made when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from timemap import loaded, session
from timemap.component import told
from timemap.exports.formats import FORMATS, format_by_id
from timemap.exports.sight import MapView, sight_of

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.choose import Selection
    from timemap.state import View

FARTHEST = {"lat": 85.0, "lon": 180.0, "zoom": 22.0}
"""Farthest from zero that each number of a view of the map may be."""


def seen_view() -> MapView | None:
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


def draw(atlas: Atlas, selection: Selection) -> None:
    """Offer the chosen events and the map as seen in every format."""
    view: View = st.session_state.view
    known = {row.id: row for row in FORMATS}
    with st.container(horizontal=True, vertical_alignment="bottom", key="take-home"):
        wanted = st.selectbox(
            "Take home", list(known), format_func=lambda name: known[name].label, key="format", width=360
        )
        chosen = format_by_id(wanted or FORMATS[0].id)

        def content() -> bytes:
            now: View = st.session_state.get("view", view)
            address = (st.context.url or "").split("?")[0]
            sight = sight_of(atlas, today=session.today(), view=now, map_view=seen_view(), address=address)
            areas, geography = loaded.load_areas(atlas), loaded.load_geography()
            return chosen.write(atlas, areas, geography, selection, sight)

        days = "telling-days" if chosen.whole else f"{view.span.start}-to-{view.span.last_day}"
        st.download_button(
            "Download", content, f"map-{days}{chosen.ending}", chosen.media_type, on_click="ignore", key="download"
        )
    st.caption(chosen.help)
