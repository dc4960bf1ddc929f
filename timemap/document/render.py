"""Rendering of the document as one self-contained HTML text."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from geodata.dates.span import DAY
from geodata.defaults import LANGUAGE
from timemap.document.folium_map import TimeMap
from timemap.document.own_events import own_data
from timemap.document.payload import payload
from timemap.document.security_policy import INSTALLABLE, add_policy
from timemap.state.initial import initial_state
from timemap.text.page_head import PageHead, head_tags

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from timemap.own_data.own_table import OwnTable
    from timemap.state.initial import InitialState


def render(
    dataset: Dataset,
    *,
    view: InitialState | None = None,
    head: PageHead | None = None,
    own: Sequence[OwnTable] = (),
) -> str:
    """Return the document.

    Args:
        dataset: what is shown.
        view: what is shown first; the whole story on its opening day where left out.
        head: what it says of itself to other programs; what is known without an address where left out.
        own: tables of events that somebody brought, which the document shows marked among ours.

    Returns:
        HTML that works without any other file and without a network.
    """
    opening = view or initial_state(dataset.atlas, today=datetime.now(tz=UTC).date())
    tags = head_tags(head or _head(dataset.atlas, opening))
    data = payload(dataset, opening=opening)
    if own:
        data["own"] = own_data(dataset.atlas, own)
    html: str = TimeMap(data, tags).get_root().render()
    html = html.replace("<html>", f'<html lang="{LANGUAGE.code}">', 1)
    return add_policy(html, INSTALLABLE if opening.home else None)


def _head(atlas: Atlas, opening: InitialState) -> PageHead:
    """Return the head of a file that lies anywhere: it has neither an address nor a picture beside it."""
    title, last = atlas.setting("title"), (opening.whole.end or opening.moment + DAY) - DAY
    return PageHead(title, atlas.setting("sentence"), title, atlas.setting("licence"), made=last)
