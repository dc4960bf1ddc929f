"""Topics: contested matters, each with all its wordings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geodata.records.terms import Term


@dataclass(frozen=True, slots=True)
class Topic:
    """A contested matter."""

    name: str
    terms: tuple[Term, ...]
    """Its wordings, in the order of their table."""


def topics(terms: Iterable[Term]) -> tuple[Topic, ...]:
    """Return the topics of ``terms``, those with the most wordings first.

    Of equal ones the first in the table comes first.

    >>> from geodata.atlas import load
    >>> [(len(topic.terms), topic.name) for topic in topics(load().terms)][0]
    (13, 'Turkish-held areas of northern Syria')
    """
    found: dict[str, list[Term]] = {}
    for term in terms:
        found.setdefault(term.topic, []).append(term)
    whole = [Topic(name, tuple(wordings)) for name, wordings in found.items()]
    return tuple(sorted(whole, key=lambda topic: -len(topic.terms)))
