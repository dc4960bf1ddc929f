"""Check of dates: gaps, overlaps, key dates, days after the last known."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from geodata.dates.iso import iso_day
from geodata.dates.span import DAY
from geodata.io.problems import Problem
from geodata.io.settings import DAYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from geodata.io.tables import Rows
    from geodata.records.places import Hold

    NumberedHold = tuple[int, Hold]


def check_times(tables: Mapping[str, Rows[Any]]) -> Iterator[Problem]:
    """Yield a problem for every gap, overlap and too late day."""
    settings = {setting.id: setting.value for setting in tables["settings"].records}
    days = {name: iso_day(settings.get(name, "")) for name in DAYS}
    yield from _check_holds(tables, days["holds-from"])
    yield from _check_chapters(tables["periods"])
    yield from _check_days_of_events(tables, "key_dates", "day")
    yield from _check_days_of_events(tables, "callouts", "start")
    yield from _check_overlaps(tables["controller_names"], ("controller",))
    yield from _check_overlaps(tables["successions"], ("origin", "target"))
    yield from _check_known(tables["holds"], "from", days["control-known-until"])
    yield from _check_known(tables["events"], "start", days["events-known-until"])


def _check_holds(tables: Mapping[str, Rows[Any]], first: date | None) -> Iterator[Problem]:
    holds, places = tables["holds"], tables["places"]
    by_place: dict[str, list[NumberedHold]] = {}
    for number, hold in holds:
        by_place.setdefault(hold.place, []).append((number, hold))
    for number, place in places:
        if place.id in by_place:
            yield from _check_place(holds.file, sorted(by_place[place.id], key=lambda row: row[1].start), first)
        elif place.id not in holds.lost:
            yield Problem(places.file, number, "id", place.id, f"a place with holds in {holds.file}")


def _check_place(file: str, holds: list[NumberedHold], first: date | None) -> Iterator[Problem]:
    number, hold = holds[0]
    if first is not None and hold.start != first:
        yield Problem(file, number, "from", f"{hold.start}", f"{first}, the first day of all holds", f"{hold.place}.")
    for (number, hold), (next_number, later) in pairwise(holds):
        if hold.end != later.start:
            fault = "Days are missing" if hold.end is not None and hold.end < later.start else "Days overlap"
            hint = f"{fault} at {hold.place} between this row and row {next_number}."
            yield Problem(file, number, "to", f"{hold.end or ''}", f"{later.start}, the next holder's first day", hint)
    number, hold = holds[-1]
    if hold.end is not None:
        hint = f"Nobody holds {hold.place} after that."
        yield Problem(file, number, "to", f"{hold.end}", "an empty value, because no later row follows", hint)


def _check_chapters(periods: Rows[Any]) -> Iterator[Problem]:
    chapters = sorted(((number, row) for number, row in periods if row.chapter), key=lambda row: row[1].start)
    for (number, chapter), (_, later) in pairwise(chapters):
        if chapter.last_day is None or chapter.last_day + DAY != later.start:
            expected = f"{later.start - DAY}, the day before the next chapter"
            yield Problem(periods.file, number, "last_day", f"{chapter.last_day or ''}", expected)
    for number, chapter in chapters[-1:]:
        if chapter.last_day is not None:
            yield Problem(
                periods.file,
                number,
                "last_day",
                f"{chapter.last_day}",
                "an empty value, because the last chapter is open",
            )


def _check_days_of_events(tables: Mapping[str, Rows[Any]], table: str, column: str) -> Iterator[Problem]:
    """Yield a problem for every row whose day is none of the event that it names."""
    rows = tables[table]
    spans = {event.id: event.span for _, event in tables["events"]}
    for number, row in rows:
        span = spans.get(row.event)
        day = getattr(row, column)
        if span is not None and not span.covers(day):
            expected = f"a day of the event, {span.start} to {span.last_day}"
            yield Problem(rows.file, number, column, f"{day}", expected)


def _check_overlaps(rows: Rows[Any], columns: tuple[str, ...]) -> Iterator[Problem]:
    """Yield a problem for every row that begins before an earlier one about the same has ended."""
    by_subject: dict[tuple[str, ...], list[tuple[date, date, int]]] = {}
    for number, record in rows:
        subject = tuple(getattr(record, column) for column in columns)
        dates = (record.start or date.min, record.end or date.max)
        by_subject.setdefault(subject, []).append((*dates, number))
    for intervals in by_subject.values():
        (_, end, earlier), *others = sorted(intervals)
        for start, until, number in others:
            if start < end:
                value = f"{start}" if start > date.min else ""
                wanted = f"{end} or later" if end < date.max else f"an end of row {earlier} before it"
                yield Problem(rows.file, number, "from", value, wanted, f"Row {earlier} still applies then.")
            if until > end:
                end, earlier = until, number


def _check_known(rows: Rows[Any], column: str, last: date | None) -> Iterator[Problem]:
    for number, record in rows:
        if last is not None and record.start > last:
            hint = "If there is a source, change the setting."
            yield Problem(
                rows.file, number, column, f"{record.start}", f"a day up to {last}, the last documented day", hint
            )
