"""Roles of the columns of a table, to be looked at and changed."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import streamlit as st

from geodata.table_import.columns.matching import NOT_USED
from geodata.table_import.columns.roles import Role
from geodata.table_import.recipe import typed
from timemap.app.own_data import store
from timemap.app.own_data.widget_keys import short_key
from timemap.own_data import mending
from timemap.text.markdown import escape_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timemap.own_data.reading import ReadTable

MOST_COLUMNS = 80
"""Columns whose roles can be changed here."""

_ACROSS = 3
_SAMPLES, _LOOKED_AT, _LONGEST_SAMPLE = 3, 200, 40
_OPTIONS = (NOT_USED, *(role.value for role in Role))


def render_matching(read: ReadTable) -> None:
    """Draw a choice of role for each column."""
    matching, sheet = read.found.matching, read.found.sheet
    if matching is None or sheet is None:
        return
    has = matching.recipe
    used = sum(1 for role in has.values() if role)
    with st.expander(f"Columns: {used} of {len(has)} used", expanded=bool(matching.missing), key="own-matching"):
        if matching.missing:
            named = ", ".join(f"“{role.label}”" for role in matching.missing)
            st.warning(f"No column was found for {named}. Choose one below.")
        st.caption("What each column holds. Change what is wrong; the table is read again at once.")
        names = sheet.header[:MOST_COLUMNS]
        for start in range(0, len(names), _ACROSS):
            for name, place in zip(names[start : start + _ACROSS], st.columns(_ACROSS), strict=False):
                with place:
                    _render_column(read, name, has.get(name, NOT_USED))
        if len(sheet.header) > MOST_COLUMNS:
            st.caption(f"{len(sheet.header) - MOST_COLUMNS:,} more columns are not listed.")


def _render_column(read: ReadTable, name: str, role: str) -> None:
    key = read.brought.key
    # A column whose role was changed elsewhere gets another field, which begins with it.
    field = f"own-role-{short_key(key, name, role)}"
    st.selectbox(
        escape_markdown(_shown(name)),
        _OPTIONS,
        index=_OPTIONS.index(role),
        format_func=lambda value: Role(value).label if value else "Not used",
        key=field,
        on_change=_choose,
        args=(key, name, field),
    )
    samples = [escape_markdown(text) for text in _samples(read, name)]
    st.caption("; ".join(samples) if samples else "Empty")


def _samples(read: ReadTable, name: str) -> Iterator[str]:
    """Yield the first cells of a column that are not empty."""
    sheet = read.found.sheet
    if sheet is None:
        return
    cells = islice(sheet.column(name), _LOOKED_AT)
    texts = (text for cell in cells if (text := typed(cell).strip()))
    for text in islice(texts, _SAMPLES):
        yield _shown(text)


def _shown(text: str) -> str:
    return text if len(text) <= _LONGEST_SAMPLE else f"{text[: _LONGEST_SAMPLE - 1]}…"


def _choose(key: str, name: str, field: str) -> None:
    brought = store.table(key)
    if brought is None:
        return
    matching = store.read(brought).found.matching
    if matching is not None:
        store.answer(key, mending.with_role(matching, brought.recipe, name, st.session_state[field]))
