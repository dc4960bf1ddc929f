"""The watch over the pages notices what it is there for: without this the other tests' silence would prove nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.browser.waiting import await_value

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.chromium import Watch
    from tests.browser.conftest import OpenPage

PAGES = {
    "picture": (
        '<img src="https://tile.example.org/1.png">',
        "CONNECT tile.example.org:443",
        "ERR_TUNNEL_CONNECTION_FAILED",
    ),
    "picture in a sandboxed frame": (
        '<iframe sandbox="allow-scripts" srcdoc="<img src=https://tile.example.org/2.png>"></iframe>',
        "CONNECT tile.example.org:443",
        "ERR_TUNNEL_CONNECTION_FAILED",
    ),
    "picture at a bare address": ('<img src="http://192.0.2.1/3.png">', "GET http://192.0.2.1/3.png", "403"),
    "thrown error": ('<script>throw new Error("not caught")</script>', None, "not caught"),
    "refused promise": ('<script>Promise.reject(new Error("not awaited"))</script>', None, "not awaited"),
    "console": ('<script>console.error("complained")</script>', None, "complained"),
    "console in a sandboxed frame": (
        '<iframe sandbox="allow-scripts" srcdoc="<script>console.error(`complained inside`)</script>"></iframe>',
        None,
        "complained inside",
    ),
}


def open_html(open_page: OpenPage, folder: Path, html: str) -> Page:
    path = folder / "page.html"
    path.write_text(f"<!doctype html><title>A page</title>{html}", encoding="utf-8")
    return open_page(path.as_uri())


@pytest.mark.parametrize("name", PAGES)
def test_what_a_page_does_wrong_is_noticed(name: str, tmp_path: Path, open_page: OpenPage, watch: Watch) -> None:
    html, refused, complaint = PAGES[name]
    open_html(open_page, tmp_path, html)
    watch.hear_all()
    assert watch.refused == ([refused] if refused else [])
    assert [words for words in watch.complaints if complaint in words] == watch.complaints
    assert len(watch.complaints) == 1
    watch.refused.clear()
    watch.complaints.clear()


def test_a_calm_page_is_let_pass(tmp_path: Path, open_page: OpenPage, watch: Watch) -> None:
    page = open_html(open_page, tmp_path, "<script>console.log('hello')</script>")
    watch.hear_all()
    assert page.title() == "A page"
    assert (watch.refused, watch.complaints) == ([], [])


def test_what_a_frame_says_just_before_the_end_is_heard(tmp_path: Path, open_page: OpenPage, watch: Watch) -> None:
    frame = (
        '<iframe sandbox="allow-scripts" srcdoc="<script>onmessage = () => console.error(`last`)</script>"></iframe>'
    )
    page = open_html(open_page, tmp_path, frame)
    page.evaluate("frames[0].postMessage('now', '*')")
    watch.hear_all()
    assert len(watch.complaints) == 1
    watch.complaints.clear()


def test_pictures_and_console_of_a_failed_test_are_kept(tmp_path: Path, open_page: OpenPage, watch: Watch) -> None:
    open_html(open_page, tmp_path, "<style>html { background: #123456 }</style><script>console.info('hello')</script>")
    watch.hear_all()
    picture, console = watch.keep(tmp_path / "kept")
    with Image.open(picture) as seen:
        assert seen.convert("RGB").getpixel((5, 5)) == (0x12, 0x34, 0x56)
    assert "info: hello" in console.read_text("utf-8")


def test_a_wait_in_vain_says_what_was_there_instead(tmp_path: Path, open_page: OpenPage) -> None:
    page = open_html(open_page, tmp_path, "")
    page.set_default_timeout(200)
    with pytest.raises(pytest.fail.Exception, match="waited for the title: 'Another page'; there was 'A page'"):
        await_value(page, "the title", "document.title", "Another page")
    await_value(page, "the title", "document.title", "A page")
