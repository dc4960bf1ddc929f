"""Tables, base map, areas and lessons of the project, read once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from geodata.areas import load_areas
from geodata.atlas import load
from geodata.dataset import Dataset
from geodata.geography import load_geography
from geodata.lessons.reader import read_lessons

if TYPE_CHECKING:
    from geodata.areas import AreasInTime
    from geodata.atlas import Atlas
    from geodata.geography import Geography
    from geodata.lessons.reader import ReadLesson


@cache
def atlas() -> Atlas:
    """Return what our tables say."""
    return load()


@cache
def geography() -> Geography:
    """Return our base geography."""
    return load_geography()


@cache
def areas() -> AreasInTime:
    """Return the areas that follow from both."""
    return load_areas(atlas(), geography())


@cache
def dataset() -> Dataset:
    """Return tables, areas and base geography together."""
    return Dataset(atlas(), areas(), geography())


@cache
def lessons() -> tuple[ReadLesson, ...]:
    """Return our lessons as they are read."""
    return read_lessons()
