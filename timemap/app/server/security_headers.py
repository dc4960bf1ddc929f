"""Security headers of every answer, and who may embed the app."""

from __future__ import annotations

import os
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from streamlit.file_util import get_static_dir
from streamlit.logger import get_logger

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

EMBEDDING = "TIMEMAP_FRAME_ANCESTORS"
"""Environment variable with the sites that may embed the app, apart by spaces, such as ``https://moodle.example.org``."""

POLICY = "Content-Security-Policy"

FIXED = {
    "X-Content-Type-Options": "nosniff",
    # Servers of backgrounds ask which site a map stands on; nobody else is told more than that.
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": ", ".join(
        f"{feature}=()"
        for feature in (
            "accelerometer",
            "camera",
            "display-capture",
            "geolocation",
            "gyroscope",
            "magnetometer",
            "microphone",
            "midi",
            "payment",
            "usb",
        )
    ),
}
"""Headers that are the same for every answer."""

ENCRYPTED = {
    # The notes of a lesson open in a window of their own.
    "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
}
"""Headers of answers over HTTPS; without it browsers complain of them."""

_SITE = re.compile(r"https?://(?:\*\.)?[\w-]+(?:\.[\w-]+)*(?::\d{1,5})?", re.ASCII)
_HOST = re.compile(r"(?:[\w.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?", re.ASCII | re.IGNORECASE)
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


class SecurityHeaders:
    """Middleware that adds the headers that an answer has not set."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its answer back with the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asked = Headers(scope=scope)
        host = asked.get("Host", "")
        is_encrypted = "https" in (scope.get("scheme"), asked.get("X-Forwarded-Proto"))

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in (FIXED | ENCRYPTED if is_encrypted else FIXED).items():
                    headers.setdefault(name, value)
                headers.setdefault(POLICY, page_policy(host))
            await send(message)

        await self._app(scope, receive, send_with_headers)


def middleware() -> list[Middleware]:
    """Return what every request passes before the app."""
    return [Middleware(SecurityHeaders)]


def page_policy(host: str, page: str = "") -> str:
    """Return the policy of a page of the app.

    Args:
        host: the name by which the server was asked; older browsers want it for what a page keeps open to the server.
        page: the HTML of a page, whose inline scripts may run; that of Streamlit where empty.
    """
    server = f" ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""
    rules = {
        "default-src": "'self'",
        # Streamlit loads the scripts of components by addresses that it makes, and WebAssembly for its tables.
        "script-src": " ".join(("'self'", "blob:", "'wasm-unsafe-eval'", *script_hashes(page or _streamlit_page()))),
        "style-src": "'self' 'unsafe-inline'",  # Streamlit makes its styles while it runs
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": f"'self'{server}",
        "frame-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": frame_ancestors(),
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def script_hashes(page: str) -> list[str]:
    """Return the inline scripts of a page as a policy names them.

    >>> script_hashes("<script>alert(1)</script>")
    ["'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"]
    """
    digests = (sha256(text.encode()).digest() for text in _INLINE.findall(page))
    return [f"'sha256-{b64encode(digest).decode()}'" for digest in digests]


def frame_ancestors() -> str:
    """Return who may embed the app.

    These are its own pages, and the sites that the environment names.
    """
    return " ".join(("'self'", *embedding_sites(os.environ.get(EMBEDDING, ""))))


@cache
def embedding_sites(text: str) -> tuple[str, ...]:
    """Return the sites that a text names.

    What is none is left out and said in the log.

    >>> embedding_sites("https://moodle.example.org, http://localhost:8080")
    ('https://moodle.example.org', 'http://localhost:8080')
    """
    words = [word.rstrip("/") for word in re.split(r"[\s,;]+", text) if word]
    for word in words:
        if not _SITE.fullmatch(word):
            get_logger(__name__).warning(
                '%s: got "%s", expected a site such as https://moodle.example.org. It may not embed the app.',
                EMBEDDING,
                word,
            )
    return tuple(word for word in words if _SITE.fullmatch(word))


@cache
def _streamlit_page() -> str:
    return (Path(get_static_dir()) / "index.html").read_text(encoding="utf-8")


def policy_with_ancestors(rules: Iterable[str]) -> str:
    """Return a policy of these rules and of who may embed the document."""
    return "; ".join((*rules, f"frame-ancestors {frame_ancestors()}"))
