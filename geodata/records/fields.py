"""Types of cells: ids, degrees, days, colours, precision."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from geodata.dates.iso import iso_day
from geodata.dates.limits import ENDLESS, day_limit

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""A stable name of a record: lower-case letters, digits and single hyphens; never a row number."""

Longitude = Annotated[float, Field(ge=-180, le=180)]
"""Degrees east, WGS 84."""

Latitude = Annotated[float, Field(ge=-90, le=90)]
"""Degrees north, WGS 84. A place may lie nearer the poles than a map shows: see `view_limits`."""

Colour = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
"""A colour as six hexadecimal digits, such as #2f6db5."""


def _read_day(value: object, hint: str = "") -> object:
    # Pydantic would take a bare number for seconds since 1970.
    day = iso_day(value) if isinstance(value, str) else value
    if day is None:
        kind, message = "date_form", "not an ISO date"
        raise PydanticCustomError(kind, message)
    if isinstance(day, date) and (expected := day_limit(day)):
        kind, message = "date_limit", "expected {expected}"
        raise PydanticCustomError(kind, message, {"expected": expected, "hint": hint if day.year == ENDLESS else ""})
    return day


def _read_any(value: object) -> object:
    return _read_day(value)


def _read_end(value: object) -> object:
    return _read_day(value, "Leave it empty if it goes on.")


Day = Annotated[date, BeforeValidator(_read_any)]
"""A day, written as 2018-02-28 and in no other way."""

EndDay = Annotated[date, BeforeValidator(_read_end)]
"""A day with which something ends; its column is left empty for what goes on."""


class LocationPrecision(StrEnum):
    """Precision of the place of an event."""

    EXACT = "exact"
    TOWN = "town"
    AREA = "area"


class Confidence(StrEnum):
    """Strength of the evidence for a hold."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def strength(self) -> str:
        """Strength of the evidence, in one word.

        Screens, pages, reports and documents use the same one.
        """
        return _STRENGTHS[self]


_STRENGTHS = {Confidence.HIGH: "strong", Confidence.MEDIUM: "some", Confidence.LOW: "weak"}
