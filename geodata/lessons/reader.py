"""Reader of lessons: scenes as records, faults as problems by line."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from geodata.data import DATA, atlas_folder
from geodata.io.problems import Problem
from geodata.io.tables import columns_of
from geodata.lessons.fields import Fields, Typed, faults, read_fields
from geodata.lessons.lesson_file import BUNDLE, TEXT, read_limited, unpack
from geodata.lessons.model import Heading, Lesson, Scene
from geodata.lessons.outline import FENCE, FENCED, FRONT, MARK, MARKED, MOST_SECTIONS, SectionPart, outline
from geodata.lessons.picture import PICTURE_FIELDS, no_pictures, read_picture
from geodata.lessons.picture_files import pictures_in
from geodata.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from geodata.lessons.outline import LessonSection
    from geodata.lessons.picture import FindPicture

LESSONS = DATA / "lessons"
"""Folder of our own lessons."""

_BODY = ("title", "text", "picture", *MARKED)
SCENE_FIELDS = tuple(name for name in columns_of(Scene) if name not in _BODY)
"""What may stand in the block of a scene."""
LESSON_FIELDS = tuple(name for name in columns_of(Lesson) if name not in {"id", "text", "teacher", "scenes"})
"""What may stand in the front matter."""
_OF_SCENES = tuple(name for name in MARKED if name not in columns_of(Lesson))
"""Texts that scenes alone have."""
_TITLE: TypeAdapter[str] = TypeAdapter(Heading)


@dataclass(frozen=True, slots=True)
class Values:
    """Values typed for a lesson or a scene, before they become a record."""

    values: dict[str, object]
    """Text, lists and fields in fields, by the names that they have in the file."""
    line: int
    """Line of the heading; 1 for the lesson itself."""
    lines: dict[str, int] = field(default_factory=dict)
    """Line of each value, where it has one of its own."""
    problems: tuple[Problem, ...] = ()
    """What was wrong before any value was looked at."""
    numbers: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """For each text the number of each of its lines."""
    readable: bool = True
    """Whether the fields, apart from the texts, could be read."""
    picture: Values | None = None
    """What was typed for the picture of a scene; ``None`` where it has none."""


@dataclass(frozen=True, slots=True)
class ReadLesson:
    """Lesson of a file, and the problems of its reading."""

    file: str
    """Name of the file, as problems give it."""
    lesson: Lesson
    """What could be read; fields and scenes with a fault are not in it."""
    lines: tuple[int, ...]
    """For each scene the line of its heading."""
    problems: tuple[Problem, ...]
    """What was wrong, in the order of the lines."""
    numbers: tuple[Mapping[str, Sequence[int]], ...] = ()
    """For the lesson itself and for each scene: the number of each line of its texts."""


def lessons_folder() -> Path:
    """Return the folder of the lessons that are read; it may be missing."""
    return atlas_folder() / "lessons"


def read_lessons(folder: Path | None = None) -> tuple[ReadLesson, ...]:
    """Read all lessons of a folder, ordered by their first days.

    Those of the atlas where none is named.
    """
    found = (folder or lessons_folder()).glob("*.md")
    return tuple(sorted(map(read_lesson, found), key=lambda read: read.lesson.order))


def lesson_ids(folder: Path | None = None) -> tuple[str, ...]:
    """Return the ids of all lessons of a folder, in the order of their names.

    Those of the atlas where none is named.
    """
    return tuple(sorted(id_of(path.name) for path in (folder or lessons_folder()).glob("*.md")))


def read_lesson(path: Path) -> ReadLesson:
    """Read one lesson, a text or a zip file, with its pictures.

    Never raises for what is in it or cannot be read.
    """
    try:
        came = unpack(read_limited(path), path.name, pictures_in(path.parent))
    except OSError as error:
        hint = f"{error.strerror}." if error.strerror else ""
        came = Problem(path.name, None, "", path.name, "a readable file", hint)
    if isinstance(came, Problem):
        return ReadLesson(path.name, Lesson(id=id_of(path.name), title=_title_of(path.stem)), (), (came,))
    return read_lesson_text(came.text, came.file, came.find)


def read_lesson_text(text: str, file: str, find: FindPicture = no_pictures) -> ReadLesson:
    """Read the text of one lesson; see `read_lesson`.

    Args:
        text: of the whole file.
        file: the name that problems give.
        find: returns its pictures by their names.
    """
    return lesson_of(*read_values(text, file), file, find)


def read_values(text: str, file: str) -> tuple[Values, tuple[Values, ...]]:
    """Return what is typed in a lesson, for itself and for each scene."""
    read = outline(text.lstrip("\N{BYTE ORDER MARK}").replace("\r\n", "\n").replace("\r", "\n"))
    opening, *sections = read.sections
    front = _lesson_values(read.front, opening, file)
    if read.left_out is not None:
        more = Problem(file, read.left_out, "scene", "##", f"at most {MOST_SECTIONS} scenes", "The rest is not read.")
        front = replace(front, problems=(*front.problems, more))
    return front, tuple(_scene_values(section, file) for section in sections)


def lesson_of(front: Values, typed: Iterable[Values], file: str, find: FindPicture = no_pictures) -> ReadLesson:
    """Make a lesson of what was typed.

    Good fields, scenes and pictures become records, all else becomes problems.
    """
    problems: list[Problem] = []
    scenes: list[Scene] = []
    good: list[Values] = []
    for values in typed:
        scene, wrong = _scene(values, file, find)
        problems += wrong
        if scene is not None:
            scenes.append(scene)
            good.append(values)
    lesson, wrong = _lesson(front, file)
    problems += wrong
    whole = lesson.model_copy(update={"scenes": tuple(scenes)})
    return ReadLesson(
        file,
        whole,
        tuple(values.line for values in good),
        tuple(sorted(problems, key=lambda problem: problem.row or 0)),
        (front.numbers, *(values.numbers for values in good)),
    )


def id_of(file: str) -> str:
    """Return the id of the lesson in a file.

    >>> id_of("The siege of Kobanê.md")
    'the-siege-of-kobane'
    """
    name = fold(file.removesuffix(TEXT).removesuffix(BUNDLE))
    words = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in name)
    return "-".join(words.split())[:80].strip("-") or "lesson"


def _scene_values(section: LessonSection, file: str) -> Values:
    body, lines, numbers, problems = _body(section, file)
    body["title"] = section.title
    block, more = _block(section, "scene", file)
    problems += more
    pictured, more = _block(section, "picture", file)
    picture = None if pictured is None else _picture_values(pictured, file)
    problems += more
    if block is None:
        expected = "a block that starts with ```scene and says what the map shows"
        problems.append(Problem(file, section.line, "scene", section.title, expected))
        return Values(body, section.line, lines, tuple(problems), numbers, readable=False, picture=picture)
    fields = read_fields(block, file, SCENE_FIELDS)
    problems += fields.problems
    return Values(
        fields.values | body,
        section.line,
        fields.lines | lines,
        tuple(problems),
        numbers,
        readable=fields.readable,
        picture=picture,
    )


def _block(section: LessonSection, kind: str, file: str) -> tuple[SectionPart | None, list[Problem]]:
    """Return the first block of fields of a kind, ``None`` where there is none, and what is wrong with such blocks."""
    blocks = [part for part in section.parts if part.kind == kind]
    shown = f"{FENCE}{kind}"
    problems = [
        Problem(file, block.line - 1, kind, shown, "one such block per scene", "The first one is used.")
        for block in blocks[1:]
    ]
    if blocks and not blocks[0].closed:
        expected = f"a line with {FENCE} that ends the block"
        problems.append(Problem(file, blocks[0].line - 1, kind, shown, expected))
    return (blocks[0] if blocks else None), problems


def _picture_values(block: SectionPart, file: str) -> Values:
    fields = read_fields(block, file, PICTURE_FIELDS)
    return Values(fields.values, block.line - 1, fields.lines, fields.problems, readable=fields.readable)


def _scene(typed: Values, file: str, find: FindPicture) -> tuple[Scene | None, list[Problem]]:
    problems, picture = list(typed.problems), None
    if typed.picture is not None:
        problems += typed.picture.problems
        if typed.picture.readable:
            place = (file, typed.picture.line)
            picture, wrong = read_picture(typed.picture.values, typed.picture.lines, place, find)
            problems += wrong
    if not typed.readable:
        return None, problems
    try:
        return Scene.model_validate({**typed.values, "picture": picture}), problems
    except ValidationError as error:
        return None, [*problems, *faults(error, Scene, _typed(typed, typed.values, file))]


def _typed(typed: Values, values: Mapping[str, object], file: str) -> Typed:
    return Typed(file, typed.line, values, typed.lines, typed.numbers)


def _body(
    section: LessonSection, file: str
) -> tuple[dict[str, object], dict[str, int], dict[str, list[int]], list[Problem]]:
    """Return the texts of a section, their first lines, all their lines, and which blocks are wrong."""
    texts: dict[str, object] = {}
    lines: dict[str, int] = {}
    numbers: dict[str, list[int]] = {}
    problems: list[Problem] = []
    for part in section.parts:
        if part.kind in FENCED:
            continue
        if not part.closed:
            shown = f"{MARK} {part.kind}"
            problems.append(Problem(file, part.line - 1, part.kind, shown, f'a line with "{MARK}" that ends the block'))
        before = texts.get(part.kind)
        texts[part.kind] = f"{before}\n\n{part.text}" if before else part.text
        own = range(part.line, part.line + part.text.count("\n") + 1)
        numbers[part.kind] = [*numbers[part.kind], part.line, *own] if before else [*own]
        lines.setdefault(part.kind, part.line)
    return texts, lines, numbers, problems


def _lesson_values(front: SectionPart | None, opening: LessonSection, file: str) -> Values:
    body, lines, numbers, problems = _body(opening, file)
    if front is None:
        expected = "fields between two lines of ---, such as title: A border in three scenes"
        problems.append(Problem(file, 1, "title", "", expected))
        fields = Fields({}, {})
    else:
        fields = read_fields(front, file, LESSON_FIELDS)
        if not front.closed:
            expected = f"a line with {FRONT} that ends the fields"
            problems.append(Problem(file, front.line - 1, "", FRONT, expected))
    problems += fields.problems
    for kind in (*FENCED, *_OF_SCENES):
        for part in opening.parts:
            if part.kind == kind:
                problems.append(Problem(file, part.line - 1, kind, kind, "a ## heading before it"))
    values = fields.values | {name: text for name, text in body.items() if name not in _OF_SCENES}
    return Values(values, 1, fields.lines | lines, tuple(problems), numbers, readable=fields.readable)


def _lesson(typed: Values, file: str) -> tuple[Lesson, list[Problem]]:
    own: dict[str, object] = {"id": id_of(file)}
    problems, values = list(typed.problems), dict(typed.values)
    if not typed.readable:
        values.setdefault("title", _title_of(file))
    try:
        return Lesson.model_validate(own | values), problems
    except ValidationError as error:
        found = list(faults(error, Lesson, _typed(typed, values, file)))
    problems += found
    wrong = {problem.column for problem in found}
    good = {name: value for name, value in values.items() if name not in wrong}
    return Lesson.model_validate({"title": _title_of(file)} | good | own), problems


def _title_of(file: str) -> str:
    """Return a title for a lesson without one: the name of its file, or its id where that name can be no title."""
    try:
        return _TITLE.validate_python(file.removesuffix(TEXT) or file)
    except ValidationError:
        return id_of(file)
