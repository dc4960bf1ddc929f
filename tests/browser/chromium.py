"""Chromium as the tests use it: nothing leaves this machine, and all that a page complains about is kept."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Playwright, ProxySettings

FLAGS = (
    "--no-sandbox",  # Chromium refuses to start as root with it
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autofill-server-url=http://127.0.0.1:9/",  # or Chromium asks another machine about each form
    "--disable-dev-shm-usage",
)
DESKTOP = {"width": 1280, "height": 720}
DEADLINE = 45_000
"""Milliseconds after which a state that does not come fails a test."""


@dataclass
class Watch:
    """What went wrong in the pages of one test."""

    refused: list[str] = field(default_factory=list)
    """What was asked of other machines, and refused: ``METHOD target``."""

    complaints: list[str] = field(default_factory=list)
    """Errors on the console and errors that no script caught."""

    def attach(self, context: BrowserContext) -> None:
        """Watch every page of ``context``, frames included."""
        context.on("console", self._hear)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(f"{message.text} ({message.location.get('url', '')[:100]})")


def launch(playwright: Playwright) -> Browser:
    """Return a headless Chromium: Debian's own, never a downloaded one.

    Raises:
        FileNotFoundError: if there is none.
    """
    path = shutil.which("chromium")
    if path is None:
        message = "no chromium here; on Debian: apt-get install chromium"
        raise FileNotFoundError(message)
    return playwright.chromium.launch(executable_path=path, args=list(FLAGS))


def watched(browser: Browser, watch: Watch, gate: str, options: dict[str, Any]) -> BrowserContext:
    """Return a fresh context, as of a person who was never here; it is watched and asks ``gate`` for other machines."""
    proxy: ProxySettings = {"server": gate, "bypass": "127.0.0.1,localhost"}
    usual = {"viewport": DESKTOP, "locale": "en-GB", "timezone_id": "Asia/Tokyo"}
    context = browser.new_context(proxy=proxy, **{**usual, **options})
    context.set_default_timeout(DEADLINE)
    watch.attach(context)
    return context
