"""Parser of settings: days, boxes and views.

A value that says something else counts as missing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geodata.records.view_limits import is_on_map

if TYPE_CHECKING:
    from collections.abc import Sequence

DAYS = (
    "opening-moment",
    "compare-first",
    "compare-second",
    "control-known-until",
    "events-known-until",
    "holds-from",
)
"""Ids of the settings that name a day."""

NUMBERS = {
    "area-bounds": "west, south, east and north in degrees, such as 35.3 34.3 43.0 38.3",
    "opening-view": "latitude, longitude and zoom, such as 36.75 38.55 8.5",
    "areas-south": "a latitude in degrees, such as 35.5",
    "areas-reach": "four distances in km, such as 27 45 90 45",
}
"""Ids of the settings that hold numbers, with what they are."""


OPTIONAL_NUMBERS = ("areas-south", "areas-reach")
"""Those that may be empty."""

TODAY = "today"
"""The present day, in the setting of the last day that is shown."""

FAR_KM = 5000
"""No area reaches so far."""

REPORTS = "a mail address, or an address that begins with https:// and has {title} and {body} in it"
"""What the setting with the address for reports of errors may be; it may also be empty."""

_MAIL = re.compile(r"[^\s@:/?&#]+@[^\s@:/?&#]+")


def is_mail(value: str) -> bool:
    """Return whether a value is a mail address.

    >>> is_mail("maps@example.org"), is_mail("a@b?cc=c@d")
    (True, False)
    """
    return bool(_MAIL.fullmatch(value))


def is_tracker(value: str) -> bool:
    """Return whether a value is the address of an issue tracker.

    >>> is_tracker("https://example.org/new?title={title}&body={body}"), is_tracker("https://example.org/")
    (True, False)
    """
    return value.startswith("https://") and "{title}" in value and "{body}" in value


def numbers_in(value: str, setting_id: str) -> list[float] | None:
    """Return the numbers of a box or a view, or None where ``value`` is none.

    >>> numbers_in("36.75 38.55 8.5", "opening-view")
    [36.75, 38.55, 8.5]
    >>> numbers_in("43.0 34.3 35.3 38.3", "area-bounds") is numbers_in("nan 0 8", "opening-view") is None
    True
    """
    try:
        numbers = [float(part) for part in value.split()]
    except ValueError:
        return None
    return numbers if _GOOD[setting_id](numbers) else None


def _is_box(numbers: Sequence[float]) -> bool:
    match numbers:
        case [west, south, east, north]:
            return west < east and south < north and is_on_map(south, west, 0) and is_on_map(north, east, 0)
    return False


def _is_view(numbers: Sequence[float]) -> bool:
    match numbers:
        case [lat, lon, zoom]:
            return is_on_map(lat, lon, zoom)
    return False


def _is_south(numbers: Sequence[float]) -> bool:
    return len(numbers) == 1 and is_on_map(numbers[0], 0, 0)


def _are_distances(numbers: Sequence[float]) -> bool:
    return len(numbers) == len(("beyond", "alone", "closing", "opening")) and all(0 < km < FAR_KM for km in numbers)


_GOOD = {"area-bounds": _is_box, "opening-view": _is_view, "areas-south": _is_south, "areas-reach": _are_distances}
"""For each of these settings whether numbers are what it holds."""
