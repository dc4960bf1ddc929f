"""Linked data in pages of the site, and where its data package lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from timemap.attribution import credit_of
from timemap.exports.data_package import DESCRIPTOR
from timemap.exports.jsonld import dataset_node, event_node, script_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geodata.atlas import Atlas
    from timemap.exports.formats import Format
    from timemap.state.snapshot import Snapshot

FOLDER = "data/"
"""Folder of the data package."""

PACKAGE = FOLDER + DESCRIPTOR


def of_dataset(atlas: Atlas, snapshot: Snapshot, address: str, tables: Sequence[Format]) -> Markup:
    """Return the data set with its files, for the first page.

    Args:
        atlas: what is known.
        snapshot: who makes the site, and when.
        address: URL of the site; empty where it is not known.
        tables: formats of the files of all events.
    """
    files = [(f"events{row.ending}", row.media_type) for row in tables]
    files.append((PACKAGE, "application/json"))
    named = [(address + path, kind) for path, kind in files]
    node = dataset_node(atlas, credit_of(atlas, (), snapshot), snapshot, url=address, files=named)
    return Markup(script_text([node]))  # noqa: S704 - what could end the script is escaped


def of_events(atlas: Atlas) -> Markup:
    """Return all events, for the page that tells them."""
    nodes = [event_node(atlas, event, url=f"#{event.id}", brief=True) for event in atlas.events]
    return Markup(script_text(nodes))  # noqa: S704 - likewise
