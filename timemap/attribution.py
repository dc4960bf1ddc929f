"""Attribution of exported files: title, days, publishers, licence."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geodata import __version__
from geodata.dates.span import DAY, Span
from geodata.dates.wording import day_in_words, days_in_words
from timemap.state.initial import whole_span
from timemap.state.snapshot import url_of
from timemap.text.numbers import pluralize
from timemap.text.public_url import public_address

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from geodata.atlas import Atlas
    from geodata.records.events import Event
    from timemap.state.map_state import MapState
    from timemap.state.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Credit:
    """Attribution of a view: the words that go with it everywhere."""

    title: str
    """Name of the map."""

    heading: str
    """Title and time in one line."""

    day: str
    """The moment, in words."""

    span: str
    """The range, in words."""

    last_known: str
    """Until when the areas are supported, where the moment lies later; else empty."""

    sources: str
    """Who the events, and the holders of places on the moment, are told by."""

    attribution: str
    """Who the ground of the map is by."""

    licence: str
    """What may be done with events, places and areas."""

    disclaimer: str
    """What the map does not say."""

    version: str
    """Version of the data."""

    address: str
    """Address of the view, or what to add to that of the app."""

    whole: bool = False
    """Whether the range is all that there is."""

    @property
    def software(self) -> str:
        """Name and version of what made the file."""
        return f"{self.title} {__version__}"

    @property
    def rights(self) -> str:
        """Attribution and licence in one line."""
        return ". ".join(filter(None, (self.attribution, self.licence)))

    @property
    def text(self) -> str:
        """All of it, a sentence or two a line."""
        lines = (self.heading, self.last_known, self.sources, self.rights, self.disclaimer, self.origin)
        return "\n".join(line for line in lines if line)

    @property
    def origin(self) -> str:
        """Version of the data and address in one line."""
        return f"{self.data_version} {self.address}".strip()

    @property
    def data_version(self) -> str:
        """Version of the data in a sentence."""
        return f"Data version {self.version}."


def credit_of(
    atlas: Atlas, events: Iterable[Event], snapshot: Snapshot, *, days: Collection[date] = (), heading: str = ""
) -> Credit:
    """Return the words for a view.

    Args:
        atlas: what is known.
        events: the events in the file or picture.
        snapshot: what is seen.
        days: those on which areas are shown; the moment where there are none.
        heading: title and time in one line; title, moment and range where it is empty.
    """
    state = snapshot.state
    shown = days or (state.moment,)
    day, span = day_in_words(state.moment), span_in_words(state.span)
    known_until = atlas.setting_day("control-known-until")
    late = max(shown) > known_until
    return Credit(
        title=atlas.setting("title"),
        heading=heading or f"{atlas.setting('title')}, {day} (date range {span})",
        day=day,
        span=span,
        last_known=f"Areas: last known on {day_in_words(known_until)}, not current." if late else "",
        sources=_sources_in_words(atlas, events, shown),
        attribution=atlas.setting("attribution"),
        licence=atlas.setting("licence"),
        disclaimer=atlas.setting("disclaimer"),
        version=atlas.version,
        address=_address_in_words(public_address(url_of(atlas, snapshot))),
        whole=state.span == whole_span(atlas, snapshot.today),
    )


def days_seen_in_words(state: MapState) -> str:
    """Return the day that a view shows, or both where two are compared."""
    days = (state.moment,) if state.compared is None else (state.moment, state.compared)
    return " and ".join(map(day_in_words, days))


def span_in_words(span: Span) -> str:
    """Return the days of a span in words.

    >>> from datetime import date
    >>> span_in_words(Span(date(2014, 7, 1), date(2015, 1, 28)))
    '1 July 2014 \N{EN DASH} 27 January 2015'
    """
    return f"since {day_in_words(span.start)}" if span.end is None else days_in_words(span.start, span.end - DAY)


def _sources_in_words(atlas: Atlas, events: Iterable[Event], days: Collection[date]) -> str:
    told = publishers_in_words(atlas, {source for event in events for source in event.sources})
    holds = {row.source for row in atlas.holds if row.source and any(map(row.span.covers, days))}
    held = publishers_in_words(atlas, holds, most=5)
    return " ".join([f"Sources of events: {told}."] * bool(told) + [f"Sources of areas: {held}."] * bool(held))


def publishers_in_words(atlas: Atlas, sources: Collection[str], most: int = 10) -> str:
    """Return how many sources there are and who published them.

    Those with most of them come first; empty for none.

    Args:
        atlas: what is known.
        sources: their ids.
        most: how many publishers are named; the others are pluralize.
    """
    names = Counter(name for source in sorted(sources) if (name := _publisher_name(atlas, source)))
    ordered = sorted(names, key=lambda name: (-names[name], name.casefold()))
    others = len(ordered) - most
    listed = ", ".join(ordered[:most]) + (f" and {others} more" if others > 0 else "")
    number = pluralize(len(sources), "source", "sources")
    return "" if not sources else f"{number} ({listed})" if listed else number


def _publisher_name(atlas: Atlas, source_id: str) -> str:
    if not atlas.has_source(source_id):
        return ""
    publisher = atlas.source(source_id).publisher
    return atlas.publisher(publisher).canonical_name if atlas.has_publisher(publisher) else ""


def _address_in_words(address: str) -> str:
    return f'To open this view, add "{address}" to the URL of the map.' if address.startswith("?") else address
