"""Content of worksheets and teacher's notes, for typesetting."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from geodata.dates.wording import day_in_words, days_in_words
from geodata.sources.balance import analyse_sources
from timemap.attribution import credit_of
from timemap.document.lessons import lesson_data
from timemap.document.source_list import SourceList
from timemap.handouts.imprint import about, printed
from timemap.handouts.prose import prose_tree
from timemap.handouts.scene_maps import scene_maps
from timemap.handouts.scene_picture import printed_picture
from timemap.handouts.time_strip import strip_of
from timemap.text import page_texts
from timemap.text.numbers import pluralize
from timemap.typst.signs import require_signs
from timemap.typst.typesetting import texts_of

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from geodata.lessons.model import Lesson, Scene
    from geodata.records.events import Event
    from timemap.handouts.imprint import Paper
    from timemap.handouts.scene_maps import Progress
    from timemap.state.snapshot import Snapshot


FEW = 4
"""So many scenes have a map on a short worksheet."""


def worksheet(
    dataset: Dataset, lesson: Lesson, snapshot: Snapshot, paper: Paper
) -> Generator[Progress, None, dict[str, Any]]:
    """Make the worksheet: maps, texts, questions, words and sources.

    It is for the class and has no note for the teacher.
    """
    data = _shared(dataset.atlas, lesson, snapshot, paper, kind=page_texts.SHEET_NAMES["worksheet"])
    require_signs(texts_of(data))
    maps = yield from scene_maps(dataset, lesson, lesson_data(dataset.atlas, lesson), snapshot.state)
    for scene, told, drawn in zip(data["scenes"], lesson.scenes, maps.maps, strict=True):
        scene["maps"] = [asdict(one) for one in drawn.days]
        scene["picture"] = None if told.picture is None else printed_picture(told.picture)
        for event in scene["events"]:
            event["away"] = event["id"] not in drawn.shown
    return data | {"legend": asdict(maps.legend)}


def short_worksheet(
    dataset: Dataset, lesson: Lesson, snapshot: Snapshot, paper: Paper
) -> Generator[Progress, None, dict[str, Any]]:
    """Make the worksheet of two pages: a few maps, and the questions.

    There is room to write; texts are read on a screen.
    """
    data = _shared(dataset.atlas, lesson, snapshot, paper, kind="Short worksheet")
    require_signs(texts_of(data))
    few = spread(len(lesson.scenes), FEW)
    maps = yield from scene_maps(dataset, lesson, lesson_data(dataset.atlas, lesson), snapshot.state, few)
    chosen = [{"number": place + 1, **asdict(drawn.days[0])} for place, drawn in zip(few, maps.maps, strict=True)]
    return data | {"maps": chosen, "legend": asdict(maps.legend)}


def spread(count: int, most: int) -> list[int]:
    """Return at most so many places of ``count``, evenly spread.

    The first and the last are among them.

    >>> spread(12, 4), spread(2, 4), spread(5, 1)
    ([0, 4, 7, 11], [0, 1], [0])
    """
    if count <= most:
        return list(range(count))
    return [round(step * (count - 1) / max(1, most - 1)) for step in range(most)]


def teachers_notes(atlas: Atlas, lesson: Lesson, snapshot: Snapshot, paper: Paper) -> dict[str, Any]:
    """Return the teacher's notes, with questions and balance of sources."""
    data = _shared(atlas, lesson, snapshot, paper, kind=page_texts.SHEET_NAMES["notes"])
    for entry, scene in zip(data["scenes"], lesson.scenes, strict=True):
        entry["teacher"] = prose_tree(scene.teacher, lesson.language)
        entry["claims"] = _claims(atlas, scene)
    voices = analyse_sources(atlas, _events(atlas, lesson.scenes))
    return data | {
        "teacher": prose_tree(lesson.teacher, lesson.language),
        "kinds": [{"name": one.name or "Publisher not recorded", "sources": one.sources} for one in voices.kinds],
        "sides": [{"name": one.name or "None known", "sources": one.sources} for one in voices.affiliations],
        "onesided": [
            {"title": one.event.title, "when": one.event.when, "publishers": list(one.publishers)}
            for one in voices.one_sided
        ],
        "onesidednote": page_texts.ONE_SIDED,
    }


def _shared(atlas: Atlas, lesson: Lesson, snapshot: Snapshot, paper: Paper, *, kind: str) -> dict[str, Any]:
    told, sources = lesson_data(atlas, lesson), SourceList(atlas)
    days = [day for scene in lesson.scenes for day in scene.seen_days]
    scenes = [
        {"number": number, **_scene(atlas, scene, sources, lesson.language)}
        for number, scene in enumerate(lesson.scenes, 1)
    ]
    for source in lesson.sources:
        sources.number(source)
    language, _, region = lesson.language.partition("-")
    credit = credit_of(atlas, _events(atlas, lesson.scenes), snapshot, days=days, heading=lesson.title)
    return {
        **about(credit, snapshot.today, paper, kind, areas=True),
        "language": language,
        "region": region if len(region) == len("GB") else None,
        "facts": [
            *([f"Age {lesson.ages}"] if lesson.age else []),
            *([f"{lesson.minutes} minutes"] if lesson.minutes else []),
            pluralize(len(lesson.scenes), "scene", "scenes"),
        ],
        "aims": told["aims"],
        "intro": prose_tree(lesson.text, lesson.language),
        "strip": _strip(lesson),
        "words": told["words"],
        "scenes": scenes,
        "sources": [printed(source) for source in sources.entries()],
    }


def _strip(lesson: Lesson) -> dict[str, Any]:
    strip = strip_of([scene.day for scene in lesson.scenes])
    return {**asdict(strip), "rows": strip.rows}


def _scene(atlas: Atlas, scene: Scene, sources: SourceList, language: str) -> dict[str, Any]:
    terms = {row.id: row for row in atlas.terms}
    shown = [terms[term] for term in scene.terms if term in terms]
    events = [atlas.event(event) for event in scene.events if atlas.has_event(event)]
    return {
        "title": scene.title,
        "day": day_in_words(scene.day),
        "when": _when(scene),
        "text": prose_tree(scene.text, language),
        "question": prose_tree(scene.question, language),
        "events": [
            {
                "id": event.id,
                "title": event.title,
                "place": event.place,
                "when": event.when,
                "sources": [sources.number(source) + 1 for source in event.sources],
            }
            for event in events
        ],
        "terms": [{"wording": term.wording, "usedBy": term.used_by, "meaning": term.meaning} for term in shown],
        "sources": [sources.number(source) + 1 for source in scene.sources],
    }


def _when(scene: Scene) -> str:
    if scene.compare is not None:
        return f"{day_in_words(scene.day)} compared with {day_in_words(scene.compare)}"
    return days_in_words(*scene.days) if scene.days else day_in_words(scene.day)


def _claims(atlas: Atlas, scene: Scene) -> list[dict[str, str]]:
    claims, verdicts = {row.id: row for row in atlas.claims}, {row.id: row.name for row in atlas.verdicts}
    return [
        {
            "statement": claims[claim].statement,
            "verdict": verdicts.get(claims[claim].verdict, claims[claim].verdict),
            "finding": claims[claim].finding,
        }
        for claim in scene.claims
        if claim in claims
    ]


def _events(atlas: Atlas, scenes: Iterable[Scene]) -> tuple[Event, ...]:
    ids = dict.fromkeys(event for scene in scenes for event in scene.events if atlas.has_event(event))
    return tuple(atlas.event(event) for event in ids)
