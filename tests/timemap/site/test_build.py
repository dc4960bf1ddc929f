"""The site hangs together: every link leads somewhere, no page asks for anything outside, no text becomes markup."""

from __future__ import annotations

import csv
import io
import json
import posixpath
import re
import zipfile
from base64 import b64encode
from collections import Counter
from contextlib import redirect_stdout
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import defusedxml.ElementTree as Xml
import geopandas as gpd
import openpyxl
import pytest
from lxml import html as parser
from PIL import Image

from geodata import __version__
from geodata.dates.iso import iso_day
from geodata.dates.wording import day_in_words
from geodata.lessons.image import prepare
from geodata.lessons.picture import ScenePicture
from tests import project_data
from tests.images import drawn, saved
from timemap.cli.main import build_parser, main
from timemap.site.build import HANDOUTS, TABLES, build
from timemap.site.file_list import NAME, file_list, foreign, left_over, remove
from timemap.site.help import help_pictures
from timemap.site.icons import SIZES, icon_name
from timemap.site.offline import MANIFEST, SCRIPT, WORKER, service_worker
from timemap.state.initial import whole_span
from timemap.state.snapshot import snapshot_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.html import HtmlElement

    from geodata.atlas import Atlas

pytestmark = pytest.mark.slow

TODAY = date(2026, 11, 23)
LESSONS = [read.lesson for read in project_data.lessons()]
LOADING = {"link": "href", "script": "src", "img": "src", "iframe": "src", "source": "src", "object": "data"}
BAD_ADDRESSES = (
    "example.org",
    "ftp://example.org/",
    "https://",
    "https://example.org/?a=b",
    'http://x"><script>',
    "javascript:alert(1)//",
    "http://[",
    "http://example.org:99999/",
    "http://example.org/a b",
)
EVIL = '<script>alert("x")</script> {{ 7*7 }} {% raw %} "onload=x'


@dataclass(frozen=True)
class Site:
    """A site as the command writes it."""

    folder: Path
    said: str
    """What the command said."""

    days: tuple[date, date]
    """Day before and after it was written."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder, said, first = tmp_path_factory.mktemp("new") / "site", io.StringIO(), datetime.now(tz=UTC).date()
    with redirect_stdout(said):
        assert main(["site", str(folder)]) == 0
    return Site(folder, said.getvalue(), (first, datetime.now(tz=UTC).date()))


@pytest.fixture(scope="module")
def files(site: Site) -> dict[str, bytes]:
    return {
        path.relative_to(site.folder).as_posix(): path.read_bytes() for path in site.folder.rglob("*") if path.is_file()
    }


@pytest.fixture(scope="module")
def pages(files: dict[str, bytes]) -> dict[str, HtmlElement]:
    return {name: parser.document_fromstring(content) for name, content in files.items() if name.endswith(".html")}


def own_pages(pages: dict[str, HtmlElement]) -> dict[str, HtmlElement]:
    """Return the pages without the map, which is a document of its own."""
    return {name: page for name, page in pages.items() if name != "map.html"}


def links(pages: dict[str, HtmlElement]) -> Iterator[tuple[str, str]]:
    """Yield every page with the address of each of its links."""
    for name, page in own_pages(pages).items():
        for link in page.iter("a"):
            yield name, str(link.get("href"))


def resolved(page: str, path: str) -> str:
    """Return the file that a path on a page means."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path))


def broken(pages: dict[str, HtmlElement], files: dict[str, bytes]) -> list[tuple[str, str]]:
    """Return the links to pages, or places on pages, that there are not."""
    ids = {name: {part.get("id") for part in page.iter() if part.get("id")} for name, page in pages.items()}
    found = []
    for name, address in links(pages):
        parts = urlsplit(address)
        if parts.scheme:
            continue
        target = resolved(name, parts.path) if parts.path else name
        there = target in files and (target == "map.html" or not parts.fragment or parts.fragment in ids[target])
        if not there:
            found.append((name, address))
    return found


def test_every_link_inside_leads_to_a_page_and_a_place_on_it(
    pages: dict[str, HtmlElement], files: dict[str, bytes]
) -> None:
    assert broken(pages, files) == []
    assert len(list(links(pages))) > 3000


def test_a_link_that_leads_nowhere_is_found(files: dict[str, bytes]) -> None:
    page = parser.document_fromstring('<a href="#no">a</a><a href="no.html">b</a><a href="index.html#no">c</a>')
    start = parser.document_fromstring(files["index.html"])
    assert len(broken({"x.html": page, "index.html": start}, files | {"x.html": b""})) == 3


def test_every_page_can_be_reached_from_the_first(pages: dict[str, HtmlElement], files: dict[str, bytes]) -> None:
    leads = {(name, resolved(name, urlsplit(address).path)) for name, address in links(pages)}
    reached = {"index.html"}
    while more := {to for name, to in leads if name in reached and to in files} - reached:
        reached |= more
    charts, maps = (
        {str(image.get("src")) for image in pages[name].iter("img")} for name in ("numbers.html", "lessons.html")
    )
    assert len(charts) > 40
    assert maps == {f"lessons/{lesson.id}.png" for lesson in LESSONS}
    beside = {"style.css", "map.png", "files.json", ".nojekyll", SCRIPT, WORKER, MANIFEST, *map(icon_name, SIZES)}
    package = {f"data/{resource['path']}" for resource in json.loads(files["data/datapackage.json"])["resources"]}
    assert set(files) - reached == {*beside, *charts, *maps, *help_pictures(), *package}
    assert files[".nojekyll"] == b""


def told_of(page: HtmlElement) -> dict[str, str]:
    """Return what the head of a page tells other programs."""
    return {
        str(tag.get("name") or tag.get("property")): str(tag.get("content"))
        for tag in page.head.iter("meta")
        if tag.get("content")
    }


def test_every_page_has_a_title_words_and_a_picture_for_previews_of_links(
    pages: dict[str, HtmlElement], files: dict[str, bytes], site: Site
) -> None:
    described = Counter[str]()
    for name, page in pages.items():
        told = told_of(page)
        assert told["og:title"] == told["citation_title"] == page.findtext(".//title")
        assert told["og:description"] == told["description"]
        assert 20 < len(told["description"]) < 400, name
        described[told["description"]] += 1
        assert resolved(name, told["og:image"]) in files
        assert told["twitter:card"] == "summary_large_image"
        assert told["citation_publisher"] == "Kobane timeline map"
        assert datetime.strptime(told["citation_date"], "%Y/%m/%d").date() in site.days  # noqa: DTZ007 (a day)
        assert "CC BY 4.0" in told["DC.rights"]
        assert not {"og:url", "citation_public_url"} & set(told)
        assert page.find(".//link[@rel='canonical']") is None
    assert [count for count in described.values() if count > 1] == [2]  # the first page and the map


def test_pages_of_a_known_address_name_their_own(evil_files: dict[str, bytes]) -> None:
    with Image.open(io.BytesIO(evil_files["map.png"])) as picture:
        size = tuple(map(str, picture.size))
    for name in ("index.html", "map.html", "claims.html", "help/using/map.html"):
        page = parser.document_fromstring(evil_files[name])
        told, (canonical,) = told_of(page), page.findall(".//link[@rel='canonical']")
        address = f"https://example.org/kobane/{name.removesuffix('index.html')}"
        assert canonical.get("href") == told["og:url"] == told["citation_public_url"] == address
        assert told["og:image"] == "https://example.org/kobane/map.png"
        assert (told["og:image:width"], told["og:image:height"]) == size


@pytest.mark.parametrize("address", ["https://example.org/kobane", "https://example.org/kobane/index.html"])
def test_an_address_of_a_site_ends_with_a_slash(address: str) -> None:
    options = build_parser().parse_args(["site", "site", "--site-address", address])
    assert options.site_address == "https://example.org/kobane/"


@pytest.mark.parametrize("address", BAD_ADDRESSES)
def test_an_address_of_a_site_that_is_none_is_refused(
    address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["site", str(tmp_path / "site"), "--site-address", address])
    assert f'got "{address}", expected a URL such as' in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_what_links_ask_of_the_map_is_there(pages: dict[str, HtmlElement], atlas: Atlas) -> None:
    asked = [parse_qs(urlsplit(address).fragment) for _, address in links(pages) if address.startswith("map.html#")]
    scenes = {lesson.id: len(lesson.scenes) for lesson in LESSONS}
    whole = whole_span(atlas, datetime.now(tz=UTC).date())
    assert {name for one in asked for name in one} == {"moment", "compare", "event", "lesson", "scene", "presenting"}
    for one in asked:
        assert all(atlas.has_event(event) for event in one.get("event", []))
        days = [iso_day(text) for name in ("moment", "compare") for text in one.get(name, [])]
        assert all(day and whole.covers(day) for day in days)
        assert one.get("presenting", ["yes"]) == ["yes"]
        for lesson in one.get("lesson", []):
            assert 0 <= int(one.get("scene", ["0"])[0]) <= scenes[lesson]


def test_nothing_is_loaded_from_elsewhere(pages: dict[str, HtmlElement], files: dict[str, bytes]) -> None:
    for name, page in pages.items():
        loaded = [str(part.get(LOADING[part.tag])) for part in page.iter(*LOADING) if part.get(LOADING[part.tag])]
        assert [one for one in loaded if not one.startswith("data:") and resolved(name, one) not in files] == [], name
    assert b"url(" not in files["style.css"]
    assert b"@import" not in files["style.css"]


def test_links_to_other_sites_tell_them_nothing(pages: dict[str, HtmlElement]) -> None:
    for page in own_pages(pages).values():
        for link in page.iter("a"):
            if urlsplit(str(link.get("href"))).scheme and "://" in str(link.get("href")):
                assert "noopener" in str(link.get("rel")) or link.get("target") == "_blank"


def test_headings_landmarks_and_ids_are_as_readers_of_screens_need_them(pages: dict[str, HtmlElement]) -> None:
    for name, page in own_pages(pages).items():
        levels = [int(part.tag[1]) for part in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels[0] == 1, name
        assert levels.count(1) == 1, name
        assert all(after <= before + 1 for before, after in pairwise(levels)), name
        assert [len(page.findall(f".//{tag}")) for tag in ("main", "header", "footer", "title")] == [1, 1, 1, 1], name
        assert page.get("lang") == "en"
        unnamed = [nav for nav in page.iter("nav") if not nav.get("aria-label")]
        assert unnamed == []
        ids = Counter(part.get("id") for part in page.iter() if part.get("id"))
        assert [one for one, count in ids.items() if count > 1] == [], name
        assert all(link.text_content().strip() or link.get("aria-hidden") for link in page.iter("a")), name
        assert all(image.get("alt") is not None for image in page.iter("img")), name


def test_every_page_says_licence_attribution_and_version(
    pages: dict[str, HtmlElement], atlas: Atlas, site: Site
) -> None:
    made = [f"Data version {atlas.version}. Made on {day_in_words(day)}." for day in site.days]
    for name, page in own_pages(pages).items():
        (foot,) = page.iter("footer")
        words = " ".join(foot.text_content().split())
        for said in (atlas.setting("attribution"), atlas.setting("licence"), atlas.setting("disclaimer")):
            assert said in words, name
        assert any(said in words for said in made)
        assert page.xpath("//meta[@name='generator']/@content") == [f"Kobane timeline map {__version__}"]


def test_all_that_is_known_is_there(pages: dict[str, HtmlElement], atlas: Atlas) -> None:
    texts = {name: " ".join(page.text_content().split()) for name, page in own_pages(pages).items()}
    wanted = {
        "events.html": [text for event in atlas.events for text in (event.title, event.summary, event.contested)],
        "claims.html": [claim.statement for claim in atlas.claims],
        "words.html": [text for term in atlas.terms for text in (term.wording, term.used_by, term.meaning)],
        "sources.html": [source.title for source in atlas.sources],
        "lessons.html": [text for lesson in LESSONS for text in (lesson.title, *lesson.aims)],
        "about.html": [text for row in atlas.coverage for text in (row.region, row.administration, row.troops)],
    }
    wanted["events.html"] += [", ".join(atlas.category_names(event)) for event in atlas.events]
    for name, parts in wanted.items():
        assert [part for part in parts if " ".join(part.split()) not in texts[name]] == [], name


def test_all_events_can_be_taken_along_in_every_format_of_tables_and_maps(
    site: Site, files: dict[str, bytes], pages: dict[str, HtmlElement], atlas: Atlas
) -> None:
    offered = [link for name, link in links(pages) if name == "index.html" and link.startswith("events.")]
    assert len({row.ending for row in TABLES}) == len(TABLES)
    assert offered[-len(TABLES) :] == [f"events{row.ending}" for row in TABLES]
    ids = {event.id for event in atlas.events}
    assert {row["id"] for row in csv.DictReader(io.StringIO(files["events.csv"].decode("utf-8-sig")))} == ids
    sheet = openpyxl.load_workbook(io.BytesIO(files["events.xlsx"]))["Events"]
    assert {row[0] for row in sheet.iter_rows(min_row=2, values_only=True)} == ids
    assert set(gpd.read_parquet(site.folder / "events.parquet")["id"]) == ids
    features = json.loads(files["events.geojson"])["features"]
    assert {row["properties"]["id"] for row in features if row["properties"]["kind"] == "event"} == ids
    assert set(gpd.read_file(site.folder / "events.gpkg", layer="events")["id"]) == ids


@pytest.fixture(scope="module")
def evil_files(atlas: Atlas) -> dict[str, bytes]:
    """Return a site with handouts of a lesson of one scene with a picture, of texts that try to be more than texts."""
    event = atlas.events[0].model_copy(update={"title": EVIL[:70], "summary": EVIL, "contested": EVIL, "place": EVIL})
    source = atlas.source(event.sources[0]).model_copy(update={"title": EVIL, "url": "javascript:alert(1)"})
    others = tuple(row for row in atlas.sources if row.id != source.id)
    term = atlas.terms[0].model_copy(update={"wording": EVIL, "used_by": EVIL, "meaning": EVIL, "topic": EVIL})
    claim = atlas.claims[0].model_copy(update={"statement": EVIL, "finding": EVIL, "section": EVIL})
    evil = replace(
        atlas,
        events=(event, *atlas.events[1:]),
        sources=(source, *others),
        terms=(term, *atlas.terms[1:]),
        claims=(claim, *atlas.claims[1:]),
    )
    image = prepare(saved(drawn()))
    assert isinstance(image, bytes)
    picture = ScenePicture(file="a.jpg", caption=EVIL, credit=EVIL, licence=EVIL, alt=EVIL, image=image)
    scene = LESSONS[0].scenes[0].model_copy(update={"picture": picture})
    lesson = LESSONS[0].model_copy(update={"scenes": (scene,)})
    dataset, snapshot = replace(project_data.dataset(), atlas=evil), snapshot_of(evil, today=TODAY)
    return build(dataset, [lesson], snapshot, handouts=True, address="https://example.org/kobane/")


def test_no_text_becomes_markup(evil_files: dict[str, bytes]) -> None:
    for name, content in evil_files.items():
        if name.endswith(".html") and name != "map.html":
            page = parser.document_fromstring(content)
            scripts = [(script.get("src"), script.text) for script in page.iter("script") if not script.get("type")]
            assert scripts == [(f"{'../' * name.count('/')}{SCRIPT}", None)], name
            assert not [link for link in page.iter("a") if str(link.get("href")).startswith("javascript")], name
            assert not any(part.get("onload") for part in page.iter()), name
            if name in {"events.html", "claims.html", "words.html", "sources.html"}:
                assert "{{ 7*7 }}" in page.text_content(), name


def test_errors_in_events_and_terms_can_be_reported(
    pages: dict[str, HtmlElement], evil_files: dict[str, bytes], atlas: Atlas
) -> None:
    for name, rows in (("events.html", atlas.events), ("words.html", atlas.terms)):
        texts = {str(part.getparent().get("id")): part.text_content() for part in pages[name].find_class("report")}
        assert set(texts) == {row.id for row in rows}
        assert all(f"Id: {row_id}\n" in text and atlas.version in text for row_id, text in texts.items())
    told = parser.document_fromstring(evil_files["events.html"]).find_class("report")[0].text_content()
    assert "View: https://example.org/kobane/events.html#" in told


def linked_data(page: HtmlElement) -> list[dict[str, Any]]:
    """Return the things that a page tells other programs of."""
    (script,) = page.findall(".//script[@type='application/ld+json']")
    graph: list[dict[str, Any]] = json.loads(str(script.text))["@graph"]
    return graph


def test_pages_tell_other_programs_of_the_data_set_and_the_events(
    pages: dict[str, HtmlElement], files: dict[str, bytes], atlas: Atlas
) -> None:
    (dataset,) = linked_data(pages["index.html"])
    assert (dataset["@type"], dataset["version"]) == ("Dataset", atlas.version)
    assert {file["contentUrl"] for file in dataset["distribution"]} <= set(files)
    events = linked_data(pages["events.html"])
    ids = {str(part.get("id")) for part in pages["events.html"].iter("article")}
    assert {event["@id"].removeprefix("#") for event in events} == ids


def test_linked_data_name_a_known_address_and_cannot_end_their_script(evil_files: dict[str, bytes]) -> None:
    page = parser.document_fromstring(evil_files["index.html"])
    (dataset,) = linked_data(page)
    assert dataset["url"] == "https://example.org/kobane/"
    assert all(file["contentUrl"].startswith("https://example.org/kobane/") for file in dataset["distribution"])
    events = linked_data(parser.document_fromstring(evil_files["events.html"]))
    assert EVIL[:70] in {event["name"] for event in events}


def test_the_command_lists_what_it_writes_and_says_how_large_it_is(site: Site, files: dict[str, bytes]) -> None:
    assert set(json.loads(files[NAME])["files"]) == set(files) - {NAME}
    size = sum(map(len, files.values())) / 1e6
    assert site.said == f"{site.folder}: {size:.2f} MB\n"


def kept_offline(worker: bytes) -> set[str]:
    """Return the files that a service worker keeps."""
    (listed,) = re.findall(rb"serve\(self, (\{.*\})\);", worker)
    return set(json.loads(listed)["files"])


def test_all_but_data_for_other_programs_is_kept_for_use_without_a_network(files: dict[str, bytes]) -> None:
    data = {f"events{row.ending}" for row in TABLES} | {name for name in files if name.startswith("data/")}
    assert kept_offline(files[WORKER]) == set(files) - {NAME, WORKER, ".nojekyll", *data}


def test_the_service_worker_is_another_one_as_soon_as_a_file_is(files: dict[str, bytes]) -> None:
    changed = files | {"style.css": files["style.css"] + b" "}
    assert service_worker(files) == service_worker(dict(reversed(files.items())))
    assert service_worker(files) != service_worker(changed)


def test_a_new_site_takes_away_what_an_earlier_one_left_and_nothing_else(tmp_path: Path) -> None:
    names = ("index.html", "lessons/old.md", "lessons/changed.md", "gone/only.md")
    earlier = {name: name.encode() for name in names}
    others = {"photo.jpg": b"", "lessons/mine.md": b"", "lessons/changed.md": b"by somebody else"}
    for name, content in {**earlier, NAME: file_list(earlier), **others}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    found = left_over(tmp_path, [tmp_path / "index.html", tmp_path / NAME])
    assert set(found) == {tmp_path / "lessons" / "old.md", tmp_path / "gone" / "only.md"}
    remove(tmp_path, found)
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert left == {"index.html", NAME, "lessons", "photo.jpg", "lessons/mine.md", "lessons/changed.md"}


def test_files_of_somebody_else_are_in_the_way_and_those_of_an_earlier_site_are_not(tmp_path: Path) -> None:
    earlier = {"index.html": b"ours", "style.css": b"ours"}
    wanted = {tmp_path / name: b"new" for name in (*earlier, "events.csv", "same.txt", "free.html", NAME)}
    for name, content in {**earlier, NAME: file_list(earlier), "events.csv": b"mine", "same.txt": b"new"}.items():
        (tmp_path / name).write_bytes(content)
    assert foreign(tmp_path, wanted) == (tmp_path / "events.csv",)
    (tmp_path / "style.css").write_bytes(b"changed by hand")
    assert foreign(tmp_path, wanted) == (tmp_path / "style.css", tmp_path / "events.csv")
    (tmp_path / NAME).write_text('{"files": {"index.html": "1.0"}}')
    assert {path.name for path in foreign(tmp_path, wanted)} == {"index.html", "style.css", "events.csv", NAME}


def test_a_page_of_ones_own_is_said_before_any_work_and_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timemap.cli.main.load", lambda: pytest.fail("the tables were read in vain"))
    (tmp_path / "index.html").write_text("mine")
    assert main(["site", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f'cannot write "{tmp_path}": a site would overwrite files that are not from an earlier one')
    assert "index.html. Choose another folder, or add --replace." in said
    assert said.count("\n") == 1
    assert [path.read_text() for path in tmp_path.iterdir()] == ["mine"]


def test_another_file_of_ones_own_stays_and_nothing_is_written_unless_it_may_be_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = dict.fromkeys(("index.html", "a.csv", "b.csv", "c.csv", "d.csv"), b"new")
    monkeypatch.setattr("timemap.cli.site.build", lambda *_, **__: made | {NAME: file_list(made)})
    for name in ("a.csv", "b.csv", "c.csv", "d.csv"):
        (tmp_path / name).write_text("mine")
    assert main(["site", str(tmp_path)]) == 1
    assert "a.csv, b.csv, c.csv and 1 more. " in capsys.readouterr().err
    assert {path.read_text() for path in tmp_path.iterdir()} == {"mine"}
    assert main(["site", str(tmp_path), "--replace"]) == 0
    assert main(["site", str(tmp_path)]) == 0
    assert {name: (tmp_path / name).read_bytes() for name in made} == made


@pytest.mark.parametrize("path", ["../outside.txt", "{outside}", "link/outside.txt"])
def test_a_list_that_names_files_outside_of_the_folder_removes_none(tmp_path: Path, path: str) -> None:
    (tmp_path / "outside.txt").write_bytes(b"x")
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "link").symlink_to(tmp_path)
    (folder / NAME).write_bytes(file_list({path.format(outside=tmp_path / "outside.txt"): b"x"}))
    assert left_over(folder, []) == ()


@pytest.mark.parametrize("text", ["", "[]", "no list", '{"files": 3}', '{"files": {"index.html": 3}}'])
def test_what_is_no_list_names_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "index.html").write_bytes(b"")
    (tmp_path / NAME).write_text(text)
    assert left_over(tmp_path, []) == ()


def test_the_numbers_stand_there_as_charts_words_and_tables(
    pages: dict[str, HtmlElement], files: dict[str, bytes], atlas: Atlas
) -> None:
    page = pages["numbers.html"]
    texts = " ".join(page.text_content().split())
    for said in ("Area by holder", "Events by month", "Largest areas on", atlas.setting("zones-heading")):
        assert said in texts
    rows = [row for row in page.iter("tr") if row.findall("td")]
    assert len(rows) > 1000
    for name in ("numbers/areas.csv", "numbers/events.csv"):
        assert atlas.setting("licence") in files[name].decode("utf-8-sig")
    for image in page.iter("img"):
        root = Xml.fromstring(files[str(image.get("src"))])
        assert root.tag.endswith("svg")
        assert not list(root.iter("{http://www.w3.org/2000/svg}image"))


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("in the way")
    assert main(["site", str(tmp_path / "file" / "site")]) == 1
    assert capsys.readouterr().err.endswith("Not a directory\n")


def test_handouts_of_a_lesson_lie_beside_it_where_they_are_asked_for(evil_files: dict[str, bytes]) -> None:
    names = {f"lessons/{LESSONS[0].id}-{end}.pdf" for end, *_ in HANDOUTS}
    assert names <= set(evil_files)
    assert all(evil_files[name].startswith(b"%PDF-") for name in names)
    page = parser.document_fromstring(evil_files["lessons.html"])
    assert names <= {link.get("href") for link in page.iter("a")}


def test_a_lesson_with_a_picture_takes_it_along_on_the_map_and_as_a_file(evil_files: dict[str, bytes]) -> None:
    name = f"lessons/{LESSONS[0].id}.zip"
    with zipfile.ZipFile(io.BytesIO(evil_files[name])) as archive:
        assert archive.namelist() == [f"{LESSONS[0].id}.md", "a.webp"]
        image = archive.read("a.webp")
    assert b64encode(image) in evil_files["map.html"]
    page = parser.document_fromstring(evil_files["lessons.html"])
    assert name in {link.get("href") for link in page.iter("a")}
