"""Atlas: all tables and lessons, read once, with problems found.

It never changes after reading.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from geodata.data import other_atlas
from geodata.dates.iso import iso_day
from geodata.dates.limits import day_limit
from geodata.defaults import DEFAULTS, LANGUAGE, default_bounds, default_day, default_setting, default_view
from geodata.io.missing_tables import fill_missing, may_be_missing
from geodata.io.settings import OPTIONAL_NUMBERS, TODAY, numbers_in
from geodata.io.tables import Rows, read_table, tables_folder
from geodata.records.controller_names import names_of_controllers
from geodata.records.tables import KINDS, Tables

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from geodata.io.problems import Problem
    from geodata.records.control import (
        Handover,
    )
    from geodata.records.controller_names import ControllerNames
    from geodata.records.events import Event
    from geodata.records.places import FeatureName, Place
    from geodata.records.settings import Setting
    from geodata.records.sources import Publisher, PublisherKind, Source
    from geodata.records.terms import Language


@dataclass(frozen=True, eq=False)
class Atlas(Tables):
    """Content of all tables, and what follows from it.

    An atlas is equal to itself only, so that it can be the key of a cache; two of one ``version`` hold the same.
    """

    version: str = ""
    """Short hash of what was read from all tables: it changes whenever a word of them does, and with nothing else."""
    problems: tuple[Problem, ...] = ()
    """What was wrong while reading; the rows meant are not in the atlas."""

    @cached_property
    def _events(self) -> dict[str, Event]:
        by_id = {event.former_id: event for event in self.events if event.former_id}
        return by_id | {event.id: event for event in self.events}

    @cached_property
    def _by_id(self) -> dict[str, dict[str, Any]]:
        kinds = ("sources", "publishers", "publisher_kinds", "places", "settings")
        return {kind: {row.id: row for row in getattr(self, kind)} for kind in kinds}

    @cached_property
    def _category_names(self) -> dict[str, str]:
        return {category.id: category.name for category in self.categories}

    @cached_property
    def _parties(self) -> dict[str, str]:
        return {actor.actor: actor.party for actor in self.actors}

    @cached_property
    def _feature_names(self) -> dict[tuple[str, str], FeatureName]:
        return {(row.kind, row.feature): row for row in self.feature_names}

    def feature_name(self, kind: str, feature: str) -> FeatureName | None:
        """Return what a feature is called in other languages.

        None where that is not known.
        """
        return self._feature_names.get((kind, feature))

    def event(self, event_id: str) -> Event:
        """Return the event with this id, or that once had it.

        Raises:
            KeyError: if there never was one.
        """
        return self._events[event_id]

    def has_event(self, event_id: str) -> bool:
        """Return whether an event has or once had this id."""
        return event_id in self._events

    def source(self, source_id: str) -> Source:
        """Return the source with this id; raises KeyError if there is none."""
        found: Source = self._by_id["sources"][source_id]
        return found

    def publisher(self, publisher_id: str) -> Publisher:
        """Return the publisher with this id; raises KeyError if there is none."""
        found: Publisher = self._by_id["publishers"][publisher_id]
        return found

    def has_source(self, source_id: str) -> bool:
        """Return whether there is a source with this id."""
        return source_id in self._by_id["sources"]

    def has_publisher(self, publisher_id: str) -> bool:
        """Return whether there is a publisher with this id."""
        return publisher_id in self._by_id["publishers"]

    def kind_name(self, kind: str) -> str:
        """Return the name of a sort of publisher.

        Where the table lacks it, its id in words.
        """
        found: PublisherKind | None = self._by_id["publisher_kinds"].get(kind)
        return kind.replace("-", " ") if found is None else found.name

    @cached_property
    def shares(self) -> Mapping[str, tuple[str, ...]]:
        """For each controller, those whose land it shares, by id.

        They are in the order of the table.
        """
        return {
            side.id: tuple(row.id for row in self.controllers if side.id in row.shared_by) for side in self.controllers
        }

    def handover_name(self, handover: Handover) -> str:
        """Return what a way in which land passes on is called.

        Where the table lacks it, its id.
        """
        return next((row.name for row in self.handover_kinds if row.id is handover), handover.value)

    @cached_property
    def names(self) -> ControllerNames:
        """The names of the controllers, by day."""
        return names_of_controllers(self.controllers, self.controller_names)

    def has_place(self, place_id: str) -> bool:
        """Return whether there is a place with this id."""
        return place_id in self._by_id["places"]

    def place(self, place_id: str) -> Place:
        """Return the place with this id; raises KeyError if there is none."""
        found: Place = self._by_id["places"][place_id]
        return found

    def party_of(self, actor: str) -> str:
        """Return the id of the party of an actor as spelled in an event.

        Empty if the spelling is not in the table.
        """
        return self._parties.get(actor, "")

    def parties_of(self, event: Event) -> frozenset[str]:
        """Return the ids of the parties that act in an event."""
        return frozenset(filter(None, (self.party_of(actor) for actor in event.actors)))

    def category_names(self, event: Event) -> tuple[str, ...]:
        """Return the names of an event's categories, the main one first.

        An id where the table lacks it.
        """
        return tuple(self._category_names.get(category, category) for category in event.categories)

    @cached_property
    def name_languages(self) -> dict[str, Language]:
        """The languages that places have names in, by code.

        The language of the interface is always among them.
        """
        named = {row.code: row for row in self.languages if row.column}
        return named if LANGUAGE.code in named else {LANGUAGE.code: LANGUAGE, **named}

    def language_name(self, code: str) -> str:
        """Return the English name of a language.

        The code itself where the table lacks it.
        """
        return next((row.name for row in self.languages if row.code == code), code)

    def setting(self, setting_id: str) -> str:
        """Return the value of a setting, or its default where it is empty.

        Raises KeyError if there is neither.
        """
        found: Setting | None = self._by_id["settings"].get(setting_id)
        if found is not None and (found.value or setting_id not in DEFAULTS):
            return found.value
        return default_setting(setting_id)

    def setting_list(self, setting_id: str) -> tuple[str, ...]:
        """Return the values of a setting that holds several, apart by semicolons."""
        return tuple(value.strip() for value in self.setting(setting_id).split(";") if value.strip())

    def setting_day(self, setting_id: str) -> date:
        """Return the day of a setting, or a default.

        The other tables tell where it is missing or names none.
        """
        day = iso_day(self.setting(setting_id))
        return default_day(setting_id, self.events, self.holds) if day is None or day_limit(day) else day

    def shown_until(self, today: date) -> date:
        """Return the last day of the whole date range.

        It is that of the setting; without one, the last day that an event or a hold begins or ends on.

        Args:
            today: the present day, which the setting may name by the word "today".
        """
        written = self.setting("shown-until")
        if written == TODAY:
            return today
        day = iso_day(written)
        if day is not None and not day_limit(day):
            return day
        ends = [event.span.last_day or event.start for event in self.events]
        return max([*ends, *(hold.end or hold.start for hold in self.holds)], default=today)

    def setting_numbers(self, setting_id: str) -> list[float]:
        """Return the numbers of a box or a view, or defaults.

        The other tables tell where they are missing or are none. Of what needs no default there is none then.
        """
        if written := numbers_in(self.setting(setting_id), setting_id):
            return written
        if setting_id in OPTIONAL_NUMBERS:
            return []
        if setting_id == "area-bounds":
            return default_bounds(self.places or self.events)
        return default_view(self.setting_numbers("area-bounds"))


def load(folder: Path | None = None, *, instead: Mapping[str, Path] | None = None) -> Atlas:
    """Read all tables.

    >>> load().place("kobane").name_arabic.split()[0]
    '\N{ARABIC LETTER AIN}\N{ARABIC LETTER YEH}\N{ARABIC LETTER NOON}'

    Args:
        folder: where the tables lie; where none is named those of the atlas that is read, of which any but the events
            may be missing if it is not ours.
        instead: for some tables, by name, another file to read.

    Returns:
        The atlas; never raises for bad rows or missing files, which are in its ``problems``.
    """
    read = read_atlas_tables(folder, instead=instead)
    return atlas_of(read, version_of(read))


def read_atlas_tables(folder: Path | None = None, *, instead: Mapping[str, Path] | None = None) -> dict[str, Rows[Any]]:
    """Return what every table of an atlas gave, by its name; see `load`."""
    return read_tables(files_of(folder, instead), partial=folder is None and other_atlas() is not None)


def atlas_of(read: Mapping[str, Rows[Any]], version: str = "") -> Atlas:
    """Return the atlas of tables that were read, by their names.

    Without a version nothing can be kept for it.
    """
    problems = tuple(problem for rows in read.values() for problem in rows.problems)
    tables: dict[str, Any] = {name: rows.records for name, rows in read.items()}
    return Atlas(**tables, version=version, problems=problems)


def files_of(folder: Path | None = None, instead: Mapping[str, Path] | None = None) -> dict[str, Path]:
    """Return the file of every table by the table's name; see `load`."""
    tables = folder or tables_folder()
    return {name: (instead or {}).get(name, tables / f"{name}.csv") for name in KINDS}


def read_tables(files: Mapping[str, Path], *, partial: bool = False) -> dict[str, Rows[Any]]:
    """Return what every table gave, by its name.

    Args:
        files: the file of every table.
        partial: whether tables may be missing: what others need of them is filled in.
    """
    missing = {name for name, file in files.items() if partial and may_be_missing(name) and not file.exists()}
    read = {
        name: Rows(file.name, is_filled=True) if name in missing else read_table(file, KINDS[name])
        for name, file in files.items()
    }
    return fill_missing(read, missing)


def version_of(read: Mapping[str, Rows[Any]]) -> str:
    """Return a short hash of what was read from tables.

    The same rows saved in another way, such as with the line ends of another system, have the same one.
    """
    digest = hashlib.sha256()
    for name, rows in read.items():
        bad = (f"{problem.row} {problem.column} {problem.value}" for problem in rows.problems)
        for part in (name, *(row.model_dump_json() for row in rows.records), *bad):
            content = part.encode("utf-8", "backslashreplace")
            digest.update(len(content).to_bytes(8, "big"))
            digest.update(content)
    return digest.hexdigest()[:10]
