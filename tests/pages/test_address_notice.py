"""What is wrong in an address is said on every page that reads it, and nothing is said of one that is in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pages.visit import entered
from timemap.charts.choosing import MAP

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

    from geodata.atlas import Atlas

PAGES = ("map", "compare", "write_a_lesson", "territory")
WRONG = {"moment": "banana", "from": "2026-01-01", "to": "2012-01-01", "compare": "x"}


def opened(page: str, **params: str) -> AppTest:
    """Return a page that is the first of a visit, after the run that its map asks for in a browser."""
    app = entered(page, **params).run()
    assert not app.exception
    return app


@pytest.mark.parametrize("page", PAGES)
def test_each_fault_of_an_address_is_said_on_the_page_that_it_opens(page: str) -> None:
    told = [row.value for row in opened(page, **WRONG).warning if "In the address" in row.value]
    assert len(told) == 1
    lines = told[0].splitlines()
    assert len(lines) == 3
    for name, value in {"moment": "banana", "to": "2012\\-01\\-01", "compare": "x"}.items():
        assert any(name in line and value in line for line in lines), (name, lines)


@pytest.mark.parametrize("page", PAGES)
def test_data_that_changed_since_is_said_on_the_page_that_the_address_opens(page: str, atlas: Atlas) -> None:
    told = [row.value for row in opened(page, version="0a1b2c3d4e").info]
    assert sum("0a1b2c3d4e" in row and atlas.version in row for row in told) == 1


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_said_of_an_address_in_order(page: str) -> None:
    app = opened(page, **{"from": "2019-10-01", "to": "2019-10-31"})
    assert not [row.value for row in (*app.warning, *app.info) if "address" in row.value]


def test_what_is_said_of_an_address_is_over_when_two_days_are_chosen_to_compare() -> None:
    app = opened("compare", version="0a1b2c3d4e", **WRONG)
    assert (len(app.warning), len(app.info)) == (1, 1)
    app.selectbox(key="pair").set_value("olive-branch").run()
    assert not app.exception
    assert (len(app.warning), len(app.info)) == (0, 0)
    assert "version" not in app.query_params


def test_the_page_of_numbers_follows_an_address_that_names_a_range() -> None:
    app = opened("territory", **{"from": "2019-10-01", "to": "2019-10-31"})
    assert app.selectbox(key="numbers-time").value == MAP
