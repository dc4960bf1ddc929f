"""Importer of tables: sheets become events, with faults and questions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from geodata.table_import.arrow_columns import ArrowColumn
from geodata.table_import.columns.contents import surroundings_of
from geodata.table_import.columns.known_formats import recognise
from geodata.table_import.columns.matching import chosen_columns, match_columns
from geodata.table_import.columns.naming import name_columns
from geodata.table_import.columns.roles import Role
from geodata.table_import.faults import Fault, FaultKind
from geodata.table_import.files.opened import FaultList
from geodata.table_import.recipe import Recipe, corrected, typed
from geodata.table_import.rows import format_rows, format_texts
from geodata.table_import.rows.combined import Combined
from geodata.table_import.rows.event_days import event_days
from geodata.table_import.rows.event_positions import PositionReader
from geodata.table_import.rows.format_codes import read_codes
from geodata.table_import.rows.format_rows import read_words, text_of
from geodata.table_import.rows.revisions import latest_rows
from geodata.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import numpy.typing as npt

    from geodata.atlas import Atlas
    from geodata.geography import Geography
    from geodata.table_import.columns.matching import Matching
    from geodata.table_import.faults import CellFault
    from geodata.table_import.files.opened import OpenedTable
    from geodata.table_import.questions import Question
    from geodata.table_import.rows.event_days import EventDays
    from geodata.table_import.rows.event_positions import SheetPositions
    from geodata.table_import.sheets import Sheet

COLUMNS = pa.schema(
    [
        ("row", pa.int64()),
        ("id", pa.string()),
        ("start", pa.date32()),
        ("last_day", pa.date32()),
        ("date_precision", pa.string()),
        ("title", pa.string()),
        ("summary", pa.string()),
        ("category", pa.string()),
        ("proposed_category", pa.string()),
        ("place", pa.string()),
        ("lat", pa.float64()),
        ("lon", pa.float64()),
        ("country", pa.string()),
        ("location_precision", pa.string()),
        ("actors", pa.string()),
        ("sources", pa.string()),
        ("source_addresses", pa.string()),
        ("deaths", pa.int64()),
        ("deaths_low", pa.int64()),
        ("deaths_high", pa.int64()),
        ("contested", pa.string()),
        ("status", pa.string()),
    ]
)
"""Columns of imported events. ``row`` is that of the file as a spreadsheet counts; several names in one cell are parted
by "; "; degrees are those of WGS 84; ``proposed_category`` is an id of ours that may fit."""

PARAGRAPHS = "\n\n"
"""What stands between the texts of two columns."""

TITLE = "a title, or a category or summary to make one of"


@dataclass(frozen=True, slots=True)
class ImportedTable:
    """Events of a sheet, and all that is to be said of it."""

    events: pa.Table
    """The good rows, with `COLUMNS`."""

    faults: tuple[CellFault, ...]
    """What is wrong, by row; those of the file itself first."""

    questions: tuple[Question, ...]
    """What can be read in several ways and is not answered yet; the likeliest was used."""

    sheet: Sheet | None
    """The cells as they were read, corrections included; ``None`` where there is no table."""

    matching: Matching | None
    """What its columns say; ``None`` likewise."""

    positions: SheetPositions | None
    """How rows were put on the map; ``None`` where none were."""

    replaced: tuple[tuple[int, int], ...] = ()
    """Rows that a later version of the same event replaces, each with that one, as a spreadsheet counts."""

    notes: tuple[str, ...] = ()
    """What was done without a question, and what is known of the format, a sentence each."""

    rows: int = 0
    """Rows of the sheet."""

    @property
    def left_out(self) -> int:
        """How many rows are no events, those that others replace not counted."""
        return self.rows - int(self.events.num_rows) - len(self.replaced)


class Importer:
    """Importer of tables for the places of an atlas."""

    def __init__(self, atlas: Atlas, geography: Geography) -> None:
        self._around = surroundings_of(atlas)
        self._categories = {category.id for category in atlas.categories}
        self._named = {fold(each.name): each.id for each in atlas.categories}
        self._positions = PositionReader.of(atlas, geography)

    @property
    def places(self) -> frozenset[str]:
        """Folded names of the known places, by which encodings are told."""
        return self._around.names

    def read(
        self, opened: OpenedTable, file: str, recipe: Recipe | None = None, *, placeless: bool = False
    ) -> ImportedTable:
        """Return the events of the first sheet of a file.

        A fault in a cell that an event cannot do without leaves its row out; any other one only its value.

        Args:
            opened: the file.
            file: its name, as faults give it.
            recipe: answers to what the table leaves open.
            placeless: whether rows are kept whose points may not stand on a map, without degrees.
        """
        recipe = recipe or Recipe()
        accepts = recipe.acceptance()
        opened = replace(
            opened, faults=tuple(one for one in opened.faults if not accepts(one.column, one.value, one.row))
        )
        if not opened.sheets:
            return ImportedTable(_nothing(), opened.faults, _open(opened.questions, recipe), None, None, None)
        typed_sheet = opened.sheets[0]
        sheet = corrected(name_columns(typed_sheet), recipe)
        columns = chosen_columns(recipe.answers) | recipe.columns
        matching = match_columns(sheet, columns, self._around)
        questions = (*opened.questions, *matching.questions)
        if recognise(sheet.header) is not None and recognise(typed_sheet.header) is None:
            # The cells told the format, and with it the names of the columns.
            questions = tuple(one for one in questions if one.id != "header")
        notes = (*opened.notes, *(matching.format.said if matching.format is not None else ()))
        faults = FaultList(file, sheet.name)
        if matching.missing or (matching.format is not None and not matching.format.has_events):
            for role in matching.missing:
                wanted = Fault(FaultKind.MISSING_LABEL, f'a column for "{role.label}"')
                faults.add(None, "", ", ".join(sheet.header), wanted)
            found = (*opened.faults, *faults.all())
            return ImportedTable(
                _nothing(), found, _open(questions, recipe), sheet, matching, None, (), notes, len(sheet)
            )
        return self._rows(opened, recipe, sheet, matching, faults, questions, notes, placeless=placeless)

    def _rows(  # noqa: PLR0913, PLR0917 - what was found out so far
        self,
        opened: OpenedTable,
        recipe: Recipe,
        sheet: Sheet,
        matching: Matching,
        faults: FaultList,
        questions: Iterable[Question],
        notes: tuple[str, ...],
        *,
        placeless: bool,
    ) -> ImportedTable:
        days = event_days(sheet, matching, recipe.answers)
        positions = self._positions.read(sheet, matching, recipe.answers)
        titles = format_texts.titles(sheet, matching)
        deaths = format_rows.deaths(sheet, matching)
        kinds = read_codes(sheet, matching, Role.ROW_KIND)
        revisions = latest_rows(sheet, matching)
        is_event = _mask(Combined(kinds.codes, kinds.meant), _is_event) if kinds else np.ones(len(sheet), bool)
        told = revisions.kept & is_event
        wrong = _Wrong(sheet, matching, faults, recipe.acceptance())
        wrong.add(days.days, lambda day: day.faults, told)
        wrong.add(positions.positions, lambda place: () if placeless and not place.drawn else place.faults, told)
        wrong.add(titles, _title_faults, told)
        wrong.add(deaths, lambda count: count.faults, told)
        placed = _mask(positions.positions, lambda place: place.is_known or (placeless and not place.drawn))
        good = told & _mask(days.days, _has_day) & placed & _mask(titles, bool)
        values = _Values(sheet, matching, np.flatnonzero(good))
        events = self._table(values, days.days, positions, titles, deaths)
        replaced = tuple((int(sheet.numbers[old]), int(sheet.numbers[new])) for old, new in revisions.replaced)
        asked = (*questions, *days.questions, *positions.questions, *(one.question for one in positions.to_confirm))
        found = (*opened.faults, *faults.all())
        return ImportedTable(
            events, found, _open(asked, recipe), sheet, matching, positions, replaced, notes, len(sheet)
        )

    def _table(
        self,
        values: _Values,
        days: Combined[EventDays],
        positions: SheetPositions,
        titles: Combined[str],
        deaths: Combined[format_rows.Deaths],
    ) -> pa.Table:
        """Return the columns of the good rows."""
        sheet, matching = values.sheet, values.matching
        categories = format_rows.categories(sheet, matching)
        actors = format_rows.actors(sheet, matching)
        sources = format_texts.sources(sheet, matching)
        places = positions.positions
        columns = {
            "row": pa.array(sheet.numbers[values.rows]),
            "id": values.words(Role.ID),
            "start": values.of(days, lambda day: day.start),
            "last_day": values.of(days, lambda day: day.last_day),
            "date_precision": values.of(days, lambda day: str(day.precision)),
            "title": values.of(titles, str),
            "summary": values.words(Role.SUMMARY, Role.NOTES),
            "category": values.of(categories, lambda found: "; ".join(found.names)),
            "proposed_category": values.of(categories, self._proposed),
            "place": values.words(Role.PLACE),
            "lat": values.of(places, lambda place: place.lat),
            "lon": values.of(places, lambda place: place.lon),
            "country": values.of(positions.countries, str),
            "location_precision": values.of(places, lambda place: str(place.precision)),
            "actors": values.of(actors, lambda found: "; ".join(actor.name for actor in found)),
            "sources": values.of(sources, lambda found: "; ".join(one.name or one.title for one in found)),
            "source_addresses": values.of(
                sources, lambda found: "; ".join(one.address for one in found if one.address)
            ),
            "deaths": values.of(deaths, lambda count: count.best),
            "deaths_low": values.of(deaths, lambda count: count.low),
            "deaths_high": values.of(deaths, lambda count: count.high),
            "contested": values.words(Role.CONTESTED),
            "status": values.words(Role.STATUS, Role.CLARITY),
        }
        return pa.table({field.name: columns[field.name].cast(field.type) for field in COLUMNS}, schema=COLUMNS)

    def _proposed(self, found: format_rows.CategoryText) -> str:
        """Return the category of ours that may fit; empty where there is none."""
        if found.proposed and found.proposed.category in self._categories:
            return found.proposed.category
        ours = (name if name in self._categories else self._named.get(fold(name), "") for name in found.names)
        return next(filter(None, ours), "")


@dataclass(frozen=True, slots=True)
class _Wrong:
    """List to which the faults of rows are added."""

    sheet: Sheet
    matching: Matching
    faults: FaultList
    accepts: Callable[[str, str, int | None], bool]

    def add(self, values: Combined[Any], told: Any, rows: npt.NDArray[np.bool_]) -> None:  # noqa: ANN401 - faults of a value of any kind
        """Add the faults of values, row by row."""
        faulty = {number: found for number, value in enumerate(values.meant) if (found := told(value))}
        if not faulty:
            return
        for row in np.flatnonzero(rows & np.isin(values.codes, list(faulty))).tolist():
            for role, fault in faulty[int(values.codes[row])]:
                self._add(row, role, fault)

    def _add(self, row: int, role: Role, fault: Fault) -> None:
        name = self._column(role)
        value, number = typed(self.sheet.column(name)[row]) if name else "", int(self.sheet.numbers[row])
        if not self.accepts(name, value, number):
            self.faults.add(number, name, value, fault)

    def _column(self, role: Role) -> str:
        """Return the column in which a fault stands; empty for the whole row."""
        for other in _NEXT_TO.get(role, (role,)):
            if (name := self.matching.column(other)) is not None:
                return name
        return ""


_NEXT_TO = {
    Role.START: (Role.START, Role.YEAR),
    Role.END: (Role.END, Role.END_YEAR),
    Role.LATITUDE: (Role.LATITUDE, Role.POSITION, Role.GEOMETRY),
    Role.TITLE: (Role.TITLE,),
}
"""Columns in which the fault of a role may stand, the first that there is."""


@dataclass(frozen=True, slots=True)
class _Values:
    """Values of the good rows of a sheet, as columns of Arrow."""

    sheet: Sheet
    matching: Matching
    rows: npt.NDArray[np.int64]

    def of(self, values: Combined[Any], take: Any) -> pa.Array:  # noqa: ANN401 - a part of a value of any kind
        """Return a part of each row's value; of each different one it is taken once."""
        different = pa.array([take(value) for value in values.meant], from_pandas=True)
        return different.take(pa.array(values.codes[self.rows]))

    def words(self, *roles: Role) -> pa.Array:
        """Return what the first columns of some roles say, a paragraph for each."""
        texts = [self._text(role) for role in roles if role in self.matching.roles]
        return reduce(_paragraphs, texts) if texts else pa.array([""] * len(self.rows), pa.string())

    def _text(self, role: Role) -> pa.Array | pa.ChunkedArray:
        """Return what the first column of a role says; empty where it says nothing.

        Long texts are different in each row: they stay in Arrow, which spares memory.
        """
        name = self.matching.roles[role][0]
        column, known = self.sheet.column(name), self.matching.format
        if isinstance(column, ArrowColumn) and column.is_text and not (known and known.codes_of(name)):
            return pc.utf8_trim_whitespace(column.array.take(pa.array(self.rows))).fill_null("")
        return self.of(read_words(self.sheet, self.matching, role), text_of).cast(pa.string())


def _paragraphs(first: Any, second: Any) -> Any:  # noqa: ANN401 - arrays of texts
    """Return two texts of each row as paragraphs."""
    both = pc.and_(pc.not_equal(first, ""), pc.not_equal(second, ""))
    return pc.binary_join_element_wise(first, second, pc.if_else(both, PARAGRAPHS, ""))


def _mask(values: Combined[Any], holds: Any) -> npt.NDArray[np.bool_]:  # noqa: ANN401 - a question to a value of any kind
    """Return for each row whether something holds of its value."""
    return np.array([bool(holds(value)) for value in values.meant], dtype=bool)[values.codes]


def _is_event(code: Any) -> bool:  # noqa: ANN401 - a code, a fault or nothing
    return code is None or isinstance(code, Fault) or bool(code.event)


def _has_day(day: EventDays) -> bool:
    return day.start is not None


def _title_faults(title: str) -> Sequence[tuple[Role, Fault]]:
    return () if title else ((Role.TITLE, Fault(FaultKind.MISSING_CELL, TITLE)),)


def _open(questions: Iterable[Question], recipe: Recipe) -> tuple[Question, ...]:
    """Return the questions that a recipe does not answer, each once."""
    return tuple({one.key: one for one in questions if not _is_answered(one, recipe)}.values())


def _is_answered(question: Question, recipe: Recipe) -> bool:
    return question.key in recipe.answers


def _nothing() -> pa.Table:
    return COLUMNS.empty_table()


def rows_of(events: pa.Table) -> Iterator[dict[str, Any]]:
    """Yield imported events, each by the names of its columns."""
    for batch in events.to_batches(max_chunksize=10_000):
        yield from batch.to_pylist()
