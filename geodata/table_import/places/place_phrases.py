"""Texts of places taken apart: names, and the words around them."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from geodata.data import DATA
from geodata.text.folding import fold, words_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

PLACE_WORDS = DATA / "words" / "places.csv"
"""Words that stand beside names of places, in several languages, and what they mean."""

_SEGMENTS = re.compile(r"(?<!\d),|,(?!\d)|[;/()\[\]،؛|]|\s[-\u2013\u2014]\s")


class Meaning(StrEnum):
    """Meaning of a word beside the name of a place."""

    SETTLEMENT = "settlement"
    """The town or village itself."""
    FILLER = "filler"
    """Nothing of its own, as "in"."""
    AROUND = "around"
    """Somewhere around the place."""
    DIRECTION = "direction"
    """A side of the place."""
    DISTANCE = "distance"
    """A number, or a unit of length."""
    DISTRICT = "district"
    """The district that is named after the place."""
    DIVISION = "division"
    """The governorate or province of the name."""
    CROSSING = "crossing"
    """The border crossing of the name."""
    COUNTRY = "country"
    """The country that the place lies in."""


@dataclass(frozen=True, slots=True)
class Part:
    """Part of a text: a name, a word that is understood, or other words."""

    words: str
    """The words, folded."""

    is_name: bool = False
    """Whether a place has this name."""

    meaning: Meaning | None = None
    """Meaning of a word that is understood; ``None`` for names and for other words."""


def segments_of(text: str) -> tuple[str, ...]:
    """Return the parts of a text between commas, brackets, strokes and dashes.

    >>> segments_of("Ayn al-Arab (Kobani), Aleppo")
    ('Ayn al-Arab', 'Kobani', 'Aleppo')
    """
    return tuple(part.strip() for part in _SEGMENTS.split(text) if part.strip())


def parts_of(segment: str, names: Container[str], longest: int) -> tuple[Part, ...]:
    """Return the parts of a segment from left to right, each at its longest.

    >>> [(part.words, part.is_name) for part in parts_of("5 km south of Tell Abyad", {"tell abyad"}, 2)]
    [('5', False), ('km', False), ('south of', False), ('tell abyad', True)]

    Args:
        segment: part of a text without commas or brackets.
        names: the folded names of places.
        longest: words of the longest of them.
    """
    return tuple(_parts(re.findall(r"\d+[.,]\d+|\w+", fold(segment)), names, longest))


def _parts(words: list[str], names: Container[str], longest: int) -> Iterator[Part]:
    known = place_words()
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + max(longest, 5)), start, -1):
            run = " ".join(words[start:end])
            if run in names:
                yield Part(run, is_name=True)
                break
            if run in known:
                yield Part(run, meaning=known[run])
                break
        else:
            end = start + 1
            number = words[start].replace(",", "").replace(".", "").isdecimal()
            yield Part(words[start], meaning=Meaning.DISTANCE if number else None)
        start = end


@cache
def place_words() -> Mapping[str, Meaning]:
    """Return the meaning of each folded phrase that stands beside names.

    >>> place_words()["close to"]
    <Meaning.AROUND: 'around'>
    """
    with PLACE_WORDS.open(encoding="utf-8", newline="") as file:
        rows = [(row["word"], Meaning(row["meaning"])) for row in csv.DictReader(file)]
    return {" ".join(words_of(word)): meaning for word, meaning in reversed(rows)}
