"""Numbers and degrees in other forms than ours, and how they are written."""

from __future__ import annotations

import re

from geodata.io.degrees import decimal_degrees, with_point
from geodata.io.signs import LONGEST_READ, naming, western_digits

_DECIMAL_COMMA = re.compile("-?[0-9]+[,\N{ARABIC DECIMAL SEPARATOR}][0-9]+")
_FEW_DIGITS = 5
"""Metres of a map grid have more digits."""


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
    if (degrees := decimal_degrees(digits)) is not None:
        return f"In decimal degrees, this is {round(degrees, 5)}."
    return ""


def range_hint(value: str) -> str:
    """Return what degrees that no place on Earth has may be."""
    if re.fullmatch(r"-?[0-9]{4,9}", value):
        return _lost_point(value)
    if re.fullmatch(r"-?[0-9]{4,9}\.[0-9]+", value):
        return "This looks like metres; coordinates must be in degrees (WGS 84)."
    return "Are latitude and longitude swapped?"


def _lost_point(digits: str) -> str:
    """Return what a whole number in place of degrees may be."""
    written = with_point(digits)
    if len(digits.lstrip("-")) <= _FEW_DIGITS:
        return f"Is the decimal point missing? Write {written}."
    metres = "This looks like metres; coordinates must be in degrees (WGS 84)."
    return f"{metres} If only the decimal point is missing, write {written}."
