"""Problems of a table in groups: same column, value and expectation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geodata.table_import.faults import FaultKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geodata.table_import.faults import CellFault, Fault
    from geodata.table_import.importer import ImportedTable


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """Rows with one problem: the same value in the same column."""

    sheet: str
    """Name of the sheet; empty where the file has one table."""

    column: str
    """Name of the column; empty where whole rows or the file are meant."""

    value: str
    """The value as it stands now."""

    fault: Fault

    rows: tuple[int, ...]
    """Rows as a spreadsheet counts; empty where the whole file is meant."""


def problem_groups(faults: Iterable[CellFault]) -> tuple[ProblemGroup, ...]:
    """Return problems in groups, in the order in which they come first."""
    rows: dict[tuple[str, str, str, Fault], list[int]] = {}
    for each in faults:
        listed = rows.setdefault((each.sheet, each.column, each.value, each.fault), [])
        if each.row is not None:
            listed.append(each.row)
    return tuple(ProblemGroup(*key, tuple(listed)) for key, listed in rows.items())


def shown_problems(found: ImportedTable) -> tuple[CellFault, ...]:
    """Return the problems that no open question about a place will settle."""
    asked = {each.text for each in found.positions.to_confirm} if found.positions is not None else set()
    return tuple(
        each for each in found.faults if not (each.fault.kind is FaultKind.FOREIGN_KEY and each.value.strip() in asked)
    )


def of_kind(
    groups: Sequence[ProblemGroup], columns: Sequence[str] = (), kinds: Sequence[str] = ()
) -> tuple[ProblemGroup, ...]:
    """Return the groups of some columns and kinds; of all where none is named."""
    return tuple(
        group
        for group in groups
        if (not columns or group.column in columns) and (not kinds or group.fault.kind.value in kinds)
    )
