"""The map on a Streamlit page: one frame that gets its document once and afterwards only messages."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

KEY = "map"
"""Key of the component in the session; there is one map on a page."""

EAR = "ear"
"""Key of the component through which the map tells what its reader does."""

_NAME = "timemap"
_WEB = Path(__file__).parent / "web" / "app"


@dataclass(frozen=True, slots=True)
class Document:
    """A rendered document with the name by which page and browser agree that it has arrived."""

    text: str
    """The whole HTML."""

    hash: str
    """Short hash of the text."""

    @classmethod
    def of(cls, text: str) -> Document:
        """Return the document with this text."""
        return cls(text, sha256(text.encode()).hexdigest()[:16])


def told() -> Mapping[str, Any]:
    """Return what the map told last.

    ``document`` is the hash of the document that the browser has; ``command`` is the command that the map followed last
    (see ``data_for``); with it comes what the map showed when its reader let go, as ``timemap.state.heard`` takes it.
    ``view`` is where the map is looked at (``lat``, ``lon``, ``zoom``), as of when its reader last turned to the page.
    """
    state: Mapping[str, Any] = st.session_state.get(EAR) or {}
    said = state.get("told")
    return said if isinstance(said, dict) else {}


def data_for(document: Document, message: Mapping[str, Any], command: str) -> dict[str, Any]:
    """Return what is sent to the browser: the document only as long as it has not arrived there.

    Args:
        document: the document that is to be shown.
        message: the whole state of the map.
        command: another text whenever the page, not the reader of the map, sets moment, mode or chosen event.
    """
    data = {"hash": document.hash, "command": command, "message": dict(message)}
    if told().get("document") != document.hash:
        data["document"] = document.text
    return data


def mount(document: Document, message: Mapping[str, Any], command: str) -> None:
    """Put the map on the page, or bring the one that is there up to date.

    Not to be called in a fragment: where a run of the script is followed by one of a fragment before all of the first
    was sent, Streamlit leaves out of it what belongs to the fragment. The browser takes that off the page and then puts
    it there anew: the map would start again.

    Args:
        document: the document that is to be shown.
        message: the whole state of the map.
        command: see ``data_for``.
    """
    _renderer()(key=KEY, data=data_for(document, message, command), on_missing_change=_nothing)


def listen(on_told: Callable[[], None]) -> None:
    """Put the ear of the map on the page: to be called in a fragment, so that what the map tells reruns only that.

    Args:
        on_told: called before the rerun when the map told something; see ``told``.
    """
    _renderer()(key=EAR, data={"ear": True}, on_told_change=on_told)


def _renderer() -> Callable[..., object]:
    return st.components.v2.component(
        _NAME,
        css=(_WEB / "component.css").read_text(encoding="utf-8"),
        js=(_WEB / "component.js").read_text(encoding="utf-8"),
    )


def _nothing() -> None:
    """Let something be told without doing more than the rerun."""
