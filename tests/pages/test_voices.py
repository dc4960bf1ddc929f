"""Under the map stands who says so: the sources of the very events that are chosen, in a chart and as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geodata.sources.balance import analyse_sources
from geodata.text.selection import filter_events
from tests.pages.app import with_map
from timemap.text.markdown import escape_markdown
from timemap.text.source_lines import event_on_map

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

    from geodata.atlas import Atlas


def opened(*, unfolded: bool = True, **params: str) -> AppTest:
    app = with_map("map", **params)
    app.session_state["voices"] = unfolded
    app.run()
    assert not app.exception
    return app


def items(app: AppTest) -> list[str]:
    """Return the rows of the lists of events that rest on one side."""
    return [line for text in app.markdown for line in text.value.splitlines() if line.startswith("- [")]


@pytest.mark.parametrize("words", ["", "kobane", "world kobane day"])
def test_the_sources_of_the_chosen_events_are_divided_twice(atlas: Atlas, words: str) -> None:
    app = opened(words=words)
    found = analyse_sources(atlas, filter_events(atlas, words=words).events)
    kinds, sides = (table.value for table in app.table)
    assert list(kinds["Sources"]) == [kind.sources for kind in found.kinds]
    assert list(sides["Known affiliation"])[:-1] == [side.name for side in found.affiliations[:-1]]
    assert list(sides["Known affiliation"])[-1] == "None known"
    assert kinds["Sources"].sum() == sides["Sources"].sum() == found.sources
    assert len(app.get("vega_lite_chart")) == 2


def test_events_that_rest_on_one_side_are_listed_with_who_says_so(atlas: Atlas) -> None:
    found = analyse_sources(atlas, filter_events(atlas).events).one_sided
    rows = items(opened())
    assert len(rows) == len(found)
    for one in found:
        (row,) = (row for row in rows if row.startswith(f"- {event_on_map(one.event)}"))
        assert all(f"**{escape_markdown(publisher)}**" in row for publisher in one.publishers)
        assert ("affiliation: " in row) == bool(one.affiliation)


def test_where_no_event_rests_on_one_side_that_is_said(atlas: Atlas) -> None:
    one_sided = {found.event for found in analyse_sources(atlas, atlas.events).one_sided}
    words = next(
        event.title
        for event in atlas.events
        if (found := filter_events(atlas, words=event.title).events) and not one_sided & {*found}
    )
    app = opened(words=words)
    assert items(app) == []
    assert any("not all on one side" in text.value for text in app.markdown)


def test_nothing_is_worked_out_before_it_is_asked_for() -> None:
    assert len(opened(unfolded=False).table) == 0
