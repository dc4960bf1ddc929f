"""Readers of columns of numbers and of ranges."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

from geodata.table_import.faults import Fault, FaultKind
from geodata.table_import.values.blanks import is_blank, number_words
from geodata.table_import.values.decimal_signs import DecimalSign, decimal_sign, question_of_decimal
from geodata.table_import.values.number_texts import (
    LONGEST,
    SPACES,
    VOWEL_MARKS,
    Decimal,
    plain_signs,
    to_number,
    written,
)
from geodata.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from geodata.table_import.sheets import Cell

EXPECTED = "a number such as 45"
EXPECTED_RANGE = "a number such as 45 or a range such as 12-15"

_PLAIN: Mapping[Decimal, re.Pattern[str]] = {
    ".": re.compile(r"-?[0-9]+(?:\.[0-9]+)?", re.ASCII),
    ",": re.compile(r"-?[0-9]+(?:,[0-9]+)?", re.ASCII),
    "": re.compile(r"-?[0-9]+", re.ASCII),
}
_EITHER = re.compile(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}")
"""Number that has a fraction by one decimal sign and thousands by the other."""

_AROUND = re.compile(r"^[~\u2248\u00b1]|[?*]$")
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{VOWEL_MARKS}]|[ .'](?=[^\W\d_]))*\.?")
_NUMBER = r"[0-9][0-9.,' ]*"
_RANGE = re.compile(rf"(?P<low>{_NUMBER})(?:-|/|<to>|<and>)(?P<high>{_NUMBER})")


@dataclass(frozen=True, slots=True)
class _Text:
    """Number in a text, and the words around it."""

    rest: str
    """The text without its words; "<to>" and "<and>" stand for theirs."""

    kinds: frozenset[str]
    """Kinds of the words: about, least, between; unknown for all others."""


def number_reader(decimal: Decimal) -> Callable[[Cell], float | Fault | None]:
    """Return the reader of the cells of a column of numbers.

    What is said to be about a number is read as the number, and so is a least one ("12+", "at least 12").

    >>> read = number_reader(".")
    >>> read("1,234.5"), read("about 40"), read("12+"), read("unknown"), read("12-15").hint
    (1234.5, 40.0, 12.0, None, 'This is a range.')

    Args:
        decimal: decimal sign; empty where none is known, so that "1,234" and "1.234" are faults.
    """
    plain = _PLAIN[decimal]

    def read(cell: Cell) -> float | Fault | None:
        if isinstance(cell, str):
            if plain.fullmatch(cell):
                return _finite(float(cell.replace(",", ".")))
            return None if is_blank(cell) else _read_text(cell, decimal)
        return _typed(cell)

    return read


def range_reader(decimal: Decimal) -> Callable[[Cell], tuple[float, float] | Fault | None]:
    """Return the reader of the cells of a column of numbers and ranges.

    It gives the lowest and the highest number of a cell.

    >>> read = range_reader(".")
    >>> read("12-15"), read("between 12 and 15"), read("12"), read("12+")
    ((12.0, 15.0), (12.0, 15.0), (12.0, 12.0), (12.0, inf))

    Args:
        decimal: decimal sign, as in `number_reader`.
    """
    read_number = number_reader(decimal)

    def read(cell: Cell) -> tuple[float, float] | Fault | None:
        number = read_number(cell)
        if isinstance(number, float):
            at_least = isinstance(cell, str) and "least" in _take_words(cell).kinds
            return number, math.inf if at_least else number
        if number is None or not isinstance(cell, str) or len(cell) > LONGEST:
            return number
        return _read_range(cell, decimal) or Fault(number.kind, EXPECTED_RANGE, number.suggestion)

    return read


def _typed(cell: Cell) -> float | Fault | None:
    """Return the number of a cell that is no text."""
    if is_blank(cell):
        return None
    if cell is None or isinstance(cell, bool | str | date | time):
        return Fault(FaultKind.TYPE, EXPECTED)
    try:
        return _finite(float(cell))
    except OverflowError:
        return Fault(FaultKind.TYPE, EXPECTED)


def _finite(number: float) -> float | Fault:
    return number if math.isfinite(number) else Fault(FaultKind.TYPE, EXPECTED)


def _read_text(text: str, decimal: Decimal) -> float | Fault:
    if len(text) > LONGEST:
        return Fault(FaultKind.TYPE, EXPECTED)
    found = _take_words(text)
    if "%" in found.rest:
        return Fault(FaultKind.TYPE, EXPECTED, hint="Percentages are not read as numbers.")
    number = to_number(found.rest, decimal)
    if number is None:
        return _why_not(found, decimal)
    if "unknown" in found.kinds:
        return Fault(FaultKind.TYPE, EXPECTED, written(number, decimal), "The cell holds more than the number.")
    return number


def _why_not(found: _Text, decimal: Decimal) -> Fault:
    """Return the fault of a text that is no number."""
    if "unknown" not in found.kinds and _RANGE.fullmatch(found.rest):
        return Fault(FaultKind.TYPE, EXPECTED, hint="This is a range.")
    if not decimal and _EITHER.fullmatch(found.rest):
        return Fault(FaultKind.TYPE, EXPECTED, hint="This can be read in two ways.")
    other: Decimal = "," if decimal == "." else "."
    number = to_number(found.rest, other)
    if number is None or "unknown" in found.kinds:
        return Fault(FaultKind.TYPE, EXPECTED)
    return Fault(
        FaultKind.TYPE, EXPECTED, written(number, decimal), "The decimal sign differs from the rest of the column."
    )


def _read_range(text: str, decimal: Decimal) -> tuple[float, float] | None:
    """Return the two numbers of a range, the lower one first, as typed."""
    found = _take_words(text)
    parts = None if "unknown" in found.kinds else _RANGE.fullmatch(found.rest)
    if not parts or ("<and>" in found.rest and "between" not in found.kinds):
        return None
    low, high = (to_number(parts[name].strip(), decimal) for name in ("low", "high"))
    return None if low is None or high is None or low > high else (low, high)


def _take_words(text: str) -> _Text:
    """Return the number of a text apart from its words.

    >>> found = _take_words("at least 12 people")
    >>> found.rest, sorted(found.kinds)
    ('12', ['least', 'unknown'])
    """
    plain, kinds = plain_signs(text), set()
    if plain.endswith("+"):
        plain = plain[:-1].strip()
        kinds.add("least")
    if plain[:1] in {">", "\N{GREATER-THAN OR EQUAL TO}"}:
        plain = plain[1:].removeprefix("=").strip()
        kinds.add("least")
    plain = _AROUND.sub("", plain)

    def replace(found: re.Match[str]) -> str:
        kind = number_words().get(fold(found[0].rstrip(".")), "unknown")
        if kind in {"to", "and"}:
            return f"<{kind}>"
        kinds.add("unknown" if kind == "blank" else kind)
        return " "

    rest = SPACES.sub(" ", _WORD.sub(replace, plain)).strip()
    return _Text(re.sub(r" ?(<\w+>|(?<=\d )-|-(?= \d)) ?", r"\1", rest), frozenset(kinds))


__all__ = [
    "Decimal",
    "DecimalSign",
    "decimal_sign",
    "number_reader",
    "question_of_decimal",
    "range_reader",
]
