"""The base map of any box: land goes to the country of its towns, and what is missing is said."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import shapely
from shapely import LineString, Point, box

from geodata.base_map_build.any_box import (
    SHORT,
    BoxRequest,
    UnknownCountryError,
    _lands,
    _main_border,
    _towns,
)
from geodata.base_map_build.shared_edges import land_borders
from geodata.base_map_build.sources import Sources
from geodata.cli.main import main
from geodata.data import ATLAS, ATTRIBUTION
from geodata.defaults import default_setting

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

AREA = box(0, 0, 2, 1)


class TwoCountries(Sources):
    """Land of two countries, whose boundary stops short of the coast at both ends."""

    def land_and_boundaries(self, box: shapely.Polygon) -> tuple[BaseGeometry, list[LineString]]:
        """Return a strip of land, and its boundary."""
        return shapely.box(0, 0.1, 2, 0.9).intersection(box), [LineString([(1, 0.12), (1.1, 0.5), (1, 0.88)])]

    def codes_of_countries(self) -> dict[str, str]:
        """Return the codes of both."""
        return {"AA": "AAA", "BB": "BBB"}


def record(name: str, code: str, lon: float, lat: float, population: int) -> dict[str, object]:
    return {
        "geonameid": population, "name": name, "countrycode": code, "longitude": lon, "latitude": lat,
        "population": population,
    }  # fmt: skip


RECORDS = [record("West", "AA", 0.5, 0.5, 90000), record("East", "BB", 1.5, 0.5, 20000)]


@pytest.fixture
def lands() -> dict[str, BaseGeometry]:
    nowhere = Path()
    return dict(_lands(TwoCountries(nowhere, nowhere, nowhere, nowhere), AREA, RECORDS))


def test_land_goes_to_the_country_of_its_towns_up_to_the_boundary(lands: dict[str, BaseGeometry]) -> None:
    assert set(lands) == {"AAA", "BBB"}
    assert lands["AAA"].covers(Point(1.05, 0.5))
    assert lands["BBB"].covers(Point(1.15, 0.5))
    assert lands["AAA"].area + lands["BBB"].area == pytest.approx(1.6)


def test_the_border_is_the_edge_of_both_and_another_one_is_refused(lands: dict[str, BaseGeometry]) -> None:
    borders = land_borders(lands)
    border = _main_border(borders, BoxRequest(AREA, "BBB", "AAA"))
    assert border is not None
    assert border.length == pytest.approx(0.83, abs=0.02)
    assert _main_border(borders, BoxRequest(AREA)) is None
    with pytest.raises(UnknownCountryError, match="AAA,BBB"):
        _main_border(borders, BoxRequest(AREA, "AAA", "CCC"))


def test_towns_beside_larger_ones_and_places_are_left_out() -> None:
    near = record("Suburb", "AA", 0.505, 0.5, 5000)
    rows = _towns([*RECORDS, near], [Point(1.5, 0.5)], (50000, 10000))
    assert [(row["name"], row["rank"]) for row, _ in rows] == [("West", 1)]


def test_what_is_missing_is_said_with_what_installs_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["base", str(tmp_path), "--box", "9,49,11,51", "--natural-earth", str(tmp_path / "no")]) == 1
    assert "is not installed. To install it: " in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("options", [["--box", "11,49,9,51"], ["--box", "9,49,11,51", "--border", "DEU"]])
def test_a_box_or_border_that_is_none_is_refused(tmp_path: Path, options: list[str]) -> None:
    with pytest.raises(SystemExit):
        main(["base", str(tmp_path), *options])


def test_the_corner_of_the_map_names_whom_the_base_map_is_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ATLAS, str(tmp_path))
    assert default_setting("attribution") == ""
    (tmp_path / ATTRIBUTION).parent.mkdir()
    (tmp_path / ATTRIBUTION).write_text(f"{SHORT}\n", "utf-8")
    assert default_setting("attribution") == SHORT
