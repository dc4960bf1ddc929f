"""Territory in numbers: areas, distances, events and changes over time, as charts with their words and tables."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

import timemap
from timemap import entrance, loaded
from timemap.charts import board, changes, choosing, eventcounts, kept, nearness, sizes, zones

if TYPE_CHECKING:
    from collections.abc import Callable

    from timemap.charts.section import Section


def page() -> None:
    """Draw the page; only the open part is made."""
    entrance.require_app("territory")
    st.html(Path(timemap.__file__).parent / "web" / "app" / "territory.css")
    atlas = loaded.load_atlas()
    with st.container(key="numbers-top", horizontal=True, vertical_alignment="bottom"):
        st.title("Territory in numbers", anchor=False, width="stretch")
        shown = choosing.ask(atlas)
    numbers = kept.load_numbers(atlas)
    span = numbers.recorded(shown.span)
    parts: dict[str, Callable[[], Section]] = {
        "Area by controller": lambda: sizes.section(numbers, atlas, span),
        atlas.setting("zones-heading"): lambda: zones.section(numbers, atlas, span),
        f"Distance from {nearness.focus_name(atlas)}": lambda: nearness.section(numbers, atlas, span),
        "Events by month": lambda: eventcounts.section(atlas, shown.selection.events, shown.span),
        "Land changing hands": lambda: changes.section(numbers, atlas, span),
    }
    for tab, make in zip(st.tabs(list(parts), key="numbers", bind="query-params"), parts.values(), strict=True):
        if tab.open:
            with tab:
                board.draw(make(), atlas)


page()
