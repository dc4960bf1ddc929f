"""Where two days are compared, the picture has a map of each, one legend for both, and says what changed hands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from geodata.areas.timeline.changes import difference
from geodata.dates.wording import day_in_words
from geodata.text.selection import Selection
from tests.timemap.snapshots import snapshot_on
from timemap.exports import Viewport, picture
from timemap.state.map_state import filter_by_state

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from geodata.dataset import Dataset
    from timemap.attribution import Credit

BEFORE, AFTER = date(2019, 10, 8), date(2019, 10, 31)
VIEW = Viewport(36.5, 38.6, 8.5)


def drawn(dataset: Dataset, first: date, second: date, selection: Selection | None = None) -> tuple[list[Axes], Credit]:
    """Return the axes of a page, those of the page itself first, and the words that go with it."""
    snapshot = snapshot_on(dataset.atlas, first, viewport=VIEW)
    snapshot = replace(snapshot, state=replace(snapshot.state, compare=second))
    sheet, credit = picture.draw_snapshot(
        dataset, selection or filter_by_state(snapshot.state, dataset.atlas), snapshot
    )
    return sheet.figure.axes, credit


def words_on(axes: Axes) -> str:
    return " ".join(text.get_text().replace("\n", " ") for text in axes.texts)


def test_both_days_are_drawn_and_named(dataset: Dataset) -> None:
    (page, *maps), credit = drawn(dataset, BEFORE, AFTER)
    assert len(maps) == 2
    (zone,) = (zone.short for zone in dataset.atlas.zones if zone.id == "peace-spring-area")
    assert [zone in words_on(one) for one in maps] == [False, True]
    for day in (BEFORE, AFTER):
        assert words_on(page).count(day_in_words(day)) == 2, "in the title, and over its map"
        assert day_in_words(day) in credit.heading
        assert day.isoformat() in credit.address


def test_what_changed_hands_and_the_events_in_between_are_told(dataset: Dataset) -> None:
    (page, *_), _ = drawn(dataset, BEFORE, AFTER)
    names = dataset.atlas.names
    for row in difference(dataset.areas, BEFORE, AFTER).transfers:
        sides = f"{names.on(row.origin, BEFORE)} to {names.on(row.target, AFTER)}"
        assert f"{sides}: {row.km2:,.0f} km²" in words_on(page)
        assert f"{dataset.atlas.handover_name(row.handover)}: " in words_on(page)
    between = sum(BEFORE < event.start <= AFTER for event in dataset.atlas.events)
    assert f"{between} events in between" in words_on(page)


def test_land_is_told_as_given_by_who_held_it_earlier_whichever_day_comes_first(dataset: Dataset) -> None:
    (page, *maps), _ = drawn(dataset, AFTER, BEFORE)
    (zone,) = (zone.short for zone in dataset.atlas.zones if zone.id == "peace-spring-area")
    assert [zone in words_on(one) for one in maps] == [True, False]
    (move, *_) = difference(dataset.areas, BEFORE, AFTER).transfers
    names = dataset.atlas.names
    sides = f"{names.on(move.origin, BEFORE)} to {names.on(move.target, AFTER)}"
    assert f"{sides}: {move.km2:,.0f} km²" in words_on(page)


def test_many_changes_stay_on_the_page_and_what_does_not_fit_is_summed(dataset: Dataset) -> None:
    first, second = date(2014, 10, 6), date(2026, 10, 1)
    (page, *_), credit = drawn(dataset, first, second)
    foot = next(text for text in page.texts if text.get_text() == credit.disclaimer)
    side = [text for text in page.texts if text.get_text().endswith("km²")]
    assert max(text.get_position()[1] for text in side) < foot.get_position()[1] - 10
    told = [float(text.get_text().removesuffix(" km²").split(" ")[-1].replace(",", "")) for text in side]
    ways = difference(dataset.areas, first, second).by_handover()
    assert len(ways) > 1
    for km2 in ways.values():
        assert told.count(round(km2)) >= 1, "each way has its sum"
    whole = sum(ways.values())
    assert whole < sum(told) <= 2 * whole + 20, "the sums, and the rows with the others where there is room"
    assert "others: " in words_on(page)
    assert credit.last_known in words_on(page)


def test_a_day_compared_with_itself_is_drawn_once(dataset: Dataset) -> None:
    (_, *maps), credit = drawn(dataset, BEFORE, BEFORE)
    assert len(maps) == 1
    assert credit.heading.count(day_in_words(BEFORE)) == 1


def test_two_days_without_a_change_say_so(dataset: Dataset) -> None:
    day = date(2019, 1, 20)
    assert not difference(dataset.areas, day, day + timedelta(days=1)).transfers
    (page, *_), _ = drawn(dataset, day, day + timedelta(days=1), Selection(()))
    assert "No change in any area." in words_on(page)
    assert "no events in between" in words_on(page)
