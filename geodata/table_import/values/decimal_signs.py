"""Decimal sign of a table, and the question of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geodata.table_import.questions import Option, Question
from geodata.table_import.values.number_texts import LONGEST, to_number, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geodata.table_import.sheets import Cell
    from geodata.table_import.values.number_texts import Decimal

_WHOLE = re.compile(r"-?[0-9]+", re.ASCII)
_PREVIEWS = 3


@dataclass(frozen=True, slots=True)
class DecimalSign:
    """Decimal sign of some columns, as far as their cells tell."""

    evidence: str
    """ "." or "," where the cells agree, "either" where all can be read with both, "mixed" where no sign fits all,
    empty where nothing tells."""

    signs: tuple[Decimal, ...] = ()
    """Signs that `number_reader` can take, the likeliest first; empty where it makes no difference."""

    examples: tuple[str, ...] = ()
    """Up to three cells that can be read in two ways, or that differ from the rest."""

    @property
    def likeliest(self) -> Decimal:
        """Sign that is used until the question is answered."""
        return self.signs[0] if self.signs else "."


def decimal_sign(columns: Iterable[Iterable[Cell]]) -> DecimalSign:
    """Return which decimal sign the columns of a table have.

    >>> decimal_sign([["36,89", "1.234"]]).evidence, decimal_sign([["1,234"]]).evidence
    (',', 'either')
    """
    examples: dict[tuple[Decimal, ...], list[str]] = {}
    for cell in dict.fromkeys(cell for column in columns for cell in column):
        if not isinstance(cell, str) or len(cell) > LONGEST or _WHOLE.fullmatch(cell):
            continue
        signs: Sequence[Decimal] = (".", ",")
        readings = {sign: number for sign in signs if (number := to_number(cell, sign)) is not None}
        if not readings or (len(readings) > 1 and len(set(readings.values())) == 1):
            continue
        examples.setdefault(tuple(readings), []).append(cell)
    sure = sorted((kind for kind in examples if len(kind) == 1), key=lambda kind: -len(examples[kind]))
    if len(sure) == 1:
        return DecimalSign(sure[0][0], sure[0])
    if sure:
        shown = [examples[kind][0] for kind in reversed(sure)]
        return DecimalSign("mixed", tuple(kind[0] for kind in sure), tuple(shown))
    if examples:
        (either,) = examples.values()
        return DecimalSign("either", _ranked(either), tuple(either[:_PREVIEWS]))
    return DecimalSign("")


def _ranked(texts: Sequence[str]) -> tuple[Decimal, ...]:
    """Return both signs, first the one that is not in the texts: most numbers are whole."""
    commas = sum("," in text for text in texts)
    return (".", ",") if 2 * commas >= len(texts) else (",", ".")


def question_of_decimal(columns: Iterable[Iterable[Cell]]) -> Question | None:
    """Return the question of the decimal sign of a table.

    Nothing where its cells answer it.

    >>> question = question_of_decimal([["1,234"]])
    >>> [(option.value, option.preview) for option in question.options]
    [('.', ('1,234 = 1234',)), (',', ('1,234 = 1.234',))]
    """
    sign = decimal_sign(columns)
    if sign.evidence not in {"either", "mixed"}:
        return None
    names = {".": "Decimal point", ",": "Decimal comma"}
    options = tuple(Option(choice, names[choice], _previews(sign.examples, choice)) for choice in sign.signs)
    return Question("decimal", "Are decimals written with a point or with a comma?", options)


def _previews(texts: Sequence[str], decimal: Decimal) -> tuple[str, ...]:
    numbers = [to_number(text, decimal) for text in texts]
    shown = ["no number" if number is None else written(number) for number in numbers]
    return tuple(f"{text} = {number}" for text, number in zip(texts, shown, strict=True))
