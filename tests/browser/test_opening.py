"""Where file or app cannot start, words say what to do; a good start takes them away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.app_page import at_rest, settled_map
from tests.browser.map_page import go_to, map_frame, painted, state_of

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.app_server import App
    from tests.browser.chromium import Watch
    from tests.browser.conftest import OpenPage

WORDS = "#timemap-opening"
SPOILED = {
    "a script that the browser refuses": (r"const \$modules", r"const  $modules"),
    "data that cannot be read": (r'(id="timemap-data">)\{', r"\1"),
}
"""What keeps the script of a file from its end: a pattern and what stands in its place."""


def say_what_to_do(page: Page) -> None:
    """Assert that the words are seen, alone on top."""
    words = page.locator(WORDS)
    expect(words).to_have_css("opacity", "1")
    expect(words).to_contain_text("up-to-date browser")
    box = words.bounding_box()
    assert box
    middle = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
    assert page.evaluate(f"([x, y]) => document.elementFromPoint(x, y).closest('{WORDS}') !== null", middle)


@pytest.mark.parametrize("what", SPOILED)
def test_a_file_that_cannot_start_says_what_to_do(
    what: str, open_page: OpenPage, document_path: Path, tmp_path: Path, watch: Watch
) -> None:
    spoiled, count = re.subn(*SPOILED[what], document_path.read_text("utf-8"), count=1)
    assert count == 1
    (tmp_path / "map.html").write_text(spoiled, encoding="utf-8")
    page = open_page((tmp_path / "map.html").as_uri())
    say_what_to_do(page)
    watch.hear_all()
    assert watch.complaints
    watch.forgive("Content Security Policy", "JSON")


def test_without_javascript_file_and_app_say_so(open_page: OpenPage, document_path: Path, app_url: str) -> None:
    page = open_page(document_path.as_uri(), java_script_enabled=False)
    for address in (document_path.as_uri(), app_url, f"{app_url}/territory"):
        page.goto(address)
        expect(page.locator(WORDS)).to_have_css("opacity", "1")
        expect(page.locator(f"{WORDS} .without-script")).to_be_visible()


def test_an_app_that_cannot_reach_its_server_says_what_to_do(open_page: OpenPage, app: App, watch: Watch) -> None:
    page = open_page("about:blank")
    page.route_web_socket("**/_stcore/stream", lambda socket: socket.close())
    page.goto(app.url())
    say_what_to_do(page)
    expect(page.locator(WORDS)).to_contain_text("WebSocket")
    watch.forgive("WebSocket", "_stcore")


def test_a_good_start_takes_the_words_away(
    open_page: OpenPage, document_path: Path, app_url: str, watch: Watch
) -> None:
    page = open_page(document_path.as_uri())
    map_frame(page)
    expect(page.locator(WORDS)).to_have_count(0)
    for path in ("", "/territory"):
        page.goto(f"{app_url}{path}")
        at_rest(page)
        expect(page.locator(WORDS)).to_have_count(0)
    watch.forgive("/territory/_stcore/")  # where Streamlit first looks for its server


HIDDEN = """(() => {
  const [ask, cancel, waiting] = [requestAnimationFrame.bind(window), cancelAnimationFrame.bind(window), []];
  let hidden = true;
  window.requestAnimationFrame = (run) => (hidden ? -waiting.push(run) : ask(run));
  window.cancelAnimationFrame = (id) => (id < 0 ? delete waiting[-id - 1] : cancel(id));
  Object.defineProperty(Document.prototype, "hidden", { get: () => hidden });
  Object.defineProperty(Document.prototype, "visibilityState", { get: () => (hidden ? "hidden" : "visible") });
  window.showTab = () => {
    hidden = false;
    waiting.forEach((run) => ask(run));
    document.dispatchEvent(new Event("visibilitychange"));
  };
})()"""
"""What a browser does in a tab that is opened behind another one: it paints no frame before the tab is shown."""


def test_a_map_that_was_opened_behind_another_tab_is_right_when_it_is_shown(
    open_page: OpenPage, document_path: Path, app_url: str
) -> None:
    view = "moment=2019-10-13&lat=36.85&lon=40&zoom=8.5"
    written = "window.timemap.names().map(({ text }) => text)"
    for address, ready in ((f"{document_path.as_uri()}#{view}", map_frame), (f"{app_url}/?{view}", settled_map)):
        behind = open_page("about:blank")
        behind.add_init_script(HIDDEN)
        behind.goto(address)
        frame = ready(behind)
        front = ready(open_page(address))
        painted(front)
        before = front.evaluate(written)
        frame.evaluate("window.timemap.goTo('2014-10-06')")
        assert frame.evaluate(written) == before  # no frame was painted since
        for each in behind.frames:
            each.evaluate("window.showTab()")
        painted(frame)
        go_to(front, "2014-10-06")
        assert frame.evaluate(written) == front.evaluate(written) != before
        assert state_of(frame) == state_of(front)
