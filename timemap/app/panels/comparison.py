"""Panel of the comparison: what changed hands, events in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from geodata.areas.timeline.changes import difference
from geodata.dates.wording import day_in_words
from geodata.io.csv_writer import to_csv
from geodata.sources.exported_events import events_csv
from timemap.app.panels.event_table import event_table
from timemap.charts.sentences import TIE
from timemap.text.markdown import escape_markdown
from timemap.text.numbers import format_number, lowered, pluralize

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from geodata.areas import AreasInTime
    from geodata.areas.timeline.changes import Difference
    from geodata.atlas import Atlas
    from geodata.records.events import Event


def transfer_rows(atlas: Atlas, changes: Difference) -> list[dict[str, str | float]]:
    """Return what changed as rows by column, the largest first."""
    places = {row.id: row.name for row in atlas.places}
    return [
        {
            f"Held on {day_in_words(changes.first)} by": atlas.names.on(row.origin, changes.first),
            f"Held on {day_in_words(changes.second)} by": atlas.names.on(row.target, changes.second),
            "How": atlas.handover_name(row.handover),
            "km²": round(row.km2, 1),
            "Places": ", ".join(places.get(place, place) for place in row.places),
        }
        for row in changes.largest_first()
    ]


def between(events: Sequence[Event], one: date, other: date) -> tuple[Event, ...]:
    """Return the events that begin between two days.

    They begin after the earlier one and not after the later.
    """
    first, last = sorted((one, other))
    return tuple(event for event in events if first < event.span.start <= last)


def summary(atlas: Atlas, changes: Difference) -> str:
    """Return in two sentences how much land changed, how, and how much not."""
    days = f"{day_in_words(changes.first)} and {day_in_words(changes.second)}"
    if not changes.transfers:
        return f"No change between {days}."
    ways = [
        f"{lowered(atlas.handover_name(way))}, {format_number(km2)}{TIE}km²"
        for way, km2 in changes.by_handover().items()
    ]
    return (
        f"Between {days}: {'; '.join(ways)}. {format_number(sum(changes.kept.values()))}{TIE}km² did not change hands."
    )


def total(changes: Difference) -> float:
    """Return how much changed in any way, in km²."""
    return sum(changes.by_handover().values())


def table(atlas: Atlas, changes: Difference) -> str:
    """Return what changed as a narrow table in Markdown, by ways with sums."""

    def row(*cells: str) -> str:
        return f"| {' | '.join(cells)} |"

    lines = [row(day_in_words(changes.first), day_in_words(changes.second), "km²"), row("---", "---", "---:")]
    for way, whole in changes.by_handover().items():
        lines.append(row(f"**{escape_markdown(atlas.handover_name(way))}**", "", f"**{format_number(whole)}**"))
        for move in changes.largest_first(way):
            sides = (escape_markdown(name) for name in changes.sides(move, atlas.names))
            lines.append(row(*sides, format_number(move.km2) if move.km2 >= 1 else "under 1"))
    return "\n".join(lines)


def render_comparison(atlas: Atlas, areas: AreasInTime, events: Sequence[Event], first: date, second: date) -> None:
    """Draw the comparison of two days, with both tables as files.

    A sentence where they are the same.
    """
    if first == second:
        st.info("Both days are the same. Choose a different day to see what changed.")
        return
    changes = difference(areas, *sorted((first, second)))  # land is told as given by who held it earlier
    st.header(
        f"Land that changed hands: {format_number(total(changes))}{TIE}km²" if changes.transfers else "What changed",
        anchor=False,
    )
    st.markdown(escape_markdown(summary(atlas, changes)))
    if max(first, second) >= areas.known_until:
        st.info(f"The last documented day is {day_in_words(areas.known_until)}. Later days show the last known state.")
    name = f"{min(first, second)}-to-{max(first, second)}"
    if changes.transfers:
        rows = transfer_rows(atlas, changes)
        st.markdown(table(atlas, changes))
        with st.expander("Places that changed hands"):
            st.dataframe(
                pd.DataFrame(rows),
                hide_index=True,
                column_order=["km²", *(column for column in rows[0] if column != "km²")],
                column_config={
                    "km²": st.column_config.NumberColumn(format="localized", pinned=True),
                    "Places": st.column_config.TextColumn(width="large"),
                },
            )
        st.download_button(
            "Download the changes (CSV)",
            lambda: to_csv(list(rows[0]), [list(row.values()) for row in rows]),
            f"what-changed-{name}.csv",
            "text/csv",
            on_click="ignore",
        )
    meanwhile = between(events, first, second)
    count = pluralize(len(meanwhile), "event", "events") if meanwhile else "No events"
    st.header(f"{count} between the two dates", anchor=False)
    if meanwhile:
        event_table(atlas, meanwhile)
        st.download_button(
            "Download these events (CSV)",
            lambda: events_csv(atlas, meanwhile),
            f"events-{name}.csv",
            "text/csv",
            on_click="ignore",
        )
