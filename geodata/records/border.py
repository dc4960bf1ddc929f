"""Records of the border: crossings and sections of the wall."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from geodata.dates.precision import DatePrecision
from geodata.records.base import Record
from geodata.records.fields import Day, EndDay, Slug


class CrossingState(Record):
    """State of a border crossing, open or closed, from a day on."""

    model_config = ConfigDict(populate_by_name=True)

    place: Slug
    start: Day = Field(alias="from")
    end: EndDay | None = Field(default=None, alias="to")
    date_precision: DatePrecision
    state: Literal["open", "closed"]
    last_known: Day | None = None
    """Last day on which the state is supported; later it is last known. Empty when the stretch has an end."""
    source: str = ""
    note: str = ""


class WallSection(Record):
    """Stretch of the border with a wall, as reported from a day on."""

    model_config = ConfigDict(populate_by_name=True)

    id: Slug
    name: str
    start: Day = Field(alias="from")
    date_precision: DatePrecision
    event: str = ""
    """Id of the event that reports it, whose point anchors the stretch; empty when the place does."""
    place: str = ""
    """Id of the place that anchors the stretch; empty when the event does, or for the whole border."""
    km_west: Annotated[float, Field(ge=0)] | None = None
    """Length along the border to the west of the anchor in km; empty for the whole border or where not reported."""
    km_east: Annotated[float, Field(ge=0)] | None = None
    """Length to the east in km; empty for the whole border or where not reported."""
    reported_km: float | None = None
    """Length that was reported; empty when none was."""
    source: str = ""
    note: str = ""
