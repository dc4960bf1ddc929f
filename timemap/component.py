"""The map on a Streamlit page: one frame that gets its document once and afterwards only messages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

KEY = "map"
"""Key in the session of the map that shows the visitor's view; there is one map on a page."""

_NAME = "timemap"
_WEB = Path(__file__).parent / "web" / "app"


def told(key: str = KEY) -> Mapping[str, Any]:
    """Return what the map of this key told last.

    ``command`` is the command that the map followed last (see ``data_for``); with it comes what the map showed when its
    reader let go, as ``timemap.state.heard`` takes it.
    ``view`` is where the map is looked at (``lat``, ``lon``, ``zoom``), as of when its reader last turned to the page.
    """
    state: Mapping[str, Any] = st.session_state.get(_ear_of(key)) or {}
    said = state.get("told")
    return said if isinstance(said, dict) else {}


def has_arrived(key: str = KEY) -> bool:
    """Return whether the map of this key is known to be on the page, or is waited for no more.

    The map itself says so, not its ear: what is said outside a fragment reruns the page, which draws what comes after
    the map. A fragment that asked for that run would ask for its own page, even if its reader is on the way to another.
    """
    state: Mapping[str, Any] = st.session_state.get(key) or {}
    return state.get("arrived") is True


def data_for(document: str, message: Mapping[str, Any], command: str, key: str = KEY) -> dict[str, Any]:
    """Return what is sent to the browser.

    Args:
        document: address of the document that is to be shown, as seen from any page of the app.
        message: the whole state of the map.
        command: another text whenever the page, not the reader of the map, sets moment, mode or chosen event.
        key: the map's.
    """
    return {"name": key, "document": document, "command": command, "message": dict(message)}


def mount(
    document: str,
    message: Mapping[str, Any],
    command: str,
    key: str = KEY,
    on_scene: Callable[[Mapping[str, Any]], None] | None = None,
) -> None:
    """Put the map on the page, or bring the one that is there up to date.

    Not to be called in a fragment: where a run of the script is followed by one of a fragment before all of the first
    was sent, Streamlit leaves out of it what belongs to the fragment. The browser takes that off the page and then puts
    it there anew: the map would start again.

    Args:
        document: address of the document that is to be shown.
        message: the whole state of the map.
        command: see ``data_for``.
        key: the map's; another one for a map that does not show the visitor's view.
        on_scene: called before the rerun with what the map showed when its reader added that as a scene; the button for
            it is there where ``collecting`` in the state of the message asks for it.
    """

    def take() -> None:
        scene = st.session_state[key]["scene"]
        if on_scene is not None and isinstance(scene, dict):
            on_scene(scene)

    data = data_for(document, message, command, key)
    _renderer()(key=key, data=data, on_arrived_change=_nothing, on_scene_change=take)


def listen(on_told: Callable[[], None], key: str = KEY, *, view: bool = True) -> None:
    """Put the ear of the map on the page: to be called in a fragment, so that what the map tells reruns only that.

    Args:
        on_told: called before the rerun when the map told something; see ``told``.
        key: the map's.
        view: whether ``view`` is told; outside a fragment each time would rerun the whole page.
    """
    _renderer()(key=_ear_of(key), data={"name": key, "ear": True, "view": view}, on_told_change=on_told)


def _ear_of(key: str) -> str:
    """Return the key of the component through which a map tells what its reader does."""
    return f"{key}-ear"


def _renderer() -> Callable[..., object]:
    return st.components.v2.component(
        _NAME,
        css=(_WEB / "component.css").read_text(encoding="utf-8"),
        js=(_WEB / "component.js").read_text(encoding="utf-8"),
    )


def _nothing() -> None:
    """Let something be told without doing more than the rerun."""
