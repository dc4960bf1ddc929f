"""A worksheet prints the pictures of its scenes with all that is said about them; the teacher's notes do not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from tests.images import BLOCK, drawn, saved
from timemap.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LESSON = (
    "---\ntitle: Pictured\n---\n\n## The siege\n\n```scene\nmoment: 2014-10-06\nview: kobane\n"
    "events: mishtenur-hill-arin-mirkan\n```\n\nWhat was reported.\n\n" + BLOCK
)
WORDS = ("A bridge, made for a test.", "Made by the tests", "CC0 1.0")


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    """Return a lesson with a picture beside it."""
    (tmp_path / "bridge.jpg").write_bytes(saved(drawn(1800, 1200)))
    (tmp_path / "pictured.md").write_text(LESSON, "utf-8")
    return tmp_path / "pictured.md"


def written(lesson: Path, *options: str) -> PdfReader:
    out = lesson.with_suffix(".pdf")
    assert main(["handout", str(lesson), str(out), *options]) == 0
    return PdfReader(out)


def text_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def photographs(reader: PdfReader) -> list[tuple[int, int]]:
    """Return width and height of each picture of pixels on the pages."""
    return [picture.image.size for page in reader.pages for picture in page.images if picture.image]


def alternatives(node: Any) -> Iterator[str]:  # noqa: ANN401 - any part of the structure of a PDF
    """Yield what a PDF tells in place of its pictures."""
    node = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(node, dict):
        if "/Alt" in node:
            yield str(node["/Alt"])
        yield from alternatives(node.get("/K"))
    elif isinstance(node, list):
        for part in node:
            yield from alternatives(part)


def test_a_worksheet_has_the_picture_with_caption_credit_licence_and_alternative_text(lesson: Path) -> None:
    reader = written(lesson)
    assert photographs(reader) == [(1000, 667)]
    told = text_of(reader)
    assert all(words in told for words in WORDS)
    root: Any = reader.trailer["/Root"]
    assert "A red rectangle above a blue one." in list(alternatives(root["/StructTreeRoot"]))


def test_the_notes_of_the_teacher_have_no_picture(lesson: Path) -> None:
    reader = written(lesson, "--teacher")
    assert photographs(reader) == []
    assert not any(words in text_of(reader) for words in WORDS)


def test_a_lesson_whose_picture_lacks_its_licence_is_refused_in_words(
    lesson: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lesson.write_text(LESSON.replace("licence: CC0 1.0\n", ""), "utf-8")
    out = lesson.with_suffix(".pdf")
    assert main(["handout", str(lesson), str(out)]) != 0
    assert "pictured.md, line 15, licence" in capsys.readouterr().err
    assert not out.exists()
