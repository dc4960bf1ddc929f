"""Numbers and degrees in other forms than ours, and how they are written."""

from __future__ import annotations

import math
import re

from geodata.io.signs import LONGEST_READ, naming, western_digits

_DECIMAL_COMMA = re.compile("-?[0-9]+[,\N{ARABIC DECIMAL SEPARATOR}][0-9]+")
_SIXTY = 60
_FEW_DIGITS = 5
"""Metres of a map grid have more digits."""

_DEGREES = re.compile(
    r"(?P<before>[NSEW])?\s*(?P<degrees>-?[0-9]{1,3}(?:\.[0-9]+)?)(?:\s*[°º˚*]\s*|\s+|(?=[NSEW]))"
    r"(?:(?P<minutes>[0-9]{1,2}(?:\.[0-9]+)?)\s*['\u2018\u2019\u2032\u00b4`]?\s*)?"
    r"(?:(?P<seconds>[0-9]{1,2}(?:\.[0-9]+)?)\s*(?:[\"\u201c\u201d\u2033]|''|\u2032\u2032|\u2019\u2019)?\s*)?"
    r"(?P<after>[NSEW])?",
    re.IGNORECASE,
)
"""Degrees, and perhaps minutes and seconds, as maps and navigation devices write them."""


def number_hint(value: str, *, is_degrees: bool) -> str:
    """Return how a number in another form is written."""
    digits = western_digits(value).strip()
    if len(digits) > LONGEST_READ:
        return ""
    if re.fullmatch("\N{MINUS SIGN} *[0-9]+([.,][0-9]+)?", digits):
        return f"Write -{digits[1:].strip().replace(',', '.')}. {naming(value)}"
    if re.fullmatch(_DECIMAL_COMMA, digits):
        return f"Write a decimal point: {re.sub('[^-0-9]', '.', digits)}."
    if is_degrees and (hint := _degrees_hint(digits)):
        return hint
    return f"Write the digits as {digits}." if digits != value else naming(value)


def _degrees_hint(digits: str) -> str:
    """Return what may help with degrees in another form; empty where nothing is known."""
    if re.fullmatch(r"-?[0-9]{1,3}(?:([.,' ])[0-9]{3})(?:\1[0-9]{3})+", digits):
        return _lost_point(re.sub("[^-0-9]", "", digits))
    if (degrees := _decimal_degrees(digits)) is not None:
        return f"In decimal degrees, this is {degrees}."
    return ""


def range_hint(value: str) -> str:
    """Return what degrees that no place on Earth has may be."""
    if re.fullmatch(r"-?[0-9]{4,9}", value):
        return _lost_point(value)
    if re.fullmatch(r"-?[0-9]{4,9}\.[0-9]+", value):
        return "This looks like metres; coordinates must be in degrees (WGS 84)."
    return "Are latitude and longitude swapped?"


def _decimal_degrees(text: str) -> float | None:
    """Return degrees, minutes and seconds as one number.

    >>> _decimal_degrees("36°53'N"), _decimal_degrees("36 53 20"), _decimal_degrees("36-53")
    (36.88333, 36.88889, None)
    """
    found = _DEGREES.fullmatch(text.replace(",", "."))
    if found is None:
        return None
    whole, minutes, seconds = (float(found[name] or 0) for name in ("degrees", "minutes", "seconds"))
    if max(minutes, seconds) >= _SIXTY:
        return None
    sign = -1 if {(found["before"] or "").upper(), (found["after"] or "").upper()} & {"S", "W"} else 1
    return round(sign * math.copysign(abs(whole) + minutes / 60 + seconds / 3600, whole), 5)


def _lost_point(digits: str) -> str:
    """Return what a whole number in place of degrees may be."""
    whole = 3 if digits.startswith("-") else 2
    written = f"{digits[:whole]}.{digits[whole:]}"
    if len(digits.lstrip("-")) <= _FEW_DIGITS:
        return f"Is the decimal point missing? Write {written}."
    metres = "This looks like metres; coordinates must be in degrees (WGS 84)."
    return f"{metres} If only the decimal point is missing, write {written}."
