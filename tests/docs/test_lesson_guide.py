"""The guide to lessons names every field that a lesson can have."""

from __future__ import annotations

import re

from geodata.lessons.outline import MARKED
from geodata.lessons.picture import PICTURE_FIELDS
from geodata.lessons.reader import LESSON_FIELDS, SCENE_FIELDS, read_lesson_text
from tests.docs.documents import DOCUMENTS

GUIDE = DOCUMENTS["docs/teaching/write-a-lesson.md"]


def listed_fields(guide: str) -> set[str]:
    """Return the fields in the first column of the table of the scene's block."""
    (table,) = re.findall(r"^\| in the `scene` block.*?\n\n", guide, re.MULTILINE | re.DOTALL)
    rows = [line.split(" | ", 1)[0] for line in table.splitlines()[2:]]
    return {name for row in rows for name in re.findall(r"`(\w+)[:`]", row)}


def example(guide: str) -> str:
    """Return the lesson that the guide shows."""
    return guide.partition("\n````markdown\n")[2].partition("````\n")[0]


def test_the_guide_lists_every_field_of_a_scene() -> None:
    assert listed_fields(GUIDE) == set(SCENE_FIELDS)


def test_the_example_has_every_part_and_can_be_read() -> None:
    lesson = example(GUIDE)
    for name in PICTURE_FIELDS:
        assert f"\n{name}: " in lesson
    for name in MARKED:
        assert f"\n::: {name}\n" in lesson
    assert set(re.findall(r"^(\w+):", lesson.split("---")[1], re.MULTILINE)) <= set(LESSON_FIELDS)
    read = read_lesson_text(lesson, "example.md")
    assert {problem.column for problem in read.problems} == {"file"}  # the picture is not beside it


def test_a_field_that_the_guide_does_not_list_is_noticed() -> None:
    assert listed_fields(GUIDE.replace("| `compare` |", "| compare |")) == set(SCENE_FIELDS) - {"compare"}
