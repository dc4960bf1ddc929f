"""Panel of exports: the current view in every format.

A file is made when it is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from timemap.app.components.button import button_component
from timemap.exports.animation.plan import MOVING_SHAPES
from timemap.exports.formats import FORMATS, format_by_id
from timemap.state.fields import IN_ADDRESS
from timemap.state.snapshot import LOOK
from timemap.style.page_shapes import SHAPES

if TYPE_CHECKING:
    from timemap.exports.formats import Format
    from timemap.state.map_state import MapState

STEP = "step"
"""Name in a query of the step from one picture to the next."""


def render_export_panel() -> None:
    """Offer what is on the screen when the button is pressed, in every format."""
    formats = {row.id: row for row in FORMATS}
    shapes = {shape.id: shape.label for shape in SHAPES}
    with st.container(horizontal=True, vertical_alignment="bottom", key="take-home"):
        wanted = st.selectbox(
            "Download and share", list(formats), format_func=lambda name: formats[name].label, key="format", width=360
        )
        kind = format_by_id(wanted or FORMATS[0].id)
        shape = ""
        if kind.shaped or kind.is_moving:
            shapes = {name: label for name, label in shapes.items() if kind.shaped or name in MOVING_SHAPES}
            shape = st.selectbox("Shape", list(shapes), format_func=shapes.__getitem__, key="shape", width=170)
        if not kind.is_moving:
            render_export_button(kind, shape=shape or "")
    st.caption(kind.help)
    if kind.is_moving:
        _animation_button(kind, shape or "")


def render_export_button(kind: Format, label: str = "Download file", shape: str = "") -> None:
    """Draw the button that exports what the map of the page shows.

    It is what is shown when the button is pressed.

    It asks the server for the file by the state of the map (see ``timemap.app.server.downloads``), so that it works
    while Streamlit redraws the page around it.

    Args:
        kind: format of the file.
        label: words on the button.
        shape: id of the shape of a picture; empty for the first there is.
    """
    data = {"format": kind.id, "label": label, "names": [*IN_ADDRESS, *LOOK], "shape": shape}
    button_component("downloadbutton", "downloadButtonComponent")(key="download", data=data, width="content")


def _animation_button(kind: Format, shape: str) -> None:
    """Draw the button that says what a moving picture will be, makes it with progress shown, and can stop."""
    data = {"format": kind.id, "names": [*IN_ADDRESS, *LOOK], "step": STEP, "shape": shape}
    button_component("animationbutton", "animationButtonComponent")(key="animation", data=data)


def file_name(kind: Format, state: MapState, shape: str = SHAPES[0].id) -> str:
    """Return the file name of a view, with its day, two days, or range.

    The range is that of a table.

    >>> from datetime import date
    >>> from geodata.dates.span import Span
    >>> from timemap.state.map_state import MapState
    >>> view = MapState(Span(date(2014, 7, 1), date(2015, 1, 28)), date(2014, 10, 6))
    >>> file_name(format_by_id("csv"), view), file_name(format_by_id("png"), view, "square")
    ('map-2014-07-01-to-2015-01-27.csv', 'map-2014-10-06-square.png')
    >>> file_name(format_by_id("data-package"), view)
    'data-package.zip'
    """
    if kind.whole:
        return f"map-key-dates{kind.ending}"
    if kind.all_tables:
        return f"{kind.stem}{kind.ending}"
    days = f"{state.span.start}-to-{state.span.last_day}"
    if state.compare is not None and not kind.is_moving:
        days = f"{state.moment}-and-{state.compare}"
    elif kind.of_day:
        days = f"{state.moment}"
    others = MOVING_SHAPES[1:] if kind.is_moving else [each.id for each in SHAPES[1:]] if kind.shaped else []
    form = f"-{shape}" if shape in others else ""
    return f"{kind.stem}-{days}{form}{kind.ending}"
