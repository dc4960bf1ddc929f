"""Panel "Cite and embed": reference and address of the current view.

The address names the version of its data.
"""

from __future__ import annotations

from html import escape
from string import Template
from typing import TYPE_CHECKING

import streamlit as st

from timemap.app.panels.export_panel import file_name
from timemap.app.server.addresses import opens_here_only
from timemap.exports.citation import cite
from timemap.exports.formats import format_by_id
from timemap.state.reference import messages
from timemap.state.snapshot import url_of
from timemap.text.markdown import escape_markdown
from timemap.web import WEB

if TYPE_CHECKING:
    from collections.abc import Callable

    from geodata.atlas import Atlas
    from timemap.state.snapshot import Snapshot

_SNIPPET = WEB / "app" / "embed.html"


def render_cite_panel(atlas: Atlas, snapshot: Snapshot, note: Callable[[], None] | None = None) -> None:
    """Offer to cite or embed a view.

    Nothing is worked out before it is opened. ``note`` draws what is to be said before.
    """
    box = st.expander("Cite or embed", key="citing", on_change="rerun")
    if box.open:
        with box:
            if note is not None:
                note()
            render_citation(atlas, snapshot)


def render_citation(atlas: Atlas, snapshot: Snapshot) -> None:
    """Show the reference to a view in every style, and how to embed the map."""
    citation = cite(atlas, snapshot)
    words, bibtex, ris, embed = st.tabs(["Reference", "BibTeX", "RIS", "Embed"])
    with words:
        st.code(citation.words, language=None, wrap_lines=True)
        st.markdown("Link to this view:")
        address = url_of(atlas, snapshot)
        st.code(address, language=None, wrap_lines=True)
        if opens_here_only(address):
            st.caption(
                "This link works only on your computer. To share the map, download it as a file or publish it on a "
                "web server."
            )
        st.caption(
            "The link keeps the date range, filters, date, map view and data version "
            f"({escape_markdown(atlas.version)}). Readers see a notice if the data has changed since."
        )
    bibtex.code(citation.bibtex, language=None, wrap_lines=True)
    ris.code(citation.ris, language=None, wrap_lines=True)
    with embed:
        _draw_embedding(atlas, snapshot)


def _draw_embedding(atlas: Atlas, snapshot: Snapshot) -> None:
    whole = format_by_id("html")
    st.markdown(f'Download "{escape_markdown(whole.label)}", put the file next to your page, and add this to the page:')
    st.code(snippet(atlas, snapshot), language="html", wrap_lines=True)
    st.markdown("The example script sets the date of the map and receives the date that it shows. Messages:")
    st.markdown(f"{messages('map')}\n\n{messages('page')}")


def snippet(atlas: Atlas, snapshot: Snapshot) -> str:
    """Return the HTML that embeds the kept map in a page.

    Its script steers the map and listens to it.
    """
    filled = Template(_SNIPPET.read_text(encoding="utf-8")).substitute(
        file=escape(file_name(format_by_id("html"), snapshot.state)),
        title=escape(atlas.setting("title")),
        day=snapshot.state.moment.isoformat(),
    )
    return filled.strip()
