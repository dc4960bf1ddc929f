"""Bibliography: sources with publisher, affiliation and what cites them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from geodata.io.csv_writer import to_csv
from geodata.records.references import REFERENCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geodata.atlas import Atlas

CITING = tuple((table, column) for table, column, target in REFERENCES if target == "sources")
"""The tables whose rows name sources, with the column that does."""

LONGEST = 60
"""Letters of an address that stands for a title."""

COLUMNS = ("title", "publisher", "kind", "based_in", "affiliation", "date", "address", "events", "other_uses")
"""Names of the columns of a bibliography for a spreadsheet."""


@dataclass(frozen=True, slots=True)
class BibliographyEntry:
    """One source with its publisher."""

    id: str
    title: str
    """Title of the page, or its address where the title was not recorded."""
    publisher: str = ""
    """The publisher's usual name; empty where it was not recorded."""
    kind: str = ""
    """Id of the sort of publisher; empty where it was not recorded."""
    kind_name: str = ""
    """Name of that sort; empty where it was not recorded."""
    based_in: str = ""
    """Country; empty when not known."""
    affiliation: str = ""
    """Id of the side or state that the publisher is known to belong or be close to; empty where none is known."""
    note: str = ""
    """Known closeness to a party, or through whom the text came; empty when nothing is known."""
    date: str = ""
    """Day of publication as ISO date; empty when not known."""
    url: str = ""
    """Address; empty for a source that is cited but not in the table."""
    events: tuple[str, ...] = ()
    """Ids of the events that cite it, in order of time."""
    other_uses: tuple[tuple[str, int], ...] = ()
    """Other tables whose rows cite it, by name, with how many rows do."""

    @property
    def uses(self) -> int:
        """How many rows cite it."""
        return len(self.events) + sum(count for _, count in self.other_uses)


@lru_cache(maxsize=4)
def bibliography(atlas: Atlas) -> tuple[BibliographyEntry, ...]:
    """Return all sources in the order of their table."""
    events = _citing_events(atlas)
    others = {table: _counted(atlas, table, column) for table, column in CITING if table != "events"}
    publishers = {publisher.id: publisher for publisher in atlas.publishers}
    entries = []
    for source in atlas.sources:
        publisher = publishers.get(source.publisher)
        entries.append(
            BibliographyEntry(
                id=source.id,
                title=source.title or short_address(source.url),
                publisher=publisher.canonical_name if publisher else source.publisher,
                kind=publisher.kind if publisher else "",
                kind_name=atlas.kind_name(publisher.kind) if publisher else "",
                based_in=publisher.based_in if publisher else "",
                affiliation=publisher.affiliation if publisher else "",
                note=publisher.affiliation_note if publisher else "",
                date=source.date,
                url=source.url,
                events=events.get(source.id, ()),
                other_uses=tuple((table, rows[source.id]) for table, rows in others.items() if source.id in rows),
            )
        )
    return tuple(entries)


@lru_cache(maxsize=4)
def _by_id(atlas: Atlas) -> Mapping[str, BibliographyEntry]:
    return {entry.id: entry for entry in bibliography(atlas)}


def entry_of(atlas: Atlas, source_id: str) -> BibliographyEntry:
    """Return the entry of a source.

    Of one that is not in the table only its id.
    """
    known = _by_id(atlas).get(source_id)
    return known or BibliographyEntry(source_id, source_id)


def bibliography_rows(entries: Iterable[BibliographyEntry]) -> list[tuple[str, ...]]:
    """Return a row of texts for each entry, in the order of ``COLUMNS``."""
    return [
        (
            entry.title,
            entry.publisher,
            entry.kind_name,
            entry.based_in,
            entry.note,
            entry.date,
            entry.url,
            "; ".join(entry.events),
            "; ".join(f"{count} {table.replace('_', ' ')}" for table, count in entry.other_uses),
        )
        for entry in entries
    ]


def bibliography_csv(entries: Iterable[BibliographyEntry]) -> bytes:
    """Return entries as CSV with a header; see `csv_of`."""
    return to_csv(COLUMNS, bibliography_rows(entries))


def short_address(address: str) -> str:
    """Return an address as it is read, without what only the browser needs.

    It has its query only where that names the page. A long one is cut after a word, if there is one in its second half.

    >>> short_address("https://www.example.org:443/news/caf%C3%A9?utm=x"), short_address("http://example.org/en/?p=7")
    ('example.org/news/café', 'example.org/en/?p=7')
    """
    parts = urlsplit(address)
    site, path = (parts.hostname or "").removeprefix("www."), unquote(parts.path)
    whole = f"{site}{path}?{parts.query}" if parts.query and path.endswith("/") else f"{site}{path}".rstrip("/")
    if len(whole) <= LONGEST:
        return whole
    begin = whole[:LONGEST]
    word_end = max(begin.rfind(sign) for sign in "-_/")
    return f"{begin[: word_end if word_end > LONGEST / 2 else LONGEST - 1]}\N{HORIZONTAL ELLIPSIS}"


def _citing_events(atlas: Atlas) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for event in sorted(atlas.events, key=lambda event: (event.span.start, event.id)):
        for source in dict.fromkeys(event.sources):
            found.setdefault(source, []).append(event.id)
    return {source: tuple(ids) for source, ids in found.items()}


def _counted(atlas: Atlas, table: str, column: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for row in getattr(atlas, table):
        cell = getattr(row, column)
        counts.update(({cell} if isinstance(cell, str) else set(cell)) - {""})
    return counts
