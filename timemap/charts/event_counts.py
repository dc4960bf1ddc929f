"""Charts of the number of events of each category by month.

Each event is whole and counts once, so one that is known only to the year is left out. On the strip of the map, which
leads to events rather than counting them, such an event is spread over its days (slider/histogram.js).
"""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from geodata.dates.precision import DatePrecision
from geodata.dates.span import DAY, Span
from geodata.dates.wording import in_words
from timemap.charts.axes import Axes
from timemap.charts.bar_chart import Bar, Bars
from timemap.charts.section import ChartSection, Column, Row
from timemap.style.symbols import OTHER_COLOUR, OTHER_NAME
from timemap.text.numbers import pluralize

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from geodata.atlas import Atlas
    from geodata.records.events import Event
    from timemap.charts.sentences import Sentence

ALL_EVENTS = "All events"
TITLES = 3
"""How many titles of a month are told on pointing at it."""

COLUMNS = (
    Column("month", "Month"),
    Column("first_day", "First event", "day"),
    Column("category", "Category"),
    Column("events", "Events", "number"),
)


def heading(_atlas: Atlas) -> str:
    """Return the name of the part."""
    return "Events by month"


def section(atlas: Atlas, events: Sequence[Event], span: Span, categories: Collection[str] = ()) -> ChartSection:
    """Return the events per month, all together and by category.

    An event counts in each of its categories.

    Args:
        atlas: what is known.
        events: the events to count, in order of time.
        span: the days of the axis; its end is set. Events that begin outside it are not counted.
        categories: ids of those by which the events were chosen, the others being incomplete; empty for all.
    """
    inside = [event for event in events if span.covers(event.start) and event.date_precision is not DatePrecision.YEAR]
    vague = sum(span.covers(event.start) and event.date_precision is DatePrecision.YEAR for event in events)
    category_ids = {category.id for category in atlas.categories}
    groups = [
        (category.id, category.name, category.colour, [event for event in inside if category.id in event.categories])
        for category in atlas.categories
    ]
    others = [event for event in inside if not category_ids.issuperset(event.categories)]
    groups.append(("other", OTHER_NAME, OTHER_COLOUR, others))
    groups = [group for group in groups if group[3] and (not categories or group[0] in categories)]
    top = max((bar.value for *_, group_events in groups for bar in bars_of(group_events)), default=0.0)

    def row(key: str, name: str, colour: str, group_events: list[Event], *, wide: bool = False) -> Row:
        bars = bars_of(group_events)
        highest = max((bar.value for bar in bars), default=0.0) if wide else top
        return Row(
            id=key,
            name=name,
            shown=Bars(bars, colour, Axes(span, highest, "events" if highest > 1 else "event", whole=True)),
            words=month_words(group_events),
            on=partial(month_of, bars),
            wide=wide,
        )

    how = "Each bar shows how many events began in that month."
    together = sum(len(group_events) for *_, group_events in groups)
    if together > len(inside):
        number = pluralize(len(inside), "event", "events")
        how += f" Events with several categories count in each: {together} in all charts, from {number}."
    if vague:
        how += f" Left out: {pluralize(vague, 'event', 'events')} dated only to the year."
    if len(inside) + vague < len(atlas.events):
        how += f" Counted: {len(inside)} of {pluralize(len(atlas.events), 'event', 'events')}."
    return ChartSection(
        id="events",
        heading=heading(atlas),
        span=span,
        how=f"{how} These are the events we found, not everything that happened.",
        lead=month_words(inside),
        key=(),
        rows=(row("all", ALL_EVENTS, OTHER_COLOUR, inside, wide=True), *(row(*group) for group in groups))
        if inside
        else (),
        columns=COLUMNS,
        table=tuple(
            {"month": bar.when, "first_day": bar.day, "category": name, "events": bar.value}
            for bar, name in sorted(
                ((bar, name) for _, name, _, group_events in groups for bar in bars_of(group_events)),
                key=lambda pair: pair[0].day,
            )
        ),
        sources={source for event in inside for source in event.sources},
    )


def bars_of(events: Sequence[Event]) -> tuple[Bar, ...]:
    """Return one bar for each month in which any of the events began.

    The events are in order of time.
    """
    bars = []
    for first, group in groupby(
        sorted(events, key=lambda event: event.start), key=lambda event: event.start.replace(day=1)
    ):
        members = list(group)
        month = Span(first, (first.replace(day=28) + 4 * DAY).replace(day=1))
        titles = "; ".join(event.title for event in members[:TITLES]) + ("; …" if len(members) > TITLES else "")
        bars.append(
            Bar(
                month,
                len(members),
                members[0].start,
                _month(first),
                f"{pluralize(len(members), 'event', 'events')}: {titles}",
            )
        )
    return tuple(bars)


def month_words(events: Sequence[Event]) -> tuple[Sentence, ...]:
    """Return how many events there are and which month had most.

    It is with the day of its first event.
    """
    if not events:
        return ()
    months = Counter(event.start.replace(day=1) for event in events)
    most = max(months.values())
    first = min(month for month, count in months.items() if count == most)
    day = min(event.start for event in events if event.start.replace(day=1) == first)
    number = pluralize(len(events), "event", "events")
    if most == 1:
        return ((f"{number}, never more than one a month; first on ", day, "."),)
    same = sum(count == most for count in months.values())
    others = f" and {pluralize(same - 1, 'other month', 'other months')}" if same > 1 else ""
    each = f"{most} each" if same > 1 else str(most)
    lead = f"{number} in {pluralize(len(months), 'month', 'months')}. {_month(first)}{others} had the most: {each}"
    return ((f"{lead}, the first on ", day, "."),)


def month_of(bars: Sequence[Bar], day: date) -> tuple[Sentence, ...]:
    """Return what the bar of the month of a day says."""
    month = next((bar for bar in bars if bar.span.covers(day)), None)
    return ((f"{month.when}: {month.told}. First on ", month.day, "."),) if month else ()


def _month(day: date) -> str:
    return in_words(day, DatePrecision.MONTH)
