"""Thumbnail of a lesson: a small picture of its first map."""

from __future__ import annotations

import io
from threading import Lock
from typing import TYPE_CHECKING

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from geodata.dates.wording import day_in_words
from timemap.document.lessons import lesson_data
from timemap.handouts.scene_maps import scene_frame
from timemap.state.initial import initial_state
from timemap.state.map_state import MapState
from timemap.static_map.drawing import Plot
from timemap.static_map.pages.sheet import DPI, DRAWING, unhinted
from timemap.static_map.render import draw_map
from timemap.style.palette import PAPER

if TYPE_CHECKING:
    from geodata.dataset import Dataset
    from geodata.lessons.model import Lesson

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


def lesson_picture(dataset: Dataset, lesson: Lesson) -> bytes:
    """Return a PNG of the map of the first scene, made once.

    It has ``WIDTH`` by ``HEIGHT`` CSS pixels.

    Args:
        dataset: what is drawn.
        lesson: one with a scene.
    """
    key = (dataset.atlas.version, lesson.scenes[0].model_dump_json(exclude={"picture"}))
    with _lock:
        if key not in _made:
            if len(_made) >= _KEPT:
                _made.clear()
            with DRAWING:
                _made[key] = _drawn(dataset, lesson)
        return _made[key]


def _drawn(dataset: Dataset, lesson: Lesson) -> bytes:
    figure = Figure(figsize=(WIDTH / DPI, HEIGHT / DPI), dpi=DPI * _SHARP, facecolor=PAPER)
    FigureCanvasAgg(figure)
    scene, place = lesson.scenes[0], lesson_data(dataset.atlas, lesson)["scenes"][0]
    events = [dataset.atlas.event(event) for event in place["events"]]
    frame = scene_frame(dataset.atlas, place["view"], events, (WIDTH, HEIGHT))
    opening = initial_state(dataset.atlas, moment=scene.day, today=scene.day)
    shown = [event for event in events if scene.shows_on(scene.day, event.span)]
    state = MapState(opening.span, scene.day)
    draw_map(Plot(figure.add_axes((0, 0, 1, 1)), frame, 0.85), dataset, state, shown, bar=False)
    out = io.BytesIO()
    with unhinted():
        figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()
