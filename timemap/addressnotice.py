"""What in the address of a page could not be followed is said on that page, and that its data has changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from timemap import citing, session
from timemap.plain import plain

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.problem import Problem


def draw(atlas: Atlas) -> None:
    """Say what was wrong in the address that the view came from, each fault in a line; nothing where all is well.

    The view must have been read. There is one element in either case, so that what follows keeps its place.
    """
    with st.container():
        if problems := session.problems():
            st.warning("\n".join(f"- {_in_words(problem)}" for problem in problems))
        if changed := citing.outdated(session.made_with(), atlas.version):
            st.info(changed)


def _in_words(problem: Problem) -> str:
    """Return what is wrong in the address as sentences."""
    hint = problem.hint or "It was ignored."
    return plain(f'In the address, "{problem.column}" is "{problem.shown}"; expected {problem.expected}. {hint}')
