"""Section of charts on the page: sentences, charts, table, downloads."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from geodata.dates.iso import iso_day
from timemap.app import session
from timemap.app.charts import cache, day_field
from timemap.attribution import span_in_words
from timemap.charts.files import credit, file_name, table_csv
from timemap.charts.image import picture
from timemap.charts.sentences import map_address, map_link, markdown
from timemap.charts.theme import PICKED
from timemap.text.markdown import escape_markdown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from geodata.atlas import Atlas
    from timemap.charts.section import ChartSection, Column, Row

HOW_DAYS = "Click a date to open the map on that day. Click a chart or type a date to see the values on that day."

SIDE_BY_SIDE = 3
"""Charts in one line where there is room."""


@st.fragment
def render_section(section: ChartSection, atlas: Atlas) -> None:
    """Draw a section; a click in one of its charts reruns only this.

    Args:
        section: what is drawn.
        atlas: what is known.
    """
    st.header(f"{escape_markdown(section.heading)}, {escape_markdown(span_in_words(section.span))}", anchor=False)
    if not section.rows:
        st.info("No data for this period and these filters.")
        return
    st.markdown(markdown(section.lead))
    with st.container(key=f"how-{section.id}"):
        st.markdown(escape_markdown(f"{section.how} {HOW_DAYS}"))
    asked = day_field.render_day_field(section)
    if section.key:
        st.html(_key(section))
    for row in section.rows:
        if row.wide:
            _small_chart(section, row, asked)
    narrow = [row for row in section.rows if not row.wide]
    for first in range(0, len(narrow), SIDE_BY_SIDE):
        rows = narrow[first : first + SIDE_BY_SIDE]
        with st.container(key=f"line-{section.id}-{first}"):
            for column, row in zip(st.columns(SIDE_BY_SIDE, gap="medium"), rows, strict=False):
                with column:
                    _small_chart(section, row, asked)
    with st.expander("Data table"):
        _table(section)
    _downloads(section, atlas)


def _small_chart(section: ChartSection, row: Row, asked: date | None) -> None:
    """Draw one chart with its heading, and in words what it says: of the day chosen in it or asked for, else of all."""
    with st.container(key=f"chart-{section.id}-{row.id}", gap=None):
        with st.container(key=f"title-{section.id}-{row.id}", gap=None):
            st.subheader(escape_markdown(row.name), anchor=False)
            if row.former:
                st.markdown(escape_markdown(row.former))
        event = st.vega_lite_chart(
            spec=cache.spec(row.shown),
            theme=None,
            width="stretch",
            key=f"numbers-{section.id}-{row.id}-{section.span.start}-{section.span.end}",
            on_select="rerun",
            selection_mode=PICKED,
            alt=f"Chart: {row.name}. {section.heading}, {span_in_words(section.span)}",
        )
        chosen = _chosen_day(event) or asked
        sentences = row.on(chosen) if chosen else () if row.words == section.lead[: len(row.words)] else row.words
        lines = [markdown(part) for part in (sentences, *((note,) for note in row.notes)) if part]
        if chosen and chosen != asked:
            lines.insert(1, map_link(chosen))
        st.markdown("  \n".join(lines))


def _chosen_day(event: Any) -> date | None:  # noqa: ANN401 (what Streamlit tells of a chart)
    """Return the day that was chosen in a chart, if any."""
    picked: list[dict[str, Any]] = event.selection.get(PICKED) or []
    return iso_day(str(picked[0].get("day", ""))) if picked else None


def _key(section: ChartSection) -> str:
    """Return what the colours mean, as HTML."""
    items = "".join(
        f'<li><span style="background: {escape(part.colour)}"></span>{escape(part.name)}</li>' for part in section.key
    )
    return f'<ul class="chart-key">{items}</ul>'


def _table(section: ChartSection) -> None:
    days = [column.name for column in section.columns if column.kind == "day"]
    frame = pd.DataFrame([{**row, "map": map_address(row[days[0]])} for row in section.table])
    st.dataframe(
        frame,
        hide_index=True,
        height=min(420, 36 * (len(frame) + 1)),
        column_config={column.name: _column(column) for column in section.columns}
        | {"map": st.column_config.LinkColumn("Map", display_text="Map")},
        key=f"table-{section.id}",
    )


def _column(column: Column) -> Any:  # noqa: ANN401 (Streamlit's own dictionary)
    if column.kind == "day":
        return st.column_config.DateColumn(column.label, format="YYYY-MM-DD")
    if column.kind == "number":
        return st.column_config.NumberColumn(column.label, format=f"%.{column.decimals}f")
    if column.kind == "yes or no":
        return st.column_config.CheckboxColumn(column.label)
    return st.column_config.TextColumn(column.label)


def _downloads(section: ChartSection, atlas: Atlas) -> None:
    """Offer the table and the charts; they are made when asked for."""
    paragraphs = credit(section, atlas, session.today(), _address())
    forms: Sequence[tuple[str, str, str, Any]] = (
        ("Table (CSV)", "csv", "text/csv", partial(table_csv, section, paragraphs)),
        ("Picture (PNG)", "png", "image/png", partial(picture, section, paragraphs, "png")),
        ("Vector drawing (SVG)", "svg", "image/svg+xml", partial(picture, section, paragraphs, "svg")),
    )
    with st.container(horizontal=True, key=f"downloads-{section.id}"):
        for label, ending, media, make in forms:
            st.download_button(
                label, make, file_name(section, ending), media, on_click="ignore", key=f"download-{section.id}-{ending}"
            )


def _address() -> str:
    """Return the address of the page with what is chosen on it."""
    parameters = urlencode(st.query_params.to_dict())
    return f"{st.context.url}?{parameters}" if parameters else str(st.context.url or "")
