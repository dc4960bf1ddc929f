"""Server's side of the draft that the browser keeps (draftkeeper.js).

The browser brings it back: a reload, or a server that starts again, begins a session that knows nothing of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import streamlit as st

from timemap.app.components.button import button_component
from timemap.app.lesson_editor import draft_session
from timemap.lesson_drafts.draft import Draft
from timemap.lesson_drafts.markdown import draft_markdown, read_draft

if TYPE_CHECKING:
    from typing import Any

KEY = "lesson-keeper"
"""Key of the component."""

_SESSION = "lesson-session"
_FILE = "draft.md"


def render_draft_keeper(draft: Draft) -> None:
    """Let the browser keep the draft, or bring it back.

    It is kept as it is now; what comes back is that of another session.
    """
    data = {
        "session": st.session_state.setdefault(_SESSION, uuid4().hex),
        "edition": draft_session.edition(),
        "begun": draft.begun,
        "title": draft.title,
        "text": draft_markdown(draft),
        "saved": draft_session.is_saved(draft),
        "pictured": any(scene.picture and scene.picture.image for scene in draft.scenes),
    }
    component = button_component("draftkeeper", "draftKeeperComponent")
    component(key=KEY, data=data, on_restore_change=_restore, on_discard_change=_discard)


def _restore() -> None:
    """Open the draft that the browser kept; what was typed since is put aside."""
    text = _told("restore")
    if isinstance(text, str) and text:
        draft, _ = read_draft(text.encode(), _FILE)
        draft_session.open_draft(draft, draft_session.edition())


def _discard() -> None:
    """Put the draft aside that the browser brought back."""
    if _told("discard") == st.session_state.get(_SESSION):
        draft_session.open_draft(Draft(), draft_session.edition())


def _told(name: str) -> Any:  # noqa: ANN401 - whatever the browser sends
    return (st.session_state.get(KEY) or {}).get(name)
