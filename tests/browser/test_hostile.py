"""Hostile texts in tables and a lesson, addresses and messages: nothing of them runs, and every page is there."""

from __future__ import annotations

import csv
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from geodata.atlas import load
from geodata.dataset import Dataset
from geodata.lessons.reader import read_lesson_text
from geodata.lessons.writer import lesson_markdown
from tests import project_data
from tests.browser.app_page import at_rest, press_beside_map, settled_map
from tests.browser.app_with_tables import app_of
from tests.browser.file_server import hosted
from tests.browser.map_page import map_frame
from tests.hostile import ADDRESSES, MESSAGES, RAN, TEXTS
from tests.timemap.snapshots import TODAY
from timemap.app.page_list import PAGES
from timemap.exports import snapshot_of
from timemap.site.build import build

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from geodata.lessons.model import Lesson
    from tests.browser.chromium import Watch
    from tests.browser.conftest import OpenPage

HERE = Path(__file__).parent
COLUMNS = {
    "events": ("title", "summary", "contested"),
    "terms": ("wording", "used_by", "meaning"),
    "claims": ("statement", "finding"),
    "sources": ("title", "note"),
    "key_dates": ("why",),
    "periods": ("name", "one_line"),
    "categories": ("name", "description"),
    "parties": ("name", "description"),
    "controllers": ("name", "note"),
}
"""Columns of text by their tables; places and zones stay, since areas are made of them."""

SHORT = [" ".join(text.split()) for text in TEXTS.values() if len(text) < 300 and text.isprintable()]
TITLE = 70
"""Characters that a title may have."""

LEAST = 200
"""Characters that stand on any page that is not blank."""


def fill_tables(folder: Path) -> None:
    """Put a text of the corpus at the end of every text of the tables."""
    texts = cycle(SHORT)
    for name, columns in COLUMNS.items():
        file = folder / f"{name}.csv"
        with file.open(encoding="utf-8", newline="") as opened:
            rows = list(csv.DictReader(opened))
        for row in rows:
            for column in columns:
                if row[column]:
                    row[column] = f"{row[column][:10]} {next(texts)}"[: TITLE if column in {"title", "name"} else None]
        with file.open("w", encoding="utf-8", newline="") as opened:
            writer = csv.DictWriter(opened, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)


def hostile_lesson() -> Lesson:
    """Return a lesson of ours with a text of the corpus in every field, as far as lessons may have it."""
    lesson, texts = project_data.lessons()[0].lesson, cycle(SHORT)
    scenes = tuple(
        scene.model_copy(
            update={"title": f"{number}. {next(texts)}"}
            | {name: "\n\n".join(next(texts) for _ in range(4)) for name in ("text", "question", "teacher")}
        )
        for number, scene in enumerate(lesson.scenes, 1)
    )
    typed = lesson.model_copy(
        update={"title": SHORT[0], "aims": tuple(SHORT), "text": "\n\n".join(SHORT[:20]), "scenes": scenes}
    )
    # What the reader refuses of it is left out.
    read = read_lesson_text(lesson_markdown(typed), "hostile.md").lesson
    assert len(read.scenes) > 1
    assert read.title == SHORT[0]
    return read


def watch_dialogs(page: Page) -> Page:
    """Note on the page itself whether a dialog came up."""
    page.on("dialog", lambda dialog: dialog.dismiss())
    page.add_init_script(f"for (const name of ['alert', 'confirm', 'prompt']) window[name] = () => (window.{RAN} = 1);")
    return page


def assert_untouched(page: Page) -> None:
    """Assert that no frame ran a text, and that the page is not blank and shows no error of Python."""
    for frame in page.frames:
        assert frame.evaluate(f"window.{RAN}") is None, frame.url[:100]
    text = page.locator("body").inner_text()
    assert len(text) > LEAST or page.frames[1:], page.url[:100]
    assert "Traceback (most recent call last)" not in text
    expect(page.get_by_test_id("stException")).to_have_count(0)


def walk_document(page: Page, lesson: Lesson) -> None:
    """Go through events, filters and the lesson of a document."""
    frame = map_frame(page)
    for _ in range(3):
        frame.get_by_role("button", name="Next event").click()
    frame.evaluate("window.timemap.set({words: 'script'})")
    for scene in range(3):
        frame.evaluate("(state) => window.timemap.set(state)", {"lesson": lesson.id, "scene": scene})
        expect(frame.locator(".lesson-prose").first).to_be_attached()
        assert_untouched(page)
    frame.evaluate("window.timemap.set({lesson: null})")


def test_no_text_of_the_corpus_runs_in_document_or_site(folder: Path, tmp_path: Path, open_page: OpenPage) -> None:
    fill_tables(folder)
    atlas, lesson = load(folder), hostile_lesson()
    dataset = Dataset(atlas, project_data.areas(), project_data.geography())
    made = tmp_path / "made"
    files = build(dataset, [lesson], snapshot_of(atlas, today=TODAY))
    for name, content in files.items():
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_bytes(content)
    page = watch_dialogs(open_page((made / "index.html").as_uri()))
    for name in sorted(name for name in files if name.endswith(".html") and not name.startswith("help/")):
        page.goto((made / name).as_uri())
        assert_untouched(page)
    page.goto((made / "map.html").as_uri())
    walk_document(page, lesson)
    for address in ADDRESSES[::9]:
        page.goto("about:blank")
        page.goto(f"{(made / 'map.html').as_uri()}#{address}")
        map_frame(page)
        assert_untouched(page)
    with hosted(HERE) as pages, hosted(made) as documents:
        page.goto(f"{pages}/embedding.html?map={documents}/map.html")
        expect(page.get_by_role("status", name="Version:")).to_have_text(atlas.version)
        texts = [{"type": "timemap:set", "state": {name: text}} for text in SHORT for name in ("words", "event", "x")]
        page.evaluate(
            "(all) => all.forEach((one) => document.querySelector('iframe').contentWindow.postMessage(one, '*'))",
            [*MESSAGES, *texts, {"type": "timemap:goTo", "date": "2015-01-26"}],
        )
        expect(page.get_by_role("status", name="Day:")).to_have_text("2015-01-26")
        assert_untouched(page)


def test_no_text_of_the_corpus_runs_in_the_app(folder: Path, tmp_path: Path, open_page: OpenPage, watch: Watch) -> None:
    fill_tables(folder)
    (tmp_path / "hostile.md").write_text(lesson_markdown(hostile_lesson()), "utf-8")
    addresses = cycle(ADDRESSES[4::7])
    with app_of(folder, tmp_path) as url:
        page = watch_dialogs(open_page(url))
        for each in PAGES:
            page.goto(f"{url}/{'' if each is PAGES[0] else each.file}?{next(addresses)}")
            expect(page.get_by_role("heading", level=1).first).to_be_visible()
            at_rest(page)
            assert_untouched(page)
        page.goto(f"{url}/write_a_lesson")
        settled_map(page)
        upload = page.get_by_test_id("stFileUploader").filter(has_text="Load a lesson").locator("input")
        upload.set_input_files(tmp_path / "hostile.md")
        opening = page.get_by_role("button", name="Open this lesson")
        press_beside_map(page, opening)
        expect(opening).to_have_count(0)
        at_rest(page)
        assert_untouched(page)
        press_beside_map(page, page.get_by_text("Preview the lesson"))
        expect(map_frame(page).locator(".lesson-prose").first).to_be_attached()
        assert_untouched(page)
        page.close()
    watch.forgive("/_stcore/")
