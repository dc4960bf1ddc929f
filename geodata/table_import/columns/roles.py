"""Roles that columns of a table can have, with their names for users."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Role(StrEnum):
    """Role of a column.

    Its value is what a recipe keeps.

    >>> Role.START.label, Role.START.several, Role.SOURCE.several
    ('Date or first day', False, True)
    """

    label: str
    """Name for users."""
    several: bool
    """Whether more than one column can have the role."""

    def __new__(cls, value: str, label: str = "", several: bool = False) -> Self:  # noqa: FBT001, FBT002 - as members do
        """Return a member with its name for users."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.several = several
        return member

    ID = "id", "ID"
    START = "start", "Date or first day"
    END = "end", "Last day"
    YEAR = "year", "Year"
    MONTH = "month", "Month"
    DAY = "day", "Day of the month"
    TIME = "time", "Time of day"
    END_YEAR = "end-year", "Last year"
    END_MONTH = "end-month", "Last month"
    END_DAY = "end-day", "Last day of the month"
    END_TIME = "end-time", "Time of day at the end"
    DATE_PRECISION = "date-precision", "Precision of the date"
    TITLE = "title", "Title"
    TITLE_KURDISH = "title-ku", "Title in Kurdish"
    TITLE_TURKISH = "title-tr", "Title in Turkish"
    TITLE_ARABIC = "title-ar", "Title in Arabic"
    SUMMARY = "summary", "Summary"
    CATEGORY = "category", "Category"
    SUBCATEGORY = "subcategory", "Subcategory"
    PLACE = "place", "Place"
    PLACE_NAMES = "place-names", "Other names of the place"
    ADMIN1 = "admin1", "Province"
    ADMIN2 = "admin2", "District"
    ADMIN3 = "admin3", "Subdistrict"
    COUNTRY = "country", "Country"
    LATITUDE = "latitude", "Latitude"
    LONGITUDE = "longitude", "Longitude"
    POSITION = "position", "Latitude and longitude in one cell"
    GEOMETRY = "geometry", "Geometry (WKT)"
    LOCATION_PRECISION = "location-precision", "Precision of the location"
    ACTOR1 = "actor1", "Side A", True
    ACTOR2 = "actor2", "Side B", True
    ACTORS = "actors", "Parties", True
    ACTOR1_KIND = "actor1-kind", "Kind of side A"
    ACTOR2_KIND = "actor2-kind", "Kind of side B"
    SOURCE = "source", "Source", True
    SOURCE_TITLE = "source-title", "Title of the source"
    SOURCE_ADDRESS = "source-address", "Link to the source", True
    SOURCE_DATE = "source-date", "Date of the source"
    SOURCE_CITATION = "source-citation", "Full reference of the source"
    SOURCE_ORIGIN = "source-origin", "Whom the source quotes"
    FATALITIES = "fatalities", "Deaths"
    FATALITIES_LOW = "fatalities-low", "Deaths, lowest estimate"
    FATALITIES_HIGH = "fatalities-high", "Deaths, highest estimate"
    DEATHS_A = "deaths-a", "Deaths of side A"
    DEATHS_B = "deaths-b", "Deaths of side B"
    DEATHS_CIVILIANS = "deaths-civilians", "Deaths of civilians"
    DEATHS_UNKNOWN = "deaths-unknown", "Deaths of unknown people"
    CONTESTED = "contested", "What is disputed"
    NOTES = "notes", "Notes", True
    STATUS = "status", "Status of the row"
    CLARITY = "clarity", "Clarity of the report"
    ROW_KIND = "row-kind", "Kind of row"
    CHANGED = "changed", "Last changed"
