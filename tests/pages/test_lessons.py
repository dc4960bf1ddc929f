"""The page of lessons lists every lesson with its facts, and each can be started."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests import ours
from tests.pages.visit import entered
from timemap.plain import plain

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

LESSONS = [read.lesson for read in ours.lessons()]


def opened() -> AppTest:
    return entered("lessons")


def test_every_lesson_is_listed_with_its_facts_and_aims() -> None:
    app = opened()
    assert [row.value for row in app.subheader] == [plain(lesson.title) for lesson in LESSONS]
    assert len(LESSONS) == 6
    captions = [row.value for row in app.caption]
    for lesson, caption in zip(LESSONS, captions, strict=True):
        assert f"Age {lesson.age}" in caption
        assert f"{lesson.minutes} minutes" in caption
        assert f"{len(lesson.scenes)} scenes" in caption
    shown = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", "\n".join(row.value for row in app.markdown)).replace("\\", "")
    assert "wording=" in "\n".join(row.value for row in app.markdown)
    for lesson in LESSONS:
        for aim in lesson.aims:
            assert aim.split(".")[0][:30] in shown


def test_every_lesson_can_be_printed_for_the_class_and_for_the_teacher() -> None:
    app = opened()
    labels = [button.proto.label for button in app.get("download_button")]
    notes = "Teacher\N{RIGHT SINGLE QUOTATION MARK}s notes"
    assert [labels.count(f"{name} (PDF, A4)") for name in ("Worksheet", notes)] == [6, 6]
