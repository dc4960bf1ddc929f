"""The map as it was seen, on a page for print: one day, or two days one above the other where two are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timemap.exports.picture import oneday, twodays
from timemap.exports.picture.onemap import Known
from timemap.exports.picture.sheet import DRAWING, save_png, save_svg

if TYPE_CHECKING:
    from geodata.areas import AreasInTime
    from geodata.atlas import Atlas
    from geodata.choose import Selection
    from geodata.geography import Geography
    from timemap.exports.credit import Credit
    from timemap.exports.picture.sheet import Sheet
    from timemap.exports.sight import Sight


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
        return oneday.draw(known, selection, sight)
    return twodays.draw(known, selection, sight, sight.view.compared)
