"""Reading a lesson gives its good scenes as records and every fault as a problem with its line."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from geodata.problem import Problem
from geodata.search import fold
from geodata.tables import columns_of
from geodata.teaching.fields import Fields, faults, read_fields
from geodata.teaching.lesson import Lesson, Scene
from geodata.teaching.outline import MARK, Part, outline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geodata.teaching.outline import Section

LESSONS = Path(__file__).parent.parent / "lessons"

LONGEST_FILE = 1_000_000
"""Bytes; a longer file is no lesson."""

_BODY = ("title", "text", "question", "teacher")
SCENE_FIELDS = tuple(name for name in columns_of(Scene) if name not in _BODY)
"""What may stand in the block of a scene."""
LESSON_FIELDS = tuple(name for name in columns_of(Lesson) if name not in {"id", "text", "teacher", "scenes"})
"""What may stand in the front matter."""


@dataclass(frozen=True, slots=True)
class Values:
    """What was typed for a lesson or for one of its scenes, before it becomes a record."""

    values: dict[str, object]
    """Text, lists and fields in fields, by the names that they have in the file."""
    line: int
    """Line of the heading; 1 for the lesson itself."""
    lines: dict[str, int] = field(default_factory=dict)
    """Line of each value, where it has one of its own."""
    problems: tuple[Problem, ...] = ()
    """What was wrong before any value was looked at."""
    readable: bool = True
    """Whether the fields, apart from the texts, could be read."""


@dataclass(frozen=True, slots=True)
class ReadLesson:
    """What a file gave."""

    file: str
    """Name of the file, as problems give it."""
    lesson: Lesson
    """What could be read; fields and scenes with a fault are not in it."""
    lines: tuple[int, ...]
    """For each scene the line of its heading."""
    problems: tuple[Problem, ...]
    """What was wrong, in the order of the lines."""


def read_lessons(folder: Path = LESSONS) -> tuple[ReadLesson, ...]:
    """Read all lessons of a folder, in the order of their names."""
    return tuple(read_lesson(path) for path in sorted(folder.glob("*.md")))


def lesson_ids(folder: Path = LESSONS) -> tuple[str, ...]:
    """Return the ids of all lessons of a folder, in the order of their names."""
    return tuple(sorted(id_of(path.name) for path in folder.glob("*.md")))


def read_lesson(path: Path) -> ReadLesson:
    """Read one lesson; never raises for what is in the file, or when it cannot be read."""
    try:
        text = text_of(path.read_bytes(), path.name)
    except OSError as error:
        hint = f"{error.strerror}." if error.strerror else ""
        text = Problem(path.name, None, "", path.name, "a file that can be read", hint)
    if isinstance(text, Problem):
        return ReadLesson(path.name, Lesson(id=id_of(path.name), title=path.stem or path.name), (), (text,))
    return read_lesson_text(text, path.name)


def text_of(content: bytes, file: str) -> str | Problem:
    """Return the text of a file, or what is wrong with it as a whole."""
    if len(content) > LONGEST_FILE:
        return Problem(file, None, "", file, f"a file of at most {LONGEST_FILE:,} bytes")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Problem(file, None, "", file, "text in UTF-8", "Save it as plain text, coded as UTF-8.")


def read_lesson_text(text: str, file: str) -> ReadLesson:
    """Read the text of one lesson; see `read_lesson`. ``file`` is the name that problems give."""
    return lesson_of(*read_values(text, file), file)


def read_values(text: str, file: str) -> tuple[Values, tuple[Values, ...]]:
    """Return what is typed in the text of a lesson for the lesson itself, and for each of its scenes."""
    front, (opening, *sections) = outline(text.replace("\r\n", "\n").replace("\r", "\n"))
    return _lesson_values(front, opening, file), tuple(_scene_values(section, file) for section in sections)


def lesson_of(front: Values, typed: Iterable[Values], file: str) -> ReadLesson:
    """Make a lesson of what was typed: good fields and scenes become records, all else becomes problems."""
    problems: list[Problem] = []
    scenes: list[Scene] = []
    lines: list[int] = []
    for values in typed:
        scene, wrong = _scene(values, file)
        problems += wrong
        if scene is not None:
            scenes.append(scene)
            lines.append(values.line)
    lesson, wrong = _lesson(front, file)
    problems += wrong
    whole = lesson.model_copy(update={"scenes": tuple(scenes)})
    return ReadLesson(file, whole, tuple(lines), tuple(sorted(problems, key=lambda problem: problem.row or 0)))


def id_of(file: str) -> str:
    """Return the id of the lesson in a file.

    >>> id_of("The siege of Kobanê.md")
    'the-siege-of-kobane'
    """
    name = fold(file.removesuffix(".md"))
    words = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in name)
    return "-".join(words.split())[:80].strip("-") or "lesson"


def _scene_values(section: Section, file: str) -> Values:
    blocks = [part for part in section.parts if part.kind == "scene"]
    body, lines, problems = _body(section, file)
    body["title"] = section.title
    if not blocks:
        expected = "a block that starts with ```scene and says what the map shows"
        problems.append(Problem(file, section.line, "scene", section.title, expected))
        return Values(body, section.line, lines, tuple(problems), readable=False)
    problems += [
        Problem(file, block.line - 1, "scene", "```scene", "one such block in a scene", "The first counts.")
        for block in blocks[1:]
    ]
    if not blocks[0].closed:
        problems.append(Problem(file, blocks[0].line - 1, "scene", "```scene", "a line with ``` that ends the block"))
    fields = read_fields(blocks[0], file, SCENE_FIELDS)
    problems += fields.problems
    return Values(fields.values | body, section.line, fields.lines | lines, tuple(problems), readable=fields.readable)


def _scene(typed: Values, file: str) -> tuple[Scene | None, list[Problem]]:
    problems = list(typed.problems)
    if not typed.readable:
        return None, problems
    try:
        return Scene.model_validate(typed.values), problems
    except ValidationError as error:
        return None, [*problems, *faults(error, Scene, typed.values, typed.lines, (file, typed.line))]


def _body(section: Section, file: str) -> tuple[dict[str, object], dict[str, int], list[Problem]]:
    """Return the texts of a section, their lines, and which blocks are wrong."""
    texts: dict[str, object] = {}
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    for part in section.parts:
        if part.kind == "scene":
            continue
        if not part.closed:
            shown = f"{MARK} {part.kind}"
            problems.append(Problem(file, part.line - 1, part.kind, shown, f'a line with "{MARK}" that ends the block'))
        before = texts.get(part.kind)
        texts[part.kind] = f"{before}\n\n{part.text}" if before else part.text
        lines.setdefault(part.kind, part.line)
    return texts, lines, problems


def _lesson_values(front: Part | None, opening: Section, file: str) -> Values:
    body, lines, problems = _body(opening, file)
    if front is None:
        expected = "fields between two lines of ---, such as title: The siege of Kobane"
        problems.append(Problem(file, 1, "title", "", expected))
        fields = Fields({}, {})
    else:
        fields = read_fields(front, file, LESSON_FIELDS)
    problems += fields.problems
    for kind in ("scene", "question"):
        for part in opening.parts:
            if part.kind == kind:
                problems.append(Problem(file, part.line - 1, kind, kind, "a ## heading before it"))
    values = fields.values | {name: text for name, text in body.items() if name != "question"}
    return Values(values, 1, fields.lines | lines, tuple(problems), readable=fields.readable)


def _lesson(typed: Values, file: str) -> tuple[Lesson, list[Problem]]:
    own: dict[str, object] = {"id": id_of(file)}
    problems, values = list(typed.problems), dict(typed.values)
    if not typed.readable:
        values["title"] = file.removesuffix(".md")
    try:
        return Lesson.model_validate(own | values), problems
    except ValidationError as error:
        problems += faults(error, Lesson, values, typed.lines, (file, typed.line))
    wrong = {problem.column for problem in problems}
    good = {name: value for name, value in values.items() if name not in wrong}
    return Lesson.model_validate({"title": file.removesuffix(".md") or file} | good | own), problems
