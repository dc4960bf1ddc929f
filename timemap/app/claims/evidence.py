"""Evidence for a claim: its sources, and links to its events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timemap.text.markdown import escape_markdown
from timemap.text.numbers import pluralize
from timemap.text.source_lines import DOT, citation, event_on_map

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.records.events import Event
    from geodata.records.terms import Claim


def evidence_lines(atlas: Atlas, claim: Claim) -> str:
    """Return in Markdown the sources of a claim and its events.

    Empty where it has neither.
    """
    sources = [f"- {citation(atlas, source)}" for source in claim.sources]
    events = [f"- {_event(atlas.event(event))}" for event in claim.events if atlas.has_event(event)]
    lists = (("Sources", sources), ("On the map, with their own sources" if sources else "On the map", events))
    return "\n\n".join(f"**{heading}**\n\n" + "\n".join(rows) for heading, rows in lists if rows)


def _event(event: Event) -> str:
    sources = pluralize(len(set(event.sources)), "source", "sources")
    return DOT.join((event_on_map(event), escape_markdown(event.when), sources))
