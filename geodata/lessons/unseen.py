"""Characters of a lesson that cannot be seen, by name, for messages."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from geodata.io.signs import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp"})
_FEW = 3
"""So many characters are named."""


def unseen_in(text: str) -> str:
    r"""Return a sentence that names what cannot be seen in a text.

    It is empty where all can be seen. Ordinary spaces and line ends are not named.

    >>> unseen_in("2014-10-06\u200b")
    'It contains U+200B (ZERO WIDTH SPACE), which cannot be seen.'
    >>> unseen_in("two words\n")
    ''
    """
    found = list(dict.fromkeys(filter(_is_unseen, text)))
    if not found:
        return ""
    names = ", ".join(map(name_of, found[:_FEW])) + (", ..." if len(found) > _FEW else "")
    return f"It contains {names}, which cannot be seen."


def odd_spaces(text: str) -> Iterator[str]:
    """Yield the spaces in a text that only look like ordinary ones."""
    yield from (sign for sign in dict.fromkeys(text) if sign != " " and unicodedata.category(sign) == "Zs")


def _is_unseen(sign: str) -> bool:
    return sign not in "\n\r\t" and unicodedata.category(sign) in _UNSEEN
