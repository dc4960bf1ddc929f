"""The watch over the pages notices what it is there for: without this the other tests' silence would prove nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

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


@pytest.mark.parametrize("name", PAGES)
def test_what_a_page_does_wrong_is_noticed(name: str, tmp_path: Path, open_page: OpenPage, watch: Watch) -> None:
    html, refused, complaint = PAGES[name]
    path = tmp_path / "page.html"
    path.write_text(f"<!doctype html><title>{name}</title>{html}", encoding="utf-8")
    open_page(path.as_uri()).wait_for_load_state("networkidle")
    assert watch.refused == ([refused] if refused else [])
    assert len(watch.complaints) == 1
    assert complaint in watch.complaints[0]
    watch.refused.clear()
    watch.complaints.clear()


def test_a_calm_page_is_let_pass(tmp_path: Path, open_page: OpenPage, watch: Watch) -> None:
    (tmp_path / "page.html").write_text(
        "<!doctype html><title>calm</title><script>console.log('hello')</script>", encoding="utf-8"
    )
    page = open_page((tmp_path / "page.html").as_uri())
    assert page.title() == "calm"
    assert watch == type(watch)()
