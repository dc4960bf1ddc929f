"""Numbers in a text by their decimal sign."""

from __future__ import annotations

import math
import re
import unicodedata
from typing import TYPE_CHECKING, Literal, TypeAlias

from geodata.io.signs import western_digits

if TYPE_CHECKING:
    from collections.abc import Sequence

Decimal: TypeAlias = Literal[".", ",", ""]
"""Decimal sign of a column; empty where it is not known."""

OTHER_DECIMAL = "The decimal sign differs from the rest of the column."

LONGEST = 200
"""Characters; no longer text is a number."""

SPACES = re.compile(r"\s+")
VOWEL_MARKS = "\u064b-\u0652"
"""Marks on Arabic letters, which no text in NFC has in one sign with its letter, as a range of a pattern."""

_GROUPED = {
    ".": re.compile(r"-?(?:[1-9][0-9]{0,2}(?:(?P<sign>[, '])[0-9]{3})(?:(?P=sign)[0-9]{3})*|[0-9]+)?(?:\.[0-9]*)?"),
    ",": re.compile(r"-?(?:[1-9][0-9]{0,2}(?:(?P<sign>[. '])[0-9]{3})(?:(?P=sign)[0-9]{3})*|[0-9]+)?(?:,[0-9]*)?"),
}
"""Numbers with a decimal sign; thousands by the other sign, a space or an apostrophe."""

_MINUS = str.maketrans(
    {
        "\N{MINUS SIGN}": "-",
        "\N{EN DASH}": "-",
        "\N{EM DASH}": "-",
        "\N{NON-BREAKING HYPHEN}": "-",
        "\N{HYPHEN}": "-",
        "\N{FIGURE DASH}": "-",
        "\N{ARABIC COMMA}": ",",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{PERCENT SIGN}": "%",
        "\N{ARABIC PERCENT SIGN}": "%",
        "\N{FULLWIDTH PERCENT SIGN}": "%",
    }
)
_ARABIC_DECIMAL, _ARABIC_THOUSANDS = "\N{ARABIC DECIMAL SEPARATOR}", "\N{ARABIC THOUSANDS SEPARATOR}"


def written(number: float, decimal: Decimal = ".") -> str:
    """Return a number as it is written, without needless zeros.

    >>> written(1234.0), written(36.891, ",")
    ('1234', '36,891')
    """
    return str(int(number)) if number.is_integer() else repr(number).replace(".", decimal or ".")


def plain_signs(text: str) -> str:
    """Return a text with digits 0-9, usual signs and single spaces.

    Arabic separators stay.
    """
    return SPACES.sub(" ", western_digits(unicodedata.normalize("NFC", text)).translate(_MINUS)).strip()


def to_number(text: str, decimal: Decimal) -> float | None:
    """Return the number that a text without words says, or none.

    >>> to_number("1.234,5", ","), to_number("1 234", "."), to_number("1,234", ""), to_number("12.5", "")
    (1234.5, 1234.0, None, 12.5)

    Args:
        text: with digits 0-9 or those of other scripts.
        decimal: decimal sign; where it is empty, a number is read if it can be read in one way.
    """
    plain = plain_signs(text)
    if _ARABIC_DECIMAL in plain or _ARABIC_THOUSANDS in plain:
        plain, decimal = plain.replace(_ARABIC_THOUSANDS, "").replace(_ARABIC_DECIMAL, "."), "."
    if plain[:2] == "- ":
        plain = "-" + plain[2:]
    plain = plain.removeprefix("+")
    signs: Sequence[Decimal] = (decimal,) if decimal else (".", ",")
    readings = {sign: _by_sign(plain, sign) for sign in signs}
    numbers = {number for number in readings.values() if number is not None}
    return numbers.pop() if len(numbers) == 1 else None


def _by_sign(plain: str, decimal: Decimal) -> float | None:
    if not decimal or not any(sign.isdigit() for sign in plain) or not _GROUPED[decimal].fullmatch(plain):
        return None
    number = float(re.sub("[, ']" if decimal == "." else "[. ']", "", plain).replace(",", "."))
    return number if math.isfinite(number) else None
