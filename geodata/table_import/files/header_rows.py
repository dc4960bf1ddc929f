"""Rows of a table that name its columns: titles above, two lines, or none."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geodata.table_import.sheets import Cell

    Row = tuple[int, Sequence[Cell]]
    """A row with its number as a spreadsheet counts."""

ROWS = 60
"""Rows, the first that are not empty, from which the header is told."""

_NO_WORD = re.compile(r"[^\W\d_]")
_DATE = re.compile(r"\d{1,2}[.\s-]+[^\W\d_]+[.\s-]+\d{2,4}|\d{4}-\d\d-\d\d[T ][\d:.]+\w*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_RULE = re.compile(r":?-{2,}:?")
"""Lines below the header of a table in Markdown."""

_MARKS = frozenset("NSEWnsew")
"""Letters that stand in coordinates."""


@dataclass(frozen=True, slots=True)
class Header:
    """A way to read which row names the columns."""

    rows: tuple[int, ...]
    """Numbers of the rows that name the columns; empty when none does."""

    names: tuple[str, ...]
    """Names of the columns; empty text for one without a name."""

    first: int
    """Number of the first row of data; the rows above it that are no header are left out."""

    @property
    def answer(self) -> str:
        """Answer to the question for the header: "3", "3-4" or "0" for none."""
        return "-".join(map(str, self.rows)) or "0"


def is_value(cell: Cell) -> bool:
    """Return whether a cell is a number or a date, as names seldom are.

    >>> [is_value(cell) for cell in ("1,5", "2014-10-06", "6 Oct 2014", "admin1", "", None, 3.5)]
    [True, True, True, False, False, False, True]
    """
    if not isinstance(cell, str):
        return cell is not None
    if not any(map(str.isdigit, cell)):
        return False
    return {*_NO_WORD.findall(cell)} <= _MARKS or bool(_DATE.fullmatch(cell.strip()))


def is_filled(cell: Cell) -> bool:
    """Return whether something stands in a cell."""
    return cell is not None and cell != "" and not (isinstance(cell, str) and cell.isspace())


def find_headers(rows: Sequence[Row]) -> tuple[Header, ...]:
    """Return how the header may be read, the likeliest way first.

    There is one way where there is no doubt.


    ``rows`` are the first rows that are not empty.
    """
    if not rows:
        return ()
    filled = [sum(map(is_filled, cells)) for _, cells in rows]
    counts = Counter(filled)
    usual = max(counts, key=lambda count: (count > 1, counts[count], count))
    full = next(i for i, count in enumerate(filled) if count >= 0.8 * usual)
    if full and filled[full - 1] >= max(2, usual / 2) and _is_data(rows[full][1], rows[full + 1 :]):
        full -= not any(map(is_value, rows[full - 1][1]))  # a header with blank names above rows of data
    upper = full - 1 if full and _names_groups(rows[full - 1][1], rows[full][1]) else full
    if upper == full and _is_data(rows[full][1], rows[full + 1 :]):
        none = Header((), _blank(rows), rows[full][0])
        return none, _one(rows, full)
    found = _with_second(rows, upper)
    doubtful = not any(is_value(cell) for _, cells in rows[full + 1 :] for cell in cells)
    others = [Header((), _blank(rows), rows[full][0])] if doubtful and len(rows) > 1 and usual > 1 else []
    others += [_one(rows, i) for i in range(upper) if filled[i] > 1]
    if len(found.rows) > 1 or found.first != _one(rows, upper).first:
        others.append(_one(rows, upper))
    return (found, *others)


def header_at(rows: Sequence[Row], answer: str) -> Header | None:
    """Return the header that an answer means; ``None`` without such rows.

    >>> header_at([(1, ["Title"]), (3, ["date", "place"]), (4, [1, 2])], "3").names
    ('date', 'place')
    """
    if answer == "0":
        return Header((), _blank(rows), rows[0][0]) if rows else None
    numbers = [int(part) for part in answer.split("-") if part.isascii() and part.isdigit()]
    at = {number: i for i, (number, _) in enumerate(rows)}
    if not numbers or numbers[0] not in at:
        return None
    if len(numbers) > 1 and numbers[1] in at:
        return _two(rows, at[numbers[0]])
    return _one(rows, at[numbers[0]])


def _one(rows: Sequence[Row], index: int) -> Header:
    number, cells = rows[index]
    return Header((number,), _trimmed([name_of(cell) for cell in cells]), _number_after(rows, index))


def _two(rows: Sequence[Row], index: int) -> Header:
    (number, upper), (second, lower) = rows[index : index + 2]
    width = max(len(upper), len(lower))
    tops = [name_of(cell) for cell in upper] + [""] * (width - len(upper))
    names, top = [], ""
    for above, below in zip(tops, [name_of(cell) for cell in lower] + [""] * (width - len(lower)), strict=True):
        top = above or (top if below else "")
        names.append(" ".join(dict.fromkeys(part for part in (top, below) if part)))
    return Header((number, second), _trimmed(names), _number_after(rows, index + 1))


def name_of(cell: Cell) -> str:
    """Return a cell as the name of a column, in one line."""
    return " ".join(str(cell).split()) if is_filled(cell) else ""


def _trimmed(names: list[str]) -> tuple[str, ...]:
    while names and not names[-1]:
        names.pop()
    return tuple(names)


def _blank(rows: Sequence[Row]) -> tuple[str, ...]:
    counts = Counter(_width(cells) for _, cells in rows)
    return ("",) * max(counts, key=lambda width: (counts[width], width))


def _width(cells: Sequence[Cell]) -> int:
    return max((i for i, cell in enumerate(cells, start=1) if is_filled(cell)), default=0)


def _number_after(rows: Sequence[Row], index: int) -> int:
    return rows[index + 1][0] if index + 1 < len(rows) else rows[index][0] + 1


def _value_columns(rows: Sequence[Row]) -> set[int]:
    """Return the columns of which nearly all cells are values."""
    values: Counter[int] = Counter()
    filled: Counter[int] = Counter()
    for _, cells in rows:
        for i, cell in enumerate(cells):
            filled[i] += is_filled(cell)
            values[i] += is_value(cell)
    return {i for i in values if values[i] and values[i] >= 0.8 * filled[i]}


def _is_data(cells: Sequence[Cell], below: Sequence[Row]) -> bool:
    """Return whether a row has values where the rows below it have them."""
    values = {i for i, cell in enumerate(cells) if is_value(cell)} - _years_in_turn(cells)
    if not below:
        return bool(values)
    columns = _value_columns(below)
    return bool(values & columns) and len(values & columns) >= 0.5 * len(columns)


def _years_in_turn(cells: Sequence[Cell]) -> set[int]:
    """Return which cells are years that follow one another, as names of columns are; none where they do not.

    >>> _years_in_turn(["place", "2014", "2015"]), _years_in_turn(["7", "2014", "2014"])
    ({1, 2}, set())
    """
    years = {i: int(str(cell)) for i, cell in enumerate(cells) if _YEAR.fullmatch(str(cell).strip())}
    found = list(years.values())
    return set(years) if len(found) > 1 and found == list(range(found[0], found[0] + len(found))) else set()


def _names_groups(upper: Sequence[Cell], lower: Sequence[Cell]) -> bool:
    """Return whether a row names groups of the columns that the row below it names."""
    filled = [i for i, cell in enumerate(upper) if is_filled(cell)]
    gaps = len(filled) > 1 and filled[-1] - filled[0] >= len(filled)
    gaps = gaps or (len(filled) > 1 and any(i >= len(lower) or not is_filled(lower[i]) for i in filled))
    return gaps and not any(map(is_value, (*upper, *lower)))


def _with_second(rows: Sequence[Row], index: int) -> Header:
    """Return a header, with the line below it where that belongs to it."""
    if len(rows) < index + 3:
        return _one(rows, index)
    upper, lower = rows[index][1], rows[index + 1][1]
    if _names_groups(upper, lower):
        return _two(rows, index)
    one, below = _one(rows, index), [cell for cell in lower if is_filled(cell)]
    hashtags = len(below) > 1 and all(str(cell).startswith("#") for cell in below)
    hashtags = hashtags or all(_RULE.fullmatch(str(cell).strip()) for cell in below)
    columns = _value_columns(rows[index + 2 :])
    described = len(columns) > 1 and all(i < len(lower) and is_filled(lower[i]) for i in columns)
    if hashtags or (described and not any(map(is_value, lower))):
        return Header(one.rows, one.names, _number_after(rows, index + 1))
    return one
