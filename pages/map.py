"""The map, and what can be done with what it shows."""

from functools import partial

import streamlit as st

from geodata.atlas import Atlas
from timemap import citing, contestedwords, jumpbuttons, livemap, loaded, onscreen, session, takehome, voices
from timemap.eventtable import fold_out
from timemap.plain import plain
from timemap.state.map_state import chosen


def around(atlas: Atlas) -> None:
    """Draw what follows the map: files, reference, table and sources of what it shows."""
    sight = onscreen.seen(atlas)
    events = chosen(sight.view, atlas).events
    takehome.draw()
    citing.fold_out(atlas, sight)
    fold_out(atlas, events)
    voices.fold_out(atlas, events)


def page() -> None:
    """Draw the page."""
    atlas = loaded.load_atlas()
    session.begin(atlas)
    with st.container(key="heading", gap=None):
        st.title(plain(atlas.setting("title")), anchor=False)
        st.markdown(contestedwords.marked(atlas, atlas.setting("sentence"))[0])
    jumpbuttons.draw({"Download": "take-home", "Cite": "citing", "Table": "table", "Sources": "voices"})
    livemap.draw(atlas, partial(around, atlas), welcome=True)
    contestedwords.explain(atlas)


page()
