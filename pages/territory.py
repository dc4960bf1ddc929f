"""Page "Territory in numbers": charts with their sentences and tables."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

import timemap
from timemap.app import resources
from timemap.app.charts import cache, key_dates, section_view, time_filter
from timemap.charts import area_sizes, changes, distances, event_counts, zone_sizes
from timemap.text import page_texts

if TYPE_CHECKING:
    from collections.abc import Callable


def page() -> None:
    """Draw the page; only the open part is made."""
    st.html(Path(timemap.__file__).parent / "web" / "app" / "territory.css")
    atlas = resources.load_atlas()
    with st.container(key="numbers-top", horizontal=True, vertical_alignment="bottom"):
        st.title(page_texts.NUMBERS, anchor=False, width="stretch")
        shown = time_filter.render_time_filter(atlas)
    numbers = cache.load_statistics(atlas)
    span = numbers.recorded(shown.span)
    focus = distances.focus_name(atlas)
    parts: dict[str, Callable[[], None]] = {
        "Area by controller": lambda: section_view.render_section(area_sizes.section(numbers, atlas, span), atlas),
        atlas.setting("zones-heading"): lambda: section_view.render_section(
            zone_sizes.section(numbers, atlas, span), atlas
        ),
        f"Distance from {focus}": lambda: section_view.render_section(distances.section(numbers, atlas, span), atlas),
        "Events by month": lambda: section_view.render_section(
            event_counts.section(atlas, shown.selection.events, shown.span, shown.categories), atlas
        ),
        "Land changing hands": lambda: section_view.render_section(changes.section(numbers, atlas, span), atlas),
        page_texts.KEY_DAYS: lambda: key_dates.render_key_dates(atlas),
    }
    for tab, draw in zip(st.tabs(list(parts), key="numbers", bind="query-params"), parts.values(), strict=True):
        if tab.open:
            with tab:
                draw()


page()
