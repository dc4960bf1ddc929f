"""Folding of text for search: one form for equivalent letters.

The document folds what is typed into it in the same way, with the letters of `letters`; see ``find/folding.js``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from anyascii import anyascii

if TYPE_CHECKING:
    from collections.abc import Mapping

_COVERED = (
    (0x0000, 0x052F, "Latin, its phonetic letters, Greek and Cyrillic"),
    (0x0530, 0x058F, "Armenian"),
    (0x0590, 0x05FF, "Hebrew"),
    (0x0600, 0x06FF, "Arabic"),
    (0x0700, 0x074F, "Syriac"),
    (0x0750, 0x077F, "Arabic of other languages"),
    (0x0860, 0x08FF, "Syriac and Arabic of other languages"),
    (0x10A0, 0x10FF, "Georgian"),
    (0x1680, 0x1680, "a space"),
    (0x1C80, 0x1CBF, "Cyrillic and Georgian"),
    (0x1D00, 0x1FFF, "Latin, Greek and Cyrillic"),
    (0x2000, 0x20CF, "punctuation, raised digits and currencies"),
    (0x2C60, 0x2C7F, "Latin"),
    (0x2D00, 0x2D2F, "Georgian"),
    (0x2E00, 0x2E5F, "punctuation"),
    (0xA640, 0xA69F, "Cyrillic"),
    (0xA700, 0xA7FF, "Latin"),
    (0xAB30, 0xAB6F, "Latin"),
    (0xFE00, 0xFEFF, "signs of form and of the order of bytes"),
)
"""First and last code points of the scripts whose letters are brought to one form; all others stay as they are.

Letters that Unicode itself takes apart, such as full-width and joined ones, are covered by their parts."""

_ARABIC_BLOCKS = ((0x0600, 0x06FF), (0x0750, 0x077F), (0x0870, 0x08FF))

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

_ARABIC = {
    ord(unicodedata.lookup(f"ARABIC LETTER {one}")): unicodedata.lookup(f"ARABIC LETTER {other}")
    for one, other in _ARABIC_LETTERS.items()
} | {ord("\N{ARABIC TATWEEL}"): "", ord("\N{ARABIC LETTER HAMZA}"): ""}

_ACUTE = "\N{ACUTE ACCENT}"
"""Some keyboards give it for an apostrophe; Unicode takes it apart into a space and a mark."""
_APOSTROPHES = {ord(sign) for sign in "'`\u2018\u2019\u201b\u2032"} | set(range(0x02B0, 0x0300))
"""Apostrophes and the signs of ayn and hamza, which half of the writers leave out."""
_POSSESSIVE = re.compile(r"['\u2019][sS](?!\w)")


def _covered(code: int) -> bool:
    return any(first <= code <= last for first, last, _ in _COVERED)


def _letter(code: int) -> str:
    """Return what stands for a character that is no mark and cannot be taken apart."""
    letter, kind = chr(code), unicodedata.category(chr(code))
    if not _covered(code) or kind == "Cn":
        return letter
    if kind == "Cf" or code in _APOSTROPHES:
        return ""
    if kind == "Cc" or kind.startswith("Z"):
        return " "
    if any(first <= code <= last for first, last in _ARABIC_BLOCKS):
        return str(unicodedata.decimal(letter)) if letter.isdecimal() else _ARABIC.get(code, letter)
    return re.sub("['`]", "", anyascii(letter).casefold())


class _Letters(dict[int, str]):
    """What stands for each character, worked out when it is first asked for."""

    def __missing__(self, code: int) -> str:
        self[code] = _letter(code)
        return self[code]


_LETTERS = _Letters()


@cache
def letters() -> Mapping[str, str]:
    """Return the letters that search treats as equal, by their common form.

    Marks are not among them, nor what Unicode takes apart: both are gone before.

    >>> letters()["shch"]
    '\u0429\u0449'
    """
    found: dict[str, str] = defaultdict(str)
    for first, last, _ in _COVERED:
        for code in range(first, last + 1):
            letter = chr(code)
            if unicodedata.normalize("NFKD", letter) != letter or _is_mark(letter):
                continue
            if (other := _letter(code)) != letter:
                found[other] += letter
    return dict(found)


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter).startswith("M")


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Return ``text`` as it is compared.

    In lower case, without accents, with one space between words.

    Arabic script stays Arabic, with one form for letters that are written for one another; the other scripts that are
    covered become ASCII.

    >>> fold("Kobanî's  (Ayn al-\u02bfArab), \u015e\u0131rnak")
    'kobani (ayn al-arab), sirnak'
    >>> fold("\u043a\u043e\u0431\u0430\u043d\u0438")
    'kobani'
    """
    bare = text if text.isascii() else _without_marks(text)
    return re.sub(" +", " ", _POSSESSIVE.sub("", bare).translate(_LETTERS)).strip(" ")


def _without_marks(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.replace(_ACUTE, "'"))
    return "".join(letter for letter in parts if letter.isascii() or not _is_mark(letter))


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded.

    Hyphens part words, so that "Ayn al-Arab" is three.

    >>> words_of("Ayn al-Arab")
    ('ayn', 'al', 'arab')
    """
    return tuple(re.findall(r"\w+", fold(text)))
