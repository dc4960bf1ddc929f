"""Limits of what a map can show.

Lessons, settings, the command line and addresses keep the same ones. The table of the fields of the map's
state takes them from here, and the document reads them there.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

if TYPE_CHECKING:
    from collections.abc import Mapping

Mode = Literal["day", "until", "range"]
"""Which events are seen: those around the moment, all up to it, or all of the range."""

LIMITS: Mapping[str, Mapping[str, Any]] = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
"""Limits by the names of the fields.

A map of the Mercator projection ends at 85 degrees north and south, and no web map has pictures nearer than zoom 22.
"""

Window = Annotated[int, Field(ge=LIMITS["window"]["least"], le=LIMITS["window"]["most"])]
"""Days before and after the moment whose events are seen with its own."""

FARTHEST_MAP, FARTHEST_SCENE, NEAREST = 5, 4, 17
"""Zooms between which the map can be moved, and a scene written.

Farther off than 5 Syria is a spot, and nearer than 17 nothing of ours is known. A scene may be one step farther off
than the map goes, which then stays at its own limit, since its maps on paper are drawn as written.
"""


def is_on_map(lat: float, lon: float, zoom: float) -> bool:
    """Return whether a map can be looked at there.

    >>> is_on_map(36.75, 38.55, 8.5), is_on_map(86, 38.55, 8.5), is_on_map(36.75, 38.55, 23)
    (True, False, False)
    """
    values = {"lat": lat, "lon": lon, "zoom": zoom}
    return all(LIMITS[name]["least"] <= value <= LIMITS[name]["most"] for name, value in values.items())
