"""Benchmark of the areas, from our places to 10,000.

``python -m benchmarks areas`` writes it to ``AREAS.md``.
"""

from __future__ import annotations

import os
import platform
import sys
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geodata.areas.partition.cells import build_cells
from geodata.areas.settings import read_resample_settings, read_settings
from geodata.areas.timeline.derive import derive_areas, load_areas
from geodata.areas.timeline.front_lines import cut_lines
from geodata.areas.uncertainty.bootstrap import BootstrapSettings, holders_of, resample_once
from geodata.areas.uncertainty.resample import precisions, samples_of
from geodata.atlas import load
from geodata.geography import load_geography

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeVar

    from geodata.areas.timeline.areas_in_time import AreasInTime
    from geodata.atlas import Atlas
    from geodata.geography import Geography
    from geodata.records.places import Hold, Place

    T = TypeVar("T")

RESULTS = Path(__file__).parent / "AREAS.md"
SIZES = (300, 1_000, 3_000, 10_000)
SEED = 1
TIMES = 5
"""How often a short thing is done; the median counts."""
TRIES = 3
"""How many tries are timed."""


@dataclass(frozen=True, slots=True)
class CostRow:
    """Costs of one thing at every size."""

    measured: str
    """What was measured."""
    seconds: tuple[float, ...]
    """Seconds of processor time, one for each size."""

    @property
    def cells(self) -> tuple[str, ...]:
        """Cells of the line: milliseconds, and the ratio of last to first."""
        return (
            self.measured,
            *(f"{1000 * value:,.0f}" for value in self.seconds),
            f"{self.seconds[-1] / self.seconds[0]:.1f}",
        )


def with_places(atlas: Atlas, areas: AreasInTime, count: int, seed: int) -> Atlas:
    """Return an atlas with so many places.

    They are ours, then made-up ones anywhere in the covered land.

    A made-up place has the holds of the nearest of ours. The same seed gives the same places.
    """
    held = {hold.place for hold in atlas.holds}
    ours = [place for place in atlas.places if place.id in held][:count]
    land = shapely.coverage_union_all([cell.shape for cell in areas.cells])
    shapely.prepare(land)
    west, south, east, north = land.bounds
    drawn = np.random.default_rng(seed).uniform((west, south), (east, north), (8 * count, 2)).round(5)
    inside = drawn[shapely.contains_xy(land, *drawn.T)][: count - len(ours)]
    tree = shapely.STRtree(shapely.points([(place.lon, place.lat) for place in ours]))
    nearest = np.asarray(tree.nearest(shapely.points(inside)))
    by_place: dict[str, list[Hold]] = defaultdict(list)
    for hold in atlas.holds:
        by_place[hold.place].append(hold)
    places: list[Place] = list(ours)
    holds = [hold for place in ours for hold in by_place[place.id]]
    for number, ((lon, lat), index) in enumerate(zip(inside.tolist(), nearest.tolist(), strict=True)):
        name, like = f"made-up-{number}", ours[index]
        places.append(like.model_copy(update={"id": name, "name": name, "lon": lon, "lat": lat, "reach_km": None}))
        holds += [hold.model_copy(update={"place": name}) for hold in by_place[like.id]]
    return replace(atlas, places=tuple(places), holds=tuple(holds), version="")


def timed(work: Callable[[], T], times: int = 1) -> tuple[T, float]:
    """Return a result with the median processor time in seconds."""
    took = []
    for _ in range(times):
        start = process_time()
        found = work()
        took.append(process_time() - start)
    return found, sorted(took)[len(took) // 2]


def measure(atlas: Atlas, geography: Geography) -> dict[str, float]:
    """Return the seconds of processor time of everything, by what it is."""
    found: dict[str, float] = {}
    settings, tries = read_settings(), read_resample_settings()
    cells, found["cells built, once for given places"] = timed(
        lambda: build_cells(atlas.places, geography.country, geography.dividing_river, settings)
    )
    areas, found["holders of the cells over time"] = timed(lambda: derive_areas(atlas, cells))
    _, found["areas of all days of change"] = timed(lambda: [areas.on(day) for day in areas.days])
    fresh, days = derive_areas(atlas, cells), iter(areas.days[:: len(areas.days) // TIMES])
    _, found["areas of one day"] = timed(lambda: fresh.on(next(days)), TIMES)
    middle = areas.days[len(areas.days) // 2]
    lines, found["edges of the cells"] = timed(lambda: cut_lines(areas, geography))
    _, found["lines of one day"] = timed(lambda: lines.on(middle), TIMES)
    samples, found["sample points with their places"] = timed(lambda: samples_of(atlas, areas, geography))
    precision = precisions(samples, [atlas.place(cell.place) for cell in areas.cells], atlas.point_precisions)
    holders, chance = holders_of(areas), BootstrapSettings(precision, tries.low_left_out)
    numbers = iter(range(TRIES))
    _, found["one try of the resampling, all days"] = timed(
        lambda: resample_once(samples, holders, chance, (SEED, next(numbers))), TRIES
    )
    whole = found["sample points with their places"] + tries.tries * found["one try of the resampling, all days"]
    found[f"the resampling, {tries.tries} tries"] = whole
    return found


def table(rows: Sequence[CostRow]) -> str:
    """Return the rows as a Markdown table."""
    growth = f"times as long for {SIZES[-1] / SIZES[0]:.0f} times the places"
    head = ("milliseconds of processor time", *(f"{size:,} places" for size in SIZES), growth)
    lines = [head, ("---", *("--:" for _ in SIZES), "--:"), *(row.cells for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def report(rows: Sequence[CostRow], days: int) -> str:
    """Return the whole page."""
    versions = ", ".join(f"{name} {version(name)}" for name in ("shapely", "numpy", "pyproj"))
    geos = ".".join(map(str, shapely.geos_version))
    return f"""# What areas cost

{datetime.now(tz=UTC):%d %B %Y}; {os.cpu_count()} cores, Python {platform.python_version()}; {versions}, GEOS {geos}.

Made by `python -m benchmarks areas`: our places, then made-up ones anywhere in the covered land (seed {SEED}), each
with the holds of the nearest of ours; {days} days of change. One processor works. Built cells are kept in a file, so
that the first row is paid once for given places; ranges are stored in a table, so that the last is paid once for given
holds.

{table(rows)}
"""


def main() -> int:
    """Measure everything, print the table and write the page.

    The exit code is 0.
    """
    own, geography = load(), load_geography()
    areas = load_areas(own, geography)
    found: dict[str, list[float]] = defaultdict(list)
    for size in SIZES:
        for measured, seconds in measure(with_places(own, areas, size, SEED), geography).items():
            found[measured].append(seconds)
        sys.stderr.write(f"{size:,} places measured\n")
    rows = [CostRow(measured, tuple(seconds)) for measured, seconds in found.items()]
    text = report(rows, len(areas.days))
    RESULTS.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return 0
