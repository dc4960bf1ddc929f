"""What a row names in another table is there."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from geodata.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from geodata.tables import Rows

REFERENCES = (
    ("events", "categories", "categories"),
    ("events", "actors", "actors"),
    ("events", "sources", "sources"),
    ("sources", "publisher", "publishers"),
    ("publishers", "kind", "publisher_kinds"),
    ("publishers", "affiliation", "affiliations"),
    ("actors", "party", "parties"),
    ("holds", "place", "places"),
    ("holds", "controller", "controllers"),
    ("holds", "source", "sources"),
    ("disputes", "statement", "statements"),
    ("disputes", "place", "places"),
    ("periods", "parties", "parties"),
    ("periods", "source", "sources"),
    ("telling_days", "event", "events"),
    ("callouts", "event", "events"),
    ("callouts", "place", "places"),
    ("terms", "language", "languages"),
    ("terms", "source", "sources"),
    ("claims", "verdict", "verdicts"),
    ("claims", "events", "events"),
    ("claims", "sources", "sources"),
    ("posts", "holder", "controllers"),
    ("front_snapshots", "sources", "sources"),
    ("front_marks", "snapshot", "front_snapshots"),
    ("front_marks", "holder", "controllers"),
    ("controllers", "party", "parties"),
    ("controllers", "shared_by", "controllers"),
    ("controller_names", "controller", "controllers"),
    ("controller_names", "source", "sources"),
    ("successions", "origin", "controllers"),
    ("successions", "target", "controllers"),
    ("successions", "source", "sources"),
    ("zones", "taken_from", "controllers"),
    ("zones", "controllers", "controllers"),
    ("area_topics", "controller", "controllers"),
    ("area_topics", "zone", "zones"),
    ("area_ranges", "controller", "controllers"),
    ("area_ranges", "zones", "zones"),
    ("figures", "zones", "zones"),
    ("figures", "source", "sources"),
    ("crossing_states", "place", "places"),
    ("crossing_states", "source", "sources"),
    ("wall_sections", "event", "events"),
    ("wall_sections", "place", "places"),
    ("wall_sections", "source", "sources"),
    ("coverage", "sources", "sources"),
    ("statements", "region", "coverage"),
    ("statements", "sources", "sources"),
)
"""Table, column, and the table whose first column has the value; empty values name nothing."""

MOST_COMPARED = 200_000
"""So many pairs of an unknown value and a known one are compared for a hint; of more it would take minutes."""


def check_references(tables: Mapping[str, Rows[Any]]) -> Iterator[Problem]:
    """Yield a problem for every name that is not in the table it should be in.

    A row that could not be read counts as there: it has a problem of its own.
    """
    for name, column, target in REFERENCES:
        known, file = names_in(tables[target]), tables[target].file
        told: dict[str, tuple[str, str]] = {}
        rows = tables[name]
        for number, record in rows:
            value = getattr(record, column)
            for part in (value,) if isinstance(value, str) else value:
                if part and part not in known:
                    if part not in told:
                        worth = len(told) * len(known) < MOST_COMPARED
                        told[part] = expected_in(part, file, known if worth else frozenset())
                    yield Problem(rows.file, number, column, part, *told[part])


def names_in(rows: Rows[Any]) -> frozenset[str]:
    """Return what stands in the first column of a table, rows that could not be read included."""
    first = next(iter(type(rows.records[0]).model_fields)) if rows.records else ""
    return frozenset(getattr(record, first) for record in rows.records) | rows.lost


def expected_in(value: str, target: str, known: frozenset[str]) -> tuple[str, str]:
    """Return in words that a value of the table ``target`` was expected, and which one may be meant."""
    close = get_close_matches(value, known, n=1)
    hint = f'Is "{close[0]}" meant?' if close else ""
    return f"a value from the first column of {target}", hint
