"""Buttons for the handouts of a lesson: each says how far its handout has come, and can be stopped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from timemap.handout.command import Sheet

if TYPE_CHECKING:
    from geodata.teaching.lesson import Lesson
    from timemap.handout.about import Paper

_WEB = Path(__file__).parent / "web" / "app"

WORDS = {
    Sheet.SHORT: "Short worksheet (2 pages)",
    Sheet.FULL: "Worksheet",
    Sheet.NOTES: "Teacher\N{RIGHT SINGLE QUOTATION MARK}s notes",
}
"""What each handout is called."""


def draw(lesson: Lesson, paper: Paper, size: str) -> None:
    """Draw a button for each handout of a lesson; the server makes it (see ``timemap.app.handouts``).

    Args:
        lesson: one of ours.
        paper: size of the pages.
        size: what that is called.
    """
    css, script = ((_WEB / f"handoutbuttons.{ending}").read_text(encoding="utf-8") for ending in ("css", "js"))
    component = st.components.v2.component("handoutbuttons", css=css, js=script)
    sheets = [[f"handout/{lesson.id}/{sheet}/{paper}", f"{words} (PDF, {size})"] for sheet, words in WORDS.items()]
    component(key=f"handouts-{lesson.id}", data={"sheets": sheets})
