"""Problems of a table in one list, each to be mended or accepted there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from timemap.app.own_data import store
from timemap.app.own_data.widget_keys import short_key
from timemap.own_data import mending
from timemap.own_data.mending import LONGEST_VALUE
from timemap.own_data.problem_groups import of_kind, problem_groups, shown_problems
from timemap.text.markdown import escape_markdown
from timemap.text.numbers import format_number, pluralize

if TYPE_CHECKING:
    from timemap.own_data.problem_groups import ProblemGroup
    from timemap.own_data.reading import ReadTable

PAGE = 20
"""Groups of problems on a page of the list."""

_MOST_ROWS_LISTED = 100
_FEW_ROWS = 5
_LONGEST_SHOWN = 200
EVERYWHERE = 0
"""Stands for every row with a value where one row can be chosen."""

_WHOLE_FILE = "Whole file"


def render_problems(read: ReadTable) -> None:
    """Draw the list of problems."""
    problems = shown_problems(read.found)
    groups = problem_groups(problems)
    if not groups:
        return
    key = read.brought.key
    with st.container(key="own-problems"):
        st.subheader(pluralize(len(problems), "problem", "problems"), anchor=False)
        st.caption(
            "A row without a date, place or title is left out. Any other value that cannot be read is left out alone, "
            "and the row stays. Change a value here, or leave it out and say no more."
        )
        chosen = _filtered(groups, key)
        pages = max(1, -(-len(chosen) // PAGE))
        page = 1
        if pages > 1:
            page = st.number_input(
                f"Page of the list (1 to {pages})", min_value=1, max_value=pages, step=1, key=f"own-page-{key}-{pages}"
            )
        for number, group in enumerate(chosen[(page - 1) * PAGE : page * PAGE]):
            with st.container(border=True, key=f"own-problem-{number}"):
                _render_group(read, group)


def _filtered(groups: tuple[ProblemGroup, ...], key: str) -> tuple[ProblemGroup, ...]:
    """Draw the choice of columns and kinds where there are several; return what they leave."""
    columns = list(dict.fromkeys(group.column for group in groups))
    kinds = list(dict.fromkeys(group.fault.kind.value for group in groups))
    if len(groups) == 1 or (len(columns) == 1 and len(kinds) == 1):
        return groups
    left, right = st.columns(2)
    with left:
        wanted = st.multiselect(
            "Columns",
            columns,
            format_func=lambda column: column or "Whole row or file",
            key=f"own-columns-{key}",
            placeholder="All columns",
        )
    with right:
        of = st.multiselect("Kinds of problems", kinds, key=f"own-kinds-{key}", placeholder="All kinds")
    return of_kind(groups, wanted, of)


def _render_group(read: ReadTable, group: ProblemGroup) -> None:
    fault = group.fault
    where = [_rows(group)]
    if group.column:
        where.append(f"column {_shown(group.column)}")
    if group.sheet:
        where.append(f"sheet {_shown(group.sheet)}")
    where.append(_shown(read.brought.file))
    value = f"“{_shown(group.value)}”" if group.value else "an empty cell"
    lines = [f"**{', '.join(where)}**: got {value}, expected {escape_markdown(fault.expected)}."]
    if fault.hint:
        lines.append(escape_markdown(fault.hint))
    lines.append(f":small[:gray[{fault.kind.value}]]")
    st.markdown(" ".join(lines))
    if group.rows:
        _render_mending(read, group)


def _render_mending(read: ReadTable, group: ProblemGroup) -> None:
    """Draw what can be done with a problem of rows."""
    key = read.brought.key
    name = short_key(key, group.column, group.value, group.fault, group.rows[0])
    can_change = bool(group.column)
    listed = group.rows[:_MOST_ROWS_LISTED]
    places = [EVERYWHERE, *listed] if len(group.rows) > 1 else [*listed, EVERYWHERE]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        meant = ""
        if can_change:
            meant = st.text_input(
                "Value instead",
                (group.fault.suggestion or group.value)[:LONGEST_VALUE],
                key=f"own-meant-{name}",
                max_chars=LONGEST_VALUE,
                width=260,
                help="The suggestion, where there is one. Empty it to read the cell as empty.",
            )
        row = st.selectbox(
            "Where",
            places,
            format_func=lambda place: f"Row {format_number(place)} only" if place else _everywhere(group),
            key=f"own-where-{name}",
            width=200,
        )
        if can_change:
            st.button(
                "Change",
                type="primary",
                key=f"own-change-{name}",
                on_click=_change,
                args=(key, group, meant, row or None),
            )
        st.button(
            "Leave out",
            key=f"own-accept-{name}",
            on_click=_accept,
            args=(key, group, row or None),
            help="Leaves the row or value out, and says no more about it.",
        )


def _everywhere(group: ProblemGroup) -> str:
    count = len(group.rows)
    return f"All {format_number(count)} rows" if count > 1 else "Everywhere"


def _rows(group: ProblemGroup) -> str:
    if not group.rows:
        return _WHOLE_FILE
    if len(group.rows) == 1:
        return f"Row {format_number(group.rows[0])}"
    named = ", ".join(format_number(row) for row in group.rows[:_FEW_ROWS])
    more = len(group.rows) - _FEW_ROWS
    return f"Rows {named}" + (f" and {format_number(more)} more" if more > 0 else "")


def _shown(text: str) -> str:
    return escape_markdown(text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…")


def _change(key: str, group: ProblemGroup, meant: str, row: int | None) -> None:
    brought = store.table(key)
    if brought is not None:
        store.answer(key, mending.mended(store.read(brought), group, meant, row))


def _accept(key: str, group: ProblemGroup, row: int | None) -> None:
    brought = store.table(key)
    if brought is not None:
        store.answer(key, mending.accepted(store.read(brought), group, row))
