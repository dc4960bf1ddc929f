"""The page of numbers shows its five parts for the time that is asked for, and follows the map where it was set."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from geodata.areas.timeline.changes import days_of_change
from geodata.dates.span import DAY, Span
from geodata.dates.wording import day_in_words
from geodata.text.selection import filter_events
from tests.pages.app import entered
from timemap.app.charts.time_filter import MAP
from timemap.app.page_files import page_file
from timemap.exports.formats import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

    from geodata.areas import AreasInTime
    from geodata.atlas import Atlas

PAGE = page_file("territory")
SIEGE = "chapter-siege"
MOMENT = r"\./\?moment=\d{4}-\d{2}-\d{2}"


def parts(atlas: Atlas) -> list[str]:
    """Return the names of the tabs."""
    focus = atlas.place(atlas.setting("focus-place")).name
    return [
        "Area by holder",
        atlas.setting("zones-heading"),
        f"Distance from {focus}",
        "Events by month",
        "Land changing hands",
        "Key dates",
    ]


def opened(**params: str) -> AppTest:
    return entered("territory", **params)


def text(app: AppTest) -> str:
    """Return what is written, as a reader sees it."""
    written = "\n".join(element.value for element in app.markdown)
    return re.sub(r"\\(.)", r"\1", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", written))


def drawn(folder: Path, name: str) -> AppTest:
    """Return one part of the page as it is drawn with the tables of ``folder``."""

    def script(folder: str, name: str) -> None:
        from datetime import date  # noqa: PLC0415 (only the body of this function is run)
        from pathlib import Path  # noqa: PLC0415

        from geodata.atlas import load  # noqa: PLC0415
        from geodata.dates.span import Span  # noqa: PLC0415
        from geodata.text.selection import filter_events  # noqa: PLC0415
        from timemap.app.charts import cache, section_view  # noqa: PLC0415
        from timemap.charts import area_sizes, event_counts  # noqa: PLC0415

        known = load(Path(folder))
        span = Span(date(2014, 1, 1), date(2026, 11, 24))
        if name == "events":
            section_view.render_section(
                event_counts.section(known, filter_events(known, span=span).events, span), known
            )
        else:
            section_view.render_section(area_sizes.section(cache.load_statistics(known), known, span), known)

    app = AppTest.from_function(script, default_timeout=180, kwargs={"folder": str(folder), "name": name}).run()
    assert not app.exception
    return app


@pytest.mark.parametrize("number", range(5))
def test_every_part_has_charts_words_a_table_and_files(number: int, atlas: Atlas) -> None:
    app = opened(numbers=parts(atlas)[number])
    assert [element.value for element in app.title] == ["Territory in numbers"]
    assert len(app.header) == 1
    charts = app.get("vega_lite_chart")
    assert len(charts) == len(app.subheader) > 1
    assert all(chart.proto.alt.startswith("Chart: ") for chart in charts)
    assert len(app.dataframe) == 1
    assert len(app.dataframe[0].value) > 10
    assert [button.proto.label for button in app.get("download_button")] == [
        "Table (CSV)",
        "Picture (PNG)",
        "Vector drawing (SVG)",
    ]
    written = "\n".join(element.value for element in app.markdown)
    assert len(re.findall(rf"\]\({MOMENT}\)", written)) >= len(charts)
    assert all(re.fullmatch(MOMENT, address) for address in app.dataframe[0].value["map"])


def test_without_a_visit_to_the_map_everything_is_shown(atlas: Atlas) -> None:
    app = opened(numbers="Events by month")
    assert app.selectbox(key="numbers-time").value == "everything"
    assert f"{len(atlas.events)} events in" in text(app)


def test_a_chapter_narrows_the_time(atlas: Atlas, areas: AreasInTime) -> None:
    app = opened(numbers="Land changing hands")
    app.selectbox(key="numbers-time").set_value(SIEGE).run()
    span = next(period.span for period in atlas.periods if period.id == SIEGE)
    days = [change for change in days_of_change(areas) if span.covers(change.day)]
    assert f"Land was taken by fighting or withdrawal on {len(days)} days" in text(app)
    assert set(app.dataframe[0].value["day"]) == {change.day for change in days}


def test_the_range_and_filters_of_the_map_are_followed_and_can_be_left(atlas: Atlas) -> None:
    app = entered("map", **{"from": "2014-09-01", "to": "2014-12-31", "categories": "battle,border"})
    app.query_params["numbers"] = "Events by month"
    app.switch_page(PAGE).run()
    assert not app.exception
    assert app.selectbox(key="numbers-time").value == MAP
    span = Span(date(2014, 9, 1), date(2014, 12, 31) + DAY)
    found = filter_events(atlas, span=span, categories=["battle", "border"]).events
    began = [event for event in found if span.covers(event.start)]
    assert f"{len(began)} events in" in text(app)
    assert f"Counted: {len(began)} of {len(atlas.events)} events." in text(app)
    assert [element.value for element in app.subheader] == ["All events", "Fighting", "Border"]
    both = sum({"battle", "border"}.issubset(event.categories) for event in began)
    assert f"{len(began) + both} in all charts, from {len(began)} events." in text(app)
    app.selectbox(key="numbers-time").set_value("everything").run()
    assert f"{len(atlas.events)} events in" in text(app)


def test_filters_that_let_nothing_pass_are_said(atlas: Atlas) -> None:
    app = entered("map", words="zzzzzz")
    app.query_params["numbers"] = "Events by month"
    app.switch_page(PAGE).run()
    assert not app.exception
    assert app.info[0].value == "No data for this period and these filters."
    assert app.get("vega_lite_chart") == []
    assert atlas.events


@pytest.mark.parametrize("written", ["6 October 2014", "6/10/2014", "2014-10-06", " 6 Oct 2014"])
def test_a_day_that_is_typed_is_told_by_every_chart_and_opens_the_map(written: str) -> None:
    app = opened(numbers="Area by holder")
    app.text_input(key="asked-day-areas").set_value(written).run()
    links = re.findall(rf"\[([^\]]+)\]\(({MOMENT})\)", "\n".join(element.value for element in app.markdown))
    assert ("Open the map on 6 October 2014", "./?moment=2014-10-06") in links
    said = [element.value for element in app.markdown if element.value.startswith("[6 October 2014]")]
    assert len(said) == len(app.subheader) > 1


def test_an_address_with_the_old_name_of_the_first_part_opens_it() -> None:
    assert opened(numbers="Area by controller").text_input(key="asked-day-areas")


@pytest.mark.parametrize("written", ["6 October 1914", "soon"])
def test_what_is_no_day_of_the_time_shown_is_said(written: str) -> None:
    app = opened(numbers="Area by holder")
    app.text_input(key="asked-day-areas").set_value(written).run()
    assert any(element.value.startswith("Type a date from 1 January 2014 to") for element in app.markdown)
    assert not any("Open the map on" in element.value for element in app.markdown)


def test_key_dates_are_shown_in_one_picture_that_can_be_taken(atlas: Atlas) -> None:
    app = opened(numbers="Key dates")
    (picture,) = app.get("image")[0].proto.imgs
    labels = [button.proto.label for button in app.get("download_button")]
    assert labels == [row.label for row in FORMATS if row.whole]
    assert len(labels) > 1
    written = text(app)
    for row in atlas.key_dates:
        told = f"{day_in_words(row.day)}: {atlas.event(row.event).title}. {row.why}"
        assert told in written
        assert told in picture.alt
    links = re.findall(rf"\]\({MOMENT}\)", "\n".join(element.value for element in app.markdown))
    assert len(links) == len(atlas.key_dates)


@pytest.mark.parametrize(("table", "part"), [("holds", "areas"), ("events", "events")])
def test_an_empty_table_is_said(table: str, part: str, folder: Path) -> None:
    file = folder / f"{table}.csv"
    file.write_text(file.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    app = drawn(folder, part)
    assert len(app.info) == 1
    assert len(app.header) == 1
    assert app.get("vega_lite_chart") == []
    assert app.get("download_button") == []
