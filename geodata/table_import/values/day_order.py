"""Order of day and month in columns of dates, and questions about it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

from geodata.dates.fields import NoDay, ReadDay, Reason
from geodata.dates.parts import parts_of
from geodata.dates.read_day import LONGEST, SPREADSHEET_DAYS, YEAR_FIRST, YEAR_LAST, read_day
from geodata.dates.wording import in_words
from geodata.table_import.questions import Option, Question
from geodata.table_import.values.blanks import is_blank

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geodata.dates.grammar import Order
    from geodata.dates.read_day import Calendar
    from geodata.table_import.sheets import Cell

SPREADSHEETS = {"spreadsheet-1900": 1900, "spreadsheet-1904": 1904}
"""Orders of columns of day numbers, with the first year of their system; the second is of old files of a Mac."""

_ORDER_WORDS: Mapping[Order, str] = {
    "day-first": "day first",
    "month-first": "month first",
    "year-first": "year first",
}
_CALENDARS: tuple[tuple[Calendar, str], ...] = (("gregorian", "another calendar"), ("hijri", "Hijri calendar"))
_PREVIEWS = 3
MONTHS, LONGEST_MONTH = 12, 31
_NO_DATE = "no date"


@dataclass(frozen=True, slots=True)
class DayOrder:
    """Order of day and month in a column, as far as its cells tell."""

    evidence: str
    """What the cells say, in one word.

    Of day-first, month-first and year-first the one that fits all cells; either, where more than one does; mixed,
    where none does; spreadsheet, where all cells are day numbers of a spreadsheet; empty where nothing tells."""

    orders: tuple[str, ...] = ()
    """Orders that `day_reader` can take, the likeliest first; empty where it makes no difference."""

    examples: tuple[str, ...] = ()
    """Up to three cells that can be read in two ways, or that differ from the rest."""

    short_years: tuple[str, ...] = ()
    """Up to three cells whose year has two digits, to be shown with what is read from them."""

    @property
    def likeliest(self) -> str:
        """Order that is used until the question is answered."""
        return self.orders[0] if self.orders else ""


def day_order(column: Iterable[Cell]) -> DayOrder:
    """Return in which order the dates of a column may stand.

    >>> day_order(["03/04/2018", "25/12/2018"]).evidence, day_order(["03/04/2018"]).evidence
    ('day-first', 'either')
    """
    different = dict.fromkeys(column)
    others = [cell for cell in different if not (isinstance(cell, str) and YEAR_FIRST.fullmatch(cell))]
    cells = [cell for cell in others if not is_blank(cell)]
    if cells and len(others) == len(different) and all(spreadsheet_number(cell) is not None for cell in cells):
        return DayOrder("spreadsheet", tuple(SPREADSHEETS), tuple(str(cell) for cell in cells[:_PREVIEWS]))
    votes: Counter[frozenset[Order]] = Counter()
    examples: dict[frozenset[Order], list[str]] = {}
    shorts: list[str] = []
    for text in _different_dates(cells):
        readings, is_short = _readings(text)
        if is_short:
            shorts.append(text)
        if len(readings) > 1 and len(set(readings.values())) == 1:
            continue
        kind = frozenset(readings) or _order_of_no_date(text)
        if not kind:
            continue
        votes[kind] += 1
        examples.setdefault(kind, []).append(text)
    return _decide(votes, examples, shorts, has_halves=any(_has_halves(cell) for cell in cells))


def _different_dates(cells: Sequence[Cell]) -> list[str]:
    """Return the texts that can tell the order, each date once at whatever time of the day."""
    texts: dict[str, str] = {}
    for cell in cells:
        if not isinstance(cell, str) or len(cell) > LONGEST:
            continue
        found = YEAR_LAST.fullmatch(cell)
        texts.setdefault(found["day"] if found else cell, cell)
    return list(texts.values())


def _readings(text: str) -> tuple[dict[Order, ReadDay], bool]:
    """Return what a text says in each order that fits, and whether its year has two digits."""
    is_short = not YEAR_LAST.fullmatch(text) and _has_short_year(text)
    orders: tuple[Order, ...] = ("day-first", "month-first", "year-first") if is_short else ("day-first", "month-first")
    reads = {order: read_day(text, order) for order in orders}
    return {order: read for order, read in reads.items() if isinstance(read, ReadDay)}, is_short


def _order_of_no_date(text: str) -> frozenset[Order]:
    """Return the order of a date that there never was, such as 31/02/2018: a number above 12 is no month."""
    found = YEAR_LAST.fullmatch(text)
    if found is None:
        return frozenset()
    first, second = int(found[2]), int(found[4])
    if second <= MONTHS < first <= LONGEST_MONTH:
        return frozenset({"day-first"})
    return frozenset({"month-first"}) if first <= MONTHS < second <= LONGEST_MONTH else frozenset()


def _has_short_year(text: str) -> bool:
    shape = parts_of(text).shape
    return shape in {"NNN", "NMN", "MNN"}


def _has_halves(cell: Cell) -> bool:
    """Return whether a text has a time by the clock of twelve hours, which is written with the month first."""
    return isinstance(cell, str) and cell.rstrip(". ")[-2:].lower() in {"am", "pm"} and ":" in cell


def _decide(
    votes: Counter[frozenset[Order]],
    examples: dict[frozenset[Order], list[str]],
    shorts: Sequence[str],
    *,
    has_halves: bool,
) -> DayOrder:
    """Return the order for which the cells have voted."""
    short_years = tuple(shorts[:_PREVIEWS])
    if not votes:
        return DayOrder("", short_years=short_years)
    usual = sorted(_ORDER_WORDS, key=lambda order: (order == "month-first") != has_halves)
    if _years_stand_first(shorts):
        usual.insert(0, "year-first")
    possible = [order for order in dict.fromkeys(usual) if all(order in kind for kind in votes)]
    if len(possible) == 1:
        return DayOrder(possible[0], tuple(possible), short_years=short_years)
    if possible:
        shown = [text for kind in examples if len(kind) > 1 for text in examples[kind]]
        return DayOrder("either", tuple(possible), tuple(shown[:_PREVIEWS]), short_years)
    fewest_first = sorted(examples, key=lambda kind: (len(kind), votes[kind]))
    weights = {order: sum(votes[kind] for kind in votes if order in kind) for order in usual}
    ranked = sorted((order for order in weights if weights[order]), key=lambda order: -weights[order])
    return DayOrder("mixed", tuple(ranked), tuple(examples[kind][0] for kind in fewest_first[:_PREVIEWS]), short_years)


def _years_stand_first(shorts: Sequence[str]) -> bool:
    """Return whether the first numbers of dates such as 14-10-06 vary less than the last ones."""
    items = [parts_of(text).items for text in shorts]
    return len({row[0].value for row in items}) < len({row[-1].value for row in items})


def question_of_order(column: Iterable[Cell], name: str) -> Question | None:
    """Return the question of the order of day and month in a column.

    Nothing where its cells answer it.

    >>> question = question_of_order(["03/04/2018"], "date")
    >>> question.key, [option.preview for option in question.options]
    ('date-order:date', [('03/04/2018 = 3 April 2018 (day first)',), ('03/04/2018 = 4 March 2018 (month first)',)])
    """
    order = day_order(column)
    if order.evidence not in {"either", "mixed"}:
        return None
    options = tuple(_option(as_order(choice), order.examples) for choice in order.orders)
    return Question("date-order", f'Which comes first in the dates of "{name}"?', options, name)


def _option(order: Order, examples: Sequence[str]) -> Option:
    words = _ORDER_WORDS[order]
    reads = [_in_words(read_day(text, order)) for text in examples]
    previews = tuple(f"{text} = {read} ({words})" for text, read in zip(examples, reads, strict=True))
    return Option(order, f"{next(filter(_NO_DATE.__ne__, reads), words)} ({words})", previews)


def _in_words(read: ReadDay | NoDay) -> str:
    return in_words(read.start, read.precision, read.last_day) if isinstance(read, ReadDay) else _NO_DATE


def question_of_calendar(column: Iterable[Cell], name: str) -> Question | None:
    """Return the question of the calendar of years such as 1436.

    Nothing where there are none.
    The first answer leaves them as faults, since they may be of the Persian calendar too.
    """
    texts = (cell for cell in dict.fromkeys(column) if isinstance(cell, str) and len(cell) <= LONGEST)
    found = [text for text in texts if _is_of_other_calendar(text)][:_PREVIEWS]
    if not found:
        return None
    options = tuple(_calendar_option(*choice, found) for choice in _CALENDARS)
    return Question("calendar", f'Are the years of "{name}" those of the Hijri calendar?', options, name)


def _calendar_option(calendar: Calendar, words: str, texts: Sequence[str]) -> Option:
    reads = [_in_words(read_day(text, "day-first", calendar=calendar)) for text in texts]
    previews = tuple(f"{text} = {read} ({words})" for text, read in zip(texts, reads, strict=True))
    return Option(calendar, f"{reads[0]} ({words})", previews)


def _is_of_other_calendar(text: str) -> bool:
    read = read_day(text, "day-first")
    return isinstance(read, NoDay) and read.reason is Reason.CALENDAR


def as_order(order: str) -> Order:
    """Return an order of day and month, as far as there is one.

    Raises:
        ValueError: for another word.
    """
    for known in ("day-first", "month-first", "year-first", ""):
        if order == known:
            return known
    message = f"not an order of dates: {order!r}"
    raise ValueError(message)


def spreadsheet_number(cell: Cell) -> float | None:
    """Return a number that a spreadsheet may have for a day, or none."""
    if isinstance(cell, bool | date | time) or cell is None:
        return None
    if isinstance(cell, str):
        whole, _, rest = cell.strip().replace(",", ".").partition(".")
        if len(whole) != len(str(SPREADSHEET_DAYS[0])) or not whole.isascii() or not whole.isdigit():
            return None
        if rest and not (rest.isascii() and rest.isdigit()):
            return None
        cell = float(whole)
    return float(cell) if SPREADSHEET_DAYS[0] <= cell <= SPREADSHEET_DAYS[-1] else None
