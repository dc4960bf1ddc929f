"""Download button that includes what was typed just before the press.

Streamlit's own button offers what the page held when it was last drawn; what is typed is sent when its field is left,
that is, by the very press on the button.
"""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING
from uuid import uuid4

import streamlit as st

from timemap.web import WEB

if TYPE_CHECKING:
    from collections.abc import Callable

KEY = "given-file"
"""Key of the component that gives the file to the browser."""

_WANTED = "wanted-file"
_WEB = WEB / "app"


def request(kind: str) -> None:
    """Note that a file of this kind is asked for.

    To be called when its button was pressed.
    """
    st.session_state[_WANTED] = kind


def deliver(makers: dict[str, Callable[[], tuple[str, str, bytes]]]) -> None:
    """Give the file that was asked for to the browser, if one was.

    Args:
        makers: for each kind what returns the name of the file, its media type and what is in it.
    """
    make = makers.get(st.session_state.get(_WANTED, ""))
    data: dict[str, str] = {}
    if make is not None:
        name, media_type, content = make()
        data = {"press": uuid4().hex, "name": name, "type": media_type, "content": b64encode(content).decode()}
    component = st.components.v2.component("file", js=(_WEB / "savefile.js").read_text(encoding="utf-8"))
    component(key=KEY, data=data)
    st.session_state[_WANTED] = ""
