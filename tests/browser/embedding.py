"""Page that embeds the document in a frame and records its messages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.browser.waiting import await_truth

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame, Page

    from tests.browser.conftest import OpenPage

SCRIPT = "window.heard = []; addEventListener('message', (event) => heard.push(event.data));"


def open_embedded(open_page: OpenPage, document: Path, folder: Path, **options: Any) -> tuple[Page, Frame]:  # noqa: ANN401 # Playwright's own options
    """Open a page with ``document`` in a frame, written into ``folder``.

    Return it with the frame, ready.
    """
    page_file = folder / "page.html"
    frame = f'<iframe title="Map" src="{document.as_uri()}" width="900" height="600"></iframe>'
    page_file.write_text(f"<!doctype html><title>Host</title><script>{SCRIPT}</script>{frame}", encoding="utf-8")
    page = open_page(page_file.as_uri(), **options)
    ready = "() => heard.some((message) => message.type === 'timemap:ready')"
    await_truth(page, "the document in the frame to say that it is ready", ready, instead="heard")
    return page, page.frames[1]


def post_message(page: Page, message: dict[str, Any]) -> None:
    """Send ``message`` to the document in the frame."""
    page.evaluate("(message) => frames[0].postMessage(message, '*')", message)
