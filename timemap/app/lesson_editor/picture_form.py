"""Form of a scene's picture: upload, describe, replace, take out.

Whatever is refused changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geodata.io.problems import Problem
from geodata.lessons.image import LARGEST_ORIGINAL, prepare
from geodata.lessons.picture import PICTURE_FIELDS, UnfitPicture
from timemap.app.lesson_editor import draft_session, widgets

if TYPE_CHECKING:
    from collections.abc import Callable

    from timemap.lesson_drafts.draft import SceneDraft
    from timemap.lesson_drafts.picture import PictureDraft

_RULES = (
    "**No pictures of violence.** Use only pictures that you made yourself or may share, and show people only with "
    "their consent. Location and camera details are removed from the file."
)
_MEGABYTES = LARGEST_ORIGINAL // 1_000_000
_TRIED, _REFUSED = "picture-tried", "picture-refused"

_FIELDS = {
    "caption": ("Caption: what it shows, where and when", ""),
    "credit": ("Credit: who made it", "Own photograph, class 8b"),
    "licence": ("Licence: how it may be shared", "CC BY-SA 4.0"),
    "alt": ("Alternative text: a description for people who cannot see the picture", ""),
}
"""Label of each field, and what may stand in it."""

_PREVIEW = 320
"""Pixels across."""


def render_picture_form(scene: SceneDraft, wrong: Callable[..., tuple[Problem, ...]]) -> None:
    """Draw the form; ``wrong`` returns what is wrong with fields of the scene."""
    picture, refused = scene.picture, _refused(scene)
    with st.expander("Picture", expanded=picture is not None or bool(refused)):
        st.caption(_RULES)
        number = _tried()
        st.file_uploader(
            "Use another picture" if picture else f"Picture (JPEG, PNG or WebP, at most {_MEGABYTES} MB)",
            ["jpg", "jpeg", "png", "webp"],
            max_upload_size=_MEGABYTES,
            key=f"picture-upload-{scene.key}-{number}",
            on_change=_take,
            args=(scene.key, number),
        )
        widgets.note(refused)
        if picture is not None:
            _describe(scene, picture, wrong)
        elif draft_session.removed_picture(scene.key) is not None:
            st.button(
                "Restore the picture",
                icon=":material/undo:",
                key=f"picture-back-{scene.key}",
                on_click=draft_session.restore_picture,
                args=(scene.key,),
            )


def _describe(scene: SceneDraft, picture: PictureDraft, wrong: Callable[..., tuple[Problem, ...]]) -> None:
    if picture.image:
        st.image(picture.image, width=_PREVIEW)
    widgets.note(wrong("file"))
    for name, (label, placeholder) in _FIELDS.items():
        key = draft_session.picture_field(scene, name)
        widgets.line(label, key, getattr(picture, name), wrong(name), placeholder=placeholder)
    st.button(
        "Remove the picture",
        icon=":material/delete:",
        key=f"picture-remove-{scene.key}",
        on_click=draft_session.remove_picture,
        args=(scene.key,),
    )


def _tried() -> int:
    """Return how many files were looked at; the next one has this number."""
    number: int = st.session_state.get(_TRIED, 0)
    return number


def _refused(scene: SceneDraft) -> tuple[Problem, ...]:
    """Return why the last file was refused, where it was meant for this scene."""
    key, problems = st.session_state.get(_REFUSED, ("", ()))
    return problems if key == scene.key else ()


def _take(key: str, number: int) -> None:
    """Take in the file that was just uploaded for a scene, or note why not.

    The field is emptied for the next one.
    """
    upload = st.session_state.get(f"picture-upload-{key}-{number}")
    if upload is None:
        return
    image = prepare(upload.getvalue())
    if isinstance(image, UnfitPicture):
        problem = Problem(upload.name, None, PICTURE_FIELDS[0], upload.name, image.expected, image.hint)
        st.session_state[_REFUSED] = (key, (problem,))
    else:
        draft_session.put_picture(key, upload.name, image)
        st.session_state[_REFUSED] = ("", ())
    st.session_state[_TRIED] = number + 1
