"""Sections of the charts page: charts, sentences and a table of numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from datetime import date

    from geodata.dates.span import Span
    from timemap.charts.sentences import Sentence
    from timemap.charts.theme import ChartPart, Drawing


@dataclass(frozen=True, slots=True)
class Row:
    """One small chart."""

    id: str
    """A name for keys, unlike those of the other charts of the section."""

    name: str
    """Its heading."""

    shown: Drawing
    """The chart, without its heading."""

    words: tuple[Sentence, ...]
    """What it says: highest, lowest, largest change, last known."""

    on: Callable[[date], tuple[Sentence, ...]]
    """What it says of a day that was chosen in it."""

    notes: tuple[Sentence, ...] = ()
    """What else stands beside it, in pictures too: the published figures with their letters."""

    former: str = ""
    """What its subject was called before, and until when; empty if always the same."""

    wide: bool = False
    """Whether it stands above the others, as wide as all of them."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table."""

    name: str
    """Its name in the file."""

    label: str
    """Its name on the page."""

    kind: Literal["day", "text", "number", "yes or no"] = "text"
    """What stands in it."""

    decimals: int = 0
    """Digits after the point of a number."""


@dataclass(frozen=True, slots=True)
class ChartSection:
    """Charts, sentences and table of one subject over a span of time."""

    id: str
    """Its name in file names and keys."""

    heading: str
    """Its heading, with the unit."""

    span: Span
    """The days that it tells of; the end is always set."""

    how: str
    """How the charts are read."""

    lead: tuple[Sentence, ...]
    """The most telling of it in words."""

    key: tuple[ChartPart, ...]
    """What the colours mean where one chart has several; else empty."""

    rows: tuple[Row, ...]
    """The charts; empty where there is nothing to tell."""

    columns: tuple[Column, ...]
    """The columns of the table."""

    table: tuple[Mapping[str, Any], ...]
    """Its rows: what stands under the name of each column."""

    sources: Collection[str]
    """Ids of the sources that it rests on."""
