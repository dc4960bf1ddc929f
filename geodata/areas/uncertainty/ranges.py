"""Ranges of sizes, read from their table by area and day.

A range holds until the holds change again.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from geodata.areas.timeline.areas_in_time import Area
from geodata.areas.uncertainty.bootstrap import holders_of
from geodata.io.tables import SEPARATOR, columns_of
from geodata.io.whole_files import write_whole
from geodata.records.ranges_and_disputes import AreaRange

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from numpy.typing import NDArray

    from geodata.areas.timeline.areas_in_time import AreasInTime, ZoneArea
    from geodata.areas.uncertainty.bootstrap import Holders
    from geodata.records.control import Figure

Ends = tuple[float, float] | tuple[None, None]
"""Where a range begins and ends, in km²; None twice where no range is stored."""

DIGITS = 1
"""Decimals of a size in km² in the table."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Subject of a size: the area of a controller, or zones together."""

    controller: str = ""
    """Id of the controller; empty for zones."""
    zones: tuple[str, ...] = ()
    """Ids of the zones; empty for a controller."""

    def mask(self, areas: AreasInTime, holders: Holders) -> NDArray[np.bool_]:
        """Return which place counts to it on which day; shape (places, days)."""
        if self.controller:
            return np.isin(holders.controllers, areas.controllers.index(self.controller))
        zone_ids = [zone for zone, _ in areas.zones]
        return np.isin(holders.zones, [zone_ids.index(zone) for zone in self.zones])


class Ranges:
    """The ranges of the table, to be asked for by subject and day."""

    def __init__(self, rows: Iterable[AreaRange]) -> None:
        self._rows: dict[Subject, list[AreaRange]] = {}
        for row in rows:
            self._rows.setdefault(subject_of(row), []).append(row)

    def on(self, day: date, *, controller: str = "", zones: Iterable[str] = ()) -> AreaRange | None:
        """Return the range of an area, or of zones together, on a day.

        None where there is none.
        """
        subject = Subject(controller, tuple(sorted(zones)))
        return next((row for row in self._rows.get(subject, ()) if row.span.covers(day)), None)

    def of(self, area: Area | ZoneArea, day: date) -> Ends:
        """Return the ends of the range of an area or a zone on a day."""
        if isinstance(area, Area):
            return ends_of(self.on(day, controller=area.controller), area.km2)
        return ends_of(self.on(day, zones=(area.zone,)), area.km2)


def ends_of(area_range: AreaRange | None, km2: float) -> Ends:
    """Return where the range of a size begins and ends, in km².

    None twice where no range is stored.

    The ends in the table are rounded; a range that was widened to reach its size reaches it to the last digit.

    Args:
        area_range: the range.
        km2: the size.
    """
    return (None, None) if area_range is None else (min(area_range.low_km2, km2), max(area_range.high_km2, km2))


def subject_of(row: AreaRange) -> Subject:
    """Return what a range is of; the order of its zones does not matter."""
    return Subject(row.controller, tuple(sorted(row.zones)))


def subjects(areas: AreasInTime, figures: Iterable[Figure]) -> tuple[Subject, ...]:
    """Return all that has ranges: controllers, zones, sums of zones.

    The sums are those of published figures, and all zones together.
    """
    zone_ids = {zone for zone, _ in areas.zones}
    sums = [
        tuple(sorted(figure.zones)) for figure in figures if len(figure.zones) > 1 and zone_ids.issuperset(figure.zones)
    ]
    if len(zone_ids) > 1:
        sums.append(tuple(sorted(zone_ids)))
    return (
        *(Subject(controller) for controller in areas.controllers),
        *(Subject(zones=(zone,)) for zone, _ in areas.zones),
        *(Subject(zones=zones) for zones in dict.fromkeys(sums)),
    )


def sizes_of(areas: AreasInTime, wanted: Sequence[Subject]) -> NDArray[np.float64]:
    """Return the sizes from all the evidence in km².

    Shape (subjects, days of change).
    """
    holders = holders_of(areas)
    cells = np.array([cell.km2 for cell in areas.cells])
    return np.array([cells @ subject.mask(areas, holders) for subject in wanted])


def write_ranges(rows: Iterable[AreaRange], file: Path) -> int:
    """Write ranges as the table that they are read from; return how many.

    Raises:
        OSError: if the file cannot be written.
    """
    count, text = 0, io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns_of(AreaRange))
    for row in rows:
        writer.writerow(_cell(value) for _, value in row)
        count += 1
    write_whole({file: text.getvalue().encode()})
    return count


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return f"{SEPARATOR} ".join(value)
    if isinstance(value, float):
        return f"{value:.{DIGITS}f}"
    return "" if value is None else str(value)
