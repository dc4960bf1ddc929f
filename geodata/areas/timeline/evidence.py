"""Evidence for an area: its places, their holds, sources and disputes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from shapely import MultiPolygon, Point

from geodata.areas.projection import polygons, square_km

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from shapely import Polygon

    from geodata.areas.timeline.areas_in_time import Area, AreasInTime, ZoneArea
    from geodata.atlas import Atlas
    from geodata.records.control import Statement
    from geodata.records.places import Hold, Place
    from geodata.records.ranges_and_disputes import Dispute
    from geodata.records.sources import Source
    from geodata.records.terms import Term


@dataclass(frozen=True, slots=True)
class PlaceEvidence:
    """Evidence for an area at one of its places."""

    place: Place
    """The place."""
    km2: float
    """Size of its cell, which the area has because of it."""
    hold: Hold
    """The hold of the day: its confidence, its note, from when to when."""
    source: Source | None
    """Who reports it; None where no page was seen."""
    since: date
    """First day since which the controller has held the place without a break, whatever the confidence."""
    disputes: tuple[Statement, ...]
    """What sources disagree about on a day of this hold, as far as these days have come."""


@dataclass(frozen=True, slots=True)
class AreaEvidence:
    """Evidence for an area of a day, or for one connected part of it."""

    controller: str
    """Id of who holds it."""
    day: date
    """The day."""
    last_known: bool
    """True after the last day that sources support."""
    km2: float
    """Its size."""
    since: date
    """First day since which the controller has held one of the places without a break."""
    since_before: bool
    """True where that is the first day of the record, so that it was held before."""
    places: tuple[PlaceEvidence, ...]
    """Its places, those with the largest cells first."""
    disputes: tuple[Statement, ...]
    """What sources disagree about at its places, each once, in the order of their table."""
    terms: tuple[Term, ...]
    """The wordings for what the controller and the zones in the area are called, in the order of their table."""


@dataclass(frozen=True, eq=False, slots=True)
class _Rows:
    """Rows of the tables by what they are about."""

    holds: Mapping[str, Sequence[Hold]]
    """By place, in order of time."""
    disputes: Mapping[str, Sequence[Dispute]]
    """By place."""
    statements: Mapping[str, Statement]
    """By id, in the order of their table."""


def evidence_of(atlas: Atlas, areas: AreasInTime, controller: str, day: date, part_of: str = "") -> AreaEvidence | None:
    """Return what the area of a controller on a day rests on.

    None where it holds nothing.

    Args:
        atlas: the tables.
        areas: the areas that were derived from them.
        controller: id of the controller.
        day: the day.
        part_of: id of a place: only the connected part of the area that its point lies in is meant, and there is none
            where the point lies outside the area; empty for all.

    Raises:
        KeyError: if ``part_of`` is no place.
    """
    area = next((area for area in areas.on(day) if area.controller == controller), None)
    if area is None:
        return None
    land = list(area.geometry.geoms) if not part_of else _part(area, atlas.place(part_of))
    if not land:
        return None
    shape, whole = MultiPolygon(land), len(land) == len(area.geometry.geoms)
    inside = [place for place in area.places if whole or shape.covers(_spot(atlas.place(place)))]
    rows, sizes = _rows(atlas), {cell.place: cell.km2 for cell in areas.cells}
    evidence = [_place_evidence(atlas, rows, atlas.place(place), sizes[place], day) for place in inside]
    first = min(row.since for row in evidence)
    disputed = {statement.id for row in evidence for statement in row.disputes}
    return AreaEvidence(
        controller=controller,
        day=day,
        last_known=area.last_known,
        km2=area.km2 if whole else square_km(shape),
        since=first,
        since_before=first == areas.days[0],
        places=tuple(sorted(evidence, key=lambda row: -row.km2)),
        disputes=tuple(statement for key, statement in rows.statements.items() if key in disputed),
        terms=_terms(atlas, areas, controller, set(inside), day),
    )


def _part(area: Area, place: Place) -> list[Polygon]:
    return [part for part in polygons(area.geometry) if part.covers(_spot(place))]


def _spot(place: Place) -> Point:
    return Point(place.lon, place.lat)


def _place_evidence(atlas: Atlas, rows: _Rows, place: Place, km2: float, day: date) -> PlaceEvidence:
    holds = rows.holds[place.id]
    at = next(number for number, hold in enumerate(holds) if hold.span.covers(day))
    hold = holds[at]
    first = at
    while first > 0 and holds[first - 1].controller == hold.controller and holds[first - 1].end == holds[first].start:
        first -= 1
    statements = {
        dispute.statement
        for dispute in rows.disputes.get(place.id, ())
        if dispute.start <= day and dispute.span.overlaps(hold.span) and dispute.statement in rows.statements
    }
    return PlaceEvidence(
        place=place,
        km2=km2,
        hold=hold,
        source=atlas.source(hold.source) if atlas.has_source(hold.source) else None,
        since=holds[first].start,
        disputes=tuple(statement for key, statement in rows.statements.items() if key in statements),
    )


def _terms(atlas: Atlas, areas: AreasInTime, controller: str, places: set[str], day: date) -> tuple[Term, ...]:
    held = zip(areas.cells, areas.stretches_on(day), strict=True)
    zones = {interval.zone for cell, interval in held if interval is not None and cell.place in places} - {""}
    topics = {row.topic for row in atlas.area_topics if row.controller == controller or row.zone in zones}
    return tuple(term for term in atlas.terms if term.topic in topics)


def sources_of(atlas: Atlas, area: Area | ZoneArea, day: date) -> tuple[str, ...]:
    """Return the ids of the sources of the places of an area, each once.

    They are those of who holds each place on the day, in the order of the places.
    """
    rows = _rows(atlas)
    holds = (hold for place in area.places for hold in rows.holds.get(place, ()) if hold.span.covers(day))
    return tuple(dict.fromkeys(hold.source for hold in holds if hold.source))


@lru_cache(maxsize=4)
def _rows(atlas: Atlas) -> _Rows:
    holds: dict[str, list[Hold]] = defaultdict(list)
    controllers = {controller.id for controller in atlas.controllers}
    for hold in sorted(atlas.holds, key=lambda hold: hold.start):
        if hold.controller in controllers:
            holds[hold.place].append(hold)
    disputes: dict[str, list[Dispute]] = defaultdict(list)
    for dispute in atlas.disputes:
        disputes[dispute.place].append(dispute)
    return _Rows(holds, disputes, {statement.id: statement for statement in atlas.statements})
