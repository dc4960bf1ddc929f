"""Report of what an area rests on: places, sources, disputes."""

from __future__ import annotations

from collections import defaultdict
from textwrap import wrap
from typing import TYPE_CHECKING

from geodata.records.fields import Confidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geodata.areas.timeline.evidence import AreaEvidence, PlaceEvidence
    from geodata.atlas import Atlas

WIDE = 40
"""Characters for the name of a place."""
LINE = 110
"""Characters of a line of running text."""
UNSEEN = "no source recorded"


def explain_lines(evidence: AreaEvidence | None, atlas: Atlas) -> Iterator[str]:
    """Yield what an area rests on; that there is none where nothing was found."""
    if evidence is None:
        yield "This holder held nothing there on this day."
        return
    name = atlas.names.on(evidence.controller, evidence.day)
    since = "since before the record begins on" if evidence.since_before else "since"
    yield f"{name} on {evidence.day}: {evidence.km2:,.0f} km², {since} {evidence.since}"
    if evidence.last_known:
        known_until = atlas.setting_day("control-known-until")
        yield f"Last known: the last documented day is {known_until}; the state on {evidence.day} may differ."
    shares: dict[Confidence, float] = defaultdict(float)
    for row in evidence.places:
        shares[row.hold.confidence] += row.km2
    strengths = ", ".join(f"{shares[key] / evidence.km2:.0%} {key.strength}" for key in Confidence)
    number = len(evidence.places)
    yield f"Based on {number:,} place{'' if number == 1 else 's'}; evidence by size: {strengths}"
    yield ""
    yield f"{'Place':<{WIDE}}{'km²':>8}{'held since':>12}{'this hold':>12}{'until':>12}{'evidence':>12}  source"
    for row in evidence.places:
        yield from _place_lines(row, atlas)
    if evidence.disputes:
        yield ""
        yield "Where sources disagree"
        for statement in evidence.disputes:
            yield from _indented(f"{statement.text} ({'; '.join(statement.sources) or UNSEEN})")
    if evidence.terms:
        yield ""
        yield "Contested terms"
        for term in evidence.terms:
            yield from _indented(f"{term.wording}, used by {term.used_by}: {term.meaning} ({term.source or UNSEEN})")


def _place_lines(row: PlaceEvidence, atlas: Atlas) -> Iterator[str]:
    hold = row.hold
    until = "" if hold.end is None else str(hold.end)
    yield (
        f"{row.place.name:<{WIDE}}{row.km2:>8,.0f}{row.since!s:>12}{hold.start!s:>12}{until:>12}"
        f"{hold.confidence.strength:>12}  {_source(row, atlas)}"
    )
    if hold.note:
        yield from _indented(hold.note)


def _source(row: PlaceEvidence, atlas: Atlas) -> str:
    if row.source is None:
        return UNSEEN
    publisher = row.source.publisher
    by = atlas.publisher(publisher).canonical_name if atlas.has_publisher(publisher) else ""
    return f"{by}, {row.source.url}" if by else row.source.url


def _indented(text: str) -> list[str]:
    return wrap(
        text, LINE, initial_indent="    ", subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
    )
