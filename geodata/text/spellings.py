"""Spellings of one name, and the text that a search of events reads."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from geodata.records.places import CROSSING
from geodata.text.folding import words_of
from geodata.text.place_names import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geodata.atlas import Atlas
    from geodata.records.events import Event


class Spellings:
    """Groups of names that are spellings of one thing."""

    def __init__(self, groups: Iterable[frozenset[str]]) -> None:
        self.groups: tuple[tuple[str, ...], ...] = tuple(dict.fromkeys(tuple(sorted(group)) for group in groups))
        """The names of each thing, folded, each thing once."""
        self._of: dict[str, set[int]] = defaultdict(set)
        for number, group in enumerate(self.groups):
            for name in group:
                self._of[name].add(number)
        self._longest = max((len(name.split()) for name in self._of), default=0)

    @classmethod
    def of(cls, atlas: Atlas) -> Spellings:
        """Return the spellings of places, with those of the table.

        Names count up to a bracket; the same id is one thing.
        """
        groups: dict[str, set[str]] = {}
        for place in atlas.places:
            if place.kind == CROSSING:  # it has one name on each side of the border, and both mean towns too
                continue
            groups[place.id] = {re.split("[(/,]", name)[0] for name in names_of(atlas, place).values()}
        for row in atlas.spellings:
            groups.setdefault(row.id, set()).update(row.spellings)
        folded = (frozenset(" ".join(words_of(name)) for name in group) - {""} for group in groups.values())
        return cls(group for group in folded if len(group) > 1)

    def named_in(self, text: str) -> tuple[int, ...]:
        """Return the numbers of the groups of which a name stands in ``text``."""
        words = words_of(text)
        ends = range(1, self._longest + 1)
        runs = {" ".join(words[start : start + length]) for start in range(len(words)) for length in ends}
        return tuple(sorted({number for run in runs & self._of.keys() for number in self._of[run]}))

    def expanded(self, text: str) -> str:
        """Return the folded words of ``text`` with all spellings of its names."""
        names = {name for number in self.named_in(text) for name in self.groups[number]}
        return f" {' '.join(words_of(text))} {' '.join(sorted(names))} "


@lru_cache(maxsize=4)
def spellings_of(atlas: Atlas) -> Spellings:
    """Return the spellings of an atlas, worked out once."""
    return Spellings.of(atlas)


def searched_text(atlas: Atlas, event: Event) -> str:
    """Return all that a search in an event looks through.

    Its actors are in it as they are written there and as usual.
    """
    usual = _usual_names(atlas)
    actors = dict.fromkeys((*event.actors, *(usual.get(actor, actor) for actor in event.actors)))
    return " ".join((event.title, event.summary, event.place, event.contested, *actors))


@lru_cache(maxsize=4)
def _usual_names(atlas: Atlas) -> dict[str, str]:
    return {actor.actor: actor.canonical_name for actor in atlas.actors}
