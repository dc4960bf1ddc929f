"""Table of the events that the map shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from timemap.app.panels.error_report import report_events
from timemap.text.markdown import safe_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geodata.atlas import Atlas
    from geodata.records.events import Event


DOMAIN = r"^https?://(?:www\.)?([^/]+)"
"""What is shown of an address: the name of the site."""


def event_rows(atlas: Atlas, events: Sequence[Event]) -> list[dict[str, Any]]:
    """Return rows of the table of events, by column."""
    return [
        {
            "First day": event.start,
            "Date": event.when,
            "Title": event.title,
            "Categories": ", ".join(atlas.category_names(event)),
            "Place": event.place,
            "Sources": len(event.sources),
            "First source": next((link for source in event.sources if (link := _address(atlas, source))), None),
        }
        for event in events
    ]


def render_event_table(atlas: Atlas, events: Sequence[Event]) -> None:
    """Show how many events match, and offer them as a table.

    It is made when it is opened.
    """
    total = len(atlas.events)
    words = f"all {total} events" if len(events) == total else f"{len(events)} of {total} events"
    box = st.expander(f"Table of {words}", key="table", on_change="rerun")
    if box.open:
        with box:
            event_table(atlas, events)
            report_events(atlas, events)


def event_table(atlas: Atlas, events: Sequence[Event]) -> None:
    """Draw the table."""
    st.dataframe(
        pd.DataFrame(event_rows(atlas, events)),
        hide_index=True,
        height=min(420, 36 * (len(events) + 1)),
        column_config={
            "First day": st.column_config.DateColumn(format="YYYY-MM-DD", width=90, help="Sorts by date"),
            "Date": st.column_config.TextColumn(width=175),
            "Title": st.column_config.TextColumn(width=330),
            "Categories": st.column_config.TextColumn(width=135),
            "Place": st.column_config.TextColumn(width=130),
            "Sources": st.column_config.NumberColumn(width=70),
            "First source": st.column_config.LinkColumn(width=130, display_text=DOMAIN),
        },
    )


def _address(atlas: Atlas, source_id: str) -> str | None:
    return safe_link(atlas.source(source_id).url) if atlas.has_source(source_id) else None
