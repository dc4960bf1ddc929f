"""Marking of contested wordings in a text.

They are found as whole words, the longest first, in any script, never inside addresses.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geodata.records.terms import Term

_ADDRESS = r"(?<![\w.+-])(?:[\w.+-]+://\S+|[\w.+-]+@[\w-]+\.\S+|(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?)"
_APOSTROPHES = "['\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}]"
_BASIC_PLANE = range(0x10000)


@dataclass(frozen=True, slots=True)
class Segment:
    """Piece of a text.

    All pieces in their order are the text.
    """

    text: str
    """The piece as it stands in the text; never empty."""
    terms: tuple[Term, ...] = ()
    """The wordings that it is a form of, in the order of their table; empty for what is not contested."""


def contested_words(text: str, terms: Iterable[Term]) -> tuple[Segment, ...]:
    """Return ``text`` cut where a contested wording begins or ends.

    No piece for an empty text.

    A form in small letters is found in any case, one with capitals only with those capitals. Where several forms begin
    at one letter the longest counts. Letters may be composed or not, apostrophes straight or curly.

    >>> from geodata.atlas import load
    >>> [(one.text, [term.id for term in one.terms]) for one in contested_words("A safe zone?", load().terms)]
    [('A ', []), ('safe zone', ['held-safe-zone']), ('?', [])]

    Args:
        text: any text without markup.
        terms: the wordings that are looked for, by their ``forms``.
    """
    return tuple(_joined(_Finder.of(tuple(terms)).pieces(text)))


def first_occurrences(texts: Iterable[Iterable[Segment]]) -> tuple[tuple[Segment, ...], ...]:
    """Return texts with each wording marked only where it first stands.

    They are read together.

    >>> from geodata.atlas import load
    >>> texts = (contested_words(text, load().terms) for text in ("A safe zone: safe zone", "SAFE ZONE"))
    >>> [[piece.text for piece in text] for text in first_occurrences(texts)]
    [['A ', 'safe zone', ': safe zone'], ['SAFE ZONE']]
    """
    seen: set[tuple[Term, ...]] = {()}
    kept = []
    for segments in texts:
        pieces = []
        for segment in segments:
            pieces.append(Segment(segment.text) if segment.terms in seen else segment)
            seen.add(segment.terms)
        kept.append(tuple(_joined(pieces)))
    return tuple(kept)


def _joined(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Yield ``segments`` with neighbours that are not contested put together, and without empty ones."""
    waiting = ""
    for segment in segments:
        if not segment.terms:
            waiting += segment.text
            continue
        if waiting:
            yield Segment(waiting)
        waiting = ""
        yield segment
    if waiting:
        yield Segment(waiting)


@dataclass(frozen=True, slots=True)
class _Finder:
    """Finds the forms of a set of wordings."""

    forms: tuple[tuple[re.Pattern[str], Term], ...]
    anywhere: re.Pattern[str]
    """Matches an address, or any of the forms as whole words."""
    met: dict[str, tuple[Term, ...]] = field(default_factory=dict, compare=False)
    """The wordings that what stood in a text is a form of, for all that was met so far."""

    @classmethod
    @lru_cache(maxsize=8)
    def of(cls, terms: tuple[Term, ...]) -> _Finder:
        forms = {form: _pattern(form) for term in terms for form in term.forms}
        longest_first = sorted(forms, key=len, reverse=True)
        either = "|".join(forms[form] for form in longest_first) or "(?!)"
        within = rf"\w{_marks()}"
        whole = re.compile(rf"{_ADDRESS}|(?P<form>(?<![{within}])(?:{either})(?![{within}]))")
        return cls(tuple((re.compile(forms[form]), term) for term in terms for form in term.forms), whole)

    def pieces(self, text: str) -> Iterator[Segment]:
        """Yield the pieces of ``text``; some may be empty."""
        end = 0
        for found in self.anywhere.finditer(text):
            if found["form"]:
                yield Segment(text[end : found.start()])
                yield Segment(found[0], self._terms(found[0]))
                end = found.end()
        yield Segment(text[end:])

    def _terms(self, words: str) -> tuple[Term, ...]:
        if words not in self.met:
            self.met[words] = tuple(dict.fromkeys(term for form, term in self.forms if form.fullmatch(words)))
        return self.met[words]


def _pattern(form: str) -> str:
    words = r"\s+".join(_word(word) for word in form.split())
    return f"(?i:{words})" if form == form.lower() else words


def _word(word: str) -> str:
    written = dict.fromkeys(unicodedata.normalize(way, word) for way in ("NFC", "NFD"))
    either = "|".join(re.sub(_APOSTROPHES, _APOSTROPHES, re.escape(one)) for one in written)
    return f"(?:{either})"


@cache
def _marks() -> str:
    """Return all combining marks of the basic plane: they belong to the letter before them."""
    return "".join(re.escape(chr(code)) for code in _BASIC_PLANE if unicodedata.category(chr(code)).startswith("M"))
