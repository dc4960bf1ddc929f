"""Help page of the app: the list of help pages and the chosen one."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from geodata.data import other_atlas
from timemap.help.pages import INDEX, help_pages, linked_text
from timemap.text import page_texts
from timemap.web import WEB

LINKS = "help-links"
"""Key of the component that follows links, in the session."""

_WEB = WEB / "app"


def render_help() -> None:
    """Draw the page; an unknown name shows the list."""
    st.html(_WEB / "help.css")
    path = st.query_params.get("topic", INDEX)
    if path not in {page.path for page in help_pages()}:
        path = INDEX
    if other_atlas() is not None:
        st.info(page_texts.HELP_EXAMPLES)
    with st.container(key="help"):
        if path == INDEX:
            _render_text(path)
        else:
            _render_beside_list(path)
    component = st.components.v2.component("help_links", js=(_WEB / "helplinks.js").read_text(encoding="utf-8"))
    component(key=LINKS, on_topic_change=_open_page)


def _render_beside_list(path: str) -> None:
    contents, text = st.columns([1, 3], gap="large")
    with contents, st.container(key="help-contents"):
        st.markdown(_contents(path))
    with text:
        st.markdown(f"[All help pages]({_page_url(INDEX)})")
        _render_text(path)


def _render_text(path: str) -> None:
    with st.container(key="help-text"):
        st.markdown(linked_text(path, _page_url, _picture_url))


def _open_page() -> None:
    """Open the page whose link was pressed."""
    st.query_params["topic"] = st.session_state[LINKS].topic


def _contents(current: str) -> str:
    """Return the list of pages by section as Markdown, the current one without a link."""
    lines, section = [], ""
    for page in help_pages():
        if page.section != section:
            section = page.section
            lines.append(f"\n**{section}**\n")
        if page.section:
            lines.append(f"- {page.title}" if page.path == current else f"- [{page.title}]({_page_url(page.path)})")
    return "\n".join(lines)


def _page_url(path: str) -> str:
    return f"./help?{urlencode({'topic': path}, safe='/')}"


def _picture_url(name: str) -> str:
    return f"./help-pictures/{name}"
