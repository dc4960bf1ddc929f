"""Check of references from one table to another."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from geodata.io.messages import OTHER_SEPARATORS, list_hint
from geodata.io.problems import Problem
from geodata.io.signs import odd_signs
from geodata.records.references import REFERENCES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from geodata.io.tables import Rows

MOST_COMPARED = 50_000
"""So many pairs of an unknown value and a known one are compared for a hint; of more it would take long."""


def check_references(tables: Mapping[str, Rows[Any]]) -> Iterator[Problem]:
    """Yield a problem for every name that is not in the table it should be in.

    A row that could not be read counts as there: it has a problem of its own.
    """
    for name, column, target in REFERENCES:
        ids, file = names_in(tables[target]), tables[target].file
        expectations: dict[str, tuple[str, str]] = {}
        rows = tables[name]
        for number, record in rows:
            value = getattr(record, column)
            for part in (value,) if isinstance(value, str) else value:
                if part and part not in ids:
                    if part not in expectations:
                        worth = len(expectations) * len(ids) < MOST_COMPARED
                        known = ids if worth else frozenset[str]()
                        expectations[part] = expected_in(part, file, known, several=not isinstance(value, str))
                    yield Problem(rows.file, number, column, part, *expectations[part])


def names_in(rows: Rows[Any]) -> frozenset[str]:
    """Return what stands in the first column of a table.

    Rows that could not be read are included.
    """
    first = next(iter(type(rows.records[0]).model_fields)) if rows.records else ""
    return frozenset(getattr(record, first) for record in rows.records) | rows.lost


def expected_in(value: str, target: str, ids: frozenset[str], *, several: bool = False) -> tuple[str, str]:
    """Return what was expected of a reference, in words.

    It names the table ``target`` and which value may be meant.

    Args:
        value: what was written.
        target: the file of the table.
        ids: what stands in its first column.
        several: whether more than one value may be written.
    """
    expected = f"a value from the first column of {target}"
    if several and any(part.strip() in ids for part in re.split(OTHER_SEPARATORS, value)) and list_hint(value):
        return expected, list_hint(value)
    close = get_close_matches(value, ids, n=1) if ids else []
    hint = f'Did you mean "{close[0]}"?' if close else ""
    signs = odd_signs(value) if close and not odd_signs(close[0]) else ""
    return expected, f"{hint} It contains {signs}." if signs else hint
