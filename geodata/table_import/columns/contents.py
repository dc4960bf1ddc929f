"""Kinds of cells in a column: shares of dates, numbers, links, places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from typing import TYPE_CHECKING

from geodata.atlas import load
from geodata.text.folding import fold, words_of
from geodata.text.place_names import names_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geodata.atlas import Atlas
    from geodata.table_import.sheets import Cell

MOST_ROWS = 1_000
"""So many rows of a table are looked at, spread over all of it."""

_MARGIN = 2.0
"""Degrees around the known places within which a number can be a latitude or longitude."""

_CLOSE = 0.5
"""Degrees around the known places within which it rather is one."""

_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
_DATES = (
    re.compile(r"\d{4}-(?:\d\d|xx)(?:-(?:\d\d|xx))?[?~%]?(?:[ t/].*)?"),
    re.compile(r"\d{1,4}([./-])\s?\d{1,2}\1\s?\d{1,4}\.?(?: .*)?"),
    re.compile(r"(?:[^\W\d]+,? )?\d{1,2}[^\W\d]{0,3}\.? (?:de |ya |y )?[^\W\d]+(?: [^\W\d]+)?,? \d{4}[^\W\d]{0,2}"),
    re.compile(r"(?:[^\W\d]+, )?[^\W\d]+ \d{1,2}(?:st|nd|rd|th)?,? \d{4}"),
    re.compile(r"[^\W\d]{3,}(?: [^\W\d]+)? \d{4}"),
    re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"),
)
_TIME = re.compile(r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]m)?")
_LINK = re.compile(r"(?:https?://|www\.)\S+(?:\s+(?:https?://|www\.)\S+)*")
_GEOMETRY = re.compile(r"(?:srid=\d+;)?(?:multi)?(?:point|linestring|polygon|geometrycollection)(?: z?m?)? ?\(.*")
_DEGREES = r"[-+]?\d{1,3}(?:[.,]\d+)?\s?[\u00b0deg]*[^;,]{0,14}?[nsewo]?"
_PAIR = re.compile(
    rf"[(\[]?(?:[-+]?\d{{1,3}}\.\d+\s?[,;/ ]\s?[-+]?\d{{1,3}}\.\d+|[-+]?\d{{1,3}},\d+\s?[;/ ]\s?[-+]?\d{{1,3}},\d+"
    rf"|[nsew]?\s?{_DEGREES}[ns]\s?[,;/]?\s?[nsew]?\s?{_DEGREES}[ewo]|\d{{1,2}}[c-x]\s?[a-z]{{2}}\s?\d[\d ]+)[)\]]?"
)


@dataclass(frozen=True)
class Surroundings:
    """Names and extent of the known places."""

    names: frozenset[str]
    """Names of places in every spelling, as words in folded letters."""
    latitudes: tuple[float, float]
    """Lowest and highest latitude of a known place, in degrees."""
    longitudes: tuple[float, float]
    """Lowest and highest longitude of a known place, in degrees."""

    def has(self, text: str) -> bool:
        """Return whether a text is the name of a place.

        What follows a bracket, comma or slash does not count.
        """
        return " ".join(words_of(re.split("[(/,]", text)[0])) in self.names


@lru_cache(maxsize=4)
def surroundings_of(atlas: Atlas | None = None) -> Surroundings:
    """Return the names and extent of the places of an atlas.

    They are those of ours where none is given.
    """
    atlas = atlas or load()
    names = {name for place in atlas.places for name in names_of(atlas, place).values()}
    names.update(name for row in atlas.spellings for name in row.spellings)
    folded = frozenset(" ".join(words_of(re.split("[(/,]", name)[0])) for name in names) - {""}
    return Surroundings(
        folded, _extent([place.lat for place in atlas.places]), _extent([place.lon for place in atlas.places])
    )


def _extent(degrees: Sequence[float]) -> tuple[float, float]:
    return (min(degrees), max(degrees)) if degrees else (-180.0, 180.0)


@dataclass(frozen=True, slots=True)
class Contents:
    """Look of the cells of a column.

    All shares but the first are of the cells that are not empty.
    """

    filled: float
    """Share of cells that are not empty, of all."""
    dates: float
    times: float
    years: float
    """Share of whole numbers from 1000 to 2100."""
    numbers: float
    whole: float
    """Share of whole numbers."""
    latitudes: float
    """Share of numbers with decimals near the latitudes of the known places."""
    longitudes: float
    """Share of numbers with decimals near the longitudes of the known places."""
    north: float
    """Share of them that are close to the latitudes."""
    east: float
    """Share of them that are close to the longitudes."""
    pairs: float
    """Share of cells with latitude and longitude."""
    links: float
    geometries: float
    places: float
    """Share of names of known places."""
    words: float
    """Share of texts that are nothing of the others."""
    spaced: float
    """Share of texts of several words."""
    different: float
    """Share of different cells among them."""
    length: float
    """Characters of a cell on average."""


def picked_rows(count: int) -> range:
    """Return the rows that are looked at, counted from 0, of so many.

    >>> list(picked_rows(3)), len(picked_rows(1_000_000))
    ([0, 1, 2], 1000)
    """
    return range(0, count, max(1, -(-count // MOST_ROWS)))


def look_at(column: Sequence[Cell], around: Surroundings) -> Contents:
    """Return what the cells of a column look like.

    At most `MOST_ROWS` are looked at.
    """
    rows = picked_rows(len(column))
    cells = [cell for row in rows if (cell := column[row]) is not None and str(cell).strip()]
    kinds = [_kinds(cell, around) for cell in cells]

    def share(kind: str) -> float:
        return sum(kind in found for found in kinds) / len(kinds) if kinds else 0.0

    return Contents(
        filled=len(cells) / len(rows) if rows else 0.0,
        dates=share("date"),
        times=share("time"),
        years=share("year"),
        numbers=share("number"),
        whole=share("whole"),
        latitudes=share("latitude"),
        longitudes=share("longitude"),
        north=share("north"),
        east=share("east"),
        pairs=share("pair"),
        links=share("link"),
        geometries=share("geometry"),
        places=share("place"),
        words=share("words"),
        spaced=share("spaced"),
        different=len(set(map(str, cells))) / len(cells) if cells else 0.0,
        length=sum(len(str(cell)) for cell in cells) / len(cells) if cells else 0.0,
    )


def _kinds(cell: Cell, around: Surroundings) -> frozenset[str]:
    """Return what a cell that is not empty may be."""
    if isinstance(cell, date):
        return frozenset({"date"})
    if isinstance(cell, time):
        return frozenset({"time"})
    if isinstance(cell, bool):
        return frozenset({"words"})
    return _kinds_of_text(str(cell).strip(), around)


@lru_cache(maxsize=20_000)
def _kinds_of_text(typed: str, around: Surroundings) -> frozenset[str]:
    text = fold(typed).replace("\u066b", ".")
    if _NUMBER.fullmatch(text):
        return frozenset(_kinds_of_number(text, around))
    found = {
        kind
        for kind, pattern in (("time", _TIME), ("link", _LINK), ("geometry", _GEOMETRY), ("pair", _PAIR))
        if pattern.fullmatch(text)
    }
    if not found and any(pattern.fullmatch(text) for pattern in _DATES):
        found.add("date")
    if around.has(typed):
        found.add("place")
    if not found - {"place"}:
        found |= {"words", "spaced"} if " " in text else {"words"}
    return frozenset(found)


def _kinds_of_number(text: str, around: Surroundings) -> set[str]:
    value = float(text.replace(",", "."))
    found = {"number"}
    if value.is_integer():
        found.add("whole")
        if 1000 <= value <= 2100:  # noqa: PLR2004 - years of our era that tables of events have
            found.add("year")
        if any(pattern.fullmatch(text) for pattern in _DATES):
            found.add("date")
        return found
    for kinds, (least, most) in ((("latitude", "north"), around.latitudes), (("longitude", "east"), around.longitudes)):
        for kind, margin in zip(kinds, (_MARGIN, _CLOSE), strict=True):
            if least - margin <= value <= most + margin:
                found.add(kind)
    return found
