"""Names of places, features and towns by language.

A language without a name is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geodata.atlas import Atlas
    from geodata.records.places import Place


def names_of(atlas: Atlas, place: Place) -> dict[str, str]:
    """Return the names of a place by language code.

    >>> from geodata.atlas import load
    >>> atlas = load()
    >>> names_of(atlas, atlas.place("kobane"))["ku"]
    'Kobanî'
    """
    return names_in(atlas, place.model_dump())


def names_of_feature(atlas: Atlas, kind: str, feature: str, name: str) -> dict[str, str]:
    """Return the names of a feature of the base map by language code.

    The English one, and those of its table.

    >>> from geodata.atlas import load
    >>> names_of_feature(load(), "river", "Tigris", "Tigris")["tr"]
    'Dicle'
    """
    row = atlas.feature_name(kind, feature)
    return names_in(atlas, {"name": name} | ({} if row is None else row.model_dump()))


def names_of_town(atlas: Atlas, cells: Mapping[str, object]) -> dict[str, str]:
    """Return the names of a town of the base map by language code.

    Its own, and those of its table that it lacks.

    Args:
        atlas: knows the table.
        cells: the row of the town in the base map.
    """
    more = names_of_feature(atlas, "town", str(cells["geonameid"]), str(cells["name"]))
    return more | names_in(atlas, cells)


def names_in(atlas: Atlas, cells: Mapping[str, object]) -> dict[str, str]:
    """Return the names that stand in a row, by language code.

    Args:
        atlas: knows which column holds the names of which language.
        cells: the row's values by column; it may lack some of the columns.
    """
    names = {code: cells.get(language.column or "") for code, language in atlas.name_languages.items()}
    return {code: str(name) for code, name in names.items() if name}
