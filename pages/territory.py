"""Page "Territory in numbers": charts with their sentences and tables."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from timemap.app import renamed_options, resources
from timemap.app.charts import cache, key_dates, section_view, time_filter
from timemap.charts.chart_list import CHARTS, Chart, ChartData
from timemap.text import page_texts
from timemap.web import WEB

if TYPE_CHECKING:
    from collections.abc import Callable

# Present name of each part of the page by its old one: a comment, as Streamlit prints a bare string.
RENAMED = {"Key days": page_texts.KEY_DAYS}


def page() -> None:
    """Draw the page; only the open part is made."""
    st.html(WEB / "app" / "territory.css")
    atlas = resources.load_atlas()
    with st.container(key="numbers-top", horizontal=True, vertical_alignment="bottom"):
        st.title(page_texts.NUMBERS, anchor=False, width="stretch")
        shown = time_filter.render_time_filter(atlas)
    numbers = cache.load_statistics(atlas)
    data = ChartData(atlas, numbers, shown.span, shown.selection.events, shown.categories)
    parts: dict[str, Callable[[], None]] = {
        **{chart.heading(atlas): partial(_render_chart, chart, data) for chart in CHARTS},
        page_texts.KEY_DAYS: partial(key_dates.render_key_dates, atlas),
    }
    renamed_options.follow("numbers", RENAMED)
    for tab, draw in zip(st.tabs(list(parts), key="numbers", bind="query-params"), parts.values(), strict=True):
        if tab.open:
            with tab:
                draw()


def _render_chart(chart: Chart, data: ChartData) -> None:
    """Draw one part."""
    section_view.render_section(chart.section(data), data.atlas)


page()
