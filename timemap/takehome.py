"""What is chosen and seen can be taken home in every format there is; a file is made when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from timemap import loaded
from timemap.exports.formats import FORMATS, format_by_id
from timemap.state.map_state import chosen

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.span import Span
    from timemap.exports.formats import Format
    from timemap.onscreen import Screen


def draw(atlas: Atlas, screen: Screen) -> None:
    """Offer what is on the screen when the button is pressed, in every format."""
    known = {row.id: row for row in FORMATS}
    with st.container(horizontal=True, vertical_alignment="bottom", key="take-home"):
        wanted = st.selectbox(
            "Take home", list(known), format_func=lambda name: known[name].label, key="format", width=360
        )
        kind = format_by_id(wanted or FORMATS[0].id)

        def content() -> bytes:
            sight = screen.sight
            areas, geography = loaded.load_areas(atlas), loaded.load_geography()
            return kind.write(atlas, areas, geography, chosen(sight.view, atlas), sight)

        name = file_name(kind, screen.sight.view.span)
        st.download_button("Download", content, name, kind.media_type, on_click="ignore", key="download")
    st.caption(kind.help)


def file_name(kind: Format, span: Span) -> str:
    """Return the name under which a view over ``span`` is kept.

    >>> from datetime import date
    >>> from geodata.span import Span
    >>> file_name(format_by_id("html"), Span(date(2014, 7, 1), date(2015, 1, 28)))
    'map-2014-07-01-to-2015-01-27.html'
    """
    days = "telling-days" if kind.whole else f"{span.start}-to-{span.last_day}"
    return f"map-{days}{kind.ending}"
