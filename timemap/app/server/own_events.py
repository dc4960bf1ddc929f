"""Route for the events that a visitor brought, named by a secret.

Each session has one secret at most. What stands under it is gone with the session, and when the events change.
"""

from __future__ import annotations

import gzip
import json
from collections import OrderedDict
from secrets import token_urlsafe
from threading import Lock
from typing import TYPE_CHECKING, Any

import streamlit as st
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from timemap.app.server.addresses import server_path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

MOST_BYTES = 100_000_000
"""Packed bytes of all visitors' events; the oldest go first, and are given out anew when their page runs next."""

GONE = "These events are no longer here. Reload the page."

_HEADERS = {"Cache-Control": "no-store"}


class OwnShelf:
    """Store of the events that the server gives out."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most = most_bytes
        self._packed: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def put(self, packed: bytes) -> str:
        """Add packed events as the newest; return their secret."""
        token = token_urlsafe(24)
        with self._lock:
            self._packed[token] = packed
            while len(self._packed) > 1 and sum(map(len, self._packed.values())) > self._most:
                self._packed.popitem(last=False)
        return token

    def get(self, token: str) -> bytes | None:
        """Return packed events; ``None`` where they are gone."""
        with self._lock:
            return self._packed.get(token)

    def remove(self, token: str) -> None:
        """Take events away; nothing happens where they are gone."""
        with self._lock:
            self._packed.pop(token, None)


class Publication:
    """Events that the server gives out for one session."""

    def __init__(self, shelf: OwnShelf) -> None:
        self._shelf = shelf
        self._token = ""
        self._version: object = None

    def address(self, version: object) -> str:
        """Return the address of a version, seen from any page.

        Empty where it is not given out.
        """
        is_there = version is self._version and self._shelf.get(self._token) is not None
        return f"own/{self._token}" if is_there else ""

    def publish(self, version: object, data: Mapping[str, Any]) -> str:
        """Give out events in place of those before; return their address."""
        self.withdraw()
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        self._token, self._version = self._shelf.put(gzip.compress(text.encode(), 6, mtime=0)), version
        return self.address(version)

    def withdraw(self) -> None:
        """Give out nothing any more."""
        self._shelf.remove(self._token)
        self._token, self._version = "", None


@st.cache_resource(show_spinner=False)
def shelf() -> OwnShelf:
    """Return the one shelf of this server."""
    return OwnShelf()


@st.cache_resource(scope="session", on_release=Publication.withdraw, show_spinner=False)
def publication() -> Publication:
    """Return what is given out for the session of this run."""
    return Publication(shelf())


def routes() -> list[Route]:
    """Return what the server answers besides the app itself."""
    return [Route(server_path("own/{token}"), _answer)]


async def _answer(request: Request) -> Response:
    packed = shelf().get(request.path_params["token"])
    if packed is None:
        return PlainTextResponse(GONE, 404, _HEADERS)
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        headers = {**_HEADERS, "Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        return Response(packed, headers=headers, media_type="application/json")
    return Response(gzip.decompress(packed), headers=_HEADERS, media_type="application/json")
