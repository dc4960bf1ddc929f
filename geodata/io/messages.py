"""Error messages: what a cell should have held, with a hint."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from geodata.dates.date_hints import date_hint
from geodata.io.number_hints import number_hint, range_hint
from geodata.io.signs import LONGEST_READ, naming, western_digits

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_DAY = "a date such as 2018-02-28"
_NUMBER = "a number such as 36.89"
_WHOLE = "a whole number such as 45"
_TRUTH = "yes or no"

OTHER_SEPARATORS = "[,|/\n\N{ARABIC COMMA}\N{IDEOGRAPHIC COMMA}]"
"""What people put between several values in place of a semicolon, as a pattern."""

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
        return str(context.get("expected", _DAY))
    if kind in {"literal_error", "enum"}:
        return f"one of {context['expected']}".replace("'", '"')
    if kind == "string_pattern_mismatch":
        colour = "#" in context["pattern"]
        return "a colour such as #2f6db5" if colour else "lower-case letters, digits and single hyphens"
    return _EXPECTED[kind].format(**context) if kind in _EXPECTED else "another value"


def hint_for(fault: ErrorDetails, value: str) -> str:
    """Return what may help with ``value`` as it was typed.

    Empty when nothing is known.
    """
    kind = fault["type"]
    if kind == "date_limit":
        return str(fault["ctx"]["hint"])
    if kind.startswith("date"):
        return date_hint(western_digits(value)) or naming(value)
    is_degrees = fault["loc"][-1:] in {("lat",), ("lon",)}
    if kind == "float_parsing":
        return number_hint(value, is_degrees=is_degrees)
    if kind in {"less_than_equal", "greater_than_equal"} and is_degrees and not _not_finite(fault):
        return range_hint(value)
    return naming(value) if kind in {"string_pattern_mismatch", "literal_error", "enum"} else ""


def _not_finite(fault: ErrorDetails) -> bool:
    """Return whether a number was expected and what was typed reads as none that can be counted: nan or inf."""
    if fault["type"] not in {"greater_than_equal", "less_than_equal", "greater_than"}:
        return False
    try:
        return not math.isfinite(float(fault["input"]))
    except (TypeError, ValueError):
        return False


def list_hint(value: str) -> str:
    """Return how several values are written, where another sign parts them.

    >>> list_hint("ypg, isis"), list_hint("ypg; isis")
    ('Put semicolons between several values: ypg; isis.', '')
    """
    if len(value) > LONGEST_READ or not re.search(OTHER_SEPARATORS, value):
        return ""
    parts = [part.strip() for part in re.split(f"{OTHER_SEPARATORS}|;", value) if part.strip()]
    return f"Put semicolons between several values: {'; '.join(parts)}." if len(parts) > 1 else ""
