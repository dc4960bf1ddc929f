"""Page "Compare": two days on one map, and what changed between them."""

from datetime import date
from functools import partial

import streamlit as st

from geodata.areas.timeline.period_pairs import Pair, before_after_pairs
from geodata.atlas import Atlas
from geodata.dates.iso import iso_day
from geodata.dates.span import Span
from timemap.app import current_view, map_fragment, resources, session
from timemap.app.components import jump_buttons
from timemap.app.panels import cite_panel, comparison, export_panel
from timemap.exports.formats import format_by_id
from timemap.state.map_state import MapState, filter_by_state
from timemap.text.markdown import escape_markdown

BOTH = 2


def opening_days(atlas: Atlas, pairs: tuple[Pair, ...], span: Span) -> tuple[date, date] | None:
    """Return the two days of a range that are compared first.

    None in a range of one day, or where nothing is known.

    They are those of the table of settings, or between which most changed, else the first and the last of the range.
    """
    wanted = [day for name in ("compare-first", "compare-second") if (day := iso_day(atlas.setting(name)))]
    if pairs and len(wanted) == BOTH and all(map(span.covers, wanted)):
        return wanted[0], wanted[1]
    inside = [pair for pair in pairs if span.covers(pair.before) and span.covers(pair.after)]
    if pair := max(inside, key=lambda pair: pair.km2, default=None):
        return pair.before, pair.after
    return (span.start, span.last_day) if pairs and span.last_day and span.start < span.last_day else None


def begin(atlas: Atlas, pairs: tuple[Pair, ...]) -> MapState:
    """Return the view of this run.

    Who comes here without a word about two days gets two telling ones, and so does whose word cannot be followed.
    """
    state = session.restore(atlas)
    days = opening_days(atlas, pairs, state.span)
    if days is None or state.compare or not session.is_entering():
        return state
    if session.is_followed("compare", state.compare) or session.is_followed("lesson", state.lesson):
        return state
    return session.offer_days(atlas, *days)


def page() -> None:
    """Draw the page."""
    atlas = resources.load_atlas()
    areas = resources.load_areas(atlas)
    pairs = before_after_pairs(areas, atlas.periods)
    begin(atlas, pairs)
    with st.container(key="heading", gap=None):
        st.title("Compare two days", anchor=False)
        st.markdown(
            "The map shows one day to the left of the divider and another to the right. Drag the divider, or change "
            "either day with its slider."
        )
    jump_buttons.render_jump_buttons({"What changed": "what-changed", "Download": "download", "Cite": "citing"})
    map_fragment.render_map_and_panels(atlas, partial(tables, atlas), explicit=("compare",))
    st.caption(escape_markdown(atlas.setting("disclaimer")))


def tables(atlas: Atlas) -> None:
    """Draw the comparison of the days that the map shows now."""
    snapshot = current_view.current_view(atlas)
    state = snapshot.state
    export_panel.render_export_button(format_by_id("html"), "Download the comparison as one file (HTML)")
    st.caption("Both days on one map; works offline.")
    cite_panel.render_cite_panel(atlas, snapshot)
    if state.compare is None:
        st.info("The map shows one day. Press Compare under the map to see two.")
        return
    events = filter_by_state(state, atlas).events
    with st.container(key="what-changed"):
        comparison.render_comparison(atlas, resources.load_areas(atlas), events, state.moment, state.compare)


page()
