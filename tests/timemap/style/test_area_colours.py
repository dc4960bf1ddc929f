"""Where two areas meet on any day, the line between them stands out from both, and they differ for every eye.

The colours are those of the style sheet and the table of controllers, laid over each other as on the map. The last
tests show that each of this can fail.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pytest
import shapely
from coloraide import Color
from matplotlib.colors import to_hex, to_rgba
from PIL import Image

from geodata.areas.projection import STEPS
from geodata.areas.timeline.arcs import cut_arcs
from geodata.geography import BASE
from tests import project_data
from timemap.style.palette import area_colour, mixed, palette, pattern_colour, shaded, share
from timemap.style.tokens import TOKENS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from matplotlib.typing import ColorType

    from timemap.style.palette import Theme

THEMES: tuple[Theme, ...] = ("light", "dark")
VISIONS = ("", "protan", "deutan", "tritan")
LEAST_CONTRAST = 3.0
LEAST_LIGHTNESS = 2.5
"""Difference in lightness L*; about 1 can just be seen side by side."""
LEAST_DIFFERENCE = 0.045
"""Distance in OKLab; about 0.02 can just be seen side by side."""
LEAST_PATTERN = 1.5
"""Contrast of a pattern's lines with the colour that they lie on."""
TOLD_APART = 10.0
"""Difference by CIEDE2000 at which two areas are told apart without their patterns."""
LOUDEST = 1.35
"""Contrast of a stripe with the colour it lies on: more than that looks like another party."""
TURKISH_HELD = {"turkey", "turkey-transitional"}


class Meeting(NamedTuple):
    """Two that share an edge on some day."""

    one: str
    """Id of a controller; empty where no one is known."""
    other: str
    """The same of the other, or the word for what lies outside: ``border``, ``borders``, ``open``."""
    last_known: bool


@cache
def meetings() -> frozenset[Meeting]:
    """Return all that ever meet, from the cells of every day on which something changes and of the last day."""
    areas, geography = project_data.areas(), project_data.geography()
    arcs, cells = cut_arcs([cell.shape for cell in areas.cells])
    sides: dict[int, list[int]] = defaultdict(list)
    for cell, rings in enumerate(cells):
        for reference in [reference for polygon in rings for ring in polygon for reference in ring]:
            sides[reference if reference >= 0 else ~reference].append(cell)
    lines = {"border": geography.border, "borders": shapely.union_all(geography.borders.geometry)}
    outside = {name: line.buffer(0.012) for name, line in lines.items()}
    edges = {arc: shapely.LineString(np.array(arcs[arc]) / STEPS) for arc, on in sides.items() if len(on) == 1}
    beyond = {arc: _beyond(edge, outside) for arc, edge in edges.items()}
    found = set()
    for day in (*areas.days, areas.known_until + timedelta(days=1)):
        holders = [interval.controller if interval else "" for interval in areas.stretches_on(day)]
        for arc, on in sides.items():
            one, other = sorted(holders[cell] for cell in on) if len(on) > 1 else (holders[on[0]], beyond[arc])
            if one != other:
                found.add(Meeting(one, other, last_known=day > areas.known_until))
    return frozenset(found)


def _beyond(line: shapely.LineString, outside: Mapping[str, shapely.Geometry]) -> str:
    """Return what an edge of the covered land is: a border, or open country where it fades out."""
    shares = {name: line.intersection(shape).length / line.length for name, shape in outside.items()}
    name = max(shares, key=lambda one: shares[one])
    return name if shares[name] > 0.5 else "open"


def fronts() -> list[Meeting]:
    """Return those that meet each other in the covered land."""
    return sorted(meeting for meeting in meetings() if meeting.other not in {"border", "borders", "open"})


def colours(theme: Theme) -> dict[str, str]:
    return {row.id: row.dark_colour if theme == "dark" else row.colour for row in project_data.atlas().controllers}


@cache
def darkest_relief() -> float:
    """Return the darkest of the relief, from 0 to 1."""
    with Image.open(BASE / "relief.webp") as picture:
        return float(np.asarray(picture.convert("L")).min()) / 255


def grounds(theme: Theme) -> dict[str, str]:
    """Return what areas lie on."""
    land = to_hex(palette(theme)["land"])
    shade = 1 - share("relief", theme) * (1 - darkest_relief())
    return {"land": land, "shaded land": mixed("#000000", land, shade), "water": to_hex(palette(theme)["water"])}


def fills(colour: str, ground: str, theme: Theme, *, last_known: bool) -> list[str]:
    """Return what an area looks like on a ground: plain, and in the middle of a stripe of weak evidence."""
    shown, full = area_colour(colour, last_known=last_known), share("fill", theme)
    return [mixed(ground, shown, strength) for strength in (full, full * (1 - share("hatch", theme)))]


def laid(ground: str, line: ColorType) -> str:
    """Return a line as it looks on a ground."""
    return mixed(ground, line, to_rgba(line)[3])


def contrast(one: str, other: str) -> float:
    return Color(one).contrast(other, method="wcag21")


def faint(line: ColorType, held: Iterable[tuple[str, bool]], table: dict[str, str], theme: Theme) -> list[str]:
    """Return the areas on which a line does not stand out: each is a controller and whether it is only last known."""
    return sorted(
        {
            f"{controller} on {name}"
            for controller, last_known in held
            for name, ground in grounds(theme).items()
            for fill in (fills(table[controller], ground, theme, last_known=last_known) if controller else [ground])
            if contrast(laid(fill, line), fill) < LEAST_CONTRAST
        }
    )


def alike(pairs: Iterable[Meeting], table: dict[str, str], theme: Theme, vision: str) -> list[tuple[str, str]]:
    """Return the pairs that some eyes could take for one."""
    found = []
    for one, other, last_known in pairs:
        ground = grounds(theme)["land"]
        seen = [Color(fills(table[name], ground, theme, last_known=last_known)[0]) for name in (one, other)]
        first, second = (colour.filter(vision) if vision else colour for colour in seen)
        lightness = [float(colour.convert("lab-d65")["lightness"]) for colour in (first, second)]
        if abs(lightness[0] - lightness[1]) < LEAST_LIGHTNESS or first.delta_e(second, method="ok") < LEAST_DIFFERENCE:
            found.append((one, other))
    return found


def seen_alike(pairs: Iterable[Meeting], table: dict[str, str], patterns: Mapping[str, str], theme: Theme) -> list[str]:
    """Return the pairs that colour alone does not tell apart for some eye or in grey, and pattern does not either."""
    found = []
    for one, other, last_known in pairs:
        ground = grounds(theme)["land"]
        seen = [Color(fills(table[name], ground, theme, last_known=last_known)[0]) for name in (one, other)]
        views = [[colour.filter(vision) if vision else colour for colour in seen] for vision in VISIONS]
        views.append([colour.clone().set("oklch.chroma", 0) for colour in seen])
        apart = all(first.delta_e(second, method="2000") >= TOLD_APART for first, second in views)
        if not apart and patterns[one] == patterns[other]:
            found.append(f"{one} and {other}")
    return found


def test_it_is_known_who_meets() -> None:
    pairs = {(one, other) for one, other, _ in fronts()}
    assert {("isis", "sdf"), ("hts", "turkey"), ("transitional", "turkey-transitional")} <= pairs
    assert len(pairs) > 20
    assert {other for _, other, _ in meetings()} >= {"border", "borders", "open"}
    assert {last_known for _, _, last_known in fronts()} == {False, True}


@pytest.mark.parametrize("theme", THEMES)
def test_every_front_stands_out_from_both_sides_on_every_day(theme: Theme) -> None:
    held = [(name, last_known) for one, other, last_known in fronts() for name in (one, other)]
    assert faint(palette(theme)["front"], held, colours(theme), theme) == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("line", ["border", "borders"])
def test_state_borders_stand_out_from_the_areas_and_from_the_neighbour(line: str, theme: Theme) -> None:
    held = [(one, last_known) for one, other, last_known in meetings() if other == line]
    assert held
    assert faint(palette(theme)[line], held, colours(theme), theme) == []
    beyond = to_hex(palette(theme)["neighbour"])
    assert contrast(laid(beyond, palette(theme)[line]), beyond) >= LEAST_CONTRAST


@pytest.mark.parametrize("theme", THEMES)
def test_the_outline_of_zones_stands_out_from_all_that_meets_them(theme: Theme) -> None:
    table = colours(theme)
    for one, other, last_known in fronts():
        for zone in TURKISH_HELD & {one, other}:
            own = shaded(area_colour(table[zone], last_known=last_known), darker=TOKENS.areas.zone_darker)
            line = palette(theme).get("zone-outline", own)
            assert faint(line, [(one, last_known), (other, last_known)], table, theme) == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sign", ["open", "closed", "unknown", "focus", "label", "dot", "wall"])
def test_signs_and_names_stand_out_from_their_plate_or_halo_on_any_ground(sign: str, theme: Theme) -> None:
    around = palette(theme)["halo" if sign != "wall" else "casing"]
    bare = [*grounds(theme).values(), *(to_hex(palette(theme)[name]) for name in ("neighbour", "outside"))]
    held = [fill for colour in colours(theme).values() for fill in fills(colour, bare[0], theme, last_known=False)]
    found = [ground for ground in bare + held if contrast(laid(ground, around), to_hex(palette(theme)[sign])) < 3]
    assert found == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("vision", VISIONS)
def test_all_that_meet_differ_in_lightness_for_every_eye(vision: str, theme: Theme) -> None:
    assert alike(fronts(), colours(theme), theme, vision) == []


@pytest.mark.parametrize("theme", THEMES)
def test_stripes_of_weak_evidence_are_soft_yet_can_be_seen(theme: Theme) -> None:
    ground = grounds(theme)["land"]
    assert TOKENS.areas.stripe[-1].share == 1
    for controller, colour in colours(theme).items():
        plain, middle = fills(colour, ground, theme, last_known=False)
        assert contrast(plain, middle) < LOUDEST, controller
        assert Color(plain).delta_e(middle, method="ok") > 0.02, controller


@pytest.mark.parametrize("theme", THEMES)
def test_all_that_meet_are_told_apart_by_colour_or_pattern_for_every_eye_and_in_grey(theme: Theme) -> None:
    patterns = {row.id: row.pattern for row in project_data.atlas().controllers}
    assert seen_alike(fronts(), colours(theme), patterns, theme) == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("last_known", [False, True])
def test_lines_of_patterns_stand_out_from_what_they_lie_on(theme: Theme, last_known: bool) -> None:  # noqa: FBT001
    faint_patterns = {}
    for controller, colour in colours(theme).items():
        for name, ground in grounds(theme).items():
            fill = fills(colour, ground, theme, last_known=last_known)[0]
            found = contrast(pattern_colour(area_colour(colour, last_known=last_known), fill, theme), fill)
            if found < LEAST_PATTERN:
                faint_patterns[f"{controller} on {name}"] = round(found, 2)
    assert faint_patterns == {}


def test_two_of_one_pattern_and_one_grey_would_be_found() -> None:
    table, pair = {"one": "#b35656", "two": "#56b356"}, [Meeting("one", "two", last_known=False)]
    assert seen_alike(pair, table, {"one": "dots", "two": "dots"}, "light") == ["one and two"]
    assert seen_alike(pair, table, {"one": "dots", "two": "grid"}, "light") == []


def test_a_line_as_faint_as_its_ground_would_be_found() -> None:
    table = colours("light")
    found = faint((0.14, 0.14, 0.14, 0.6), [("isis", False), ("sdf", False)], table, "light")
    assert found == ["isis on land", "isis on shaded land", "isis on water"]


def test_two_of_one_lightness_would_be_found() -> None:
    table = {"one": "#b35656", "two": "#7a7a3c"}
    pair = [Meeting("one", "two", last_known=False)]
    assert alike(pair, table, "light", "deutan") == [("one", "two")]
    assert alike(pair, table | {"two": "#10103c"}, "light", "deutan") == []
