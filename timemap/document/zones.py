"""Named zones for the document, with short names in each language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geodata.text.place_names import names_of_feature

if TYPE_CHECKING:
    from geodata.areas import AreasInTime
    from geodata.atlas import Atlas


def zone_entries(atlas: Atlas, areas: AreasInTime) -> list[dict[str, Any]]:
    """Return id, name and short names of the zones, in the order of the areas."""
    return [{"id": zone, "name": name, "names": short_names(atlas, zone, name)} for zone, name in areas.zones]


def short_names(atlas: Atlas, zone_id: str, name: str) -> dict[str, str]:
    """Return the short names of a zone by language code.

    ``name`` stands in where the tables no longer know it.
    """
    short = {zone.id: zone.short for zone in atlas.zones}
    return names_of_feature(atlas, "zone", zone_id, short.get(zone_id, name))
