"""Snapshots of the map to export, and a selection in four scripts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from geodata.dates.span import DAY, Span
from timemap.exports import Snapshot, Viewport, snapshot_of
from timemap.state.map_state import MapState, filter_by_state

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.records.events import Event
    from geodata.text.selection import Selection

TODAY = date(2026, 11, 1)
ADDRESS = "https://maps.example.org/kobane"
SCRIPTS = "Kobanî, کۆبانێ, عين العرب, Ayn el-Arab: ç ğ İ ş"
"""A name in Kurmanji, Sorani, Arabic and Turkish letters."""


def snapshot_on(atlas: Atlas, day: date, *, viewport: Viewport | None = None) -> Snapshot:
    """Return the snapshot of a day of the years 2014 to 2026.

    It has the events of the week before it and after it.
    """
    state = MapState(Span(date(2014, 1, 1), TODAY + DAY), day, window=7)
    return snapshot_of(atlas, today=TODAY, state=state, viewport=viewport, address=ADDRESS)


def told_in_scripts(atlas: Atlas, snapshot: Snapshot) -> Selection:
    """Return a snapshot's events, the first told in four scripts.

    What XML must escape is in it, too.
    """
    selection = filter_by_state(snapshot.state, atlas)
    first, *others = selection.events
    told = first.model_copy(update={"title": SCRIPTS, "summary": f'{SCRIPTS} <b>"&"</b>'})
    return replace(selection, events=(told, *others))


def first_of(selection: Selection) -> Event:
    """Return the event that is told in four scripts."""
    return selection.events[0]
