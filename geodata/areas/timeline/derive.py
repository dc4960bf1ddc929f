"""Derivation of the areas in time from the atlas and the base map.

The cells are built once and kept.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import astuple, replace
from typing import TYPE_CHECKING

from shapely import Polygon

from geodata.areas.partition.cache import FOLDER, key_of, read_cells, write_cells
from geodata.areas.partition.cells import Cells, build_cells
from geodata.areas.partition.coverage_outline import NothingToClaimError
from geodata.areas.projection import metres
from geodata.areas.settings import CellSettings, read_settings
from geodata.areas.timeline.areas_in_time import AreasInTime
from geodata.areas.timeline.handovers import Handovers
from geodata.areas.timeline.zones import control_intervals

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from shapely import LineString
    from shapely.geometry.base import BaseGeometry

    from geodata.atlas import Atlas
    from geodata.geography import Geography
    from geodata.records.places import Hold, Place

KNOWN_UNTIL = "control-known-until"
"""Id of the setting with the last day that sources on control support."""

SOUTH, REACH = "areas-south", "areas-reach"
"""Ids of the settings with the southern limit of the areas, and with how far they reach."""
_loaded: dict[tuple[str, Path], AreasInTime] = {}
"""Areas that were derived in this process, by the version of the tables and the folder of the cells."""


def load_areas(atlas: Atlas, geography: Geography, folder: Path = FOLDER) -> AreasInTime:
    """Return the areas in time: the same object for the same input.

    The cells come from ``folder`` where they are kept there.

    A place without any hold has no say: its land goes to its neighbours. Where no place supports a claim there is no
    cell, and no area on any day.

    Raises:
        ValueError: if the river does not divide the land.
    """
    held = {hold.place for hold in atlas.holds}
    places = [place for place in atlas.places if place.id in held]
    land, river, settings = geography.country, geography.dividing_river, cell_settings(atlas)
    key = (f"{atlas.version} {cells_key(places, land, river, settings)}", folder)
    if not atlas.version or key not in _loaded:
        _loaded[key] = derive_areas(atlas, load_cells(places, land, river, settings, folder))
    return _loaded[key]


def cell_settings(atlas: Atlas) -> CellSettings:
    """Return the settings of the cells, with what an atlas says of its own."""
    settings = read_settings()
    if reach := atlas.setting_numbers(REACH):
        beyond, alone, closing, opening = reach
        settings = replace(settings, beyond_km=beyond, alone_km=alone, closing_km=closing, opening_km=opening)
    return replace(settings, south=south[0]) if (south := atlas.setting_numbers(SOUTH)) else settings


def load_cells(
    places: Sequence[Place], land: BaseGeometry, river: LineString, settings: CellSettings, folder: Path = FOLDER
) -> Cells:
    """Return the cells of the places, from the folder if kept there.

    Otherwise they are built and kept there.

    There is none, and nothing is kept, where no place supports a claim.
    """
    key = cells_key(places, land, river, settings)
    cached = read_cells(folder, key)
    if cached is not None:
        return cached
    try:
        built = build_cells(places, land, river, settings)
    except NothingToClaimError:
        return Cells(Polygon(), ())
    write_cells(folder, key, built)
    return built


def derive_areas(atlas: Atlas, cells: Cells) -> AreasInTime:
    """Return the areas in time that the holds of an atlas give the cells."""
    controllers = tuple(controller.id for controller in atlas.controllers)
    holds: dict[str, list[Hold]] = defaultdict(list)
    for hold in atlas.holds:
        if hold.controller in controllers:
            holds[hold.place].append(hold)
    return AreasInTime(
        covered=cells.covered,
        cells=cells.cells,
        intervals=tuple(control_intervals(holds[cell.place], atlas.zones) for cell in cells.cells),
        places=tuple(place.id for place in atlas.places),
        controllers=controllers,
        zones=tuple((zone.id, zone.name) for zone in atlas.zones),
        known_until=atlas.setting_day(KNOWN_UNTIL),
        handovers=Handovers(atlas.successions),
    )


def cells_key(places: Sequence[Place], land: BaseGeometry, river: LineString, settings: CellSettings) -> str:
    """Return the name under which the cells of this input are kept."""
    rows = [[place.id, place.lon, place.lat, place.reach_km] for place in places]
    return key_of([json.dumps(rows).encode(), land.wkb, river.wkb, json.dumps([*astuple(settings), metres()]).encode()])
