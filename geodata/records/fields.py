"""Types of cells: ids, degrees, days, colours, precision."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from geodata.dates.iso import iso_day

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""A stable name of a record: lower-case letters, digits and single hyphens; never a row number."""

Longitude = Annotated[float, Field(ge=-180, le=180)]
"""Degrees east, WGS 84."""

Latitude = Annotated[float, Field(ge=-90, le=90)]
"""Degrees north, WGS 84. A place may lie nearer the poles than a map shows: see `view_limits`."""

Colour = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
"""A colour as six hexadecimal digits, such as #2f6db5."""


def _iso_only(value: object) -> object:
    # Pydantic would take a bare number for seconds since 1970.
    if not isinstance(value, str):
        return value
    day = iso_day(value)
    if day is None:
        kind, message = "date_form", "not an ISO date"
        raise PydanticCustomError(kind, message)
    return day


Day = Annotated[date, BeforeValidator(_iso_only)]
"""A day, written as 2018-02-28 and in no other way."""


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
