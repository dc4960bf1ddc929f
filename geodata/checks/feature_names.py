"""Check of names of features: one row for each feature, none for others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodata.checks.references import expected_in
from geodata.io.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from geodata.geography import Geography
    from geodata.io.tables import Rows

_LAYERS = {"country": "countries", "division": "divisions", "river": "rivers", "lake": "lakes"}


def check_feature_names(tables: Mapping[str, Rows[Any]], geography: Geography) -> Iterator[Problem]:
    """Yield a problem for each unknown or second name of a feature."""
    rows = tables["feature_names"]
    names = {kind: {str(name) for name in getattr(geography, layer)["name"]} for kind, layer in _LAYERS.items()}
    names |= {
        "town": set(geography.towns["geonameid"].astype(str)),
        "zone": {row.id for row in tables["zones"].records},
    }
    seen: set[tuple[str, str]] = set()
    for number, row in rows:
        if row.feature not in names[row.kind]:
            where = tables["zones"].file if row.kind == "zone" else "the base map"
            _, hint = expected_in(row.feature, where, frozenset(names[row.kind]))
            yield Problem(rows.file, number, "feature", row.feature, f"a {row.kind} of {where}", hint)
        if (row.kind, row.feature) in seen:
            yield Problem(rows.file, number, "feature", row.feature, "one row per feature")
        seen.add((row.kind, row.feature))
