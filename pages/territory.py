"""Territory in numbers: areas, distances, events and changes over time as charts with words and tables."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

import timemap
from timemap import loaded, pagewords
from timemap.charts import board, changes, choosing, eventcounts, kept, nearness, sizes, telling, zones

if TYPE_CHECKING:
    from collections.abc import Callable


def page() -> None:
    """Draw the page; only the open part is made."""
    st.html(Path(timemap.__file__).parent / "web" / "app" / "territory.css")
    atlas = loaded.load_atlas()
    with st.container(key="numbers-top", horizontal=True, vertical_alignment="bottom"):
        st.title(pagewords.NUMBERS, anchor=False, width="stretch")
        shown = choosing.ask(atlas)
    numbers = kept.load_numbers(atlas)
    span = numbers.recorded(shown.span)
    focus = nearness.focus_name(atlas)
    parts: dict[str, Callable[[], None]] = {
        "Area by controller": lambda: board.draw(sizes.section(numbers, atlas, span), atlas),
        atlas.setting("zones-heading"): lambda: board.draw(zones.section(numbers, atlas, span), atlas),
        f"Distance from {focus}": lambda: board.draw(nearness.section(numbers, atlas, span), atlas),
        "Events by month": lambda: board.draw(
            eventcounts.section(atlas, shown.selection.events, shown.span, shown.categories), atlas
        ),
        "Land changing hands": lambda: board.draw(changes.section(numbers, atlas, span), atlas),
        pagewords.KEY_DAYS: lambda: telling.draw(atlas),
    }
    for tab, draw in zip(st.tabs(list(parts), key="numbers", bind="query-params"), parts.values(), strict=True):
        if tab.open:
            with tab:
                draw()


page()
