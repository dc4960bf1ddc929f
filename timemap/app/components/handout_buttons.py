"""Buttons for the handouts of a lesson, with progress and stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timemap.app.components.button import button_component
from timemap.text import page_texts

if TYPE_CHECKING:
    from geodata.lessons.model import Lesson
    from timemap.handouts.imprint import Paper


def render_handout_buttons(lesson: Lesson, paper: Paper) -> None:
    """Draw a button for each handout of a lesson.

    The server makes it (see ``timemap.app.server.handouts``).

    Args:
        lesson: one of ours.
        paper: size of the pages.
    """
    component = button_component("handoutbuttons", "handoutButtonsComponent")
    size = page_texts.PAPER_NAMES[paper]
    sheets = [
        [f"handout/{lesson.id}/{sheet}/{paper}", f"{name} (PDF, {size})"]
        for sheet, name in page_texts.SHEET_NAMES.items()
    ]
    component(key=f"handouts-{lesson.id}", data={"sheets": sheets})
