"""Names of zones and towns stand on the land that they name, in windows of all sizes and on key dates."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import shapely

from geodata.text.place_names import names_of
from tests.browser.map_page import go_to, map_frame, painted, set_state
from tests.project_data import areas, atlas, geography

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from playwright.sync_api import Frame
    from shapely.geometry.base import BaseGeometry

    from tests.browser.conftest import OpenPage

DAYS = ("2016-10-01", "2018-04-01", "2019-11-01", "2020-03-01", "2024-12-07", "2025-01-01")
TOWNS = {
    (360, 640): 5,
    (390, 844): 5,
    (740, 360): 7,
    (768, 1024): 9,
    (1280, 720): 10,
    (1366, 768): 10,
    (1920, 1080): 10,
}
"""How many of the towns of the story, the focus among them, find room in a window of this size."""
ROOMY = 1280
"""Width of a window in which every zone is named."""
ON_LAND = """(points) => points.map((point) => {
  const { lat, lng } = window.map_time.containerPointToLatLng(point);
  return [lng, lat];
})"""


def placed(frame: Frame, pixels: Sequence[Any]) -> list[tuple[float, float]]:
    """Return where points of the window lie on the map, in degrees."""
    return [(lon, lat) for lon, lat in frame.evaluate(ON_LAND, list(pixels))]


def names_on(frame: Frame, day: str) -> list[dict[str, Any]]:
    """Return what is written on the map of a day, with the land under the words and the end of their line, if any."""
    go_to(frame, day)
    names = list(frame.evaluate("window.timemap.names()"))
    for name in names:
        left, top, right, bottom = name["box"]
        name["land"] = shapely.Polygon(placed(frame, [[left, top], [right, top], [right, bottom], [left, bottom]]))
        name["end"] = shapely.Point(placed(frame, [name["foot"]])[0]) if name["foot"] else None
    return names


@cache
def zones_on(day: str) -> dict[str, BaseGeometry]:
    """Return the land of each zone that is held on a day."""
    return {row.zone: row.geometry for row in areas().zones_on(date.fromisoformat(day))}


@cache
def countries_of_towns() -> dict[str, str]:
    """Return the country of every town of the story, by its name on the map."""
    known, base = atlas(), geography()
    first = {*known.setting_list("named-first"), known.setting("focus-place")}
    points = [(names_of(known, row)["en"], row.lon, row.lat) for row in known.places if row.id in first]
    towns = base.towns[base.towns["geonameid"].astype(str).isin(first)]
    points += [
        (str(name), at.centroid.x, at.centroid.y) for name, at in zip(towns["name"], towns.geometry, strict=True)
    ]
    iso = base.countries["iso"]
    return {
        name.split(" (")[0]: next(str(code) for code in iso if shapely.intersects_xy(base.land(str(code)), lon, lat))
        for name, lon, lat in points
    }


def misplaced_zones(names: Sequence[dict[str, Any]], lands: dict[str, BaseGeometry]) -> list[str]:
    """Return the zones whose names stand neither on their land nor at the end of a line to it, or on another zone."""
    wrong = []
    for name in (name for name in names if name["kind"] == "zone"):
        zone = name["id"].removeprefix("zone ")
        box = name["land"]
        inside = box.intersection(lands[zone]).area / box.area > 0.99
        led = name["end"] is not None and lands[zone].buffer(0.003).contains(name["end"])
        on_others = any(box.intersection(land).area > 0.01 * box.area for key, land in lands.items() if key != zone)
        if on_others or not (inside or led):
            wrong.append(name["text"])
    return wrong


def strays(names: Sequence[dict[str, Any]]) -> list[str]:
    """Return the towns of the story whose names have their middle in another country."""
    home = countries_of_towns()
    return [
        name["text"]
        for name in names
        if name["kind"] in {"city", "town", "focus"} and name["text"] in home
        if not geography().land(home[name["text"]]).contains(name["land"].centroid)
    ]


def open_document(open_page: OpenPage, path: Path, size: tuple[int, int]) -> Frame:
    frame = map_frame(open_page(path.as_uri(), viewport={"width": size[0], "height": size[1]}))
    painted(frame)
    return frame


@pytest.mark.parametrize("size", TOWNS, ids=lambda size: f"{size[0]}x{size[1]}")
def test_names_of_zones_and_towns_stand_on_their_own_land(
    size: tuple[int, int], open_page: OpenPage, document_path: Path
) -> None:
    frame = open_document(open_page, document_path, size)
    home = countries_of_towns()
    for day in DAYS:
        names, lands = names_on(frame, day), zones_on(day)
        assert (day, misplaced_zones(names, lands)) == (day, [])
        assert (day, strays(names)) == (day, [])
        zones = {name["id"].removeprefix("zone ") for name in names if name["kind"] == "zone"}
        assert zones
        if size[0] >= ROOMY:
            assert (day, zones) == (day, set(lands))
        towns = {name["text"] for name in names if name["kind"] in {"city", "town", "focus"}} & set(home)
        assert (day, len(towns)) >= (day, TOWNS[size]), set(home) - towns


NAMES_IN = {"ar": ("name_arabic", 0.7), "ku": ("name_kurdish", 0.55), "tr": ("name_turkish", 0.75)}
"""Column of the names of a language, and which part of what is written at first must be in it."""


def plain(text: str) -> str:
    """Return a text in small letters, with the dotted I of Turkish as any other."""
    return text.split(" (", maxsplit=1)[0].casefold().replace("i̇", "i")


@pytest.mark.parametrize("language", NAMES_IN)
def test_names_of_every_kind_follow_the_language(language: str, open_page: OpenPage, document_path: Path) -> None:
    frame = open_document(open_page, document_path, (1366, 768))
    set_state(frame, language=language)
    column, least = NAMES_IN[language]
    own = {plain(getattr(row, column)) for row in (*atlas().feature_names, *atlas().places)} - {""}
    own |= {plain(str(name)) for name in geography().towns.get(column, []) if name}
    names = [name for name in names_on(frame, "2019-11-01") if name["kind"] not in {"border", "callout", "village"}]
    followed = [name for name in names if plain(name["text"]) in own]
    for kind in ("country", "zone", "river", "division", "focus", "city", "town"):
        assert kind in {name["kind"] for name in followed}
    assert len(followed) >= least * len(names), {name["text"] for name in names} - {name["text"] for name in followed}


def test_a_name_on_the_wrong_land_is_noticed(open_page: OpenPage, document_path: Path) -> None:
    frame = open_document(open_page, document_path, (1366, 768))
    lands = zones_on("2019-11-01")
    names = names_on(frame, "2019-11-01")
    spring = next(name for name in names if name["id"] == "zone peace-spring-area")
    north = shapely.affinity.translate(spring["land"], yoff=0.5)
    assert misplaced_zones([{**spring, "land": north, "end": None}], lands) == [spring["text"]]
    assert misplaced_zones([{**spring, "land": lands["afrin-area"].envelope}], lands) == [spring["text"]]
    town = next(name for name in names if name["text"] == "Tell Abyad")
    assert strays([{**town, "land": north}]) == ["Tell Abyad"]


SIZES = ((360, 640), (390, 844), (740, 360), (1280, 720), (1366, 768))
TOLD_DAYS = ("2014-10-06", "2015-01-26", "2018-04-01", "2019-11-01", "2025-01-01")
PLACES = {"city", "town", "village", "focus"}
CLEARLY = 3
"""Pixels by which a name is nearer to its own dot than to any other."""
BESIDE = 0.4
"""Share of the way from a name to a dot level with it that counts."""
LONGEST_STEM = 24
FRAME = 2
"""Pixels between a name and the frame of the map."""


def dots(names: Sequence[dict[str, Any]]) -> dict[str, BaseGeometry]:
    """Return the dot or ring of each place that is named, by the id of the name, in pixels."""
    return {name["id"]: shapely.box(*name["mark"]) for name in names if name["kind"] in PLACES and name["mark"]}


def read_way(words: BaseGeometry, dot: BaseGeometry) -> float:
    """Return how many pixels lie between a name and a dot; beside a dot a name is read as that dot's."""
    _, upper, _, lower = words.bounds
    return float(words.distance(dot)) * (BESIDE if upper < dot.centroid.y < lower else 1)


def mistakable(names: Sequence[dict[str, Any]]) -> list[tuple[str, str]]:
    """Return the names that are not clearly nearer to the dot of their own place than to another, and that other."""
    drawn = dots(names)
    text = {name["id"]: name["text"] for name in names}
    wrong = []
    for name in (name for name in names if name["id"] in drawn):
        words = shapely.box(*name["box"])
        own = read_way(words, drawn[name["id"]])
        wrong += [
            (name["text"], text[other])
            for other, dot in drawn.items()
            if other != name["id"] and read_way(words, dot) < own + CLEARLY
        ]
    return wrong


def over_the_border(names: Sequence[dict[str, Any]], frame: Frame) -> list[str]:
    """Return the names of places that lie partly in another country than their dots."""
    drawn = dots(names)
    countries = {iso: geography().land(str(iso)) for iso in geography().countries["iso"]}
    wrong = []
    for name in (name for name in names if name["id"] in drawn):
        middle = drawn[name["id"]].centroid
        at = shapely.Point(placed(frame, [[middle.x, middle.y]])[0])
        home = next((iso for iso, land in countries.items() if land.contains(at)), None)
        others = (land for iso, land in countries.items() if iso != home)
        if home and any(name["land"].intersection(land).area > 0.01 * name["land"].area for land in others):
            wrong.append(name["text"])
    return wrong


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_name_belongs_to_its_own_dot_and_land_and_is_whole(
    size: tuple[int, int], open_page: OpenPage, document_path: Path
) -> None:
    frame = open_document(open_page, document_path, size)
    width, height = frame.evaluate("(({ x, y }) => [x, y])(map_time.getSize())")
    window, inside = shapely.box(0, 0, width, height), shapely.box(FRAME, FRAME, width - FRAME, height - FRAME)
    for day in TOLD_DAYS:
        names = names_on(frame, day)
        seen = [name for name in names if window.intersects(shapely.box(*name["box"]))]
        assert (day, mistakable(names)) == (day, [])
        assert (day, over_the_border(seen, frame)) == (day, [])
        assert (
            day,
            [name["text"] for name in seen if not inside.buffer(0.01).contains(shapely.box(*name["box"]))],
        ) == (
            day,
            [],
        )
        stems = {
            name["text"]: shapely.box(*name["box"]).distance(shapely.Point(name["foot"]))
            for name in names
            if name["kind"] in PLACES and name["foot"]
        }
        assert (day, {text: way for text, way in stems.items() if way > LONGEST_STEM}) == (day, {})


def test_a_name_that_could_be_of_another_dot_is_noticed() -> None:
    def town(text: str, x: float, left: float) -> dict[str, Any]:
        return {
            "id": text,
            "kind": "town",
            "text": text,
            "mark": [x - 3, 7, x + 3, 13],
            "box": [left, 3, left + 40, 17],
        }

    assert mistakable([town("one", 10, 18), town("two", 100, 108)]) == []
    assert mistakable([town("one", 10, 50), town("two", 100, 108)]) == [("one", "two")]
    below = {**town("one", 60, 40), "box": [40, 18, 80, 32]}
    assert mistakable([below, {**town("two", 30, 0), "mark": [27, 22, 33, 28], "box": [0, 18, 24, 32]}]) == [
        ("one", "two")
    ]
