"""Lessons for the document: days as numbers, texts as safe HTML."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from geodata.checks.lessons import REFERENCES
from geodata.dates.iso import day_number
from geodata.dates.span import DAY
from geodata.lessons.model import Scene
from geodata.lessons.outline import MARKED
from geodata.lessons.prose import prose_parser
from timemap.document.pictures import picture_data
from timemap.document.source_list import source_entry

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.lessons.model import GlossaryTerm, Lesson, SceneViewport


def lesson_data(atlas: Atlas, lesson: Lesson) -> dict[str, Any]:
    """Return a lesson as plain lists and dictionaries.

    Days are counted from 1970-01-01 and a range ends with the first day that is no longer in it; points are degrees
    WGS 84. ``intro``, ``teacher``, ``text`` and ``question`` are HTML of the few kinds that prose may have.
    A scene has a ``picture`` only where the lesson gives it one: see `timemap.document.pictures`.
    Ids that the atlas does not know are left out, so that a lesson of somebody else's runs as far as it can.
    """
    return {
        "id": lesson.id,
        "title": lesson.title,
        "language": lesson.language,
        "age": lesson.ages,
        "minutes": lesson.minutes,
        "aims": list(lesson.aims),
        "words": [entry for word in lesson.words if (entry := _word(atlas, word))],
        "sources": [source_entry(atlas, source) for source in lesson.sources if atlas.has_source(source)],
        "intro": html_of(lesson.text),
        "teacher": html_of(lesson.teacher),
        "scenes": [_scene(atlas, scene) for scene in lesson.scenes],
    }


def html_of(prose: str) -> str:
    r"""Return prose as HTML in which nothing but its own marks is markup.

    Links open in a window of their own.

    >>> html_of("Who *says* <script>so</script>?")
    '<p>Who <em>says</em> &lt;script&gt;so&lt;/script&gt;?</p>\n'
    """
    parser = prose_parser()
    tokens = parser.parse(prose)
    for token in tokens:
        for part in token.children or []:
            if part.type == "link_open":
                part.attrSet("target", "_blank")
                part.attrSet("rel", "noopener")
    return str(parser.renderer.render(tokens, parser.options, {}))


def _scene(atlas: Atlas, scene: Scene) -> dict[str, Any]:
    values = {field.alias or name: getattr(scene, name) for name, field in Scene.model_fields.items()}
    told: dict[str, Any] = {
        name: day_number(value) if isinstance(value, date) else value for name, value in values.items()
    }
    for name, tables in REFERENCES:
        ids = {row.id for table in tables for row in getattr(atlas, table)}
        told[name] = [value for value in told[name] if value in ids]
    told |= {
        "moment": day_number(scene.day),
        "range": [day_number(scene.days[0]), day_number(scene.days[1] + DAY)] if scene.days else None,
        "view": _view(atlas, scene.view),
        "events": [atlas.event(event).id for event in scene.events if atlas.has_event(event)],
        "sources": [source_entry(atlas, source) for source in scene.sources if atlas.has_source(source)],
        **{name: html_of(told[name]) for name in ("text", *MARKED)},
        "picture": None if scene.picture is None else picture_data(scene.picture),
    }
    return {name: value for name, value in told.items() if name != "picture" or value}


def _view(atlas: Atlas, view: SceneViewport) -> dict[str, float]:
    """Return the point in the middle.

    Where the place is not known, that of the first view.
    """
    lat, lon, _ = atlas.setting_numbers("opening-view")
    if view.place and atlas.has_place(view.place):
        lat, lon = atlas.place(view.place).lat, atlas.place(view.place).lon
    elif view.lat is not None and view.lon is not None:
        lat, lon = view.lat, view.lon
    return {"lat": lat, "lon": lon, "zoom": view.zoom}


def _word(atlas: Atlas, word: GlossaryTerm) -> dict[str, str] | None:
    """Return a word with its explanation.

    Of a term also who uses it. ``None`` for a term that is not in the table.
    """
    if word.term is None:
        return {"word": word.word or "", "explanation": word.explanation or "", "usedBy": "", "term": ""}
    term = next((row for row in atlas.terms if row.id == word.term), None)
    if term is None:
        return None
    return {"word": term.wording, "explanation": term.meaning, "usedBy": term.used_by, "term": term.id}
