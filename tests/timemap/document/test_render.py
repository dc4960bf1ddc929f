"""The document is one file: complete, deterministic, small, and without an address that a browser would fetch."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from geodata import __version__
from tests.timemap.conftest import TODAY
from timemap.document.folium_map import TimeMap
from timemap.document.render import render
from timemap.state.initial import initial_state
from timemap.text.page_head import PageHead, head_tags

if TYPE_CHECKING:
    from collections.abc import Callable

    from geodata.areas import AreasInTime
    from geodata.atlas import Atlas
    from geodata.dataset import Dataset

FETCHED = re.compile(
    r"""<(?:script|img|iframe|source|video|audio)\b[^>]*\bsrc\s*=\s*["'](?!data:)"""
    r"""|<link\b[^>]*\bhref\s*=\s*["'](?!data:)"""
    r"""|url\(\s*["']?(?!data:|\#)|@import""",
    re.IGNORECASE,
)


def without_data_addresses(html: str) -> str:
    return re.sub(r"data:[\w/+.-]+;base64,[A-Za-z0-9+/=]+", "data:x", html)


def styles_and_tags(html: str) -> str:
    """Leave script contents out: what they hold is text until they ask for it."""
    return re.sub(r"(<script\b[^>]*>).*?</script>", r"\1</script>", without_data_addresses(html), flags=re.DOTALL)


def test_nothing_in_it_is_fetched(html: str) -> None:
    assert FETCHED.search(styles_and_tags(html)) is None


def test_the_check_for_fetches_can_fail() -> None:
    for bad in ['<script src="https://a/b.js">', '<link href="https://a/b.css">', "a{background:url(x.png)}"]:
        assert FETCHED.search(styles_and_tags(bad))


def test_none_of_folium_s_default_scripts_is_in_it(html: str) -> None:
    for name in ("jquery", "bootstrap", "awesome", "glyphicon"):
        assert name not in without_data_addresses(html).lower()


def test_it_is_the_same_every_time(html: str, atlas: Atlas, dataset: Dataset) -> None:
    assert render(dataset, view=initial_state(atlas, today=TODAY)) == html


def test_it_names_its_maker_and_licence(html: str, data: dict[str, Any], atlas: Atlas) -> None:
    assert f'<meta name="generator" content="Kobane timeline map {__version__}">' in html
    assert data["licence"] == atlas.setting("licence")


def test_its_head_tells_other_programs_what_it_is_and_no_address_that_it_does_not_have(html: str) -> None:
    tags = dict(re.findall(r'<meta (?:name|property)="([\w.:]+)" content="([^"]*)">', html.partition("</head>")[0]))
    assert tags["og:title"] == tags["citation_title"] == "Kobane timeline map"
    assert tags["citation_date"] == TODAY.strftime("%Y/%m/%d")
    assert tags["og:description"] == tags["description"]
    assert tags["twitter:card"] == "summary"
    assert not {"og:image", "og:url", "citation_public_url"} & set(tags)


def test_it_fits_the_promised_size(html: str) -> None:
    assert len(html.encode()) <= 2_000_000


def test_all_events_and_their_sources_are_in_it(data: dict[str, Any], atlas: Atlas, areas: AreasInTime) -> None:
    assert len(data["events"]["id"]) == len(atlas.events)
    assert {len(column) for column in data["events"].values()} == {len(atlas.events)}
    by_id = dict(zip(data["events"]["id"], data["events"]["sources"], strict=True))
    for event in atlas.events:
        urls = [data["sources"]["url"][number] for number in by_id[event.id]]
        assert urls == [atlas.source(source).url for source in event.sources]
    drawn = {cell.place for cell in areas.cells}
    held = {hold.source for hold in atlas.holds if hold.source and hold.place in drawn}
    assert set(data["sources"]["url"]) >= {atlas.source(source).url for source in held}
    assert all(sources for sources in data["events"]["sources"])
    assert data["events"]["start"] == sorted(data["events"]["start"])


def test_script_in_a_text_stays_text(atlas: Atlas, dataset: Dataset) -> None:
    evil = "</script><script>alert(1)</script><!--"
    event = atlas.events[0].model_copy(update={"title": evil, "summary": evil})
    html = render(replace(dataset, atlas=replace(atlas, events=(event,))), view=initial_state(atlas, today=TODAY))
    assert "<script>alert(1)" not in html
    assert "\\u003c/script>\\u003cscript>alert(1)" in html


@pytest.mark.parametrize(
    "words", ["{{7*7}}", "{% raw %}", "{#", "{{{%", "{{ cycler.__init__.__globals__.os.getcwd() }}"]
)
def test_words_of_the_tables_never_run_as_a_template(
    words: str, atlas: Atlas, dataset: Dataset, data_of: Callable[[str], dict[str, Any]]
) -> None:
    event = atlas.events[0].model_copy(update={"title": words, "summary": words})
    settings = tuple(row.model_copy(update={"value": words}) if row.id == "title" else row for row in atlas.settings)
    changed = replace(atlas, events=(event, *atlas.events[1:]), settings=settings)
    html = render(replace(dataset, atlas=changed), view=initial_state(atlas, today=TODAY))
    data = data_of(html)
    assert data["events"]["title"][data["events"]["id"].index(event.id)] == words
    assert data["title"] == words
    assert f"<title>{words.replace('{', '&#123;')}</title>" in html
    assert f'<meta property="og:title" content="{words.replace("{", "&#123;")}">' in html


def test_script_in_the_title_of_the_page_stays_text(data: dict[str, Any]) -> None:
    evil = "</title><script>alert(2)</script>"
    tags = head_tags(PageHead(evil, f'"{evil}', site=evil, licence=evil, made=TODAY))
    page = TimeMap({**data, "title": evil}, tags).get_root().render()
    assert "<script>alert(2)" not in page
    assert 'content="&quot;&lt;/title&gt;' in page
