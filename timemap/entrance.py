"""Every page is reached through app.py, even the first one that a freshly started server is asked for.

Until a script has called ``st.navigation``, Streamlit takes the files of ``pages/`` for pages of their own, so a link
to one of them, or a browser that comes back after a restart, would be shown the bare file.
"""

from __future__ import annotations

from threading import Event

import streamlit as st

from timemap.authoring import desk

_app_has_run = Event()


def enter() -> None:
    """Let it be known that app.py is running: to be called by it on every run."""
    _app_has_run.set()


def require_app(path: str) -> None:
    """Return if app.py has run in this server; else start again with it, on the same page.

    What was typed into a lesson is kept, since a link that was pressed may bring it to another page.

    Args:
        path: the page's path in the address, which is the name of its file.
    """
    if not _app_has_run.is_set():
        pages = [st.Page(_start, title="Start", default=True), st.Page(_page, title="Page", url_path=path)]
        st.navigation(pages, position="hidden")
        st.rerun()
    desk.keep()


def _start() -> None:
    """Stand for the first page, which is never seen."""


def _page() -> None:
    """Stand for the page that was asked for, which is not seen before app.py has run."""
