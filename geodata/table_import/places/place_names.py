"""Folded names of our places and of the features of the base map."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geodata.records.fields import LocationPrecision
from geodata.records.places import CROSSING
from geodata.table_import.places.country_names import country_code
from geodata.table_import.places.place_match import DIVISION, LAKE, TOWN, PlaceMatch
from geodata.table_import.places.place_phrases import place_words
from geodata.text.folding import words_of
from geodata.text.place_names import names_of, names_of_feature, names_of_town

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from geodata.atlas import Atlas
    from geodata.geography import Geography
    from geodata.records.places import Place
    from geodata.table_import.places.place_match import How

ARTICLES = frozenset(("al", "el", "ar", "as", "ash", "ad", "an", "at", "az"))
"""Arabic articles in Latin letters, which half of the writers leave out."""


@dataclass(frozen=True)
class NamedPlace:
    """Place with all the names that a text is compared with."""

    place: PlaceMatch

    names: Mapping[str, How]
    """Its folded names: whether each is a whole name of our tables, or a part of one or another spelling."""

    regions: frozenset[str]
    """Folded names of the subdistrict, district and division that it lies in, in every spelling."""


def named_places(atlas: Atlas, geography: Geography) -> Iterator[NamedPlace]:
    """Yield our places, and the towns, divisions and lakes of the base map.

    Rivers are too long to be places, and countries too large.
    """
    names = _Names(atlas, geography)
    for place in atlas.places:
        match = PlaceMatch(place.id, place.name, place.lat, place.lon, geography.iso, place.kind, "same", 100.0)
        yield NamedPlace(match, names.of_place(place), names.regions_of(place))
    towns = geography.towns
    for cells, point in zip(towns.drop(columns="geometry").to_dict("records"), towns.geometry, strict=True):
        row = {str(column): value for column, value in cells.items()}
        country = country_code(str(row["country"]))
        lat, lon = float(shapely.get_y(point)), float(shapely.get_x(point))
        match = PlaceMatch(str(row["geonameid"]), str(row["name"]), lat, lon, country, TOWN, "same", 100.0)
        yield NamedPlace(match, names.of_town(row), names.at(match))
    for match in _features(geography):
        yield NamedPlace(match, names.of_feature(match.kind, match.name), names.at(match))


def fold_name(name: str) -> str:
    """Return the words of a name, folded, with one space between them.

    >>> fold_name("Ayn al-ʿArab")
    'ayn al arab'
    """
    return " ".join(words_of(name))


def without_articles(name: str) -> str:
    """Return a folded name without Arabic articles in Latin letters.

    As it is, where nothing else would be left.
    """
    return " ".join(word for word in name.split() if word not in ARTICLES) or name


def forms_of(name: str) -> dict[str, How]:
    """Return the folded forms of a name.

    They are the whole, the part before a bracket, and that in it where it is a name.

    >>> forms_of("Kobane (Ayn al-Arab)")
    {'kobane ayn al arab': 'same', 'kobane': 'spelling', 'ayn al arab': 'spelling'}
    >>> forms_of("Alok (pumping station)")
    {'alok pumping station': 'same', 'alok': 'spelling'}
    """
    before, bracket, inside = name.partition("(")
    forms: dict[str, How] = {fold_name(name): "same"}
    if bracket:
        forms.setdefault(fold_name(before), "spelling")
        inside = inside.rstrip(") ")
        is_name = not inside[:1].islower() or re.match(r"(?i)al-\w", inside)
        if is_name and "," not in inside and not set(words_of(inside)) & place_words().keys():
            forms.setdefault(fold_name(inside), "spelling")
    return forms


def _sides_of(name: str) -> dict[str, How]:
    """Return the folded forms of the name of a crossing, which has one for each side of the border."""
    sides: dict[str, How] = {fold_name(side.partition("(")[0]): "spelling" for side in name.split("/")}
    return sides | {fold_name(name): "same"}


def _features(geography: Geography) -> Iterator[PlaceMatch]:
    for kind, frame in ((DIVISION, geography.divisions), (LAKE, geography.lakes)):
        isos = frame["iso"] if "iso" in frame else [""] * len(frame)
        for name, iso, shape in zip(frame["name"], isos, frame.geometry, strict=True):
            if name:
                point = shapely.point_on_surface(shape)
                lat, lon = round(float(shapely.get_y(point)), 4), round(float(shapely.get_x(point)), 4)
                yield PlaceMatch(
                    f"{kind}:{name}", name, lat, lon, iso, kind, "same", 100.0, precision=LocationPrecision.AREA
                )


class _Names:
    """Knows all names of places, and those of the regions that they lie in."""

    def __init__(self, atlas: Atlas, geography: Geography) -> None:
        self._atlas = atlas
        ids = {place.id for place in atlas.places}
        rows = {row.id: frozenset(map(fold_name, row.spellings)) - {""} for row in atlas.spellings}
        self._of_ids = {key: names for key, names in rows.items() if key in ids}
        self._shared = _by_name(names for key, names in rows.items() if key not in ids)
        self._all = _by_name(rows.values())
        self._shapes = list(geography.divisions.geometry)
        shapely.prepare(self._shapes)
        self._divisions = [set(self.of_feature(DIVISION, str(name))) for name in geography.divisions["name"]]

    def of_place(self, place: Place) -> dict[str, How]:
        """Return the names of a place of our table."""
        forms = _sides_of if place.kind == CROSSING else forms_of
        names = _merged(forms(name) for name in names_of(self._atlas, place).values())
        own = {form for form, how in names.items() if how == "same"} | {fold_name(place.name.partition("(")[0])}
        own |= self._of_ids.get(place.id, frozenset())
        others = {name for key, found in self._of_ids.items() if key != place.id for name in found}
        others |= {fold_name(region) for region in (place.subdistrict, place.district, place.governorate)}
        # "Sheikh Maqsoud (Aleppo)" is no name of Aleppo.
        names = {form: how for form, how in names.items() if form in own or form not in others}
        return _widened(names, self._of_ids.get(place.id, frozenset()))

    def of_town(self, row: Mapping[str, object]) -> dict[str, How]:
        """Return the names of a town of the base map."""
        names = _merged(forms_of(name) for name in names_of_town(self._atlas, row).values())
        return _widened(names, {other for name in names for other in self._shared.get(name, ())})

    def of_feature(self, kind: str, name: str) -> dict[str, How]:
        """Return the names of a division or lake."""
        names = _merged({fold_name(one): "same"} for one in names_of_feature(self._atlas, kind, name, name).values())
        return _widened(names, {other for one in names for other in self._all.get(one, ())})

    def regions_of(self, place: Place) -> frozenset[str]:
        """Return the names of the regions that a place of our table lies in."""
        regions = {fold_name(region) for region in (place.subdistrict, place.district, place.governorate)} - {""}
        regions |= {other for region in regions for other in self._all.get(region, ())}
        return frozenset(regions | {without_articles(region) for region in regions}) | self.at(place)

    def at(self, point: Place | PlaceMatch) -> frozenset[str]:
        """Return the names of the division that a point lies in; empty outside of all."""
        inside = np.flatnonzero(shapely.intersects_xy(self._shapes, point.lon, point.lat))
        return frozenset(name for number in inside for name in self._divisions[number])


def _by_name(groups: Iterable[frozenset[str]]) -> dict[str, set[str]]:
    """Return for each name all that stand in a group with it."""
    found: dict[str, set[str]] = {}
    for group in groups:
        for name in group:
            found.setdefault(name, set()).update(group)
    return found


def _merged(forms: Iterable[Mapping[str, How]]) -> dict[str, How]:
    """Return forms of several names; one that is a whole name anywhere counts as that."""
    merged: dict[str, How] = {}
    for found in forms:
        merged |= {form: how for form, how in found.items() if form and merged.get(form) != "same"}
    return merged


def _widened(names: dict[str, How], spellings: Iterable[str]) -> dict[str, How]:
    """Return names with other spellings, and all of them without articles."""
    wide: dict[str, How] = dict.fromkeys(spellings, "spelling")
    wide |= names
    bare: dict[str, How] = {without_articles(name): "spelling" for name in wide}
    return bare | wide
