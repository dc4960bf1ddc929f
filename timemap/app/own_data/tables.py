"""Tables that were brought, shown one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from timemap.app.own_data import store
from timemap.app.own_data.added import render_added
from timemap.app.own_data.answers import render_answers
from timemap.app.own_data.downloads import render_downloads
from timemap.app.own_data.matching import render_matching
from timemap.app.own_data.problems import render_problems
from timemap.app.own_data.questions import render_questions
from timemap.app.own_data.summary import render_summary
from timemap.own_data.limits import LONGEST_NAME, MEGABYTE
from timemap.text.markdown import escape_markdown
from timemap.text.numbers import format_number

if TYPE_CHECKING:
    from timemap.own_data.brought_table import BroughtTable

LARGE = 2 * MEGABYTE
"""Bytes from which on the reading of a table is shown with its progress."""

_SHOWN, _COUNT = "own-shown", "own-count"


def read_all() -> None:
    """Read the tables that were brought or changed since.

    Large ones are read with progress and a way to stop.
    """
    for brought in store.tables():
        if store.is_read(brought):
            continue
        place = st.empty()
        with place.container():
            _read(brought)
        place.empty()


def render_tables() -> None:
    """Draw the chosen table."""
    tables = store.tables()
    brought = _choose(tables)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            "Name of this table",
            brought.name,
            key=f"own-name-{brought.key}-{brought.name}",
            max_chars=LONGEST_NAME,
            width=360,
            on_change=_rename,
            args=(brought.key, f"own-name-{brought.key}-{brought.name}"),
        )
        st.button("Remove this table", key=f"own-remove-{brought.key}", on_click=store.remove, args=(brought.key,))
    read = store.read(brought)
    render_summary(read)
    if brought.origin == "added":
        render_added(brought)
    render_questions(read)
    render_problems(read)
    render_matching(read)
    render_answers(brought)
    render_downloads(read)


def _read(brought: BroughtTable) -> None:
    size = len(brought.content)
    name = escape_markdown(brought.name)
    if size < LARGE:
        with st.spinner(f"Reading {name} …"):
            store.read(brought)
        return
    bar = st.progress(0.0, f"Opening {name} ({format_number(size / MEGABYTE)} MB) …")
    # A press on it ends this run where it draws next: at the next share of the file.
    st.button("Stop", key=f"own-stop-{brought.key}", on_click=store.remove, args=(brought.key,))

    def show(share: float) -> None:
        text = f"Opening {name} …" if share < 1 else f"Checking the rows of {name} …"
        bar.progress(min(1.0, share), text)

    store.read(brought, show)


def _choose(tables: tuple[BroughtTable, ...]) -> BroughtTable:
    """Draw the choice of a table where there are several; return the chosen one, the newest at first."""
    keys = [each.key for each in tables]
    if len(keys) > st.session_state.get(_COUNT, 0):
        st.session_state.setdefault(_SHOWN, keys[-1])
    st.session_state[_COUNT] = len(keys)
    shown = st.session_state.get(_SHOWN)
    start = keys.index(shown) if shown in keys else len(keys) - 1
    if len(keys) == 1:
        return tables[0]
    names = {each.key: each.name for each in tables}
    field = f"own-table-{len(keys)}-{start}"
    chosen = st.selectbox(
        "Table",
        keys,
        index=start,
        format_func=names.__getitem__,
        key=field,
        on_change=lambda: st.session_state.update({_SHOWN: st.session_state[field]}),
    )
    return store.table(chosen) or tables[start]


def _rename(key: str, field: str) -> None:
    store.rename(key, st.session_state[field])
