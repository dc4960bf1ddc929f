"""Two days compared on one map, with what changed hands between them and what happened meanwhile."""

from functools import partial

import streamlit as st

from geodata.areas.telling import Pair, telling_pairs
from geodata.atlas import Atlas
from timemap import comparison, livemap, loaded, onscreen, session, takehome
from timemap.exports.formats import format_by_id
from timemap.plain import plain
from timemap.state.map_state import View, chosen


def first_pair(atlas: Atlas, pairs: tuple[Pair, ...]) -> Pair | None:
    """Return the two days that are compared first: those of the table of settings, or where most changed hands."""
    wanted = [pair for pair in pairs if pair.period == atlas.setting("compare-period")]
    return wanted[0] if wanted else max(pairs, key=lambda pair: pair.km2, default=None)


def begin(atlas: Atlas, pairs: tuple[Pair, ...]) -> View:
    """Return the view of this run; who comes here without two days gets two telling ones."""
    view = session.begin(atlas)
    pair = first_pair(atlas, pairs)
    if session.is_entering() and view.compare is None and pair is not None:
        return session.compare(atlas, pair.before, pair.after)
    return view


def page() -> None:
    """Draw the page."""
    atlas = loaded.load_atlas()
    areas = loaded.load_areas(atlas)
    pairs = telling_pairs(areas, atlas.periods)
    begin(atlas, pairs)
    with st.container(key="heading", gap=None):
        st.title("Compare two days", anchor=False)
        st.markdown(
            "Left of the divider the map shows one day, right of it another: drag the divider, and move each day with "
            "its own slider."
        )
    livemap.draw(atlas, partial(tables, atlas))
    st.caption(plain(atlas.setting("disclaimer")))


def tables(atlas: Atlas) -> None:
    """Draw the comparison of the days that the map shows now."""
    view = onscreen.seen(atlas).view
    takehome.button(format_by_id("html"), "Download the comparison as one file (HTML)")
    st.caption("Both days on one map, to keep: it opens without the internet.")
    if view.compare is None:
        st.info("One day is shown. Press Compare under the map to see two.")
        return
    events = chosen(view, atlas).events
    comparison.draw(atlas, loaded.load_areas(atlas), events, view.moment, view.compare)


page()
