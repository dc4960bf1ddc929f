"""What the map rests on: sources, contested words, how areas are made, how far knowledge reaches, and licences."""

from pathlib import Path

import streamlit as st

import timemap
from geodata.atlas import Atlas
from timemap import contestedwords, loaded
from timemap.sourcesandwords import licences, method, regions, sources, statements, words


def knowledge(atlas: Atlas) -> None:
    """Draw what is known of each region, then what was said about it."""
    regions.draw(atlas)
    statements.draw(atlas)


PARTS = {
    "Sources": sources.draw,
    "Words": words.draw,
    "Areas": method.draw,
    "Limits": knowledge,
    "Licences": licences.draw,
}


def page() -> None:
    """Draw the page; only the open part is made."""
    st.html(Path(timemap.__file__).parent / "web" / "app" / "sourcesandwords.css")
    st.title("Sources and words", anchor=False)
    atlas = loaded.load_atlas()
    for tab, draw in zip(st.tabs(list(PARTS), key="part", bind="query-params"), PARTS.values(), strict=True):
        if tab.open:
            with tab:
                draw(atlas)
    contestedwords.explain(atlas)


page()
