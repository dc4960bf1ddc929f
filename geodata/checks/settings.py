"""Check of settings: all that the map needs, and readable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodata.checks.references import expected_in, names_in
from geodata.dates.date_hints import date_hint
from geodata.dates.iso import iso_day
from geodata.dates.limits import day_limit
from geodata.defaults import DEFAULTS
from geodata.io.problems import Problem
from geodata.io.settings import DAYS, NUMBERS, numbers_in
from geodata.io.signs import western_digits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from geodata.io.tables import Rows


def check_settings(tables: Mapping[str, Rows[Any]]) -> Iterator[Problem]:
    """Yield a problem for every missing or unreadable setting."""
    settings, places = tables["settings"], names_in(tables["places"])
    names = names_in(settings)
    for name in dict.fromkeys((*DEFAULTS, *DAYS)):
        if name not in names:
            yield Problem(settings.file, None, "id", "", f'a row "{name}"')
    for number, setting in settings:
        if setting.id == "focus-place" and setting.value not in places:
            expected, hint = expected_in(setting.value, tables["places"].file, places)
            yield Problem(settings.file, number, "value", setting.value, expected, hint)
        elif setting.id == "named-first":
            for value in (part.strip() for part in setting.value.split(";")):
                if value and not value.isdecimal() and value not in places:
                    expected, hint = expected_in(value, tables["places"].file, places)
                    yield Problem(settings.file, number, "value", value, expected, hint)
        elif setting.id in DAYS and (expected := _day_expected(setting.value)):
            hint = date_hint(western_digits(setting.value))
            yield Problem(settings.file, number, "value", setting.value, expected, hint)
        elif setting.id in NUMBERS and numbers_in(setting.value, setting.id) is None:
            yield Problem(settings.file, number, "value", setting.value, NUMBERS[setting.id])


def _day_expected(value: str) -> str:
    """Return what would have been right in place of a value that is no day the map can show; empty for one that is."""
    day = iso_day(value)
    return "a date such as 2018-02-28" if day is None else day_limit(day)
