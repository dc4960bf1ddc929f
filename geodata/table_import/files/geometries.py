"""Positions of geometries: one point for each, in degrees."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from pyproj import CRS, Transformer

from geodata.table_import.faults import CellFault, Fault, FaultKind
from geodata.table_import.sheets import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from geodata.table_import.files.opened import OpenedTable
    from geodata.table_import.sheets import Cell

DEGREES = CRS.from_epsg(4326)
"""Longitude and latitude as GeoJSON and GPS have them."""

_NAMES = ("longitude", "latitude")
_DIGITS = 7
"""Decimals of a degree: a centimetre."""


@dataclass(frozen=True, slots=True)
class Positions:
    """Positions of geometries in degrees, with notes on them."""

    longitude: npt.NDArray[np.float64]
    """Degrees, NaN where there is no geometry."""

    latitude: npt.NDArray[np.float64]

    crs: str
    """Reference system of the file, as in "EPSG:4326"; empty where it names none."""

    notes: tuple[str, ...]


def positions_of(shapes: npt.NDArray[Any], system: CRS | None) -> Positions:
    """Return a point for each geometry: of lines and areas one on them.

    ``shapes`` are geometries of Shapely or ``None``; coordinates without a reference system are taken as degrees.
    """
    shapes = np.asarray(shapes, dtype=object)
    kinds = shapely.get_type_id(shapes)
    points = shapes.copy()
    larger = (kinds > 0) & ~shapely.is_empty(shapes)
    points[larger] = shapely.point_on_surface(shapes[larger])
    x, y = shapely.get_x(points), shapely.get_y(points)
    notes = []
    if count := int(larger.sum()):
        what = "1 line or area is" if count == 1 else f"{count:,} lines and areas are"
        notes.append(f"{what} shown as a point within.")
    name = _name_of(system)
    if system is not None and not _is_degrees(system):
        x, y = Transformer.from_crs(system, DEGREES, always_xy=True).transform(x, y)
        notes.append(f"Positions are converted from {name}.")
    unknown = ~(np.isfinite(x) & np.isfinite(y))
    x, y = np.where(unknown, np.nan, x), np.where(unknown, np.nan, y)
    return Positions(np.round(x, _DIGITS), np.round(y, _DIGITS), name, tuple(notes))


def add_positions(opened: OpenedTable, positions: Positions, file: str) -> OpenedTable:
    """Return a table with the positions of its first sheet as columns.

    They are called longitude and latitude; where such a column is there, "longitude of the geometry" and so on.
    """
    sheet = opened.sheets[0]
    names = tuple(
        f"{name} of the geometry" if name in {one.casefold() for one in sheet.header} else name for name in _NAMES
    )
    added = tuple(_cells(values) for values in (positions.longitude, positions.latitude))
    header, columns = (*sheet.header, *names), (*sheet.columns, *added)
    missing = np.flatnonzero(np.isnan(positions.longitude))
    hint = "Each row needs a geometry, or a place that can be found by its name."
    faults = tuple(
        CellFault(
            file,
            sheet.name,
            int(sheet.numbers[i]),
            names[0],
            "",
            Fault(FaultKind.MISSING_CELL, "a geometry", hint=hint),
        )
        for i in missing[:_MOST_MISSING]
    )
    if len(missing) > _MOST_MISSING:
        count = f"{len(missing) - _MOST_MISSING:,} more"
        faults += (
            CellFault(file, sheet.name, None, names[0], count, Fault(FaultKind.MISSING_CELL, "a geometry", hint=hint)),
        )
    return replace(
        opened,
        sheets=(Sheet(sheet.name, header, columns, sheet.numbers), *opened.sheets[1:]),
        faults=(*opened.faults, *faults),
        notes=(*opened.notes, *positions.notes),
        longitude=names[0],
        latitude=names[1],
        crs=positions.crs,
    )


_MOST_MISSING = 1000
"""Rows without a geometry that are listed one by one."""


def _cells(values: npt.NDArray[np.float64]) -> Sequence[Cell]:
    return [None if value != value else value for value in values.tolist()]  # noqa: PLR0124 - so NaN is told


def _name_of(system: CRS | None) -> str:
    if system is None:
        return ""
    authority = system.to_authority()
    return ":".join(authority) if authority else str(system.name)


def _is_degrees(system: CRS) -> bool:
    """Return whether coordinates are degrees of the system that maps on the web use."""
    return _name_of(system) in {"EPSG:4326", "OGC:CRS84", "EPSG:4979"}
