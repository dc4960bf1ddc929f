"""Comparison of derived sizes with published figures.

A difference is said, never fitted away.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from geodata.areas.timeline.areas_in_time import ZoneArea
    from geodata.records.control import Figure

TOLERANCE = 0.1
"""Share by which a derived size may miss a published range before a note must say why."""


@dataclass(frozen=True, slots=True)
class FigureComparison:
    """One published size and the derived one of the same zones."""

    figure: Figure
    """What was published."""
    km2: float
    """What was derived for the day asked for."""

    @property
    def miss(self) -> float:
        """Share by which the derived size misses the published range.

        It is a share of the nearest published value, 0 inside the range.
        """
        if self.km2 < self.figure.low_km2:
            return self.km2 / self.figure.low_km2 - 1
        if self.km2 > self.figure.high_km2:
            return self.km2 / self.figure.high_km2 - 1
        return 0.0

    @property
    def close(self) -> bool:
        """Whether the derived size fits the range, or nearly.

        It may miss it by a tenth.
        """
        return abs(self.miss) <= TOLERANCE


def compare(figures: Sequence[Figure], zones: Iterable[ZoneArea], day: date) -> tuple[FigureComparison, ...]:
    """Return the comparisons that make sense on a day.

    For each set of held zones they are with the figures of the nearest day.
    """
    sizes = {zone.zone: zone.km2 for zone in zones}
    comparable = [figure for figure in figures if set(figure.zones) <= set(sizes)]

    def apart(figure: Figure) -> int:
        return abs((figure.day - day).days)

    nearest: dict[frozenset[str], int] = {}
    for figure in comparable:
        key = frozenset(figure.zones)
        nearest[key] = min(apart(figure), nearest.get(key, apart(figure)))
    return tuple(
        FigureComparison(figure, _sum(sizes, figure.zones))
        for figure in comparable
        if apart(figure) == nearest[frozenset(figure.zones)]
    )


def _sum(sizes: Mapping[str, float], zones: Iterable[str]) -> float:
    return sum(sizes[zone] for zone in zones)
