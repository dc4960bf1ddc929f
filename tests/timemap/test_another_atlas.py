"""Another atlas goes through everything that ours goes through, and nothing of ours stands in what comes out."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from geodata.atlas import load
from geodata.cli.main import main as geodata
from geodata.data import ATLAS
from geodata.dataset import Dataset, load_dataset
from geodata.lessons.reader import read_lessons
from tests.pages.app import entered
from tests.timemap.another_atlas import BERLIN, own_words
from timemap.app.page_list import PAGES
from timemap.cli.main import main as timemap
from timemap.exports.formats import FORMATS
from timemap.state.map_state import filter_by_state
from timemap.state.snapshot import snapshot_of

if TYPE_CHECKING:
    from pathlib import Path

    from timemap.exports.formats import Format

TODAY = date(2026, 11, 30)


@pytest.fixture(autouse=True)
def another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ATLAS, str(BERLIN))


@pytest.fixture
def dataset() -> Dataset:
    return load_dataset()


def text_of(content: bytes, ending: str) -> str:
    """Return what can be read in a file."""
    if ending == ".pdf":
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    if ending == ".xlsx":
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    return content.decode("utf-8", "replace")


def test_it_is_read_without_a_problem() -> None:
    atlas = load()
    assert atlas.problems == ()
    assert (len(atlas.events), len(atlas.holds)) >= (10, 20)
    assert [read.problems for read in read_lessons()] == [()]
    assert geodata(["check"]) == 0


def test_areas_follow_from_its_holds_on_plain_ground(dataset: Dataset) -> None:
    assert dataset.geography.countries.empty
    held = {area.controller for area in dataset.areas.on(date(1961, 8, 13))}
    assert held == {"soviet", "american", "british", "french"}
    assert {area.controller for area in dataset.areas.on(date(1990, 10, 3))} == {"germany"}
    assert 300 < sum(area.km2 for area in dataset.areas.on(date(1961, 8, 13))) < 900


def test_the_whole_range_ends_with_it_and_not_today(dataset: Dataset) -> None:
    assert snapshot_of(dataset.atlas, today=TODAY).state.span.last_day == date(1990, 10, 3)


@pytest.mark.parametrize("row", [row for row in FORMATS if not row.is_moving], ids=lambda row: row.id)
def test_every_format_is_written_without_a_word_of_ours(dataset: Dataset, row: Format) -> None:
    snapshot = snapshot_of(dataset.atlas, today=TODAY)
    content = row.write(dataset, filter_by_state(snapshot.state, dataset.atlas), snapshot)
    assert len(content) > 1000
    assert own_words(text_of(content, row.ending)) == []


def test_the_search_for_our_words_can_fail() -> None:
    assert own_words("the siege of Kobane in Syria") == ["the siege of Kobane in Syria"] * 2


@pytest.mark.parametrize("options", [[], ["--short"], ["--teacher"]], ids=["worksheet", "short", "notes"])
def test_a_lesson_of_it_is_printed(tmp_path: Path, options: list[str]) -> None:
    out = tmp_path / "lesson.pdf"
    assert timemap(["handout", "a-city-in-four-sectors", str(out), *options]) == 0
    words = text_of(out.read_bytes(), ".pdf")
    assert "A city in four sectors" in words
    assert own_words(words) == []


def test_a_site_of_it_has_no_word_of_ours_but_in_the_help(tmp_path: Path) -> None:
    assert timemap(["site", str(tmp_path / "site")]) == 0
    files = [path for path in (tmp_path / "site").rglob("*") if path.is_file() and "help" not in path.parts]
    assert {"index.html", "map.html", "claims.html", "words.html", "numbers.html"} <= {path.name for path in files}
    found = {path.name: own_words(text_of(path.read_bytes(), path.suffix)) for path in files}
    assert {name: words for name, words in found.items() if words} == {}
    assert "no claims" in (tmp_path / "site" / "claims.html").read_text("utf-8")
    assert "no contested terms" in (tmp_path / "site" / "words.html").read_text("utf-8")


@pytest.mark.parametrize("page", [page.file for page in PAGES if page.file != "help"])
def test_a_page_of_the_app_shows_it(page: str) -> None:
    app = entered(page)
    parts = (*app.title, *app.header, *app.subheader, *app.markdown, *app.info, *app.caption, *app.warning)
    words = "\n".join(str(part.value) for part in parts)
    assert words
    assert own_words(words) == []
    assert not [part.value for part in app.warning]
    assert not [part.label for part in app.expander if "problem" in part.label]
