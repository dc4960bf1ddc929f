"""Page "Sources and words": sources, terms, method, coverage, licences."""

import streamlit as st

from geodata.atlas import Atlas
from timemap.app import renamed_options, resources
from timemap.app.components import contested_terms
from timemap.app.sources import bibliography, coverage, licences, method, statements, terms
from timemap.text import page_texts
from timemap.web import WEB


def knowledge(atlas: Atlas) -> None:
    """Draw what is known of each region, then what was said about it."""
    coverage.render_coverage(atlas)
    statements.render_statements(atlas)


PARTS = {
    "Sources": bibliography.render_bibliography,
    page_texts.CONTESTED_TERMS: terms.render_terms,
    "Method": method.render_method,
    page_texts.COVERAGE: knowledge,
    "Licences": licences.render_licences,
}

# Present name of each part of the page by its old one: a comment, as Streamlit prints a bare string.
RENAMED = {"Words": page_texts.CONTESTED_TERMS, "Areas": "Method", "Limits": page_texts.COVERAGE}


def page() -> None:
    """Draw the page; only the open part is made."""
    st.html(WEB / "app" / "sourcesandwords.css")
    st.title(page_texts.SOURCES_AND_TERMS, anchor=False)
    atlas = resources.load_atlas()
    renamed_options.follow("part", RENAMED)
    for tab, draw in zip(st.tabs(list(PARTS), key="part", bind="query-params"), PARTS.values(), strict=True):
        if tab.open:
            with tab:
                draw(atlas)
    contested_terms.render_term_notes(atlas)


page()
