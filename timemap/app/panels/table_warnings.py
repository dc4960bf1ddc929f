"""Warnings about problems in the tables, on every page.

Nobody is to take what is left of the tables for all there is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geodata.io.problems import in_brief
from timemap.text.markdown import escape_markdown
from timemap.text.numbers import pluralize

if TYPE_CHECKING:
    from geodata.atlas import Atlas

EACH = 3
"""So many problems of one column are listed; the command lists all."""


def render_table_warnings(atlas: Atlas) -> None:
    """Say how many problems the tables have, and which.

    Nothing where there are none.
    """
    if not atlas.problems:
        return
    with st.expander(
        f"{pluralize(len(atlas.problems), 'problem', 'problems')} in the tables", icon=":material/warning:"
    ):
        st.markdown("Rows with problems are skipped. Run `python -m geodata check` to list every problem.")
        st.markdown("\n".join(f"- {escape_markdown(line)}" for line in in_brief(atlas.problems, EACH)))
