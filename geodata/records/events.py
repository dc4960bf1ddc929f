"""Records of events: categories, actors, periods, key dates, callouts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import Field, model_validator

from geodata.dates.precision import DatePrecision
from geodata.dates.span import DAY, Span
from geodata.dates.wording import in_words
from geodata.records.base import Record, refuse
from geodata.records.fields import Colour, Day, EndDay, Latitude, LocationPrecision, Longitude, Slug
from geodata.records.shapes import Shape

if TYPE_CHECKING:
    from datetime import date


class Event(Record):
    """Something that happened, with its sources."""

    id: Slug
    start: Day
    """First day (for a coarser precision: any day inside the month or year)."""
    last_day: EndDay | None = None
    """Last day, included; empty for one day, month or year."""
    date_precision: DatePrecision
    title: Annotated[str, Field(min_length=1, max_length=70)]
    summary: str
    categories: tuple[Slug, ...] = Field(min_length=1)
    """Ids of its categories, each once; the first is the main one, which gives the symbol."""
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

    @model_validator(mode="after")
    def _categories_once(self) -> Self:
        if len(set(self.categories)) < len(self.categories):
            refuse("categories", "each category once")
        return self

    @property
    def main_category(self) -> Slug:
        """Id of the category that gives the symbol."""
        return self.categories[0]

    @property
    def span(self) -> Span:
        """Days on which the event may have happened.

        They are widened to whole months or years where the date is no finer.
        """
        first, last = self.start, self.last_day or self.start
        if self.date_precision is DatePrecision.MONTH:
            first = first.replace(day=1)
            last = (last.replace(day=28) + 4 * DAY).replace(day=1) - DAY
        elif self.date_precision is DatePrecision.YEAR:
            first, last = first.replace(month=1, day=1), last.replace(month=12, day=31)
        return Span(first, last + DAY)

    @property
    def when(self) -> str:
        """Date in words: days, months or years, as exactly as it is known."""
        return in_words(self.start, self.date_precision, self.last_day)

    @property
    def order(self) -> tuple[date, date, str]:
        """Sort key of events.

        The first day on which it may have happened, the one it is dated to, its id.
        """
        return self.span.start, self.start, self.id


class KeyDate(Record):
    """A day that shows, beside a few others, how the map changed.

    An event of that day says what happened.
    """

    day: Day
    event: Slug
    """Id of the event, which was on that day."""
    why: str
    """What the areas of the day tell, in one sentence."""


class Callout(Record):
    """Words on the map about some days, with a line to a place.

    Its event says more.
    """

    start: Day
    last_day: Day
    """Last day, included."""
    place: Slug
    text: Annotated[str, Field(max_length=60)]
    """The words, of at most 60 characters."""
    event: Slug
    """Id of the event that the words rest on; it was on the first day."""

    @property
    def span(self) -> Span:
        """The days on which the words stand on the map."""
        return Span(self.start, self.last_day + DAY)


class StartingPoint(Record):
    """A way into the map that is offered to whoever comes without a link."""

    id: Slug
    title: Annotated[str, Field(min_length=1, max_length=30)]
    text: Annotated[str, Field(max_length=80)]
    """What is to be found there, in one short sentence."""
    opens: Literal["view", "days", "lessons", "compare"]
    """What it opens: the view of its address, the list of key dates, the lessons, or the page that compares days."""
    address: Annotated[str, Field(pattern=r"^[a-z]+=[\w.,-]+(&[a-z]+=[\w.,-]+)*$")]
    """The view that is opened, or that its picture shows, as an address of the map has it."""


class Category(Record):
    """A kind of event, with its symbol."""

    id: Slug
    name: str
    group: str
    """Group whose colour family it belongs to: violence, people, politics, memory."""
    shape: Shape
    """Name of the symbol's shape."""
    colour: Colour
    both_sides: bool = False
    """Whether its events count victims or accuse somebody, so that more than one side should be heard."""
    description: str = ""


class Actor(Record):
    """Spelling of an actor in the events, with usual name and party."""

    actor: str
    canonical_name: str
    party: Slug


class Party(Record):
    """A side, or a group of actors that belong together."""

    id: Slug
    name: str
    description: str


class Period(Record):
    """A named stretch of history, for the bands above the slider.

    Chapters are offered as ranges.
    """

    id: Slug
    name: str
    start: Day
    last_day: EndDay | None = None
    """Last day, included; empty while it is still open."""
    parties: tuple[Slug, ...] = ()
    one_line: str
    source: str = ""
    chapter: bool
    short: str = ""
    """A shorter name for its band where the name has no room; empty for none."""

    @property
    def span(self) -> Span:
        """The days of the period."""
        return Span(self.start, None if self.last_day is None else self.last_day + DAY)
