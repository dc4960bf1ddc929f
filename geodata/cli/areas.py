"""Command `areas`: reports of a day, evidence, changes, sizes, ranges."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.areas.reports.changes import change_lines
from geodata.areas.reports.day import FOCUS, report_lines
from geodata.areas.reports.evidence import explain_lines
from geodata.areas.reports.geojson import collection
from geodata.areas.reports.series import series, series_csv
from geodata.areas.settings import read_resample_settings
from geodata.areas.timeline.changes import difference
from geodata.areas.timeline.derive import load_areas
from geodata.areas.timeline.distances import distances
from geodata.areas.timeline.evidence import evidence_of
from geodata.areas.timeline.front_lines import cut_lines
from geodata.areas.uncertainty.ranges import write_ranges
from geodata.areas.uncertainty.resample import resample
from geodata.atlas import load
from geodata.cli.arguments import can_write, write_file
from geodata.dataset import geography_of
from geodata.io.tables import tables_folder

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable
    from datetime import date

    from geodata.areas.timeline.areas_in_time import AreasInTime
    from geodata.areas.timeline.distances import Distances
    from geodata.atlas import Atlas
    from geodata.geography import Geography

RANGES = "area_ranges.csv"
"""The table that the ranges are written to."""


def run(given: argparse.Namespace) -> int:
    """Do what the arguments of the command ask for.

    Return 0, or 1 where that cannot be done, and nothing more is.
    """
    ranges = None if given.resample is None else tables_folder() / RANGES
    if not all(can_write(path) for path in (given.geojson, given.series, ranges) if path is not None):
        return 1
    atlas = load()
    geography = geography_of(atlas)
    areas = load_areas(atlas, geography)
    if not all(_known_on(areas, day) for day in (given.day, given.against) if day is not None):
        return 1
    if given.resample is not None:
        if not _resample(atlas, areas, geography, given.resample, given.seed):
            return 1
        atlas = load()
    if given.series is not None and not write_file(given.series, series_csv(series(areas, atlas.area_ranges))):
        return 1
    return 0 if given.day is None or _tell(given, atlas, areas, geography) else 1


def _tell(given: argparse.Namespace, atlas: Atlas, areas: AreasInTime, geography: Geography) -> bool:
    """Print what is asked for of a day.

    Return False where that cannot be done, with nothing printed but why.
    """
    if given.against is not None:
        _print(change_lines(difference(areas, *sorted((given.day, given.against))), atlas))
        return True
    if given.why is not None:
        return _why(atlas, areas, given.day, given.why, given.at or "")
    lines = cut_lines(areas, geography)
    if given.geojson is not None:
        whole = collection(areas, lines, atlas, geography, given.day)
        if not write_file(given.geojson, json.dumps(whole, ensure_ascii=False)):
            return False
    _print(report_lines(areas, lines, _from_focus(atlas, areas, geography), atlas, given.day))
    return True


def _known_on(areas: AreasInTime, day: date) -> bool:
    """Return whether the holder of any area is known on a day.

    Say so where none is.
    """
    if areas.on(day):
        return True
    since = f": the record begins on {areas.days[0]}" if areas.days and day < areas.days[0] else ""
    sys.stderr.write(f"No areas are known on {day}{since}.\n")
    return False


def _why(atlas: Atlas, areas: AreasInTime, day: date, controller: str, place: str) -> bool:
    """Print what an area rests on.

    Return False where there is no such controller or place, and say so.
    """
    if controller not in areas.controllers:
        sys.stderr.write(f'got "{controller}" in --why, expected one of: {", ".join(areas.controllers)}\n')
        return False
    if place and not atlas.has_place(place):
        sys.stderr.write(f'got "{place}" in --at, expected the id of a place\n')
        return False
    _print(explain_lines(evidence_of(atlas, areas, controller, day, place), atlas))
    return True


def _from_focus(atlas: Atlas, areas: AreasInTime, geography: Geography) -> Distances | None:
    """Return the distances from the focus place.

    None where the tables have no such place.
    """
    focus = atlas.setting(FOCUS)
    if not atlas.has_place(focus):
        return None
    place = atlas.place(focus)
    return distances(areas, geography.border, place.lon, place.lat)


def _print(lines: Iterable[str]) -> None:
    sys.stdout.write("\n".join(lines) + "\n")


def _resample(atlas: Atlas, areas: AreasInTime, geography: Geography, tries: int, seed: int | None) -> bool:
    settings = read_resample_settings()
    settings = replace(settings, tries=tries or settings.tries, seed=settings.seed if seed is None else seed)

    def tell(made: int) -> None:
        if made % 10 == 0 or made == settings.tries:
            sys.stderr.write(f"\r{made} of {settings.tries} resamples")
            sys.stderr.flush()

    rows = list(resample(atlas, areas, geography, settings, tell))
    sys.stderr.write("\n")
    table = tables_folder() / RANGES
    try:
        write_ranges(rows, table)
    except OSError as error:
        sys.stderr.write(f'cannot write "{table}": {error.strerror}\n')
        return False
    sys.stdout.write(
        f"{len(rows):,} ranges from {settings.tries} resamples with seed {settings.seed} written to {RANGES}.\n"
    )
    return True
