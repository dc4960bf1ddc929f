"""List of scenes in order: choose, move and take out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geodata.checks.lessons import FEWEST_SCENES, MOST_SCENES
from timemap.app.components import synced_fields
from timemap.app.lesson_editor import draft_session
from timemap.text.markdown import escape_markdown

if TYPE_CHECKING:
    from timemap.lesson_drafts.draft import Draft, SceneDraft
    from timemap.lesson_drafts.validation import Checked

_CHOICE = "lesson-choice"


def render_scene_list(draft: Draft, scene: SceneDraft, checked: Checked) -> None:
    """Draw the list and its buttons.

    Args:
        draft: the lesson; it must have scenes.
        scene: the chosen one.
        checked: what is wrong.
    """
    labels = {each.key: _label(each, place, checked) for place, each in enumerate(draft.scenes)}
    synced_fields.fill(_CHOICE, scene.key)
    begins = str(synced_fields.start_of(_CHOICE))
    st.radio(
        "Scenes",
        list(labels),
        list(labels).index(begins if begins in labels else scene.key),
        format_func=labels.__getitem__,
        key=synced_fields.key_of(_CHOICE),
        on_change=_choose,
        label_visibility="collapsed",
    )
    key = scene.key
    # None is ever switched off: a button that is loses the focus, and whoever uses keys their place. Each scene has its
    # own, so that the second press of a quick pair does not meet the scene that is chosen after the first.
    buttons = (
        ("Up", ":material/arrow_upward:", draft_session.move, (key, -1), "Move the selected scene up"),
        ("Down", ":material/arrow_downward:", draft_session.move, (key, 1), "Move the selected scene down"),
        (
            "Delete",
            ":material/delete:",
            draft_session.delete_scene,
            (key,),
            "Delete the selected scene; you can restore it",
        ),
    )
    with st.container(horizontal=True):
        for label, icon, does, args, words in buttons:
            st.button(label, icon=icon, key=f"scene-{label.lower()}-{key}", on_click=does, args=args, help=words)
    count = len(draft.scenes)
    if not FEWEST_SCENES <= count <= MOST_SCENES:
        st.caption(
            f"{count} {'scene' if count == 1 else 'scenes'} so far. We recommend {FEWEST_SCENES} to {MOST_SCENES}; "
            "a lesson with fewer or more works as well."
        )


def render_deleted_scene() -> None:
    """Offer to bring back what was taken out."""
    if draft_session.deleted_scene():
        _, scene = draft_session.deleted_scene()[-1]
        st.button(
            f"Restore: {escape_markdown(scene.title) or 'untitled scene'}",
            icon=":material/undo:",
            key=f"scene-back-{scene.key}",
            on_click=draft_session.restore_scene,
            args=(scene.key,),
        )


def _choose() -> None:
    # A browser that has not seen the newest names of the scenes yet sends one that no scene has any more.
    key = str(synced_fields.value_of(_CHOICE))
    if draft_session.current_draft().scene(key) is not None:
        draft_session.select_scene(key)


def _label(scene: SceneDraft, place: int, checked: Checked) -> str:
    todo = len(checked.of_scene(place))
    return f"{place + 1}. {escape_markdown(scene.title) or 'Untitled'}" + (f" :red[({todo} to do)]" if todo else "")
