"""The server says how far a handout has come and then sends it; it draws a picture of each lesson."""

from __future__ import annotations

import io
import json
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from PIL import Image
from pypdf import PdfReader

from tests import project_data
from timemap.handouts.lesson_thumbnail import HEIGHT, WIDTH

pytestmark = pytest.mark.slow

LESSON = next(read.lesson for read in project_data.lessons())


def asked(url: str, **headers: str) -> bytes:
    """Return what a server answers."""
    with urlopen(Request(url, headers=headers), timeout=120) as answer:  # noqa: S310 (a server of this test)
        content: bytes = answer.read()
        return content


def test_a_handout_follows_the_lines_that_tell_how_far_it_is(served: str) -> None:
    asker = {"Referer": "https://maps.example.org/app/lessons", "Sec-Fetch-Site": "same-origin"}
    answer = io.BytesIO(asked(f"{served}/handout/{LESSON.id}/short/letter", **asker))
    *steps, last = (json.loads(answer.readline()) for _ in range(6))
    content = answer.read()
    assert steps == [{"done": done, "of": 4} for done in range(5)]
    assert last == {"name": f"{LESSON.id}-short-worksheet.pdf", "type": "application/pdf", "size": len(content)}
    reader = PdfReader(io.BytesIO(content))
    assert round(reader.pages[0].mediabox.width) == 612
    said = "".join(page.extract_text() for page in reader.pages).replace("\n", "").replace("\u200b", "")
    assert f"https://maps.example.org/app/?lesson={LESSON.id}" in said


@pytest.mark.parametrize(
    "path", ["handout/nothing/short/a4", f"handout/{LESSON.id}/long/a4", f"handout/{LESSON.id}/short/a3"]
)
def test_what_is_no_handout_is_refused_with_what_there_is(served: str, path: str) -> None:
    with pytest.raises(HTTPError) as refused:
        asked(f"{served}/{path}")
    assert refused.value.code == 404
    assert b"one of: worksheet, short, notes" in refused.value.read()


def test_a_lesson_has_a_picture_and_an_unknown_one_has_none(served: str) -> None:
    picture = Image.open(io.BytesIO(asked(f"{served}/lesson-picture/{LESSON.id}.png?version=x")))
    assert picture.size == (2 * WIDTH, 2 * HEIGHT)
    assert len(picture.convert("RGB").getcolors(10**6) or []) > 50
    with pytest.raises(HTTPError, match="404"):
        asked(f"{served}/lesson-picture/nothing.png")
