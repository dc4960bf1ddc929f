"""The kinds of records that the tables hold: each is read from one row, checked by its types, and never changes."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, NoReturn, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from geodata.span import DAY, Span

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""A stable name of a record: lower-case letters, digits and single hyphens; never a row number."""

Longitude = Annotated[float, Field(ge=-180, le=180)]
"""Degrees east, WGS 84."""

Latitude = Annotated[float, Field(ge=-90, le=90)]
"""Degrees north, WGS 84."""


def _iso_only(value: object) -> object:
    # Pydantic would take a bare number for seconds since 1970.
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        kind, message = "date_form", "not an ISO date"
        raise PydanticCustomError(kind, message)
    return value


def refuse(column: str, expected: str) -> NoReturn:
    """Refuse a row for what stands in one column beside the others.

    Raises:
        PydanticCustomError: always; its type is "row", its context says the column and what was expected.
    """
    kind, message = "row", "expected {expected}"
    raise PydanticCustomError(kind, message, {"column": column, "expected": expected})


Day = Annotated[date, BeforeValidator(_iso_only)]
"""A day, written as 2018-02-28 and in no other way."""


class DatePrecision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class LocationPrecision(StrEnum):
    """How exactly a place of an event is known."""

    EXACT = "exact"
    TOWN = "town"
    AREA = "area"


class Confidence(StrEnum):
    """How sure a hold is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Record(BaseModel):
    """What all records share: unknown columns are refused, what ends has begun, and nothing changes after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        start, end, last_day = (getattr(self, name, None) for name in ("start", "end", "last_day"))
        if start and end and end <= start:
            refuse("to", f"a day after {start}")
        if start and last_day and last_day < start:
            refuse("last_day", f"a day not before {start}")
        return self


class Publisher(Record):
    """Who published a source, under one spelling used in the source list."""

    id: Slug
    name: str
    """The spelling used in the source list."""
    canonical_name: str
    """The publisher behind that spelling."""
    kind: str
    """What sort of publisher: news-agency, state-media, ngo and so on."""
    based_in: str = ""
    """Country; empty when not known."""
    affiliation_note: str = ""
    """Known closeness to a party, or through whom the text was carried; empty when nothing is known."""


class Source(Record):
    """One address where a statement can be read."""

    id: Slug
    title: str = ""
    """Title of the page; empty where only the address was recorded."""
    publisher: str = ""
    """Id of the publisher; empty where it was not recorded."""
    date: str = ""
    """Day of publication as ISO date; empty when not known."""
    url: str
    """Address, starting with http:// or https://."""
    note: str = ""
    """Other titles under which the same address was cited; empty when there are none."""


class Event(Record):
    """Something that happened, with its sources."""

    id: Slug
    start: Day
    """First day (for a coarser precision: any day inside the month or year)."""
    last_day: Day | None = None
    """Last day, included; empty for one day, month or year."""
    date_precision: DatePrecision
    title: Annotated[str, Field(min_length=1, max_length=70)]
    summary: str
    category: Slug
    place: str
    """Place in words, as a caption."""
    lat: Latitude
    lon: Longitude
    country: str = ""
    """ISO 3166-1 alpha-3 code of the country that the point lies in; empty when it is not one of the map's."""
    location_precision: LocationPrecision
    actors: tuple[str, ...] = ()
    """Spellings of the actors, each found in the table of actors."""
    contested: str = ""
    """What is disputed and by whom; empty when no dispute is known."""
    sources: tuple[Slug, ...] = Field(min_length=1)
    """Ids of the sources."""
    founding_article: bool = False
    """Whether the founding column mentions it."""
    former_id: str = ""
    """An earlier id under which the event stays reachable; empty when it never had another."""

    @property
    def span(self) -> Span:
        """The days on which it may have happened: widened to whole months or years where the date is no finer."""
        first, last = self.start, self.last_day or self.start
        if self.date_precision is DatePrecision.MONTH:
            first = first.replace(day=1)
            last = (last.replace(day=28) + 4 * DAY).replace(day=1) - DAY
        elif self.date_precision is DatePrecision.YEAR:
            first, last = first.replace(month=1, day=1), last.replace(month=12, day=31)
        return Span(first, last + DAY)


class Place(Record):
    """A place of northern Syria whose holder is known over time."""

    id: Slug
    name: str
    name_kurdish: str = ""
    name_arabic: str = ""
    name_turkish: str = ""
    kind: str
    lat: Latitude
    lon: Longitude
    subdistrict: str = ""
    district: str = ""
    governorate: str = ""
    coord_source: str
    """Where the point comes from, in words."""
    reach_km: Annotated[float, Field(gt=0)] | None = None
    """How far a holding here reached at most, in km; empty when only the neighbouring places limit it."""


class Hold(Record):
    """Who held a place from when to when: ``[from, to)``."""

    model_config = ConfigDict(populate_by_name=True)

    place: Slug
    start: Day = Field(alias="from")
    end: Day | None = Field(default=None, alias="to")
    controller: Slug
    confidence: Confidence
    source: str = ""
    """Id of the source; empty where none was seen."""
    note: str = ""

    @property
    def span(self) -> Span:
        """The days of the hold."""
        return Span(self.start, self.end)


class Period(Record):
    """A named stretch of history, for the bands above the slider; chapters are offered as ranges."""

    id: Slug
    name: str
    start: Day
    last_day: Day | None = None
    """Last day, included; empty while it is still open."""
    parties: tuple[Slug, ...] = ()
    one_line: str
    source: str = ""
    chapter: bool

    @property
    def span(self) -> Span:
        """The days of the period."""
        return Span(self.start, None if self.last_day is None else self.last_day + DAY)


class Term(Record):
    """One wording of a contested matter: who uses it, what it means, with a source."""

    id: Slug
    topic: str
    wording: str
    language: str
    used_by: str
    meaning: str
    source: str = ""


class Party(Record):
    """A side, or a group of actors that belong together."""

    id: Slug
    name: str
    description: str


class Actor(Record):
    """One spelling of an actor in the events, with its usual name and its party."""

    actor: str
    canonical_name: str
    party: Slug


class Claim(Record):
    """A checkable statement of the founding column, with what independent sources say."""

    id: Slug
    section: str
    statement: str
    verdict: str
    finding: str
    events: tuple[Slug, ...] = ()
    sources: tuple[Slug, ...] = ()


class Post(Record):
    """A military post outside the areas that its holder controlled."""

    model_config = ConfigDict(populate_by_name=True)

    id: Slug
    name: str
    lat: Latitude
    lon: Longitude
    start: Day = Field(alias="from")
    end: Day | None = Field(default=None, alias="to")
    holder: Slug
    last_known: Day | None = None
    """Last day on which it is known to stand; later it is drawn as last known. Empty when it was given up."""
    last_known_note: str = ""
    """Why that day."""
    precision: str
    """How exactly the point is known, in words."""
    note: str = ""


class FrontSnapshot(Record):
    """What was reported about the front round and inside Kobane on one day."""

    id: Slug
    day: Day
    description: str
    sources: tuple[Slug, ...] = ()


class FrontMark(Record):
    """A village or quarter and who held it in one snapshot."""

    snapshot: Slug
    holder: Slug
    name: str
    lat: Latitude
    lon: Longitude
    precision: str


Shape = Literal[
    "circle", "square", "diamond", "triangle-up", "triangle-down", "pentagon", "hexagon",
    "star", "cross", "plus", "ring", "flag", "house", "drop",
]  # fmt: skip
"""Names of the shapes that symbols can have."""

Pattern = Literal[
    "solid", "diagonal", "back-diagonal", "horizontal", "vertical", "dots", "cross-hatch", "grid", "zigzag"
]
"""Names of the patterns that areas can have."""


class Category(Record):
    """A kind of event, with its symbol."""

    id: Slug
    name: str
    group: str
    """Group whose colour family it belongs to: violence, people, politics, memory."""
    shape: Shape
    """Name of the symbol's shape."""
    colour: Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
    description: str = ""


class Controller(Record):
    """Who can hold a place, with the colour and pattern of its areas."""

    id: Slug
    name: str
    colour: Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
    pattern: Pattern
    """Name of the pattern that tells it apart without colour."""
    party: str = ""
    """Id of the party; empty when it stands for several."""
    note: str = ""


class Zone(Record):
    """A Turkish-held area with a name: the places taken between two days from certain holders.

    Of several zones that fit, the first in the table counts.
    """

    model_config = ConfigDict(populate_by_name=True)

    id: Slug
    name: str
    start: Day = Field(alias="from")
    """First day on which a place of it can have been taken."""
    end: Day = Field(alias="to")
    """First day on which no more."""
    taken_from: tuple[Slug, ...]
    """Controllers it was taken from."""
    controllers: tuple[Slug, ...]
    """Controllers under which it counts as Turkish-held."""
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
            refuse("high_km2", f"a number not below low_km2, {self.low_km2:g}")
        return self


class CrossingState(Record):
    """Whether a border crossing was open from a day on."""

    model_config = ConfigDict(populate_by_name=True)

    place: Slug
    start: Day = Field(alias="from")
    end: Day | None = Field(default=None, alias="to")
    date_precision: DatePrecision
    state: Literal["open", "closed"]
    last_known: Day | None = None
    """Last day on which the state is supported; later it is last known. Empty when the stretch has an end."""
    source: str = ""
    note: str = ""


class WallSection(Record):
    """A stretch of the border on which a wall was reported from a day on."""

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


class Coverage(Record):
    """Until when the state of a region is supported by sources."""

    id: Slug
    region: str
    administration: str
    """Last supported administration."""
    troops: str
    """Last supported presence of Turkish troops."""
    last_known: Day
    """Last day with support; what is drawn after it is last known."""
    date_precision: DatePrecision
    sources: tuple[Slug, ...] = ()
    note: str = ""


class Statement(Record):
    """One dated statement on the state of a region after 2024, a disagreement between sources, or a gap."""

    id: Slug
    kind: Literal["status", "disagreement", "gap"]
    region: str = ""
    """Id of the region in the table of coverage; empty when it is about several."""
    dated: str = ""
    """The day or days it is about, in words; empty where it is about none."""
    text: str
    sources: tuple[Slug, ...] = ()


class Spelling(Record):
    """All the spellings of one name in every script, so that each finds what the others find."""

    id: Slug
    spellings: tuple[str, ...] = Field(min_length=2)


class Setting(Record):
    """A choice about the subject that code needs: the opening day, the place that is always marked, and the like."""

    id: Slug
    value: str
    note: str = ""
