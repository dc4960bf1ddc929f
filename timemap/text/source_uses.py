"""Uses of sources besides events, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timemap.text.numbers import pluralize

if TYPE_CHECKING:
    from geodata.sources.bibliography import BibliographyEntry

USES = {
    "holds": ("record of control", "records of control"),
    "controller_names": ("controller name", "controller names"),
    "successions": ("handover", "handovers"),
    "periods": ("period", "periods"),
    "terms": ("contested term", "contested terms"),
    "claims": ("fact-checked claim", "fact-checked claims"),
    "front_snapshots": ("front line", "front lines"),
    "figures": ("published area figure", "published area figures"),
    "crossing_states": ("crossing status", "crossing statuses"),
    "wall_sections": ("wall section", "wall sections"),
    "coverage": ("last known state", "last known states"),
    "statements": ("report", "reports"),
}
"""By table: one, and several."""


def uses_of(entry: BibliographyEntry) -> str:
    """Return how often a source is used for what is no event, by use."""
    return ", ".join(pluralize(count, *USES[table]) for table, count in entry.other_uses)
