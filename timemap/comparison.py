"""Two days compared in words and tables: what went from whom to whom, and what happened in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from geodata.areas.change import difference
from geodata.datewords import day_in_words
from geodata.spreadsheet import csv_of, events_csv
from timemap.eventtable import event_table
from timemap.numberwords import lowered
from timemap.plain import plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from geodata.areas import AreasInTime
    from geodata.areas.change import Difference
    from geodata.atlas import Atlas
    from geodata.records.events import Event


def transfer_rows(atlas: Atlas, found: Difference) -> list[dict[str, str | float]]:
    """Return what changed hands, the largest first, under the names of the columns of the table."""
    places = {row.id: row.name for row in atlas.places}
    return [
        {
            f"Held on {day_in_words(found.first)} by": atlas.names.on(row.origin, found.first),
            f"Held on {day_in_words(found.second)} by": atlas.names.on(row.target, found.second),
            "How": atlas.handover_name(row.handover),
            "km²": round(row.km2, 1),
            "Places": ", ".join(places.get(place, place) for place in row.places),
        }
        for row in found.largest_first()
    ]


def between(events: Sequence[Event], one: date, other: date) -> tuple[Event, ...]:
    """Return the events that begin after the earlier of two days and not after the later."""
    first, last = sorted((one, other))
    return tuple(event for event in events if first < event.span.start <= last)


def summary(atlas: Atlas, found: Difference) -> str:
    """Return in two sentences how much changed hands, in each of the ways, and how much did not."""
    days = f"{day_in_words(found.first)} and {day_in_words(found.second)}"
    if not found.transfers:
        return f"Between {days} no area changed hands."
    ways = [f"{lowered(atlas.handover_name(way))}, {km2:,.0f} km²" for way, km2 in found.by_handover().items()]
    return f"Between {days}: {'; '.join(ways)}. {sum(found.kept.values()):,.0f} km² stayed with the same holder."


def draw(atlas: Atlas, areas: AreasInTime, events: Sequence[Event], first: date, second: date) -> None:
    """Draw the comparison of two days, with both tables to take home; a sentence where they are the same."""
    if first == second:
        st.info("Both days are the same. Choose another one to see what changed.")
        return
    found = difference(areas, *sorted((first, second)))  # land is told as given by who held it earlier
    st.header("What changed hands", anchor=False)
    st.markdown(plain(summary(atlas, found)))
    if found.last_known:
        st.info(
            f"Sources on control end on {day_in_words(areas.known_until)}: later areas are last known, not current."
        )
    name = f"{min(first, second)}-to-{max(first, second)}"
    if found.transfers:
        rows = transfer_rows(atlas, found)
        st.dataframe(
            pd.DataFrame(rows),
            hide_index=True,
            column_config={
                "km²": st.column_config.NumberColumn(format="localized"),
                "Places": st.column_config.TextColumn(width="large"),
            },
        )
        st.download_button(
            "Download what changed hands (CSV)",
            lambda: csv_of(list(rows[0]), [list(row.values()) for row in rows]),
            f"changed-hands-{name}.csv",
            "text/csv",
            on_click="ignore",
        )
    meanwhile = between(events, first, second)
    st.header(f"Events in between: {len(meanwhile)}", anchor=False)
    if meanwhile:
        event_table(atlas, meanwhile)
        st.download_button(
            "Download these events (CSV)",
            lambda: events_csv(atlas, meanwhile),
            f"events-{name}.csv",
            "text/csv",
            on_click="ignore",
        )
