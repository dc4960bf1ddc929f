"""Page "Sources and words": sources, terms, method, coverage, licences."""

from pathlib import Path

import streamlit as st

import timemap
from geodata.atlas import Atlas
from timemap.app import resources
from timemap.app.components import contested_terms
from timemap.app.sources import bibliography, coverage, licences, method, statements, terms


def knowledge(atlas: Atlas) -> None:
    """Draw what is known of each region, then what was said about it."""
    coverage.render_coverage(atlas)
    statements.render_statements(atlas)


PARTS = {
    "Sources": bibliography.render_bibliography,
    "Words": terms.render_terms,
    "Areas": method.render_method,
    "Limits": knowledge,
    "Licences": licences.render_licences,
}


def page() -> None:
    """Draw the page; only the open part is made."""
    st.html(Path(timemap.__file__).parent / "web" / "app" / "sourcesandwords.css")
    st.title("Sources and words", anchor=False)
    atlas = resources.load_atlas()
    for tab, draw in zip(st.tabs(list(PARTS), key="part", bind="query-params"), PARTS.values(), strict=True):
        if tab.open:
            with tab:
                draw(atlas)
    contested_terms.render_term_notes(atlas)


page()
