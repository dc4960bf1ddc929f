"""Check of points: in their country, without swapped degrees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geodata.data import other_atlas
from geodata.io.problems import Problem
from geodata.table_import.places.country_sides import CountrySides
from geodata.table_import.places.distances import km_between
from geodata.table_import.places.position_fit import AWAY_KM, CLOSE_KM
from geodata.text.folding import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from geodata.geography import Geography
    from geodata.io.tables import Rows

LONGEST_NAME = 5
"""Words of the name of a place, at most."""

SWAPPED = "Are latitude and longitude swapped?"


def check_sides(tables: Mapping[str, Rows[Any]], geography: Geography) -> Iterator[Problem]:
    """Yield a problem for every point outside the country of its row."""
    sides = CountrySides(geography)
    for name in ("places", "posts", "front_marks"):
        for number, row in tables[name]:
            yield from _check_home(tables[name].file, number, row, geography.iso, sides)
    at_home = [row for row in tables["places"].records if sides.country(row.lat, row.lon) == geography.iso]
    points = named_points(at_home, geography)
    for number, event in tables["events"]:
        if is_swapped(event, sides, points):
            point, expected = f"{event.lat}, {event.lon}", "latitude first, then longitude"
            yield Problem(tables["events"].file, number, "lat", point, expected, SWAPPED)
        else:
            yield from _check_event(tables["events"].file, number, event, sides)


def named_points(places: Iterable[Any], geography: Geography) -> dict[str, list[tuple[float, float]]]:
    """Return degrees north and east of places and towns, by folded names.

    The names are English ones. A place counts under the beginning of its name too, up to a bracket. Several may have
    one name.
    """
    points: dict[str, list[tuple[float, float]]] = {}
    shapes = geography.towns.geometry
    towns = zip(map(str, geography.towns["name"]), zip(shapes.y, shapes.x, strict=True), strict=True)
    for name, point in (*((place.name, (place.lat, place.lon)) for place in places), *towns):
        for form in {name, re.split("[(/,]", name)[0]}:
            points.setdefault(" ".join(words_of(form)), []).append(point)
    return points


def is_swapped(event: Any, sides: CountrySides, points: Mapping[str, list[tuple[float, float]]]) -> bool:  # noqa: ANN401 - a record with point, place and country
    """Return whether an event's latitude and longitude are swapped.

    Then they fit its place or country the other way round, and do not fit them as they stand.
    """
    there, other = sides.country(event.lat, event.lon), sides.country(event.lon, event.lat)
    meant = _points_named(event.place, points)
    if any(km_between(event.lat, event.lon, *point) < AWAY_KM for point in meant):
        return False
    if any(km_between(event.lon, event.lat, *point) < CLOSE_KM for point in meant):
        return True
    if sides.by_the_border(event.lat, event.lon):
        return False
    named = sides.named(event.place) or {event.country}
    return other != "" and (there == "" or (there not in named and other in named))


def _points_named(text: str, points: Mapping[str, list[tuple[float, float]]]) -> list[tuple[float, float]]:
    """Return where the places lie of which a name stands in a text."""
    words = words_of(text)
    ends = range(1, LONGEST_NAME + 1)
    runs = {" ".join(words[start : start + length]) for start in range(len(words)) for length in ends}
    return [point for run in runs & points.keys() for point in points[run]]


def _check_home(file: str, number: int, row: Any, home: str, sides: CountrySides) -> Iterator[Problem]:  # noqa: ANN401 - any record with a point
    there = sides.country(row.lat, row.lon)
    if home in {"", there} or (there and sides.by_the_border(row.lat, row.lon)):
        return
    swapped = sides.country(row.lon, row.lat) == home
    if there or swapped or sides.far_away(row.lat, row.lon):
        where = f"This point is in {sides.name(there)}." if there else ""
        hint = SWAPPED if swapped else where
        yield Problem(file, number, "lat", f"{row.lat}, {row.lon}", f"a point in {sides.name(home)}", hint)


def _check_event(file: str, number: int, event: Any, sides: CountrySides) -> Iterator[Problem]:  # noqa: ANN401 - a record with point and country
    point = f"{event.lat}, {event.lon}"
    there = sides.country(event.lat, event.lon)
    left_out = not event.country and other_atlas() is not None
    if there != event.country and not left_out and not sides.by_the_border(event.lat, event.lon):
        expected = (
            f'"{there}", the country of the point {point}'
            if there
            else "an empty value, because the point is off the map"
        )
        yield Problem(file, number, "country", event.country, expected)
    named = sides.named(event.place)
    if there and len(named) == 1 and there not in named:
        expected = f"a point in {sides.name(named.pop())}, which the place names"
        yield Problem(file, number, "lat", point, expected, f"This point is in {sides.name(there)}.")
