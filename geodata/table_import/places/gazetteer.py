"""Places by name, in every spelling: our own, and those of the base map."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from geodata.records.fields import LocationPrecision
from geodata.records.places import CROSSING
from geodata.table_import.places.country_names import country_code
from geodata.table_import.places.place_match import DIVISION, matches_in_order
from geodata.table_import.places.place_names import fold_name, named_places, without_articles
from geodata.table_import.places.place_phrases import Meaning, parts_of, segments_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from geodata.atlas import Atlas
    from geodata.geography import Geography
    from geodata.table_import.places.place_match import How, PlaceMatch
    from geodata.table_import.places.place_names import NamedPlace
    from geodata.table_import.places.place_phrases import Part

NEAR_EQUAL = 80.0
"""Likeness in per cent from which a name is proposed: one letter in five may differ, as in "Menbij" for "Manbij"."""

SHORTEST = 4
"""Letters that a name must have to be compared with others: shorter ones are like too many."""

LONGEST = 80
"""Letters of a text that is compared with names, at most; longer ones are no names."""

PROPOSED = 8
"""So many names that are nearly equal are proposed, at most."""

_KEPT = 50_000
"""Texts of which what was found is kept."""

_SCORES: dict[How, float] = {"same": 100.0, "spelling": 98.0}
_BESIDE = 95.0
"""Likeness of a name with words beside it that are understood."""
_UNDERSTOOD_IN_PART = 70.0
"""Likeness of a name in a text with other words, which may mean another place."""

_COARSE = frozenset(set(Meaning) - {Meaning.SETTLEMENT, Meaning.FILLER, Meaning.COUNTRY})
_KINDS = {Meaning.DIVISION: DIVISION, Meaning.CROSSING: CROSSING}


class Gazetteer:
    """Our places by name, with towns, divisions and lakes of the base map."""

    def __init__(self, places: Iterable[NamedPlace]) -> None:
        self._places = tuple(places)
        self._by_id = {entry.place.id: entry for entry in self._places}
        self._index: dict[str, dict[int, How]] = defaultdict(dict)
        for number, entry in enumerate(self._places):
            for name, how in entry.names.items():
                self._index[name][number] = how
        self._names = tuple(name for name in self._index if len(name) >= SHORTEST)
        self._longest = max((len(name.split()) for name in self._index), default=1)
        self._regions = frozenset(name for entry in self._places for name in entry.regions)
        # Many rows name the same place with different districts, and the same district with different places.
        self._found = lru_cache(_KEPT)(self._find)
        self._region = lru_cache(_KEPT)(self._words_of_region)

    @classmethod
    def of(cls, atlas: Atlas, geography: Geography) -> Gazetteer:
        """Return the places of an atlas and of a base geography."""
        return cls(named_places(atlas, geography))

    def place(self, place_id: str) -> PlaceMatch | None:
        """Return the place of an id; ``None`` where there is none."""
        entry = self._by_id.get(place_id)
        return None if entry is None else entry.place

    def match(self, text: str, *, country: str = "", admin: str = "") -> tuple[PlaceMatch, ...]:
        """Return the places that a text may mean, the likeliest first.

        Exact names come first, then names with other words beside them, then nearly equal names. A place in another
        country or region than the row names is only a proposal. Several places of one name are all returned.

        Args:
            text: a place in words, in any language of our tables.
            country: alpha-3 code of the country that the row names; the text itself may name one too.
            admin: a division or district that the row names; it does not count where our tables lack it.
        """
        found, named = self._found(text)
        return self._narrowed(found, country or named, admin)

    def _find(self, text: str) -> tuple[tuple[PlaceMatch, ...], str]:
        """Return the places that a text may mean, and the code of the country that it names."""
        segments = segments_of(text)
        found = self._exact(text) or self._in_parts(segments) or self._nearly(segments)
        return tuple(found), next(filter(None, map(_country, segments)), "")

    def _numbers(self, name: str) -> dict[int, How]:
        """Return the places of a folded name, with those that have it without articles."""
        bare: dict[int, How] = dict.fromkeys(self._index.get(without_articles(name), ()), "spelling")
        return bare | self._index.get(name, {})

    def _exact(self, text: str) -> list[PlaceMatch]:
        numbers = self._numbers(fold_name(text)).items()
        return [replace(self._places[number].place, how=how, score=_SCORES[how]) for number, how in numbers]

    def _in_parts(self, segments: Sequence[str]) -> list[PlaceMatch]:
        """Return the places whose names stand in a text, with the words beside them.

        The first name is meant. Others are understood where they name the region of that place, or the place again;
        else, and where there are unknown words, all are proposals.
        """
        parts = [(number, part) for number, segment in enumerate(segments) for part in self._parts(segment)]
        names = [(number, part) for number, part in parts if part.is_name]
        if not names:
            return []
        first, head = names[0]
        beside = [part for number, part in parts if not part.is_name and (number == first or part.meaning is None)]
        meanings = {part.meaning for part in beside}
        words = " ".join(part.words for part in beside if part.meaning is not Meaning.COUNTRY)
        exact = self._numbers(head.words)
        heads = _of_kind([self._places[number] for number in exact], meanings)
        whole = {self._places[number].place.id for number, how in exact.items() if how == "same"}
        others = [name for name in dict.fromkeys(part.words for _, part in names) if name != head.words]
        inside = [entry for entry in heads if entry.regions | entry.names.keys() >= set(others)]
        if inside and None not in meanings:
            coarse = bool(meanings & _COARSE) and not meanings & _KINDS.keys()
            return [
                _with_words(entry.place, words, is_whole=entry.place.id in whole, is_coarse=coarse) for entry in inside
            ]
        found = [_proposed(entry.place, words, _UNDERSTOOD_IN_PART) for entry in inside or heads]
        more = [self._places[number].place for name in others for number in self._numbers(name)]
        found += [_proposed(place, words, _UNDERSTOOD_IN_PART - 1) for place in more]
        return [*self._nearly_in(segments[:first], found), *found]

    def _parts(self, segment: str) -> tuple[Part, ...]:
        parts = parts_of(segment, self._index, self._longest)
        if _country(segment):
            return tuple(replace(part, is_name=False, meaning=Meaning.COUNTRY) for part in parts)
        return parts

    def _nearly_in(self, segments: Sequence[str], regions: Iterable[PlaceMatch]) -> list[PlaceMatch]:
        """Return the places with nearly equal names that lie in one of some regions, as of "Menbji, Aleppo"."""
        names = {name for match in regions for name in self._by_id[match.id].names}
        return [match for match in self._nearly(segments) if self._by_id[match.id].regions & names]

    def _nearly(self, segments: Sequence[str]) -> list[PlaceMatch]:
        """Return the places whose names are nearly equal to a part of a text."""
        best: dict[int, PlaceMatch] = {}
        for segment in segments:
            parts = () if _country(segment) else parts_of(segment, (), 1)
            core = " ".join(part.words for part in parts if part.meaning is None)
            words = " ".join(part.words for part in parts if part.meaning is not None)
            if not SHORTEST <= len(core) <= LONGEST:
                continue
            near = process.extract(core, self._names, scorer=fuzz.ratio, score_cutoff=NEAR_EQUAL, limit=PROPOSED)
            for name, score, _ in near:
                for number in self._index[name]:
                    if number not in best or best[number].score < score:
                        best[number] = _proposed(self._places[number].place, words, round(score, 1))
        return list(best.values())

    def _narrowed(self, found: Collection[PlaceMatch], country: str, admin: str) -> tuple[PlaceMatch, ...]:
        """Return the matches in the named country and region; those elsewhere only where nothing exact is left."""
        if not found:
            return ()
        regions = self._region(admin)

        def fits(match: PlaceMatch) -> bool:
            entry = self._by_id[match.id]
            inside = not regions or bool(regions & (entry.regions | entry.names.keys()))
            # A crossing has a side in each of two countries.
            return inside and (not country or match.country in ("", country) or match.kind == CROSSING)

        fitting = [match for match in found if fits(match)]
        if not any(match.how != "near" for match in fitting):
            fitting += [replace(match, how="near") for match in found if match not in fitting]
        return matches_in_order(fitting)

    def _words_of_region(self, admin: str) -> frozenset[str]:
        """Return the names of regions of ours by which a division or district is known."""
        region = " ".join(part.words for part in parts_of(admin, self._index, self._longest) if part.meaning is None)
        return frozenset({region, without_articles(region)} & self._regions)


def _country(segment: str) -> str:
    """Return the code of the country that a part of a text names; short codes of countries do not count here."""
    return country_code(segment) if len(fold_name(segment)) >= SHORTEST else ""


def _of_kind(entries: list[NamedPlace], meanings: AbstractSet[Meaning | None]) -> list[NamedPlace]:
    """Return the places of the kind that the words beside a name say; all where they say none."""
    kinds = {_KINDS[meaning] for meaning in meanings if meaning in _KINDS}
    of_kind = [entry for entry in entries if entry.place.kind in kinds]
    if not of_kind and meanings & _COARSE:
        of_kind = [entry for entry in entries if entry.place.kind not in _KINDS.values()]
    return of_kind or entries


def _proposed(place: PlaceMatch, words: str, score: float) -> PlaceMatch:
    precision = LocationPrecision.AREA if words else place.precision
    return replace(place, how="near", score=score, words=words, precision=precision)


def _with_words(place: PlaceMatch, words: str, *, is_whole: bool, is_coarse: bool) -> PlaceMatch:
    precision = LocationPrecision.AREA if is_coarse else place.precision
    score = (_BESIDE if words else _SCORES["spelling"]) - (not is_whole)
    return replace(place, how="spelling", score=score, words=words, precision=precision)
