"""The map page comes up, follows its widgets and its address, and is never blank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.pages.visit import entered, field_key
from timemap.app.pagefiles import page_file

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

    from geodata.atlas import Atlas


def opened(**params: str) -> AppTest:
    """Return the page after the run that the map asks for in a browser."""
    return entered("map", **params).run()


def shown(app: AppTest) -> int:
    assert not app.exception
    frame = app.dataframe
    return len(frame[0].value) if frame else 0


def maps(app: AppTest) -> int:
    return [part.proto.id.endswith("-map") for part in app.get("bidi_component")].count(True)


def test_it_opens_on_all_events_with_nothing_in_the_address(atlas: Atlas) -> None:
    app = opened()
    assert shown(app) == len(atlas.events)
    assert (app.query_params, maps(app), len(app.warning)) == ({}, 1, 0)
    assert app.title[0].value == atlas.setting("title")
    total, categories = len(atlas.events), len(atlas.categories)
    assert f"Range and filters leave {total} of {total} events, in {categories} of {categories} categories." in [
        text.value for text in app.markdown
    ]


def test_the_first_run_draws_the_map_alone_and_the_next_what_is_around_it(atlas: Atlas) -> None:
    app = entered("map", words="kobane")
    assert (maps(app), len(app.title)) == (1, 1)
    assert (len(app.dataframe), len(app.selectbox), len(app.text_input), len(app.subheader)) == (0, 0, 0, 0)
    said = app.sidebar.caption[0].value
    app.run()
    assert (maps(app), app.text_input(key=field_key(app, "words")).value) == (1, "kobane")
    assert app.sidebar.caption[0].value == said
    assert said.startswith(f"Range and filters leave {shown(app)} of {len(atlas.events)} events")


def test_the_sentence_over_the_map_says_when_events_and_areas_begin(atlas: Atlas) -> None:
    sentence = atlas.setting("sentence")
    assert f"{atlas.events[0].start:%B %Y}" in sentence
    assert atlas.setting("holds-from")[:4] in sentence


def test_filters_reach_table_and_address_and_come_back(atlas: Atlas) -> None:
    app = opened()
    category = atlas.categories[0].id
    app.multiselect(key=field_key(app, "categories")).select(category)
    app.text_input(key=field_key(app, "words")).set_value("kobane").run()
    count = shown(app)
    assert 0 < count < len(atlas.events)
    address = dict(app.query_params)
    assert address == {"categories": category, "words": "kobane"}
    again = opened(**address)
    assert shown(again) == count
    assert again.multiselect(key=field_key(again, "categories")).value == [category]
    assert again.text_input(key=field_key(again, "words")).value == "kobane"


def test_an_event_is_found_by_each_of_its_categories_and_named_with_all(atlas: Atlas) -> None:
    event = next(event for event in atlas.events if len(event.categories) > 1)
    for category in event.categories:
        app = opened(categories=category)
        found = [event for event in atlas.events if category in event.categories]
        others = {other for event in found for other in event.categories}
        assert app.sidebar.caption[0].value == (
            f"Range and filters leave {len(found)} of {len(atlas.events)} events, "
            f"in {len(others)} of {len(atlas.categories)} categories."
        )
        table = app.dataframe[0].value.set_index("Title")
        assert table["Categories"][event.title] == ", ".join(atlas.category_names(event))


def test_a_chapter_sets_the_range_and_the_dates_set_the_chapter(atlas: Atlas) -> None:
    app = opened()
    chapter = next(period for period in atlas.periods if period.chapter)
    app.selectbox(key=field_key(app, "chapter")).set_value(chapter.id).run()
    assert (app.date_input(key=field_key(app, "from")).value, app.date_input(key=field_key(app, "to")).value) == (
        chapter.start,
        chapter.last_day,
    )
    assert app.query_params["from"] == chapter.start.isoformat()
    app.date_input(key=field_key(app, "from")).set_value(chapter.start.replace(day=chapter.start.day + 1)).run()
    assert app.selectbox(key=field_key(app, "chapter")).value == "own"
    app.date_input(key=field_key(app, "from")).set_value(chapter.start).run()
    assert app.selectbox(key=field_key(app, "chapter")).value == chapter.id


def test_dates_in_the_wrong_order_are_put_right(atlas: Atlas) -> None:
    app = opened(**{"from": "2016-01-01", "to": "2017-01-01"})
    app.date_input(key=field_key(app, "from")).set_value(atlas.events[-1].start).run()
    view = app.session_state["view"]
    assert (app.date_input(key=field_key(app, "from")).value, app.date_input(key=field_key(app, "to")).value) == (
        view.span.start,
        view.span.last_day,
    )
    assert view.span.start < view.span.last_day
    assert not app.exception


def test_reset_goes_back_to_the_start(atlas: Atlas) -> None:
    app = opened(words="kobane", language="ku", moment="2015-01-26", mode="until")
    assert shown(app) < len(atlas.events)
    app.button[0].click().run()
    assert (shown(app), app.query_params) == (len(atlas.events), {})
    assert app.selectbox(key=field_key(app, "language")).value == "en"


def test_what_is_wrong_in_the_address_is_said_and_the_page_is_whole(atlas: Atlas) -> None:
    app = opened(**{"from": "2014-13-01", "event": "![x](http://a.example/b.png)", "mode": "<b>"})
    assert shown(app) == len(atlas.events)
    assert (len(app.warning), maps(app)) == (1, 1)
    assert app.warning[0].value.count("In the address") == 3
    assert "![x]" not in app.warning[0].value
    assert app.query_params == {}


def test_an_address_made_with_other_data_says_so_until_something_else_is_chosen(atlas: Atlas) -> None:
    app = opened(words="kobane", version="0a1b2c3d4e")
    (said,) = [note.value for note in app.info]
    assert "it was version 0a1b2c3d4e then" in said
    assert f"is version {atlas.version} now" in said
    assert (len(app.warning), app.query_params) == (0, {"words": "kobane", "version": "0a1b2c3d4e"})
    app.text_input(key=field_key(app, "words")).set_value("raqqa").run()
    assert (len(app.info), app.query_params) == (0, {"words": "raqqa"})


def test_an_address_made_with_the_same_data_keeps_its_version_and_says_nothing(atlas: Atlas) -> None:
    app = opened(version=atlas.version)
    assert (len(app.info), len(app.warning), app.query_params) == (0, 0, {"version": atlas.version})


def test_a_version_that_is_none_is_said_like_other_mistakes_and_taken_off() -> None:
    app = opened(version="newest")
    assert (len(app.info), len(app.warning), app.query_params) == (0, 1, {})
    assert "version" in app.warning[0].value
    assert "newest" in app.warning[0].value


def test_the_reference_follows_range_filters_and_day_and_holds_the_version(atlas: Atlas) -> None:
    app = opened(words="kobane", moment="2015-01-26", mode="until")
    assert not app.code  # nothing is worked out before it is asked for
    app.session_state["citing"] = True
    app.run()
    words, address, bibtex, ris, snippet = (block.value for block in app.code)
    assert address == f"?words=kobane&moment=2015-01-26&mode=until&version={atlas.version}"
    for block in (words, bibtex, ris):
        assert "26 January 2015" in block
        assert atlas.version in block
    assert 'title="Kobane timeline map"' in snippet
    assert 'date: "2015-01-26"' in snippet
    assert not [row for row in app.caption if "this computer only" in row.value]  # where the app stands is not known


def test_names_that_are_not_the_maps_own_stay_in_the_address() -> None:
    app = opened(campaign="school", words="kobane")
    assert app.query_params["campaign"] == "school"


def test_when_nothing_matches_the_map_stays_and_the_page_says_what_to_loosen() -> None:
    app = opened(words="zzzzzz", **{"from": "2015-01-01"})
    assert (shown(app), maps(app)) == (0, 1)
    assert "fewer or other words" in app.info[0].value
    assert "widen the range" in app.info[0].value


def test_the_view_survives_a_visit_to_the_other_page(atlas: Atlas) -> None:
    app = opened(words="kobane", moment="2015-01-26")
    count = shown(app)
    app.switch_page(page_file("sources_and_words")).run()
    assert not app.exception
    app.switch_page(page_file("map")).run().run()
    assert shown(app) == count < len(atlas.events)
    assert app.session_state["view"].moment.isoformat() == "2015-01-26"
