"""The page of comparison starts with two telling days and tells what changed hands between them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from geodata.areas.change import difference
from geodata.areas.telling import telling_pairs
from tests.ours import areas, atlas
from tests.pages.visit import with_map
from timemap.comparison import between
from timemap.numberwords import lowered

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest


def opened(**params: str) -> AppTest:
    return with_map("compare", **params)


def days(app: AppTest) -> tuple[str, str]:
    """Return the day that the map is to show and the one beside it."""
    view = app.session_state["view"]
    return str(view.moment), str(view.compare)


def test_who_comes_without_days_sees_two_telling_ones() -> None:
    app = opened()
    pair = next(
        pair for pair in telling_pairs(areas(), atlas().periods) if pair.period == atlas().setting("compare-period")
    )
    assert days(app) == (pair.before.isoformat(), pair.after.isoformat())
    for way, km2 in difference(areas(), pair.before, pair.after).by_handover().items():
        told = f"{lowered(atlas().handover_name(way))}, {km2:,.0f} km²"
        assert any(told in row.value.replace("\\", "") for row in app.markdown)


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
    assert any("One day is shown." in row.value for row in app.info)


def test_a_range_without_a_telling_pair_is_compared_from_its_first_day_to_its_last() -> None:
    app = opened(**{"from": "2018-02-01", "to": "2018-02-20"})
    assert days(app) == ("2018-02-01", "2018-02-20")


def test_a_day_of_the_address_is_compared_with_another_one() -> None:
    pair = next(
        pair for pair in telling_pairs(areas(), atlas().periods) if pair.period == atlas().setting("compare-period")
    )
    assert days(opened(moment="2015-01-26")) == ("2015-01-26", pair.after.isoformat())
    assert days(opened(moment=pair.after.isoformat())) == (pair.after.isoformat(), pair.before.isoformat())


def test_an_address_that_says_that_there_is_no_comparison_is_followed() -> None:
    for asked in ({"compare": ""}, {"compare": "", "moment": "2015-01-26"}, {"amp;compare": ""}):
        app = opened(**asked)
        assert days(app)[1] == "None"
        assert any("One day is shown." in row.value for row in app.info)


def test_history_is_told_forwards_whichever_day_comes_first() -> None:
    forwards = opened(moment="2019-10-08", compare="2019-12-31").dataframe[0].value
    backwards = opened(moment="2019-12-31", compare="2019-10-08").dataframe[0].value
    assert forwards.equals(backwards)
    taken = backwards[backwards["How"] == "Taken by fighting or withdrawal"]
    assert taken[taken.columns[1]].iloc[0] == "Turkish forces with allied Syrian groups"
