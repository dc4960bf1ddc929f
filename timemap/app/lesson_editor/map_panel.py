"""Map of the editor: capture scenes, recapture, preview the lesson."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from timemap.app import resources, session
from timemap.app.components import map_component, synced_fields
from timemap.app.lesson_editor import draft_session
from timemap.app.own_data import store
from timemap.lesson_drafts.capture import scene_from_capture
from timemap.lesson_drafts.preview import number_of, preview_lesson, running
from timemap.state.url import write_parameters

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geodata.atlas import Atlas
    from timemap.lesson_drafts.draft import Draft
    from timemap.lesson_drafts.validation import Checked
    from timemap.state.map_state import MapState

KEY = "lesson-map"
"""Key of the component; the map of the visitor's view has its own."""

COLLECT, PREVIEW = "Collect scenes", "Preview the lesson"

_MODE, _COMMAND, _RUNS = "lesson-mode", "lesson-command", "lesson-runs"


def choose_mode() -> bool:
    """Draw the choice of capture or preview; return whether it is preview.

    As long as a scene waits for the map, scenes are collected; who chooses the preview lets it wait no more.
    """
    if draft_session.scene_being_recaptured() is not None or not synced_fields.is_filled(_MODE):
        synced_fields.fill(_MODE, COLLECT)
    return bool(
        st.segmented_control(
            "Map mode",
            (COLLECT, PREVIEW),
            default=str(synced_fields.start_of(_MODE)),
            required=True,
            key=synced_fields.key_of(_MODE),
            on_change=draft_session.start_recapture,
            args=("",),
            label_visibility="collapsed",
        )
        == PREVIEW
    )


def render_map_panel(atlas: Atlas, state: MapState, draft: Draft, shown: Checked | None) -> None:
    """Put the map on the page, or bring the one that is there up to date.

    Not to be called in a fragment.

    Args:
        atlas: what is known.
        state: what the visitor looks at.
        draft: the lesson as typed.
        shown: what runs in the preview; ``None`` while scenes are collected.
    """
    command, start = session.command_id(), session.initial_parameters()
    page: dict[str, Any] = {"collecting": _words(draft)}
    once: dict[str, Any] = {}
    if state.lesson:
        start = write_parameters(replace(state, lesson="", scene=0), atlas, session.today())
    if shown is not None and shown.good:
        scene, command = _steered(command, draft, shown)
        page, once = running(atlas, shown, scene)
    else:
        st.session_state[_RUNS] = None
    st.session_state[_COMMAND] = command
    map_component.render_map(
        resources.load_document(atlas),
        start=start,
        command=command,
        on_told=_hear,
        key=KEY,
        page=page,
        once=once,
        on_scene=_take,
        own=store.address(),
    )


def _steered(base: str, draft: Draft, shown: Checked) -> tuple[int, str]:
    """Return the scene that runs, and a command that is another one where the map is not known to run that scene."""
    scene = draft_session.selected_scene()
    number = number_of(draft.place_of(scene.key) if scene else 0, shown)
    runs: tuple[str, int, int] | None = st.session_state.get(_RUNS)
    count = runs[2] if runs else 0
    if runs is None or runs[:2] != (base, number):
        count += 1
        st.session_state[_RUNS] = (base, number, count)
    return number, f"{base} scene {count}"


def _words(draft: Draft) -> str | bool:
    """Return what stands on the button that hands over what the map shows."""
    waiting = draft_session.scene_being_recaptured()
    return f"Use this for scene {draft.place_of(waiting.key) + 1}" if waiting else True


def _take(told: Mapping[str, Any]) -> None:
    waiting = draft_session.scene_being_recaptured()
    draft_session.add_scene(scene_from_capture(told, resources.load_atlas()))
    st.toast("Scene updated." if waiting else "Scene added. Write its text below the map.", icon=":material/check:")


def _hear() -> None:
    """Take over what the map told: while scenes are collected its state, in the preview which scene it came to.

    What it told before it followed the last command is passed over.
    """
    received, atlas = map_component.received_state(KEY), resources.load_atlas()
    if not received.get("moment") or received.get("command") != st.session_state.get(_COMMAND):
        return
    if st.session_state.get(_RUNS) is not None:
        _follow(received, atlas)
        return
    session.apply_map_state(atlas, received, frozenset({"lesson", "scene"}))


def _follow(received: Mapping[str, Any], atlas: Atlas) -> None:
    """Let the scene that runs be the one that is written.

    Who leaves the lesson on the map leaves the preview.
    """
    if not received.get("lesson"):
        synced_fields.fill(_MODE, COLLECT)
        return
    draft = draft_session.current_draft()
    good, number = preview_lesson(draft, atlas).good, received.get("scene")
    base, _, count = st.session_state[_RUNS]
    if isinstance(number, int) and 1 <= number <= len(good):
        st.session_state[_RUNS] = (base, number, count)
        draft_session.select_scene(draft.scenes[good[number - 1]].key)
