"""Signs that no font can print, found before a PDF is typeset."""

from __future__ import annotations

import json
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

import typst

from timemap.typst.fonts import FAMILIES, fonts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PAGE = b"""#let data = json(bytes(sys.inputs.data))
#set document(title: "Signs")
#set text(font: data.families)
#for sign in data.signs { par("a" + sign + "b") }"""
"""Page with signs between letters: alone, some invisible ones would be dropped."""

_JOINER = "\N{ZERO WIDTH JOINER}"


class MissingSignsError(ValueError):
    """Error for a text with signs that cannot be printed."""

    def __init__(self, signs: tuple[str, ...]) -> None:
        self.signs = signs
        """The signs, each once."""
        super().__init__(f"No font here can print {', '.join(map(sign_in_words, signs))}.")


def sign_in_words(sign: str) -> str:
    r"""Return a sign as people can find it.

    >>> sign_in_words("\N{WHITE HEAVY CHECK MARK}")
    '"✅" (U+2705 white heavy check mark)'
    >>> sign_in_words("\ufeff")
    'U+FEFF zero width no-break space'
    """
    names = (unicodedata.name(letter, "").lower() for letter in sign)
    code = ", ".join(f"U+{ord(letter):04X} {name}".rstrip() for letter, name in zip(sign, names, strict=True))
    return f'"{sign}" ({code})' if any(letter.isprintable() and not _joins(letter) for letter in sign) else code


def require_signs(texts: Iterable[str]) -> None:
    """Refuse texts with signs that no font on this machine has.

    Raises:
        MissingSignsError: if there are such signs.
    """
    signs = frozenset(sign for text in texts for sign in signs_in(text))
    if missing := _missing(signs):
        raise MissingSignsError(missing)


def signs_in(text: str) -> Iterator[str]:
    r"""Yield the signs of a text that are not plain ASCII.

    Each has its accents and the marks that join it.

    >>> list(signs_in("1\N{VARIATION SELECTOR-16}\N{COMBINING ENCLOSING KEYCAP} é a"))
    ['1️⃣', 'é']
    """
    sign = ""
    for letter in f"{text} ":
        if sign and (_joins(letter) or sign.endswith(_JOINER)):
            sign += letter
            continue
        if sign and not sign.isascii():
            yield sign
        sign = letter


def _joins(letter: str) -> bool:
    return letter == _JOINER or unicodedata.category(letter) in {"Mn", "Mc", "Me"}


@lru_cache(maxsize=256)
def _missing(signs: frozenset[str]) -> tuple[str, ...]:
    """Return those of the signs that cannot be printed, in their order."""
    seen = frozenset(sign for sign in signs if sign.isprintable())
    doubtful = signs - seen if _can_print(seen) else signs  # unseen ones are let through behind the same letter
    return tuple(sorted(sign for sign in doubtful if not _can_print([sign])))


def _can_print(signs: Iterable[str]) -> bool:
    data = json.dumps({"signs": sorted(signs), "families": FAMILIES})
    try:
        typst.compile(_PAGE, font_paths=fonts(), format="pdf", pdf_standards="ua-1", sys_inputs={"data": data})
    except typst.TypstError:
        return False
    return True
