"""Search finds every spelling of a name, in every script, with or without accents."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.records import Event

_FOLDED = str.maketrans(
    {
        "ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe",
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ێ": "ي", "ئ": "ي", "ة": "ه", "ە": "ه",
        "ک": "ك", "ڪ": "ك", "ؤ": "و", "ۆ": "و", "ڕ": "ر", "ڵ": "ل", "ـ": "",
        "ʿ": "", "ʾ": "", "ʻ": "", "ʼ": "", "'": "", "’": "", "‘": "", "`": "", "´": "",
    },
)  # fmt: skip
"""Letters that readers do not tell apart when they search: dotless i, forms of alef, yeh and kaf, marks of ayn and hamza."""


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Return ``text`` as it is compared: lower case, without accents, one space between words.

    >>> fold("Kobanî  (Ayn al-ʿArab)")
    'kobani (ayn al-arab)'
    >>> fold("كوبانێ") == fold("كوباني")
    True
    """
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_FOLDED))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"\s+", " ", bare.translate(_FOLDED)).strip()


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a query, folded; hyphens part words, so that "Ayn al-Arab" is three."""
    return tuple(word for word in re.split(r"[\s\-\u2010-\u2015,;:.!?()\"/]+", fold(text)) if word)


class Spellings:
    """Knows which names are spellings of one place, so that a search for one finds all."""

    def __init__(self, groups: tuple[frozenset[str], ...]) -> None:
        self._groups = groups

    @classmethod
    def of(cls, atlas: Atlas) -> Spellings:
        """Return the spellings in the names of places and in the table of spellings."""
        groups: dict[str, set[str]] = {}
        for place in atlas.places:
            names = [place.name, place.name_kurdish, place.name_arabic, place.name_turkish]
            parts = {part.strip() for name in names for part in re.split(r"[()/,]", name) if part.strip()}
            groups[place.id] = {" ".join(words_of(part)) for part in parts}
        for row in atlas.spellings:
            groups.setdefault(row.id, set()).update(" ".join(words_of(spelling)) for spelling in row.spellings)
        return cls(tuple(frozenset(filter(None, group)) for group in groups.values()))

    def expanded(self, text: str) -> str:
        """Return the folded words of ``text``, followed by all other spellings of each place that it names."""
        plain = f" {' '.join(words_of(text))} "
        more = {name for group in self._groups if any(f" {name} " in plain for name in group) for name in group}
        return plain + " ".join(sorted(more)) + " "


def searched_text(event: Event) -> str:
    """Return all that a search in an event looks through."""
    return " ".join((event.title, event.summary, event.place, event.contested, *event.actors))
