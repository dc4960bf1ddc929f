"""Panel on the sources of the matching events, and one-sided events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import pandas as pd
import streamlit as st

from geodata.sources.balance import analyse_sources
from timemap.text import page_texts
from timemap.text.markdown import escape_markdown
from timemap.text.numbers import pluralize
from timemap.text.source_lines import DOT, event_on_map

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from geodata.atlas import Atlas
    from geodata.records.events import Event
    from geodata.records.sources import Affiliation, PublisherKind
    from geodata.sources.balance import OneSidedEvent, Share, SourceBalance

NONE_KNOWN = "None known"
NOT_RECORDED = "Not recorded"

_HALF_A_PER_CENT = 0.005
_LABELS = 200
"""Room for the names beside the bars, in CSS pixels."""
_BAR, _AXIS = 22, 60
"""Room for one bar, and for the axis under them, in CSS pixels."""


def render_source_panel(atlas: Atlas, events: Sequence[Event], note: Callable[[], None] | None = None) -> None:
    """Offer to show who says so; nothing is worked out before it is opened.

    ``note`` draws what is to be said before.
    """
    box = st.expander(page_texts.WHERE_FROM, key="voices", on_change="rerun")
    if box.open:
        with box:
            if note is not None:
                note()
            render_source_balance(atlas, events)


def render_source_balance(atlas: Atlas, events: Sequence[Event]) -> None:
    """Show how the sources of ``events`` divide, and one-sided events.

    Those rest on one side alone.
    """
    voices = analyse_sources(atlas, events)
    if not voices.sources:
        st.info("No events match, so there are no sources.")
        return
    st.markdown(
        f"**{pluralize(voices.sources, 'source', 'sources')}** "
        f"for {pluralize(len(events), 'event', 'events')}. "
        "Each source is counted once; an agency's report counts for the agency, not for the outlet that "
        "republished it. Most publishers have no known affiliation."
    )
    kinds, sides = st.columns(2, gap="medium")
    with kinds:
        _division("Type of publisher", NOT_RECORDED, voices.kinds, atlas.publisher_kinds)
    with sides:
        _division("Known affiliation", NONE_KNOWN, voices.affiliations, atlas.affiliations)
    _one_sided(voices, len(events))


def share_in_words(share: float) -> str:
    """Return a share in per cent, without a false zero.

    >>> share_in_words(0.244), share_in_words(0.004), share_in_words(1)
    ('24%', 'under 1%', '100%')
    """
    return f"{share:.0%}" if share >= _HALF_A_PER_CENT else "under 1%"


def _division(name: str, unknown: str, shares: Sequence[Share], about: Sequence[PublisherKind | Affiliation]) -> None:
    """Draw bars, and the same as a table that also says what is meant."""
    rows = pd.DataFrame(
        {
            name: [share.name or unknown for share in shares],
            "Sources": [share.sources for share in shares],
            "Share": [share_in_words(share.share) for share in shares],
        }
    )
    st.markdown(f"**{name}**")
    chart, table = st.tabs(["Chart", "Table"], key=f"voices-{name}")
    bars = alt.Chart(rows).encode(
        x=alt.X("Sources:Q", axis=alt.Axis(tickMinStep=1)),
        y=alt.Y(f"{name}:N", sort=None, axis=alt.Axis(labelLimit=_LABELS, labelOverlap=False, title=None)),
        tooltip=[name, "Sources", "Share"],
    )
    words = ", ".join(f"{row[name]} {row['Sources']}" for row in rows.to_dict("records"))
    chart.altair_chart(bars.mark_bar(), height=_BAR * len(rows) + _AXIS, alt=words)
    meant = {row.id: row.description for row in about}
    rows["Description"] = [escape_markdown(meant.get(share.id, "")) for share in shares]
    table.table(rows, hide_index=True)


def _one_sided(voices: SourceBalance, events: int) -> None:
    """List the events that rest on one side alone."""
    together = [event for event in voices.one_sided if len(event.publishers) > 1]
    alone = [event for event in voices.one_sided if event not in together]
    st.markdown(
        f"**{len(voices.one_sided)} of {pluralize(events, 'event', 'events')} rely on sources from one side only**"
    )
    if not voices.one_sided:
        st.markdown("Each has sources from several publishers that are not all on one side.")
        return
    st.markdown(page_texts.ONE_SIDED)
    for heading, group in (
        ("A single publisher", alone),
        ("Several publishers, all with the same affiliation", together),
    ):
        if group:
            st.markdown(f"{heading}:\n\n" + "\n".join(f"- {_item(event)}" for event in group))


def _item(one: OneSidedEvent) -> str:
    who = ", ".join(f"**{escape_markdown(publisher)}**" for publisher in one.publishers) or "publisher not recorded"
    side = [f"affiliation: {escape_markdown(one.affiliation)}"] if one.affiliation else []
    return DOT.join((event_on_map(one.event), escape_markdown(one.event.when), who, *side))
