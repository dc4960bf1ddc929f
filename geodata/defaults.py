"""What holds where the tables of settings and languages lack a row: the map is shown all the same."""

from __future__ import annotations

from datetime import date

from geodata.days import iso_day
from geodata.records.words import Language

DEFAULTS = {
    "title": "Kobane timeline map",
    "sentence": "Kobane, the Turkish border and who held which part of northern Syria, day by day.",
    "disclaimer": "Boundaries, names and areas shown imply no endorsement.",
    "attribution": (
        "Borders, coast, lakes © OpenStreetMap contributors (ODbL) | Natural Earth | GSHHG | "
        "Places © GeoNames (CC BY 4.0)"
    ),
    "licence": (
        "Events: facts in our own words, each with its sources. Places: GeoNames (CC BY 4.0) and Wikipedia's detailed "
        "map of the Syrian war (CC BY-SA 4.0), some estimated. Areas: derived from the places, with edges along "
        "borders from OpenStreetMap (ODbL 1.0)."
    ),
    "founding-article": "A column for World Kobane Day, about 1 November 2020",
    "opening-moment": "2014-10-06",
    "focus-place": "kobane",
    "control-known-until": "2026-03-05",
    "events-known-until": "2026-05-24",
    "area-bounds": "35.3 34.3 43.0 38.3",
    "opening-view": "36.75 38.55 8.5",
}
"""Value of every setting that the map needs, by its id."""

LANGUAGE = Language(code="en", name="English", own_name="English", direction="ltr", locale="en-GB", column="name")
"""The language that the interface speaks; its names stand in where another language has none."""


def day_or_default(value: str, setting_id: str) -> date:
    """Return the day that ``value`` names, or that of the default.

    >>> day_or_default("soon", "opening-moment")
    datetime.date(2014, 10, 6)
    """
    return iso_day(value) or date.fromisoformat(DEFAULTS[setting_id])


def numbers_or_default(value: str, setting_id: str) -> list[float]:
    """Return the numbers that stand in ``value``, or those of the default where they are not as many.

    >>> numbers_or_default("36.75", "opening-view")
    [36.75, 38.55, 8.5]
    """
    default = [float(part) for part in DEFAULTS[setting_id].split()]
    try:
        found = [float(part) for part in value.split()]
    except ValueError:
        return default
    return found if len(found) == len(default) else default
