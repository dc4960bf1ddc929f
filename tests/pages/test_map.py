"""The map page comes up, follows its map and its address, and is never blank."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.pages.app import entered, with_map
from timemap.app.page_files import page_file

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

    from geodata.atlas import Atlas


def opened(**params: str) -> AppTest:
    """Return the page as it is when its map is there, with everything that can be opened on it open."""
    app = with_map("map", **params)
    for name in ("table", "citing"):
        app.session_state[name] = True
    return app.run()


def shown(app: AppTest) -> int:
    assert not app.exception
    frame = app.dataframe
    return len(frame[0].value) if frame else 0


def mounted(app: AppTest) -> dict[str, Any]:
    """Return what the only map of the page is given."""
    (component,) = [part for part in app.get("bidi_component") if part.proto.id.endswith("-map")]
    data: dict[str, Any] = json.loads(component.proto.json)
    return data


def test_it_opens_on_all_events_with_nothing_in_the_address(atlas: Atlas) -> None:
    app = opened()
    assert shown(app) == len(atlas.events)
    assert (app.query_params, mounted(app)["start"], len(app.warning)) == ({}, "", 0)
    assert app.title[0].value == atlas.setting("title")
    assert f"Table of all {len(atlas.events)} events" in [box.label for box in app.expander]


def test_the_map_comes_first_and_what_is_around_it_when_it_has_told_what_it_shows() -> None:
    app = entered("map", words="kobane")
    assert mounted(app)["start"] == "words=kobane"
    assert (len(app.title), len(app.selectbox), len(app.expander)) == (1, 0, 0)
    after = with_map("map", words="kobane")
    assert (len(after.selectbox), len(after.expander)) == (1, 3)


def test_nothing_of_the_table_is_sent_before_it_is_opened() -> None:
    assert not with_map("map").dataframe


def test_the_sentence_over_the_map_says_when_events_and_areas_begin(atlas: Atlas) -> None:
    sentence = atlas.setting("sentence")
    assert f"{atlas.events[0].start:%B %Y}" in sentence
    assert atlas.setting("holds-from")[:4] in sentence


def test_the_table_has_what_the_filters_of_the_address_let_through(atlas: Atlas) -> None:
    category = atlas.categories[0].id
    app = opened(categories=category, words="kobane")
    assert 0 < shown(app) < len(atlas.events)
    assert f"Table of {shown(app)} of {len(atlas.events)} events" in [box.label for box in app.expander]
    assert mounted(app)["start"] == f"categories={category}&words=kobane"


def test_an_event_is_found_by_each_of_its_categories_and_named_with_all(atlas: Atlas) -> None:
    event = next(event for event in atlas.events if len(event.categories) > 1)
    for category in event.categories:
        app = opened(categories=category)
        assert shown(app) == len([event for event in atlas.events if category in event.categories])
        table = app.dataframe[0].value.set_index("Title")
        assert table["Categories"][event.title] == ", ".join(atlas.category_names(event))


def test_an_error_in_an_event_of_the_table_can_be_reported(atlas: Atlas) -> None:
    app = opened(words="kobane")
    before = len(app.code)
    box = app.selectbox(key="reported-event")
    assert len(box.options) == shown(app)
    event = next(event for event in atlas.events if event.title == box.options[-1])
    box.set_value(event.id).run()
    (report,) = [block.value for block in app.code if "What is wrong" in block.value]
    assert len(app.code) == before + 1
    assert f"Id: {event.id}\n" in report
    assert f"Data version: {atlas.version}\n" in report


def test_a_wrong_address_leaves_the_page_whole_and_as_it_is_for_the_map_to_speak_of(atlas: Atlas) -> None:
    wrong = {"from": "2014-13-01", "event": "![x](http://a.example/b.png)", "mode": "<b>"}
    app = opened(**wrong)
    assert (shown(app), mounted(app)["start"]) == (len(atlas.events), "")
    assert dict(app.query_params) == wrong


def test_the_reference_follows_range_filters_and_day_and_holds_the_version(atlas: Atlas) -> None:
    assert not with_map("map", words="kobane").code  # nothing is worked out before it is asked for
    app = opened(words="kobane", moment="2015-01-26", mode="until")
    words, address, bibtex, ris, snippet = (block.value for block in app.code)
    assert address == f"?words=kobane&moment=2015-01-26&mode=until&version={atlas.version}"
    for block in (words, bibtex, ris):
        assert "26 January 2015" in block
        assert atlas.version in block
    assert 'title="Kobane timeline map"' in snippet
    assert 'date: "2015-01-26"' in snippet
    assert not [row for row in app.caption if "this computer only" in row.value]  # where the app stands is not known


@pytest.mark.parametrize("words", ["zzzzzz", "<script>alert(1)</script>"])
def test_when_nothing_matches_the_page_stays_whole(atlas: Atlas, words: str) -> None:
    app = opened(words=words, **{"from": "2015-01-01"})
    assert shown(app) == 0
    assert f"Table of 0 of {len(atlas.events)} events" in [box.label for box in app.expander]


def test_the_view_survives_a_visit_to_the_other_page(atlas: Atlas) -> None:
    app = opened(words="kobane", moment="2015-01-26")
    count = shown(app)
    app.switch_page(page_file("sources_and_words"))
    app.query_params.clear()
    app.run()
    assert not app.exception
    app.switch_page(page_file("map")).run()
    assert mounted(app)["start"] == "words=kobane&moment=2015-01-26"
    assert app.session_state["view"].moment.isoformat() == "2015-01-26"
    assert 0 < count < len(atlas.events)
