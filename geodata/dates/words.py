"""Names of months, weekdays and seasons in the languages of the region.

Months and weekdays are those of CLDR, by Babel; months of the Hijri calendar those of hijridate. Other usual
spellings, and the words around dates, stand in ``geodata/data/words/dates.csv`` with where they are from.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale
from hijridate.locales import get_locale

from geodata.data import DATA
from geodata.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LANGUAGES = ("en", "en_GB", "tr", "ku", "ckb", "ar_SY", "ar_IQ", "ar", "fa", "de", "de_AT", "fr")
"""Locales of CLDR: Syria and its neighbours, and many who write about them. ``ar`` has the names that Egypt uses."""

_HIJRI_LANGUAGES = ("en", "ar", "tr")

_TABLE = DATA / "words" / "dates.csv"

_CASES = {"ku": ("e", "a"), "ckb": ("\N{ARABIC LETTER YEH}",)}
"""Endings that a month takes before its year: "6ê cotmeha 2014an"."""
_AFTER_VOWEL = "y"

LONGEST = 3
"""Words of the longest phrase."""


@dataclass(frozen=True, slots=True)
class Word:
    """Meaning of a word in a date."""

    kind: str
    """One of month, hijri, season, part, about, outside, from, to, open, and, between, hijri-era, filler."""

    value: int = 0
    """Number of the month (1-12) or season (1-4, spring first); 0 for the others."""


@cache
def vocabulary() -> Mapping[str, Word]:
    """Return the words that dates are written with, by their folded form.

    Where a word is a month in one language and something else in another, it is the month.

    >>> vocabulary()["cotmehe"], vocabulary()["\u062a\u0634\u0631\u064a\u0646 \u0627\u0644\u0627\u0648\u0644"]
    (Word(kind='month', value=10), Word(kind='month', value=10))
    """
    words: dict[str, Word] = {}
    for text, word in _words():
        words.setdefault(phrase(text), word)
    words.pop("", None)
    return words


def phrase(text: str) -> str:
    """Return words as they are looked up: folded, with single spaces."""
    return " ".join(fold(text).replace("-", " ").replace(".", " ").split())


def month_names() -> Iterator[tuple[str, int]]:
    """Yield each name of a Gregorian month, often repeated, with its number."""
    for language in _LANGUAGES:
        months = Locale.parse(language).months
        for form in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                yield from _with_cases(language, ((name, number) for number, name in months[form][width].items()))
    rows = ((row["language"], row["word"], int(row["value"])) for row in _rows() if row["kind"] == "month")
    for language, name, number in rows:
        yield from _with_cases(language, [(name, number)])


def _words() -> Iterator[tuple[str, Word]]:
    yield from ((name, Word("month", number)) for name, number in month_names())
    for language in _HIJRI_LANGUAGES:
        names = get_locale(language).month_names
        yield from ((name, Word("hijri", number)) for number, name in enumerate(names, start=1))
    yield from ((row["word"], Word(row["kind"], int(row["value"]))) for row in _rows() if row["kind"] != "month")
    for language in _LANGUAGES:
        days = Locale.parse(language).days
        for width in ("wide", "abbreviated"):
            yield from ((name, Word("filler")) for name in days["format"][width].values())


@cache
def _rows() -> tuple[dict[str, str], ...]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def _with_cases(language: str, names: Iterator[tuple[str, int]] | list[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    for name, number in names:
        yield name, number
        folded = phrase(name)
        for ending in _CASES.get(language, ()):
            joined = _AFTER_VOWEL if folded.isascii() and folded[-1:] in "aeiou" else ""
            yield f"{folded}{joined}{ending}", number


def joined(words: list[str]) -> list[str]:
    """Return the phrases that some words begin with, the longest first.

    >>> joined(["rabi", "i"])
    ['rabi i', 'rabi']
    """
    return [" ".join(words[:length]) for length in range(min(len(words), LONGEST), 0, -1)]
