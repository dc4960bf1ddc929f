"""Error messages: what a cell should have held, with a hint."""

from __future__ import annotations

import math
import re
import unicodedata
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_DAY_FIRST = re.compile(r"^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$")
_DECIMAL_COMMA = re.compile("-?[0-9]+[,\N{ARABIC DECIMAL SEPARATOR}][0-9]+")
_DAY = "a date such as 2018-02-28"
_NUMBER = "a number such as 36.89"
_WHOLE = "a whole number such as 45"
_TRUTH = "yes or no"
_SPREADSHEET_EPOCH = date(1899, 12, 30)
_SPREADSHEET_DAYS = range(20_000, 80_000)

_EXPECTED = {
    "missing": "a value",
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "finite_number": _NUMBER,
    "int_parsing": _WHOLE,
    "int_parsing_size": _WHOLE,
    "int_type": _WHOLE,
    "int_from_float": _WHOLE,
    "bool_parsing": _TRUTH,
    "bool_type": _TRUTH,
    "greater_than_equal": "a number of at least {ge:g}",
    "less_than_equal": "a number of at most {le:g}",
    "greater_than": "a number above {gt:g}",
    "string_too_short": "a value",
    "string_too_long": "at most {max_length} characters",
    "string_type": "text",
    "string_unicode": "text",
    "tuple_type": "a list",
    "model_type": "named fields",
    "too_short": "{min_length} or more values, separated by semicolons",
    "row": "{expected}",
}


def expectation(fault: ErrorDetails) -> str:
    """Return what was expected, for one fault that a record's type found."""
    kind, context = fault["type"], fault.get("ctx", {})
    if _not_finite(fault):
        return _NUMBER
    if kind.startswith("date"):
        return _DAY
    if kind in {"literal_error", "enum"}:
        return f"one of {context['expected']}".replace("'", '"')
    if kind == "string_pattern_mismatch":
        colour = "#" in context["pattern"]
        return "a colour such as #2f6db5" if colour else "lower-case letters, digits and single hyphens"
    return _EXPECTED.get(kind, fault["msg"]).format(**context)


def hint_for(fault: ErrorDetails, value: str) -> str:
    """Return what may help with ``value`` as it was typed.

    Empty when nothing is known.
    """
    digits = western_digits(value)
    if fault["type"].startswith("date"):
        return date_hint(digits)
    if fault["type"] == "float_parsing":
        if re.fullmatch(_DECIMAL_COMMA, digits):
            return f"Write a decimal point: {re.sub('[^-0-9]', '.', digits)}."
        if digits != value:
            return f"Write the digits as {digits}."
    if fault["type"] in {"less_than_equal", "greater_than_equal"} and not _not_finite(fault):
        if re.fullmatch(r"-?\d{5,}(\.\d+)?", value):
            return "This looks like metres; coordinates must be in degrees (WGS 84)."
        return "Are latitude and longitude swapped?"
    return ""


def _not_finite(fault: ErrorDetails) -> bool:
    """Return whether a number was expected and what was typed reads as none that can be counted: nan or inf."""
    if fault["type"] not in {"greater_than_equal", "less_than_equal", "greater_than"}:
        return False
    try:
        return not math.isfinite(float(fault["input"]))
    except (TypeError, ValueError):
        return False


def western_digits(text: str) -> str:
    """Return ``text`` with the digits of every script as 0-9.

    >>> western_digits("\N{EXTENDED ARABIC-INDIC DIGIT TWO}0\N{ARABIC-INDIC DIGIT ONE}4")
    '2014'
    """
    return "".join(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text)


def date_hint(text: str) -> str:
    """Return how a date in another form may be meant.

    Both ways where it can be read in two.

    >>> date_hint("03/04/2018")
    'Is this 2018-04-03 (day first) or 2018-03-04 (month first)?'
    >>> date_hint("41918")
    'As a spreadsheet date number, this is 2014-10-06.'
    """
    found = _DAY_FIRST.match(text)
    if found:
        one, two, year = (int(part) for part in found.groups())
        day_first, month_first = _date(year, two, one), _date(year, one, two)
        if day_first and month_first and day_first != month_first:
            return f"Is this {day_first} (day first) or {month_first} (month first)?"
        meant = day_first or month_first
        return f"Write {meant}." if meant else "This date does not exist."
    if text.isdecimal() and int(text) in _SPREADSHEET_DAYS:
        return f"As a spreadsheet date number, this is {_SPREADSHEET_EPOCH + timedelta(days=int(text))}."
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return f"Write {text}." if _date(*(int(part) for part in text.split("-"))) else "This date does not exist."
    return ""


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
