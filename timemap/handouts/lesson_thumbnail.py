"""Every lesson is known by a small picture of the map with which it begins."""

from __future__ import annotations

import io
from threading import Lock
from typing import TYPE_CHECKING

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from geodata.dates.wording import day_in_words
from timemap.document.lessons import lesson_data
from timemap.handouts.scene_maps import scene_frame
from timemap.state.initial import opening_for
from timemap.state.map_state import View
from timemap.static_map.drawing import Plot
from timemap.static_map.pages.sheet import DPI, DRAWING
from timemap.static_map.render import draw_map
from timemap.style.palette import PAPER

if TYPE_CHECKING:
    from geodata.lessons.model import Lesson
    from timemap.static_map.render import Known

WIDTH, HEIGHT = 320, 200
"""CSS pixels."""

_SHARP = 2
"""Dots to a CSS pixel."""

_KEPT = 64
"""So many pictures are kept; then all are made anew."""

_lock = Lock()
_made: dict[tuple[str, str], bytes] = {}


def picture_words(lesson: Lesson) -> str:
    """Return what the picture of a lesson shows, for who cannot see it."""
    return f"Map of {day_in_words(lesson.scenes[0].day)}"


def lesson_picture(known: Known, lesson: Lesson) -> bytes:
    """Return a PNG of ``WIDTH`` by ``HEIGHT`` CSS pixels, the map of the first scene; made once.

    Args:
        known: what is drawn.
        lesson: one with a scene.
    """
    key = (known.atlas.version, lesson.scenes[0].model_dump_json(exclude={"picture"}))
    with _lock:
        if key not in _made:
            if len(_made) >= _KEPT:
                _made.clear()
            with DRAWING:
                _made[key] = _drawn(known, lesson)
        return _made[key]


def _drawn(known: Known, lesson: Lesson) -> bytes:
    figure = Figure(figsize=(WIDTH / DPI, HEIGHT / DPI), dpi=DPI * _SHARP, facecolor=PAPER)
    FigureCanvasAgg(figure)
    scene, place = lesson.scenes[0], lesson_data(known.atlas, lesson)["scenes"][0]
    events = [known.atlas.event(event) for event in place["events"]]
    frame = scene_frame(known.atlas, place["view"], events, (WIDTH, HEIGHT))
    opening = opening_for(known.atlas, moment=scene.day, today=scene.day)
    shown = [event for event in events if scene.shows_on(scene.day, event.span)]
    view = View(opening.span, scene.day)
    draw_map(Plot(figure.add_axes((0, 0, 1, 1)), frame, 0.85), known, view, shown, bar=False)
    out = io.BytesIO()
    figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()
