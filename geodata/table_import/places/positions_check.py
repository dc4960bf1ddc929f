"""Checks of positions against the country and the place of their row."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from geodata.records.fields import LocationPrecision
from geodata.table_import.faults import Fault, FaultKind
from geodata.table_import.places.country_sides import CountrySides
from geodata.table_import.places.distances import km_between
from geodata.table_import.places.position_fit import AWAY_KM, CLOSE_KM, PositionFits, is_on_earth
from geodata.table_import.places.position_words import (
    degrees_words,
    expected_words,
    fitting_words,
    off_words,
    place_words,
)
from geodata.table_import.values.position_candidates import Candidate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import numpy.typing as npt

    from geodata.geography import Geography
    from geodata.table_import.places.place_match import PlaceMatch
    from geodata.table_import.places.position_fit import Fit

NAMED_ELSEWHERE = 95.0
"""Likeness of a proposal that is a name of a place, though in another country or region than the row says."""

FEW_ROWS = 10
"""Fewer rows on one point are no sign that it stands for more than a place."""

FEW_PLACES = 3
"""So many places of different names on one point may be quarters of a town, or spellings."""

_SAME_KM = 0.1
"""Points that near are one."""


@dataclass(frozen=True, slots=True)
class PositionRow:
    """Position of a row, with what else the row says of it."""

    lat: float
    """Degrees north as read; any number."""

    lon: float
    """Degrees east as read; any number."""

    country: str = ""
    """Alpha-3 code of the country that the row names; empty where none is."""

    place: tuple[PlaceMatch, ...] = ()
    """The places that the row may mean; proposals only tell whether the country fits."""

    @property
    def named(self) -> tuple[PlaceMatch, ...]:
        """The places that the row names for certain."""
        return tuple(match for match in self.place if not match.must_be_confirmed)


@dataclass(frozen=True, slots=True)
class PositionResult:
    """Position of a row, or what is wrong with it."""

    position: tuple[float, float] | None
    """Degrees north and east; ``None`` where they cannot be right."""

    precision: LocationPrecision | None
    """Precision by the digits and by the place; ``None`` without a position."""

    fault: Fault | None = None
    """What is wrong; ``None`` where nothing is known to be."""

    is_about_country: bool = False
    """Whether the position fits the named place, so that the fault is one of the country's cell."""


@dataclass(frozen=True, slots=True)
class CheckedPositions:
    """Positions of many rows, each different combination checked once."""

    codes: npt.NDArray[np.int64]
    """For each row the number of its combination of position, country and place."""

    results: tuple[PositionResult, ...]
    """For each combination what was found."""


@dataclass(frozen=True, slots=True)
class SharedPoint:
    """Point of many rows that name different places."""

    lat: float
    lon: float
    rows: int
    """So many rows have it."""
    places: int
    """So many different places they name."""
    fault: Fault
    """What that means, in words."""


class PositionChecker:
    """Checks positions by the countries and divisions of a base map."""

    def __init__(self, sides: CountrySides) -> None:
        self._fits = PositionFits(sides)

    @classmethod
    def of(cls, geography: Geography) -> PositionChecker:
        """Return a checker for a base geography."""
        return cls(CountrySides(geography))

    def check_position(
        self,
        lat: float,
        lon: float,
        *,
        country: str = "",
        place: Sequence[PlaceMatch] = (),
        candidates: Iterable[Candidate] = (),
    ) -> PositionResult:
        """Return the position of a row, or a fault with the position that fits.

        A point must be on Earth, in the country that the row names, and in reach of its place. Where it is not, the
        candidates are tried, and other signs; if exactly one fits best, it is the suggestion.

        Args:
            lat: degrees north as read; any number.
            lon: degrees east as read; any number.
            country: alpha-3 code of the country that the row names; empty where none is.
            place: the places that the row may mean; see `PositionRow`.
            candidates: other positions that the cells may mean.
        """
        row = PositionRow(lat, lon, country, tuple(place))
        self._fits.forget()
        result = self._plain(row)
        return self._tried(row, (*candidates, *sign_candidates(lat, lon))) if result is None else result

    def check_columns(
        self,
        lats: npt.NDArray[np.float64],
        lons: npt.NDArray[np.float64],
        *,
        countries: tuple[npt.NDArray[np.int64], Sequence[str]],
        places: tuple[npt.NDArray[np.int64], Sequence[tuple[PlaceMatch, ...]]],
        candidates: Callable[[int], Iterable[Candidate]] = lambda _: (),
    ) -> CheckedPositions:
        """Check each different combination in columns once; see `check_position`.

        Args:
            lats: for each row its degrees north; not a number where they are missing.
            lons: for each row its degrees east.
            countries: for each row a number, and the alpha-3 codes that the numbers stand for.
            places: for each row a number, and the matches that the numbers stand for.
            candidates: gives other positions by the number of a row, counted from 0.
        """
        first, codes = _distinct((lats, lons, countries[0], places[0]))
        points = zip(lats[first].tolist(), lons[first].tolist(), strict=True)
        said = zip(countries[0][first].tolist(), places[0][first].tolist(), strict=True)
        rows = [
            PositionRow(lat, lon, countries[1][country], places[1][place])
            for (lat, lon), (country, place) in zip(points, said, strict=True)
        ]
        self._fits.forget()
        self._fits.measure((row.lat, row.lon, row.country) for row in rows)
        plain = [self._plain(row) for row in rows]
        wrong = [at for at, result in enumerate(plain) if result is None]
        others = {at: (*candidates(int(first[at])), *sign_candidates(rows[at].lat, rows[at].lon)) for at in wrong}
        self._fits.measure((one.lat, one.lon, rows[at].country) for at, found in others.items() for one in found)
        results = (self._tried(rows[at], others[at]) if result is None else result for at, result in enumerate(plain))
        return CheckedPositions(codes, tuple(results))

    def _plain(self, row: PositionRow) -> PositionResult | None:
        """Return what can be said of a row without its candidates; ``None`` where they must be tried."""
        lat, lon = row.lat, row.lon
        if not (math.isfinite(lat) and math.isfinite(lon)):
            return _wrong(FaultKind.TYPE, "a latitude and a longitude in degrees")
        if lat == lon == 0:
            place = row.named[0] if len(row.named) == 1 else None
            expected = expected_words(self._country(row), row.named[0] if row.named else None)
            suggestion = degrees_words(place.lat, place.lon) if place else ""
            hint = "0, 0 lies in the Atlantic; programs write it where a position is missing."
            return _wrong(FaultKind.MISSING_CELL, expected, suggestion, hint)
        fit = self._fit(row)
        if fit.there not in ("", row.country) and row.country and (other := self._elsewhere(row, fit.there)):
            hint = f"The point is by {place_words(other)}, in {self._fits.country_name(fit.there)}."
            country = self._fits.country_name(fit.there)
            fault = Fault(FaultKind.CONSTRAINT, "the country that the point and the place lie in", country, hint)
            return PositionResult((lat, lon), precision_of(lat, lon, row.place), fault, is_about_country=True)
        return _right(row) if fit.is_possible and fit.km <= AWAY_KM else None

    def _tried(self, row: PositionRow, candidates: Iterable[Candidate]) -> PositionResult:
        """Return what the candidates of a row say."""
        fit, best = self._fit(row), self._best(row, candidates)
        if fit.is_possible and not (len(best) == 1 and best[0][1].is_close):
            return _right(row)
        country, name = self._country(row), self._fits.country_name
        sentences = [off_words(fit, country, name)]
        for one, other in best:
            point = "" if len(best) == 1 else degrees_words(one.lat, one.lon)
            mistake = f"{one.words[:1].lower()}{one.words[1:].rstrip('.')}"
            sentences.append(f"Perhaps {mistake}: then the point is {fitting_words(other, point, country, name)}.")
        suggestion = degrees_words(best[0][0].lat, best[0][0].lon) if len(best) == 1 else ""
        expected = expected_words(country, row.named[0] if row.named else None)
        return _wrong(FaultKind.CONSTRAINT, expected, suggestion, " ".join(sentences))

    def _fit(self, row: PositionRow) -> Fit:
        return self._fits.fit(row.lat, row.lon, row.country, row.named)

    def _country(self, row: PositionRow) -> str:
        return self._fits.country_name(row.country) if row.country else ""

    def _elsewhere(self, row: PositionRow, there: str) -> PlaceMatch | None:
        """Return the place of the row's name by its point, both in a country that the row does not name."""
        named = [match for match in row.place if match.must_be_confirmed and match.score >= NAMED_ELSEWHERE]
        close = (match for match in named if self._fits.km(row.lat, row.lon, match) <= CLOSE_KM)
        return next((match for match in close if match.country == there), None)

    def _best(self, row: PositionRow, candidates: Iterable[Candidate]) -> list[tuple[Candidate, Fit]]:
        """Return the candidates that fit best, each point once; none where none fits."""
        found: list[tuple[Candidate, Fit]] = []
        for one in candidates:
            fit = self._fits.fit(one.lat, one.lon, row.country, row.named)
            if fit.evidence and not any(_is_same(one, other) for other, _ in found):
                found.append((one, fit))
        most = max((fit.evidence for _, fit in found), default=0)
        return [(one, fit) for one, fit in found if fit.evidence == most]


def sign_candidates(lat: float, lon: float) -> tuple[Candidate, ...]:
    """Return the points with the other sign before one or both degrees.

    >>> [(found.lat, found.lon) for found in sign_candidates(-36.9, 38.4)]
    [(-36.9, -38.4), (36.9, -38.4), (36.9, 38.4)]
    """
    words = "A minus sign is missing, or one is too many."
    turned = {(-lat, lon), (lat, -lon), (-lat, -lon)} - {(lat, lon)}
    return tuple(Candidate("sign", *point, words) for point in sorted(turned) if is_on_earth(*point))


def shared_points(
    lats: npt.NDArray[np.float64], lons: npt.NDArray[np.float64], places: npt.NDArray[np.int64]
) -> tuple[SharedPoint, ...]:
    """Return the points of ten or more rows that name more than three places.

    Such a point is often the middle of a country or region, and no place of an event. The one of most rows is first.

    Args:
        lats: for each row its degrees north; not a number where they are missing.
        lons: for each row its degrees east.
        places: for each row the number of the place that it names; negative where it names none.
    """
    known = np.isfinite(lats) & np.isfinite(lons) & (places >= 0)
    lats, lons, places = lats[known], lons[known], places[known]
    first, codes = _distinct((lats, lons))
    counts = np.bincount(codes, minlength=len(first))
    names: dict[int, set[int]] = defaultdict(set)
    many = counts[codes] >= FEW_ROWS
    for code, place in zip(codes[many].tolist(), places[many].tolist(), strict=True):
        names[code].add(place)
    found = [
        _shared(float(lats[first[code]]), float(lons[first[code]]), int(counts[code]), len(named))
        for code, named in names.items()
        if len(named) > FEW_PLACES
    ]
    return tuple(sorted(found, key=lambda point: -point.rows))


def precision_of(lat: float, lon: float, place: Sequence[PlaceMatch] = ()) -> LocationPrecision:
    """Return how exact degrees can be, by their digits and by their place.

    Degrees without decimals or with one are good to some kilometres, those with two to about one. A point that is the
    one of a town in our tables stands for the town.

    >>> [str(precision_of(*point)) for point in ((36.9, 38.0), (36.89, 38.35), (36.8912, 38.3536))]
    ['area', 'town', 'exact']
    """
    digits = max(len(repr(float(degrees)).partition(".")[2].rstrip("0")) for degrees in (lat, lon))
    if digits <= 1:
        return LocationPrecision.AREA
    same = [match for match in place if km_between(lat, lon, match.lat, match.lon) <= _SAME_KM]
    if same:
        return same[0].precision
    return LocationPrecision.TOWN if digits == 2 else LocationPrecision.EXACT  # noqa: PLR2004 - see above


def _distinct(columns: Sequence[npt.NDArray[np.generic]]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return the first row of each different combination, and for each row the number of its combination."""
    rows = np.ascontiguousarray(np.column_stack(columns), dtype=np.float64)
    keys = rows.view(np.dtype((np.void, rows.dtype.itemsize * len(columns)))).ravel()
    _, first, codes = np.unique(keys, return_index=True, return_inverse=True)
    return first.astype(np.int64), codes.astype(np.int64)


def _right(row: PositionRow) -> PositionResult:
    return PositionResult((row.lat, row.lon), precision_of(row.lat, row.lon, row.named))


def _wrong(kind: FaultKind, expected: str, suggestion: str = "", hint: str = "") -> PositionResult:
    return PositionResult(None, None, Fault(kind, expected, suggestion, hint))


def _is_same(one: Candidate, other: Candidate) -> bool:
    return km_between(one.lat, one.lon, other.lat, other.lon) <= _SAME_KM


def _shared(lat: float, lon: float, rows: int, places: int) -> SharedPoint:
    hint = (
        f"{rows:,} rows with {places:,} different places have the point {degrees_words(lat, lon)}. "
        "It may be the middle of a region."
    )
    return SharedPoint(
        lat, lon, rows, places, Fault(FaultKind.CONSTRAINT, "a point of its own for each place", hint=hint)
    )
