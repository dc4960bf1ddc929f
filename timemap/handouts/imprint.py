"""Imprint of handouts: title, date, publishers and licence."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from geodata.dates.iso import iso_day
from geodata.dates.wording import day_in_words
from geodata.defaults import LANGUAGE
from timemap.text.markdown import safe_link

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from timemap.attribution import Credit


class Paper(StrEnum):
    """A size of paper."""

    A4 = "a4"
    LETTER = "letter"


_PAPERS = {Paper.A4: "a4", Paper.LETTER: "us-letter"}
"""The sizes by the names that they are typeset with."""


def about(credit: Credit, today: date, paper: Paper, kind: str, *, areas: bool) -> dict[str, Any]:
    """Return the head, foot and end of every handout, as plain values.

    Args:
        credit: the words that go with it; their heading is its title.
        today: the day on which it is made.
        paper: size of the pages.
        kind: what it is, in a word or two.
        areas: whether it shows areas.
    """
    needless = not areas and not credit.address.startswith("http")  # what to add to an address, with no view to open
    of_areas = [credit.disclaimer, credit.last_known, credit.attribution] if areas else []
    return {
        "paper": _PAPERS[paper],
        "title": credit.heading,
        "kind": kind,
        "map": credit.title,
        "date": {"year": today.year, "month": today.month, "day": today.day},
        "made": day_in_words(today),
        "language": LANGUAGE.code,
        "region": None,
        "credit": [credit.sources, *of_areas, credit.licence, credit.data_version if needless else credit.origin],
    }


def printed(source: Mapping[str, str]) -> dict[str, str]:
    """Return a source as it stands in print.

    Its day is in words, and its address there only where it is one of the web.
    """
    day = iso_day(source["date"])
    return {**source, "date": day_in_words(day) if day else source["date"], "url": safe_link(source["url"]) or ""}
