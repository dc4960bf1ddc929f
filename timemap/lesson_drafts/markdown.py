"""Drafts as Markdown, or a zip file with pictures, and back.

Gaps and faults come back as they were.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from geodata.io.problems import Problem
from geodata.io.tables import columns_of
from geodata.lessons.lesson_file import unpack
from geodata.lessons.model import USUAL_ZOOM, GlossaryTerm, Lesson, Scene, SceneViewport
from geodata.lessons.outline import MARKED
from geodata.lessons.picture import PICTURE_FIELDS, ScenePicture
from geodata.lessons.reader import id_of, lesson_of, read_values
from geodata.lessons.writer import lesson_file, lesson_markdown
from geodata.records.fields import Day
from timemap.lesson_drafts.draft import AS_IN_FILE, USUAL_LANGUAGE, Draft, SceneDraft, lines_of
from timemap.lesson_drafts.picture import PictureDraft

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from geodata.lessons.picture import FindPicture
    from geodata.lessons.reader import Values

T = TypeVar("T")
D = TypeVar("D")

_NEW = SceneDraft()
_DAY: TypeAdapter[date] = TypeAdapter(Day)
_WHOLE: TypeAdapter[int] = TypeAdapter(int)
_NUMBER: TypeAdapter[float] = TypeAdapter(float)

_OPENS = re.compile(r"^( {0,3})(?=#{1,6}(?:\s|$)|:::|```|~~~)", re.MULTILINE)
"""Finds where a line of a text would start a heading or a block of the file."""


def draft_markdown(draft: Draft) -> str:
    """Return the text that a draft is kept in."""
    return lesson_markdown(_lesson(draft))


def draft_file(draft: Draft) -> tuple[str, bytes]:
    """Return the file that a draft is kept in, by its name.

    It is a text, or a zip file where the draft has pictures.
    """
    return lesson_file(_lesson(draft), id_of(draft.title))


def _lesson(draft: Draft) -> Lesson:
    """Return a lesson as it can be written; it is not checked."""
    words: list[dict[str, Any]] = [{"term": word} if isinstance(word, str) else word for word in draft.words_to_know]
    values: dict[str, Any] = {
        "id": "",
        "title": draft.title,
        "language": draft.language,
        "age": draft.age or None,
        "minutes": draft.minutes,
        "aims": tuple(lines_of(draft.aims)),
        "words": tuple(GlossaryTerm.model_construct(None, **word) for word in words),
        "sources": draft.sources,
        "text": _within(draft.text),
        "teacher": _within(draft.teacher),
        "scenes": tuple(map(_scene, draft.scenes)),
    }
    return Lesson.model_construct(None, **values)


def read_draft(content: bytes, file: str) -> tuple[Draft, tuple[Problem, ...]]:
    """Return the draft that a file holds, and what is wrong with it.

    It has its faulty fields as far as a form can show them.

    Args:
        content: of the file.
        file: its name, as problems give it.
    """
    came = unpack(content, file)
    if isinstance(came, Problem):
        return Draft(), (came,)
    front, scenes = read_values(came.text, came.file)
    problems = lesson_of(front, scenes, came.file, came.find).problems
    drafts = tuple(_scene_of(typed, came.find) for typed in scenes if _is_scene(typed))
    return _draft_of(front.values, drafts), problems


def _within(text: str) -> str:
    r"""Return a text that stays in its block, whatever it holds.

    >>> print(_within("## One\ntwo ## three"))
    \## One
    two ## three
    """
    return _OPENS.sub(r"\1\\", text.strip())


def _scene(scene: SceneDraft) -> Scene:
    """Return a scene as it can be written; it is not checked."""
    place: dict[str, Any] = {
        "lat": scene.lat,
        "lon": scene.lon,
        "place": scene.place or None,
        "zoom": float(scene.zoom),
    }
    values: dict[str, Any] = {name: getattr(scene, name) for name in AS_IN_FILE}
    values |= {name: _within(values[name]) for name in ("text", *MARKED)}
    values |= {
        "days": tuple(day for day in (scene.first, scene.last) if day) or None,
        "mode": scene.mode or ("day" if scene.moment else "range"),
        "view": SceneViewport.model_construct(None, **place),
        "picture": _picture(scene.picture),
    }
    return Scene.model_construct(None, **values)


def _picture(picture: PictureDraft | None) -> ScenePicture | None:
    if picture is None:
        return None
    values: dict[str, Any] = {name: " ".join(getattr(picture, name).split()) for name in PICTURE_FIELDS}
    return ScenePicture.model_construct(None, **values, image=picture.image)


def _is_scene(typed: Values) -> bool:
    """Return whether a section says what the map shows, be it well or badly."""
    return typed.readable or all(problem.column != "scene" for problem in typed.problems)


def _scene_of(typed: Values, find: FindPicture) -> SceneDraft:
    values = typed.values
    days = [_valid(_DAY, day, None) for day in _parts(values.get("range"))] + [None, None]
    view = values.get("view")
    middle: Mapping[str, object] = view if isinstance(view, dict) else {"place": view}
    return SceneDraft(
        **{name: _typed(name, values[name]) for name in AS_IN_FILE if name in values},
        first=days[0],
        last=days[1],
        lat=_valid(_NUMBER, middle.get("lat"), None),
        lon=_valid(_NUMBER, middle.get("lon"), None),
        place=_text(middle.get("place")),
        zoom=_valid(_NUMBER, middle.get("zoom"), USUAL_ZOOM),
        picture=None if typed.picture is None else _picture_of(typed.picture.values, find),
    )


def _typed(name: str, value: object) -> Any:  # noqa: ANN401 - of the type that the field has
    """Return what was typed for a field of a scene, or what a new scene has where it makes no sense."""
    usual = getattr(_NEW, name)
    if isinstance(usual, tuple):
        return _parts(value)
    # Without its limits: the form shows what is beyond them, and says so.
    kind: Any = columns_of(Scene)[name].annotation
    return _text(value) if isinstance(usual, str) else _valid(TypeAdapter(kind), value, usual)


def _picture_of(values: Mapping[str, object], find: FindPicture) -> PictureDraft:
    texts = {name: _text(values.get(name)) for name in PICTURE_FIELDS}
    image = find(texts["file"]) if texts["file"] else b""
    return PictureDraft(**texts, image=image if isinstance(image, bytes) else b"")


def _draft_of(values: Mapping[str, object], scenes: tuple[SceneDraft, ...]) -> Draft:
    aims, words = values.get("aims"), values.get("words")
    known = words if isinstance(words, list) else []
    own = [word for word in known if isinstance(word, dict) and "term" not in word]
    terms = [word.get("term") if isinstance(word, dict) else word for word in known if word not in own]
    names = [word.get("term", word.get("word")) if isinstance(word, dict) else word for word in known]
    return Draft(
        title=_text(values.get("title")),
        language=_text(values.get("language")) or USUAL_LANGUAGE,
        age=_text(values.get("age")),
        minutes=_valid(_WHOLE, values.get("minutes"), None),
        aims="\n".join(map(_text, aims)) if isinstance(aims, list) else _text(aims),
        terms=_parts(terms),
        words="\n".join(f"{_text(word.get('word'))}: {_text(word.get('explanation'))}" for word in own),
        order=tuple(filter(None, map(_text, names))),
        sources=_parts(values.get("sources")),
        text=_text(values.get("text")),
        teacher=_text(values.get("teacher")),
        scenes=scenes,
    )


def _valid(kind: TypeAdapter[T], value: object, default: D) -> T | D:
    """Return a value of this kind, or the default where there is none."""
    try:
        return kind.validate_python(value)
    except ValidationError:
        return default


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _parts(value: object) -> tuple[str, ...]:
    """Return the parts of a list, which may stand in one line, without looking at them."""
    listed = value if isinstance(value, (list, tuple)) else re.split(r"[\s,;]+", _text(value))
    return tuple(dict.fromkeys(part for part in map(_text, listed) if part))
