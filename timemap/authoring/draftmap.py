"""The map is set as pupils should see it and handed over as a scene, or it runs the lesson as it is so far."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from timemap import component, loaded, session
from timemap.authoring import desk
from timemap.authoring.shot import scene_of
from timemap.lessondata import lesson_data
from timemap.state import chosen, heard, message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geodata.atlas import Atlas
    from geodata.teaching.lesson import Lesson
    from timemap.authoring.checking import Checked
    from timemap.authoring.draft import Draft
    from timemap.state import View

KEY = "lesson-map"
"""Key of the component; the map of the visitor's view has its own."""

DRAFT_ID = "draft"
"""Id of the lesson while it is written."""

COLLECT, PREVIEW = "Collect scenes", "Preview the lesson"

_MODE, _COMMAND = "lesson-mode", "lesson-command"


def choose_mode() -> bool:
    """Draw the choice between collecting and preview, and return whether it is the preview."""
    return bool(
        st.segmented_control(
            "What the map is for",
            (COLLECT, PREVIEW),
            default=COLLECT,
            required=True,
            key=_MODE,
            label_visibility="collapsed",
        )
        == PREVIEW
    )


def draw(atlas: Atlas, view: View, draft: Draft, checked: Checked, *, preview: bool) -> None:
    """Put the map on the page, or bring the one that is there up to date; not to be called in a fragment.

    Args:
        atlas: what is known.
        view: what the visitor looks at.
        draft: the lesson as typed.
        checked: what it comes to.
        preview: whether the lesson runs, or scenes are collected.
    """
    told = message(replace(view, lesson="", scene=0), chosen(view, atlas))
    command = session.command()
    if preview and checked.good:
        scene = _scene_number(draft, checked)
        told["state"] |= running(atlas, checked.lesson, scene)
        command = f"{command} scene {scene}"
    else:
        told["state"] |= {"collecting": _words(draft)}
    st.session_state[_COMMAND] = "" if preview else command
    component.mount(loaded.load_document(atlas), told, command, KEY, _take)
    # Not in a fragment: where a field of the form and the map tell something at once, Streamlit would rerun that alone.
    component.listen(_hear, KEY)


def running(atlas: Atlas, lesson: Lesson, scene: int) -> dict[str, Any]:
    """Return what the map is told to run a lesson that is not in its document, from this scene on."""
    named = lesson.model_copy(update={"id": DRAFT_ID})
    return {"collecting": False, "draft": lesson_data(atlas, named), "lesson": DRAFT_ID, "scene": scene}


def _scene_number(draft: Draft, checked: Checked) -> int:
    """Return the number in the lesson of the chosen scene, or of the next that can be shown; else of the last."""
    scene = desk.chosen()
    place = draft.place_of(scene.key) if scene else 0
    return next((number for number, good in enumerate(checked.good, 1) if good >= place), len(checked.good))


def _words(draft: Draft) -> str | bool:
    """Return what stands on the button that hands over what the map shows."""
    waiting = desk.retaken()
    return f"Use this for scene {draft.place_of(waiting.key) + 1}" if waiting else True


def _take(told: Mapping[str, Any]) -> None:
    waiting = desk.retaken()
    desk.take(scene_of(told, loaded.load_atlas()))
    st.toast(
        "The scene shows this now." if waiting else "Added. Write its words below the map.", icon=":material/check:"
    )


def _hear() -> None:
    """Take over what the map told while scenes were collected, so that the filters go with it."""
    said = component.told(KEY)
    if said.get("command") and said.get("command") == st.session_state.get(_COMMAND):
        atlas = loaded.load_atlas()
        own = {name: value for name, value in said.items() if name not in {"lesson", "scene"}}
        session.keep(heard(st.session_state.view, own, atlas), atlas)
