"""Numbered list of the sources of the document, each written once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geodata.atlas import Atlas


PUBLISHER = ("publisher", "kind", "basedIn", "note")
"""What a source has of its publisher."""


class SourceList:
    """Sources of a document, in the order in which they were asked for."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas
        self._numbers: dict[str, int] = {}

    def number(self, source_id: str) -> int:
        """Return the number of a source, a new one the first time."""
        return self._numbers.setdefault(source_id, len(self._numbers))

    def entries(self) -> list[dict[str, str]]:
        """Return the sources by number."""
        return [source_entry(self._atlas, source) for source in self._numbers]

    def table(self) -> dict[str, list[Any]]:
        """Return the sources by number as the document reads them.

        Each of their publishers is there once, and no address twice.

        ``publishers`` holds what the sources have of them, in the order of `PUBLISHER`, and ``publisher`` their numbers
        in it; ``title`` is empty where it is the address.
        """
        entries = self.entries()
        publishers: dict[tuple[str, ...], int] = {}
        return {
            "publisher": [
                publishers.setdefault(tuple(entry[name] for name in PUBLISHER), len(publishers)) for entry in entries
            ],
            "publishers": [list(publisher) for publisher in publishers],
            "title": ["" if entry["title"] == entry["url"] else entry["title"] for entry in entries],
            "date": [entry["date"] for entry in entries],
            "url": [entry["url"] for entry in entries],
        }


def source_entry(atlas: Atlas, source_id: str) -> dict[str, str]:
    """Return one source with its publisher's kind, base and known affiliation.

    Of an unknown one only its id.
    """
    if not atlas.has_source(source_id):
        unknown = dict.fromkeys(("title", "publisher", "kind", "basedIn", "note", "date", "url"), "")
        return unknown | {"title": source_id}
    source = atlas.source(source_id)
    publisher = atlas.publisher(source.publisher) if atlas.has_publisher(source.publisher) else None
    return {
        "title": source.title or source.url,
        "publisher": publisher.name if publisher else "",
        "kind": atlas.kind_name(publisher.kind) if publisher else "",
        "basedIn": publisher.based_in if publisher else "",
        "note": publisher.affiliation_note if publisher else "",
        "date": source.date,
        "url": source.url,
    }
