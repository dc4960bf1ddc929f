"""Columns of a table of events: what is counted, and by what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DateOrder = Literal["day-first", "month-first"]


@dataclass(frozen=True, slots=True)
class Codes:
    """Codes of a column whose rows are not counted."""

    column: str
    codes: tuple[str, ...]
    """As text."""


@dataclass(frozen=True, slots=True)
class EventColumns:
    """Columns from which events are counted, and how their cells are read."""

    date: tuple[str, ...]
    """The column of dates, or those of year, month and day."""
    lat: str
    """Degrees of WGS 84; so are those of ``lon``."""
    lon: str
    category: str = ""
    """Empty where nothing is counted by category."""
    shown: tuple[str, ...] = ()
    """What else is shown of the rows of a cell."""
    order: DateOrder = "day-first"
    """Of dates that are text and do not begin with the year."""
    decimal: Literal[".", ","] = "."
    """The sign before decimals in numbers that are text."""
    undrawn: Codes | None = None
    """Rows whose position is too inexact to be drawn, such as the middle of a country."""
    no_events: Codes | None = None
    """Rows that are no events."""
    broken: str = ""
    """A column that is filled where a row has more or fewer cells than the header; empty where there is none."""
