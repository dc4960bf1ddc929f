"""Maps of scenes for print: one for each day, with one legend."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from geodata.dates.wording import day_in_words
from timemap.state.initial import Viewport
from timemap.static_map.drawing import Plot
from timemap.static_map.frame import Frame
from timemap.static_map.layout import Columns
from timemap.static_map.legend import lay_legend, legend_of
from timemap.static_map.pages.sheet import DPI, DRAWING, blank_sheet
from timemap.static_map.render import draw_map
from timemap.style.page_shapes import Shape
from timemap.style.palette import PAPER

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from datetime import date

    from matplotlib.axes import Axes

    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from geodata.lessons.model import Lesson, Scene
    from geodata.records.events import Event
    from timemap.state.map_state import MapState
    from timemap.static_map.legend import DrawnMap, LegendSection
    from timemap.static_map.pages.sheet import Sheet

WIDTH, HEIGHT = 340, 262
"""Pixels of a scene's map, 96 to the inch."""

LOW = 170
"""Height in pixels of each map where two days are compared."""

LEGEND_WIDTH, COLUMN, GAP = 650, 200, 25
"""Pixels of the legend, and of a column and a gap in it."""

_SCALE = 0.72
_STAGE = 1.25
"""How many zoom levels a scene's view is taken back: on the screen its map is so much larger."""

_BACK, _FARTHEST = 0.25, 2.0
"""Zoom levels by which a map is taken back until its scene's events are on it, and by how many at most."""

_LETTERS = 9.8
_TALL = 2000


@dataclass(frozen=True, slots=True)
class MapPicture:
    """A drawing."""

    svg: str
    words: str
    """What it shows, for who cannot see it."""


@dataclass(frozen=True, slots=True)
class DayMap:
    """The map of one day."""

    picture: MapPicture
    day: str
    """The day in words."""


@dataclass(frozen=True, slots=True)
class SceneMap:
    """The maps of a scene, one of each day that it shows."""

    days: tuple[DayMap, ...]
    shown: frozenset[str]
    """Ids of the events that are on any of them; those that happened far away are not."""


@dataclass(frozen=True, slots=True)
class SceneMaps:
    """The maps of a lesson."""

    maps: tuple[SceneMap, ...]
    """One for each scene."""

    legend: MapPicture


Progress = tuple[int, int]
"""How many scenes are drawn, and how many are to be."""


def scene_maps(
    dataset: Dataset, lesson: Lesson, told: dict[str, Any], state: MapState, few: Sequence[int] | None = None
) -> Generator[Progress, None, SceneMaps]:
    """Draw the maps of a lesson with progress, and return them.

    The progress is told scene by scene.

    Args:
        dataset: what is drawn.
        lesson: the lesson.
        told: the same as `timemap.document.lessons.lesson_data` gives it: views as points, events that are known.
        state: its language is that of the names on the maps.
        few: places of those scenes that are drawn, low and each on one day; all as they are where left out.
    """
    wanted = range(len(lesson.scenes)) if few is None else few
    maps, seen = [], []
    for number, place in enumerate(wanted):
        yield number, len(wanted)
        scene, shown = lesson.scenes[place], told["scenes"][place]
        days = scene.seen_days if few is None else scene.seen_days[:1]
        height = HEIGHT if scene.compare is None and few is None else LOW
        with DRAWING:
            drawn, snapshots = _scene_map(dataset, scene, shown, state=state, days=days, height=height)
        maps.append(drawn)
        seen += snapshots
    yield len(wanted), len(wanted)
    with DRAWING:
        return SceneMaps(tuple(maps), _legend(dataset, seen))


def _scene_map(  # noqa: PLR0913 (each is told by name)
    dataset: Dataset, scene: Scene, place: dict[str, Any], *, state: MapState, days: Sequence[date], height: float
) -> tuple[SceneMap, list[DrawnMap]]:
    events = [dataset.atlas.event(event) for event in place["events"]]
    frame = scene_frame(dataset.atlas, place["view"], events, (WIDTH, height))
    inside = [event for event in events if frame.shows(event.lon, event.lat)]
    maps, seen = [], []
    for day in days:
        shown = [event for event in inside if scene.compare is None or scene.shows_on(day, event.span)]
        figure, axes = _blank(frame.width, frame.height)
        seen.append(draw_map(Plot(axes, frame, _SCALE), dataset, replace(state, moment=day, event=""), shown))
        maps.append(DayMap(MapPicture(_svg(figure, dataset.atlas.version), _words(day, shown)), day_in_words(day)))
    return SceneMap(tuple(maps), frozenset(event.id for event in inside)), seen


def _words(day: date, shown: Sequence[Event]) -> str:
    titles = "; ".join(event.title for event in shown)
    return f"Map of areas by holder on {day_in_words(day)}" + (f", with these events: {titles}" if titles else "")


def scene_frame(
    atlas: Atlas, place: dict[str, float], events: Sequence[Event], size: tuple[float, float] = (WIDTH, HEIGHT)
) -> Frame:
    """Return the frame of a scene.

    It is farther away where events of the base map's area would lie outside.
    """
    west, south, east, north = atlas.setting_numbers("area-bounds")
    near = [event for event in events if west <= event.lon <= east and south <= event.lat <= north]
    zoom = place["zoom"] - _STAGE
    frame = Frame(Viewport(place["lat"], place["lon"], zoom), *size)
    while frame.view.zoom > zoom - _FARTHEST and not all(frame.shows(event.lon, event.lat) for event in near):
        frame = replace(frame, view=replace(frame.view, zoom=frame.view.zoom - _BACK))
    return frame


def _legend(dataset: Dataset, seen: Sequence[DrawnMap]) -> MapPicture:
    """Return the legend, its sections side by side."""
    sections = legend_of(dataset.atlas, seen)
    height = _draw_sections(_legend_sheet(_TALL), sections)
    sheet = _legend_sheet(height)
    _draw_sections(sheet, sections)
    entries = (entry.words for section in sections for entry in section.entries)
    return MapPicture(_svg(sheet.figure, dataset.atlas.version), f"Map legend: {'; '.join(entries)}")


def _legend_sheet(height: float) -> Sheet:
    return blank_sheet(Shape("legend", "", LEGEND_WIDTH, height, 1, is_beside=False))


def _draw_sections(sheet: Sheet, sections: Sequence[LegendSection]) -> float:
    """Draw the sections of a legend and return how far they reach down."""
    bottom = 1.0
    for number, section in enumerate(sections):
        left = number * (COLUMN + GAP)
        column = Columns((left, 0, left + COLUMN, _TALL), 1)
        legend = lay_legend([section], column, size=_LETTERS)
        legend.draw(sheet)
        bottom = max(bottom, _TALL - legend.room)
    return bottom


def _blank(width: float, height: float) -> tuple[Figure, Axes]:
    """Return an empty picture, and axes over the whole of it whose units are its pixels, y downwards."""
    figure = Figure(figsize=(width / DPI, height / DPI), dpi=DPI, facecolor=PAPER)
    FigureCanvasAgg(figure)
    return figure, figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))


def _svg(figure: Figure, salt: str) -> str:
    out = io.StringIO()
    with rc_context({"svg.fonttype": "path", "svg.hashsalt": salt}):
        figure.savefig(out, format="svg", metadata={"Date": None})
    return out.getvalue()
