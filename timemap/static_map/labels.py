"""Labels of a picture: candidates from all that has a name."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import shapely

from geodata.text.place_names import names_of, names_of_feature, names_of_town
from timemap.document.zones import short_names
from timemap.static_map.border_sides import BorderSides
from timemap.static_map.callouts import callout_labels, draw_plate
from timemap.static_map.drawing import CIRCLE, RING, DrawingOrder, LineStyle, mark, svg_path
from timemap.static_map.label_placement import Label, around, place_labels, spot_at, spots_beside
from timemap.static_map.line_labels import border_labels, river_labels
from timemap.static_map.pointer import draw_pointer
from timemap.static_map.quarters import DrawnQuarters, quarter_labels
from timemap.static_map.text import draw_words, short_name, text_block
from timemap.static_map.zone_labels import draw_line, zone_labels
from timemap.style.palette import PAPER
from timemap.style.tokens import TOKENS
from timemap.text.capitals import in_capitals

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geodata.atlas import Atlas
    from geodata.geography import Geography
    from geodata.records.events import Callout
    from timemap.static_map.areas import DrawnAreas
    from timemap.static_map.border import DrawnBorder
    from timemap.static_map.drawing import MarkPosition, Plot
    from timemap.static_map.line_labels import Say
    from timemap.static_map.text import Box
    from timemap.style.tokens import Naming

DOT = 2.1
"""Half the width of the dot of a place, in pixels; on the screen, where names are larger, towns have larger ones."""

_WIDE_RING = 17
_RULES = TOKENS.labels
_PRIORITY = {kind: look.priority for kind, look in TOKENS.lettering.items()}
_IN_CAPITALS = {kind for kind, look in TOKENS.lettering.items() if look.upper}
_SAME = 0.04
_EDGE = 6
_ROUND = ("below", "left-below", "right-below", "right", "left", "above", "left-above", "right-above")
"""Sides of the marked place; a picture cannot be moved, so its name is tried on more of them than on the screen."""

_FARTHER = (*_RULES.farther, 28)
"""One way more than on the screen, where one can look nearer."""

_COUNTRIES_UNTIL = 9.3
"""Zoom up to which countries are named; that of a frame fitted to its contents is no whole number, as on the screen."""


@dataclass(frozen=True, slots=True)
class DrawnLabels:
    """Drawn labels that can be seen, for the legend."""

    focus: str
    """Name of the marked place; empty where it is not in the frame."""

    dots: bool
    """Whether places are marked with dots."""

    callouts: bool = False
    """Whether something is said of the day."""


@dataclass(frozen=True, slots=True)
class LabelContext:
    """Drawn parts of the map that lie under the names."""

    border: DrawnBorder
    """What was drawn of the border; names keep off it."""

    control: DrawnAreas
    """What was drawn of the areas; its zones are named."""

    obstacles: Sequence[Box] = ()
    """What names keep free, such as events, in pixels."""

    callouts: tuple[Callout, ...] = ()
    """What is said of the day."""

    reserved: tuple[Box, ...] = ()
    """What no words ever cover, such as the scale bar, in pixels."""

    quarters: DrawnQuarters = field(default_factory=DrawnQuarters)
    """What was drawn of quarters; they are named."""


def draw_labels(plot: Plot, atlas: Atlas, geography: Geography, under: LabelContext, language: str) -> DrawnLabels:
    """Write the names of a picture and return what of them can be seen.

    Args:
        plot: where to draw.
        atlas: knows the places.
        geography: knows towns, lakes, rivers and countries.
        under: what is drawn already.
        language: code of the language of the place names.
    """
    frame, border = plot.frame, under.border
    sides = plot.once(
        "sides", lambda: BorderSides(border, [frame.place(shape) for shape in geography.countries.geometry])
    )
    focus = _focus_label(plot, atlas, language, under.obstacles, sides)
    fixed = plot.once(("names", language), lambda: _fixed_labels(plot, atlas, geography, sides, language))
    zones = zone_labels(plot, under.control.zones, lambda zone: _in(short_names(atlas, zone, zone), language))
    said = callout_labels(plot, atlas, under.callouts)
    labels = [*focus, *zones, *fixed, *said, *quarter_labels(plot, under.quarters)]
    along = plot.once(
        "along", lambda: shapely.get_coordinates(shapely.segmentize(border.line, _RULES.border_step)).tolist()
    )
    kept_free = [around(x, y, _RULES.border_reach * plot.scale) for x, y in along]
    marks = [*under.obstacles, *(around(x, y, _RULES.gate_reach * plot.scale) for x, y in border.spots)]
    page = (3.0, 3.0, frame.width - 3, frame.height - 3)
    placed = place_labels(labels, [*kept_free, *marks], page, under.reserved)
    dots = False
    for label, spot in placed:
        if label.foot is not None:
            draw_plate(plot, label, spot)
        draw_line(plot, spot, "label" if label.dot else "zone-label")
        draw_words(plot, spot.words or label.words, spot)
        if label.dot is not None and not label.always and not _lies_in(label.dot, marks):
            draw_dot(plot.at(*label.dot, DOT * plot.scale))
            dots = True
    inside = focus and focus[0].dot is not None
    name = _in(names_of(atlas, atlas.place(atlas.setting("focus-place"))), language) if inside else ""
    return DrawnLabels(name, dots, any(label.foot is not None for label, _ in placed))


def _fixed_labels(plot: Plot, atlas: Atlas, geography: Geography, sides: BorderSides, language: str) -> list[Label]:
    """Return the labels that do not depend on the day."""

    def say(kind: str, name: str) -> str:
        names = names_of_feature(atlas, kind, name, name)
        said = _in(names, language)
        return in_capitals(said, language if names.get(language) else "") if kind in _IN_CAPITALS else said

    labels = [
        *border_labels(plot, geography, sides.border, say),
        *_point_labels(plot, atlas, geography, sides, language),
        *_country_labels(plot, geography, say),
        *_division_labels(plot, geography, say),
    ]
    if plot.scale >= 1:  # a small map has no room for the names of waters
        labels += [*_lake_labels(plot, geography, say), *river_labels(plot, geography, say)]
    return labels


def _focus_label(plot: Plot, atlas: Atlas, language: str, obstacles: Sequence[Box], sides: BorderSides) -> list[Label]:
    """Mark the place that is always marked, with a ring or an arrow that leads there, and return its label.

    The ring goes round what lies on the place, such as events.
    """
    place_id = atlas.setting("focus-place")
    if not atlas.has_place(place_id):
        return []
    place = atlas.place(place_id)
    words = text_block("focus", [short_name(_in(names_of(atlas, place), language))], plot.scale)
    x, y = plot.frame.spot(place.lon, place.lat)
    if not plot.frame.shows(place.lon, place.lat):
        return [draw_pointer(plot, words, x, y)]
    covered = _lies_in((x, y), obstacles)
    radius = (_WIDE_RING if covered else RING) * plot.scale
    draw_ring(plot.at(x, y, radius), dot=not covered)
    spots = [spot for away in (1, 8, 15, 24) for spot in spots_beside(x, y, words, radius + away * plot.scale, _ROUND)]
    return [Label(words, sides.own((x, y), spots, words.width), 0, dot=(x, y), always=True)]


def _lies_in(point: tuple[float, float], boxes: Sequence[Box]) -> bool:
    return any(left < point[0] < right and upper < point[1] < lower for left, upper, right, lower in boxes)


def draw_ring(at: MarkPosition, *, dot: bool = True) -> None:
    """Draw the ring of the marked place, with a dot in its middle or without."""
    colours = at.colours
    thick = at.size * (0.3 if dot else 0.2)
    ring = replace(at, size=at.size - thick / 2)
    for colour, width in ((colours["halo"], thick * 2.2), (colours["focus"], thick)):
        mark(ring, svg_path(CIRCLE), DrawingOrder.MARKS + 0.5, line=LineStyle(colour, width))
    if dot:
        mark(replace(at, size=0.26 * at.size), svg_path(CIRCLE), DrawingOrder.MARKS + 0.5, ink=colours["focus"])


def draw_dot(at: MarkPosition) -> None:
    """Draw the dot of a place."""
    mark(at, svg_path(CIRCLE), DrawingOrder.MARKS, ink=at.colours["dot"], line=LineStyle(PAPER, 0.5))


def _point_labels(plot: Plot, atlas: Atlas, geography: Geography, sides: BorderSides, language: str) -> Iterator[Label]:
    """Yield a label for every place and town that is named at this zoom.

    Of two that are one, only the first.

    Beside the border a name stands on its own place's side of it.
    """
    seen_names: list[tuple[str, float, float]] = []
    focus = atlas.setting("focus-place")
    for name, lon, lat, manner, first in sorted(
        _points(atlas, geography, language), key=lambda row: (not row[4], row[3].order)
    ):
        if (not first and manner.from_zoom > plot.frame.view.zoom - math.log2(plot.scale)) or not plot.frame.shows(
            lon, lat
        ):
            continue
        if any(other == name and abs(x - lon) < _SAME and abs(y - lat) < _SAME for other, x, y in seen_names):
            continue
        seen_names.append((name, lon, lat))
        if atlas.has_place(focus) and (atlas.place(focus).lon, atlas.place(focus).lat) == (lon, lat):
            continue
        x, y = plot.frame.spot(lon, lat)
        if min(x, y, plot.frame.width - x, plot.frame.height - y) < _EDGE:
            continue
        words = text_block(manner.kind, [name], plot.scale)
        spots = spots_beside(x, y, words, 4.5 * plot.scale) + spots_beside(x, y, words, 10 * plot.scale)
        if first:
            farther = (spot for away in _FARTHER for spot in spots_beside(x, y, words, away * plot.scale))
            spots += [spot._replace(foot=(x, y)) for spot in farther]
        spots = sides.own((x, y), spots, words.width + 2 * _FARTHER[-1] * plot.scale)
        bears = 0.25 if manner.kind == "city" else 0
        priority = (_RULES.story_priority + first / 100) if first else (_PRIORITY[manner.kind] + manner.order / 100)
        yield Label(words, spots, priority, dot=(x, y), bears=bears, gap=2.5 * plot.scale, dense=first > 0)


def _points(atlas: Atlas, geography: Geography, language: str) -> Iterator[tuple[str, float, float, Naming, int]]:
    """Yield name, point, manner and rank among those named first, 0 for others, of every place and town."""
    ranks = {named: rank for rank, named in enumerate(atlas.setting_list("named-first"), start=1)}
    for place in atlas.places:
        if not any(kind in place.kind for kind in TOKENS.places.unnamed):
            manner = TOKENS.places.kinds.get(place.kind, TOKENS.places.other_kind)
            name = short_name(_in(names_of(atlas, place), language))
            yield name, place.lon, place.lat, manner, ranks.get(place.id, 0)
    for row in geography.towns.to_dict("records"):
        names = names_of_town(atlas, {str(name): cell for name, cell in row.items()})
        manner = TOKENS.places.ranks.get(str(int(row["rank"])), TOKENS.places.other_rank)
        point, first = row["geometry"], ranks.get(str(row["geonameid"]), 0)
        yield short_name(_in(names, language)), point.x, point.y, manner, first


def _country_labels(plot: Plot, geography: Geography, say: Say) -> Iterator[Label]:
    """Yield the name of every country of which enough is in the frame, wherever it lies wholly inside."""
    if plot.frame.view.zoom > _COUNTRIES_UNTIL:
        return
    frame = plot.frame
    for name, shape in zip(geography.countries["name"], geography.countries.geometry, strict=True):
        land = frame.place(shape)
        words = text_block("country", [say("country", str(name))], plot.scale)
        spots = []
        columns, rows = _RULES.country_columns, _RULES.country_rows
        for column in range(columns):
            for row in range(rows):
                spot = spot_at((column + 0.5) / columns * frame.width, (row + 0.5) / rows * frame.height, words)
                if shapely.contains(land, shapely.box(*spot.box)):
                    spots.append(spot)
        if spots:
            x, y = sum(spot.x for spot in spots) / len(spots), sum(spot.y for spot in spots) / len(spots)
            spots.sort(key=lambda spot: (spot.x - x) ** 2 + (spot.y - y) ** 2)
            yield Label(words, spots, _PRIORITY["country"], gap=6 * plot.scale)


def _lake_labels(plot: Plot, geography: Geography, say: Say) -> Iterator[Label]:
    for name, shape in zip(geography.lakes["name"], geography.lakes.geometry, strict=True):
        lake = plot.frame.place(shape).intersection(plot.frame.box) if name else shapely.Point()
        words = text_block("lake", [say("lake", str(name))], plot.scale) if name else None
        if words is None or lake.is_empty:
            continue
        left, _, right, _ = lake.bounds
        if right - left > max(words.width * _RULES.lake_share, _RULES.lake_least):
            middle = max(shapely.get_parts(lake), key=lambda part: part.area).representative_point()
            sides = ("centre", "right", "below", "above", "left")
            spots = spots_beside(middle.x, middle.y, words, min((right - left) / 4, _RULES.lake_away), sides)
            yield Label(words, spots, _PRIORITY["lake"] - (right - left) / 1000, bears=0.3, gap=2 * plot.scale)


def _division_labels(plot: Plot, geography: Geography, say: Say) -> Iterator[Label]:
    if plot.frame.view.zoom < _RULES.divisions_from:
        return
    for name, shape in zip(geography.divisions["name"], geography.divisions.geometry, strict=True):
        land = plot.frame.place(shape).intersection(plot.frame.box)
        if land.is_empty or not name:
            continue
        words = text_block("division", [say("division", str(name))], plot.scale)
        middle = max(shapely.get_parts(land), key=lambda part: part.area).representative_point()
        spots = spots_beside(middle.x, middle.y, words, words.height, ("centre", "above", "below"))
        fitting = [spot for spot in spots if shapely.contains(land, shapely.box(*spot.box))]
        yield Label(words, fitting, _PRIORITY["division"], gap=8 * plot.scale)


def _in(names: dict[str, str], language: str) -> str:
    return names.get(language) or next(iter(names.values()), "")
