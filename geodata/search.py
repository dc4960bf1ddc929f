"""Search finds every spelling of a name, in every script, with or without accents."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from anyascii import anyascii

from geodata.faultwords import western_digits
from geodata.names import names_of
from geodata.records.places import CROSSING

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.records.events import Event

_ARABIC_LETTERS = {
    "ALEF WASLA": "ALEF",
    "ALEF MAKSURA": "YEH",
    "FARSI YEH": "YEH",
    "YEH WITH SMALL V": "YEH",
    "E": "YEH",
    "TEH MARBUTA": "HEH",
    "AE": "HEH",
    "HEH GOAL": "HEH",
    "HEH DOACHASHMEE": "HEH",
    "KEHEH": "KAF",
    "SWASH KAF": "KAF",
    "OE": "WAW",
    "REH WITH SMALL V BELOW": "REH",
    "LAM WITH SMALL V": "LAM",
}
"""Arabic, Sorani and Persian letters that are written for one another, by their names in Unicode."""

_ARABIC = str.maketrans(
    {
        unicodedata.lookup(f"ARABIC LETTER {one}"): unicodedata.lookup(f"ARABIC LETTER {other}")
        for one, other in _ARABIC_LETTERS.items()
    }
    | {"\N{ARABIC TATWEEL}": "", "\N{ARABIC LETTER HAMZA}": ""}
)
_IN_ARABIC = re.compile("([\u0600-\u06ff\u0750-\u077f]+)")
_MARKS = re.compile("['`\u00b4\u02b0-\u02ff\u2018\u2019\u201b\u2032]")
"""Apostrophes and the signs of ayn and hamza, which half of the writers leave out."""
_POSSESSIVE = re.compile("['\u2019]s\\b")


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Return ``text`` as it is compared: lower case, without accents, one space between words.

    Arabic script stays Arabic, with one form for letters that are written for one another; all else becomes ASCII.

    >>> fold("Kobanî's  (Ayn al-\u02bfArab), \u015e\u0131rnak")
    'kobani (ayn al-arab), sirnak'
    >>> fold("\u043a\u043e\u0431\u0430\u043d\u0438")
    'kobani'
    """
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    parts = _IN_ARABIC.split(_MARKS.sub("", _POSSESSIVE.sub("", bare)).translate(_ARABIC))
    plain = "".join(western_digits(part) if place % 2 else anyascii(part) for place, part in enumerate(parts))
    return " ".join(plain.casefold().split())


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded; hyphens part words, so that "Ayn al-Arab" is three.

    >>> words_of("Ayn al-Arab")
    ('ayn', 'al', 'arab')
    """
    return tuple(re.findall(r"\w+", fold(text)))


class Spellings:
    """Knows which names are spellings of one thing, so that a search for one finds all."""

    def __init__(self, groups: tuple[frozenset[str], ...]) -> None:
        self._of: dict[str, set[frozenset[str]]] = defaultdict(set)
        for group in groups:
            for name in group:
                self._of[name].add(group)
        self._longest = max((len(name.split()) for name in self._of), default=0)

    @classmethod
    def of(cls, atlas: Atlas) -> Spellings:
        """Return the names of places, up to a bracket, with the table of spellings; the same id is one thing."""
        groups: dict[str, set[str]] = {}
        for place in atlas.places:
            if place.kind == CROSSING:  # it has one name on each side of the border, and both mean towns too
                continue
            groups[place.id] = {re.split("[(/,]", name)[0] for name in names_of(atlas, place).values()}
        for row in atlas.spellings:
            groups.setdefault(row.id, set()).update(row.spellings)
        folded = (frozenset(" ".join(words_of(name)) for name in group) - {""} for group in groups.values())
        return cls(tuple(group for group in folded if len(group) > 1))

    def expanded(self, text: str) -> str:
        """Return the words of ``text``, folded, followed by all other spellings of everything that it names."""
        words = words_of(text)
        ends = range(1, self._longest + 1)
        runs = {" ".join(words[start : start + length]) for start in range(len(words)) for length in ends}
        names = {name for run in runs & self._of.keys() for group in self._of[run] for name in group}
        return f" {' '.join(words)} {' '.join(sorted(names))} "


def searched_text(event: Event) -> str:
    """Return all that a search in an event looks through."""
    return " ".join((event.title, event.summary, event.place, event.contested, *event.actors))
