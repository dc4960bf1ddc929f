"""Crossings, wall and military posts for the document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shapely
from shapely.ops import substring

from geodata.areas.projection import KM, to_degrees, to_metres
from geodata.dates.iso import day_number
from geodata.records.places import CROSSING
from geodata.text.place_names import names_of
from timemap.document.encoding import encode_lines

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from geodata.atlas import Atlas
    from geodata.geography import Geography
    from geodata.records.border import WallSection
    from geodata.records.events import Event
    from geodata.records.places import Place


def crossing_entries(atlas: Atlas) -> list[dict[str, Any]]:
    """Return every border crossing with its known states, oldest first."""
    entries = []
    for place in atlas.places:
        if place.kind == CROSSING:
            states = [
                [
                    day_number(row.start),
                    day_number(row.end),
                    row.state,
                    row.date_precision.value,
                    day_number(row.last_known),
                ]
                for row in sorted(atlas.crossing_states, key=lambda state: state.start)
                if row.place == place.id
            ]
            entries.append(
                {"id": place.id, "names": names_of(atlas, place), "lat": place.lat, "lon": place.lon, "states": states}
            )
    return entries


def post_entries(atlas: Atlas) -> list[dict[str, Any]]:
    """Return every military post with its days."""
    return [
        {
            "id": row.id,
            "name": row.name,
            "lat": row.lat,
            "lon": row.lon,
            "start": day_number(row.start),
            "end": day_number(row.end),
            "lastKnown": day_number(row.last_known),
            "holder": row.holder,
            "note": row.note,
        }
        for row in atlas.posts
    ]


def wall_entries(atlas: Atlas, geography: Geography) -> list[dict[str, Any]]:
    """Return every reported stretch of the wall as lines on the border."""
    border = shapely.line_merge(geography.border)
    return [
        {
            "name": row.name,
            "start": day_number(row.start),
            "precision": row.date_precision.value,
            "line": encode_lines(section_line(atlas, row, border)),
            "note": row.note,
        }
        for row in shown_sections(atlas)
    ]


def shown_sections(atlas: Atlas) -> tuple[WallSection, ...]:
    """Return the stretches of the wall whose place or event is known."""
    return tuple(
        row for row in atlas.wall_sections if (row.place or row.event) == "" or _anchor(atlas, row) is not None
    )


def section_line(atlas: Atlas, section: WallSection, border: BaseGeometry) -> BaseGeometry:
    """Return the stretch of ``border`` that a section names.

    It is from ``km_west`` before its anchor to ``km_east`` after it.

    The anchor is the point of the border nearest to the section's place or event; without lengths the whole border.

    Raises:
        KeyError: if the section has lengths but its place or event is not known.
    """
    if section.km_west is None or section.km_east is None:
        return border
    anchor = _anchor(atlas, section)
    if anchor is None:
        message = f'the wall section "{section.id}" names neither a known place nor a known event'
        raise KeyError(message)
    point = to_metres(shapely.Point(anchor.lon, anchor.lat))
    line = min(shapely.get_parts(to_metres(border)), key=point.distance)
    if line.coords[0][0] > line.coords[-1][0]:
        line = line.reverse()
    at = line.project(point)
    cut = substring(line, max(0.0, at - KM * section.km_west), min(line.length, at + KM * section.km_east))
    return to_degrees(cut)


def _anchor(atlas: Atlas, section: WallSection) -> Place | Event | None:
    if section.place:
        return next((place for place in atlas.places if place.id == section.place), None)
    return atlas.event(section.event) if atlas.has_event(section.event) else None
