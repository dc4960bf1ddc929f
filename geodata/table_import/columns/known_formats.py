"""Known formats of tables: their columns, codes and terms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

from pydantic import Field

from geodata.data import DATA
from geodata.dates.precision import DatePrecision
from geodata.io.tables import read_table
from geodata.records.base import Record
from geodata.records.fields import LocationPrecision, Slug
from geodata.table_import.columns.roles import Role
from geodata.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

IMPORTS = DATA / "imports"
"""Folder of the tables that tell how tables of others are read."""

R = TypeVar("R", bound=Record)


class FormatRow(Record):
    """Name, terms and kind of rows of a known format."""

    id: Slug
    name: Annotated[str, Field(min_length=1)]
    """Name for users."""
    rows: Literal["events", "counts", "places"]
    """What a row is; counts cannot be drawn as events."""
    may_be_passed_on: bool | None = None
    """Whether its rows may be passed on; ``None`` where that depends on the file."""
    terms: str = ""
    """Licence and terms in a sentence; empty where they depend on the file."""
    revisions: str = ""
    """What it means that an id comes again, in a sentence; empty where it means nothing."""
    note: str = ""
    """What else users should know of such a file, in a sentence; empty for nothing."""


class FormatColumn(Record):
    """Column of a known format, and its role."""

    format: Slug
    column: Annotated[str, Field(min_length=1)]
    """Name as the format writes it."""
    role: Role | None = None
    """Its role; ``None`` where nothing is taken from it."""
    presence: Literal["needed", "usual", "optional"]
    """Whether a file is only known by it, mostly has it, or may have it."""


class FormatCode(Record):
    """Code in a column of a known format, and what it means."""

    format: Slug
    column: Annotated[str, Field(min_length=1)]
    code: Annotated[str, Field(min_length=1)]
    """As the file has it; "#" stands for any number and "*" for anything else."""
    words: Annotated[str, Field(min_length=1)]
    """Meaning for users."""
    date_precision: DatePrecision | None = None
    """Precision of the date; ``None`` where the code says nothing of it."""
    days: Annotated[int, Field(ge=0)] | None = None
    """So many days earlier or later it may have been; ``None`` where the code says nothing of it."""
    location_precision: LocationPrecision | None = None
    """Precision of the location; ``None`` where the code says nothing of it."""
    drawn: bool = True
    """Whether the point of such a row may stand on a map; the middle of a country may not."""
    event: bool = True
    """Whether such a row is an event."""


class ProposedCategory(Record):
    """Category of ours that fits one of a known format, with the reason."""

    format: Slug
    column: Annotated[str, Field(min_length=1)]
    value: Annotated[str, Field(min_length=1)]
    """As the file has it."""
    category: Slug
    """Id of our category."""
    reason: Annotated[str, Field(min_length=1)]
    """Why it fits, in a sentence."""


@dataclass(frozen=True, eq=False)
class KnownFormat:
    """Format of tables that is known outright."""

    about: FormatRow
    columns: tuple[FormatColumn, ...]
    """In the order in which a file has them."""
    codes: tuple[FormatCode, ...]
    categories: tuple[ProposedCategory, ...]

    @property
    def id(self) -> str:
        """Short name, as a recipe keeps it."""
        return self.about.id

    @property
    def name(self) -> str:
        """Name for users."""
        return self.about.name

    @property
    def has_events(self) -> bool:
        """Whether rows can be drawn as events or places."""
        return self.about.rows != "counts"

    @property
    def said(self) -> tuple[str, ...]:
        """Sentences that users read when a file of the format is recognised."""
        return tuple(filter(None, (self.about.note, self.about.revisions, self.about.terms)))

    @cached_property
    def roles(self) -> Mapping[str, Role | None]:
        """Role of each column, by the key of its name (`key_of`)."""
        return {key_of(column.column): column.role for column in self.columns}

    @cached_property
    def needed(self) -> frozenset[str]:
        """Keys of the columns without which a file is not of this format."""
        return frozenset(key_of(column.column) for column in self.columns if column.presence == "needed")

    @cached_property
    def _codes(self) -> Mapping[str, Mapping[str, FormatCode]]:
        found: dict[str, dict[str, FormatCode]] = {}
        for code in self.codes:
            found.setdefault(key_of(code.column), {})[fold(code.code)] = code
        return found

    def codes_of(self, column: str) -> Mapping[str, FormatCode]:
        """Return the codes that a column may have, folded."""
        return self._codes.get(key_of(column), {})


@cache
def key_of(header: str) -> str:
    """Return the key by which names of columns are compared.

    It has their letters and digits, folded.

    >>> key_of("Event_Date"), key_of("event date*"), key_of("EVENT-DATE")
    ('eventdate', 'eventdate', 'eventdate')
    """
    return re.sub(r"[\W_]+", "", fold(header))


def records_of(name: str, kind: type[R]) -> tuple[R, ...]:
    """Return the records of a table of the package.

    Raises:
        ValueError: if something is wrong in it.
    """
    rows = read_table(IMPORTS / name, kind)
    if rows.problems:
        message = "; ".join(map(str, rows.problems))
        raise ValueError(message)
    return rows.records


@cache
def known_formats() -> tuple[KnownFormat, ...]:
    """Return all known formats."""
    columns = records_of("format_columns.csv", FormatColumn)
    codes = records_of("format_codes.csv", FormatCode)
    categories = records_of("format_categories.csv", ProposedCategory)
    return tuple(
        KnownFormat(about, _of(about.id, columns), _of(about.id, codes), _of(about.id, categories))
        for about in records_of("formats.csv", FormatRow)
    )


def _of(format_id: str, rows: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(row for row in rows if row.format == format_id)


def recognise(header: Iterable[str]) -> KnownFormat | None:
    """Return the format that a header belongs to.

    Of several it is the one that knows most of its columns; ``None`` where there is none.

    >>> recognise(["Start Date", "End Date", "Headline", "Text", "Media"]).name
    'TimelineJS, older layout'
    """
    keys = {key_of(name) for name in header}
    fitting = [known for known in known_formats() if known.needed <= keys]
    return max(fitting, key=lambda known: len(keys & known.roles.keys()), default=None)
