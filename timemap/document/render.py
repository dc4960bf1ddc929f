"""Rendering of the document as one self-contained HTML text."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from geodata.defaults import LANGUAGE
from timemap.document.folium_map import TimeMap
from timemap.document.payload import payload
from timemap.state.initial import initial_state

if TYPE_CHECKING:
    from geodata.areas import AreasInTime
    from geodata.atlas import Atlas
    from geodata.geography import Geography
    from timemap.state.initial import InitialState


def render(
    atlas: Atlas,
    areas: AreasInTime,
    geography: Geography,
    *,
    view: InitialState | None = None,
) -> str:
    """Return the document.

    Args:
        atlas: what is known.
        areas: the areas derived from it.
        geography: land, water and borders.
        view: what is shown first; the whole story on its opening day where left out.

    Returns:
        HTML that works without any other file and without a network.
    """
    opening = view or initial_state(atlas, today=datetime.now(tz=UTC).date())
    html: str = TimeMap(payload(atlas, areas, geography, opening=opening)).get_root().render()
    return html.replace("<html>", f'<html lang="{LANGUAGE.code}">', 1)
