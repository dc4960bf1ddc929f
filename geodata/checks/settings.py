"""Check of settings: all that the map needs, and readable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodata.checks.references import expected_in, names_in
from geodata.data import other_atlas
from geodata.dates.date_hints import date_hint
from geodata.dates.iso import iso_day
from geodata.dates.limits import day_limit
from geodata.defaults import DEFAULTS
from geodata.io.problems import Problem
from geodata.io.settings import DAYS, NUMBERS, OPTIONAL_NUMBERS, REPORTS, TODAY, is_mail, is_tracker, numbers_in
from geodata.io.signs import western_digits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from geodata.io.tables import Rows
    from geodata.records.settings import Setting


UNTIL = "shown-until"

REPORT_ADDRESS = "report-address"

MAY_BE_EMPTY = (*OPTIONAL_NUMBERS, UNTIL, REPORT_ADDRESS)
"""Settings that say something where they are empty, too."""


def check_settings(tables: Mapping[str, Rows[Any]]) -> Iterator[Problem]:
    """Yield a problem for every missing or unreadable setting.

    Of another atlas than ours none is missing: each has a default.
    """
    settings, places = tables["settings"], names_in(tables["places"])
    names = names_in(settings)
    for name in dict.fromkeys((*DEFAULTS, *DAYS)):
        if name not in names and other_atlas() is None:
            yield Problem(settings.file, None, "id", "", f'a row "{name}"')
    for number, setting in settings:
        if setting.id in ("focus-place", "named-first"):
            for value in _unknown_places(setting, places):
                expected, hint = expected_in(value, tables["places"].file, places)
                yield Problem(settings.file, number, "value", value, expected, hint)
        elif expected := _expected(setting):
            hint = date_hint(western_digits(setting.value)) if setting.id in DAYS else ""
            yield Problem(settings.file, number, "value", setting.value, expected, hint)


def _unknown_places(setting: Setting, places: frozenset[str]) -> list[str]:
    """Return the names in a setting that are of no place; towns of the base map are named by their numbers."""
    if setting.id == "focus-place":
        return [] if setting.value in places or (not setting.value and other_atlas()) else [setting.value]
    named = (part.strip() for part in setting.value.split(";"))
    return [value for value in named if value and not value.isdecimal() and value not in places]


def _expected(setting: Setting) -> str:
    """Return what would have been right in place of a value; empty where it is right."""
    if not setting.value and (setting.id in MAY_BE_EMPTY or other_atlas() is not None):
        return ""
    if setting.id == UNTIL:
        expected = "" if setting.value == TODAY else _day_expected(setting.value)
        return f'{expected}, or "{TODAY}"' if expected else ""
    if setting.id in DAYS:
        return _day_expected(setting.value)
    if setting.id == REPORT_ADDRESS:
        return "" if is_mail(setting.value) or is_tracker(setting.value) else REPORTS
    return NUMBERS[setting.id] if setting.id in NUMBERS and numbers_in(setting.value, setting.id) is None else ""


def _day_expected(value: str) -> str:
    """Return what would have been right in place of a value that is no day the map can show; empty for one that is."""
    day = iso_day(value)
    return "a date such as 2018-02-28" if day is None else day_limit(day)
