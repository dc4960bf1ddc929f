"""What a chart says in words is what its numbers are: highest, lowest, largest change, and since when."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from geodata.dates.span import DAY, Span
from geodata.dates.wording import day_in_words
from geodata.records.control import Handover
from geodata.text.selection import filter_events
from timemap.charts import area_sizes, changes, distances, event_counts, zone_sizes
from timemap.charts.event_counts import bars_of, month_words
from timemap.charts.sentences import MINUS, markdown, number, text
from timemap.charts.statistics import Statistics, compute_statistics
from timemap.charts.step_sentences import distance_words, on_day, size_words
from timemap.charts.steps import Step, StepLevel

if TYPE_CHECKING:
    from geodata.areas import AreasInTime
    from geodata.atlas import Atlas
    from geodata.dataset import Dataset

WHOLE = Span(date(2014, 1, 1), date(2026, 11, 24))
SIEGE = Span(date(2014, 7, 1), date(2015, 1, 28))
KNOWN = date(2016, 6, 1)
A, B, C, D = (date(year, 1, 1) for year in (2014, 2015, 2016, 2017))


@pytest.fixture(scope="module")
def numbers(dataset: Dataset) -> Statistics:
    return compute_statistics(dataset)


def steps(*values: float, ends: tuple[date, ...] = (A, B, C, D)) -> list[Step]:
    return [
        Step(Span(start, end), StepLevel(value)) for (start, end), value in zip(pairwise(ends), values, strict=False)
    ]


def plainly(sentences: tuple[tuple[str | date, ...], ...]) -> str:
    """Return sentences with ordinary spaces."""
    return text(sentences).replace("\N{NO-BREAK SPACE}", " ")


def test_a_size_tells_most_least_largest_change_and_last_supported() -> None:
    assert plainly(size_words(steps(12, 1500, 0), KNOWN)) == (
        "Largest: 1,500 km², from 1 January 2015. No area from 1 January 2016. "
        f"Largest change in a day: {MINUS}1,500 km² on 1 January 2016. Last documented day, 1 June 2016: none."
    )
    assert plainly(size_words(steps(7), KNOWN)) == "The same on every day: 7 km²."


def test_a_range_stands_in_brackets() -> None:
    step = Step(Span(A, D), StepLevel(7, 5, 11))
    assert plainly(size_words([step], KNOWN)) == (
        "The same on every day: 7 km² (5\N{EN DASH}11). Last documented day, 1 June 2016: 7 km² (5\N{EN DASH}11)."
    )


def test_a_distance_tells_nearest_farthest_and_being_inside() -> None:
    assert plainly(distance_words(steps(40, 3.25, 0), "Here", KNOWN)) == (
        "Here was inside it from 1 January 2016. Farthest: 40 km, from 1 January 2014. "
        f"Largest change in a day: {MINUS}37 km on 1 January 2015. Last documented day, 1 June 2016: inside it."
    )
    assert plainly(distance_words(steps(40, 3.25), "Here", KNOWN)).startswith("Nearest: 3.2 km, from 1 January 2015.")
    assert plainly(distance_words(steps(0), "Here", KNOWN)) == "Here was inside it from 1 January 2014."


def test_a_chosen_day_tells_what_held_and_whether_it_is_only_last_known() -> None:
    last = [Step(Span(A, B), StepLevel(3), last_known=True)]
    assert plainly(on_day(last, A, "km")) == "1 January 2014: 3 km, last known."
    assert plainly(on_day(last, B, "km")) == "1 January 2015: no data."


def test_who_holds_a_zone_is_told_since_the_last_hand_over() -> None:
    parts = [lambda day: f"One in {day.year}", lambda _: "Other"]
    levels = [StepLevel(9, parts=(9, 0)), StepLevel(9, 1, 9, (4, 5)), StepLevel(9, 2, 9, (4, 5))]
    found = [Step(Span(start, end), level) for (start, end), level in zip(pairwise((A, B, C, D)), levels, strict=True)]
    assert plainly(zone_sizes.holders(found, parts)) == "Since 1 January 2015: One in 2016 4 km² and Other 5 km²."
    assert zone_sizes.holders([Step(Span(A, B), StepLevel(0, parts=(0, 0)))], parts) == ()


def test_the_sizes_of_all_controllers_are_told_as_they_are(
    numbers: Statistics, atlas: Atlas, areas: AreasInTime
) -> None:
    section = area_sizes.section(numbers, atlas, WHOLE)
    names = {controller.id: controller.name for controller in atlas.controllers}
    every = {day: {area.controller: area.km2 for area in areas.on(day)} for day in areas.days}
    assert [row.id for row in section.rows] == [
        controller for controller in areas.controllers if any(controller in row for row in every.values())
    ]
    for row in section.rows:
        most = max(held.get(row.id, 0) for held in every.values())
        least = min(held.get(row.id, 0) for held in every.values())
        assert f"Largest: {number(most)}" in text(row.words)
        assert (f"Smallest: {number(least)}" if least else "No area from ") in text(row.words)
    last = max(every[areas.days[-1]].items(), key=lambda item: item[1])
    known_until = day_in_words(atlas.setting_day("control-known-until"))
    assert f"Largest areas on {known_until} (last documented day): {names[last[0]]}" in text(section.lead)


def test_the_chart_takes_the_share_of_a_range_from_its_percentiles(numbers: Statistics, atlas: Atlas) -> None:
    rows = tuple(row.model_copy(update={"low_percentile": 10, "high_percentile": 80}) for row in atlas.area_ranges)
    words = area_sizes.how_sizes_are_read(numbers, replace(atlas, area_ranges=rows), WHOLE)
    assert "the 70% range: in 70% of " in words


def test_published_figures_stand_beside_ours_of_their_day(
    numbers: Statistics, atlas: Atlas, areas: AreasInTime
) -> None:
    section = zone_sizes.section(numbers, atlas, WHOLE)
    notes = " ".join(text(row.notes) for row in section.rows)
    for figure in atlas.figures:
        ours = sum(zone.km2 for zone in areas.zones_on(figure.day) if zone.zone in figure.zones)
        assert f"{number(figure.low_km2)}" in notes
        assert f"our figure for that day is {number(ours)}" in notes
        assert (figure.publisher or "(publisher not recorded)") in notes
    assert "published" not in " ".join(text(row.notes) for row in zone_sizes.section(numbers, atlas, SIEGE).rows)


def test_nobody_holds_a_named_area_in_the_siege(numbers: Statistics, atlas: Atlas) -> None:
    assert zone_sizes.section(numbers, atlas, SIEGE).rows == ()


def test_the_nearest_in_the_siege_is_told(numbers: Statistics, atlas: Atlas, areas: AreasInTime) -> None:
    section = distances.section(numbers, atlas, SIEGE)
    km = min(step.value for step in numbers.distances["isis"] if step.span.overlaps(SIEGE))
    assert 0 < km < 1
    assert f"Islamic State (ISIS) came closest: {number(km)}" in text(section.lead)
    assert {row["border_km"] for row in section.table} == {numbers.border_km}
    assert areas.days[0] < SIEGE.start


def test_days_of_change_are_counted_and_the_largest_named(numbers: Statistics, atlas: Atlas) -> None:
    section = changes.section(numbers, atlas, SIEGE)
    days = [change for change in numbers.changes if SIEGE.covers(change.day)]
    assert {way for change in days for way in change.handovers.values()} == {Handover.TAKEN}
    assert f"Land was taken by fighting or withdrawal on {len(days)} days, most often in 2014" in text(section.lead)
    most = max(days, key=lambda change: sum(change.km2.values()))
    assert most.day in section.lead[1]
    assert sum(row["km2"] for row in section.table) == pytest.approx(sum(sum(day.km2.values()) for day in days))
    gained = next(row for row in section.rows if row.id == "isis")
    won = [day for day in days if any(target == "isis" for _, target in day.km2)]
    assert f"Took land on {len(won)} days" in text(gained.words)
    assert "YPG and allied groups" in {row["origin"] for row in section.table}


def test_what_was_joined_or_renamed_on_the_day_of_the_fall_is_told_apart(numbers: Statistics, atlas: Atlas) -> None:
    day = date(2024, 12, 8)
    section = changes.section(numbers, atlas, Span(day, day + DAY))
    (change,) = [change for change in numbers.changes if change.day == day]
    told = {row.id: text(row.words) for row in section.rows}
    assert number(change.size(Handover.TAKEN)) in told["all-taken"]
    assert number(change.size(Handover.AGREED)) in told["all-agreed"]
    assert "HTS" in told["all-renamed"]
    assert "SDF with government" not in told["sdf"]  # it took nothing from those whom it was one of
    assert {row["how"] for row in section.table} == {
        atlas.handover_name(way) for way in (Handover.TAKEN, Handover.AGREED, Handover.RENAMED)
    }


def test_events_are_counted_in_the_month_in_which_they_began(atlas: Atlas) -> None:
    events = filter_events(atlas, span=SIEGE).events
    section = event_counts.section(atlas, events, SIEGE)
    began = [event for event in events if SIEGE.covers(event.start)]
    months = Counter(
        (category, event.start.year, event.start.month) for event in began for category in event.categories
    )
    names = {category.id: category.name for category in atlas.categories}
    told = {(row["category"], row["first_day"].year, row["first_day"].month): row["events"] for row in section.table}
    assert told == {(names[category], *month): count for (category, *month), count in months.items()}
    assert section.rows[0].name == "All events"
    assert section.lead == month_words(began)
    assert f"{len(began)} events" in text(section.lead)
    assert f"Counted: {len(began)} of {len(atlas.events)} events" in section.how


@pytest.mark.parametrize(
    ("first", "second", "counts", "sum_told"),
    [
        (("battle",), ("border",), {"Fighting": 1, "Border": 1}, ""),
        (("battle", "border"), ("border",), {"Fighting": 1, "Border": 2}, "3 in all charts, from 2 events."),
        (("weather", "trade"), ("border",), {"Border": 1, "Other": 1}, ""),
    ],
)
def test_an_event_counts_in_each_of_its_categories_and_where_these_add_up_to_more_it_is_said(
    atlas: Atlas, first: tuple[str, ...], second: tuple[str, ...], counts: dict[str, int], sum_told: str
) -> None:
    categories = (first, second)
    events = [
        event.model_copy(update={"categories": several})
        for event, several in zip(filter_events(atlas, span=SIEGE).events[-2:], categories, strict=True)
    ]
    section = event_counts.section(atlas, events, SIEGE)
    told: Counter[object] = Counter()
    for row in section.table:
        told[row["category"]] += row["events"]
    assert told == counts
    assert [row.name for row in section.rows] == ["All events", *counts]
    assert ("count in each" in section.how) == bool(sum_told)
    assert sum_told in section.how
    border = event_counts.section(atlas, events, SIEGE, categories=["border"])
    assert [row.name for row in border.rows] == ["All events", "Border"]
    assert sum(row["events"] for row in border.table) == counts["Border"]
    assert "count in each" not in border.how


def test_the_bars_of_months_cover_them_and_choose_the_day_of_their_first_event(atlas: Atlas) -> None:
    events = filter_events(atlas, span=SIEGE).events
    for bar in bars_of(events):
        inside = [event for event in events if bar.span.covers(event.start)]
        assert bar.value == len(inside)
        assert bar.day == min(event.start for event in inside)
        assert bar.span.start.day == 1
        assert bar.span.end is not None
        assert bar.span.end.day == 1
        assert (bar.span.end - DAY).month == bar.span.start.month


def test_names_typed_by_others_stay_text() -> None:
    assert markdown([("*a* [b](c) ", A)]) == r"\*a\* \[b\]\(c\) [1 January 2014](./?moment=2014-01-01)"


def test_that_the_sdf_stayed_in_kobane_is_said(numbers: Statistics, atlas: Atlas) -> None:
    told = text(distances.section(numbers, atlas, Span(date(2019, 1, 1), date(2025, 2, 1))).lead)
    assert "Throughout, Kobane (Ayn al-Arab) was in land held or shared by SDF and self-administration." in told
    assert "Throughout" not in text(distances.section(numbers, atlas, Span(date(2012, 1, 1), date(2013, 1, 1))).lead)


def test_the_day_on_which_most_land_changed_its_holder_is_told_with_what_was_taken(
    numbers: Statistics, atlas: Atlas
) -> None:
    (fall,) = [change for change in numbers.changes if change.day == date(2024, 12, 8)]
    told = text(changes.section(numbers, atlas, WHOLE).lead)
    taken = number(fall.size(Handover.TAKEN))
    assert f"Most land changed hands in all ways together on 8 December 2024: {number(fall.size())}" in told
    assert f"{taken}\N{NO-BREAK SPACE}km² taken by fighting or withdrawal." in told
