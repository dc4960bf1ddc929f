"""The named zones as the document has them: the whole name, and for the map a short one in each language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geodata.areas import AreasInTime
    from geodata.atlas import Atlas


def zone_entries(atlas: Atlas, areas: AreasInTime) -> list[dict[str, Any]]:
    """Return id, name and short names of the zones, in the order of the areas."""
    short = {zone.id: zone.short for zone in atlas.zones}
    return [{"id": zone, "name": name, "names": {"en": short.get(zone, name)}} for zone, name in areas.zones]
