"""Check of topics of areas and of stored ranges of sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from geodata.areas.timeline.derive import load_areas
from geodata.areas.uncertainty.ranges import DIGITS, Ranges, sizes_of, subjects
from geodata.atlas import atlas_of
from geodata.io.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from geodata.geography import Geography
    from geodata.io.tables import Rows

AGAIN = "Recompute the ranges: python -m geodata areas --resample"


def check_evidence(tables: Mapping[str, Rows[Any]]) -> Iterator[Problem]:
    """Yield a problem for every topic that has no term."""
    topics = {term.topic for term in tables["terms"].records}
    for number, row in tables["area_topics"]:
        if row.topic not in topics:
            expected = f"a topic of {tables['terms'].file}"
            yield Problem(tables["area_topics"].file, number, "topic", row.topic, expected)


def check_ranges(tables: Mapping[str, Rows[Any]], geography: Geography) -> Iterator[Problem]:
    """Yield a problem where stored ranges do not fit the areas.

    It is at the first such row of each subject.

    The areas are derived for it, so all other checks should have passed.
    """
    rows = tables["area_ranges"]
    if rows.is_filled:
        return
    atlas = atlas_of(tables)
    areas = load_areas(atlas, geography)
    ranges, wanted = Ranges(rows.records), subjects(areas, atlas.figures)
    numbers = {id(row): number for number, row in rows}
    for subject, sizes in zip(wanted, np.round(sizes_of(areas, wanted), DIGITS), strict=True):
        for day, km2 in zip(areas.days, sizes.tolist(), strict=True):
            stored = ranges.on(day, controller=subject.controller, zones=subject.zones)
            if km2 > 0 and stored is None:
                named = subject.controller or ", ".join(subject.zones)
                yield Problem(rows.file, None, "from", "", f"a range of {named} on {day}", AGAIN)
                break
            if stored is not None and stored.km2 != km2:
                yield Problem(
                    rows.file, numbers[id(stored)], "km2", f"{stored.km2}", f"{km2}, the size on {day}", AGAIN
                )
                break
