"""The map as one file carries the chosen events, and lessons where they are wanted with all that they tell of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.choose import Selection
from geodata.span import DAY, Span
from geodata.teaching.reading import read_lessons
from timemap.document import render
from timemap.exports.picture.onemap import Known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geodata.areas import AreasInTime
    from geodata.atlas import Atlas
    from geodata.geography import Geography
    from geodata.teaching.lesson import Lesson
    from timemap.exports.sight import Sight
    from timemap.state import View


def write_html(atlas: Atlas, areas: AreasInTime, geography: Geography, selection: Selection, sight: Sight) -> bytes:
    """Return the map with the chosen events alone."""
    return render(atlas, areas, geography, selection=selection, view=sight.view.opening).encode()


def write_with_lessons(
    atlas: Atlas, areas: AreasInTime, geography: Geography, selection: Selection, sight: Sight
) -> bytes:
    """Return the map with all our lessons; where one of them runs, it opens on its scene."""
    lessons = [read.lesson for read in read_lessons() if read.lesson.scenes]
    return one_file(Known(atlas, areas, geography), selection, sight.view, lessons)


def one_file(known: Known, selection: Selection, view: View, lessons: Sequence[Lesson]) -> bytes:
    """Return the map with lessons.

    Range and chosen events grow by the days and the events that the lessons name, or their scenes could not be shown.

    Args:
        known: what is shown.
        selection: the chosen events.
        view: what is seen; it opens on the lesson and scene of this view, if that is one of the lessons.
        lessons: those to carry; each has a scene.
    """
    running = view.lesson in {lesson.id for lesson in lessons}
    opening = replace(
        view.opening,
        span=_reaching(view.span, lessons),
        lessons=tuple(lessons),
        lesson=view.lesson if running else "",
        scene=view.scene if running else 0,
    )
    events = _with_those_of(known.atlas, selection, lessons)
    return render(known.atlas, known.areas, known.geography, selection=events, view=opening).encode()


def _reaching(span: Span, lessons: Sequence[Lesson]) -> Span:
    """Return a span with all days of the lessons in it."""
    scenes = [scene for lesson in lessons for scene in lesson.scenes]
    days = [day for scene in scenes for day in (scene.day, *(scene.days or ()))]
    last = max([*days, span.last_day or span.start])
    return Span(min([*days, span.start]), last + DAY)


def _with_those_of(atlas: Atlas, selection: Selection, lessons: Sequence[Lesson]) -> Selection:
    """Return the chosen events and those that the lessons name."""
    named = {event for lesson in lessons for scene in lesson.scenes for event in scene.events if atlas.has_event(event)}
    wanted = {*selection.ids, *(atlas.event(event).id for event in named)}
    return Selection(tuple(event for event in atlas.events if event.id in wanted))
