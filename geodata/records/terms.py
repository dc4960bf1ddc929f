"""Records of contested wordings, languages, and claims of the article."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from geodata.records.base import Record
from geodata.records.fields import Slug
from geodata.records.places import Place

_NAMES = tuple(name for name in Place.model_fields if name.startswith("name"))
"""Columns of places that hold names."""


def _column_of_places(column: str) -> str:
    if column not in _NAMES:
        kind, message = "literal_error", "expected {expected}"
        *others, last = map(repr, _NAMES)
        raise PydanticCustomError(kind, message, {"expected": f"{', '.join(others)} or {last}"})
    return column


class Language(Record):
    """Language of wordings and, where a column holds them, of place names."""

    code: Slug
    """ISO 639 code."""
    name: str
    """Its name in English."""
    own_name: str = ""
    """Its name in itself; empty where it is not shown."""
    direction: Literal["ltr", "rtl"]
    """From left to right, or from right to left."""
    column: Annotated[str, AfterValidator(_column_of_places)] | None = None
    """Column of places, and of towns, that holds the names in it; empty when no name is given in it."""


class Term(Record):
    """Wording of a contested matter: who uses it, its meaning, a source."""

    id: Slug
    topic: str
    wording: str
    forms: tuple[str, ...] = ()
    """How it stands in a running text; empty where the words are too common, or are only quoted whole.

    A form in small letters is meant in any case, one with capitals only with those capitals."""
    language: Slug
    """Code of the language."""
    used_by: str
    meaning: str
    source: str = ""


class Verdict(Record):
    """Verdict on a claim after it was checked."""

    id: Slug
    name: str
    description: str
    checkable: bool
    """Whether it is about facts that others can look up; not so of opinions and of what only the author can know."""


class Claim(Record):
    """Checkable statement of the founding column, in our words.

    It is shown beside what independent sources say.
    """

    id: Slug
    section: str
    """The part of the column that it stands in."""
    statement: str
    verdict: Slug
    """Id of the verdict."""
    finding: str = ""
    """What sources say, and where they differ; empty where the verdict is enough."""
    events: tuple[Slug, ...] = ()
    sources: tuple[Slug, ...] = ()
