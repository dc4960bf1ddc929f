"""Records of control: controllers, zones, published sizes, coverage."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, model_validator

from geodata.dates.precision import DatePrecision
from geodata.dates.span import Span
from geodata.records.base import Record, refuse
from geodata.records.fields import Colour, Day, EndDay, Slug

Pattern = Literal[
    "solid", "diagonal", "back-diagonal", "horizontal", "vertical", "dots", "cross-hatch", "grid", "zigzag"
]
"""Names of the patterns that areas can have."""


class Controller(Record):
    """Holder of places, with the colour and pattern of its areas."""

    id: Slug
    name: Annotated[str, Field(min_length=1, max_length=70)]
    colour: Colour
    dark_colour: Colour
    """The colour on the dark ground of the dark theme."""
    pattern: Pattern
    """Name of the pattern that tells it apart without colour."""
    party: str = ""
    """Id of the party; empty when it stands for several."""
    shared_by: tuple[Slug, ...] = ()
    """Controllers that hold its land together; empty where one side holds it alone."""
    note: str = ""

    @model_validator(mode="after")
    def _shared_by_others(self) -> Controller:
        if self.id in self.shared_by or len(set(self.shared_by)) != len(self.shared_by):
            refuse("shared_by", "other controllers, each once")
        return self


class ControllerName(Record):
    """Name that a controller had for some time, other than its usual one."""

    model_config = ConfigDict(populate_by_name=True)

    controller: Slug
    start: Day | None = Field(default=None, alias="from")
    """First day of the name; empty where it is that of all days before the end."""
    end: EndDay | None = Field(default=None, alias="to")
    """First day on which it is no more the name; empty where it still is."""
    name: Annotated[str, Field(min_length=1, max_length=70)]
    source: Slug
    note: str = ""


class Handover(StrEnum):
    """Way in which land changed hands, from mildest to gravest."""

    RENAMED = "renamed"
    """The same side under a new name."""
    AGREED = "agreed"
    """Joined or shared by agreement: whoever held it before is still there."""
    TAKEN = "taken"
    """Taken by fighting or after a withdrawal."""
    UNKNOWN = "unknown"
    """On one of the days nobody is known to have held it."""


class HandoverKind(Record):
    """Name of a way in which land changes hands."""

    id: Handover
    name: Annotated[str, Field(min_length=1)]
    description: str


class Succession(Record):
    """A controller that continues another, joins it or parts from it.

    Land passing between them was not taken.
    """

    model_config = ConfigDict(populate_by_name=True)

    origin: Slug
    """Id of the controller before."""
    target: Slug
    """Id of the controller after."""
    kind: Literal["renamed", "joined", "split", "merged"]
    """``renamed``: the same side under a new name; ``joined``: a partner comes in; ``split``: a partner leaves;
    ``merged``: two become one. The last three are hand-overs by agreement."""
    start: Day = Field(alias="from")
    """First day on which this applies."""
    end: EndDay | None = Field(default=None, alias="to")
    """First day on which it no longer applies; empty where it still does."""
    source: Slug
    note: str = ""

    @model_validator(mode="after")
    def _leads_to_another(self) -> Succession:
        if self.origin == self.target:
            refuse("target", "a controller other than the origin")
        return self

    @property
    def span(self) -> Span:
        """The days on which it counts."""
        return Span(self.start, self.end)

    @property
    def handover(self) -> Handover:
        """How land passes on."""
        return Handover.RENAMED if self.kind == "renamed" else Handover.AGREED


class Zone(Record):
    """Area with a name.

    It is made of the places taken between two days from certain holders.

    Of several zones that fit, the first in the table counts.
    """

    model_config = ConfigDict(populate_by_name=True)

    id: Slug
    name: str
    short: Annotated[str, Field(min_length=1, max_length=24)]
    """Name that has room on a small map."""
    start: Day = Field(alias="from")
    """First day on which a place of it can have been taken."""
    end: Day = Field(alias="to")
    """First day on which no more."""
    taken_from: tuple[Slug, ...]
    """Controllers it was taken from."""
    controllers: tuple[Slug, ...]
    """Controllers under which a place counts to it."""
    note: str = ""


class Figure(Record):
    """A published size of an area, to stand beside the derived one."""

    id: Slug
    zones: tuple[Slug, ...]
    """Zones that the figure covers."""
    day: Day
    low_km2: Annotated[float, Field(gt=0)]
    high_km2: Annotated[float, Field(gt=0)]
    publisher: str = ""
    """Who gave it, in words; empty where that was not recorded."""
    source: str = ""
    note: str = ""

    @model_validator(mode="after")
    def _high_is_not_lower(self) -> Figure:
        if self.high_km2 < self.low_km2:
            refuse("high_km2", f"a number of at least low_km2, {self.low_km2:g}")
        return self


class Coverage(Record):
    """Last day for which sources support the state of a region."""

    id: Slug
    region: str
    administration: str
    """Last supported administration."""
    troops: str
    """Last supported presence of the troops that the setting `troops-name` names."""
    last_known: Day
    """Last day with support; what is drawn after it is last known."""
    date_precision: DatePrecision
    sources: tuple[Slug, ...] = ()
    note: str = ""


class Statement(Record):
    """Statement on a region, a disagreement of sources, or a gap."""

    id: Slug
    kind: Literal["status", "disagreement", "gap"]
    region: str = ""
    """Id of the region in the table of coverage; empty when it is about several."""
    dated: str = ""
    """The day or days it is about, in words; empty where it is about none."""
    moment: Day | None = None
    """The day on which to look at the map: the first that it names, or the last of the first month that it names;
    empty where it names neither."""
    text: str
    sources: tuple[Slug, ...] = ()
