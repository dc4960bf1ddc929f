"""Questions that a table leaves open, each with its possible answers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """A possible answer, with what the table would say then."""

    value: str
    """What a recipe keeps, as in "cp1254" or "day-first"."""

    label: str
    """The answer in words, as in "Turkish (cp1254)" or "6 October 2014 (day first)"."""

    preview: tuple[str, ...] = ()
    """Up to three lines of the table, as they read with this answer."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that can be read in two or more ways."""

    id: str
    """What is asked: "encoding", "delimiter", "decimal", "sheet", "header", "date-order", "coordinate-order"."""

    text: str
    """The question in one sentence."""

    options: tuple[Option, ...]
    """The answers, the likeliest first."""

    subject: str = ""
    """The column that is meant; empty where the whole file is."""

    @property
    def key(self) -> str:
        """Name under which a recipe keeps the answer."""
        return f"{self.id}:{self.subject}" if self.subject else self.id
