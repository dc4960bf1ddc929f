"""Records of places: spellings of names, and who held them when."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from geodata.dates.span import Span
from geodata.records.base import Record
from geodata.records.fields import Confidence, Day, EndDay, Latitude, Longitude, Slug

CROSSING = "crossing"
"""Kind of the places that are border crossings."""


class Place(Record):
    """Place with a known holder over time."""

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


class FeatureName(Record):
    """Name of a feature or zone in languages other than English.

    Features are those of the base map.
    """

    kind: Literal["country", "division", "river", "lake", "town", "zone"]
    feature: str
    """Its English name in the base map; of a town its number in GeoNames, of a zone its id."""
    name_kurdish: str = ""
    name_arabic: str = ""
    name_turkish: str = ""
    source: Annotated[str, Field(min_length=1)]
    """Where the names were seen, in words."""


class Spelling(Record):
    """Spellings of one name in every script.

    Each finds what the others find.
    """

    id: Slug
    spellings: tuple[str, ...] = Field(min_length=2)


class Hold(Record):
    """Holder of a place over some days: ``[from, to)``."""

    model_config = ConfigDict(populate_by_name=True)

    place: Slug
    start: Day = Field(alias="from")
    end: EndDay | None = Field(default=None, alias="to")
    controller: Slug
    confidence: Confidence
    source: str = ""
    """Id of the source; empty where none was seen."""
    note: str = ""

    @property
    def span(self) -> Span:
        """The days of the hold."""
        return Span(self.start, self.end)
