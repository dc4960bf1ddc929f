"""Names of zones and towns stand on the land that they name, in windows of all sizes and on telling days."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import shapely

from geodata.names import names_of
from tests.browser.timemap_page import go_to, map_frame, painted, set_state
from tests.ours import areas, atlas, geography

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from playwright.sync_api import Frame
    from shapely.geometry.base import BaseGeometry

    from tests.browser.conftest import OpenPage

DAYS = ("2016-10-01", "2018-04-01", "2019-11-01", "2020-03-01", "2024-12-07", "2025-01-01")
TOWNS = {
    (360, 640): 8,
    (390, 844): 9,
    (740, 360): 8,
    (768, 1024): 8,
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
