"""The map, and what can be done with what it shows."""

from functools import partial

import streamlit as st

from geodata.atlas import Atlas
from timemap import citing, contestedwords, livemap, loaded, session, takehome, voices
from timemap.eventtable import fold_out
from timemap.onscreen import screen
from timemap.plain import plain
from timemap.state.map_state import chosen


def around(atlas: Atlas) -> None:
    """Draw what follows the map: files, reference, table and sources of what it shows."""
    shown = screen(atlas)
    events = chosen(shown.sight.view, atlas).events
    takehome.draw(atlas, shown)
    citing.fold_out(atlas, shown.sight)
    fold_out(atlas, events)
    voices.fold_out(atlas, events)


def page() -> None:
    """Draw the page."""
    atlas = loaded.load_atlas()
    session.begin(atlas)
    with st.container(key="heading", gap=None):
        st.title(plain(atlas.setting("title")), anchor=False)
        st.markdown(contestedwords.marked(atlas, atlas.setting("sentence"))[0])
    livemap.draw(atlas, partial(around, atlas))
    contestedwords.explain(atlas)


page()
