"""Form of the lesson itself: title, audience, duration, glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from timemap.app.lesson_editor import options, widgets
from timemap.app.lesson_editor.draft_session import lesson_field as key

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.io.problems import Problem
    from timemap.lesson_drafts.draft import Draft
    from timemap.lesson_drafts.validation import Checked

LONGEST_LESSON = 600
"""Minutes."""


def render_lesson_form(atlas: Atlas, draft: Draft, checked: Checked) -> None:
    """Draw the form."""
    wrong = checked.of_lesson if draft.begun else _nothing
    title, age, minutes, language = st.columns([5, 2, 2, 2])
    with title:
        widgets.line("Title of the lesson", key("title"), draft.title, wrong("title"))
    with age:
        widgets.line("Age", key("age"), draft.age, wrong("age"), placeholder="14-18")
    with minutes:
        widgets.number("Minutes", key("minutes"), draft.minutes, (1, LONGEST_LESSON), wrong("minutes"))
    with language:
        widgets.line(
            "Language",
            key("language"),
            draft.language,
            wrong("language"),
            help="Language code of your texts, such as en, ku, ar or tr.",
        )
    aims, words = st.columns(2)
    with aims:
        widgets.lines("Aims, one per line", key("aims"), draft.aims, wrong("aims"), height=120)
    with words:
        widgets.lines(
            "Glossary, one term per line",
            key("words"),
            draft.words,
            height=120,
            placeholder="front line: where the areas of two sides meet",
        )
        widgets.several(
            "Contested terms in the glossary",
            key("terms"),
            draft.terms,
            options.terms(atlas),
            wrong("words"),
            placeholder="None",
        )
    widgets.lines("Introduction for the class", key("text"), draft.text, wrong("text"), height=100)
    widgets.lines(
        "Notes for the teacher on the whole lesson (pupils do not see them)",
        key("teacher"),
        draft.teacher,
        wrong("teacher"),
        height=100,
    )
    widgets.several(
        "Sources for the whole lesson",
        key("sources"),
        draft.sources,
        options.sources(atlas),
        wrong("sources"),
        placeholder="None",
    )


def _nothing(*fields: str) -> tuple[Problem, ...]:  # noqa: ARG001 - whatever the field
    """Return that nothing is wrong: who has not begun need not be told what is missing."""
    return ()
