"""Areas of control over time, derived from places and who held them.

Nothing here is drawn by hand.
"""

from geodata.areas.partition.cells import Cell
from geodata.areas.timeline.areas_in_time import Area, AreasInTime, ZoneArea
from geodata.areas.timeline.derive import load_areas
from geodata.areas.timeline.zones import ControlInterval

__all__ = ["Area", "AreasInTime", "Cell", "ControlInterval", "ZoneArea", "load_areas"]
