"""Check of prose for Markdown that is shown as typed, or other than meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(\s[^<>]*)?/?>|<!--"),
        "text without HTML, which is shown as typed",
        "Use *one asterisk* for emphasis and **two** for bold.",
    ),
    (re.compile(r"^\s*\|.*\|\s*$"), "text without tables, which are shown as typed", "Use a list."),
    (re.compile(r"~~\S.*~~"), "text without strikethrough, which is shown as typed", "Leave the words out."),
    (re.compile(r"\[\^[^\]]+\]"), "text without footnotes, which are shown as typed", "Use a link, or name a source."),
    (
        re.compile(r"^\s*(>\s*)*[-*+]\s+\[[ xX]\]\s"),
        "a list without boxes to tick, which are shown as typed",
        "Leave the brackets out.",
    ),
)
"""What other Markdown has and prose has not: how it is known, what was expected, and what helps."""

_YEAR = re.compile(r"^\s*(>\s*)*(\d{3,9})([.)])\s+\S")
"""Finds a number at the start of a line that is rather a year than the place in a list."""


@dataclass(frozen=True, slots=True)
class MarkdownFault:
    """Line of prose that does not become what it was meant to be."""

    index: int
    """Line of the prose, from 0."""
    shown: str
    expected: str
    hint: str


def faults_of_markdown(prose: str) -> Iterator[MarkdownFault]:
    r"""Yield the lines that are shown as typed, or as a list not meant.

    >>> print(*(fault.hint for fault in faults_of_markdown("2014. The siege began.")))
    Write 2014\. with a backslash.
    """
    for index, line in enumerate(prose.split("\n")):
        plain = re.sub(r"`[^`]*`", "", line)
        for mark, expected, hint in _MARKS:
            if mark.search(plain):
                yield MarkdownFault(index, line, expected, hint)
        if year := _YEAR.match(line):
            expected = "a line that does not start with a number and a full stop, which makes it a list"
            yield MarkdownFault(index, line, expected, f"Write {year[2]}\\{year[3]} with a backslash.")
