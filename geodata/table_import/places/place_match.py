"""Places that a text may mean, and how exactly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from geodata.records.fields import LocationPrecision
from geodata.table_import.places.distances import km_between

if TYPE_CHECKING:
    from collections.abc import Sequence

How: TypeAlias = Literal["same", "spelling", "near"]

DIVISION, LAKE, TOWN = "division", "lake", "town"
"""Kinds of the features of the base map; the kinds of our own places stand in their table."""

SAME_TOWN_KM = 10.0
"""Places of one name that lie no farther apart are one town, as in our own table and in that of the base map."""

_RANKS = {"city": 0, TOWN: 0, "village": 0, "district-of-city": 2, LAKE: 3, DIVISION: 4}
"""Kinds of places by how likely they are meant when several have a name; all other kinds come after villages."""


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """A place that a text may mean."""

    id: str
    """Id of the place in our table; of a town of the base map its number in GeoNames; else as in "division:Aleppo"."""

    name: str
    """English name."""

    lat: float
    """Degrees north."""

    lon: float
    """Degrees east."""

    country: str
    """ISO 3166-1 alpha-3 code; empty where it is not known."""

    kind: str
    """Kind of the place, as in "village", "division" or "lake"."""

    how: How
    """"same": a name in one of our languages; "spelling": another spelling, or a name with words that are understood;
    "near": only a proposal, which must be confirmed."""

    score: float
    """Likeness of text and name in per cent, for the order of what is proposed."""

    precision: LocationPrecision = LocationPrecision.TOWN
    """Precision of an event that is put there: a town, or an area such as a division or the land around a town."""

    words: str = ""
    """Words of the text beside the name, folded, as in "5 km south of"; empty when there are none."""

    @property
    def must_be_confirmed(self) -> bool:
        """Whether this is only a proposal."""
        return self.how == "near"

    @property
    def rank(self) -> int:
        """Order of its kind by how likely it is meant, the likeliest first."""
        return _RANKS.get(self.kind, 1)


def matches_in_order(matches: Sequence[PlaceMatch]) -> tuple[PlaceMatch, ...]:
    """Return matches, each place once, the likeliest first.

    Exact ones come first by their kind, then proposals by likeness.
    """
    once: dict[str, PlaceMatch] = {}
    for match in sorted(matches, key=_order):
        once.setdefault(match.id, match)
    return tuple(once.values())


def outright(matches: Sequence[PlaceMatch]) -> PlaceMatch | None:
    """Return the place that a text means without doubt.

    ``None`` where it must be confirmed. There is no doubt when the first match is exact, and no other place of the
    name is as likely and farther away.
    """
    if not matches or matches[0].must_be_confirmed:
        return None
    first = matches[0]
    rivals = [match for match in matches if not match.must_be_confirmed and match.rank == first.rank]
    near = all(km_between(first.lat, first.lon, match.lat, match.lon) <= SAME_TOWN_KM for match in rivals)
    return first if near else None


def _order(match: PlaceMatch) -> tuple[bool, int, float, int]:
    if match.must_be_confirmed:
        return True, 0, -match.score, match.rank
    return False, match.rank, -match.score, 0
