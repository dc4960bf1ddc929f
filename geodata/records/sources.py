"""Records of sources and their publishers."""

from __future__ import annotations

from geodata.records.base import Record
from geodata.records.fields import Slug


class Affiliation(Record):
    """A side, state or movement that publishers belong or are close to."""

    id: Slug
    name: str
    description: str


class PublisherKind(Record):
    """A sort of publisher, so that readers see at a glance who speaks."""

    id: Slug
    name: str
    description: str


class Publisher(Record):
    """Publisher of sources, under one spelling used in their list."""

    id: Slug
    name: str
    """The spelling used in the source list."""
    canonical_name: str
    """The publisher behind that spelling."""
    kind: Slug
    """Id of the sort of publisher."""
    based_in: str = ""
    """Country; empty when not known."""
    affiliation: str = ""
    """Id of the side or state it is known to belong or be close to; empty where none is known."""
    affiliation_note: str = ""
    """Known closeness to a party, or through whom the text was carried; empty when nothing is known."""


class Source(Record):
    """One address where a statement can be read."""

    id: Slug
    title: str = ""
    """Title of the page; empty where only the address was recorded."""
    publisher: str = ""
    """Id of the publisher; empty where it was not recorded."""
    date: str = ""
    """Day of publication as ISO date; empty when not known."""
    url: str
    """Address, starting with http:// or https://."""
    note: str = ""
    """Other titles under which the same address was cited; empty when there are none."""
