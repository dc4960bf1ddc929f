"""Names that columns have in several languages, and the roles they tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pydantic import Field
from rapidfuzz import fuzz, process

from geodata.records.base import Record
from geodata.table_import.columns.known_formats import key_of, records_of
from geodata.table_import.columns.roles import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

NEAR = 88
"""So alike, of 100, are two names of which one is taken for a misspelling of the other."""

_BRACKETS = re.compile(r"[(\[{](.*?)[)\]}]")

_SHORTEST = 5
"""Letters; shorter names that differ by one mean something else, as "il" and "ad"."""


class HeaderNames(Record):
    """Names of columns of one role in a language."""

    role: Role
    language: str
    """ISO 639 code."""
    names: tuple[str, ...] = Field(min_length=1)
    """The usual name first."""


@dataclass(frozen=True, slots=True)
class NameMatch:
    """Role that a column's name tells."""

    role: Role
    likeness: int
    """How alike the name is to one that is known, of 100."""
    usual: bool
    """Whether it is the usual name in some language."""


@cache
def _names() -> Mapping[str, Mapping[Role, bool]]:
    """Return for each known name its roles, and whether it is the usual one of the role."""
    found: dict[str, dict[Role, bool]] = {}
    for row in records_of("header_names.csv", HeaderNames):
        for number, name in enumerate(row.names):
            roles = found.setdefault(key_of(name), {})
            roles[row.role] = roles.get(row.role, False) or not number
    return found


def roles_named(header: str) -> tuple[NameMatch, ...]:
    """Return the roles that a column's name may tell.

    What stands in brackets is looked at first, then what stands before them, then what strokes part. A number at the
    end does not count where the name is not known with it.

    >>> [match.role.label for match in roles_named("Enlem (N)")]
    ['Latitude']
    >>> [match.role.label for match in roles_named("Datum (bis)")]
    ['Last day', 'Date or first day']
    >>> roles_named("Latitudes")[0].likeness
    94
    """
    whole, outer = key_of(header), key_of(_BRACKETS.sub("", header))
    if whole in _names():
        return _matches(whole)
    inner = [key for text in _BRACKETS.findall(header) if (key := key_of(text)) in _names()]
    found = {match.role: match for key in inner for match in _matches(key)}
    keys = [outer, *(key_of(part) for part in header.split("/")), outer.rstrip("0123456789")]
    if (known := next((key for key in keys if key in _names()), None)) is not None:
        likeness = 99 if found else 100
        found = {match.role: match for match in _matches(known, likeness)} | found
    if found:
        return tuple(sorted(found.values(), key=lambda match: -match.likeness))
    for key in dict.fromkeys((whole, outer)):
        if len(key) >= _SHORTEST:
            near = process.extractOne(key, _long_names(), scorer=fuzz.ratio, score_cutoff=NEAR)
            if near is not None:
                return _matches(near[0], int(near[1]))
    return ()


def _matches(key: str, likeness: int = 100) -> tuple[NameMatch, ...]:
    return tuple(NameMatch(role, likeness, usual) for role, usual in _names()[key].items())


@cache
def _long_names() -> tuple[str, ...]:
    return tuple(name for name in _names() if len(name) >= _SHORTEST)
