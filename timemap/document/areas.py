"""Areas in time for the document.

`arcs` are lines ``[x0, y0, dx, dy, ...]`` in 1/100,000 of a degree, each point as the step
from the one before; a cell's `rings` are polygons of rings of arc numbers, where ``~i`` is arc ``i`` walked backwards
(as in TopoJSON), and `km2` is its size; `holds` are, for each cell, ``[first day, first day after or null, controller,
confidence, zone]`` with days since 1970-01-01 and -1 for no zone; `changes` are the days on which a cell changes; `rim`
is the outline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geodata.areas.timeline.arcs import cut_arcs, points_of
from geodata.dates.iso import day_number
from geodata.records.fields import Confidence
from timemap.document.encoding import encode_steps

if TYPE_CHECKING:
    from geodata.areas.timeline.areas_in_time import AreasInTime


def area_data(areas: AreasInTime) -> dict[str, Any]:
    """Return the areas in time as JSON values for the browser.

    The head of this module describes their form.
    """
    arcs, cells = cut_arcs([cell.shape for cell in areas.cells])
    places = {place: index for index, place in enumerate(areas.places)}
    return {
        "arcs": [encode_steps(arc) for arc in arcs],
        "cells": [
            {"place": places[cell.place], "km2": round(cell.km2, 2), "rings": rings}
            for cell, rings in zip(areas.cells, cells, strict=True)
        ],
        "holds": _holds(areas),
        "changes": [day_number(day) for day in areas.days],
        "rim": [] if areas.covered.is_empty else [encode_steps(points_of(areas.covered.exterior))],
        "zones": [{"id": zone, "name": name} for zone, name in areas.zones],
    }


def _holds(areas: AreasInTime) -> list[list[list[int | None]]]:
    controllers = {controller: index for index, controller in enumerate(areas.controllers)}
    confidences = {confidence: index for index, confidence in enumerate(Confidence)}
    zones = {zone: index for index, (zone, _) in enumerate(areas.zones)} | {"": -1}
    return [
        [
            [
                day_number(interval.span.start),
                day_number(interval.span.end),
                controllers[interval.controller],
                confidences[interval.confidence],
                zones[interval.zone],
            ]
            for interval in row
        ]
        for row in areas.intervals
    ]
