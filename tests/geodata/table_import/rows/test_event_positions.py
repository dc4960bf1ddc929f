"""Positions of rows: by coordinates first, else by name; what does not fit has none."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from geodata.table_import.columns.matching import match_columns
from geodata.table_import.faults import FaultKind
from geodata.table_import.rows.event_positions import PositionReader, SheetPositions
from tests.geodata.table_import.made_sheets import sheet_like, sheet_of

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.geography import Geography

REST = {"date": "2018-02-01", "title": "Example event"}


@pytest.fixture(scope="module")
def reader(atlas: Atlas, geography: Geography) -> PositionReader:
    return PositionReader.of(atlas, geography)


def read(
    reader: PositionReader, cells: dict[str, str | float | None], answers: dict[str, str] | None = None
) -> SheetPositions:
    """Return the position of a row with these cells."""
    row = {**REST, **cells}
    sheet = sheet_of(list(row), list(row.values()))
    return reader.read(sheet, match_columns(sheet), answers or {})


@pytest.mark.parametrize(
    ("cells", "point", "precision"),
    [
        ({"lat": "36.8912", "lon": "38.3536"}, (36.8912, 38.3536), "exact"),
        ({"lat": 36.5123, "lon": 38.3536}, (36.5123, 38.3536), "exact"),
        ({"lat": "36,5123", "lon": "38,3536"}, (36.5123, 38.3536), "exact"),
        ({"lat": "36.5", "lon": "38"}, (36.5, 38.0), "area"),
        ({"lat": "36.52", "lon": "38.35"}, (36.52, 38.35), "town"),
        ({"lat": "36°30'0\"N", "lon": "38°15'0\"E"}, (36.5, 38.25), "town"),
        ({"coordinates": "36.5123, 38.3536"}, (36.5123, 38.3536), "exact"),
        ({"coordinates": "POINT (38.3536 36.5123)"}, (36.5123, 38.3536), "exact"),
    ],
)
def test_coordinates_are_read_in_their_forms(
    reader: PositionReader, cells: dict[str, str | float | None], point: tuple[float, float], precision: str
) -> None:
    (found,) = read(reader, cells).positions
    assert (found.lat, found.lon) == pytest.approx(point)
    assert (str(found.precision), found.faults) == (precision, ())


def test_a_name_stands_in_where_there_are_no_coordinates(reader: PositionReader) -> None:
    placed = read(reader, {"lat": None, "lon": None, "place": "Kobani"})
    (found,) = placed.positions
    assert found.is_known
    assert str(found.precision) == "town"
    assert [one.text for one in placed.by_name] == ["Kobani"]
    with_both = read(reader, {"lat": "36.8801", "lon": "38.3501", "place": "Kobani"})
    (exact,) = with_both.positions
    assert (exact.lat, with_both.by_name) == (36.8801, ())


def test_a_near_name_waits_for_its_answer(reader: PositionReader) -> None:
    asked = read(reader, {"place": "Kubane"})
    (found,) = asked.positions
    assert not found.is_known
    assert [one.question.key for one in asked.to_confirm] == ["place:Kubane"]
    best = asked.to_confirm[0].question.options[0].value
    (answered,) = read(reader, {"place": "Kubane"}, {"place:Kubane": best}).positions
    assert answered.is_known
    (none,) = read(reader, {"place": "Kubane"}, {"place:Kubane": "none"}).positions
    ((_, fault),) = none.faults
    assert "as you said" in fault.hint
    (point,) = read(reader, {"place": "Kubane"}, {"place:Kubane": "36.5123, 38.3536"}).positions
    assert (point.lat, point.lon) == (36.5123, 38.3536)


def test_an_unknown_name_is_listed(reader: PositionReader) -> None:
    found = read(reader, {"place": "Qwxzyvtown"})
    assert [one.text for one in found.unknown] == ["Qwxzyvtown"]
    (position,) = found.positions
    assert [fault.kind for _, fault in position.faults] == [FaultKind.FOREIGN_KEY]


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ({"lat": "36.8912", "lon": None}, FaultKind.MISSING_CELL),
        ({"lat": "0", "lon": "0"}, FaultKind.MISSING_CELL),
        ({"lat": "north", "lon": "38.3536"}, FaultKind.TYPE),
        ({"lat": None, "lon": None}, FaultKind.MISSING_CELL),
        ({"lat": "38.3536", "lon": "36.8912", "country": "Syria"}, FaultKind.CONSTRAINT),
    ],
)
def test_what_is_no_position_leaves_the_row_without_one(
    reader: PositionReader, cells: dict[str, str | None], kind: FaultKind
) -> None:
    row = {**REST, **cells}
    good = {**row, "lat": "36.8912", "lon": "38.3536"}
    sheet = sheet_of(list(row), list(row.values()), *[list(good.values())] * 9)
    found, *others = reader.read(sheet, match_columns(sheet), {}).positions
    assert math.isnan(found.lat)
    assert [fault.kind for _, fault in found.faults] == [kind]
    assert all(other.is_known for other in others)


def test_the_middle_of_a_country_is_no_position(reader: PositionReader) -> None:
    sheet = sheet_like("ucdp", *({"where_prec": code, "latitude": "36.5123"} for code in "1234567"))
    found = list(reader.read(sheet, match_columns(sheet), {}).positions)
    assert [one.is_known for one in found] == [True, True, True, True, True, False, False]
    assert [str(one.precision) for one in found[:3]] == ["exact", "area", "area"]
    assert "country" in found[5].faults[0][1].hint
