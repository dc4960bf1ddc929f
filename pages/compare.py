"""Two days compared on one map, with what changed hands between them and what happened meanwhile."""

from functools import partial

import streamlit as st

from geodata.areas.telling import Pair, telling_pairs
from geodata.atlas import Atlas
from timemap import addressnotice, comparison, livemap, loaded, onscreen, session, sidebar
from timemap.document import render
from timemap.onscreen import Screen
from timemap.plain import plain
from timemap.state import View, chosen, opening_of


def first_pair(atlas: Atlas, pairs: tuple[Pair, ...]) -> Pair | None:
    """Return the two days that are compared first: those of the table of settings, or where most changed hands."""
    wanted = [pair for pair in pairs if pair.period == atlas.setting("compare-period")]
    return wanted[0] if wanted else max(pairs, key=lambda pair: pair.km2, default=None)


def begin(atlas: Atlas, pairs: tuple[Pair, ...]) -> View:
    """Return the view of this run; who comes here without two days gets two telling ones."""
    view = session.begin(atlas)
    entering = not st.session_state.get("comparing")
    st.session_state.comparing = True
    pair = first_pair(atlas, pairs)
    if entering and view.compare is None and pair is not None:
        return session.compare(atlas, pair.before, pair.after)
    return view


def offer_pairs(atlas: Atlas, pairs: tuple[Pair, ...]) -> None:
    """Offer the days before and after each period in which land changed hands."""
    known = {pair.period: pair for pair in pairs}

    def choose() -> None:
        if pair := known.get(st.session_state.pair or ""):
            session.forget_address()
            session.compare(atlas, pair.before, pair.after)

    st.selectbox(
        "Before and after",
        list(known),
        index=None,
        format_func=lambda period: known[period].name,
        key="pair",
        on_change=choose,
        placeholder="Choose a period",
    )


def keep_button(atlas: Atlas, screen: Screen) -> None:
    """Offer the comparison that is on the screen when the button is pressed, as one file."""

    def document() -> bytes:
        view = screen.sight.view
        opening = opening_of(view, atlas, session.today())
        return render(atlas, loaded.load_areas(atlas), loaded.load_geography(), view=opening).encode()

    st.download_button(
        "Download the comparison as one file (HTML)",
        document,
        "comparison.html",
        "text/html",
        on_click="ignore",
        help="Both days on one map, to keep: it opens without the internet.",
    )


def page() -> None:
    """Draw the page."""
    atlas = loaded.load_atlas()
    areas = loaded.load_areas(atlas)
    pairs = telling_pairs(areas, atlas.periods)
    view = begin(atlas, pairs)
    session.keep(view, atlas)
    selection = chosen(view, atlas)
    st.sidebar.caption(sidebar.counts(selection, atlas))
    with st.container(key="heading", gap=None):
        st.title("Compare two days", anchor=False)
        st.markdown(
            "Left of the divider the map shows one day, right of it another: drag the divider, and move each day with "
            "its own slider."
        )
    addressnotice.draw(atlas)
    if not livemap.draw(atlas, view, selection, partial(tables, atlas)):
        return
    with st.sidebar:
        offer_pairs(atlas, pairs)
        sidebar.draw(atlas)
    keep_button(atlas, onscreen.screen(atlas))
    st.caption(plain(atlas.setting("disclaimer")))


def tables(atlas: Atlas) -> None:
    """Draw the comparison of the days that the map shows now."""
    view = onscreen.screen(atlas).sight.view
    if view.compare is None:
        st.info("One day is shown. Choose two days above, or press Compare under the map.")
        return
    events = chosen(view, atlas).events
    comparison.draw(atlas, loaded.load_areas(atlas), events, view.moment, view.compare)


page()
