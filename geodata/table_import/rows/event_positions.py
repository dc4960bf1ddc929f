"""Positions of the rows of a sheet, by coordinates or by name."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import numpy as np

from geodata.records.fields import LocationPrecision
from geodata.table_import.columns.roles import Role
from geodata.table_import.distinct import read_distinct
from geodata.table_import.faults import Fault, FaultKind
from geodata.table_import.places.country_names import country_code
from geodata.table_import.places.gazetteer import Gazetteer
from geodata.table_import.places.place_questions import NO_TEXT, NamedPosition, PlaceToConfirm, place_by_name
from geodata.table_import.places.positions_check import PositionChecker, PositionResult, SharedPoint, shared_points
from geodata.table_import.rows.combined import Combined, join_columns, read_column
from geodata.table_import.rows.format_codes import read_codes
from geodata.table_import.rows.format_rows import read_words, text_of
from geodata.table_import.values.decimal_signs import decimal_sign, question_of_decimal
from geodata.table_import.values.degrees import EXPECTED, degree_reader
from geodata.table_import.values.map_forms import Position
from geodata.table_import.values.numbers import number_reader
from geodata.table_import.values.position_candidates import Candidate, candidates
from geodata.table_import.values.positions import coordinate_orders, position_reader, question_of_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import numpy.typing as npt

    from geodata.atlas import Atlas
    from geodata.geography import Geography
    from geodata.table_import.columns.known_formats import FormatCode
    from geodata.table_import.columns.matching import Matching
    from geodata.table_import.places.place_match import PlaceMatch
    from geodata.table_import.questions import Question
    from geodata.table_import.sheets import Cell, Sheet
    from geodata.table_import.values.number_texts import Decimal
    from geodata.table_import.values.positions import CoordinateOrder

_FINENESS = (LocationPrecision.AREA, LocationPrecision.TOWN, LocationPrecision.EXACT)
_PLACED = (Role.POSITION, Role.GEOMETRY)
_ADMINS = (Role.ADMIN3, Role.ADMIN2, Role.ADMIN1)


@dataclass(frozen=True, slots=True)
class EventPosition:
    """Position of an event, or what is wrong with the cells that tell it."""

    lat: float = math.nan
    """Degrees north; not a number without a position."""

    lon: float = math.nan
    """Degrees east, likewise."""

    precision: LocationPrecision = LocationPrecision.EXACT

    faults: tuple[tuple[Role, Fault], ...] = ()
    """What is wrong, with the role of the column in which it stands."""

    drawn: bool = True
    """Whether its point may stand on a map; one in the middle of a country may not, and is left out."""

    @property
    def is_known(self) -> bool:
        """Whether there is a position."""
        return math.isfinite(self.lat)


@dataclass(frozen=True, slots=True)
class SheetPositions:
    """Positions of all rows of a sheet, and what is open about them."""

    positions: Combined[EventPosition]
    countries: Combined[str]
    """For each row the alpha-3 code of the country that it names; empty where it names none."""
    questions: tuple[Question, ...]
    to_confirm: tuple[PlaceToConfirm, ...]
    """Places in words of which it must be confirmed what is meant."""
    by_name: tuple[NamedPosition, ...]
    """Places by whose names alone rows were put on the map."""
    unknown: tuple[NamedPosition, ...]
    """Places unlike any of ours, so that their rows have no position."""
    shared: tuple[SharedPoint, ...]
    """Points of many rows that name different places."""


@dataclass(frozen=True, slots=True)
class _Half:
    """Degrees of a column: a number, even one that no place has, or what is wrong."""

    value: float
    fault: Fault | None = None
    both: Position | None = None
    """Position of a cell with latitude and longitude, as faults suggest it."""


class PositionReader:
    """Reader of the positions of rows, for the places of an atlas."""

    def __init__(self, gazetteer: Gazetteer, checker: PositionChecker) -> None:
        self._gazetteer = gazetteer
        self._checker = checker

    @classmethod
    def of(cls, atlas: Atlas, geography: Geography) -> PositionReader:
        """Return the reader for the places of an atlas and its base geography."""
        return cls(Gazetteer.of(atlas, geography), PositionChecker.of(geography))

    def read(self, sheet: Sheet, matching: Matching, answers: Mapping[str, str]) -> SheetPositions:
        """Return the positions of the rows of a sheet.

        Coordinates count before names. They are checked against the country and the place of their row; a place is
        looked for by its name where a row has no coordinates.

        Args:
            sheet: the rows.
            matching: what their columns say.
            answers: answers of a recipe by the keys of their questions.
        """
        questions: list[Question] = []
        countries = _countries(sheet, matching)
        admins = _words(sheet, matching, _ADMINS)
        places = _words(sheet, matching, (Role.PLACE,))
        named = join_columns([places, countries, admins], self._matches, len(sheet))
        points = _points(sheet, matching, answers, questions)
        checked = self._check(sheet, matching, points, countries, named)
        has_none = np.isnan(points.lats) & ~points.has_text
        by_name = place_by_name(
            _where(places, has_none),
            self._gazetteer,
            countries=_where(countries, has_none),
            admins=_where(admins, has_none),
            answers=answers,
        )
        number = np.where(by_name.codes == NO_TEXT, len(by_name.places), by_name.codes)
        names = Combined(number, (*by_name.places, None))
        codes = read_codes(sheet, matching, Role.LOCATION_PRECISION)
        code = Combined(codes.codes, codes.meant) if codes else read_column([None] * len(sheet), lambda _: None)
        joined = join_columns([checked, names, code], _joined, len(sheet))
        shared = shared_points(points.lats, points.lons, places.codes) if Role.PLACE in matching.roles else ()
        return SheetPositions(
            joined, countries, tuple(questions), by_name.to_confirm, by_name.by_name, by_name.unknown, shared
        )

    def _matches(self, place: str, country: str, admin: str) -> tuple[PlaceMatch, ...]:
        return self._gazetteer.match(place, country=country, admin=admin) if place else ()

    def _check(
        self,
        sheet: Sheet,
        matching: Matching,
        points: _Points,
        countries: Combined[str],
        named: Combined[tuple[PlaceMatch, ...]],
    ) -> Combined[PositionResult | Fault | None]:
        """Return for each row what its coordinates say; ``None`` for a row without any."""
        halves = [matching.column(role) for role in (Role.LATITUDE, Role.LONGITUDE)]
        typed = [sheet.column(name) for name in halves if name is not None]

        def others(row: int) -> tuple[Candidate, ...]:
            return candidates(*(text_of(column[row]) for column in typed)) if len(typed) == len(halves) else ()

        found = self._checker.check_columns(
            points.lats,
            points.lons,
            countries=(countries.codes, countries.meant),
            places=(named.codes, named.meant),
            candidates=others,
        )
        wrong = np.isnan(points.lats)
        own = np.where(points.faults.codes >= 0, points.faults.codes, 0)
        count = len(found.results)
        codes = np.where(wrong, count + own, found.codes)
        return Combined(codes, (*found.results, *points.faults.meant))


@dataclass(frozen=True, slots=True)
class _Points:
    """Coordinates of rows as read."""

    lats: npt.NDArray[np.float64]
    lons: npt.NDArray[np.float64]
    has_text: npt.NDArray[np.bool_]
    """For each row whether something is typed."""
    faults: Combined[Fault | None]
    """For each row without coordinates why; ``None`` where nothing is typed."""


def _points(sheet: Sheet, matching: Matching, answers: Mapping[str, str], questions: list[Question]) -> _Points:
    lat, lon = matching.column(Role.LATITUDE), matching.column(Role.LONGITUDE)
    if lat is not None and lon is not None:
        columns = sheet.column(lat), sheet.column(lon)
        questions += filter(None, [question_of_decimal(columns)])
        decimal = cast("Decimal", answers.get("decimal", decimal_sign(columns).likeliest))
        north = _half(columns[0], "lat", decimal)
        east = _half(columns[1], "lon", decimal)
        return _arrays(join_columns([north, east], _pair, len(sheet)))
    name = next((name for role in _PLACED if (name := matching.column(role)) is not None), None)
    if name is None:
        return _arrays(read_column([None] * len(sheet), lambda _: (math.nan, math.nan, None)))
    column = sheet.column(name)
    questions += filter(None, [question_of_order(column, name)])
    orders, _ = coordinate_orders(column)
    order = cast("CoordinateOrder", answers.get(f"coordinate-order:{name}", orders[0] if orders else "lat-lon"))
    found = read_distinct(column, position_reader(order))
    return _arrays(Combined(found.codes, tuple(_both(one) for one in found.meant)))


def _half(column: Sequence[Cell], axis: str, decimal: Decimal) -> Combined[_Half]:
    degrees = degree_reader("lat" if axis == "lat" else "lon", decimal)
    number = number_reader(decimal)

    def read(cell: Cell) -> _Half:
        found = degrees(cell)
        if not isinstance(found, Fault):
            return _Half(math.nan if found is None else found)
        pair = position_reader("lat-lon", ".")(cell) if axis == "lat" else None
        if isinstance(pair, Position):
            return _Half(math.nan, both=pair)
        plain = number(cell)
        return _Half(plain if isinstance(plain, float) else math.nan, found)

    return read_column(column, read)


def _pair(north: _Half, east: _Half) -> tuple[float, float, Fault | None]:
    if north.both is not None:
        return north.both.lat, north.both.lon, None
    if math.isfinite(north.value) and math.isfinite(east.value):
        return north.value, east.value, None
    fault = north.fault or east.fault
    if fault is None and (math.isfinite(north.value) or math.isfinite(east.value)):
        fault = Fault(FaultKind.MISSING_CELL, "both a latitude and a longitude")
    return math.nan, math.nan, fault


def _both(read: Position | Fault | None) -> tuple[float, float, Fault | None]:
    if isinstance(read, Position):
        return read.lat, read.lon, None
    return math.nan, math.nan, read


def _arrays(rows: Combined[tuple[float, float, Fault | None]]) -> _Points:
    lats, lons = (np.array([row[at] for row in rows.meant], dtype=np.float64) for at in (0, 1))
    faults = tuple(row[2] for row in rows.meant)
    typed = np.array([math.isfinite(row[0]) or row[2] is not None for row in rows.meant], dtype=bool)
    return _Points(lats[rows.codes], lons[rows.codes], typed[rows.codes], Combined(rows.codes, faults))


def _countries(sheet: Sheet, matching: Matching) -> Combined[str]:
    words = _words(sheet, matching, (Role.COUNTRY,))
    return Combined(words.codes, tuple(country_code(text) for text in words.meant))


def _words(sheet: Sheet, matching: Matching, roles: Sequence[Role]) -> Combined[str]:
    """Return what the first column of some roles says that is not empty."""
    columns = [read_words(sheet, matching, role) for role in roles if role in matching.roles]
    return join_columns(columns, lambda *texts: next(filter(None, texts), ""), len(sheet))


def _where(texts: Combined[str], rows: npt.NDArray[np.bool_]) -> list[str]:
    """Return the texts of some rows, empty ones for the others."""
    return [text if chosen else "" for text, chosen in zip(_all(texts), rows.tolist(), strict=True)]


def _all(texts: Combined[str]) -> Iterator[str]:
    return (texts.meant[code] for code in texts.codes.tolist())


def _joined(
    result: PositionResult | Fault | None, name: NamedPosition | None, code: FormatCode | Fault | None
) -> EventPosition:
    faults: list[tuple[Role, Fault]] = []
    if isinstance(code, Fault):
        faults.append((Role.LOCATION_PRECISION, code))
        code = None
    point: tuple[float, float] | None = None
    precision: LocationPrecision | None = None
    if isinstance(result, PositionResult):
        point, precision = result.position, result.precision
        if result.fault is not None:
            faults.append((Role.COUNTRY if result.is_about_country else Role.LATITUDE, result.fault))
    elif isinstance(result, Fault):
        # Of two halves the first that cannot be read is told; only its words say which one it is.
        faults.append((Role.LONGITUDE if result.expected == EXPECTED["lon"] else Role.LATITUDE, result))
    elif name is not None:
        point, precision = name.position, name.precision
        if point is None:
            faults.append((Role.PLACE, _why_no_place(name)))
    else:
        faults.append((Role.PLACE, Fault(FaultKind.MISSING_CELL, "coordinates or the name of a place")))
    if code is not None and not code.drawn:
        fault = Fault(FaultKind.CONSTRAINT, "a place finer than a country or region", hint=code.words)
        return EventPosition(
            precision=LocationPrecision.AREA, faults=((Role.LOCATION_PRECISION, fault), *faults), drawn=False
        )
    if point is None:
        return EventPosition(faults=tuple(faults))
    told = code.location_precision if code is not None else None
    known = [each for each in (precision, told) if each is not None] or [LocationPrecision.EXACT]
    return EventPosition(*point, min(known, key=_FINENESS.index), tuple(faults))


def _why_no_place(name: NamedPosition) -> Fault:
    expected = "a place that we know, or coordinates"
    if name.by == "waiting":
        return Fault(FaultKind.FOREIGN_KEY, expected, hint="Confirm which place is meant.")
    if name.by == "none":
        return Fault(FaultKind.FOREIGN_KEY, expected, hint="None of ours is meant, as you said.")
    return Fault(FaultKind.FOREIGN_KEY, expected)
