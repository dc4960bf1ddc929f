"""Writer of lessons: one Markdown file that reads back the same."""

from __future__ import annotations

import math
from itertools import count
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import yaml

from geodata.lessons.lesson_file import BUNDLE, TEXT, pack
from geodata.lessons.model import Scene, SceneViewport
from geodata.lessons.outline import FENCE, MARK, MARKED
from geodata.lessons.picture import PICTURE_FIELDS
from geodata.lessons.reader import SCENE_FIELDS, id_of

if TYPE_CHECKING:
    from geodata.lessons.model import GlossaryTerm, Lesson


_ONE_PER_LINE = frozenset({"events", "sources"})
"""Fields of a scene whose ids are too long to stand in one line."""


class _Inline(list[Any]):
    """A list that is written on one line."""


class _InlineFields(dict[str, Any]):
    """Fields that are written on one line."""


class _Writer(yaml.SafeDumper):
    """Writes YAML as people do: short lists on one line, no reference to what was there before."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - every value is written out
        return True


_Writer.add_representer(
    _Inline, lambda writer, data: writer.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=True)
)
_Writer.add_representer(
    _InlineFields, lambda writer, data: writer.represent_mapping("tag:yaml.org,2002:map", data, flow_style=True)
)


def lesson_markdown(lesson: Lesson) -> str:
    """Return a lesson as the text of its file.

    Its id is not in the text: it is the name of the file.
    """
    front = {
        "title": lesson.title,
        "language": lesson.language,
        "age": lesson.age,
        "minutes": lesson.minutes,
        "aims": list(lesson.aims),
        "words": [_word(word) for word in lesson.words],
        "sources": list(lesson.sources),
    }
    blocks = [f"---\n{_fields(front)}---", lesson.text, _block("teacher", lesson.teacher)]
    for scene in lesson.scenes:
        blocks += [
            f"## {scene.title}",
            f"{FENCE}scene\n{_fields(_shown(scene))}{FENCE}",
            scene.text,
            _picture(scene),
            *(_block(name, getattr(scene, name)) for name in MARKED),
        ]
    return "\n\n".join(filter(None, blocks)) + "\n"


def has_pictures(lesson: Lesson) -> bool:
    """Return whether any scene of a lesson has a picture.

    Then its file is a zip file.
    """
    return any(scene.picture is not None and scene.picture.image for scene in lesson.scenes)


def lesson_file(lesson: Lesson, name: str) -> tuple[str, bytes]:
    """Return the file that holds a lesson, by its name.

    It is a text, or a zip file where the lesson has pictures.

    Args:
        lesson: the lesson.
        name: of the file, without its ending.
    """
    files: dict[str, bytes] = {}
    scenes = tuple(_packed(scene, files) for scene in lesson.scenes)
    text = lesson_markdown(lesson.model_copy(update={"scenes": scenes})).encode()
    return (f"{name}{BUNDLE}", pack({f"{name}{TEXT}": text} | files)) if files else (f"{name}{TEXT}", text)


def _packed(scene: Scene, files: dict[str, bytes]) -> Scene:
    """Return the scene with the name that its picture has in a zip file, and put the picture among its files."""
    if scene.picture is None or not scene.picture.image:
        return scene
    stem = id_of(PurePosixPath(scene.picture.file).stem)
    names = (f"{stem}.webp" if number == 1 else f"{stem}-{number}.webp" for number in count(1))
    name = next(name for name in names if files.get(name, scene.picture.image) == scene.picture.image)
    files[name] = scene.picture.image
    return scene.model_copy(update={"picture": scene.picture.model_copy(update={"file": name})})


def _block(kind: str, text: str) -> str:
    return f"{MARK} {kind}\n{text}\n{MARK}" if text else ""


def _picture(scene: Scene) -> str:
    if scene.picture is None:
        return ""
    fields = {name: getattr(scene.picture, name) or None for name in PICTURE_FIELDS}
    return f"{FENCE}picture\n{_fields(fields)}{FENCE}"


def _word(word: GlossaryTerm) -> object:
    return word.term or {"word": word.word, "explanation": word.explanation}


def _shown(scene: Scene) -> dict[str, Any]:
    """Return what stands in the block of a scene; what is empty or usual is left out."""
    shown: dict[str, Any] = {}
    for attribute, field in Scene.model_fields.items():
        name, value, usual = field.alias or attribute, getattr(scene, attribute), field.default
        if name == "mode":
            usual = "range" if scene.moment is None else "day"
        if name in SCENE_FIELDS and value not in (None, "", usual):
            shown[name] = _typed(name, value)
    return shown


def _typed(name: str, value: object) -> object:
    if isinstance(value, SceneViewport):
        return _InlineFields(_view(value))
    if isinstance(value, tuple):
        return list(value) if name in _ONE_PER_LINE else _Inline(value)
    return value


def _view(view: SceneViewport) -> dict[str, Any]:
    zoom = int(view.zoom) if view.zoom.is_integer() else view.zoom
    middle = {"place": view.place} if view.place else {"lat": view.lat, "lon": view.lon}
    return middle | {"zoom": zoom}


def _fields(values: dict[str, Any]) -> str:
    filled = {name: value for name, value in values.items() if value not in (None, [])}
    return yaml.dump(filled, Dumper=_Writer, sort_keys=False, allow_unicode=True, width=math.inf)
