"""Capital letters by the rules of a language."""

from __future__ import annotations

_OF_TURKISH = str.maketrans("i\N{LATIN SMALL LETTER DOTLESS I}", "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}I")
"""In Turkish the dot of the small letter stays."""

_LIKE_TURKISH = {"tr", "az"}


def in_capitals(text: str, language: str) -> str:
    """Return a text in capital letters.

    >>> in_capitals("Türkiye", "tr"), in_capitals("Kilis", "ku")
    ('TÜRKİYE', 'KILIS')

    Args:
        text: in this language.
        language: its IETF tag; empty where it is not known.
    """
    return (text.translate(_OF_TURKISH) if language.partition("-")[0] in _LIKE_TURKISH else text).upper()
