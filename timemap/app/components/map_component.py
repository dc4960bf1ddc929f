"""Component of the map: one frame with the document, and its messages."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import streamlit as st

from timemap.document.assets import script
from timemap.state.fields import IN_ADDRESS
from timemap.web import WEB

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

KEY = "map"
"""Key in the session of the map that shows the visitor's view; there is one map on a page."""

FRAME = {
    "sandbox": "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads",
    "allow": "fullscreen; clipboard-write",
    "title": "Map with its date slider",
}
"""Attributes of the frame that has the document."""

_START = "app/component.js"


def received_state(key: str = KEY) -> Mapping[str, Any]:
    """Return what the map of this key told last.

    Its state is under the names of the table of fields, beside ``command``.

    ``command`` is the command that the map followed last (see ``mount``). A map that does not start tells only that
    after a while, so that the rest of the page can be drawn. ``lat``, ``lon`` and ``zoom`` are as of when its reader
    last turned to the page.
    """
    state: Mapping[str, Any] = st.session_state.get(key) or {}
    received = state.get("told")
    return received if isinstance(received, dict) else {}


def render_map(  # noqa: PLR0913 (each is told by name)
    document: str,
    *,
    start: Mapping[str, str],
    command: str,
    on_told: Callable[[], None],
    opening: bool = False,
    key: str = KEY,
    page: Mapping[str, Any] | None = None,
    once: Mapping[str, Any] | None = None,
    on_scene: Callable[[Mapping[str, Any]], None] | None = None,
    explicit: Sequence[str] = (),
    pages: Mapping[str, str] | None = None,
    welcome: bool = False,
    own: str = "",
) -> None:
    """Put the map on the page, or bring the one that is there up to date.

    Not to be called in a fragment: where a run of the script is followed by one of a fragment before all of the first
    was sent, Streamlit leaves out of it what belongs to the fragment. The browser takes that off the page and then puts
    it there anew: the map would start again.

    Args:
        document: address of the document, relative to the app's first page.
        start: the state on which the map opens, as an address has it; what the page's own address says counts before.
        command: another text whenever the map is to show ``start`` again.
        opening: whether the command is only that of a visit that begins; a map that is there already stays as it is.
        on_told: called before the rerun when the map told something; see ``told``.
        key: the map's; another one for a map that does not show the visitor's view.
        page: what only the page sets, as messages to the map have it.
        once: the same, to be set with a command only.
        on_scene: called before the rerun with what the map showed when its reader added that as a scene; the button for
            it is there where ``page`` has ``collecting``.
        explicit: fields that the page's address always names, empty where there is none: the page opens on something
            else where they are left out.
        pages: addresses of pages to which the start of the map leads, relative to the app's first page, by their ids.
        welcome: whether the start is shown to whoever comes without a link and has not closed it before.
        own: address of the events that the visitor brought, relative to the app's first page; empty where there are
            none. Where it changes, the map starts again in the same state.
    """

    def take() -> None:
        scene = st.session_state[key]["scene"]
        if on_scene is not None and isinstance(scene, dict):
            on_scene(scene)

    data = {
        "document": document,
        "frame": FRAME,
        "names": list(IN_ADDRESS),
        "start": urlencode(start, safe=","),
        "command": command,
        "opening": opening,
        "page": dict(page or {}),
        "once": dict(once or {}),
        "explicit": list(explicit),
        "pages": dict(pages or {}),
        "welcome": welcome,
        "own": own,
    }
    _component()(key=key, data=data, on_told_change=on_told, on_scene_change=take)


@cache
def _sources() -> tuple[str, str]:
    start = f'export default $modules["{_START}"].mapComponent;'
    return (WEB / "app" / "component.css").read_text(encoding="utf-8"), f"{script(_START)}\n{start}"


def _component() -> Callable[..., object]:
    css, script = _sources()
    return st.components.v2.component("timemap", css=css, js=script)
