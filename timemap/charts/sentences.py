"""Sentences about charts: numbers, days and links to the map.

Numbers are as exact as they can be known.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from geodata.dates.wording import day_in_words
from timemap.text.markdown import escape_markdown
from timemap.text.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Sentence = tuple[str | date, ...]
"""Pieces that are read one after the other; a day stands in them as itself."""

DASH = "\N{EN DASH}"
MINUS = "\N{MINUS SIGN}"
TIE = "\N{NO-BREAK SPACE}"
"""Between a number and its unit, which stay on one line."""


def text(sentences: Iterable[Sentence]) -> str:
    """Return sentences as bare text.

    >>> text([("Most on ", date(2014, 10, 6), "."), ("Least later.",)])
    'Most on 6 October 2014. Least later.'
    """
    return " ".join("".join(map(_bare, sentence)) for sentence in sentences)


def markdown(sentences: Iterable[Sentence]) -> str:
    r"""Return sentences as Markdown, every day a link to the map on it.

    >>> print(markdown([("Most *on* ", date(2014, 10, 6), ".")]))
    Most \*on\* [6 October 2014](./?moment=2014-10-06)\.
    """
    return " ".join("".join(map(_linked, sentence)) for sentence in sentences)


def map_address(day: date) -> str:
    """Return the address of the map on a day, as seen from a page of the app."""
    return f"./?moment={day.isoformat()}"


def map_link(day: date) -> str:
    """Return as Markdown the words that open the map on a day."""
    return f"[Open the map on {day_in_words(day)}]({map_address(day)})"


def number(value: float) -> str:
    """Return a number with at most one decimal: none from 10 on.

    >>> number(43434.3), number(0.33), number(9.96), number(0.0)
    ('43,434', '0.3', '10', '0')
    """
    rounded = round(value, 1)
    return format_number(round(value)) if rounded >= 10 or rounded == int(rounded) else f"{rounded:.1f}"  # noqa: PLR2004 (said above)


def signed(value: float) -> str:
    """Return a change with its sign.

    >>> signed(12.4), signed(-3.0) == "\N{MINUS SIGN}3"
    ('+12', True)
    """
    return f"{MINUS if value < 0 else '+'}{number(abs(value))}"


def measured(value: float, unit: str) -> str:
    """Return a number with its unit, never parted by the end of a line.

    >>> measured(1.5, "km") == "1.5\N{NO-BREAK SPACE}km"
    True
    """
    return f"{number(value)}{TIE}{unit}"


def between(low: float, high: float) -> str:
    """Return two ends with a dash, or one number if both read the same.

    >>> between(1, 2) == "1\N{EN DASH}2", between(1, 1)
    (True, '1')
    """
    return DASH.join(dict.fromkeys((number(low), number(high))))


def listed(names: Iterable[str]) -> str:
    """Return names as people list them.

    Semicolons part names that have commas themselves.

    >>> listed(["a"]), listed(["a", "b", "c"]), listed(["a 1,000", "b", "c, d"])
    ('a', 'a, b and c', 'a 1,000; b; and c, d')
    """
    *others, last = every = list(names)
    parted = any(", " in name for name in every)
    return f"{('; ' if parted else ', ').join(others)}{';' if parted else ''} and {last}" if others else last


def former_names(names: Sequence[tuple[str, date | None]]) -> str:
    """Return earlier names as a line to stand under the present one.

    Args:
        names: the names, the last one first, each with the day on which it ended.

    >>> former_names([("b", None), ("a", date(2014, 6, 29))]), former_names([("b", None)])
    ('Before 29 June 2014: a', '')
    """
    return "; ".join(f"Before {day_in_words(day)}: {name}" for name, day in names if day)


def _bare(piece: str | date) -> str:
    return day_in_words(piece) if isinstance(piece, date) else piece


def _linked(piece: str | date) -> str:
    if isinstance(piece, date):
        return f"[{day_in_words(piece)}]({map_address(piece)})"
    return "".join(part if part == TIE else _escaped(part) for part in re.split(f"({TIE})", piece))


def _escaped(part: str) -> str:
    """Return a part as Markdown without losing the spaces at its ends."""
    inner = escape_markdown(part)
    before, after = (" " if end.isspace() and inner else "" for end in (part[:1], part[-1:]))
    return f"{before}{inner}{after}" if inner else " " * bool(part)
