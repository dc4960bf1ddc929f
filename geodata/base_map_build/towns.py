"""Towns of the base map, from GeoNames.

More of them along the border, and none that the table of places has.
"""

from __future__ import annotations

import csv
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from shapely import Point

from geodata.base_map_build.projection import to_metres

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from shapely import Polygon
    from shapely.geometry.base import BaseGeometry

    from geodata.base_map_build.settings import TownRules

ARABIC = frozenset("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي ")
"""The letters of Arabic: a name with another letter is Persian, Kurdish or Urdu."""
MARKS = frozenset("\u2018\u2019\u02bb\u02bc\u02bf\u02be`'")
"""Letters of transliteration that stand for ayn and hamza."""


@dataclass(frozen=True)
class Town:
    """A town to be named on the map."""

    geonameid: int
    """Its number in GeoNames."""
    names: dict[str, str]
    """By column: `name`, plain; `name_arabic`, the one in GeoNames; those of the rules. Empty where not known."""
    country: str
    """ISO code of two letters."""
    population: int | None
    """People, as GeoNames says; None when it does not say."""
    rank: int
    """From 1, the largest, to 4."""
    shape: Point
    """Where it is, in degrees."""


def build_towns(  # noqa: PLR0913 - what there is, where, and which of it
    records: Iterable[Mapping[str, Any]],
    area: Polygon,
    border: BaseGeometry,
    *,
    known: Sequence[Point],
    wanted: Mapping[int, int],
    rules: TownRules,
) -> list[Town]:
    """Return the towns of the area, the most populous first.

    Near the border and in the country smaller ones too.

    ``known`` are the points of our own places, all in the country of the rules: a town of it at one is left out.
    ``wanted`` are towns that are shown whatever their population, by number, each with its rank.
    """
    line, ours = to_metres(border), [to_metres(point) for point in known]
    towns: list[Town] = []
    for record in sorted(records, key=lambda record: (record["geonameid"] not in wanted, -record["population"])):
        point = Point(record["longitude"], record["latitude"])
        enough = record["population"] >= _least(record["countrycode"], point, line, rules)
        if not area.covers(point) or not (enough or record["geonameid"] in wanted):
            continue
        there = [*(ours if record["countrycode"] == rules.country else []), *(to_metres(town.shape) for town in towns)]
        if all(to_metres(point).distance(other) > rules.same_km * 1000 for other in there):
            rank = 1 + sum(record["population"] < least for least in rules.ranks)
            towns.append(_town(record, point, wanted.get(record["geonameid"], rank), rules))
    return sorted(towns, key=lambda town: (town.rank, -(town.population or 0)))


def read_wanted(table: Path) -> dict[int, int]:
    """Return the rank of each town of a CSV table.

    Its columns are geonameid and rank.
    """
    with table.open(encoding="utf-8", newline="") as rows:
        return {int(row["geonameid"]): int(row["rank"]) for row in csv.DictReader(rows)}


def read_points(table: Path) -> list[Point]:
    """Return the points of a CSV table with the columns lon and lat.

    Nothing when there is no such table.
    """
    if not table.exists():
        return []
    with table.open(encoding="utf-8", newline="") as rows:
        return [Point(float(row["lon"]), float(row["lat"])) for row in csv.DictReader(rows) if row["lon"]]


def plain(name: str) -> str:
    """Return a name without the marks of transliteration.

    >>> plain("Ḩalab"), plain("Ar Raqqah")
    ('Halab', 'Ar Raqqah')
    """
    letters = unicodedata.normalize("NFKD", "".join(letter for letter in name if letter not in MARKS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def only_arabic(names: Iterable[str]) -> str:
    """Return the one Arabic name among several.

    Empty when there is none, or when it would be a guess.

    >>> only_arabic(["Halab", "حلب", "حەلەب"]), only_arabic(["حلب", "الشهباء"])
    ('حلب', '')
    """
    found = {name for name in names if name.strip() and set(name) <= ARABIC}
    return found.pop() if len(found) == 1 else ""


def _least(country: str, point: Point, border: BaseGeometry, rules: TownRules) -> int:
    if to_metres(point).distance(border) <= rules.near_border_km * 1000:
        return rules.least_near_border
    return rules.least_in_country if country == rules.country else rules.least


def _town(record: Mapping[str, Any], point: Point, rank: int, rules: TownRules) -> Town:
    name, own = record["name"], rules.own_names.get(record["countrycode"], "")
    names = {"name": name if own else plain(name), "name_arabic": only_arabic(record["alternatenames"])}
    return Town(
        geonameid=int(record["geonameid"]),
        names=names | {column: name if column == own else "" for column in rules.own_names.values()},
        country=record["countrycode"],
        population=int(record["population"]) or None,
        rank=rank,
        shape=point,
    )
