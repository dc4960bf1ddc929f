"""Routes for the map's documents, named by content and kept by browsers.

A document is compressed once. The last few are kept, for browsers that were told of one shortly before the next.
"""

from __future__ import annotations

import gzip
from collections import OrderedDict
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING

import streamlit as st
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from timemap.app.server.addresses import server_path
from timemap.app.server.security_headers import POLICY, policy_with_ancestors
from timemap.document.security_policy import background_hosts

if TYPE_CHECKING:
    from starlette.requests import Request

KEPT = 4
"""So many documents are kept; the oldest go first."""

GONE = "The data has changed. Reload the page to see the current map."

# Backgrounds that a reader turns on are the only thing that comes from elsewhere.
_POLICY = (
    "default-src 'none'",
    "script-src 'unsafe-inline'",
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    f"connect-src {' '.join(background_hosts())}",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
)


@dataclass(frozen=True, slots=True)
class MapFile:
    """Document as it is sent, compressed."""

    name: str
    """Short hash of the content."""

    plain: bytes
    """The whole HTML."""

    packed: bytes
    """The same, compressed with gzip."""

    @classmethod
    def of(cls, text: str) -> MapFile:
        """Return the file of the document with this text."""
        plain = text.encode()
        return cls(sha256(plain).hexdigest()[:16], plain, gzip.compress(plain, mtime=0))

    @property
    def address(self) -> str:
        """The address on the server, seen from any page of the app."""
        return f"map/{self.name}.html"


class Shelf:
    """Store of the files that the server gives out."""

    def __init__(self) -> None:
        self._files: OrderedDict[str, MapFile] = OrderedDict()
        self._lock = Lock()

    def put(self, file: MapFile) -> None:
        """Add a file as the newest."""
        with self._lock:
            self._files[file.name] = file
            self._files.move_to_end(file.name)
            while len(self._files) > KEPT:
                self._files.popitem(last=False)

    def get(self, name: str) -> MapFile | None:
        """Return the file of this name; ``None`` if there is none any more."""
        with self._lock:
            return self._files.get(name)


@st.cache_resource(show_spinner=False)
def shelf() -> Shelf:
    """Return the one shelf of this server.

    It stays the same when Streamlit loads this module anew.
    """
    return Shelf()


def publish(text: str) -> str:
    """Let the server give out the document with this text.

    Return its address as seen from any page.
    """
    file = MapFile.of(text)
    shelf().put(file)
    return file.address


def routes() -> list[Route]:
    """Return what the server answers besides the app itself."""
    return [Route(server_path("map/{name}.html"), _answer)]


async def _answer(request: Request) -> Response:
    file = shelf().get(request.path_params["name"])
    if file is None:
        return PlainTextResponse(GONE, 404, {"Cache-Control": "no-store"})
    headers = {"Cache-Control": "public, max-age=31536000, immutable", POLICY: policy_with_ancestors(_POLICY)}
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        packed = {**headers, "Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        return Response(file.packed, headers=packed, media_type="text/html")
    return Response(file.plain, headers=headers, media_type="text/html")  # Streamlit adds "Vary" to it
