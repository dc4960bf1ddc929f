"""Snapshot for exports: map state, viewport, date of access, address."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from geodata.records.view_limits import LIMITS, is_on_map
from timemap.state.initial import Viewport
from timemap.state.map_state import default_state, is_visible
from timemap.state.url import write_parameters
from timemap.style.page_shapes import SHAPES
from timemap.style.palette import THEMES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from geodata.atlas import Atlas
    from geodata.records.events import Event
    from geodata.text.selection import Selection
    from timemap.state.map_state import MapState
    from timemap.style.palette import Theme

Bounds = tuple[float, float, float, float]
"""West, south, east and north, in degrees."""

LOOK = ("seen", "theme", "patterns", "shape")
"""What is asked for a file beside the state of the map: see `looked_at`."""

_FARTHEST = 3 * LIMITS["lon"]["most"]
"""Degrees of longitude to which a window reaches: a map can be moved past its edge, where the world begins again."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """View of a person who asks for a file."""

    state: MapState
    """Range, moment, filters and the like."""

    viewport: Viewport
    """The part of the map."""

    today: date
    """The day on which it is asked for."""

    address: str = ""
    """Where the app stands, without its parameters; empty where that is not known."""

    seen: Bounds | None = None
    """What of the world the window showed; none where that is not known."""

    theme: Theme = "light"
    """Of the map on the screen."""

    patterns: bool = False
    """Whether areas were told apart by patterns too."""

    shape: str = SHAPES[0].id
    """Id of the shape wanted of a picture."""


def snapshot_of(
    atlas: Atlas, *, today: date, state: MapState | None = None, viewport: Viewport | None = None, address: str = ""
) -> Snapshot:
    """Return the snapshot of a view.

    What is left out is as for someone who comes without a link.
    """
    lat, lon, zoom = atlas.setting_numbers("opening-view")
    state = state or default_state(atlas, today)
    return Snapshot(state, viewport or state.viewport or Viewport(lat, lon, zoom), today, address)


def with_appearance(snapshot: Snapshot, asked: Mapping[str, str]) -> Snapshot:
    """Return a snapshot with its look on the screen, and the shape wanted.

    What makes no sense is passed over.

    Args:
        snapshot: what is seen.
        asked: names and values beside those of the state: ``seen``, ``theme``, ``patterns`` and ``shape``.
    """
    themes: dict[str, Theme] = {theme: theme for theme in THEMES}
    shapes = {shape.id for shape in SHAPES}
    return replace(
        snapshot,
        seen=_bounds_in(asked.get("seen", "")),
        theme=themes.get(asked.get("theme", ""), snapshot.theme),
        patterns=asked.get("patterns") == "1",
        shape=asked["shape"] if asked.get("shape") in shapes else snapshot.shape,
    )


def _bounds_in(text: str) -> Bounds | None:
    """Return the bounds that a text names as west, south, east and north.

    None where it names no part of a web map.

    >>> _bounds_in("36,35.5,42.4,37.4"), _bounds_in("42.4,35.5,36,37.4"), _bounds_in("36,south")
    ((36.0, 35.5, 42.4, 37.4), None, None)
    """
    number = r"-?[0-9]{1,3}(?:\.[0-9]{1,12})?"
    if not re.fullmatch(f"{number}(?:,{number}){{3}}", text):
        return None
    west, south, east, north = map(float, text.split(","))
    in_world = max(-west, east) <= _FARTHEST and is_on_map(south, 0, 0) and is_on_map(north, 0, 0)
    return (west, south, east, north) if in_world and west < east and south < north else None


def visible_events(selection: Selection, snapshot: Snapshot) -> tuple[Event, ...]:
    """Return the chosen events that are seen on the moment, in order of time."""
    return tuple(event for event in selection.events if is_visible(event, snapshot.state))


def url_of(atlas: Atlas, snapshot: Snapshot) -> str:
    """Return the address that brings the view back.

    It has its day in any case, and the version of the data that was seen.

    It is only what follows the app's own address where that is not known.
    """
    named = {"moment": snapshot.state.moment.isoformat(), "version": atlas.version}
    parameters = write_parameters(snapshot.state, atlas, snapshot.today) | named
    return f"{snapshot.address}?{urlencode(parameters, safe=',')}"
