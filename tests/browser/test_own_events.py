"""Own events in a document: on the map, in list and card, filtered, never run, and taken from a page around."""

from __future__ import annotations

import csv
import json
import re
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import expect

from geodata.atlas import load
from geodata.geography import load_geography
from geodata.table_import.files.opening import open_table
from geodata.table_import.importer import Importer
from tests.browser.map_page import await_moment, map_frame, painted, set_state, state_of, visible_events
from tests.browser.waiting import await_truth
from tests.hostile import RAN, TEXTS
from timemap.document.own_events import own_data
from timemap.own_data.own_table import OwnTable
from timemap.style.tokens import TOKENS

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame, Page

    from tests.browser.conftest import Export, OpenPage

LEAST_SEEN = 40
"""Pixels of a plate that are seen round its symbol."""

DAY = "2014-10-06"
HEAD = ("date", "title", "summary", "category", "place", "lat", "lon", "deaths", "source", "url", "actors")
PLAIN = (
    DAY,
    "Bakery opens",
    "Bread",
    "Harvest",
    "Raqqa",
    "35.95",
    "39.01",
    "3",
    "A paper",
    "https://one.example/a",
    "",
)
HOSTILE = [text.strip() for text in TEXTS.values() if len(text) < 300 and re.search(r"<|\{[{%]", text)][:8]
"""Texts that would be markup or a command in another place."""


def table_in(folder: Path) -> Path:
    """Write a table with a plain row, and a row for each hostile text, which stands in all its cells."""
    path = folder / "mine.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEAD)
        writer.writerow(PLAIN)
        for text in HOSTILE:
            writer.writerow((DAY, text, text, text, text, "36.9", "38.36", "", text, "javascript:alert(1)", text))
    return path


def choose_own(page: Page, words: str) -> None:
    page.get_by_role("radio", name=words).check()
    painted(page.main_frame)


def test_own_events_are_marked_filtered_and_never_run(open_page: OpenPage, export: Export, tmp_path: Path) -> None:
    page = open_page(export("--own", str(table_in(tmp_path))).as_uri() + f"#moment={DAY}")
    frame = map_frame(page)
    ours = len([name for name in visible_events(frame) if not name.startswith("own-")])
    assert ours > 0

    expect(page.locator(".own-line")).to_contain_text(f"Your data: {len(HOSTILE) + 1} events from mine.csv.")
    page.locator(".filters summary").click()
    choose_own(page, "Only your data")
    assert visible_events(frame) == [f"own-1-{row}" for row in range(2, len(HOSTILE) + 3)]
    await_truth(
        page, "the address to name the choice", "() => location.hash.includes('own=alone')", instead="location.hash"
    )
    expect(page.locator(".list-rows .own-mark")).to_have_count(len(HOSTILE) + 1)
    choose_own(page, "Without your data")
    assert len(visible_events(frame)) == ours
    choose_own(page, "All events")
    assert len(visible_events(frame)) == ours + len(HOSTILE) + 1

    assert_plate_at(page, frame, "own-1-2")
    for row in range(3, len(HOSTILE) + 3):
        frame.evaluate("(id) => { window.timemap.select(id); }", f"own-1-{row}")
        expect(page.locator(".card .own-mark")).to_have_text(f"Your data: mine.csv, row {row}")
        assert page.locator(".card a[href^='javascript']").count() == 0
    assert page.evaluate(f"window.{RAN}") is None

    frame.evaluate("() => { window.timemap.select('own-1-2'); }")
    card = page.get_by_role("region", name="Selected event")
    expect(card).to_contain_text("Category in the table: Harvest")
    expect(card).to_contain_text("Deaths: 3")
    expect(card.get_by_role("link", name="A paper")).to_have_attribute("href", "https://one.example/a")
    assert "Based on a single publisher" not in card.inner_text()


def assert_plate_at(page: Page, frame: Frame, event: str) -> None:
    """Check that the symbol of an event stands on a plate in the colour of own events."""
    painted(frame)
    places = {name: spot["symbol"] for spot in frame.evaluate("window.timemap.symbols()") for name in spot["events"]}
    x, y = places[event]
    box = page.locator(".folium-map").bounding_box()
    assert box is not None
    around = {"x": box["x"] + x - 9, "y": box["y"] + y - 9, "width": 18.0, "height": 18.0}
    picture = Image.open(BytesIO(page.screenshot(clip=around))).convert("RGB")  # type: ignore[arg-type] # a box
    wanted = tuple(int(TOKENS.events.own_colour[at : at + 2], 16) for at in (1, 3, 5))
    assert list(picture.get_flattened_data()).count(wanted) > LEAST_SEEN


def test_a_page_around_sends_own_events_before_the_map_starts(
    open_page: OpenPage, document_path: Path, tmp_path: Path
) -> None:
    opened = open_table(table_in(tmp_path).read_bytes(), "mine.csv")
    found = Importer(load(), load_geography()).read(opened, "mine.csv")
    own = json.dumps(own_data(load(), [OwnTable("mine.csv", found.events)])).replace("<", "\\u003c")
    answers = {"good": json.dumps(own), "lost": "null"}
    for name, answer in answers.items():
        host = tmp_path / f"{name}.html"
        host.write_text(
            f"<!doctype html><title>Host</title><script>const own = {answer};"
            "addEventListener('message', ({ data, source }) => data.type === 'timemap:own-wanted'"
            " && source.postMessage({ type: 'timemap:own', own }, '*'));</script>"
            f'<iframe title="Map" src="{document_path.as_uri()}?timemap-own" width="900" height="600"></iframe>',
            encoding="utf-8",
        )
        page = open_page(host.as_uri())
        frame = page.frames[1]
        await_truth(frame, "the map to start", "() => window.timemap !== undefined")
        notice = frame.get_by_text("Your data could not be loaded. The map is shown without it.")
        if name == "good":
            set_state(frame, own="alone", moment=DAY)
            assert "own-1-2" in visible_events(frame)
            assert state_of(frame)["own"] == "alone"
            expect(notice).to_have_count(0)
            continue
        expect(notice).to_be_visible()
        page.evaluate("() => frames[0].postMessage({ type: 'timemap:open', address: 'moment=2015-01-26' }, '*')")
        await_moment(frame, "2015-01-26")
        expect(notice).to_be_visible()
        frame.get_by_role("alert").get_by_role("button", name="Close").click()
        expect(notice).to_be_hidden()
