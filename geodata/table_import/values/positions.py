"""Reader of cells with latitude and longitude, and their order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias

from geodata.io.degrees import MOST
from geodata.table_import.faults import Fault, FaultKind
from geodata.table_import.questions import Option, Question
from geodata.table_import.values.blanks import is_blank
from geodata.table_import.values.degrees import LONGEST_DEGREES, Degrees, degree_reader, to_degrees, with_letters
from geodata.table_import.values.map_forms import LONGEST, Position, is_map_form, read_map_form
from geodata.table_import.values.number_texts import plain_signs, written
from geodata.table_import.values.position_candidates import Candidate, candidates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from geodata.table_import.sheets import Cell
    from geodata.table_import.values.number_texts import Decimal

CoordinateOrder: TypeAlias = Literal["lat-lon", "lon-lat", ""]
"""Order of two numbers in one cell; empty where it is not known."""

EXPECTED_BOTH = "a latitude and a longitude in degrees such as 36.89, 38.35"

_PLAIN_PAIR = re.compile(r"(-?[0-9]{1,3}\.[0-9]+)(?:\s*[,;/|]\s*|\s+)(-?[0-9]{1,3}\.[0-9]+)", re.ASCII)
_LABELS = re.compile(
    r"\b(?:(?P<lat>lat(?:itude)?|enlem)|(?P<lon>lon(?:g|gitude)?|lng|boylam))\b\.?\s*[:=]?\s*", re.IGNORECASE
)
_SPLITS = re.compile(r"\s*[,;/|]\s+|\s*[;/|]\s*|,|\s+")
_GROUP = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_PREVIEWS = 3
_ORDER_WORDS: Mapping[CoordinateOrder, str] = {"lat-lon": "latitude first", "lon-lat": "longitude first"}


def position_reader(order: CoordinateOrder = "", decimal: Decimal = "") -> Callable[[Cell], Position | Fault | None]:
    r"""Return the reader of cells with both latitude and longitude.

    Two numbers, degrees with minutes and seconds, well-known text, geo URIs, links of maps, GeoJSON, UTM and MGRS.

    >>> read = position_reader("lat-lon")
    >>> read("36.89, 38.35"), read("38°21'E 36°53'24\"N")
    (Position(lat=36.89, lon=38.35), Position(lat=36.89, lon=38.35))

    Args:
        order: order of two numbers without letters; without it, two that can be read in both orders are a fault.
        decimal: decimal sign of the column; without it, both are tried, and one of them has to fit.
    """

    def read(cell: Cell) -> Position | Fault | None:
        if is_blank(cell):
            return None
        if not isinstance(cell, str) or len(cell) > LONGEST:
            return Fault(FaultKind.TYPE, EXPECTED_BOTH)
        if decimal != "," and (pair := _PLAIN_PAIR.fullmatch(cell)):
            return _located(Degrees(float(pair[1])), Degrees(float(pair[2])), order)
        if form := read_map_form(plain_signs(cell)):
            return form
        if is_map_form(cell):
            return Fault(FaultKind.TYPE, EXPECTED_BOTH, hint="No position was found in this link or text.")
        return _read_pair(cell, order, decimal)

    return read


def _read_pair(text: str, order: CoordinateOrder, decimal: Decimal) -> Position | Fault:
    """Return the position of a pair of numbers."""
    labels = [found.lastgroup for found in _LABELS.finditer(text)]
    if sorted(filter(None, labels)) == ["lat", "lon"]:
        order = "lat-lon" if labels[0] == "lat" else "lon-lat"
        text = _LABELS.sub(" ", text)
    pair = _halves(with_letters(text).strip("()[] "), decimal) if len(text) <= LONGEST_DEGREES else None
    if pair is None:
        return Fault(FaultKind.TYPE, EXPECTED_BOTH)
    return _located(*pair, order)


def _located(first: Degrees, second: Degrees, order: CoordinateOrder) -> Position | Fault:
    """Return the position of two numbers in an order, or in the only possible one where none is said."""
    if first.axis or second.axis:
        order = "lat-lon" if (first.axis or "lat", second.axis or "lon") == ("lat", "lon") else "lon-lat"
    possible = _orders(first.value, second.value)
    if not order and len(possible) > 1:
        return Fault(FaultKind.TYPE, EXPECTED_BOTH, hint="Either of them can be the latitude.")
    if order and order not in possible:
        turned = f"{written(second.value)}, {written(first.value)}" if possible else ""
        return Fault(FaultKind.CONSTRAINT, EXPECTED_BOTH, turned, "The latitude must be from -90 to 90.")
    lat, lon = (first, second) if (order or possible[0]) == "lat-lon" else (second, first)
    return Position(lat.value, lon.value)


def _orders(first: float, second: float) -> list[CoordinateOrder]:
    """Return the orders in which two numbers can be a latitude and a longitude."""
    orders: list[CoordinateOrder] = ["lat-lon"] if abs(first) <= MOST["lat"] else []
    return [*orders, "lon-lat"] if abs(second) <= MOST["lat"] else orders


def _halves(plain: str, decimal: Decimal) -> tuple[Degrees, Degrees] | None:
    """Return the two halves of a pair, parted where both have as many numbers, if that is possible in one way."""
    found: dict[int, tuple[Degrees, Degrees]] = {}
    for split in _SPLITS.finditer(plain):
        left, right = plain[: split.start()], plain[split.end() :]
        if split[0] == "," and left.isdigit() and right.isdigit():  # "36,89" is one number rather than two
            continue
        first, second = to_degrees(left, decimal, MOST["lon"]), to_degrees(right, decimal, MOST["lon"])
        if first and second and (not first.axis or first.axis != second.axis):
            uneven = abs(len(_GROUP.findall(left)) - len(_GROUP.findall(right)))
            found.setdefault(uneven, (first, second))
    return found[min(found)] if found else None


def coordinate_orders(column: Iterable[Cell]) -> tuple[tuple[CoordinateOrder, ...], tuple[str, ...]]:
    """Return the orders in which a column of pairs can be read.

    Beside them up to three pairs that show it.

    >>> coordinate_orders(["36.89, 38.35"])
    (('lat-lon', 'lon-lat'), ('36.89, 38.35',))
    """
    either, possible = [], set(_ORDER_WORDS)
    readers = {order: position_reader(order) for order in _ORDER_WORDS}
    for cell in dict.fromkeys(column):
        if not isinstance(cell, str):
            continue
        reads = {order: read(cell) for order, read in readers.items()}
        fitting = {order for order, read in reads.items() if isinstance(read, Position)}
        if fitting and len(set(reads.values())) > 1:
            possible &= fitting
            either.append(cell)
    if not either:
        return (), ()
    return tuple(order for order in _ORDER_WORDS if order in possible), tuple(either[:_PREVIEWS])


def question_of_order(column: Iterable[Cell], name: str) -> Question | None:
    """Return the question of the order of latitude and longitude in a column.

    Nothing where its cells answer it.

    >>> question = question_of_order(["36.89, 38.35"], "where")
    >>> question.key, [option.preview for option in question.options]
    ('coordinate-order:where', [('36.89, 38.35 = 36.89° N, 38.35° E',), ('36.89, 38.35 = 38.35° N, 36.89° E',)])
    """
    orders, examples = coordinate_orders(column)
    if len(orders) == 1 or not examples:
        return None
    options = tuple(_option(order, examples) for order in orders or _ORDER_WORDS)
    return Question("coordinate-order", f'Which comes first in "{name}", the latitude or the longitude?', options, name)


def _option(order: CoordinateOrder, examples: Sequence[str]) -> Option:
    read = position_reader(order)
    previews = tuple(f"{text} = {_in_words(read(text))}" for text in examples)
    return Option(order, _ORDER_WORDS[order].capitalize(), previews)


def _in_words(read: Position | Fault | None) -> str:
    if not isinstance(read, Position):
        return "no position"
    north, east = "NS"[read.lat < 0], "EW"[read.lon < 0]
    return f"{written(abs(read.lat))}\N{DEGREE SIGN} {north}, {written(abs(read.lon))}\N{DEGREE SIGN} {east}"


__all__ = [
    "Candidate",
    "CoordinateOrder",
    "Position",
    "candidates",
    "coordinate_orders",
    "degree_reader",
    "position_reader",
    "question_of_order",
]
