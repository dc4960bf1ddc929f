"""Buttons for the handouts of a lesson, with progress and stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timemap.app.components.button import button_component
from timemap.handouts.lesson_pdf import HandoutSheet

if TYPE_CHECKING:
    from geodata.lessons.model import Lesson
    from timemap.handouts.imprint import Paper

WORDS = {
    HandoutSheet.SHORT: "Short worksheet (2 pages)",
    HandoutSheet.FULL: "Worksheet",
    HandoutSheet.NOTES: "Teacher\N{RIGHT SINGLE QUOTATION MARK}s notes",
}
"""What each handout is called."""


def render_handout_buttons(lesson: Lesson, paper: Paper, size: str) -> None:
    """Draw a button for each handout of a lesson.

    The server makes it (see ``timemap.app.server.handouts``).

    Args:
        lesson: one of ours.
        paper: size of the pages.
        size: what that is called.
    """
    component = button_component("handoutbuttons", "handoutButtonsComponent")
    sheets = [[f"handout/{lesson.id}/{sheet}/{paper}", f"{words} (PDF, {size})"] for sheet, words in WORDS.items()]
    component(key=f"handouts-{lesson.id}", data={"sheets": sheets})
