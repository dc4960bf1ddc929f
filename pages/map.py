"""The map, and what can be done with what it shows."""

from functools import partial

import streamlit as st

from geodata.atlas import Atlas
from timemap.app import current_view, map_fragment, resources, session
from timemap.app.components import contested_terms, jump_buttons
from timemap.app.panels import cite_panel, export_panel, source_balance
from timemap.app.panels.event_table import fold_out
from timemap.state.map_state import chosen
from timemap.text.markdown import plain


def around(atlas: Atlas) -> None:
    """Draw what follows the map: files, reference, table and sources of what it shows."""
    sight = current_view.seen(atlas)
    events = chosen(sight.view, atlas).events
    export_panel.draw()
    cite_panel.fold_out(atlas, sight)
    fold_out(atlas, events)
    source_balance.fold_out(atlas, events)


def page() -> None:
    """Draw the page."""
    atlas = resources.load_atlas()
    session.begin(atlas)
    with st.container(key="heading", gap=None):
        st.title(plain(atlas.setting("title")), anchor=False)
        st.markdown(contested_terms.marked(atlas, atlas.setting("sentence"))[0])
    jump_buttons.draw({"Download": "take-home", "Cite": "citing", "Table": "table", "Sources": "voices"})
    map_fragment.draw(atlas, partial(around, atlas), welcome=True)
    contested_terms.explain(atlas)


page()
