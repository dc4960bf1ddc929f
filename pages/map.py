"""The map with its filters, and the table of the chosen events under it."""

from functools import partial

import streamlit as st

from geodata.atlas import Atlas
from timemap import addressnotice, citing, contestedwords, livemap, loaded, session, sidebar, takehome, voices
from timemap.eventtable import event_table
from timemap.onscreen import screen
from timemap.plain import plain
from timemap.state import chosen


def follow(atlas: Atlas) -> None:
    """Note what the map shows now, and offer to cite it."""
    citing.fold_out(atlas, screen(atlas).sight)


def page() -> None:
    """Draw the page."""
    atlas = loaded.load_atlas()
    view = session.begin(atlas)
    session.keep(view, atlas)
    selection = chosen(view, atlas)
    st.sidebar.caption(sidebar.counts(selection, atlas))
    with st.container(key="heading", gap=None):
        st.title(plain(atlas.setting("title")), anchor=False)
        st.markdown(contestedwords.marked(atlas, atlas.setting("sentence"))[0])
    addressnotice.draw(atlas)
    note = st.container()
    if not selection.events:
        note.info(sidebar.looser(view, atlas))
    if not livemap.draw(atlas, view, selection, partial(follow, atlas)):
        return
    takehome.draw(atlas, screen(atlas))
    with st.sidebar:
        sidebar.draw(atlas)
    st.subheader("Chosen events", anchor=False)
    st.markdown(sidebar.counts(selection, atlas))
    if selection.events:
        event_table(atlas, selection.events)
        voices.fold_out(atlas, selection.events)
    contestedwords.explain(atlas)


page()
