"""Actions on the page around the map, and questions to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.map_page import map_frame, painted
from tests.browser.waiting import await_truth, await_value

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Frame, Locator, Page, WebSocket, WebSocketRoute


@dataclass
class Traffic:
    """The messages between page and server."""

    sent: list[int] = field(default_factory=list)
    """Size of each message to the server."""

    received: list[int] = field(default_factory=list)
    """Size of each message from it."""

    sockets: list[WebSocket] = field(default_factory=list)
    """The connections, the newest last."""

    def attach(self, page: Page) -> None:
        """Count from the next connection on."""
        page.on("websocket", self._count)

    def _count(self, socket: WebSocket) -> None:
        self.sockets.append(socket)
        socket.on("framesent", lambda payload: self.sent.append(len(payload)))
        socket.on("framereceived", lambda payload: self.received.append(len(payload)))


@dataclass
class Wire:
    """Way from the server to the page, which can drop or hold messages."""

    leaves_out: Callable[[ForwardMsg], bool] = lambda _: False
    """Whether a message never arrives."""

    _held: list[Callable[[], None]] | None = None

    def attach(self, page: Page) -> None:
        """Stand on the way from the next connection on."""
        page.route_web_socket("**/_stcore/stream", self._connect)

    def hold(self) -> None:
        """Let nothing arrive from now on."""
        self._held = []

    def release(self) -> None:
        """Let all that was held arrive, and what comes after it."""
        held, self._held = self._held or [], None
        for arrive in held:
            arrive()

    def _connect(self, socket: WebSocketRoute) -> None:
        def come(payload: str | bytes) -> None:
            if isinstance(payload, bytes) and self.leaves_out(ForwardMsg.FromString(payload)):
                return
            arrive = partial(socket.send, payload)
            if self._held is None:
                arrive()
            else:
                self._held.append(arrive)

        socket.connect_to_server().on_message(come)


def settled_map(page: Page) -> Frame:
    """Return the frame of the map when the page around it is complete, too."""
    frame = map_frame(page)
    expect(around(page)).to_be_attached()
    at_rest(page)
    return frame


def around(page: Page) -> Locator:
    """Return what follows the map on each page that has one.

    It comes when the map is there.
    """
    return page.locator(".st-key-download button").or_(page.get_by_role("heading", name="About the lesson")).first


def at_rest(page: Page) -> None:
    """Return when no run of the script is under way."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def await_events(frame: Frame, ids: list[str]) -> None:
    """Return as soon as the map shows exactly these events."""
    await_value(frame, "the events that the map shows", "window.timemap.visibleEvents()", ids)


def await_address(page: Page, name: str, value: str | None) -> None:
    """Return as soon as the address holds ``value`` under ``name``.

    ``None`` is for no such name.
    """
    await_value(page, f'"{name}" in the address', f"new URLSearchParams(location.search).get({name!r})", value)


def address(page: Page) -> dict[str, str]:
    """Return the names and values in the address."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def choose_option(page: Page, name: str, option: str) -> None:
    """Choose ``option`` in the list called ``name``, and close the list.

    An open list is closed when the page scrolls, and a field out of sight is scrolled to: that is over first.
    """
    box = page.get_by_role("combobox", name=name)
    box.scroll_into_view_if_needed()
    painted(page.main_frame)
    box.fill(option)
    page.get_by_role("option", name=option, exact=True).click()
    box.press("Escape")


def press_beside_map(page: Page, part: Locator) -> None:
    """Press what stands on a page with a map.

    Where it is scrolled to first, the browser still gives the map what is pressed where the map was, until it has
    painted.
    """
    part.scroll_into_view_if_needed()
    painted(page.main_frame)
    part.click()


def unfold(page: Page, part: Locator) -> None:
    """Open what is folded under the words in ``part``.

    Return when nothing of it moves any more.
    """
    press_beside_map(page, part)
    fold = part.locator("xpath=ancestor::details[1]")
    expect(fold).to_have_attribute("open", "")
    still = "(fold) => fold.getAnimations({ subtree: true }).length === 0"
    await_truth(page, "what was unfolded to come to rest", still, fold.element_handle())
