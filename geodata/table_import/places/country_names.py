"""Codes of countries by their names in any language of the tables."""

from __future__ import annotations

import csv
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale
from babel.core import get_global

from geodata.data import DATA
from geodata.text.folding import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LANGUAGES = ("en", "tr", "ku", "ckb", "ar", "fa", "de", "fr")
"""Languages of the names of countries, by their codes in Babel, that of the interface first."""

OTHER_NAMES = DATA / "words" / "countries.csv"
"""Names that Babel lacks, as those that the United Nations write."""

_CODE = 3
"""Letters of a code."""


def country_code(text: str) -> str:
    """Return the alpha-3 code of a country by its name or one of its codes.

    The codes are those of ISO 3166-1. Empty where there is none of this name, or where the name fits several. An older
    name may stand in brackets.

    >>> country_code("Syrian Arab Republic"), country_code("Suriye"), country_code("سوريا"), country_code("760")
    ('SYR', 'SYR', 'SYR', 'SYR')
    >>> country_code("Russia (Soviet Union)"), country_code("Atlantis")
    ('RUS', '')
    """
    names = _names()
    for part in (text, text.partition("(")[0]):
        if code := names.get(" ".join(words_of(part)), ""):
            return code
    return ""


@cache
def country_name(code: str) -> str:
    """Return the English name of a country by its alpha-3 code.

    The code itself where there is none.

    >>> country_name("SYR")
    'Syria'
    """
    short = {long: short for short, long in _alpha_3().items()}.get(code, "")
    return str(Locale.parse(LANGUAGES[0]).territories.get(short, code))


@cache
def _names() -> Mapping[str, str]:
    """Return the codes by folded names; a name of several countries is left out."""
    codes: dict[str, set[str]] = {}
    for name, code in (*_codes(), *_babel_names(), *_other_names()):
        codes.setdefault(" ".join(words_of(name)), set()).add(code)
    fixed = {" ".join(words_of(name)): code for name, code in _other_names()}
    return {name: next(iter(found)) for name, found in codes.items() if name and len(found) == 1} | fixed


@cache
def _alpha_3() -> Mapping[str, str]:
    """Return the codes of three letters by those of two.

    Babel has those of former countries too; where there are several, the present one has both letters of the shorter.
    """
    found: dict[str, list[str]] = {}
    for long, short in get_global("territory_aliases").items():
        if len(long) == _CODE and long.isalpha() and len(short) == 1:
            found.setdefault(short[0], []).append(long)
    return {short: _present(short, codes) for short, codes in found.items()}


def _present(short: str, codes: list[str]) -> str:
    return min(codes, key=lambda code: not (code[0] == short[0] and short[1] in code[1:]))


def _codes() -> Iterator[tuple[str, str]]:
    """Yield the codes of countries as names: those of two and three letters, and the numbers."""
    for short, long in _alpha_3().items():
        yield short, long
        yield long, long
    for number, short in get_global("territory_aliases").items():
        if number.isdigit() and len(short) == 1 and short[0] in _alpha_3():
            yield number, _alpha_3()[short[0]]
            yield str(int(number)), _alpha_3()[short[0]]


def _babel_names() -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        for short, name in Locale.parse(language).territories.items():
            if short in _alpha_3():
                yield name, _alpha_3()[short]


def _other_names() -> Iterator[tuple[str, str]]:
    with OTHER_NAMES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["name"], row["iso"]
