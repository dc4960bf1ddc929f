"""Page "Map": the map, tables of what it shows, exports and citation."""

from functools import partial

import streamlit as st

from geodata.atlas import Atlas
from timemap.app import current_view, map_fragment, resources, session
from timemap.app.components import contested_terms, jump_buttons
from timemap.app.panels import cite_panel, export_panel, source_balance
from timemap.app.panels.event_table import render_event_table
from timemap.app.panels.own_note import render_own_note
from timemap.state.map_state import filter_by_state
from timemap.text.markdown import escape_markdown


def around(atlas: Atlas) -> None:
    """Draw what follows the map: files, reference, table and sources."""
    snapshot = current_view.current_view(atlas)
    events = filter_by_state(snapshot.state, atlas).events
    export_panel.render_export_panel()
    cite_panel.render_cite_panel(atlas, snapshot, note=render_own_note)
    render_event_table(atlas, events)
    source_balance.render_source_panel(atlas, events, note=render_own_note)


def page() -> None:
    """Draw the page."""
    atlas = resources.load_atlas()
    session.restore(atlas)
    with st.container(key="heading", gap=None):
        st.title(escape_markdown(atlas.setting("title")), anchor=False)
        st.markdown(contested_terms.mark_terms(atlas, atlas.setting("sentence"))[0])
    jump_buttons.render_jump_buttons({"Download": "take-home", "Cite": "citing", "Table": "table", "Sources": "voices"})
    map_fragment.render_map_and_panels(atlas, partial(around, atlas), welcome=True)
    contested_terms.render_term_notes(atlas)


page()
