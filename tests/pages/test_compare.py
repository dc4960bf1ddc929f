"""The page of comparison starts with two key dates and tells what changed between them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from geodata.areas.timeline.changes import difference
from geodata.areas.timeline.period_pairs import before_after_pairs
from tests.pages.app import with_map
from tests.project_data import areas, atlas
from timemap.app.panels.comparison import between
from timemap.charts.sentences import TIE
from timemap.text.numbers import lowered

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

FIRST = ("compare-first", "compare-second")


def opened(**params: str) -> AppTest:
    return with_map("compare", **params)


def days(app: AppTest) -> tuple[str, str]:
    """Return the day that the map is to show and the one beside it."""
    view = app.session_state["view"]
    return str(view.moment), str(view.compare)


def test_who_comes_without_days_sees_two_telling_ones() -> None:
    app = opened()
    first, second = (atlas().setting_day(name) for name in FIRST)
    assert days(app) == (first.isoformat(), second.isoformat())
    assert {first, second} <= {row.day for row in atlas().key_dates}
    found = difference(areas(), first, second)
    for way, km2 in found.by_handover().items():
        told = f"{lowered(atlas().handover_name(way))}, {km2:,.0f}{TIE}km²"
        assert any(told in row.value.replace("\\", "") for row in app.markdown)
    assert app.header[0].value == f"Land that changed hands: {sum(row.km2 for row in found.transfers):,.0f}{TIE}km²"


def test_a_range_without_these_days_starts_with_the_period_in_which_most_changed() -> None:
    pair = max(
        (pair for pair in before_after_pairs(areas(), atlas().periods) if pair.before >= date(2017, 1, 1)),
        key=lambda pair: pair.km2,
    )
    assert days(opened(**{"from": "2017-01-01"})) == (pair.before.isoformat(), pair.after.isoformat())


def test_the_table_of_what_changed_has_each_way_with_its_sum_and_its_rows() -> None:
    app = opened(moment="2019-10-08", compare="2019-10-23")
    found = difference(areas(), date(2019, 10, 8), date(2019, 10, 23))
    (written,) = (row.value for row in app.markdown if row.value.startswith("| 8 October 2019 |"))
    rows = [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in written.splitlines()[2:]]
    sums = [f"**{km2:,.0f}**" for km2 in found.by_handover().values()]
    assert [row[-1] for row in rows if row[-1].startswith("**")] == sums
    assert [row[-1] for row in rows if not row[-1].startswith("**")] == [
        f"{row.km2:,.0f}" if row.km2 >= 1 else "under 1"
        for way in found.by_handover()
        for row in found.largest_first(way)
    ]


def test_the_address_names_the_days() -> None:
    app = opened(moment="2018-01-19", compare="2018-03-25")
    found = difference(areas(), date(2018, 1, 19), date(2018, 3, 25))
    table = app.dataframe[0].value
    assert list(table["km²"]) == [round(row.km2, 1) for row in sorted(found.transfers, key=lambda row: -row.km2)]
    meanwhile = between(atlas().events, date(2018, 3, 25), date(2018, 1, 19))
    assert len(app.dataframe[1].value) == len(meanwhile)


def test_the_same_day_twice_is_no_comparison() -> None:
    app = opened(moment="2018-01-19", compare="2018-01-19")
    assert any("Both days are the same." in row.value for row in app.info)
    assert not app.header
    assert not app.dataframe


def test_a_range_of_one_day_shows_that_day_and_says_so() -> None:
    app = opened(**{"from": "2018-01-19", "to": "2018-01-19"})
    assert days(app) == ("2018-01-19", "None")
    assert any("The map shows one day." in row.value for row in app.info)


def test_a_range_without_a_telling_pair_is_compared_from_its_first_day_to_its_last() -> None:
    app = opened(**{"from": "2018-02-01", "to": "2018-02-20"})
    assert days(app) == ("2018-02-01", "2018-02-20")


def test_a_day_of_the_address_is_compared_with_another_one() -> None:
    first, second = (atlas().setting(name) for name in FIRST)
    assert days(opened(moment="2015-01-26")) == ("2015-01-26", second)
    assert days(opened(moment=second)) == (second, first)


def test_the_reference_to_both_days_stands_below_the_map() -> None:
    assert "Cite or embed" in [box.label for box in opened().expander]


def test_an_address_that_says_that_there_is_no_comparison_is_followed() -> None:
    for asked in ({"compare": ""}, {"compare": "", "moment": "2015-01-26"}, {"amp;compare": ""}):
        app = opened(**asked)
        assert days(app)[1] == "None"
        assert any("The map shows one day." in row.value for row in app.info)


def test_what_the_address_says_in_vain_of_two_days_is_as_if_left_out() -> None:
    first, second = (atlas().setting(name) for name in FIRST)
    for asked in ({"compare": "-1"}, {"compare": "9999-12-31"}, {"lesson": "no-such"}, {"compare": "x", "lesson": "x"}):
        app = opened(**asked)
        assert days(app) == (first, second)
        # The map reads the address itself and tells what is wrong in it; then it is to show the other day.
        assert asked.items() <= app.session_state["start"].items()
        shown = {"compare": second} if "compare" in asked else {}
        assert app.session_state["instead"] == (app.session_state["command"], shown)
    assert days(opened(compare="-1", moment=second)) == (second, first)


def test_a_lesson_of_the_address_is_followed() -> None:
    assert opened(lesson="the-siege-of-kobane").session_state["view"].lesson == "the-siege-of-kobane"


def test_history_is_told_forwards_whichever_day_comes_first() -> None:
    forwards = opened(moment="2019-10-08", compare="2019-12-31").dataframe[0].value
    backwards = opened(moment="2019-12-31", compare="2019-10-08").dataframe[0].value
    assert forwards.equals(backwards)
    taken = backwards[backwards["How"] == "Taken by fighting or withdrawal"]
    assert taken[taken.columns[1]].iloc[0] == "Turkish forces with allied Syrian groups"
