"""Degrees in other forms than a decimal number."""

from __future__ import annotations

import math
import re

_SIXTY = 60

MOST = {"lat": 90.0, "lon": 180.0}
"""Largest latitude and longitude, in degrees."""

_DEGREES = re.compile(
    r"(?P<before>[NSEW])?\s*(?P<degrees>-?[0-9]{1,3}(?:\.[0-9]+)?)(?:\s*[°º˚*]\s*|\s+|(?=[NSEW]))"
    r"(?:(?P<minutes>[0-9]{1,2}(?:\.[0-9]+)?)(?![0-9])\s*['\u2018\u2019\u2032\u00b4`]?\s*)?"
    r"(?:(?P<seconds>[0-9]{1,2}(?:\.[0-9]+)?)\s*(?:[\"\u201c\u201d\u2033]|''|\u2032\u2032|\u2019\u2019)?\s*)?"
    r"(?P<after>[NSEW])?",
    re.IGNORECASE,
)
"""Degrees, and perhaps minutes and seconds, as maps and navigation devices write them."""


def decimal_degrees(text: str) -> float | None:
    """Return degrees, minutes and seconds as one number.

    South and west are negative.

    >>> [round(degrees, 5) for text in ("36°53'N", "36 53 20", "38.35W") if (degrees := decimal_degrees(text))]
    [36.88333, 36.88889, -38.35]
    >>> decimal_degrees("36-53"), decimal_degrees("36.89")
    (None, None)
    """
    found = _DEGREES.fullmatch(text.replace(",", "."))
    if found is None:
        return None
    whole, minutes, seconds = (float(found[name] or 0) for name in ("degrees", "minutes", "seconds"))
    has_fraction = found["minutes"] and "." in found["degrees"] + (found["minutes"] if found["seconds"] else "")
    if has_fraction or max(minutes, seconds) >= _SIXTY:
        return None
    sign = -1 if {(found["before"] or "").upper(), (found["after"] or "").upper()} & {"S", "W"} else 1
    return sign * math.copysign(abs(whole) + minutes / 60 + seconds / 3600, whole)


def with_point(digits: str, whole: int = 2) -> str:
    """Return digits with a decimal point after the first few of them.

    >>> with_point("36891"), with_point("-5123", 1)
    ('36.891', '-5.123')
    """
    sign, digits = ("-", digits[1:]) if digits.startswith("-") else ("", digits)
    return f"{sign}{digits[:whole]}.{digits[whole:]}"
