"""Picture of the map on all key dates, with texts and print files."""

from __future__ import annotations

import io
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

import streamlit as st
from PIL import Image

from timemap.app import resources, session
from timemap.app.panels.export_panel import file_name
from timemap.charts.sentences import markdown, text
from timemap.exports.formats import FORMATS, format_by_id
from timemap.state.map_state import filter_by_state
from timemap.state.snapshot import snapshot_of
from timemap.text import page_texts

if TYPE_CHECKING:
    from datetime import date

    from geodata.atlas import Atlas
    from timemap.charts.sentences import Sentence

PICTURE = "days-png"
"""Id of the format that is shown on the page."""

SHOWN_WIDTH = 1460
"""Pixels of the picture on the page: Streamlit shows none that is wider."""

HOW = "These dates do not depend on the period chosen above. Click a date to open the map on that day."


def render_key_dates(atlas: Atlas) -> None:
    """Draw the part of the page."""
    st.header(page_texts.KEY_DAYS, anchor=False)
    if not atlas.key_dates:
        st.info("The table of key dates is empty.")
        return
    st.markdown(HOW)
    sentences = _told(atlas)
    made = (atlas.version, _map_address(), session.today(), atlas)
    st.image(_shown(*made), alt=f"Small maps. {text(sentences)}", width="stretch")
    with st.container(horizontal=True, key="downloads-days"):
        for row in FORMATS:
            if row.whole:
                name = file_name(row, session.current(atlas))
                content, key = partial(_file, row.id, *made), f"download-{row.id}"
                st.download_button(row.label, content, name, row.media_type, help=row.help, on_click="ignore", key=key)
    st.markdown("\n".join(f"- {markdown([sentence])}" for sentence in sentences))


def _told(atlas: Atlas) -> tuple[Sentence, ...]:
    """Return what happened on each day, and what its map tells."""
    events = [row.event for row in atlas.key_dates if atlas.has_event(row.event)]
    titles = {event: f"{atlas.event(event).title}. " for event in events}
    return tuple((row.day, f": {titles.get(row.event, '')}{row.why}") for row in atlas.key_dates)


@st.cache_data(max_entries=2, show_spinner="Drawing the maps")
def _shown(version: str, address: str, today: date, _known: Atlas) -> bytes:
    """Return the picture as it is shown, a PNG."""
    with Image.open(io.BytesIO(_file(PICTURE, version, address, today, _known))) as picture:
        picture.thumbnail((SHOWN_WIDTH, SHOWN_WIDTH))
        out = io.BytesIO()
        picture.save(out, format="PNG")
    return out.getvalue()


@st.cache_data(max_entries=8, show_spinner=False)
def _file(form: str, version: str, address: str, today: date, _known: Atlas) -> bytes:  # noqa: ARG001 (the version is part of the key of the cache)
    """Return the days in a format."""
    dataset = resources.load_dataset(_known)
    snapshot = snapshot_of(_known, today=today, address=address)
    return format_by_id(form).write(dataset, filter_by_state(snapshot.state, _known), snapshot)


def _map_address() -> str:
    """Return where the page of the map stands; empty where that is not known."""
    parts = urlsplit(st.context.url or "")
    above = parts.path.rpartition("/")[0]
    return urlunsplit((parts.scheme, parts.netloc, f"{above}/", "", "")) if parts.netloc else ""
