"""Published sizes stand beside the derived ones, so that everybody sees how far the two agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from geodata.areas import AreasInTime
    from geodata.atlas import Atlas


@dataclass(frozen=True, slots=True)
class Comparison:
    """One published size with the size of the same zones on the same day, as the places give it."""

    zones: str
    """Names of the zones."""
    day: date
    """Day that the figure is for."""
    derived_km2: float
    """What the places give."""
    low_km2: float
    """Lower end of what was published."""
    high_km2: float
    """Upper end."""
    publisher: str
    """Who published it."""
    note: str
    """What is to be known about it."""

    @property
    def difference_percent(self) -> float:
        """How far the derived size lies outside of what was published, in per cent of the nearer end; 0 inside."""
        nearer = min(max(self.derived_km2, self.low_km2), self.high_km2)
        return 100 * (self.derived_km2 - nearer) / nearer


def comparisons(atlas: Atlas, areas: AreasInTime) -> tuple[Comparison, ...]:
    """Return all published sizes in the order of their table."""
    names = {zone.id: zone.name for zone in atlas.zones}
    return tuple(
        Comparison(
            ", ".join(names[zone] for zone in figure.zones),
            figure.day,
            sum(area.km2 for area in areas.zones_on(figure.day) if area.zone in figure.zones),
            figure.low_km2,
            figure.high_km2,
            figure.publisher,
            figure.note,
        )
        for figure in atlas.figures
    )
