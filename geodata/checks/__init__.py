"""Checks of tables and lessons; what fails is returned as problems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodata.checks.coordinates import check_sides
from geodata.checks.dates import check_times
from geodata.checks.feature_names import check_feature_names
from geodata.checks.lessons import check_lessons
from geodata.checks.references import check_references
from geodata.checks.settings import check_settings
from geodata.checks.starting_points import check_starting_points
from geodata.checks.topics_and_ranges import check_evidence, check_ranges
from geodata.checks.uniqueness import check_identity
from geodata.checks.urls import check_addresses
from geodata.checks.zones import check_zones

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from geodata.geography import Geography
    from geodata.io.problems import Problem
    from geodata.io.tables import Rows

__all__ = ["check_lessons", "check_tables"]


def check_tables(tables: Mapping[str, Rows[Any]], geography: Geography) -> tuple[Problem, ...]:
    """Return every problem of the tables.

    Those of reading come first, then those between rows and tables.

    Args:
        tables: what every table gave, by its name (`geodata.atlas.read_tables`).
        geography: the base geography, which says in what country a point lies, and what the areas are derived from
            whose ranges are stored: these are looked at only where nothing else is wrong.
    """
    problems = (
        *(problem for rows in tables.values() for problem in rows.problems),
        *check_identity(tables),
        *check_references(tables),
        *check_settings(tables),
        *check_addresses(tables),
        *check_times(tables),
        *check_starting_points(tables),
        *check_zones(tables),
        *check_sides(tables, geography),
        *check_feature_names(tables, geography),
        *check_evidence(tables),
    )
    return problems or tuple(check_ranges(tables, geography))
