"""Events on a picture: symbols, numbered piles, rings.

A ring marks an uncertain place.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from geodata.records.fields import LocationPrecision
from timemap.static_map.drawing import CIRCLE, DrawingOrder, LineStyle, mark, svg_path
from timemap.static_map.label_placement import around
from timemap.static_map.text import font_of
from timemap.style.palette import INK, PAPER
from timemap.style.symbols import OTHER_COLOUR, OTHER_NAME, OTHER_SHAPE
from timemap.style.tokens import TOKENS
from timemap.text.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from matplotlib.path import Path

    from geodata.atlas import Atlas
    from geodata.records.events import Event
    from timemap.state.map_state import MapState
    from timemap.static_map.drawing import MarkPosition, Plot
    from timemap.static_map.text import Box

_LOOK = TOKENS.events

RADIUS = _LOOK.radius
"""Half the width of a symbol in pixels; it never says how bad something was."""

_REACH_KM = {LocationPrecision.TOWN: _LOOK.town_reach_km, LocationPrecision.AREA: _LOOK.area_reach_km}


class SymbolStyle(NamedTuple):
    """Style of the symbols of a main category."""

    path: Path
    """Outline in a square from -1 to 1."""
    colour: str
    name: str


@dataclass(frozen=True)
class DrawnEvents:
    """Drawn events that can be seen, for the legend and the labels."""

    categories: tuple[str, ...] = ()
    """Ids of their main categories, in the order of the table; last the empty one for those that it lacks."""

    piled: bool = False
    """Whether several events lie at one spot."""

    uncertain: bool = False
    """Whether an event has a ring where it may have been."""

    chosen: bool = False
    """Whether the chosen event is among them."""

    beside: bool = False
    """Whether events of other days are among them, which are smaller."""

    boxes: tuple[Box, ...] = ()
    """What the symbols cover, in pixels."""


def draw_events(plot: Plot, atlas: Atlas, events: Sequence[Event], state: MapState) -> DrawnEvents:
    """Draw the events of the frame and return what of them can be seen.

    Args:
        plot: where to draw.
        atlas: knows the categories.
        events: those that are seen on the moment, in order of time.
        state: its mode says whether older ones fade, its event is drawn larger.
    """
    inside = [event for event in events if plot.frame.shows(event.lon, event.lat)]
    piles = _piles(plot, inside)
    for pile in piles:
        pile.sort(key=lambda event: event.id == state.event)  # the chosen one lies on top
    piles.sort(key=lambda pile: (pile[-1].id == state.event, pile[-1].span.start))
    boxes: list[Box] = []
    categories = {event.main_category for event in inside}
    uncertain = False
    for pile in piles:
        top = pile[-1]
        chosen = top.id == state.event
        x, y = plot.frame.spot(top.lon, top.lat)
        strength = 1.0 if chosen or state.mode != "until" else faded(top, state.moment)
        if radius := ring_radius(plot, top, chosen=chosen):
            is_area = top.location_precision is LocationPrecision.AREA
            shown = strength if chosen else _LOOK.ring_strength * strength
            draw_uncertain(plot.at(x, y, radius), shown, dashed=is_area)
            uncertain = True
        for behind in range(min(2, len(pile) - 1), 0, -1):
            away = 4 * behind * plot.scale
            other = plot.at(x + away, y - 0.75 * away, RADIUS * plot.scale)
            draw_symbol(
                _sized(other, pile[-1 - behind], state), style_of(atlas, pile[-1 - behind].main_category), strength
            )
        at = _sized(plot.at(x, y, RADIUS * plot.scale), top, state)
        draw_symbol(at, style_of(atlas, top.main_category), strength, chosen=chosen)
        boxes.append(around(x, y, (RADIUS + 2) * plot.scale))
        if len(pile) > 1:
            below = plot.at(x + (RADIUS + 5) * plot.scale, y + (RADIUS + 4) * plot.scale, 8 * plot.scale)
            draw_number(below, len(pile))
            boxes.append(around(below.x, below.y, below.size))
    shown_categories = tuple(row.id for row in atlas.categories if row.id in categories)
    others = ("",) if categories - set(shown_categories) else ()
    return DrawnEvents(
        shown_categories + others,
        any(len(pile) > 1 for pile in piles),
        uncertain,
        any(event.id == state.event for event in inside),
        any(is_beside(event, state) for event in inside),
        tuple(boxes),
    )


def is_beside(event: Event, state: MapState) -> bool:
    """Return whether an event is of another day than the one shown.

    It stands back for those of that day.
    """
    return state.mode != "until" and not event.span.covers(state.moment)


def _sized(at: MarkPosition, event: Event, state: MapState) -> MarkPosition:
    return replace(at, size=at.size * _LOOK.beside_size) if is_beside(event, state) and event.id != state.event else at


def faded(event: Event, moment: date) -> float:
    """Return how strongly a past event is drawn, from 1 down."""
    last = event.span.last_day or event.span.start
    return strength_at(max(0, (moment - last).days))


def strength_at(age: int) -> float:
    """Return how strongly an event of an age in days is drawn.

    It fades in a few steps from 1 down.
    """
    part: float = min(1.0, age / _LOOK.fading_days) ** _LOOK.fading_power
    step = math.floor(part * _LOOK.fading_steps + 0.5)
    return 1 - (1 - _LOOK.faded_strength) * step / _LOOK.fading_steps


def ring_radius(plot: Plot, event: Event, *, chosen: bool) -> float:
    """Return the radius of the ring in which an event may lie, in pixels.

    0 for none.

    The reach is a customary one, not a measured one; only the chosen event has a large ring.
    """
    where = event.location_precision
    if where not in _REACH_KM:
        return 0
    radius = shown_radius(where, _REACH_KM[where] / plot.frame.km_per_pixel, chosen=chosen)
    return max(radius, _LOOK.least_ring * plot.scale) if radius else 0


def shown_radius(where: LocationPrecision, radius: float, *, chosen: bool) -> float:
    """Return the radius of the ring that is shown, 0 for none."""
    is_town = where is LocationPrecision.TOWN
    most = _LOOK.most_chosen_ring if chosen else _LOOK.most_ring
    if is_town:
        return radius if _LOOK.town_ring_from <= radius <= most else 0
    if radius > most:
        return most if chosen else _LOOK.least_ring
    return max(radius, _LOOK.least_ring)


def style_of(atlas: Atlas, category: str) -> SymbolStyle:
    """Return how events of a category are drawn.

    Those of a category that nobody knows are grey circles.
    """
    for row in atlas.categories:
        if row.id == category:
            return SymbolStyle(svg_path(row.shape.outline), row.colour, row.name)
    return SymbolStyle(svg_path(OTHER_SHAPE), OTHER_COLOUR, OTHER_NAME)


def draw_symbol(at: MarkPosition, look: SymbolStyle, strength: float = 1, *, chosen: bool = False) -> None:
    """Draw a symbol with a light and a dark outline; the chosen one is larger."""
    unit = at.size / RADIUS
    light = (9 if chosen else 3) * unit
    if chosen:
        at = replace(at, size=at.size * _LOOK.chosen_size)
        mark(at, look.path, DrawingOrder.EVENTS, line=LineStyle(INK, light + 2))
    mark(at, look.path, DrawingOrder.EVENTS, line=LineStyle((PAPER, strength), light))
    mark(at, look.path, DrawingOrder.EVENTS, ink=(look.colour, strength), line=LineStyle((INK, strength), 1.2 * unit))


def draw_chosen(at: MarkPosition) -> None:
    """Draw the symbol of the chosen event, whatever its category."""
    draw_symbol(replace(at, size=0.6 * at.size), SymbolStyle(svg_path(OTHER_SHAPE), OTHER_COLOUR, ""), chosen=True)


def draw_smaller(at: MarkPosition) -> None:
    """Draw a symbol beside a smaller one."""
    look = SymbolStyle(svg_path(CIRCLE), OTHER_COLOUR, "")
    for x, size in ((at.x - 0.6 * at.size, 0.8 * at.size), (at.x + at.size, 0.8 * _LOOK.beside_size * at.size)):
        draw_symbol(replace(at, x=x, size=size), look)


def draw_number(at: MarkPosition, number: int) -> None:
    """Draw a number in a dark plate: how many events lie at one spot."""
    text = at.axes.text(at.x, at.y, format_number(number), color=PAPER, ha="center", va="center_baseline", clip_on=True)
    text.set(fontproperties=font_of(1.06 * at.size, bold=True), zorder=DrawingOrder.EVENTS)
    text.set_bbox(
        {"boxstyle": "round,pad=0.28,rounding_size=0.7", "facecolor": INK, "edgecolor": PAPER, "linewidth": 0.5}
    )


def draw_uncertain(at: MarkPosition, strength: float = 1, *, dashed: bool = True) -> None:
    """Draw the ring in which an event may have been.

    It is dashed where only its area is known.
    """
    circle = svg_path(CIRCLE)
    dashes = _LOOK.ring_dashes if dashed else ()
    mark(at, circle, DrawingOrder.EVENTS - 0.5, line=LineStyle((PAPER, strength), _LOOK.ring_rim_width))
    mark(at, circle, DrawingOrder.EVENTS - 0.5, line=LineStyle((INK, strength), _LOOK.ring_width, dashes))


def _piles(plot: Plot, events: Sequence[Event]) -> list[list[Event]]:
    """Return the events by where they would cover each other: near the first event of a pile means on it."""
    piles: list[list[Event]] = []
    feet = np.empty((0, 2))
    for event in events:
        spot = np.array([plot.frame.spot(event.lon, event.lat)])
        near = np.flatnonzero(np.hypot(*(feet - spot).T) < _LOOK.together * plot.scale)
        if near.size:
            piles[near[0]].append(event)
        else:
            piles.append([event])
            feet = np.vstack([feet, spot])
    return piles
