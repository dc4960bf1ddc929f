"""Region of an atlas: its box, and the countries of its events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geodata.atlas import Atlas


@dataclass(frozen=True, slots=True)
class Region:
    """Land of which an atlas tells."""

    box: tuple[float, float, float, float]
    """West, south, east and north in degrees."""
    countries: frozenset[str]
    """Alpha-3 codes of the countries in which its events lie."""

    @classmethod
    def of(cls, atlas: Atlas) -> Self:
        """Return the region of an atlas."""
        west, south, east, north = atlas.setting_numbers("area-bounds")
        return cls((west, south, east, north), frozenset(event.country for event in atlas.events if event.country))

    def has(self, row: Mapping[str, Any]) -> bool:
        """Return whether an imported event lies in it.

        One of which only the country is known does where that is one of its countries.
        """
        lat, lon = row["lat"], row["lon"]
        if lat is None or lon is None:
            return row["country"] in self.countries
        west, south, east, north = self.box
        return bool(west <= lon <= east and south <= lat <= north)
