"""Simulated viewer: requests of a browser with the map open."""

from __future__ import annotations

import asyncio
import json
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from streamlit.proto.ClientState_pb2 import ClientState
    from streamlit.proto.Element_pb2 import Element
    from websockets.asyncio.client import ClientConnection

PATIENCE = 30.0
"""Seconds after which a run that has not ended counts as failed."""

SEARCHES = ("kobane", "afrin", "ypg", "turkey", "wall", "")
PAGES = ("lessons", "compare", "territory", "claims", "sources_and_words")
CHARTS = ("Land changing hands", "Events by month", "Area by holder")
"""Parts of the page of charts, as its address names them."""
STREAMLIT = Subprotocol("streamlit")
DONE = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


class FailedError(Exception):
    """A run did not end as it should."""


@dataclass
class PageState:
    """State of the page, from the messages of the server."""

    pages: dict[str, str] = field(default_factory=dict)
    """Hash of each page by its name in the address."""

    page: str = ""
    """Hash of the page that is shown."""

    query: str = ""
    """The address as the server wrote it last."""

    map_id: str = ""
    """Id of the map's component; empty where no map is on the page."""

    document: str = ""
    """Address of the map's document."""

    command: str = ""
    """What the map was commanded last."""

    kept: dict[str, Element] = field(default_factory=dict)
    """Large elements by their hash, which the server need not send again."""


class Viewer:
    """A connection with what its browser keeps."""

    def __init__(self, url: str, connection: ClientConnection) -> None:
        self._url = url
        self._connection = connection
        self._seen = PageState()
        self._widgets: list[WidgetState] = []
        self._fetched = ""
        self.received = 0
        """Bytes that the server sent."""

    async def open(self) -> float:
        """Open the page of the map.

        Return the seconds to the end of the first run.
        """
        return await self._run()

    async def complete(self) -> float:
        """Fetch the document and tell what it shows.

        Return the seconds to the end of the run that draws the rest.
        """
        start = time.perf_counter()
        if self._seen.document and self._seen.document != self._fetched:
            self.received += await fetched(f"{self._url}/{self._seen.document}")
            self._fetched = self._seen.document
        await self._tell("")
        return time.perf_counter() - start

    async def release(self, turn: int) -> float:
        """Change a filter, as when its reader lets go of it.

        Return the seconds to the end of the run.
        """
        return await self._tell(SEARCHES[turn % len(SEARCHES)])

    async def visit(self, name: str) -> float:
        """Go to another page.

        Return the seconds to the end of its run, with a map until that has told what it shows.
        """
        seconds = await self._go(name)
        return seconds + await self.complete() if self._seen.map_id else seconds

    async def choose_chart(self, turn: int) -> float:
        """Open another chart; return the seconds to the end of the run."""
        self._seen.query = urlencode({"numbers": CHARTS[turn % len(CHARTS)]})
        return await self._run()

    async def fetch_picture(self, turn: int) -> float:
        """Ask for a picture of one day; return the seconds until it is there."""
        start = time.perf_counter()
        day = date(2014, 9, 1) + timedelta(days=turn)
        self.received += await fetched(f"{self._url}/file/png?moment={day}")
        return time.perf_counter() - start

    async def come_back(self) -> float:
        """Go back to the map in the browser's cache.

        Return the seconds until it is complete.
        """
        return await self._go("") + await self.complete()

    async def _go(self, name: str) -> float:
        self._widgets.clear()
        self._seen.page, self._seen.query, self._seen.map_id = self._seen.pages[name], "", ""
        return await self._run()

    async def _tell(self, words: str) -> float:
        """Tell what the map shows, as its component does."""
        if not self._seen.map_id:
            message = "there is no map on the page"
            raise FailedError(message)
        address = {"words": words} if words else {}
        told = {"mode": "day", **address, "address": urlencode(address), "command": self._seen.command}
        self._widgets = [WidgetState(id=self._seen.map_id, json_value=json.dumps({"told": told}))]
        self._seen.query = urlencode(address)
        return await self._run()

    async def _run(self) -> float:
        message = BackMsg()
        client: ClientState = message.rerun_script
        client.query_string, client.page_script_hash = self._seen.query, self._seen.page
        client.widget_states.widgets.extend(self._widgets)
        client.cached_message_hashes.extend(self._seen.kept)
        start = time.perf_counter()
        await self._connection.send(message.SerializeToString())
        async with asyncio.timeout(PATIENCE):
            while not self._take_in(await self._connection.recv(decode=False)):
                pass
        return time.perf_counter() - start

    def _take_in(self, payload: bytes) -> bool:
        """Take in a message; return whether it ends the run."""
        self.received += len(payload)
        message, seen = ForwardMsg.FromString(payload), self._seen
        kind = message.WhichOneof("type")
        if kind == "script_finished":
            if message.script_finished in DONE:
                return True
            if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                raise FailedError(kind)
        elif kind == "navigation":
            seen.pages = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
            seen.page = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            seen.query = message.page_info_changed.query_string
        elif kind == "ref_hash":
            self._see(seen.kept[message.ref_hash])
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            if message.metadata.cacheable:
                seen.kept[message.hash] = message.delta.new_element
            self._see(message.delta.new_element)
        return False

    def _see(self, element: Element) -> None:
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise FailedError(element.exception.message)
        if kind == "bidi_component":
            data = json.loads(element.bidi_component.json or "{}")
            if "document" in data:
                self._seen.map_id = element.bidi_component.id
                self._seen.document, self._seen.command = data["document"], data["command"]


@asynccontextmanager
async def viewing(url: str) -> AsyncIterator[Viewer]:
    """Give a viewer that is connected with the app at ``url``."""
    socket = f"ws{url.removeprefix('http')}/_stcore/stream"
    async with connect(
        socket, subprotocols=[STREAMLIT], max_size=None, compression=None, open_timeout=PATIENCE
    ) as link:
        yield Viewer(url, link)


async def fetched(url: str) -> int:
    """Return the bytes that a browser receives when it fetches ``url``."""
    parts = urlsplit(url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    target = f"{parts.path}?{parts.query}" if parts.query else parts.path
    asks = f"GET {target} HTTP/1.1\r\nHost: {parts.netloc}\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n"
    writer.write(asks.encode())
    async with asyncio.timeout(PATIENCE):
        answer = await reader.read(-1)
    writer.close()
    if not answer.startswith(b"HTTP/1.1 200"):
        raise FailedError(answer[:100].decode("latin-1"))
    return len(answer)
