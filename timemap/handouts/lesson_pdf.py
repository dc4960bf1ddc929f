"""PDFs of a lesson: worksheet, short worksheet and teacher's notes."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from geodata.lessons.reader import lesson_ids
from timemap.handouts.worksheet import short_worksheet, teachers_notes, worksheet
from timemap.typst.typesetting import typeset

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from geodata.dataset import Dataset
    from geodata.lessons.model import Lesson
    from timemap.handouts.imprint import Paper
    from timemap.handouts.scene_maps import Progress
    from timemap.state.snapshot import Snapshot


class HandoutSheet(StrEnum):
    """A handout of a lesson."""

    FULL = "worksheet"
    SHORT = "short"
    NOTES = "notes"


def lesson_pdf(
    dataset: Dataset, lesson: Lesson, snapshot: Snapshot, paper: Paper, sheet: HandoutSheet
) -> Generator[Progress, None, bytes]:
    """Make a handout of a lesson with progress, and return the PDF.

    The progress is that of its maps.

    It goes on only when it is asked to, and can be left at any step. ``snapshot`` is of who asks for it.
    """
    there = replace(snapshot, state=replace(snapshot.state, lesson=lesson.id if lesson.id in lesson_ids() else ""))
    if sheet is HandoutSheet.NOTES:
        return typeset("teacher", teachers_notes(dataset.atlas, lesson, there, paper))
    if sheet is HandoutSheet.SHORT:
        return typeset("short", (yield from short_worksheet(dataset, lesson, there, paper)))
    return typeset("worksheet", (yield from worksheet(dataset, lesson, there, paper)))


def whole(steps: Generator[Progress, None, bytes], say: Callable[[Progress], None] = lambda _: None) -> bytes:
    """Go through all steps and return what they make.

    ``say`` is told how far it has come.
    """
    while True:
        try:
            say(next(steps))
        except StopIteration as end:
            content: bytes = end.value
            return content
