"""Records of armed forces: posts, and front reports by day."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from geodata.records.base import Record
from geodata.records.fields import Day, EndDay, Latitude, Longitude, Slug


class Post(Record):
    """A military post outside the areas that its holder controlled."""

    model_config = ConfigDict(populate_by_name=True)

    id: Slug
    name: str
    lat: Latitude
    lon: Longitude
    start: Day = Field(alias="from")
    end: EndDay | None = Field(default=None, alias="to")
    holder: Slug
    last_known: Day | None = None
    """Last day on which it is known to stand; later it is drawn as last known. Empty when it was given up."""
    last_known_note: str = ""
    """Why that day."""
    precision: str
    """How exactly the point is known, in words."""
    note: str = ""


class FrontSnapshot(Record):
    """Report about the front on one day."""

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
