"""Report of the areas on one day: sizes, ranges, published figures."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from geodata.areas.timeline.distances import nearest
from geodata.areas.timeline.front_lines import LineKind
from geodata.areas.timeline.published_figures import TOLERANCE, compare
from geodata.areas.uncertainty.ranges import Ranges, ends_of
from geodata.records.fields import Confidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from geodata.areas.timeline.areas_in_time import Area, AreasInTime, ZoneArea
    from geodata.areas.timeline.distances import Distances
    from geodata.areas.timeline.front_lines import AreaLine, LinesInTime
    from geodata.areas.timeline.published_figures import FigureComparison
    from geodata.areas.uncertainty.ranges import Ends
    from geodata.atlas import Atlas
    from geodata.records.ranges_and_disputes import AreaRange

FOCUS = "focus-place"
"""Id of the setting with the place that distances are taken from."""
WIDE = 52
"""Characters for the name of a controller or a zone."""


def report_lines(
    areas: AreasInTime, lines: LinesInTime, distances: Distances | None, atlas: Atlas, day: date
) -> Iterator[str]:
    """Yield the report of a day, line by line.

    Args:
        areas: the areas in time.
        lines: their edges, for the lengths of front lines and borders.
        distances: how far they are from the focus place; None where there is none.
        atlas: names, published sizes and ranges.
        day: the day.
    """
    held, zones = areas.on(day), areas.zones_on(day)
    if not held:
        yield f"Nothing is known about {day}."
        return
    names = {controller.id: atlas.names.on(controller.id, day) for controller in atlas.controllers}
    ranges = Ranges(atlas.area_ranges)
    yield _head(f"Derived areas by holder on {day}")
    for area in held:
        yield _row(names[area.controller], area, ranges.of(area, day))
    yield from _shared_lines(held, atlas, names)
    if zones:
        yield ""
        yield _head("Zones")
        for zone in zones:
            yield _row(dict(areas.zones)[zone.zone], zone, ranges.of(zone, day))
    yield from _published_lines(compare(atlas.figures, zones, day), dict(areas.zones), ranges, day)
    if distances is not None:
        yield from _distance_lines(distances, atlas, day, names)
    yield from _edge_lines(lines.on(day), names, lines.states)
    yield ""
    yield from _range_lines(ranges.on(day, controller=held[0].controller))
    if day > areas.known_until:
        yield f"Last known: the last documented day is {areas.known_until}; the state on {day} may differ."
    yield "Areas include lakes and rivers. Nothing is claimed outside the covered region."


def _shared_lines(held: Sequence[Area], atlas: Atlas, names: Mapping[str, str]) -> Iterator[str]:
    """Yield how much a side holds together with the land that it shares.

    Nothing where nothing is shared.
    """
    sizes = {area.controller: area.km2 for area in held}
    for side, shared in atlas.shares.items():
        beside = sum(sizes.get(controller, 0.0) for controller in shared)
        if beside:
            yield f"  {f'{names[side]}, with shared land':<{WIDE - 2}}{sizes.get(side, 0.0) + beside:>9,.0f}"


def _head(title: str) -> str:
    return f"{title:<{WIDE}}{'km²':>9}{'range':>17}" + "".join(f"{confidence.strength:>9}" for confidence in Confidence)


def _row(name: str, area: Area | ZoneArea, ends: Ends) -> str:
    shares = "".join(f"{area.km2_by_confidence[key] / area.km2:>9.0%}" for key in Confidence)
    return f"  {name:<{WIDE - 2}}{area.km2:>9,.0f}{_between(ends):>17}{shares}"


def _between(ends: Ends) -> str:
    low, high = ends
    return "" if low is None or high is None else _span(low, high)


def _span(low: float, high: float) -> str:
    return f"{low:,.0f}" if low == high else f"{low:,.0f}\u2013{high:,.0f}"


def _published_lines(
    compared: Sequence[FigureComparison], names: Mapping[str, str], ranges: Ranges, day: date
) -> Iterator[str]:
    """Yield one line for each published size, with ours of the day before it and its own day and publisher after it."""
    if not compared:
        return
    yield ""
    title = f"Published figures and ours on {day}"
    yield f"{title:<{WIDE}}{'km²':>9}{'range':>17}{'published':>14}{'date':>12}{'ours is':>10}  by"
    for comparison in compared:
        figure = comparison.figure
        name = " + ".join(names[zone] for zone in figure.zones)
        if len(name) > WIDE - 4:
            yield f"  {name}"
            name = ""
        miss = "within" if comparison.miss == 0 else f"{comparison.miss:+.1%}"
        ends = ends_of(ranges.on(day, zones=figure.zones), comparison.km2)
        yield (
            f"  {name:<{WIDE - 2}}{comparison.km2:>9,.0f}{_between(ends):>17}"
            f"{_span(figure.low_km2, figure.high_km2):>14}{figure.day!s:>12}{miss:>10}"
            f"  {figure.publisher or 'publisher not recorded'}"
        )
        if not comparison.close:
            yield f"    More than {TOLERANCE:.0%} off. Areas follow dated reports and are not fitted to figures."
        if figure.note:
            yield f"    {figure.note}"


def _edge_lines(lines: Sequence[AreaLine], names: Mapping[str, str], states: Mapping[str, str]) -> Iterator[str]:
    titles = {
        LineKind.FRONT: "Front lines",
        LineKind.BORDER: "Borders",
        LineKind.RIM: "Edges of the covered region (not fronts)",
    }
    for kind, group in groupby(lines, key=lambda line: line.kind):
        yield ""
        yield f"{titles[kind]:<{2 * WIDE}}{'km':>9}"
        for line in group:
            sides = [names[controller] for controller in line.controllers] + (
                [states[line.state]] if line.state else []
            )
            label = " / ".join(sides)
            yield f"  {label:<{2 * WIDE - 2}}{line.km:>9,.0f}"


def _distance_lines(distances: Distances, atlas: Atlas, day: date, names: Mapping[str, str]) -> Iterator[str]:
    yield ""
    title = f"Distance from {atlas.place(atlas.setting(FOCUS)).name} to the nearest land"
    yield f"{title:<{2 * WIDE}}{'km':>9}{'held alone':>12}"
    kms = distances.on(day)
    for controller in names:
        distance = nearest(kms, controller, atlas.shares)
        if distance is not None:
            alone = "" if distance.alone_km is None else f"{distance.alone_km:,.1f}"
            yield f"  {names[controller]:<{2 * WIDE - 2}}{distance.km:>9,.1f}{alone:>12}".rstrip()
    if distances.border_km is not None:
        yield f"  {'The border':<{2 * WIDE - 2}}{distances.border_km:>9,.1f}"


def _range_lines(stored: AreaRange | None) -> Iterator[str]:
    if stored is None:
        yield "No ranges are stored for this day. To compute them: python -m geodata areas --resample"
    else:
        yield f"Range: {stored.share}% of {stored.tries} resamples of the evidence, widened to include our figure."
