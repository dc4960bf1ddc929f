"""Draft of one visitor, kept in the session.

It outlives a visit to another page, but not the window.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

import streamlit as st

from timemap.lesson_drafts.draft import (
    Draft,
    SceneDraft,
    moved,
    with_capture_of,
    with_changed,
    with_scene,
    without_scene,
)
from timemap.lesson_drafts.markdown import draft_markdown
from timemap.lesson_drafts.picture import PictureDraft

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.runtime.state import SessionStateProxy

    Typed = TypeVar("Typed", Draft, SceneDraft, PictureDraft)

_DRAFT, _CHOSEN, _EDITION = "lesson-draft", "lesson-chosen", "lesson-edition"
_DELETED, _ASIDE, _SAVED, _RETAKEN = "lesson-deleted", "lesson-aside", "lesson-saved", "lesson-retaken"
_REMOVED = "lesson-removed-pictures"


def current_draft() -> Draft:
    """Return the draft with all that its forms hold now, and keep it."""
    draft: Draft = st.session_state.setdefault(_DRAFT, Draft())
    scenes = tuple(map(_scene_now, draft.scenes))
    draft = _typed(replace(draft, scenes=scenes), lambda _, name: lesson_field(name))
    st.session_state[_DRAFT] = draft
    return draft


def keep_draft() -> None:
    """Keep what the forms of a draft hold, whichever page a run is for.

    Nothing happens where none was begun.

    A field that is left by pressing a link tells what it holds together with the other page: the page of the form may
    not run again, and after the run of the other page the field is gone.
    """
    if _DRAFT in st.session_state:
        current_draft()


def lesson_field(name: str) -> str:
    """Return the key of the widget of a field of the lesson itself.

    Each draft that is opened has its own.
    """
    return f"lesson-{edition()}-{name}"


def scene_field(scene: SceneDraft, name: str) -> str:
    """Return the key of the widget of a field of a scene."""
    return f"scene-{scene.key}-{name}"


def picture_field(scene: SceneDraft, name: str) -> str:
    """Return the key of the widget of a field of the picture of a scene."""
    return scene_field(scene, f"picture-{name}")


def edition() -> int:
    """Return the number of the open draft: how many were opened before it."""
    number: int = st.session_state.get(_EDITION, 0)
    return number


def selected_scene() -> SceneDraft | None:
    """Return the scene that is being written; ``None`` where there is none."""
    draft: Draft = st.session_state.get(_DRAFT, Draft())
    return draft.scene(st.session_state.get(_CHOSEN, "")) or (draft.scenes[0] if draft.scenes else None)


def select_scene(key: str) -> None:
    """Let the scene of this key be the one that is written."""
    st.session_state[_CHOSEN] = key


def add_scene(scene: SceneDraft) -> None:
    """Take in what the map showed.

    It becomes a new scene, or changes the one that waits for it.
    """
    draft, waiting = current_draft(), scene_being_recaptured()
    if waiting is None:
        _put(with_scene(draft, scene))
    else:
        # The key is the new one: the widgets of the old one would bring the old day back.
        scene = with_capture_of(waiting, scene)
        _put(with_changed(draft, scene, waiting.key))
    st.session_state[_RETAKEN] = ""
    select_scene(scene.key)


def scene_being_recaptured() -> SceneDraft | None:
    """Return the scene whose day and view are to be taken from the map anew.

    ``None`` where none waits.
    """
    draft: Draft = st.session_state.get(_DRAFT, Draft())
    return draft.scene(st.session_state.get(_RETAKEN, ""))


def start_recapture(key: str) -> None:
    """Let the scene of this key wait for the map.

    An empty key, or that of a scene that is gone, for none.
    """
    st.session_state[_RETAKEN] = key if current_draft().scene(key) else ""


def move(key: str, by: int) -> None:
    """Move the chosen scene by so many places.

    Nothing happens where another one was chosen since, or it is gone.
    """
    if _is_chosen(key):
        _put(moved(current_draft(), key, by))
        select_scene(key)


def delete_scene(key: str) -> None:
    """Take the chosen scene out.

    It can be brought back. As with ``move``, a press that comes too late does nothing.
    """
    draft = current_draft()
    scene, place = draft.scene(key), draft.place_of(key)
    if scene is None or not _is_chosen(key):
        return
    rest = without_scene(draft, key)
    _put(rest)
    st.session_state[_DELETED] = (*deleted_scene(), (place, scene))
    if rest.scenes:
        select_scene(rest.scenes[min(place, len(rest.scenes) - 1)].key)


def deleted_scene() -> tuple[tuple[int, SceneDraft], ...]:
    """Return the scenes that were taken out, each with its place.

    The last one last.
    """
    scenes: tuple[tuple[int, SceneDraft], ...] = st.session_state.get(_DELETED, ())
    return scenes


def restore_scene(key: str) -> None:
    """Bring the scene of this key back.

    Where it is no longer out, nothing happens.
    """
    for place, scene in deleted_scene():
        if scene.key == key:
            _put(with_scene(current_draft(), scene, place))
            st.session_state[_DELETED] = tuple(other for other in deleted_scene() if other[1].key != key)
            select_scene(key)


def put_picture(key: str, file: str, image: bytes) -> None:
    """Give the scene of this key a picture.

    What was written about the one before it stays.
    """
    if scene := current_draft().scene(key):
        picture = replace(scene.picture or PictureDraft(), file=file, image=image)
        _put(with_changed(current_draft(), replace(scene, picture=picture)))


def remove_picture(key: str) -> None:
    """Take the picture of the scene of this key out; it can be brought back."""
    scene = current_draft().scene(key)
    if scene is not None and scene.picture is not None:
        st.session_state[_REMOVED] = {**st.session_state.get(_REMOVED, {}), key: scene.picture}
        _put(with_changed(current_draft(), replace(scene, picture=None)))


def removed_picture(key: str) -> PictureDraft | None:
    """Return the picture that was last taken out of the scene of this key.

    ``None`` where there is none.
    """
    picture: PictureDraft | None = st.session_state.get(_REMOVED, {}).get(key)
    return picture


def restore_picture(key: str) -> None:
    """Bring the picture of the scene of this key back.

    Where it has one, nothing happens.
    """
    scene, picture = current_draft().scene(key), removed_picture(key)
    if scene is not None and scene.picture is None and picture is not None:
        _put(with_changed(current_draft(), replace(scene, picture=picture)))


def open_draft(draft: Draft, instead_of: int) -> None:
    """Go on with another draft.

    The present one, where it was begun, is put aside.

    Args:
        draft: the other one.
        instead_of: the edition that was open when this was asked for. Where it no longer is, nothing happens: the
            second press of a quick pair would put the draft aside that the first one opened, and lose what was put
            aside then.
    """
    if edition() != instead_of:
        return
    before = current_draft()
    if before.begun:
        st.session_state[_ASIDE] = before
    st.session_state[_EDITION] = instead_of + 1
    st.session_state[_DELETED] = ()
    _put(draft)


def parked_draft() -> Draft | None:
    """Return the draft that was put aside; ``None`` where there is none."""
    draft: Draft | None = st.session_state.get(_ASIDE)
    return draft


def switch_drafts(instead_of: int) -> None:
    """Go on with the draft that was put aside, and put the present one aside.

    See ``open_draft``.
    """
    other = parked_draft()
    if other is not None and edition() == instead_of:
        st.session_state[_ASIDE] = None
        open_draft(other, instead_of)


def add_scenes(draft: Draft) -> None:
    """Add the scenes of another draft at the end."""
    present = current_draft()
    _put(replace(present, scenes=(*present.scenes, *draft.scenes)))


def mark_saved() -> None:
    """Note that the draft is downloaded as it is now."""
    st.session_state[_SAVED] = _kept(current_draft())


def is_saved(draft: Draft) -> bool:
    """Return whether the draft was downloaded since its last change.

    So is a draft that was not even begun.
    """
    return not draft.begun or st.session_state.get(_SAVED) == _kept(draft)


def _kept(draft: Draft) -> tuple[str, tuple[bytes, ...]]:
    """Return all of a draft that its file keeps: its text and its pictures."""
    return draft_markdown(draft), tuple(scene.picture.image for scene in draft.scenes if scene.picture)


def _is_chosen(key: str) -> bool:
    scene = selected_scene()
    return scene is not None and scene.key == key


def _put(draft: Draft) -> None:
    st.session_state[_DRAFT] = draft


def _scene_now(scene: SceneDraft) -> SceneDraft:
    """Return a scene, and its picture, with what their widgets hold."""
    scene = _typed(scene, scene_field)
    if scene.picture is None:
        return scene
    return replace(scene, picture=_typed(scene.picture, lambda _, name: picture_field(scene, name)))


def _typed(thing: Typed, key_of: Callable[[Typed, str], str]) -> Typed:
    """Return a draft or scene with what its widgets hold.

    Those that are not on the page change nothing.
    """
    session: SessionStateProxy = st.session_state
    values: dict[str, Any] = {}
    for name in (field.name for field in fields(thing)):
        key = key_of(thing, name)
        if key in session:
            held = session[key]
            values[name] = tuple(held) if isinstance(held, list) else held
    return replace(thing, **values)
