"""Buttons in the head of a page that lead to what is below its map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from timemap.web import WEB

if TYPE_CHECKING:
    from collections.abc import Mapping

_WEB = WEB / "app"


def render_jump_buttons(parts: Mapping[str, str]) -> None:
    """Draw a button for each part under the map.

    A press opens the part, if it is folded, and scrolls to it.

    Args:
        parts: key of each part by the words on its button.
    """
    css, script = ((_WEB / f"jumpbuttons.{ending}").read_text(encoding="utf-8") for ending in ("css", "js"))
    component = st.components.v2.component("jumpbuttons", css=css, js=script)
    component(key="jumpbuttons", data={"parts": [[words, key] for words, key in parts.items()]}, width="content")
