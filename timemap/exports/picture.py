"""The map as it was seen, on a page for print: one day, or two days one above the other where two are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timemap.static_map.pages import one_day, two_days
from timemap.static_map.pages.sheet import DRAWING, save_png, save_svg
from timemap.static_map.render import Known

if TYPE_CHECKING:
    from geodata.areas import AreasInTime
    from geodata.atlas import Atlas
    from geodata.geography import Geography
    from geodata.text.selection import Selection
    from timemap.attribution import Credit
    from timemap.state.snapshot import Sight
    from timemap.static_map.pages.sheet import Sheet


def write_png(atlas: Atlas, areas: AreasInTime, geography: Geography, selection: Selection, sight: Sight) -> bytes:
    """Return the map as seen, as a PNG."""
    with DRAWING:
        return save_png(*draw(Known(atlas, areas, geography), selection, sight))


def write_svg(atlas: Atlas, areas: AreasInTime, geography: Geography, selection: Selection, sight: Sight) -> bytes:
    """Return the map as seen, as an SVG."""
    with DRAWING:
        return save_svg(*draw(Known(atlas, areas, geography), selection, sight), sight.view.moment)


def draw(known: Known, selection: Selection, sight: Sight) -> tuple[Sheet, Credit]:
    """Return the drawn page, and the words that go with it."""
    if sight.view.compared is None:
        return one_day.draw(known, selection, sight)
    return two_days.draw(known, selection, sight, sight.view.compared)
