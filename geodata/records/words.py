"""What is said: the wordings of contested matters, and the claims of the founding column."""

from __future__ import annotations

from geodata.records.record import Record
from geodata.records.values import Slug


class Term(Record):
    """One wording of a contested matter: who uses it, what it means, with a source."""

    id: Slug
    topic: str
    wording: str
    language: str
    used_by: str
    meaning: str
    source: str = ""


class Claim(Record):
    """A checkable statement of the founding column, with what independent sources say."""

    id: Slug
    section: str
    statement: str
    verdict: str
    finding: str
    events: tuple[Slug, ...] = ()
    sources: tuple[Slug, ...] = ()
