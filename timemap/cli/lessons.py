"""Lessons on the command line: one of ours by id, else a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from geodata.io.problems import in_brief
from geodata.lessons.lesson_file import is_lesson
from geodata.lessons.reader import lesson_ids, lessons_folder, read_lesson

if TYPE_CHECKING:
    from geodata.lessons.model import Lesson


def lesson_path(name: str) -> Path:
    """Return the file of one of our lessons by its id, or the file of a name."""
    return lessons_folder() / f"{name}.md" if name in lesson_ids() else Path(name)


def lesson_named(name: str) -> Lesson:
    """Return one of our lessons by its id, or the lesson in a file.

    Raises:
        ValueError: if there is none or something is wrong with it, with what and where.
    """
    read = read_lesson(lesson_path(name))
    if not read.problems and read.lesson.scenes:
        return read.lesson
    if is_lesson(Path(name)):
        said = "\n".join(in_brief(read.problems)) or f'"{name}" has no scenes'
    else:
        said = f'got "{name}", expected a Markdown or zip file, or one of: {", ".join(lesson_ids())}'
    raise ValueError(said)
