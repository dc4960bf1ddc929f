"""Chromium without network and with a record of its console."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, ProxySettings

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
"""Milliseconds after which a state that does not come fails a test, however it is waited for."""
ANSWER = 5_000
"""Milliseconds that a frame has to answer that it has said all."""
ADDRESS = 100
"""Characters of an address that a record names."""
PICTURE = 10_000
"""Milliseconds that the picture of a page may take."""

LOST_SERVER = (
    "/_stcore/",
    "ERR_CONNECTION_REFUSED",
    "Failed to fetch",
    "WebSocket",
    "Streamlit server is not responding",
    "disconnected from server",
    "DoInitPings timed out",
    "Connection timed out",
)
"""What a page complains of while its server does not answer; that it looks for it, too."""

expect.set_options(timeout=DEADLINE)


@dataclass
class Watch:
    """Record of what the pages of one test showed, said and did wrong."""

    refused: list[str] = field(default_factory=list)
    """What was asked of other machines, and refused: ``METHOD target``."""

    complaints: list[str] = field(default_factory=list)
    """Errors on the console and errors that no script caught."""

    said: list[str] = field(default_factory=list)
    """All that stands on the console, and errors that no script caught."""

    contexts: list[BrowserContext] = field(default_factory=list)
    """What is watched."""

    def attach(self, context: BrowserContext) -> None:
        """Watch every page of ``context``, frames included."""
        self.contexts.append(context)
        context.on("console", self._hear)
        context.on("weberror", lambda error: self._complain(str(error.error)))
        context.on("page", self._note_changes)

    def hear_all(self) -> None:
        """Return when all has been heard that the pages have said so far.

        A frame answers only after what it said before has arrived; without this, what a slow page says last is missed.
        """
        for context in self.contexts:
            for page in context.pages:
                for frame in page.frames:
                    try:
                        frame.locator(":root").evaluate("0", timeout=ANSWER)
                    except PlaywrightError as error:  # a frame that is gone, or never came, says nothing more
                        self.said.append(f"no answer from {frame.url[:ADDRESS]}: {error.message}")

    def forgive(self, *parts: str) -> None:
        """Take complaints that a test is about off those that count.

        Each is known by a part of it.
        """
        self.complaints[:] = [said for said in self.complaints if not any(part in said for part in parts)]

    def keep(self, folder: Path) -> list[Path]:
        """Keep a picture of every page and its console in ``folder``.

        Return the files.
        """
        folder.mkdir(parents=True, exist_ok=True)
        files = []
        for number, page in enumerate((page for context in self.contexts for page in context.pages), 1):
            files.append(folder / f"page-{number}.png")
            page.screenshot(path=files[-1], timeout=PICTURE)
            self.said.append(f"page {number}: {page.url}")
        files.append(folder / "console.txt")
        files[-1].write_text("\n".join([*self.said, *(f"refused: {what}" for what in self.refused), ""]), "utf-8")
        return files

    def _note_changes(self, page: Page) -> None:
        """Note what a page loses and where it goes, by which a frame that went away can be explained."""
        page.on("crash", lambda _: self.said.append("the page crashed"))
        page.on("framenavigated", lambda frame: self.said.append(f"at {frame.url[:ADDRESS]}"))
        page.on("framedetached", lambda frame: self.said.append(f"frame gone: {frame.url[:ADDRESS]}"))
        page.on("websocket", lambda socket: socket.on("close", lambda _: self.said.append("connection closed")))

    def _hear(self, message: ConsoleMessage) -> None:
        words = f"{message.text} ({message.location.get('url', '')[:ADDRESS]})"
        self.said.append(f"{message.type}: {words}")
        if message.type == "error":
            self.complaints.append(words)

    def _complain(self, words: str) -> None:
        self.said.append(f"not caught: {words}")
        self.complaints.append(words)


SHELL = "chromium-headless-shell"
"""The browser without windows, which takes half of the time of a page."""
WHOLE = "chromium"
"""The browser as people have it, without a screen; it alone scrolls a page by a finger."""


def launch(playwright: Playwright, more: Sequence[str] = (), program: str = SHELL) -> Browser:
    """Return a headless Chromium: Debian's own, never a downloaded one.

    ``more`` are further flags.

    Raises:
        FileNotFoundError: if there is none.
    """
    return playwright.chromium.launch(executable_path=_installed(program), args=[*FLAGS, *more])


def launch_like(browser: Browser, *more: str, program: str = SHELL) -> Browser:
    """Return another Chromium beside a running one, with further flags."""
    return browser.browser_type.launch(executable_path=_installed(program), args=[*FLAGS, *more])


def _installed(program: str) -> str:
    path = shutil.which(program)
    if path is None:
        message = f"no {program} here; on Debian: apt-get install {program}"
        raise FileNotFoundError(message)
    return path


RETURNS = "try { localStorage.setItem('timemap-start', 'closed'); } catch { /* a sandboxed frame keeps nothing */ }"
"""What a browser has kept of a person who closed the start of the map before."""


def watched(browser: Browser, watch: Watch, proxy: str, options: dict[str, Any]) -> BrowserContext:
    """Return a fresh context that is watched.

    It asks ``proxy`` for other machines.

    It is that of a person who has closed the start of the map before, or with the option ``first_visit`` of one who was
    never here.
    """
    options = dict(options)
    first_visit = options.pop("first_visit", False)
    settings: ProxySettings = {"server": proxy, "bypass": "127.0.0.1,localhost"}
    usual = {"viewport": DESKTOP, "locale": "en-GB", "timezone_id": "Asia/Tokyo", "proxy": settings}
    context = browser.new_context(**{**usual, **options})
    if not first_visit:
        context.add_init_script(RETURNS)
    context.set_default_timeout(DEADLINE)
    watch.attach(context)
    return context
