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
    """Return what the browser side last told: ``loaded``, a hash, and ``seen``, what the map shows."""
    state: Mapping[str, Any] = st.session_state.get(KEY) or {}
    return state


def data_for(document: Document, message: Mapping[str, Any], command: int) -> dict[str, Any]:
    """Return what is sent to the browser: the document only as long as it has not arrived there.

    Args:
        document: the document that is to be shown.
        message: the whole state of the map.
        command: a number that changes when the page, not the reader of the map, sets moment, mode or chosen event.
    """
    data = {"hash": document.hash, "command": command, "message": dict(message)}
    if told().get("loaded") != document.hash:
        data["document"] = document.text
    return data


def mount(document: Document, message: Mapping[str, Any], command: int, on_seen: Callable[[], None]) -> None:
    """Put the map on the page, or bring the one that is there up to date.

    Args:
        document: the document that is to be shown.
        message: the whole state of the map.
        command: see ``data_for``.
        on_seen: called before the rerun when the reader let go of the slider or chose an event; see ``told``.
    """
    renderer = st.components.v2.component(
        _NAME,
        css=(_WEB / "component.css").read_text(encoding="utf-8"),
        js=(_WEB / "component.js").read_text(encoding="utf-8"),
    )
    renderer(key=KEY, data=data_for(document, message, command), on_seen_change=on_seen, on_loaded_change=_nothing)


def _nothing() -> None:
    """Let the state be told without doing more than the rerun."""
