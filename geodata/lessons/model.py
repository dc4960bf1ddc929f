"""Lesson and scenes as records: map view, text, question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Self

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, field_validator, model_validator

from geodata.dates.span import DAY, Span
from geodata.dates.visible import is_visible_on
from geodata.lessons.outline import headings_of
from geodata.lessons.picture import ScenePicture
from geodata.lessons.prose import Prose
from geodata.records.base import Record, refuse
from geodata.records.fields import Day, Latitude, Longitude, Slug
from geodata.records.view_limits import FARTHEST_SCENE, NEAREST, Mode, Window
from geodata.text.line import Line, ShortLine

if TYPE_CHECKING:
    from datetime import date

USUAL_WINDOW, USUAL_ZOOM = 7, 10.0
"""What a scene has that says nothing of its window or zoom.

A text seldom tells of one day alone, so a scene starts with the week on either side; the map itself with the day.
"""


def _heading(value: str) -> str:
    if headings_of(f"## {value}") != [value]:
        refuse("title", "a title that does not end with #")
    return value


def _several(value: object) -> object:
    ids = tuple(part for part in re.split(r"[\s,;]+", value) if part) if isinstance(value, str) else value
    if isinstance(ids, (tuple, list)) and len(ids) > MOST_IDS:
        refuse("ids", f"at most {MOST_IDS} ids")
    return ids


def _ages(value: str) -> str:
    found = re.fullmatch(r"([0-9]{1,2})-([0-9]{1,2})", value)
    if not found or int(found[1]) > int(found[2]):
        refuse("age", "the age range of the pupils, such as 14-18")
    return value


def _tag(value: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*", value):
        refuse("language", "a language code, such as en")
    return value


Heading = Annotated[ShortLine, AfterValidator(_heading)]
"""A line that can stand as a heading."""

MOST_IDS = 100
"""Ids in one field; so many make a scene that nobody can follow."""

Slugs = Annotated[tuple[Slug, ...], BeforeValidator(_several)]
"""Ids of records, as a list or in one line."""


class GlossaryTerm(Record):
    """A glossary term: a row of the table of terms, or a word explained."""

    term: Slug | None = None
    word: Line | None = None
    explanation: Line | None = None

    @model_validator(mode="before")
    @classmethod
    def _a_bare_id_is_a_term(cls, value: object) -> object:
        return {"term": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_or_the_other(self) -> Self:
        explained = self.word is not None and self.explanation is not None
        partly = self.word is not None or self.explanation is not None
        if (self.term is None) != explained or (self.term is not None and partly):
            refuse("words", "the id of a term, or a word with its explanation")
        return self


class SceneViewport(Record):
    """Part of the map that a scene shows, round a point or a place."""

    lat: Latitude | None = None
    lon: Longitude | None = None
    place: Slug | None = None
    """Id of the place in the middle, in place of a point."""
    zoom: Annotated[float, Field(ge=FARTHEST_SCENE, le=NEAREST)] = USUAL_ZOOM
    """Zoom as web maps count it; each step doubles the scale."""

    @model_validator(mode="before")
    @classmethod
    def _a_bare_id_is_a_place(cls, value: object) -> object:
        return {"place": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _a_point_or_a_place(self) -> Self:
        if (self.lat is None) != (self.lon is None) or (self.lat is None) == (self.place is None):
            refuse("view", "lat and lon, or the place in the centre")
        return self


class Scene(Record):
    """One step of a lesson."""

    model_config = ConfigDict(populate_by_name=True)

    title: Heading
    moment: Day | None = None
    """Day of the slider; empty for the last day of the range."""
    compare: Day | None = None
    """Day that is seen beside it, right of a divider; empty where one day is seen."""
    days: tuple[Day, Day] | None = Field(default=None, alias="range")
    """First and last day of the range, both included; empty for the whole story."""
    mode: Mode = "day"
    window: Window = USUAL_WINDOW
    """Days before and after the moment that count as "on this day"."""
    view: SceneViewport
    events: Slugs = ()
    """Events that the text rests on, to be highlighted."""
    areas: Slugs = ()
    """Controllers and zones to be highlighted."""
    terms: Slugs = ()
    claims: Slugs = ()
    sources: Slugs = ()
    """Sources beside those of the events and claims."""
    text: Annotated[Prose, Field(min_length=1)]
    picture: ScenePicture | None = None
    question: Prose = ""
    teacher: Prose = ""

    @field_validator("days", mode="before")
    @classmethod
    def _two_days(cls, value: object) -> object:
        if value is not None and not (isinstance(value, (list, tuple)) and len(value) == 2):  # noqa: PLR2004 - from, to
            refuse("range", "two days, such as [2014-09-15, 2015-01-27]")
        return value

    @model_validator(mode="before")
    @classmethod
    def _a_range_is_seen_whole(cls, value: object) -> object:
        if isinstance(value, dict) and not value.get("moment") and "mode" not in value:
            return value | {"mode": "range"}
        return value

    @model_validator(mode="after")
    def _dates_agree(self) -> Self:
        if self.days is None:
            if self.moment is None:
                refuse("moment", "a day, or a range of two days")
        else:
            first, last = self.days
            if last < first:
                refuse("range", f"a second day on or after {first}")
            for name in ("moment", "compare"):
                day = getattr(self, name)
                if day is not None and not first <= day <= last:
                    refuse(name, f"a day in the range, from {first} to {last}")
        if self.compare == self.day:
            refuse("compare", f"a day other than {self.day}")
        return self

    @property
    def day(self) -> date:
        """Day of the slider."""
        if self.moment is not None:
            return self.moment
        if self.days is None:
            message = "a moment or a range in each scene"
            raise AssertionError(message)
        return self.days[1]

    @property
    def seen_days(self) -> tuple[date, ...]:
        """Day of the slider, and the one it is compared with."""
        return (self.day,) if self.compare is None else (self.day, self.compare)

    def shows(self, span: Span) -> bool:
        """Return whether the scene shows an event of these days."""
        return any(self.shows_on(day, span) for day in self.seen_days)

    def shows_on(self, day: date, span: Span) -> bool:
        """Return whether an event of these days is seen on a day of the scene."""
        within = Span(self.days[0], self.days[1] + DAY) if self.days else None
        return is_visible_on(day, span, mode=self.mode, window=self.window, within=within)


class Lesson(Record):
    """Guided tour: its aim, and its scenes in their order."""

    id: Slug
    """Name of its file without the ending."""
    title: ShortLine
    language: Annotated[str, AfterValidator(_tag)] = "en"
    """Language of the texts as an IETF tag."""
    age: Annotated[str, AfterValidator(_ages)] | None = None
    """Youngest and oldest pupils meant, in years, such as 14-18."""
    minutes: Annotated[int, Field(ge=1, le=600)] | None = None
    """How long it takes."""
    aims: tuple[Line, ...] = ()
    """What pupils can do afterwards."""
    words: tuple[GlossaryTerm, ...] = ()
    sources: Slugs = ()
    """Sources for the whole lesson, beside those of its events."""
    text: Prose = ""
    """Introduction for the class."""
    teacher: Prose = ""
    """Note for the teacher on the whole lesson."""
    scenes: tuple[Scene, ...] = ()

    @property
    def ages(self) -> str:
        """Ages of the pupils, joined by a dash; empty where none are given."""
        return (self.age or "").replace("-", "\N{EN DASH}")

    @property
    def order(self) -> tuple[bool, date | None, str]:
        """Where it stands in a list of lessons: by the day of its first scene.

        Those without a scene come last.
        """
        return not self.scenes, self.scenes[0].day if self.scenes else None, self.id
