"""Rendering of the document as one self-contained HTML text."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from geodata.defaults import LANGUAGE
from timemap.document.folium_map import TimeMap
from timemap.document.payload import payload
from timemap.state.initial import initial_state

if TYPE_CHECKING:
    from geodata.dataset import Dataset
    from timemap.state.initial import InitialState


def render(dataset: Dataset, *, view: InitialState | None = None) -> str:
    """Return the document.

    Args:
        dataset: what is shown.
        view: what is shown first; the whole story on its opening day where left out.

    Returns:
        HTML that works without any other file and without a network.
    """
    opening = view or initial_state(dataset.atlas, today=datetime.now(tz=UTC).date())
    html: str = TimeMap(payload(dataset, opening=opening)).get_root().render()
    return html.replace("<html>", f'<html lang="{LANGUAGE.code}">', 1)
