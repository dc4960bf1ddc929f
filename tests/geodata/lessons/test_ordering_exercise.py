"""Exercises in which events are put in order: right beyond doubt, the same for the same seed."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from geodata.dates.precision import DatePrecision
from geodata.dates.span import DAY, Span
from geodata.dates.wording import MONTHS
from geodata.lessons.ordering_exercise import FEWEST, MOST, order_events
from geodata.text.selection import filter_events
from tests.paths import CASES

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.lessons.ordering_exercise import Ordering
    from geodata.records.events import Event

SETS = CASES / "ordering.json"
"""Sets that paper and screen agree on; tests/web/ordering.test.js reads them, too."""

SIEGE = Span(date(2014, 9, 13), date(2015, 1, 28))


def of(atlas: Atlas, *spans: tuple[str, str], precision: DatePrecision = DatePrecision.DAY) -> list[Event]:
    """Return events of given first and last days that differ in nothing else."""
    model = atlas.event("siege-begins")
    return [
        model.model_copy(
            update={
                "id": f"e{number}",
                "title": f"Something {number}",
                "start": date.fromisoformat(first),
                "last_day": date.fromisoformat(last),
                "date_precision": precision,
            }
        )
        for number, (first, last) in enumerate(spans)
    ]


def days_of(ordering: Ordering) -> list[date]:
    """Return all days on which one of the events may have happened, once for each of them."""
    found = []
    for event in ordering.solution:
        day, end = event.span.start, event.span.end
        assert end is not None
        while day < end:
            found.append(day)
            day += DAY
    return found


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("number", [2, 6, MOST])
def test_no_day_belongs_to_two_of_the_events_and_all_are_dated_equally_fine(
    atlas: Atlas, number: int, seed: int
) -> None:
    found = order_events(atlas.events, number, seed)
    days = days_of(found)
    assert days == sorted(set(days))
    assert len(found.solution) == number
    assert len({event.date_precision for event in found.solution}) == 1
    assert {event.id for event in found.asked} == {event.id for event in found.solution}
    assert found.asked != found.solution


def test_a_title_never_gives_the_date_away(atlas: Atlas) -> None:
    dated = {event.id for event in atlas.events if {*MONTHS, "2014", "2019", "2022"} & set(event.title.split())}
    asked = {event.id for seed in range(30) for event in order_events(atlas.events, 12, seed).asked}
    assert dated
    assert asked.isdisjoint(dated)


def test_the_same_seed_gives_the_same_exercise_and_another_one_another(atlas: Atlas) -> None:
    events = filter_events(atlas, span=SIEGE).events
    assert order_events(events, 6, 1) == order_events(tuple(reversed(events)), 6, 1)
    assert order_events(events, 6, 1).asked != order_events(events, 6, 2).asked


def test_the_same_seed_gives_what_it_gives_on_the_screen(atlas: Atlas) -> None:
    table = json.loads(SETS.read_text(encoding="utf-8"))
    spans = tuple((row["first"], row["last"]) for row in table["events"])
    events = [
        event.model_copy(
            update={"id": row["id"], "title": row["title"], "date_precision": DatePrecision(row["precision"])}
        )
        for event, row in zip(of(atlas, *spans), table["events"], strict=True)
    ]
    (least, most), screen = table["numbers"]["paper"], table["numbers"]["screen"]
    assert (least, most) == (FEWEST, MOST)
    assert least <= screen[0] <= screen[1] <= most, "paper can have every set of the screen"
    assert len(table["sets"]) > 5
    for told in table["sets"]:
        among = [event for event in events if event.date_precision.value == told.get("among", event.date_precision)]
        asked = order_events(among, told["number"], told["seed"]).asked
        assert [event.id for event in asked] == told["asked"]


def test_a_full_set_is_found_where_only_one_is_possible(atlas: Atlas) -> None:
    events = of(
        atlas,
        ("2014-01-01", "2014-01-31"),
        ("2014-01-02", "2014-01-03"),
        ("2014-01-03", "2014-01-05"),
        ("2014-01-06", "2014-01-09"),
        ("2014-01-04", "2014-01-05"),
    )
    for seed in range(20):
        assert [event.id for event in order_events(events, 3, seed).solution] == ["e1", "e4", "e3"]


def test_months_are_ordered_where_there_are_too_few_days(atlas: Atlas) -> None:
    months = of(atlas, ("2014-01-09", "2014-01-09"), ("2014-03-02", "2014-03-02"), precision=DatePrecision.MONTH)
    (day,) = of(atlas, ("2014-02-02", "2014-02-02"))
    day = day.model_copy(update={"id": "day"})
    assert [event.id for event in order_events([day, *months], 2, 5).solution] == ["e0", "e1"]
    within = of(atlas, ("2014-01-09", "2014-01-09"), ("2014-01-20", "2014-01-20"), precision=DatePrecision.MONTH)
    with pytest.raises(ValueError, match="only 1 of those chosen can be"):
        order_events(within, 2, 5)


@pytest.mark.parametrize("number", [FEWEST - 1, MOST + 1])
def test_too_small_and_too_large_numbers_are_said(atlas: Atlas, number: int) -> None:
    with pytest.raises(ValueError, match=f"got {number}, expected a number of events from 2 to 20"):
        order_events(atlas.events, number, 1)
