"""Marks of the typesetter in a lesson are printed as they were typed, and read no file."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import TYPE_CHECKING

from pypdf import PdfReader

from geodata.lessons.prose import fault_of
from tests import project_data
from tests.hostile import TEXTS
from timemap.handouts.imprint import Paper
from timemap.handouts.lesson_pdf import HandoutSheet, lesson_pdf, whole
from timemap.state.snapshot import snapshot_of

if TYPE_CHECKING:
    from geodata.dataset import Dataset

SHORT = [line for text in TEXTS.values() if len(line := " ".join(text.split())) < 100 and line.isascii()]
TYPED = [line for line in SHORT if not fault_of(line)]
MARKS = TEXTS["marks of a typesetter"]


def spaceless(text: str) -> str:
    """Return text as it is compared with a page: the typesetter sets spaces and quotation marks its own way."""
    return re.sub(r"[^A-Za-z0-9#$@<>/(){}\[\]=]", "", text)


def test_a_worksheet_prints_what_was_typed(dataset: Dataset) -> None:
    lesson = project_data.lessons()[0].lesson
    scene = lesson.scenes[0].model_copy(update={"title": MARKS, "text": "\n\n".join(TYPED), "question": MARKS})
    hostile = lesson.model_copy(update={"title": MARKS, "aims": (MARKS,), "text": MARKS, "scenes": (scene,)})
    snapshot = snapshot_of(dataset.atlas, today=date(2026, 11, 30))
    content = whole(lesson_pdf(dataset, hostile, snapshot, Paper.A4, HandoutSheet.FULL))
    text = spaceless("".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages))
    assert spaceless('#eval("1+1") #read("/etc/passwd") $x') in text
    assert "@label<label>" in text
    assert "root:" not in text
    assert [typed for typed in ("{{ 7*7 }}", "${7*7}", "<script>window") if spaceless(typed) not in text] == []
