"""A lesson is written as one Markdown file that reads back as the same lesson."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import yaml

from geodata.teaching.outline import FENCE, MARK

if TYPE_CHECKING:
    from geodata.teaching.lesson import Lesson, Scene, View, Word


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
            _block("question", scene.question),
            _block("teacher", scene.teacher),
        ]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _block(kind: str, text: str) -> str:
    return f"{MARK} {kind}\n{text}\n{MARK}" if text else ""


def _word(word: Word) -> object:
    return word.term or {"word": word.word, "explanation": word.explanation}


def _shown(scene: Scene) -> dict[str, Any]:
    usual = "range" if scene.moment is None else "day"
    return {
        "moment": scene.moment,
        "compare": scene.compare,
        "range": _Inline(scene.days) if scene.days else None,
        "mode": scene.mode if scene.mode != usual else None,
        "window": scene.window if scene.window != type(scene).model_fields["window"].default else None,
        "view": _InlineFields(_view(scene.view)),
        "events": list(scene.events),
        "areas": _Inline(scene.areas),
        "terms": _Inline(scene.terms),
        "claims": _Inline(scene.claims),
        "sources": list(scene.sources),
    }


def _view(view: View) -> dict[str, Any]:
    zoom = int(view.zoom) if view.zoom.is_integer() else view.zoom
    middle = {"place": view.place} if view.place else {"lat": view.lat, "lon": view.lon}
    return middle | {"zoom": zoom}


def _fields(values: dict[str, Any]) -> str:
    filled = {name: value for name, value in values.items() if value not in (None, [])}
    return yaml.dump(filled, Dumper=_Writer, sort_keys=False, allow_unicode=True, width=math.inf)
