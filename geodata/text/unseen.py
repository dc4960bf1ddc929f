"""Characters that cannot be seen, by name, for messages about text."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp"})
_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
"""Part of how Kurdish and Persian words in Arabic letters are spelled."""

_FEW = 3
"""So many characters are named."""

_NAMELESS = {"\t": "tab", "\x7f": "delete"}


def unseen_in(text: str) -> str:
    r"""Return a sentence that names what cannot be seen in a text.

    It is empty where all can be seen. Ordinary spaces and line ends are not named.

    >>> unseen_in("2014-10-06\u200b")
    'It contains U+200B (zero width space), which cannot be seen.'
    >>> unseen_in("two words\n")
    ''
    """
    found = list(dict.fromkeys(filter(_is_unseen, text)))
    if not found:
        return ""
    names = ", ".join(map(_name, found[:_FEW])) + (", ..." if len(found) > _FEW else "")
    return f"It contains {names}, which cannot be seen."


def with_codes(text: str) -> str:
    r"""Return a text with a code for each character that cannot be seen.

    >>> with_codes("a\u202eb\x00c")
    'a[U+202E]b[U+0000]c'
    """
    return "".join(f"[{_code(sign)}]" if _is_unseen(sign) and sign not in _JOINERS else sign for sign in text)


def odd_spaces(text: str) -> Iterator[str]:
    """Yield the spaces in a text that only look like ordinary ones."""
    yield from (sign for sign in dict.fromkeys(text) if sign != " " and unicodedata.category(sign) == "Zs")


def named(sign: str) -> str:
    r"""Return the code and the name of a character.

    >>> named("\u00a0")
    'U+00A0 (no-break space)'
    """
    return _name(sign)


def _is_unseen(sign: str) -> bool:
    return sign not in "\n\r\t" and unicodedata.category(sign) in _UNSEEN


def _name(sign: str) -> str:
    name = unicodedata.name(sign, _NAMELESS.get(sign, "control character"))
    return f"{_code(sign)} ({name.lower()})"


def _code(sign: str) -> str:
    return f"U+{ord(sign):04X}"
