"""Readers of columns of latitudes and of longitudes."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from geodata.data import DATA
from geodata.io.degrees import MOST, decimal_degrees, with_point
from geodata.io.number_hints import range_hint
from geodata.table_import.faults import Fault, FaultKind
from geodata.table_import.values.blanks import is_blank
from geodata.table_import.values.number_texts import OTHER_DECIMAL, VOWEL_MARKS, plain_signs, to_number, written
from geodata.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from geodata.table_import.sheets import Cell
    from geodata.table_import.values.number_texts import Decimal

Axis: TypeAlias = Literal["lat", "lon"]

EXPECTED: Mapping[Axis, str] = {
    "lat": "a latitude in degrees such as 36.89",
    "lon": "a longitude in degrees such as 38.35",
}

LONGEST_DEGREES = 120
"""Characters; no longer text is read as degrees, nor as a pair of them."""

_TABLE = DATA / "words" / "directions.csv"
_AXES: Mapping[str, Axis] = {"N": "lat", "S": "lat", "E": "lon", "W": "lon"}
_PLAIN: Mapping[Decimal, re.Pattern[str]] = {
    ".": re.compile(r"-?[0-9]{1,3}(?:\.[0-9]+)?", re.ASCII),
    ",": re.compile(r"-?[0-9]{1,3}(?:,[0-9]+)?", re.ASCII),
    "": re.compile(r"-?[0-9]{1,3}(?:[.,][0-9]+)?", re.ASCII),
}
"""Most degrees; by the other sign, they would be thousands, which no degrees are."""
_WHOLE = re.compile(r"-?[0-9]{4,9}", re.ASCII)
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{VOWEL_MARKS}])*\.?")
_LETTERS = re.compile(r"[NSEW]")
_SIGNS: tuple[Decimal, ...] = (".", ",")


@dataclass(frozen=True, slots=True)
class Degrees:
    """Half of a position, in degrees."""

    value: float

    axis: Axis | None = None
    """What its letter says; ``None`` without one."""


def degree_reader(axis: Axis, decimal: Decimal = "") -> Callable[[Cell], float | Fault | None]:
    r"""Return the reader of the cells of a column of latitudes or longitudes.

    Decimal degrees, or degrees with minutes and seconds, with or without N, S, E, W or their words.

    >>> read = degree_reader("lat")
    >>> read("36.8910"), read("36°53'24\"N"), read("36,89"), read("36891").suggestion, read("n/a")
    (36.891, 36.89, 36.89, '36.891', None)

    Args:
        axis: "lat" or "lon".
        decimal: decimal sign of the column; without it, both are tried, and one of them has to fit.
    """
    most, plain = MOST[axis], _PLAIN[decimal]

    def read(cell: Cell) -> float | Fault | None:
        if isinstance(cell, str):
            if plain.fullmatch(cell) and -most <= (degrees := float(cell.replace(",", "."))) <= most:
                return degrees
            return None if is_blank(cell) else _read_text(cell, axis, decimal)
        if is_blank(cell):
            return None
        if cell is None or isinstance(cell, bool | date | time):
            return Fault(FaultKind.TYPE, EXPECTED[axis])
        return float(cell) if -most <= cell <= most else _out_of_range(repr(cell), axis, decimal)

    return read


def _read_text(text: str, axis: Axis, decimal: Decimal) -> float | Fault:
    """Return the degrees of a text."""
    if len(text) > LONGEST_DEGREES:
        return Fault(FaultKind.TYPE, EXPECTED[axis])
    plain = with_letters(text)
    found = to_degrees(plain, decimal, MOST[axis])
    if found is None:
        return _why_not(plain, axis, decimal)
    if found.axis not in {None, axis}:
        other = "latitude" if found.axis == "lat" else "longitude"
        return Fault(FaultKind.TYPE, EXPECTED[axis], hint=f"By its letter, this is a {other}.")
    return found.value


def _why_not(plain: str, axis: Axis, decimal: Decimal) -> Fault:
    """Return the fault of a text that is no latitude or longitude."""
    other = to_degrees(plain, "", MOST[axis])
    if other and other.axis in {None, axis}:
        return Fault(FaultKind.TYPE, EXPECTED[axis], written(other.value, decimal), OTHER_DECIMAL)
    is_number = any(to_number(plain, sign) is not None for sign in _SIGNS)
    return _out_of_range(plain, axis, decimal) if is_number else Fault(FaultKind.TYPE, EXPECTED[axis])


def _out_of_range(text: str, axis: Axis, decimal: Decimal) -> Fault:
    """Return the fault of a number that no place on Earth has, with the one that may be meant."""
    digits = re.sub(r"[., '](?=[0-9]{3}(?:[., ']|$))", "", text.removesuffix(".0")).replace(",", ".")
    name = "latitude" if axis == "lat" else "longitude"
    expected = f"a {name} from -{MOST[axis]:g} to {MOST[axis]:g}"
    if not _WHOLE.fullmatch(digits):
        return Fault(FaultKind.CONSTRAINT, expected, hint=range_hint(digits))
    suggestion = with_point(digits).replace(".", decimal or ".")
    return Fault(FaultKind.CONSTRAINT, expected, suggestion, range_hint(digits).replace(with_point(digits), suggestion))


def to_degrees(plain: str, decimal: Decimal, most: float) -> Degrees | None:
    """Return the degrees of a text with letters for directions, or nothing.

    Nothing where no place has them, or where they can be read in two ways.
    """
    letters = _LETTERS.findall(plain)
    if len(letters) > 1:
        return None
    axis, is_negative = None, False
    if letters:
        axis, is_negative = _AXES[letters[0]], letters[0] in "SW"
        if letters[0] not in {plain[:1], plain[-1:]}:
            return None
        plain = plain.strip(f"{letters[0]} ")
    limit = MOST[axis] if axis else most
    signs: Sequence[Decimal] = (decimal,) if decimal else _SIGNS
    numbers = {to_number(plain.rstrip("\N{DEGREE SIGN} "), sign) for sign in signs} | {decimal_degrees(plain)}
    possible = [number for number in numbers if number is not None and abs(number) <= limit]
    if len(possible) != 1 or (is_negative and possible[0] < 0):
        return None
    return Degrees(-possible[0] if is_negative else possible[0], axis)


@cache
def _directions() -> Mapping[str, str]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return {fold(row["word"]): row["meaning"] for row in csv.DictReader(file)}


def with_letters(text: str) -> str:
    """Return a text with N, S, E, W and signs in place of their words.

    >>> with_letters("36\N{DEGREE SIGN} 53' kuzey, 38\N{DEGREE SIGN} D")
    "36\N{DEGREE SIGN} 53' N, 38\N{DEGREE SIGN} E"
    """
    return _WORD.sub(lambda found: _directions().get(fold(found[0].rstrip(".")), found[0]), plain_signs(text))
