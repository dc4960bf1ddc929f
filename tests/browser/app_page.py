"""What a person does with the page around the map, and what the page and its connection say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from tests.browser.timemap_page import map_frame

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Page, WebSocket


@dataclass
class Traffic:
    """The messages between page and server."""

    sent: list[int] = field(default_factory=list)
    """Size of each message to the server."""

    received: list[int] = field(default_factory=list)
    """Size of each message from it."""

    def attach(self, page: Page) -> None:
        """Count from the next connection on."""
        page.on("websocket", self._count)

    def _count(self, socket: WebSocket) -> None:
        socket.on("framesent", lambda payload: self.sent.append(len(payload)))
        socket.on("framereceived", lambda payload: self.received.append(len(payload)))


def settled_map(page: Page) -> Frame:
    """Return the frame of the map when the page around it is complete, too."""
    frame = map_frame(page)
    at_rest(page)
    return frame


def at_rest(page: Page) -> None:
    """Return when no run of the script is under way."""
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()


def await_events(frame: Frame, ids: list[str]) -> None:
    """Return as soon as the map shows exactly these events."""
    frame.wait_for_function("(ids) => String(window.timemap.visibleEvents()) === String(ids)", arg=ids)


def await_address(page: Page, name: str, value: str | None) -> None:
    """Return as soon as the address holds ``value`` under ``name``; ``None`` for no such name."""
    page.wait_for_function(
        "([name, value]) => new URLSearchParams(location.search).get(name) === value", arg=[name, value]
    )


def address(page: Page) -> dict[str, str]:
    """Return the names and values in the address."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def search(page: Page, words: str) -> None:
    """Search for ``words``; for all where they are empty."""
    box = page.get_by_role("textbox", name="Search")
    box.fill(words)
    box.press("Enter")


def choose_option(page: Page, name: str, option: str) -> None:
    """Choose ``option`` in the list called ``name``, and close the list."""
    box = page.get_by_role("combobox", name=name)
    box.fill(option)
    page.get_by_role("option", name=option, exact=True).click()
    box.press("Escape")


def take_off(page: Page, name: str, option: str) -> None:
    """Take ``option`` off the list called ``name``."""
    box = page.get_by_role("combobox", name=name)
    chosen = page.locator('[data-testid="stMultiSelect"]').filter(has=box)
    chosen.get_by_role("button", name=f"Remove {option}", exact=True).click()
