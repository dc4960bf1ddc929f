"""The living map of a page: the map that shows the visitor's view, and the ear that takes over what the map tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from timemap import component, loaded, session
from timemap.state import message

if TYPE_CHECKING:
    from collections.abc import Callable

    from geodata.atlas import Atlas
    from geodata.choose import Selection
    from timemap.state import View


def draw(atlas: Atlas, view: View, selection: Selection, below: Callable[[], None] | None = None) -> bool:
    """Put the map on the page, or bring the one that is there up to date; not to be called in a fragment.

    What a page offers around its map takes the browser longer to draw than the map itself. So the first run on a page
    leaves it out, and the map asks for the next run as soon as it is there, or after a while if it cannot be.

    Args:
        atlas: what is known.
        view: what the visitor looks at.
        selection: the events that the view lets through.
        below: draws what follows the map on the page whenever the map tells something.

    Returns:
        Whether the page is to draw the rest now.
    """
    alone = session.is_first_run()
    component.mount(loaded.load_document(atlas), message(view, selection), session.command())
    _ear(below, alone=alone)
    return not alone


@st.fragment
def _ear(below: Callable[[], None] | None, *, alone: bool) -> None:
    """Listen to the map; the reader's own moves rerun only this."""
    component.listen(_hear)
    if below is not None and not alone:
        below()


def _hear() -> None:
    session.hear(loaded.load_atlas())
