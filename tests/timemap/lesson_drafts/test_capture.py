"""What the map tells becomes a scene that shows the same; of what makes no sense nothing is taken."""

from __future__ import annotations

from datetime import date

import pytest

from geodata.records.view_limits import NEAREST
from tests.project_data import atlas
from timemap.lesson_drafts.capture import scene_from_capture
from timemap.lesson_drafts.draft import Draft, SceneDraft
from timemap.lesson_drafts.validation import check

TOLD = {
    "moment": "2014-10-06",
    "compare": "2015-01-26",
    "range": ["2014-09-13", "2015-01-28"],
    "mode": "until",
    "window": 3,
    "view": {"lat": 36.89, "lon": 38.35, "zoom": 11.5},
    "events": ["siege-begins"],
}


def test_a_scene_shows_what_the_map_showed() -> None:
    scene = scene_from_capture(TOLD, atlas())
    assert (scene.moment, scene.mode, scene.window) == (date(2014, 10, 6), "until", 3)
    assert scene.compare == date(2015, 1, 26)
    assert (scene.first, scene.last) == (date(2014, 9, 13), date(2015, 1, 27))
    assert (scene.lat, scene.lon, scene.place, scene.zoom) == (36.89, 38.35, "", 11.5)
    assert scene.events == ("siege-begins",)
    assert scene.title == atlas().event("siege-begins").title


def test_without_an_event_the_day_is_the_title_and_only_words_are_missing() -> None:
    scene = scene_from_capture({**TOLD, "events": [], "range": None}, atlas())
    assert scene.title == "6 October 2014"
    assert (scene.first, scene.last) == (None, None)
    wrong = check(Draft(scenes=(scene,)), atlas()).of_scene(0)
    assert [problem.column for problem in wrong] == ["text"]


@pytest.mark.parametrize(
    ("changes", "field", "expected"),
    [
        ({"moment": "6 October"}, "moment", None),
        ({"moment": 5}, "moment", None),
        ({"compare": None}, "compare", None),
        ({"compare": "2014-10-06"}, "compare", None),
        ({"compare": 5}, "compare", None),
        ({"range": ["2015-01-28", "2014-09-13"]}, "first", None),
        ({"range": "2015"}, "last", None),
        ({"range": ["2015-01-28"]}, "first", None),
        ({"mode": "never"}, "mode", None),
        ({"window": -1}, "window", SceneDraft().window),
        ({"window": "7"}, "window", SceneDraft().window),
        ({"view": None}, "lat", None),
        ({"view": {"lat": "36", "lon": 38.0, "zoom": 9}}, "lat", None),
        ({"view": {"lat": True, "lon": 38.0}}, "lon", None),
        ({"view": {"lat": 36.0, "lon": 38.0, "zoom": 30}}, "zoom", NEAREST),
        ({"events": ["no-such-event", 3]}, "events", ()),
        ({"events": "siege-begins"}, "events", ()),
    ],
    ids=str,
)
def test_of_what_makes_no_sense_nothing_is_taken(changes: dict[str, object], field: str, expected: object) -> None:
    assert getattr(scene_from_capture({**TOLD, **changes}, atlas()), field) == expected


def test_nothing_told_is_a_scene_in_the_usual_place() -> None:
    scene = scene_from_capture({}, atlas())
    assert scene.place == atlas().setting("focus-place")
    assert (scene.lat, scene.lon, scene.moment) == (None, None, None)
