"""On every day the areas are the covered land, divided by who holds it, and the zones have the sizes that are known."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
import shapely
from shapely import Point

from geodata.areas.projection import square_km
from geodata.areas.timeline.published_figures import compare
from geodata.records.control import Figure
from tests.project_data import areas, atlas

if TYPE_CHECKING:
    from geodata.areas import Area, ZoneArea

ALL_ZONES = ("euphrates-shield-area", "azaz-mare-area", "afrin-area", "peace-spring-area")


def holder(name: str, day: date) -> str:
    """Return who holds the point of a place on a day."""
    row = atlas().place(name)
    (found,) = [area.controller for area in areas().on(day) if area.geometry.covers(Point(row.lon, row.lat))]
    return found


def both(day: date) -> list[Area | ZoneArea]:
    return [*areas().on(day), *areas().zones_on(day)]


def zone_km2(day: date) -> dict[str, float]:
    return {zone.zone: zone.km2 for zone in areas().zones_on(day)}


def test_sizes_are_those_of_the_shapes() -> None:
    for area in both(date(2019, 11, 1)):
        assert square_km(area.geometry) == pytest.approx(area.km2, rel=1e-9)


def test_the_size_of_a_known_rectangle_is_right() -> None:
    assert square_km(shapely.box(38, 36.5, 38.1, 36.6)) == pytest.approx(99.4, rel=2e-3)


def test_shares_of_confidence_sum_to_the_size() -> None:
    for day in areas().days:
        for area in both(day):
            assert sum(area.km2_by_confidence.values()) == pytest.approx(area.km2)


def test_places_of_an_area_are_those_that_its_controller_holds() -> None:
    day = date(2016, 12, 1)
    held = {hold.place: hold.controller for hold in atlas().holds if hold.span.covers(day)}
    for area in areas().on(day):
        assert {held[name] for name in area.places} == {area.controller}


def test_zones_are_all_that_the_controllers_with_turkish_troops_hold() -> None:
    turkish = {controller for zone in atlas().zones for controller in zone.controllers}
    for day in areas().days:
        in_zones = sum(zone_km2(day).values())
        held = sum(area.km2 for area in areas().on(day) if area.controller in turkish)
        assert in_zones == pytest.approx(held, rel=0.01, abs=5), day


def test_between_two_changes_nothing_is_derived_again() -> None:
    later = areas().days[-1] + timedelta(days=1)
    assert areas().on(later)[0].geometry is areas().on(later + timedelta(days=3))[0].geometry


def test_before_the_record_nothing_is_held() -> None:
    assert areas().on(areas().days[0] - timedelta(days=1)) == ()
    assert areas().zones_on(date(2014, 1, 1)) == ()


def test_after_the_last_supported_day_areas_are_last_known() -> None:
    until = date.fromisoformat(atlas().setting("control-known-until"))
    assert not any(area.last_known for area in both(until))
    after = until + timedelta(days=1)
    assert all(area.last_known for area in both(after))


def test_in_the_siege_the_city_is_divided() -> None:
    day = date(2014, 10, 20)
    assert holder("kobane", day) == "sdf"
    assert holder("kobane-east", day) == "isis"
    assert holder("kobane-security", day) == "isis"


def test_after_the_siege_it_is_not() -> None:
    assert holder("kobane-east", date(2015, 2, 1)) == "sdf"


@pytest.mark.parametrize(
    ("name", "day", "controller"),
    [
        ("tell-abyad", date(2015, 6, 1), "isis"),
        ("tell-abyad", date(2019, 10, 1), "sdf"),
        ("tell-abyad", date(2019, 11, 1), "turkey"),
        ("afrin", date(2018, 1, 1), "sdf"),
        ("afrin", date(2018, 4, 1), "turkey"),
        ("jarabulus", date(2016, 8, 1), "isis"),
        ("jarabulus", date(2016, 9, 1), "turkey"),
        ("kobane", date(2021, 1, 1), "joint"),
        ("raqqa", date(2016, 1, 1), "isis"),
        ("raqqa", date(2018, 1, 1), "sdf"),
    ],
)
def test_known_holders(name: str, day: date, controller: str) -> None:
    assert holder(name, day) == controller


@pytest.mark.parametrize(
    ("zones", "day", "low", "high"),
    [
        (("euphrates-shield-area",), date(2017, 4, 1), 2055, 2055),
        (("euphrates-shield-area", "azaz-mare-area"), date(2017, 4, 1), 2225, 2225),
        (("afrin-area",), date(2018, 4, 1), 1900, 2000),
        (("peace-spring-area",), date(2019, 10, 24), 2934, 2934),
        (("peace-spring-area",), date(2021, 1, 1), 2934, 4875),
        (ALL_ZONES, date(2021, 1, 1), 8835 - 4820 + 2934, 8835),  # a sum of claims, with the smallest and the largest
    ],
)
def test_zones_are_within_a_tenth_of_their_published_range(
    zones: tuple[str, ...], day: date, low: float, high: float
) -> None:
    derived = sum(zone_km2(day)[zone] for zone in zones)
    assert 0.9 * low <= derived <= 1.1 * high


def test_every_published_figure_is_met_or_its_note_says_why_not() -> None:
    for figure in atlas().figures:
        (found,) = compare([figure], areas().zones_on(figure.day), figure.day)
        assert found.close or figure.note, figure.id


def test_a_size_that_misses_is_told_from_one_that_is_close() -> None:
    figure = Figure(id="f", zones=("afrin-area",), day=date(2018, 4, 1), low_km2=3000, high_km2=4000, publisher="x")
    (found,) = compare([figure], areas().zones_on(figure.day), figure.day)
    assert not found.close
    assert found.miss == pytest.approx(found.km2 / 3000 - 1)


def test_for_each_set_of_zones_the_figures_of_the_nearest_day_are_compared() -> None:
    early = Figure(id="a", zones=("afrin-area",), day=date(2018, 4, 1), low_km2=1, high_km2=2, publisher="x")
    late = early.model_copy(update={"id": "b", "day": date(2020, 1, 1)})
    twin = late.model_copy(update={"id": "c"})
    figures = [early, late, twin]
    zones = areas().zones_on(date(2020, 1, 1))
    assert [row.figure.id for row in compare(figures, zones, date(2019, 12, 1))] == ["b", "c"]
    assert [row.figure.id for row in compare(figures, zones, date(2018, 6, 1))] == ["a"]
    assert compare(figures, areas().zones_on(date(2018, 1, 1)), date(2018, 1, 1)) == ()
