"""What a scene of ours speaks of can be seen on the map: areas that are there on its day, events inside its view."""

from __future__ import annotations

from math import asinh, pi, radians, tan
from typing import TYPE_CHECKING

import pytest

from tests import project_data

if TYPE_CHECKING:
    from geodata.areas import AreasInTime
    from geodata.atlas import Atlas
    from geodata.lessons.model import Scene
    from geodata.lessons.reader import ReadLesson

LESSONS = project_data.lessons()
MAP = (640, 420)
"""Pixels of the map beside its panels on a small projector."""


def absent(areas: AreasInTime, scene: Scene) -> list[str]:
    """Return the areas that a scene names and that are not there on its day."""
    there = {area.controller for area in areas.on(scene.day)} | {zone.zone for zone in areas.zones_on(scene.day)}
    return [area for area in scene.areas if area not in there]


def pixel(lat: float, lon: float, zoom: float) -> tuple[float, float]:
    """Return where a point lies on the whole map of the world, in Web Mercator, in pixels from its middle."""
    size = 256 * 2**zoom / (2 * pi)
    return size * radians(lon), -size * asinh(tan(radians(lat)))


def out_of_sight(atlas: Atlas, scene: Scene) -> list[str]:
    """Return the events of a scene that lie on the base map and outside of its view."""
    west, south, east, north = atlas.setting_numbers("area-bounds")
    view = scene.view
    middle = atlas.place(view.place) if view.place else view
    assert middle.lat is not None
    assert middle.lon is not None
    x, y = pixel(middle.lat, middle.lon, view.zoom)
    missed = []
    for event in map(atlas.event, scene.events):
        own_x, own_y = pixel(event.lat, event.lon, view.zoom)
        on_map = south <= event.lat <= north and west <= event.lon <= east
        if on_map and (abs(own_x - x) > MAP[0] / 2 or abs(own_y - y) > MAP[1] / 2):
            missed.append(event.id)
    return missed


@pytest.mark.parametrize("read", LESSONS, ids=lambda read: read.file)
def test_the_areas_of_a_scene_are_there_on_its_day(areas: AreasInTime, read: ReadLesson) -> None:
    wrong = {scene.title: absent(areas, scene) for scene in read.lesson.scenes}
    assert {title: missing for title, missing in wrong.items() if missing} == {}


@pytest.mark.parametrize("read", LESSONS, ids=lambda read: read.file)
def test_the_events_of_a_scene_lie_in_its_view(atlas: Atlas, read: ReadLesson) -> None:
    wrong = {scene.title: out_of_sight(atlas, scene) for scene in read.lesson.scenes}
    assert {title: missed for title, missed in wrong.items() if missed} == {}


def test_a_wrong_area_and_a_wrong_view_are_found(atlas: Atlas, areas: AreasInTime) -> None:
    siege = next(read.lesson for read in LESSONS if read.file == "the-siege-of-kobane.md")
    scene = siege.scenes[0]
    assert absent(areas, scene.model_copy(update={"areas": ("turkey", "afrin-area")})) == ["turkey", "afrin-area"]
    away = scene.view.model_copy(update={"lat": 36.5, "lon": 40.0, "place": None})
    assert out_of_sight(atlas, scene.model_copy(update={"view": away})) == list(scene.events)
