"""Numbers in a text: counts, tolls and sizes.

Its days, years and times are left out.
"""

from __future__ import annotations

import re

from geodata.dates.wording import MONTHS

_MONTH = "|".join(MONTHS)

_DAYS = r"\d{1,2}(?:(?:, | and | or | to |-)\d{1,2})*"
DATE = re.compile(rf"\b(?:(?P<days>{_DAYS}) )?(?P<month>{_MONTH})\b(?: (?P<year>\d{{4}}))?")
"""Finds one or more days of a month, or a month alone, with or without a year."""

ISO_DAY = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")

YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?:[-/](?:\d{4}|\d\d))?s?(?![\d,]*\d)")
"""Finds a year, years with a hyphen between them, or a decade."""

_OTHER_TIMES = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)\b|\b\d{1,2}:\d{2}\b|\b\d0s\b")
_MARKS = "'\N{RIGHT SINGLE QUOTATION MARK}"
_SPACES = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
_NUMBER = re.compile(rf"(?<![\w.,])(?<![A-Za-z]-)\d+(?:[{_MARKS}]\d{{3}}(?!\d)|[.,]\d+)*")
_SEPARATOR = re.compile(rf"[.,{_MARKS}](?=\d{{3}}(?!\d))")
_SPACED = re.compile(rf"(?<=\d)[{_SPACES}](?=\d{{3}}(?!\d))")

_UNITS = {
    word: number
    for number, words in enumerate(
        (
            "one", "two", "three third", "four fourth", "five fifth", "six sixth", "seven seventh", "eight eighth",
            "nine ninth", "ten tenth", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
            "eighteen", "nineteen",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
_TENS = {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)  # noqa: SIM905 (a list of names)
}
_LARGE = ("dozen", "hundred", "thousand", "million", "half")
_IN_WORDS = re.compile(rf"\b(?:({'|'.join(_TENS)})(?:-(\w+))?|({'|'.join(_UNITS)}))\b", re.IGNORECASE)
_TOO_COMMON = frozenset({"one"})
"""Hardly ever a fact: "one of them", "one day"."""


def numbers_in(text: str) -> tuple[str, ...]:
    """Return the numbers that stand in figures, as they are typed.

    Those of names such as M4 or C-130 are none.

    >>> numbers_in("By 22 October 2019 about 180,000 people fled along the M4, and a 3.6-metre wall stood.")
    ('180,000', '3.6')
    >>> numbers_in("On 6-8 October 2014, at 16:00, 37 died; in the 1990s, on 2019-11-01 and in 2014-15 none.")
    ('37',)
    >>> numbers_in("10\N{NARROW NO-BREAK SPACE}000 people in 5'30 minutes, 2'400 in all")
    ('10,000', '5', '30', "2'400")
    """
    return tuple(found[0] for found in _NUMBER.finditer(_without_times(_plain(text))))


def value_of(number: str) -> str:
    """Return what a number in figures is, however its thousands are parted.

    >>> [value_of(number) for number in ("1,206", "1206", "1.206", "3.6", "3,6")]
    ['1206', '1206', '1206', '3.6', '3.6']
    """
    return _SEPARATOR.sub("", number).replace(",", ".")


def numbers_in_words(text: str) -> frozenset[str]:
    """Return the numbers that stand in words up to ninety-nine.

    Words such as dozens or half count, too.

    >>> sorted(numbers_in_words("Twenty-one people, two of them children; hundreds fled, one by one."))
    ['2', '21', 'hundred']
    """
    rest = _without_times(_plain(text))
    found = {word for word in _LARGE if re.search(rf"\b{word}s?\b", rest, re.IGNORECASE)}
    for tens, unit, small in _IN_WORDS.findall(rest):
        if small.lower() not in _TOO_COMMON:
            found.add(f"{_TENS[tens.lower()] + _UNITS.get(unit.lower(), 0)}" if tens else f"{_UNITS[small.lower()]}")
    return frozenset(found)


def _plain(text: str) -> str:
    return _SPACED.sub(",", text).replace("\N{EN DASH}", "-").replace("\N{NO-BREAK SPACE}", " ")


def _without_times(text: str) -> str:
    for found in (ISO_DAY, DATE, YEAR, _OTHER_TIMES):
        text = found.sub(" ", text)
    return text
