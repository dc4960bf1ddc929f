"""Records of evidence: ranges of sizes, disputes, precision of points."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator

from geodata.dates.span import Span
from geodata.records.base import Record, refuse
from geodata.records.fields import Day, EndDay, Slug


class AreaRange(Record):
    """Range of a size over some days: ``[from, to)``.

    `python -m geodata areas --resample` works it out.
    """

    model_config = ConfigDict(populate_by_name=True)

    controller: str = ""
    """Id of the controller; empty where the size is that of zones."""
    zones: tuple[Slug, ...] = ()
    """Ids of the zones whose sizes are summed; empty where the size is that of a controller."""
    start: Day = Field(alias="from")
    end: EndDay | None = Field(default=None, alias="to")
    km2: Annotated[float, Field(ge=0)]
    """The size from all the evidence."""
    low_km2: Annotated[float, Field(ge=0)]
    """The low percentile of the sizes of all tries, or the size from all the evidence where that is smaller."""
    high_km2: Annotated[float, Field(ge=0)]
    """The high percentile, or the size from all the evidence where that is larger."""
    low_percentile: Annotated[int, Field(ge=0, le=100)]
    high_percentile: Annotated[int, Field(ge=0, le=100)]
    tries: Annotated[int, Field(gt=0)]
    """How often the evidence was drawn anew."""
    seed: Annotated[int, Field(ge=0)]
    """What the tries were seeded with; the same seed gives the same ranges."""

    @property
    def span(self) -> Span:
        """The days for which the range holds."""
        return Span(self.start, self.end)

    @property
    def share(self) -> int:
        """Per cent of the tries whose size is within the range."""
        return self.high_percentile - self.low_percentile

    @model_validator(mode="after")
    def _is_a_range_of_one_thing(self) -> Self:
        if bool(self.controller) == bool(self.zones):
            refuse("zones", "either a controller or zones, not both")
        if not self.low_km2 <= self.km2 <= self.high_km2:
            refuse("km2", f"a number from {self.low_km2:g} to {self.high_km2:g}, the range")
        return self


class AreaTopic(Record):
    """Topic of the contested terms that an area belongs to."""

    controller: str = ""
    """Id of the controller whose area it is; empty where it is a zone."""
    zone: str = ""
    """Id of the zone; empty where it is the area of a controller."""
    topic: Annotated[str, Field(min_length=1)]
    """A topic of the table of terms."""

    @model_validator(mode="after")
    def _is_about_one_thing(self) -> Self:
        if bool(self.controller) == bool(self.zone):
            refuse("zone", "either a controller or a zone, not both")
        return self


class Dispute(Record):
    """On which days sources disagree about who held a place: ``[from, to)``."""

    model_config = ConfigDict(populate_by_name=True)

    statement: Slug
    """Id of the statement that says what they disagree about."""
    place: Slug
    start: Day = Field(alias="from")
    end: EndDay | None = Field(default=None, alias="to")
    """First day after; empty while they still do."""

    @property
    def span(self) -> Span:
        """The days that are disputed."""
        return Span(self.start, self.end)


class PointPrecision(Record):
    """Distance by which a point may be off, by its origin."""

    begins: Annotated[str, Field(min_length=1)]
    """What the origin of the point begins with in the table of places; the longest that fits counts."""
    km: Annotated[float, Field(ge=0)]
    """How far off it may lie."""
    note: Annotated[str, Field(min_length=1)]
    """Why this distance."""
