"""Areas in time are derived from places and their holds; nothing here is drawn by hand."""

from geodata.areas.cells import Cell
from geodata.areas.derive import load_areas
from geodata.areas.intime import Area, AreasInTime, ZoneArea
from geodata.areas.zones import Stretch

__all__ = ["Area", "AreasInTime", "Cell", "Stretch", "ZoneArea", "load_areas"]
