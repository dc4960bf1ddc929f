"""Fit of columns and roles: what their cells say for and against it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING

from geodata.table_import.columns.header_names import NameMatch
from geodata.table_import.columns.roles import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from geodata.table_import.columns.contents import Contents

_MOST = 0.9
"""So large a share of the cells must be of a kind that a role is told by them alone."""

_SOME = 0.5
"""So large a share must be names of known places, since other places have names too."""

_NEAR = 0.75
"""So large a share must be near the known places, since some events may be far away."""

_NEARLY = 0.1
"""Shares that differ by less are equally good."""

_LONG = 80
"""Characters of a cell on average from which texts are summaries."""

_TITLE = (8, 120)
"""Characters of a title on average, at least and at most."""

_FITS: Mapping[Role, Callable[[Contents], float]] = {
    **dict.fromkeys(
        (Role.START, Role.END, Role.SOURCE_DATE, Role.CHANGED),
        lambda cells: max(cells.dates, cells.numbers, 0.3 * cells.words),
    ),
    **dict.fromkeys((Role.YEAR, Role.END_YEAR), lambda cells: cells.years),
    **dict.fromkeys((Role.DAY, Role.END_DAY), lambda cells: cells.whole),
    **dict.fromkeys((Role.MONTH, Role.END_MONTH), lambda cells: max(cells.whole, cells.words)),
    **dict.fromkeys((Role.TIME, Role.END_TIME), lambda cells: max(cells.times, _SOME * cells.whole)),
    **dict.fromkeys((Role.LATITUDE, Role.LONGITUDE), lambda cells: max(cells.numbers, cells.words)),
    **dict.fromkeys((Role.FATALITIES, Role.FATALITIES_LOW, Role.FATALITIES_HIGH), lambda cells: cells.numbers),
    **dict.fromkeys((Role.DEATHS_A, Role.DEATHS_B, Role.DEATHS_CIVILIANS), lambda cells: cells.numbers),
    Role.DEATHS_UNKNOWN: lambda cells: cells.numbers,
    Role.POSITION: lambda cells: cells.pairs,
    Role.GEOMETRY: lambda cells: cells.geometries,
    Role.SOURCE_ADDRESS: lambda cells: cells.links,
    Role.PLACE: lambda cells: _SOME * cells.words + _SOME * cells.places,
    Role.TITLE: lambda cells: 0.6 * cells.words,
    Role.SUMMARY: lambda cells: cells.words,
}
"""For roles whose cells can be told: how large a share of a column is what the role holds."""


def fit_of(role: Role, cells: Contents) -> float:
    """Return how well cells fit a role, from 0 to 1; an empty column fits all."""
    return _FITS[role](cells) if role in _FITS and cells.filled else 1.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A column that a role may be given to."""

    name: str
    cells: Contents
    match: NameMatch

    @property
    def role(self) -> Role:
        """The role."""
        return self.match.role

    @property
    def usual(self) -> bool:
        """Whether the column has the usual name of the role.

        Of dates and numbers all names are as usual.
        """
        return self.match.usual or self.role in _FITS.keys() - {Role.PLACE, Role.TITLE, Role.SUMMARY}

    @property
    def fit(self) -> float:
        """How well its cells fit, from 0 to 1."""
        return fit_of(self.role, self.cells)

    @property
    def fits(self) -> bool:
        """Whether its cells may be of the role."""
        return self.fit >= _NEARLY

    @property
    def doubtful(self) -> bool:
        """Whether most of its cells speak against the role."""
        return self.fit < _SOME


def is_better(one: Candidate, other: Candidate) -> bool:
    """Return whether the first candidate is better.

    Its name decides, then its cells, then how many of them are filled.
    """
    names = (one.match.likeness, one.usual), (other.match.likeness, other.usual)
    if names[0] != names[1]:
        return names[0] > names[1]
    if abs(one.fit - other.fit) >= _NEARLY:
        return one.fit > other.fit
    return one.cells.filled > other.cells.filled + _NEARLY


def is_rival(one: Candidate, best: Candidate) -> bool:
    """Return whether a candidate is as good as the best one."""
    return not is_better(best, one) and bool(one.cells.filled)


def candidates_by_content(role: Role, free: Mapping[str, Contents], given: Collection[Role]) -> list[Candidate]:
    """Return the columns of which cells alone tell a role.

    The likeliest comes first.

    Args:
        role: the role, one of `BY_CONTENT`.
        free: the columns without a role, with what they hold.
        given: roles that have a column.
    """
    if any(other in given for other in _SPARED.get(role, ())) or _OTHER_HALF.get(role, role) not in {role, *given}:
        return []
    told = {name: share for name, cells in free.items() if (share := _TELLS[role](cells))}
    names = sorted(told, key=lambda name: -told[name])
    if role in _LIKELIEST:
        names = names[:1]
    return [Candidate(name, free[name], NameMatch(role, 0, usual=True)) for name in names]


def coordinates_by_content(free: Mapping[str, Contents]) -> list[tuple[str, str]]:
    """Return the pairs of columns that hold latitude and longitude.

    The likeliest comes first, then those that are as likely; empty where there is none.
    """
    sure = {name: cells for name, cells in free.items() if cells.numbers >= _MOST}
    likely = {
        (north, east): sure[north].north * sure[east].east
        for north, east in permutations(sure, 2)
        if min(sure[north].latitudes, sure[east].longitudes) >= _NEAR
    }
    best = max(likely.values(), default=0.0)
    return [pair for pair, share in sorted(likely.items(), key=lambda one: -one[1]) if share > best - _NEARLY]


def _if_most(share: float) -> float:
    return share if share >= _MOST else 0.0


def _title(cells: Contents) -> float:
    told = cells.words >= _MOST and cells.spaced >= _SOME and _TITLE[0] <= cells.length <= _TITLE[1]
    return cells.different if told and cells.different >= _SOME else 0.0


def _summary(cells: Contents) -> float:
    told = cells.words >= _MOST and cells.different >= _SOME and cells.length >= _LONG
    return cells.length if told else 0.0


_TELLS: Mapping[Role, Callable[[Contents], float]] = {
    Role.START: lambda cells: _if_most(cells.dates),
    Role.YEAR: lambda cells: _if_most(cells.years),
    Role.GEOMETRY: lambda cells: _if_most(cells.geometries),
    Role.POSITION: lambda cells: _if_most(cells.pairs),
    Role.LATITUDE: lambda cells: cells.latitudes if cells.latitudes >= _NEAR else 0.0,
    Role.LONGITUDE: lambda cells: cells.longitudes if cells.longitudes >= _NEAR else 0.0,
    Role.PLACE: lambda cells: cells.places if cells.places >= _SOME else 0.0,
    Role.SOURCE_ADDRESS: lambda cells: _if_most(cells.links),
    Role.SUMMARY: _summary,
    Role.TITLE: _title,
}
"""For roles that cells alone can tell: how strongly those of a column do; 0 where they do not."""

_SPARED: Mapping[Role, tuple[Role, ...]] = {
    Role.START: (Role.YEAR,),
    Role.YEAR: (Role.START,),
    Role.GEOMETRY: (Role.POSITION, Role.LATITUDE),
    Role.POSITION: (Role.GEOMETRY, Role.LATITUDE),
    Role.LATITUDE: (Role.GEOMETRY, Role.POSITION),
    Role.LONGITUDE: (Role.GEOMETRY, Role.POSITION),
}
"""Roles that need no column where others have one."""

_OTHER_HALF = {Role.LATITUDE: Role.LONGITUDE, Role.LONGITUDE: Role.LATITUDE}
"""Roles that cells tell alone only beside the other one; for both together see `coordinates_by_content`."""

_LIKELIEST = (Role.SUMMARY, Role.TITLE)
"""Roles for which the likeliest texts are taken without a question: a wrong choice misleads nobody."""

BY_CONTENT = tuple(_TELLS)
"""Roles that cells alone can tell, in the order in which they are looked for."""
