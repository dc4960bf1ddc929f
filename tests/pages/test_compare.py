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


def test_history_is_told_forwards_whichever_day_comes_first() -> None:
    forwards = opened(moment="2019-10-08", compare="2019-12-31").dataframe[0].value
    backwards = opened(moment="2019-12-31", compare="2019-10-08").dataframe[0].value
    assert forwards.equals(backwards)
    taken = backwards[backwards["How"] == "Taken by fighting or withdrawal"]
    assert taken[taken.columns[1]].iloc[0] == "Turkish forces with allied Syrian groups"
