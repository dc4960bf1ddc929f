"""Dataset: atlas, areas in time and base geography together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geodata.areas import load_areas
from geodata.atlas import load
from geodata.geography import load_geography

if TYPE_CHECKING:
    from geodata.areas import AreasInTime
    from geodata.atlas import Atlas
    from geodata.geography import Geography


@dataclass(frozen=True, slots=True)
class Dataset:
    """Tables, areas and base geography that belong together."""

    atlas: Atlas
    """The tables."""

    areas: AreasInTime
    """The areas derived from them, over time."""

    geography: Geography
    """Land, water and borders."""


def load_dataset(atlas: Atlas | None = None) -> Dataset:
    """Read the tables and the base geography, and derive the areas.

    >>> load_dataset().atlas.has_place("kobane")
    True

    Args:
        atlas: the tables, where they were read before.
    """
    known = atlas or load()
    geography = geography_of(known)
    return Dataset(known, load_areas(known, geography), geography)


def geography_of(atlas: Atlas) -> Geography:
    """Return the base geography of an atlas.

    Where it has no land the ground is the box of the atlas.
    """
    return load_geography(bounds=atlas.setting_numbers("area-bounds"))
