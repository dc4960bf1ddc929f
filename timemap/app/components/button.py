"""Base of components that are a button or two: script and style."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

from timemap.document.assets import script
from timemap.web import WEB

if TYPE_CHECKING:
    from collections.abc import Callable


def button_component(name: str, function: str) -> Callable[..., object]:
    """Return a component to be drawn.

    Args:
        name: of its script and of its style sheet in the folder ``app`` of the browser side.
        function: what its module exports for Streamlit to call.
    """
    css, module = _sources(name)
    start = f'export default $modules["app/{name}.js"].{function};'
    return st.components.v2.component(name, css=css, js=f"{module}\n{start}")


@cache
def _sources(name: str) -> tuple[str, str]:
    css = (WEB.joinpath("app", f"{sheet}.css").read_text(encoding="utf-8") for sheet in ("buttons", name))
    return "\n".join(css), script(f"app/{name}.js")
