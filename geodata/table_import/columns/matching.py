"""Columns of a sheet matched to roles: by format, by name, by content."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from geodata.table_import.columns.contents import look_at, picked_rows, surroundings_of
from geodata.table_import.columns.fitting import (
    BY_CONTENT,
    Candidate,
    candidates_by_content,
    coordinates_by_content,
    is_better,
    is_rival,
)
from geodata.table_import.columns.header_names import roles_named
from geodata.table_import.columns.known_formats import key_of, recognise
from geodata.table_import.columns.naming import name_columns
from geodata.table_import.columns.roles import Role
from geodata.table_import.questions import Option, Question

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geodata.table_import.columns.contents import Contents, Surroundings
    from geodata.table_import.columns.known_formats import KnownFormat
    from geodata.table_import.sheets import Sheet

How = Literal["known", "name", "content", "chosen"]
"""By what a role was given: a known format, the column's name, its cells, or the user."""

NOT_USED = ""
"""What a recipe says of a column that has no role."""

QUESTION = "column"
"""Id of the questions which of several columns has a role; their subject is the role."""

_NAMES_A_TITLE = (Role.TITLE, Role.SUMMARY, Role.CATEGORY, Role.SUBCATEGORY, Role.NOTES, Role.ACTOR1, Role.ACTORS)
_WHERE = (Role.PLACE, Role.POSITION, Role.GEOMETRY)


@dataclass(frozen=True, slots=True)
class Matching:
    """Roles of the columns of a sheet."""

    format: KnownFormat | None
    """The known format of the sheet; ``None`` where it has none."""

    roles: dict[Role, tuple[str, ...]]
    """For each role the names of its columns, in the order of the sheet; roles without a column are left out."""

    how: dict[Role, How]
    """By what each role was given."""

    unused: tuple[str, ...]
    """Names of the columns without a role."""

    missing: tuple[Role, ...]
    """Roles without which no events can be made: a date, a place or position, something to make a title of."""

    questions: tuple[Question, ...]
    """Roles that several columns fit equally well; the first option is used until one is chosen."""

    @property
    def recipe(self) -> dict[str, str]:
        """For each column the value of its role, or `NOT_USED`.

        Given to `match_columns` with a sheet of the same header, it leads to the same roles without a question.
        """
        used = {name: role.value for role, names in self.roles.items() for name in names}
        return used | dict.fromkeys(self.unused, NOT_USED)

    def column(self, role: Role) -> str | None:
        """Return the name of the first column of a role, or ``None``."""
        return next(iter(self.roles.get(role, ())), None)


@dataclass(slots=True)
class _Found:
    """Roles found so far."""

    sheet: Sheet
    free: dict[str, Contents]
    """Columns that are looked at for roles, with what they hold."""
    roles: dict[Role, list[str]] = field(default_factory=dict)
    how: dict[Role, How] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)

    def give(self, role: Role, name: str, how: How) -> None:
        self.roles.setdefault(role, []).append(name)
        self.how.setdefault(role, how)
        del self.free[name]

    def takes(self, role: Role) -> bool:
        """Return whether a role can be given to one more column."""
        return role.several or role not in self.roles

    def ask(self, role: Role, names: Iterable[str]) -> None:
        """Ask which of several columns has a role."""
        options = tuple(Option(name, name, _preview(self.sheet, name)) for name in names)
        self.questions.append(
            Question(QUESTION, f"Several columns could be “{role.label}”. Which one is it?", options, role.value)
        )


def chosen_columns(answers: Mapping[str, str]) -> dict[str, str]:
    """Return the roles of columns by the answers of a recipe.

    >>> chosen_columns({"column:start": "Tarih", "date-order:Tarih": "day-first"})
    {'Tarih': 'start'}
    """
    keys = {key: key.partition(":") for key in answers}
    return {answers[key]: role for key, (asked, _, role) in keys.items() if asked == QUESTION}


def match_columns(
    sheet: Sheet, recipe_columns: Mapping[str, str] | None = None, around: Surroundings | None = None
) -> Matching:
    """Return which column of a sheet says what.

    What the recipe says holds first; then a known format decides, then the columns' names, and where these tell
    nothing, what the cells look like. At most `contents.MOST_ROWS` rows are looked at.

    The names are those of `naming.name_columns`: give its sheet where columns may have no name or the same one.

    Args:
        sheet: the columns.
        recipe_columns: for some columns, by name, the value of their role or `NOT_USED`; names that the sheet lacks
            are passed over.
        around: the known places; those of our atlas where none are given.

    Raises:
        ValueError: if the recipe names a role that does not exist.
    """
    sheet, around = name_columns(sheet), around or surroundings_of()
    cells = zip(sheet.header, sheet.columns, strict=True)
    found = _Found(sheet, {name: look_at(column, around) for name, column in cells})
    _choose(found, recipe_columns or {})
    known = recognise(sheet.header)
    if known is not None:
        _follow(found, known)
    _match_names(found)
    if known is None:
        _match_contents(found)
    _drop_half(found)
    roles = {role: tuple(sorted(found.roles[role], key=sheet.header.index)) for role in Role if role in found.roles}
    used = {name for names in roles.values() for name in names}
    unused = tuple(name for name in sheet.header if name not in used)
    how = {role: found.how[role] for role in roles}
    return Matching(known, roles, how, unused, tuple(_missing(roles, known)), tuple(found.questions))


def _choose(found: _Found, recipe: Mapping[str, str]) -> None:
    """Give the roles of a recipe."""
    by_key = {key_of(name): role for name, role in recipe.items()}
    for name in list(found.free):
        chosen = recipe.get(name, by_key.get(key_of(name)))
        if chosen is None:
            continue
        if chosen == NOT_USED or not found.takes(Role(chosen)):
            del found.free[name]
        else:
            found.give(Role(chosen), name, "chosen")


def _follow(found: _Found, known: KnownFormat) -> None:
    """Give the roles that a known format says; its other columns are not looked at."""
    for name in [name for name in found.free if key_of(name) in known.roles]:
        role = known.roles[key_of(name)]
        if role is not None and found.takes(role):
            found.give(role, name, "known")
        else:
            del found.free[name]


def _match_names(found: _Found) -> None:
    """Give the roles that the names of columns tell."""
    claims: dict[Role, list[Candidate]] = {}
    named = {name: roles_named(name) for name in found.free}
    for name in sorted(named, key=lambda name: len(named[name])):
        possible = (Candidate(name, found.free[name], match) for match in named[name] if found.takes(match.role))
        fitting = [candidate for candidate in possible if candidate.fits]
        if unclaimed := [candidate for candidate in fitting if candidate.role not in claims]:
            fitting = unclaimed
        if fitting:
            best = max(fitting, key=lambda one: (not one.doubtful, one.match.likeness, one.fit, one.usual))
            claims.setdefault(best.role, []).append(best)
    for role in Role:
        candidates = claims.get(role, [])
        if role.several:
            for candidate in candidates:
                found.give(role, candidate.name, "name")
        elif candidates:
            _settle(found, role, candidates, "name")


def _match_contents(found: _Found) -> None:
    """Give the roles that only the cells of columns tell."""
    if not found.roles.keys() & {Role.LATITUDE, Role.LONGITUDE, Role.POSITION, Role.GEOMETRY}:
        _match_coordinates(found)
    for role in BY_CONTENT:
        candidates = candidates_by_content(role, found.free, found.roles.keys())
        if role in found.roles:
            continue
        if role.several:
            for candidate in candidates:
                found.give(role, candidate.name, "content")
        elif candidates:
            _settle(found, role, candidates, "content")


def _match_coordinates(found: _Found) -> None:
    """Give latitude and longitude to the two columns that hold them."""
    pairs = coordinates_by_content(found.free)
    if not pairs:
        return
    north, east = pairs[0]
    if len(pairs) > 1:
        found.ask(Role.LATITUDE, dict.fromkeys(name for name, _ in pairs))
    found.give(Role.LATITUDE, north, "content")
    found.give(Role.LONGITUDE, east, "content")


def _drop_half(found: _Found) -> None:
    """Take the role from a lone latitude or longitude where the place is known otherwise."""
    for role, other in ((Role.LATITUDE, Role.LONGITUDE), (Role.LONGITUDE, Role.LATITUDE)):
        alone = found.how.get(role) in {"name", "content"} and other not in found.roles
        if alone and any(where in found.roles for where in _WHERE):
            del found.roles[role]


def _settle(found: _Found, role: Role, candidates: list[Candidate], how: Literal["name", "content"]) -> None:
    """Give a role to the best of its candidates; ask which one is meant where others are as good."""
    best = candidates[0]
    for candidate in candidates[1:]:
        best = candidate if is_better(candidate, best) else best
    if how == "name" and best.doubtful and role in BY_CONTENT:
        others = {name: cells for name, cells in found.free.items() if name != best.name}
        if candidates_by_content(role, others, found.roles.keys()):
            return
    rivals = [one for one in candidates if one is not best and is_rival(one, best)]
    if rivals := [one for one in rivals if not _same(found.sheet, one.name, best.name)]:
        found.ask(role, [best.name, *(one.name for one in rivals)])
    found.give(role, best.name, how)


def _same(sheet: Sheet, one: str, other: str) -> bool:
    """Return whether two columns say the same in all rows that are looked at."""
    first, second = sheet.column(one), sheet.column(other)
    return all(first[row] == second[row] for row in picked_rows(len(sheet)))


def _preview(sheet: Sheet, name: str) -> tuple[str, ...]:
    """Return the first three cells of a column that are not empty."""
    column = sheet.column(name)
    cells = (str(column[row]) for row in picked_rows(len(sheet)) if column[row] is not None)
    return tuple(cell for cell, _ in zip((cell for cell in cells if cell.strip()), range(3), strict=False))


def _missing(roles: Mapping[Role, tuple[str, ...]], known: KnownFormat | None) -> Iterable[Role]:
    """Yield the roles without which no events can be made."""
    if Role.START not in roles and Role.YEAR not in roles:
        yield Role.START
    if (Role.LATITUDE in roles) != (Role.LONGITUDE in roles) and not any(role in roles for role in _WHERE):
        yield Role.LONGITUDE if Role.LATITUDE in roles else Role.LATITUDE
    elif Role.LATITUDE not in roles and not any(role in roles for role in _WHERE):
        yield Role.PLACE
    names_a_place = known is not None and Role.PLACE in roles
    if not names_a_place and not any(role in roles for role in _NAMES_A_TITLE):
        yield Role.TITLE
