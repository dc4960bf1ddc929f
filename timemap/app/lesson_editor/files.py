"""Files of the lesson editor: save, load, copy one of our lessons.

Nothing open gets lost.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from geodata.io.problems import FEW
from geodata.lessons.lesson_file import LONGEST_BUNDLE, TEXT
from geodata.lessons.writer import lesson_file
from timemap.app import resources, session
from timemap.app.lesson_editor import download, draft_session
from timemap.document.render import render
from timemap.lesson_drafts.draft import Draft
from timemap.lesson_drafts.markdown import draft_file, read_draft
from timemap.lesson_drafts.validation import file_name, in_file
from timemap.state.initial import initial_state
from timemap.text.markdown import escape_markdown
from timemap.text.numbers import format_number

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.io.problems import Problem
    from timemap.lesson_drafts.validation import Checked

_UPLOAD_MEGABYTES = LONGEST_BUNDLE // 1_000_000
"""Megabytes that a file may have; `geodata` reads no more."""

_TEXT, _DOCUMENT = "text", "document"
_UPLOADS, _COPY, _UNREAD = "lesson-uploads", "lesson-copy", "lesson-unread"


def render_downloads(atlas: Atlas, draft: Draft, checked: Checked) -> None:
    """Offer the lesson as files, and say whether the last change is in one."""
    pictured = any(scene.picture and scene.picture.image for scene in draft.scenes)

    def own() -> tuple[str, str, bytes]:
        name, content = draft_file(draft)
        return name, "application/zip" if pictured else "text/markdown", content

    def document() -> tuple[str, str, bytes]:
        opening = replace(
            initial_state(atlas, today=session.today()), lessons=(checked.lesson,), lesson=checked.lesson.id
        )
        html = render(resources.load_dataset(atlas), view=opening)
        return f"{file_name(draft).removesuffix(TEXT)}.html", "text/html", html.encode()

    with st.container(horizontal=True):
        st.button(
            "Download the lesson (zip)" if pictured else "Download the lesson (Markdown)",
            type="primary",
            disabled=not draft.begun,
            key="lesson-download",
            on_click=_download_text,
            help="One file that you can keep, share, and load here again.",
        )
        st.button(
            "Map and lesson as one file (HTML)",
            disabled=not checked.good,
            key="lesson-document",
            on_click=download.request,
            args=(_DOCUMENT,),
            help="For the class; works offline. Scenes with problems are left out.",
        )
    download.deliver({_TEXT: own, _DOCUMENT: document})
    if not draft_session.is_saved(draft):
        st.warning(
            "You have unsaved changes. This browser keeps your draft, without its pictures, if you reload or close "
            "this tab. Download the lesson to be safe.",
            icon=":material/save:",
        )


def render_loading() -> None:
    """Offer to load a file, copy one of our lessons, or go back.

    Going back is to what was open before.
    """
    # The buttons below are others for each draft that is opened and each file: a second press of a quick pair is told
    # from a first press of the next one.
    edition = draft_session.edition()
    upload = st.file_uploader(
        "Load a lesson (Markdown, or zip with its pictures)",
        ["md", "markdown", "txt", "zip"],
        max_upload_size=_UPLOAD_MEGABYTES,
        key=f"lesson-upload-{_uploads()}",
    )
    if upload is not None:
        draft, problems = read_draft(upload.getvalue(), upload.name)
        _report(draft, problems, upload.name)
    elif unread := st.session_state.get(_UNREAD):
        name, problems = unread
        if problems:
            st.warning(f"Problems in {escape_markdown(name)}; these parts may be missing:\n{_listed(problems)}")
    lessons = {lesson.id: lesson for lesson in resources.load_lessons()}
    choice, begin = st.columns([3, 1], vertical_alignment="bottom")
    wanted = choice.selectbox(
        "Or start from a copy of one of our lessons",
        list(lessons),
        index=None,
        format_func=lambda name: lessons[name].title,
        key=_COPY,
        placeholder="Choose a lesson",
    )

    def copy() -> None:
        if wanted is not None:
            name, content = lesson_file(lessons[wanted], wanted)
            open_anew(read_draft(content, name)[0])

    def open_anew(draft: Draft) -> None:
        draft_session.open_draft(draft, edition)
        st.session_state[_UNREAD] = None

    begin.button(
        "Open a copy", disabled=wanted is None, key=f"lesson-open-copy-{edition}", on_click=copy, width="stretch"
    )
    with st.container(horizontal=True):
        st.button("Start an empty lesson", key=f"lesson-new-{edition}", on_click=open_anew, args=(Draft(),))
        other = draft_session.parked_draft()
        if other is not None:
            name = escape_markdown(other.title) or "untitled lesson"
            st.button(
                f"Back to: {name}",
                icon=":material/undo:",
                key=f"lesson-swap-{edition}",
                on_click=draft_session.switch_drafts,
                args=(edition,),
            )


def _uploads() -> int:
    """Return how many files were taken in; the next one has this number."""
    number: int = st.session_state.get(_UPLOADS, 0)
    return number


def _download_text() -> None:
    draft_session.mark_saved()
    download.request(_TEXT)


def _listed(problems: tuple[Problem, ...]) -> str:
    """Return the first problems as a list, with how many more there are."""
    lines = [in_file(problem) for problem in problems[:FEW]]
    if len(problems) > FEW:
        lines.append(f"… and {format_number(len(problems) - FEW)} more.")
    return "\n".join(f"- {escape_markdown(line)}" for line in lines)


def _report(draft: Draft, problems: tuple[Problem, ...], name: str) -> None:
    """Say what a file holds and what is wrong with it, and offer what can be done with it."""
    count, number = len(draft.scenes), _uploads()
    st.markdown(f"**{escape_markdown(draft.title or name)}**: {count} {'scene' if count == 1 else 'scenes'} found.")
    if problems:
        st.warning(_listed(problems))

    def done(*, added: bool) -> None:
        if _uploads() != number:
            return
        draft_session.add_scenes(draft) if added else draft_session.open_draft(draft, draft_session.edition())
        st.session_state[_UNREAD] = (name, problems)
        st.session_state[_UPLOADS] = number + 1

    with st.container(horizontal=True):
        st.button(
            "Open this lesson",
            type="primary",
            disabled=not draft.begun,
            key=f"lesson-open-{number}",
            on_click=done,
            kwargs={"added": False},
        )
        st.button(
            "Add its scenes to this lesson",
            disabled=not count,
            key=f"lesson-add-{number}",
            on_click=done,
            kwargs={"added": True},
        )
    st.caption("The lesson that is open now is kept; you can return to it.")
